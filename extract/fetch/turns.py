"""Whose turn it is: a host gets one request at a time, and rests between two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock

from extract.fetch.outside import Outside
from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import LATER, Trouble


@dataclass(slots=True)
class _Host:
    pause: float
    lock: Lock = field(default_factory=Lock)
    ended: float | None = None
    """When its last request was over."""
    rest_until: float | None = None
    failures: int = 0
    closed: str | None = None
    """Why it is asked no more."""


class Turns:
    """The turns of all hosts of a run, whoever comes by which way."""

    def __init__(self, settings: FetchSettings, outside: Outside, stop: Event) -> None:
        self._settings = settings
        self._outside = outside
        self._stop = stop
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """A request to the host may be made while this is held. Raises Trouble where the run has ended meanwhile."""
        host = self._host(name)
        with host.lock:
            self._wait(host)
            try:
                yield
            finally:
                host.ended = self._outside.clock()

    def slow(self, name: str, pause: float) -> None:
        """The host wants at least so many seconds between two requests."""
        host = self._host(name)
        host.pause = max(host.pause, pause)

    def rest(self, name: str, seconds: float) -> None:
        """The host is left alone for so long from now on."""
        self._host(name).rest_until = self._outside.clock() + seconds

    def close(self, name: str, why: str) -> None:
        """The host is asked no more in this run."""
        self._host(name).closed = why

    def check(self, name: str) -> None:
        """Raises Trouble where the host is asked no more."""
        if why := self._host(name).closed:
            raise Trouble(f"was not asked for, as its host {why}", LATER)

    def ended(self, name: str, *, well: bool) -> None:
        """Takes note of how all tries for an address came out."""
        host = self._host(name)
        host.failures = 0 if well else host.failures + 1
        if host.failures >= self._settings.most_failures:
            self.close(name, f"had failed {host.failures} times in a row")

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host(self._settings.pause))

    def _wait(self, host: _Host) -> None:
        if (seconds := self._seconds_to(host)) > 0:
            self._outside.pause(self._stop, seconds)
        if self._stop.is_set():
            raise Trouble("was not asked for, as the run ended", "run it again")

    def _seconds_to(self, host: _Host) -> float:
        ready = [] if host.ended is None else [host.ended + host.pause]
        ready += [] if host.rest_until is None else [host.rest_until]
        return max(ready, default=0.0) - self._outside.clock() if ready else 0.0
