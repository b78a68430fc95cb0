"""What people corrected: a log that is only added to, and what of it is in force."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import groupby
from typing import Protocol, TypeVar

from extract.dates.interval import Grain, one_day
from extract.model import CorrectedDate
from extract.reason import Date, Reason, because
from extract.said import UNKNOWN
from extract.store.library import Library
from extract.store.log import Kind, enter
from extract.store.query import AMONG
from extract.store.values import place_of

SOURCE_DATE = "source_date"
"""The field of a source that can be corrected so far."""

_COLUMNS = "id, source_id, location, old, new, reason, who, at, undoes, follows"


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the log: somebody said of a source that its date is another one."""

    id: int
    source_id: str
    location: str
    old: str | None
    """The date that stood there before, as EDTF; None where there was none."""
    new: str | None
    """The date that a person set, or `unknown`; None where the evidence counts again."""
    reason: str
    who: str
    at: str
    undoes: int | None = None
    follows: int | None = None

    @property
    def told(self) -> Reason:
        """Who says so, when and why."""
        day = Date(one_day(date.fromisoformat(self.at[:10]).toordinal()), Grain.DAY)
        said = Reason("unknown_by" if self.new == UNKNOWN else "set_by", {"who": self.who, "day": day})
        return because(Reason("of_earlier_text", {"said": said}) if self.follows else said, self.reason)

    @property
    def said(self) -> tuple[object, ...]:
        """What makes it the same as another, beside who says so, when and why."""
        return self.source_id, self.new

    @property
    def date(self) -> CorrectedDate | None:
        """What it says of the day of writing; None where it leaves that to the evidence."""
        if self.new is None:
            return None
        return CorrectedDate(None if self.new == UNKNOWN else self.new, self.told)


def history(library: Library, source_id: str) -> list[Correction]:
    """All that was ever said of a source's date, oldest first."""
    return _entries(library, "source_id = ?", source_id)


def numbered(library: Library, numbers: Iterable[int]) -> dict[int, Correction]:
    """Some entries by their ids; those that are not there are left out."""
    return {each.id: each for each in _entries(library, f"id {AMONG}", json.dumps(list(numbers)))}


def is_told_elsewhere(library: Library, number: int) -> bool:
    """Whether an entry was repeated for another text of its file, or repeats what is said of one that stands there."""
    found = library.connection.execute(
        "WITH RECURSIVE before AS (SELECT follows FROM corrections WHERE id = :id"
        " UNION SELECT c.follows FROM corrections AS c JOIN before ON c.id = before.follows)"
        " SELECT EXISTS (SELECT 1 FROM corrections WHERE follows = :id) OR EXISTS (SELECT 1 FROM before"
        " JOIN corrections AS c ON c.id = before.follows JOIN sources AS s ON s.source_id = c.source_id)",
        {"id": number},
    )
    return bool(found.fetchone()[0])


def _entries(library: Library, where: str, *parameters: object) -> list[Correction]:
    found = library.connection.execute(
        f"SELECT {_COLUMNS} FROM corrections WHERE field = ? AND {where} ORDER BY source_id, at, id",
        (SOURCE_DATE, *parameters),
    )
    return [Correction(*row) for row in found]


class Entry(Protocol):
    """An entry of a log in which one entry may take back another."""

    @property
    def id(self) -> int:
        """Later entries have larger ones."""

    @property
    def undoes(self) -> int | None:
        """The entry that it takes back, if any."""


Logged = TypeVar("Logged", bound=Entry)


def undone(entries: Iterable[Entry]) -> set[int]:
    """Ids of the entries of a log that count no more; an undo may be undone itself."""
    gone: set[int] = set()
    for entry in sorted(entries, key=lambda entry: -entry.id):
        if entry.id not in gone and entry.undoes is not None:
            gone.add(entry.undoes)
    return gone


