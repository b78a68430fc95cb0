"""When a document was written, as a person says: set, left to the evidence again, or taken back.

The document itself comes first, with the log's entry and in one write; what others conclude from it follows
(`settle_others`). Where that is cut off, the next change or the next build does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from extract.among import dated_as_known
from extract.by import By, one_line
from extract.collection import Collection
from extract.dates.interval import Grain, one_day
from extract.dates.statements import parse_stated
from extract.dates.write import edtf_value, in_words
from extract.errors import CorrectionError
from extract.model import Document
from extract.others import NOWHERE, Reach, reach, settle_reached
from extract.pipeline import date_anew
from extract.reason import Date
from extract.said import UNKNOWN
from extract.store.corrections import (
    Correction,
    add,
    corrected_dates,
    history,
    in_force,
    last_change,
    numbered,
    undone,
)
from extract.store.known import KnownSource, actors_named, known_sources
from extract.store.library import Library
from extract.wording import worded

FORMS = "2025-01-13, 2025-01, 2025, in words with the year in full (13 January 2025), or unknown"
"""What may be given as a date, for people."""

NOT_THERE = "The log has no such entry, or it was taken back already"


def day_of(at: datetime) -> Date:
    """The day of a time, among reasons."""
    return Date(one_day(at.astimezone(UTC).date().toordinal()), Grain.DAY)


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of a document's date did to the document."""

    source_id: str
    moved: int
    """Claims that lie elsewhere now: on other days, or on some at last, or on none any more."""
    claims: int
    touched: Reach
    """How far that reaches to others."""
    version: int | None
    """Of the library as it was; None where it was not linked, and has to be gone through as a whole."""


class Deed(StrEnum):
    """What a person can do about a date."""

    SET = "set"
    CLEAR = "clear"
    UNDO = "undo"


def change(library: Library, source_id: str, deed: Deed, date: str, said: By) -> Change:
    """Change when a source was written: `date` sets it, `unknown` says that nobody knows; an undo may be undone.

    Raises CorrectionError for an unknown source, a text that is no date or cannot be one, and where there is nothing to
    clear or undo; LibraryError where the library cannot be written.
    """
    with library.writing():
        known, log = _known(library, source_id), history(library, source_id)
        return _write(library, known, _entry(library, known, log, said, _wish(deed, date, known, log, said)))


def take_back(library: Library, number: int, said: By) -> Change:
    """Take back one entry of the log, whatever was said since; an undo may be undone.

    Raises CorrectionError where there is none, or it was taken back already; LibraryError.
    """
    with library.writing():
        meant = numbered(library, [number]).get(number)
        log = history(library, meant.source_id) if meant else []
        if meant is None or number in undone(log):
            raise CorrectionError(NOT_THERE)
        wish = _taking_back(meant, log)
        if known := known_sources(library, [meant.source_id]):
            return _write(library, known[0], _entry(library, known[0], log, said, wish))
        add(library, replace(meant, reason=said.why, who=said.who, at=said.after(log), undoes=number, new=wish.new))
        return Change(meant.source_id, 0, 0, NOWHERE, library.others_version if library.is_linked else None)


def _write(library: Library, known: KnownSource, entry: Correction) -> Change:
    source_id, version = known.source.source_id, library.others_version if library.is_linked else None
    before, reached = _claims(library, source_id), reach(library, [source_id])
    add(library, entry)
    redate(library, known)
    after = _claims(library, source_id)
    unmoved = {claim for claim in before.keys() & after.keys() if before[claim].days == after[claim].days}
    library.set_stories({claim: before[claim].story for claim in unmoved})
    touched = reached.changed_to(reach(library, [source_id]))
    return Change(source_id, len(before.keys() | after.keys()) - len(unmoved), len(after), touched, version)


def redate(library: Library, known: KnownSource) -> None:
    """Write a source as it is dated by what people say by now. To be called inside `library.writing()`."""
    library.put(_seen_anew(library, known), known.digest)


