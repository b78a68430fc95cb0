"""What all commands of the command line share: the program, its exit codes, and how errors are told."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date as day_of
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from extract.errors import DatelineError
from extract.said import OwnActor

EXIT_CODES = """

Exit codes: 0 all done; 1 nothing done, the message says why; 2 the command line itself is wrong;
3 done but for some documents or lines, which are listed; 130 interrupted, what was done stays.
"""
FAILED = 1
PARTLY_FAILED = 3
INTERRUPTED = 130

app = typer.Typer(
    help="Finds every date in your documents and puts who did what when into one table.\n" + EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
screen = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

LibraryOption = Annotated[Path, typer.Option(help="The library's file; made where it does not exist.")]
ReadOnOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of reading as 2025-01-31; nothing was written later. Default: today."),
]
ActorsOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Actors whom you know, TOML or CSV; they win over everything, and are kept."),
]
UndoOption = Annotated[bool, typer.Option("--undo", help="Take back the last change, or the last undo.")]
WhyOption = Annotated[str, typer.Option(help="The reason, which is kept.")]
WhoOption = Annotated[str | None, typer.Option(help="Who says so. Default: you, as the system calls you.")]


@contextmanager
def told_plainly() -> Iterator[None]:
    """Tell errors that were raised on purpose in a line, and end with the exit code for them."""
    try:
        yield
    except DatelineError as error:
        screen.print(f"Error: {error}")
        raise typer.Exit(FAILED) from error


def day_of_reading(text: str | None) -> int:
    """The day that was given, else today. Raises BadParameter for what is no day."""
    if text is None:
        return day_of.today().toordinal()  # noqa: DTZ011 - the user's own day is meant
    try:
        return day_of.fromisoformat(text).toordinal()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day: write it as 2025-01-31", param_hint="--read-on") from error


def own_of(path: Path | None) -> tuple[OwnActor, ...] | None:
    """The actors of a file, where one is named. Raises ActorsError."""
    from extract.read.own_actors import read_own_actors

    return None if path is None else read_own_actors(path)


def refuse(reasons: Sequence[str]) -> None:
    """Tell what was not done, and end with the exit code for that, where there is anything."""
    for reason in reasons:
        screen.print(f"Not done: {reason}")
    if reasons:
        raise typer.Exit(PARTLY_FAILED)


def user() -> str:
    """Whom the system knows, where it knows anybody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
