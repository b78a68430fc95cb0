"""The first half of a build: which documents there are, of which those are read that are new or changed."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from extract.errors import Unreadable
from extract.read.documents import digest
from extract.read.folders import Found
from extract.read.formats import format_of, parts
from extract.read.limits import Limits
from extract.read.pieces import Piece, Text
from extract.store.library import Library
from extract.store.places import Standing, found_at
from extract.store.readings import (
    NewReading,
    failures_at,
    failures_in,
    forget,
    forget_untouched,
    note,
    note_failure,
    note_number,
    stamps,
    texts_at,
    texts_in,
    touch,
    untouch,
)
from extract.store.values import place_of
from extract.work import Read, Reading, gone_through, read, stamp_of
from extract.workers import Lost, Workers

ASKED_TOGETHER = 64
"""Places of which the library is asked at once."""

NOTED_TOGETHER = 200
"""Readings that are written at once: what a run that is cut off has written stays."""

HEAVY = 5_000_000
"""Characters of texts that are written, or analysed and settled, at once, however few: they are in memory until then,
and what is found in them takes many times their room."""

KILLED = "ended the program that read it, or took far too long"
SAVE_ANEW = "open it in its own program and save it anew, or as plain text"


@dataclass(slots=True)
class Gathered:
    """All documents that were found, read now or before."""

    found: list[Standing] = field(default_factory=list)
    """In the order of the inputs."""
    failures: list[Unreadable] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files that are no documents, by the ends of their names."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A file of many documents that is as it was when all of it was read."""

    file: str


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file of many documents that is new, changed, or was never gone through to its end."""

    file: str


@dataclass(frozen=True, slots=True)
class _Through:
    """A file of many documents that was gone through to its end."""

    file: str
    stamp: str


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What cannot be read, and in which file it lies."""

    failure: Unreadable
    file: str
    is_whole: bool = False
    """Whether nothing of the file could be looked at: then it is read anew when it can be."""


Aside = _Known | _Begun | _Through | _Trouble
"""What is met between readings, and needs none."""


def gather(
    files: Iterable[Found | Unreadable],
    library: Library,
    workers: Workers,
    limits: Limits,
    read_on: int,
    told: Callable[[int], None],
    afresh: Collection[str] = (),
) -> Gathered:
    """Read what is new or changed, and keep it in the library to be taken; what is not is known there.

    `told` is called with the number of files done; those whose places are in `afresh` are read though nothing changed.
    """
    gathering = _Gathering(library, limits, frozenset(afresh), workers)
    results = workers.in_order(partial(read, limits, read_on), gathering.readings(files), _weight)
    try:
        for result in results:
            gathering.take(result)
            told(gathering.files)
        gathering.finish()
    finally:
        gathering.write()
    told(gathering.files)
    return gathering.gathered


def _weight(reading: Reading) -> int:
    found = reading.found
    if isinstance(found, Text):
        return len(found.text)
    return len(found.content) if isinstance(found.content, bytes) else 0


