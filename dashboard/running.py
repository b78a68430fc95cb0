"""Builds beside the dashboard, each a process of its own: one at a time for a library, over all who look at it.

A build does not end with the tab in which it was started, nor with the server: it writes into files, and not to
somebody who may be gone, and a run that is cut off would be gone on with by the next one anyway.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from dashboard.noted import ERRORS, OUT, Ended, Seen, ended, last_line
from dashboard.refused import Refused
from dashboard.tongue import _
from extract.errors import InputError
from extract.report import Stage
from extract.store.known import source_ids
from extract.store.library import open_read_only

ROOT = Path(__file__).resolve().parent.parent

LOOKED_AFTER = 0.3
"""Seconds between two looks at how far a build is."""


class BusyError(Refused):
    """A build of this library is running already."""


class Build:
    """One build, under way or ended. A thread follows it, so that its end is seen though nobody looks."""

    def __init__(self, inputs: Sequence[str], library: Path, before: frozenset[str]) -> None:
        self.before = before
        """The sources that the library held when it began."""
        self.is_stopping = False
        self.seen: Seen | None = None
        self.ended: Ended | None = None
        self._began = (0.0, 0)
        self._notes = Path(tempfile.mkdtemp(prefix="dateline-build-"))
        try:
            self._process = _started(inputs, library, self._notes)
        except (OSError, ValueError) as error:  # the command is too long, or holds what no command may
            shutil.rmtree(self._notes, ignore_errors=True)
            raise InputError(f"The documents cannot be read: {error}") from error
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self.ended is None

    def stop(self) -> None:
        """Let it stop where it is; what it has read stays in the library."""
        self.is_stopping = True
        self._process.terminate()  # Ctrl-C is not heard below what a shell runs in its background

    def wait(self, seconds: float | None = None) -> Ended | None:
        """What came of it, once it has ended; None where it has not after so long."""
        self._thread.join(seconds)
        return self.ended

    def _follow(self) -> None:
        while True:
            try:
                code = self._process.wait(LOOKED_AFTER)
            except subprocess.TimeoutExpired:
                self._look()
            else:
                self.ended = ended(code, self._notes, is_stopping=self.is_stopping)
                shutil.rmtree(self._notes, ignore_errors=True)
                return

    def _look(self) -> None:
        told = last_line(self._notes, "stage")
        if told is None:
            return
        stage, done, total, now = Stage(told["stage"]), int(told["done"]), int(told["total"]), time.monotonic()
        if self.seen is None or self.seen.stage is not stage:
            self._began = (now, done)
        since, first = self._began
        rate = (done - first) / (now - since) if now > since else 0.0
        self.seen = Seen(stage, done, total, rate)


class Builds:
    """The builds of all libraries, each library's last one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: dict[str, Build] = {}

    def of(self, library: Path) -> Build | None:
        """The build of a library that is running or ended last."""
        return self._last.get(os.path.realpath(library))

    def start(self, inputs: Sequence[str], library: Path) -> Build:
        """Begin a build.

        Raises BusyError where one is running, LibraryError where the library cannot be read, InputError for inputs
        that no command can name.
        """
        with self._lock:
            self.refuse_a_second(library)
            build = Build(inputs, library, _held(library))
            self._last[os.path.realpath(library)] = build
            return build

    def refuse_a_second(self, library: Path) -> None:
        """Raise BusyError where one is running."""
        last = self.of(library)
        if last and last.is_running:
            raise BusyError(_("Documents are being read already: wait until that is done, or stop it"))


def _held(library: Path) -> frozenset[str]:
    if not library.is_file():
        return frozenset()
    opened = open_read_only(library)
    try:
        return frozenset(source_ids(opened))
    finally:
        opened.close()


def _started(inputs: Sequence[str], library: Path, notes: Path) -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C in the dashboard's terminal is not meant for it."""
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "extract", "build", f"--library={library}", "--progress=json", "--", *inputs]
    with (notes / OUT).open("wb") as out, (notes / ERRORS).open("wb") as errors:
        return subprocess.Popen(  # noqa: S603 - no shell, and what people type stands behind the `--`
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            env=os.environ | {"PYTHONPATH": paths, "PYTHONUTF8": "1"},
            start_new_session=True,
        )
