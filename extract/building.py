"""The command `build`: what a person names becomes a library, with its progress, its report and its exit code."""

from __future__ import annotations

import io
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.console import (
    EXIT_CODES,
    INTERRUPTED,
    PARTLY_FAILED,
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
from extract.progress import Shown, as_json, told

if TYPE_CHECKING:
    from extract.errors import Unreadable
    from extract.report import Report

MOST_TOLD = 20
"""Failures that are told on the screen; more of them scroll away unread."""


@app.command(epilog="Example: python -m extract build seeds letters.mbox https://example.org/news" + EXIT_CODES)
def build(  # noqa: PLR0913, PLR0917 - the command's options
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, addresses of pages, or lists of these.")
    ],
    library: LibraryOption = Path("library.db"),
    read_on: ReadOnOption = None,
    actors: ActorsOption = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that work. Default: as many as there are cores.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=NAME", help="Which column of tables is the text, title, date, url, ..."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what could not be read, why, and what to do, as CSV.")
    ] = None,
    settings: Annotated[Path | None, typer.Option(metavar="FILE", help="Other limits than usual, as TOML.")] = None,
    progress: Annotated[
        Shown, typer.Option(help="For people; or, for programs, progress and report as JSON lines on standard output.")
    ] = Shown.BAR,
    allow_local: Annotated[
        bool, typer.Option("--allow-local", help="Let pages be fetched from this machine and its network.")
    ] = False,
) -> None:
    """Read documents into the library; run again, it takes only what is new or changed."""
    from extract.build import Manner
    from extract.build import build as build_library
    from extract.garbage import collect_rarely
    from extract.inputs import understood
    from extract.settings import AS_USUAL, read_settings
    from extract.store.library import create_or_open
    from extract.workers import processors

    collect_rarely()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who may not press Ctrl-C is listened to as well
    with told_plainly():
        day, own = day_of_reading(read_on), own_of(actors)
        chosen = read_settings(settings) if settings else AS_USUAL
        fetching = chosen.fetch.model_copy(update={"allow_local": allow_local or chosen.fetch.allow_local})
        given = understood(inputs, fetching)
        manner = Manner(jobs or processors(), chosen.limits, _columns(column or []))
        opened = create_or_open(library)
        try:
            with told(progress) as tell:
                done = build_library(given, opened, day, tell, own, manner)
        except KeyboardInterrupt:
            screen.print(f"Stopped. What was read is in {library}; the same command goes on from there.")
            raise typer.Exit(INTERRUPTED) from None
        finally:
            opened.close()
        if report:
            _write(report, done.failures)
    if progress is Shown.JSON:
        as_json(report=_counts(done), failures=len(done.failures))
        raise typer.Exit(PARTLY_FAILED if done.failures else 0)
    _tell(done, library)


def _counts(done: Report) -> dict[str, int]:
    names = ("new", "changed", "unchanged", "earlier", "removed", "dates", "placed", "undated")
    return {name: getattr(done, name) for name in names}


def _tell(done: Report, library: Path) -> None:
    """What a build did, and what it could not do."""
    rare = [(done.earlier, "earlier versions"), (done.removed, "taken out")]
    counts = [(done.new, "new"), (done.changed, "changed"), (done.unchanged, "unchanged")]
    said = "".join(f"{count} {what}, " for count, what in [*counts, *(each for each in rare if each[0])])
    print(
        f"{said}{len(done.failures)} unreadable sources.\n"
        f"{done.dates} dates found: {done.placed} placed, {done.undated} undated. The library is {library}."
    )
    if done.passed_over:
        kinds = ", ".join(f"{count} {suffix or 'without ending'}" for suffix, count in done.passed_over.most_common())
        screen.print(f"Passed over as no documents: {kinds}.")
    failures = [str(each) for each in done.failures[:MOST_TOLD]]
    if len(done.failures) > MOST_TOLD:
        failures.append(
            f"and {len(done.failures) - MOST_TOLD} more: --report FILE and the dashboard's Sources list them"
        )
    refuse(failures)


def _columns(given: Sequence[str]) -> dict[str, str]:
    columns = dict(each.partition("=")[::2] for each in given)
    for field, name in columns.items():
        if not field or not name:
            raise typer.BadParameter(f"{field or name!r} is no pair: write text=Body", param_hint="--column")
    return columns


def _write(path: Path, failures: Sequence[Unreadable]) -> None:
    from extract.export.spreadsheet import write_failures
    from extract.store.whole import written_whole

    with (
        written_whole(path) as stream,
        io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="") as text,
    ):
        write_failures(failures, text)