class _Gathering:
    """One run: what it has met, in order, and what of that waits to be written."""

    def __init__(self, library: Library, limits: Limits, afresh: frozenset[str], workers: Workers) -> None:
        self.gathered = Gathered()
        self.files = 0
        self._library = library
        self._limits = limits
        self._afresh = afresh
        self._workers = workers
        self._ahead: deque[Reading | Aside] = deque()
        """What was met and is not done; readings are done by others, in this order."""
        self._done: list[Read | Aside] = []
        self._weight = 0
        untouch(library)

    def readings(self, files: Iterable[Found | Unreadable]) -> Iterator[Reading]:
        """What is to be read, with the stamps of the last time; all else that is met is put in its place between."""
        met = self._met(files)
        while some := list(_few(met)):
            asked = [each for each in some if isinstance(each, Reading)]
            known = stamps(self._library, [place_of(each.location) for each in asked])
            for each in some:
                if not isinstance(each, Reading):
                    self._ahead.append(each)
                    continue
                place = place_of(each.location)
                reading = each if place_of(each.file) in self._afresh else replace(each, stamp=known.get(place))
                self._ahead.append(reading)
                yield reading

    def _met(self, files: Iterable[Found | Unreadable]) -> Iterator[Reading | Aside]:
        for each in files:
            self.files += 1
            if isinstance(each, Unreadable):
                yield _Trouble(each, each.location, is_whole=True)
            else:
                yield from self._opened(each)

    def _opened(self, found: Found) -> Iterator[Reading | Aside]:
        piece = found.piece
        try:
            kind = format_of(piece)
            stamp = stamp_of(piece, found.entry, self._limits) if kind and kind.holds_many else None
        except Unreadable as error:
            yield _Trouble(error, piece.location, is_whole=True)
            return
        if kind is None and not found.is_named:
            self.gathered.passed_over[piece.suffix] += 1
        elif stamp is None:
            yield Reading(piece, piece.location, found.entry, piece.location, 0)
        elif self._is_known(piece.location, stamp):
            yield _Known(piece.location)
        else:
            yield _Begun(piece.location)
            if self._is_deadly(piece):
                yield _Trouble(Unreadable(piece.location, KILLED, SAVE_ANEW), piece.location)
            else:
                yield from self._parts(found)
            yield _Through(piece.location, stamp)

    def _is_deadly(self, piece: Piece) -> bool:
        """Whether going through it ends a process; looked at only where a run ended that nobody stopped."""
        if not self._workers.is_wary:
            return False
        (gone,) = self._workers.in_order(partial(gone_through, self._limits), [piece])
        return isinstance(gone, Lost)

    def _is_known(self, file: str, stamp: str) -> bool:
        place = place_of(file)
        return place not in self._afresh and stamps(self._library, [place]).get(place) == stamp

    def _parts(self, found: Found) -> Iterator[Reading | Aside]:
        file = found.piece.location
        for number, part in enumerate(parts(found.piece, self._limits), start=1):
            match part:
                case Unreadable():
                    yield _Trouble(part, file)
                case Text():
                    yield Reading(part, f"{file}/{part.part}", found.entry, file, number)
                case Piece() if format_of(part) is None:
                    self.gathered.passed_over[part.suffix] += 1
                case Piece():
                    yield Reading(part, part.location, found.entry, file, number)

    def take(self, result: Read | Lost[Reading]) -> None:
        """The result of the next reading."""
        while isinstance(met := self._ahead.popleft(), Aside):
            self._done.append(met)
        if isinstance(result, Lost):
            lost = Unreadable(result.task.location, KILLED, SAVE_ANEW)
            result = Read(result.task, None, failures=(lost,))
        self._done.append(result)
        self._weight += sum(len(source.raw) for source in result.sources)
        if len(self._done) >= NOTED_TOGETHER or self._weight > HEAVY:
            self.write()

    def finish(self) -> None:
        """All readings are done."""
        self._done += [each for each in self._ahead if isinstance(each, Aside)]
        self._ahead.clear()

    def write(self) -> None:
        """Keep what is done."""
        done, self._done, self._weight = self._done, [], 0
        if not done:
            return
        with self._library.noting():
            _note(self._library, done)
        self._tell(done)

    def _tell(self, done: list[Read | Aside]) -> None:
        unchanged = [each.reading.location for each in done if isinstance(each, Read) and each.is_unchanged]
        texts = texts_at(self._library, unchanged)
        self.gathered.failures += failures_at(self._library, [place_of(each) for each in unchanged])
        for each in done:
            match each:
                case Read(is_unchanged=True):
                    self.gathered.found += texts.get(each.reading.location, [])
                case Read():
                    self.gathered.found += [found_at(source, digest(source)) for source in each.sources]
                    self.gathered.failures += each.failures
                case _Known():
                    self.gathered.found += texts_in(self._library, each.file)
                    self.gathered.failures += failures_in(self._library, each.file)
                case _Trouble():
                    self.gathered.failures.append(each.failure)


def _few(met: Iterator[Reading | Aside]) -> Iterator[Reading | Aside]:
    """Some of what is met: fewer where it is heavy."""
    heavy = 0
    for each in islice(met, ASKED_TOGETHER):
        yield each
        heavy += _weight(each) if isinstance(each, Reading) else 0
        if heavy > HEAVY:
            return


def _note(library: Library, done: list[Read | Aside]) -> None:
    for each in done:
        match each:
            case Read(reading=reading):
                touch(library, place_of(reading.location))
                if each.is_unchanged:
                    note_number(library, reading.location, reading.number)
                else:
                    _note_read(library, each)
            case _Begun():
                forget(library, place_of(each.file))
            case _Through():
                forget_untouched(library, each.file)
                note(library, NewReading(each.file, each.file, 0, each.stamp, ()))
            case _Trouble():
                if each.is_whole:
                    forget(library, place_of(each.file))
                note_failure(library, each.failure, each.file, each.file)


def _note_read(library: Library, new: Read) -> None:
    reading = new.reading
    forget(library, place_of(reading.location))
    if new.stamp:
        texts = [(each, digest(each)) for each in new.sources]
        note(library, NewReading(reading.location, reading.file, reading.number, new.stamp, texts))
    for failure in new.failures:
        note_failure(library, failure, reading.location, reading.file)
