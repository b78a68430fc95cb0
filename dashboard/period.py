"""Times that people type or brush, as days; and days as they may be typed."""

from __future__ import annotations

import re

from dashboard.tongue import N_
from extract.dates.interval import Interval, from_day, is_day, iso_day, iso_year, months, one_day, to_day

TYPED = re.compile(r"(?P<year>[+-]?\d{1,4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
TYPED_BEFORE = re.compile(r"(?P<year>[1-9]\d{0,3}) ?BCE?", re.ASCII | re.IGNORECASE)

HELP = N_("a year (2024, 480 BCE), a month (2024-06) or a day (2024-06-30)")
"""What may be typed, for people."""


def typed(text: str) -> Interval | None:
    """The year, month or day that somebody typed, None where it is none; signed years count a year 0, as ISO 8601."""
    text = text.strip()
    if before := TYPED_BEFORE.fullmatch(text):
        return months(1 - int(before["year"]), 1, 12)
    found = TYPED.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    return _interval(year or 0, month, day)


def _interval(year: int, month: int | None, day: int | None) -> Interval | None:
    if month is None:
        return months(year, 1, 12)
    if not is_day(year, month, day or 1):
        return None
    return one_day(to_day(year, month, day)) if day else months(year, month)


def as_typed(number: int) -> str:
    """A day in the shortest form that `typed` reads as beginning with it: a year, a month or a day."""
    year, month, day = from_day(number)
    if day > 1:
        return iso_day(number)
    return f"{iso_year(year)}-{month:02d}" if month > 1 else iso_year(year)


def as_typed_last(number: int) -> str:
    """A day in the shortest form that `typed` reads as ending with it."""
    year, month, day = from_day(number + 1)
    if day > 1:
        return iso_day(number)
    year, month, _ = from_day(number)
    return f"{iso_year(year)}-{month:02d}" if month < 12 else iso_year(year)


def from_plotly(text: str) -> int:
    """The day of a date as Plotly returns it: `2024-05-01 03:22`, `-0479-08-11`."""
    year, month, day = re.match(r"([+-]?\d+)-?(\d\d)?-?(\d\d)?", text, re.ASCII).group(1, 2, 3)  # type: ignore[union-attr]
    return to_day(int(year), int(month or 1), int(day or 1))
