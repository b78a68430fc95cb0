"""Other calendars' years, months and days, as days of ours.

Lunar Hijri dates follow the Umm al-Qura calendar where its tables reach (1343 to 1500 AH), the arithmetical one
elsewhere; a sighting of the moon may move either by a day. Solar Hijri dates follow the Iranian calendar.
"""

from __future__ import annotations

from functools import cache

from convertdate import islamic
from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from extract.dates.expression import System
from extract.dates.interval import Interval, from_day, to_day

FIRST_TABULATED, LAST_TABULATED = 1343, 1500
"""Years that hijridate's Umm al-Qura tables hold."""

YEARS = range(1, 2401)
"""Years of these calendars that texts tell of, from their first on; others are numbers of something else."""

LAST_MONTH = 12

HIJRA = 622
"""Year of our calendar in which both begin."""

LUNAR_YEARS_IN_32 = 33
"""Lunar years in 32 of ours."""


@cache
def start_of(system: System, year: int, month: int, day: int = 1) -> int:
    """The day on which a day of another calendar falls; `month` may be 13, the first of the next year."""
    if month > LAST_MONTH:
        year, month = year + 1, month - LAST_MONTH
    if system is System.SOLAR_HIJRI:
        return int(JalaliDate(year, month, 1).to_gregorian().toordinal()) + day - 1  # type: ignore[no-untyped-call]  # the package has no types
    if FIRST_TABULATED <= year <= LAST_TABULATED:
        return int(Hijri(year, month, 1).to_gregorian().toordinal()) + day - 1
    return to_day(*islamic.to_gregorian(year, month, 1)) + day - 1


@cache
def interval_of(system: System, year: int, month: int | None, day: int | None) -> Interval | None:
    """The days that a year, month or day of another calendar means; None where there is no such day or year."""
    if year not in YEARS:
        return None
    if month is None:
        return Interval(start_of(system, year, 1), start_of(system, year, LAST_MONTH + 1))
    whole = Interval(start_of(system, year, month), start_of(system, year, month + 1))
    if day is None:
        return whole
    first = whole.start + day - 1
    return Interval(first, first + 1) if 1 <= day <= whole.days else None


def year_of(system: System, day: int) -> int | None:
    """The year of another calendar in which a day lies; None beyond those that are told of."""
    since = from_day(day)[0] - HIJRA
    year = since + 1 if system is System.SOLAR_HIJRI else since * LUNAR_YEARS_IN_32 // (LUNAR_YEARS_IN_32 - 1) + 1
    for near in range(year - 2, year + 3):
        whole = interval_of(system, near, None, None)
        if whole and whole.start <= day < whole.end:
            return near
    return None
