"""What a build notes while it runs, in files that nobody needs to read: how far it is, and at last what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.report import Stage

OUT, ERRORS = "out", "err"
"""The files of its standard output and its standard error, in a folder of its own."""

TAIL_BYTES = 4_000
"""Of what a build told last: many lines of progress, and the last words of one that failed."""

DONE, PARTLY_DONE, STOPPED = 0, 3, 130
"""Exit codes of `extract build` that come with a library."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a build is."""

    stage: Stage
    done: int
    total: int
    rate: float = 0.0
    """How many are done in a second; 0 where that is not known yet."""

    @property
    def seconds_left(self) -> float | None:
        """Until the end of the stage."""
        return (self.total - self.done) / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a build."""

    code: int
    words: str
    """The last that it told on its standard error."""
    report: Mapping[str, int] = field(default_factory=dict)
    failures: int = 0
    is_stopped: bool = False
    """Whether somebody stopped it."""

    @property
    def is_done(self) -> bool:
        """Whether all was gone through, whatever could not be read."""
        return self.code in {DONE, PARTLY_DONE}


def ended(code: int, notes: Path, *, is_stopping: bool) -> Ended:
    """What came of a build, by its exit code and its notes; `is_stopping` where somebody asked it to stop."""
    told = last_line(notes, "report") or {}
    is_stopped = code == STOPPED or (is_stopping and code not in {DONE, PARTLY_DONE})  # perhaps before it had begun
    words = _tail(notes / ERRORS).strip()
    return Ended(code, words, told.get("report", {}), int(told.get("failures", 0)), is_stopped)


def last_line(notes: Path, key: str) -> dict[str, Any] | None:
    """The last whole line of what was told that has the key."""
    whole, _, _ = _tail(notes / OUT).rpartition("\n")
    return next((json.loads(line) for line in reversed(whole.split("\n")) if line.startswith(f'{{"{key}": ')), None)


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - TAIL_BYTES))
            return stream.read().decode("utf-8", errors="replace")
    except OSError:  # who cleans the folder of temporary files took it: the build goes on
        return ""
