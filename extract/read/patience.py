"""A bound on how long one document may take, in seconds of CPU, so that a slow machine loses nothing by being slow."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from extract.errors import Unreadable

AGAIN = 1.0
"""Seconds after which it is said again, as a library may have swallowed it."""


class _OutOfTime(BaseException):
    """No Exception, so that libraries that catch these do not take it for a fault of theirs."""


@contextmanager
def patience(location: str, seconds: float) -> Iterator[None]:
    """Raises Unreadable where what is done inside takes longer. Only a process's first thread can be stopped so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    except _OutOfTime as error:
        raise Unreadable(
            location, f"takes longer than {seconds:g} seconds", "save it anew from its program, or as plain text"
        ) from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTime
