"""When a document was written, and who changed that, in plain words: for the command line and the dashboard."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from extract.dates.bounds import bounds
from extract.dates.interval import Interval, from_day, one_day, weekday
from extract.dates.write import MONTH_NAMES, interval_in_words
from extract.model import AnchorBasis
from extract.said import UNKNOWN
from extract.store.corrections import Correction, undone
from extract.store.shelf import Shelved
from extract.wording import worded

WRITTEN_WORDS = {
    AnchorBasis.CORRECTED: "as a person says",
    AnchorBasis.GIVEN: "stated with it",
    AnchorBasis.HEADER: "by its header",
    AnchorBasis.ADDRESS: "by its address",
    AnchorBasis.DATELINE: "by its dateline",
    AnchorBasis.INFERRED: "inferred",
    AnchorBasis.NEIGHBOURS: "inferred with other sources",
    AnchorBasis.NONE: "unknown",
}

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NOBODY_KNOWS = "nobody knows when"


def when(first: int | None, end: int | None) -> str | None:
    """Days of writing in words, a single one with its weekday: "Monday 13 January 2025"; None where unknown."""
    words = interval_in_words(first, end)
    if words is None or first is None or end != first + 1:
        return words
    return f"{WEEKDAY_NAMES[weekday(first)]} {words}"


def days_of(edtf: str | None) -> Interval | None:
    """The days of a document's date as the library writes it; None where it is unknown or none that can be counted."""
    ends = bounds(edtf or "")
    return Interval(ends[0][0].start, ends[-1][0].end) if ends else None


def date_in_words(edtf: str | None) -> str:
    """A document's date as the library writes it, in words."""
    days = days_of(edtf)
    if days is None:
        return edtf if edtf and edtf != UNKNOWN else "not known"
    return when(days.start, days.end) or "not known"


def written(source: Shelved) -> str:
    """When a source was written and how that is known: "Monday 13 January 2025, by its header"."""
    days = when(source.start, source.end)
    if days is None:
        says = f", {WRITTEN_WORDS[source.basis]}" if source.basis is AnchorBasis.CORRECTED else ""
        return NOBODY_KNOWS + says
    return f"{days}, {WRITTEN_WORDS[source.basis]}"


class Deed(Enum):
    """What an entry of the log did, each in words that may name the date."""

    TOOK_BACK = "took back the change before"
    WENT_BACK = "went back to the evidence"
    KNOWS_NOT = "said that nobody knows"
    SET = "set it to {date}"


def deed_of(entry: Correction) -> Deed:
    """What an entry of the log did."""
    if entry.undoes is not None:
        return Deed.TOOK_BACK
    if entry.new is None:
        return Deed.WENT_BACK
    return Deed.KNOWS_NOT if entry.new == UNKNOWN else Deed.SET


def deed(entry: Correction) -> str:
    """The same in words: "set it to Monday 13 January 2025 (it was January 2025)"."""
    done = deed_of(entry).value.format(date=date_in_words(entry.new))
    if entry.follows:
        return f"{done}, for an earlier text of this file"
    return f"{done} (it was {date_in_words(entry.old)})"


def moment(at: str) -> str:
    """The time of an entry in words: "22 November 2026, 06:10 UTC"."""
    time = datetime.fromisoformat(at)
    year, month, day = from_day(one_day(time.date().toordinal()).start)
    return f"{day} {MONTH_NAMES[month - 1]} {year}, {time:%H:%M} UTC"


def told(source: Shelved, log: Sequence[Correction]) -> str:
    """All that is known of when a source was written, for a terminal."""
    gone = undone(log)
    lines = [
        source.name,
        f"{source.source_id}, {source.location}",
        f"Written: {written(source)}.",
        f"Evidence: {worded(source.evidence)}.",
        *(f"Doubt: {worded(doubt)}." for doubt in source.doubts),
        f"Claims: {source.claims}, {source.undated} of them undated.",
        *(_logged(entry, taken_back=entry.id in gone) for entry in log),
    ]
    return "\n".join(map(plain, lines))


def _logged(entry: Correction, *, taken_back: bool) -> str:
    why = f": \u201c{entry.reason}\u201d" if entry.reason else ""
    return f"Changed {moment(entry.at)}: {entry.who} {deed(entry)}{why}.{' Taken back.' * taken_back}"


def changed(before: Shelved, after: Shelved, moved: int, others: int) -> str:
    """What a change did, for a terminal."""
    lines = [before.name, f"Was: {written(before)}.", f"Now: {written(after)}.", outcome(moved, after.claims, others)]
    return "\n".join(map(plain, lines))


def outcome(moved: int, claims: int, others: int) -> str:
    """How much a change moved: "3 of 8 claims moved. 1 other source was dated anew."."""
    verb = "source was" if others == 1 else "sources were"
    anew = f" {others} other {verb} dated anew." if others else ""
    return f"{moved} of {claims} claim{'s' * (claims != 1)} moved.{anew}"


def plain(line: str) -> str:
    """A line that a terminal only shows: signs that would steer it, or turn the direction of text, are left out."""
    return "".join(sign for sign in line if not unicodedata.category(sign).startswith("C"))
