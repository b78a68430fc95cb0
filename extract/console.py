"""What all commands of the command line share: the program, its exit codes, and how errors are told."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from extract.errors import DatelineError

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

LibraryOption = Annotated[Path, typer.Option(help="The library's file; made where it does not exist.")]
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


def user() -> str:
    """Whom the system knows, where it knows anybody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
