"""The days of a row, as numbers: a row has them as text, so that every program can read it."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.dates.interval import Interval, is_day, to_day
from extract.store.columns import EventRow

_PARTS = re.compile(r"([+-]?\d+)-(\d\d)-(\d\d)", re.ASCII)

LONGEST_YEAR = 7
"""Characters of a year and its sign with which anything can still be counted; what is longer is no date of anybody."""


def interval_of(row: EventRow) -> Interval | None:
    """The days on which it may have happened; None where it is undated, or where its days are none of the calendar."""
    return _between(row.start, row.end)


@lru_cache(maxsize=4096)
def _between(start: str | None, end: str | None) -> Interval | None:
    first, last = _day(start), _day(end)
    if first is None or last is None or last < first:
        return None
    return Interval(first, last + 1)


def _day(text: str | None) -> int | None:
    found = _PARTS.fullmatch(text or "")
    if found is None or len(found[1]) > LONGEST_YEAR:
        return None
    year, month, day = map(int, found.groups())
    return to_day(year, month, day) if is_day(year, month, day) else None