def standing(entries: Iterable[Logged]) -> tuple[Logged, ...]:
    """The entries of a log that count, in order: what was taken back does not, and undoing says nothing itself."""
    log = list(entries)
    gone = undone(log)
    return tuple(entry for entry in log if entry.id not in gone and entry.undoes is None)


def last_change(entries: Sequence[Logged]) -> Logged | None:
    """The change that an undo takes back: the last one that was not taken back itself."""
    gone = undone(entries)
    return next((entry for entry in reversed(entries) if entry.id not in gone), None)


def in_force(entries: Sequence[Correction]) -> Correction | None:
    """The entry of one source that counts; None where its evidence does, and no entry says so."""
    return next(reversed(standing(entries)), None)


def corrected_dates(library: Library, sources: Collection[str]) -> dict[str, CorrectedDate]:
    """What people say of the dates of some sources, by id; those of which they say nothing are left out."""
    log = _by_source(_entries(library, f"source_id {AMONG}", json.dumps(list(sources))))
    counting = {source_id: in_force(entries) for source_id, entries in log.items()}
    return {source_id: said for source_id, entry in counting.items() if entry and (said := entry.date)}


def _by_source(entries: Iterable[Correction]) -> dict[str, list[Correction]]:
    return {source_id: list(said) for source_id, said in groupby(entries, key=lambda entry: entry.source_id)}


def add(library: Library, entry: Correction) -> int:
    """Write an entry, whose own id is not looked at, and return the id that it got. Inside `library.writing()`."""
    values = {**asdict(entry), "field": SOURCE_DATE}
    del values["id"]
    number = library.insert_one("corrections", values)
    found = library.connection.execute("SELECT title FROM sources WHERE source_id = ?", (entry.source_id,)).fetchone()
    words = (entry.location, found and found[0], entry.old, entry.new)
    enter(library, Kind.SOURCE, number, entry, entry.said, [word for word in words if word])
    return number


def hand_down(library: Library, texts: Mapping[str, str], places: Mapping[str, str]) -> None:
    """Let new texts take over what was said of those whose files they stand in now.

    `texts` are the locations of all texts that are about to be taken, by id. `places` are those of texts that lose
    their file, which may have moved since somebody spoke of them. A text that stands anywhere keeps what is its own.
    """
    log = _by_source(_of_gone(library, places)) if texts else {}
    left = _left_at({source_id: said for source_id, said in log.items() if source_id not in texts}, places)
    if not left:
        return
    known = library.connection.execute(
        f"SELECT source_id FROM sources WHERE source_id {AMONG} UNION"
        f" SELECT source_id FROM corrections WHERE source_id {AMONG}",
        (json.dumps(list(texts)),) * 2,
    )
    spoken_of = {source_id for (source_id,) in known}
    heirs = [
        replace(entry, source_id=source_id, location=at, old=None, follows=entry.id)
        for source_id, at in texts.items()
        if source_id not in spoken_of and (entry := left.get(place_of(at))) and entry.new
    ]
    if heirs:
        with library.writing():
            for heir in heirs:
                add(library, heir)


def _of_gone(library: Library, places: Mapping[str, str]) -> list[Correction]:
    """What was said of texts that lose their file, or have none."""
    return _entries(
        library,
        f"(source_id {AMONG} OR NOT EXISTS (SELECT 1 FROM sources AS s WHERE s.source_id = corrections.source_id))",
        json.dumps(list(places)),
    )


def _left_at(log: Mapping[str, list[Correction]], places: Mapping[str, str]) -> dict[str, Correction | None]:
    """What counts of the texts that are gone, by the places where they stood; the one last spoken of wins."""
    left: dict[str, Correction | None] = {}
    for entries in sorted(log.values(), key=lambda entries: max(entry.id for entry in entries)):
        source_id = entries[0].source_id
        stood = {*(entry.location for entry in entries), places.get(source_id, entries[-1].location)}
        left |= dict.fromkeys(map(place_of, stood), in_force(entries))
    return left
