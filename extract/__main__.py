"""The command line: export a library, annotate documents; building.py and say.py add what fills and corrects it."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from extract.console import (
    EXIT_CODES,
    FAILED,
    ActorsOption,
    LibraryOption,
    ReadOnOption,
    app,
    day_of_reading,
    own_of,
    refuse,
    screen,
    told_plainly,
)
from extract.dates.side import Prefer
from extract.store.columns import Format
from extract.streams import drop_what_waits, lines_of, standard_output


@app.command(epilog="Example: python -m extract export --library elections.db -o elections.csv" + EXIT_CODES)
def export(
    library: LibraryOption = Path("library.db"),
    format: Annotated[Format, typer.Option(help="Kind of file.")] = Format.CSV,  # noqa: A002 - the option's name
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Default: standard output.")] = None,
    stories: Annotated[bool, typer.Option("--stories", help="A row a story, and not a claim.")] = False,
    key: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N weightiest dated stories, in order of time.")
    ] = None,
    language: Annotated[str, typer.Option(help="Of the stories' titles, where there is one in it.")] = "en",
) -> None:
    """Write the event table to a file: CSV for spreadsheets, JSON lines or Parquet for programs."""
    from extract.store.columns import EventRow, StoryRow
    from extract.store.export import export as write_file
    from extract.store.export import write
    from extract.store.library import open_read_only
    from extract.store.outbound import absolute
    from extract.store.query import IN_ORDER
    from extract.story import key_dates
    from extract.story import stories as all_stories

    if key is not None and not stories:
        raise typer.BadParameter("key dates are stories: give --stories too", param_hint="--key")
    with told_plainly(), closing(open_read_only(library)) as opened:
        rows: list[EventRow] | list[StoryRow]
        if key is not None:
            rows = key_dates(opened, language, key)
        elif stories:
            rows = sorted(all_stories(opened, language), key=lambda row: (-row.weight, row.story_id))
        else:
            rows = [absolute(row) for row in opened.rows(tail=f"ORDER BY {IN_ORDER}")]
        model = StoryRow if stories else EventRow
        if output is None:
            write(rows, standard_output(), format, model)
        else:
            write_file(rows, output, format, model)
            screen.print(f"{len(rows)} rows written to {output}.")


@app.command(epilog="Example: python -m extract annotate articles.jsonl -o dates.jsonl --prefer past" + EXIT_CODES)
def annotate(
    documents: Annotated[Path, typer.Argument(metavar="DOCS.jsonl", help="A JSON object a line; - is standard input.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Default: standard output.")] = None,
    prefer: Annotated[Prefer, typer.Option(help="Where a date lies that gives no direction.")] = Prefer.CONTEXT,
    read_on: ReadOnOption = None,
    actors: ActorsOption = None,
) -> None:
    """Mark every date and actor of documents, by offsets.

    In: {"id", "text"} and, where known, "lang", "date", "title", "url". Out: {"id", "lang", "dct", "dct_basis",
    "timexes", "actors"}, a line a document, in the order given.
    """
    from extract.annotate import annotate as annotate_lines
    from extract.store.whole import written_whole

    with told_plainly():
        result = annotate_lines(lines_of(documents), day_of_reading(read_on), prefer, own_of(actors) or ())
        text = "".join(f"{line}\n" for line in result.lines)
        if output is None:
            standard_output().write(text.encode())
        else:
            with written_whole(output) as stream:
                stream.write(text.encode())
    refuse([str(error) for error in result.refused])


import extract.building  # noqa: E402 - its command comes first
import extract.say  # noqa: E402, F401 - its commands come after these


def main() -> None:
    """The command line, to the last word of its output: what waits to be written may still fail."""
    try:
        try:
            app(prog_name="python -m extract")
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # who reads no further has what they want
            told = f"{error.filename}" if error.filename else "Standard output cannot be written"
            screen.print(f"Error: {told}: {error.strerror or error}")
        drop_what_waits()
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
