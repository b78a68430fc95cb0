"""The command line: build a library, export it, say when a document was written, annotate documents."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date as day_of
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extract.dates.side import Prefer
from extract.errors import DatelineError
from extract.model import ActorType
from extract.said import OwnActor
from extract.store.columns import Format
from extract.streams import drop_what_waits, lines_of, standard_output

EXIT_CODES = """

Exit codes: 0 all done; 1 nothing done, the message says why; 2 the command line itself is wrong;
3 done but for some documents or lines, which are listed.
"""
FAILED = 1
PARTLY_FAILED = 3

app = typer.Typer(
    help="Finds every date in your documents and puts who did what when into one table.\n" + EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
screen = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


class ActorKind(StrEnum):
    """What an actor can be, for people."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


LibraryOption = Annotated[Path, typer.Option(help="The library's file; made where it does not exist.")]
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

    with _told_plainly():
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
    with _told_plainly(), closing(open_read_only(library)) as opened:
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


@app.command(
    epilog='Example: python -m extract date interview.txt 1998-05 --why "the index of the archive"' + EXIT_CODES
)
def date(
    source: Annotated[str, typer.Argument(help="Its id or the beginning of it, its path, or the name of its file.")],
    written: Annotated[
        str | None, typer.Argument(metavar="[DATE]", help="2025-01-13, 2025-01, 2025, in words, or unknown.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Let the evidence count again.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last change, or the last undo.")] = False,
    why: Annotated[str, typer.Option(help="The reason, which is kept.")] = "",
    who: Annotated[str | None, typer.Option(help="Who says so. Default: you, as the system calls you.")] = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Tell when a source was written and why, or say when: a person's word goes before all evidence, and is kept."""
    from extract.redate import Deed
    from extract.say_when import change, tell
    from extract.store.library import open_read_only, open_to_change

    if (written is not None) + clear + undo > 1:
        raise typer.BadParameter("give a date, --clear or --undo: only one of them can be meant")
    deed = Deed.UNDO if undo else Deed.CLEAR if clear else Deed.SET if written is not None else None
    if deed is None and (why or who):
        raise typer.BadParameter("--why and --who go with a change: give a date, --clear or --undo")
    with _told_plainly():
        if deed is None:
            with closing(open_read_only(library)) as opened:
                print(tell(opened, source))
        else:
            with closing(open_to_change(library)) as opened:
                print(change(opened, source, deed, written or "", who or _user(), why))


@app.command(
    epilog='Example: python -m extract actor "Zelenskiy" --same-as "Volodymyr Zelensky" --why "one spelling of his"'
    + EXIT_CODES
)
def actor(  # noqa: PLR0913, PLR0917 - the command's options
    name: Annotated[str, typer.Argument(help="Its name, as the table gives it.")],
    same_as: Annotated[
        str | None, typer.Option("--same-as", metavar="NAME", help="It is this actor, or is to be called so.")
    ] = None,
    forms: Annotated[
        str | None, typer.Option(metavar='"FORM; FORM"', help="Only where texts name it by these words.")
    ] = None,
    kind: Annotated[ActorKind | None, typer.Option("--type", help="What it is.")] = None,
    ignore: Annotated[bool, typer.Option("--ignore", help="It is nobody.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last change, or the last undo.")] = False,
    why: Annotated[str, typer.Option(help="The reason, which is kept.")] = "",
    who: Annotated[str | None, typer.Option(help="Who says so. Default: you, as the system calls you.")] = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Tell how texts name an actor, or say who it is: another one, another name, nobody. What is said is kept."""
    from extract.recast import Deed, Wish
    from extract.say_who import change, tell
    from extract.store.library import open_read_only, open_to_change

    said = [same_as is not None or kind is not None, ignore, undo]
    if sum(said) > 1:
        raise typer.BadParameter("give --same-as, --ignore or --undo: only one of them can be meant")
    if not any(said) and (why or who or forms):
        raise typer.BadParameter("--forms, --why and --who go with a change: give --same-as, --ignore or --undo")
    with _told_plainly():
        if not any(said):
            with closing(open_read_only(library)) as opened:
                print(tell(opened, name))
            return
        some = tuple((forms or "").split(";"))
        deed = Deed.UNDO if undo else Deed.IGNORE if ignore else Deed.CALL
        wish = Wish(deed, name if same_as is None else same_as, ActorType[kind.name] if kind else None, some)
        with closing(open_to_change(library)) as opened:
            print(change(opened, name, wish, who or _user(), why))


def _user() -> str:
    """Whom the system knows, where it knows anybody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


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

    with _told_plainly():
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


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except DatelineError as error:
        screen.print(f"Error: {error}")
        raise typer.Exit(FAILED) from error


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
