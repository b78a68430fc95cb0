"""The command line: build a library, export it, annotate documents; say.py adds the commands that correct."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date as day_of
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extract.console import EXIT_CODES, FAILED, PARTLY_FAILED, LibraryOption, app, screen, told_plainly
from extract.dates.side import Prefer
from extract.said import OwnActor
from extract.store.columns import Format
from extract.streams import drop_what_waits, lines_of, standard_output

ReadOnOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of reading as 2025-01-31; nothing was written later. Default: today."),
]
ActorsOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Actors whom you know, TOML or CSV; they win over everything, and are kept."),
]


@app.command(epilog="Example: python -m extract build seeds interviews/1998.txt --library elections.db" + EXIT_CODES)
def build(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Text files, or folders of them.")],
    library: LibraryOption = Path("library.db"),
    read_on: ReadOnOption = None,
    actors: ActorsOption = None,
) -> None:
    """Read documents into the library; run again, it takes only what is new or changed."""
    from extract.build import build_from
    from extract.read.documents import find_documents
    from extract.store.library import create_or_open

    with told_plainly():
        day = _day(read_on)
        own = _own(actors)
        found = find_documents(inputs)
        opened = create_or_open(library)
        try:
            with _progress() as progress:
                task = progress.add_task("Reading", total=None)
                report = build_from(
                    found, opened, day, lambda done, total: progress.update(task, completed=done, total=total), own
                )
        finally:
            opened.close()
    print(
        f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{len(report.failures)} unreadable sources.\n"
        f"{report.dates} dates found: {report.placed} placed, {report.undated} undated. The library is {library}."
    )
    _refuse(report.failures)


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
        result = annotate_lines(lines_of(documents), _day(read_on), prefer, _own(actors) or ())
        text = "".join(f"{line}\n" for line in result.lines)
        if output is None:
            standard_output().write(text.encode())
        else:
            with written_whole(output) as stream:
                stream.write(text.encode())
    _refuse([str(error) for error in result.refused])


def _own(path: Path | None) -> tuple[OwnActor, ...] | None:
    from extract.read.own_actors import read_own_actors

    return None if path is None else read_own_actors(path)


def _day(text: str | None) -> int:
    if text is None:
        return day_of.today().toordinal()  # noqa: DTZ011 - the user's own day is meant
    try:
        return day_of.fromisoformat(text).toordinal()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day: write it as 2025-01-31", param_hint="--read-on") from error


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=screen,
        transient=True,
    )  # fmt: skip


def _refuse(reasons: Sequence[str]) -> None:
    for reason in reasons:
        screen.print(f"Not done: {reason}")
    if reasons:
        raise typer.Exit(PARTLY_FAILED)


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
