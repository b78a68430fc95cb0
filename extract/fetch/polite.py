"""Web pages as pieces for the readers: many hosts side by side, each with one request at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Event, Thread

from httpx import URL

from extract.errors import Unreadable
from extract.fetch.addresses import shown, web_address
from extract.fetch.cache import Cache
from extract.fetch.outside import OUTSIDE, Outside
from extract.fetch.settings import SETTINGS, FetchSettings
from extract.fetch.trouble import Trouble
from extract.fetch.visit import Visits
from extract.read.pieces import Piece

THREAD = "fetch"
"""Name of those that ask."""

Job = tuple[URL, Future[None]]


def fetch(
    addresses: Sequence[str], settings: FetchSettings = SETTINGS, cache: Cache | None = None, outside: Outside = OUTSIDE
) -> Iterator[Piece | Unreadable]:
    """Each page once, in the order of the addresses; for one that cannot be had, why.

    A piece's location is its address in its one form, its url where it was found in the end, its seen when the version
    was fetched that the server still has. Pages are fetched ahead, into the cache; whoever takes no more of them ends
    the run, and what has been fetched stays there.
    """
    kept = cache or Cache()
    stop = Event()
    asked = _asked(addresses)
    _start(
        [job for job in asked.values() if isinstance(job, tuple)], Visits(settings, kept, outside, stop), settings, stop
    )
    try:
        for location, job in asked.items():
            yield _unreadable(location, job) if isinstance(job, Trouble) else _found(location, job[1], kept)
    finally:
        stop.set()


def _asked(addresses: Sequence[str]) -> dict[str, Job | Trouble]:
    asked: dict[str, Job | Trouble] = {}
    for written in addresses:
        try:
            url = web_address(written)
        except Trouble as trouble:
            asked.setdefault(shown(written), trouble)
        else:
            asked.setdefault(str(url), (url, Future()))
    return asked


def _start(jobs: list[Job], visits: Visits, settings: FetchSettings, stop: Event) -> None:
    by_host: dict[bytes, list[Job]] = {}
    for job in jobs:
        by_host.setdefault(job[0].raw_host, []).append(job)
    hosts: SimpleQueue[list[Job]] = SimpleQueue()
    for of_host in by_host.values():
        hosts.put(of_host)
    for _ in range(min(settings.hosts_at_once, len(by_host))):
        # Daemons: whoever breaks off need not wait for a slow server.
        Thread(target=_work, args=(hosts, visits, stop), name=THREAD, daemon=True).start()


def _work(hosts: SimpleQueue[list[Job]], visits: Visits, stop: Event) -> None:
    while True:
        try:
            jobs = hosts.get_nowait()
        except Empty:
            return
        for url, future in jobs:
            if stop.is_set():
                return
            _settle(url, future, visits)


def _settle(url: URL, future: Future[None], visits: Visits) -> None:
    try:
        visits.visit(url)
    except Exception as error:  # noqa: BLE001 - the future raises it where the page is waited for
        future.set_exception(error)
    else:
        future.set_result(None)


def _found(location: str, future: Future[None], cache: Cache) -> Piece | Unreadable:
    try:
        future.result()
    except Trouble as trouble:
        return _unreadable(location, trouble)
    if (kept := cache.get(location)) is None:
        return Unreadable(location, f"was fetched, but is gone from {cache.folder}", "run it again")
    page, body = kept
    return Piece(location, body, seen=page.seen, url=page.url, media_type=page.media_type)


def _unreadable(location: str, trouble: Trouble) -> Unreadable:
    return Unreadable(location, trouble.reason, trouble.remedy)
