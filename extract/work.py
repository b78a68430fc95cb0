"""What is done to documents one by one, and so by any process: reading files, and what a text says by itself."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.actors.roster import Roster
from extract.dates.statements import is_header_line
from extract.errors import Unreadable
from extract.model import Source
from extract.pipeline import Analysis, analyse, told_alone
from extract.read.documents import headline, make_source
from extract.read.formats import parts, texts
from extract.read.limits import Limits
from extract.read.manifest import Entry
from extract.read.patience import patience
from extract.read.pieces import Piece, Text, unreadable
from extract.said import OwnActor
from extract.text.language import detect_language

READERS = "2"
"""Raised when readers give other texts than before: files are read anew then."""


NOTHING = Text("")


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read: a piece, or a text that its container told already."""

    found: Piece | Text
    location: str
    known: Entry
    file: str
    """The location of the file in which it lies; its own where it is one."""
    number: int
    """Which of the parts of its file it is; 0 where it is one."""
    stamp: str | None = None
    """What it had when it was read last."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading."""

    reading: Reading
    stamp: str | None
    """None where its bytes could not be had."""
    sources: tuple[Source, ...] = ()
    failures: tuple[Unreadable, ...] = ()
    is_unchanged: bool = False
    """Whether it was read before, and is as it was."""


def read(limits: Limits, read_on: int, reading: Reading) -> Read:
    """What it holds; what is wrong with one document of it stops no other. `read_on` is the day of reading."""
    told = replace(reading, found=NOTHING)  # nobody needs its bytes again
    try:
        stamp = stamp_of(reading.found, reading.known, limits)
    except Unreadable as error:
        return Read(told, None, failures=(error,))
    if stamp == reading.stamp:
        return Read(told, stamp, is_unchanged=True)
    sources: list[Source] = []
    failures: list[Unreadable] = []
    try:
        with patience(reading.location, limits.seconds):
            for found in texts(reading.found, limits) if isinstance(reading.found, Piece) else (reading.found,):
                _add(found, reading, read_on, sources, failures)
    except Unreadable as error:
        failures.append(error)
    return Read(told, stamp, tuple(_of_pages_apart(sources)), tuple(failures))


def gone_through(limits: Limits, piece: Piece) -> None:
    """Go through what holds many documents, and do nothing with them: for a process that may end by that."""
    for _ in parts(piece, limits):
        pass


def _of_pages_apart(sources: Sequence[Source]) -> Iterator[Source]:
    """Documents of one file that name one page are several that cite it, and no versions of one."""
    counts = Counter(each.page for each in sources)
    for each in sources:
        yield each if counts[each.page] == 1 or each.seen else replace(each, page=None)


def _add(
    found: Text | Unreadable, reading: Reading, read_on: int, sources: list[Source], failures: list[Unreadable]
) -> None:
    if isinstance(found, Unreadable):
        failures.append(found)
        return
    try:
        sources.append(_source(found, reading, read_on))
    except Unreadable as error:
        failures.append(error)


def analysed(own: tuple[OwnActor, ...], source: Source) -> Analysis:
    """What a source says by itself; `own` are the actors that the user knows."""
    return told_alone(analyse(source, _roster(own)))


@lru_cache(maxsize=1)
def _roster(own: tuple[OwnActor, ...]) -> Roster:
    return Roster(own)


def _source(found: Text, reading: Reading, read_on: int) -> Source:
    is_part = isinstance(reading.found, Piece) and found.part
    location = f"{reading.location}/{found.part}" if is_part else reading.location
    is_whole = location == reading.file
    known = reading.known if is_whole else reading.known.model_copy(update={"title": None, "url": None, "date": None})
    if found.beside and not found.language:
        found = replace(found, language=detect_language(found.text, found.beside))
    source = _titled(make_source(found, location, known, read_on))
    is_row = isinstance(reading.found, Text)  # rows may cite one page; of which file they are tells no version
    return replace(source, page=None) if is_row or found.happened else source


def _titled(source: Source) -> Source:
    """Under its second line where the first, which was taken for its title, only says when its page was published."""
    first, _, rest = source.text.partition("\n")
    if source.title != first.strip() or not is_header_line(first):
        return source
    return replace(source, title=headline(rest.lstrip()))


def stamp_of(found: Piece | Text, known: Entry, limits: Limits) -> str:
    """Changes when bytes change, what is told of them, or how they are read. Raises Unreadable."""
    told = f"{known.model_dump_json()}{limits.model_dump_json()}{READERS}"
    if isinstance(found, Text):
        return f"{_digest(repr(found))}:{_digest(told)}"
    told += repr((found.seen, found.url, found.media_type, dict(found.columns)))
    return f"{digest_of(found)}:{_digest(told)}"


def digest_of(piece: Piece) -> str:
    """Of its bytes. Raises Unreadable where they cannot be had."""
    if isinstance(piece.content, bytes):
        return hashlib.sha256(piece.content).hexdigest()
    try:
        with piece.open() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(piece.location, error) from error


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest()