def settle_others(library: Library, change: Change) -> int:
    """Let those who borrow their dates ask again, and give all claims their stories; how many have another date."""
    return settle_reached(library, change.touched, change.version, [change.source_id])


@dataclass(frozen=True, slots=True)
class _Wish:
    new: str | None
    undoes: int | None = None


def _wish(deed: Deed, date: str, known: KnownSource, log: Sequence[Correction], said: By) -> _Wish:
    match deed:
        case Deed.SET:
            return _setting(known, log, date, said)
        case Deed.CLEAR:
            return _clearing(log)
        case Deed.UNDO:
            return _undoing(log)


def _setting(known: KnownSource, log: Sequence[Correction], date: str, said: By) -> _Wish:
    new = as_stored(date, known.source.read_on or said.at.date().toordinal())
    counting = in_force(log)
    if counting and counting.new == new and said.why in ("", counting.reason):
        raise CorrectionError(f"It is {new} already: {worded(counting.told)}. A reason (why) can be added to it")
    return _Wish(new)


def _clearing(log: Sequence[Correction]) -> _Wish:
    counting = in_force(log)
    if counting is None or counting.new is None:
        raise CorrectionError("Nobody has set this date: the evidence counts already")
    return _Wish(None)


def _undoing(log: Sequence[Correction]) -> _Wish:
    last = last_change(log)
    if last is None:
        raise CorrectionError("There is no change of this date to take back")
    return _taking_back(last, log)


def _taking_back(meant: Correction, log: Sequence[Correction]) -> _Wish:
    latest = max(each.id for each in log)
    counting = in_force([*log, replace(meant, id=latest + 1, undoes=meant.id)])
    return _Wish(counting.new if counting else None, meant.id)


def as_stored(date: str, read_on: int) -> str:
    """A date that a person gives, as ISO text. Raises CorrectionError where it is none, or lies after the reading."""
    if date.strip().casefold() == UNKNOWN:
        return UNKNOWN
    read = parse_stated(one_line(date))
    if read is None:
        raise CorrectionError(f"{one_line(date)!r} is no date: write {FORMS}")
    if read[0].start > read_on:
        day = in_words(one_day(read_on), Grain.DAY)
        raise CorrectionError(f"{in_words(*read)} cannot be: the source was read on {day}, and nothing in it is newer")
    return edtf_value(*read)


@dataclass(frozen=True, slots=True)
class _Claim:
    story: str
    days: tuple[int | None, int | None]


def _known(library: Library, source_id: str) -> KnownSource:
    found = known_sources(library, [source_id])
    if not found:
        raise CorrectionError(f"{library.path} holds no source {source_id}: its file may hold another text by now")
    return found[0]


def _claims(library: Library, source_id: str) -> dict[str, _Claim]:
    found = library.connection.execute(
        "SELECT event_id, story_id, start_day, end_day FROM events WHERE source_id = ?", (source_id,)
    )
    return {event_id: _Claim(story, (start, end)) for event_id, story, start, end in found}


def _entry(library: Library, known: KnownSource, log: Sequence[Correction], said: By, wish: _Wish) -> Correction:
    source = known.source
    (old,) = library.connection.execute(
        "SELECT source_date FROM sources WHERE source_id = ?", (source.source_id,)
    ).fetchone()
    at = said.after(log)
    return Correction(0, source.source_id, source.location, old, wish.new, said.why, said.who, at, wish.undoes)


def _seen_anew(library: Library, known: KnownSource) -> Document:
    """The document as it is dated now; only evidence asks the neighbours."""
    source_id = known.source.source_id
    corrected = corrected_dates(library, [source_id]).get(source_id)
    source, actors = replace(known.source, corrected=corrected), actors_named(library, source_id)
    return date_anew(source, actors, Collection()).document() if corrected else dated_as_known(library, source, actors)
