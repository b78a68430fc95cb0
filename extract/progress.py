"""How a build tells how far it is: a bar for people, JSON lines for programs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from extract.console import screen

TOLD_EVERY = 0.2
"""Seconds between two lines of progress: nobody who reads them falls behind."""


class Shown(StrEnum):
    """How progress and report are told."""

    BAR = "bar"
    JSON = "json"


def as_json(**told: object) -> None:
    """One line for programs, on standard output."""
    print(json.dumps(told), flush=True)


@contextmanager
def told(shown: Shown) -> Iterator[Callable[[str, int, int], None]]:
    """Whom to tell how much is done."""
    if shown is Shown.JSON:
        yield _throttled(lambda stage, done, total: as_json(stage=stage, done=done, total=total))
        return
    with _progress() as bar:
        task = bar.add_task("Reading", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            if bar.tasks[task].description != stage:
                bar.reset(task, description=stage, total=total)
            bar.update(task, completed=done, total=total)

        yield tell


def _throttled(tell: Callable[[str, int, int], None]) -> Callable[[str, int, int], None]:
    """The same, but so often that nobody reading it falls behind; each stage's beginning and end are told."""
    last: tuple[str, float] = ("", 0.0)

    def sometimes(stage: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if stage != last[0] or done == total or now - last[1] > TOLD_EVERY:
            last = (stage, now)
            tell(stage, done, total)

    return sometimes


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """The rate as text, empty as long as there is none."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "")


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(),
        console=screen, transient=True,
    )  # fmt: skip
