"""The command line: annotate documents; building.py fills a library, exporting.py writes it out, say.py corrects it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.console import (
    EXIT_CODES,
    FAILED,
    ActorsOption,
    ReadOnOption,
    app,
    day_of_reading,
    own_of,
    refuse,
    screen,
    told_plainly,
)
from extract.dates.side import Prefer
from extract.streams import drop_what_waits, lines_of, standard_output


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
import extract.exporting  # noqa: E402
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
