"""Other calendars' years, months and days, as days of ours.

Lunar Hijri dates follow the Umm al-Qura calendar where its tables reach (1343 to 1500 AH), the arithmetical one
elsewhere; a sighting of the moon may move either by a day. Solar Hijri dates follow the Iranian calendar.
"""

from __future__ import annotations

from functools import cache

from convertdate import islamic, persian
from hijridate import Hijri

from extract.dates.expression import System
from extract.dates.interval import Interval, from_day, to_day

FIRST_TABULATED, LAST_TABULATED = 1343, 1500
"""Years that hijridate's Umm al-Qura tables hold."""

LAST_MONTH = 12


def start_of(system: System, year: int, month: int, day: int = 1) -> int:
    """The day on which a day of another calendar falls; `month` may be 13, the first of the next year."""
    if month > LAST_MONTH:
        year, month = year + 1, month - LAST_MONTH
    if system is System.SOLAR_HIJRI:
        return to_day(*persian.to_gregorian(year, month, 1)) + day - 1
    if FIRST_TABULATED <= year <= LAST_TABULATED:
        first = Hijri(year, month, 1).to_gregorian()
        return first.toordinal() + day - 1
    return to_day(*islamic.to_gregorian(year, month, 1)) + day - 1


@cache
def interval_of(system: System, year: int, month: int | None, day: int | None) -> Interval | None:
    """The days that a year, month or day of another calendar means; None where its month has no such day."""
    if month is None:
        return Interval(start_of(system, year, 1), start_of(system, year + 1, 1))
    month_days = Interval(start_of(system, year, month), start_of(system, year, month + 1))
    if day is None:
        return month_days
    first = month_days.start + day - 1
    return Interval(first, first + 1) if 1 <= day <= month_days.days else None


def year_of(system: System, day: int) -> int:
    """The year of another calendar in which a day lies."""
    gregorian = from_day(day)[0]
    year = gregorian - 621 if system is System.SOLAR_HIJRI else round((gregorian - 622) * 33 / 32)
    while start_of(system, year, 1) > day:
        year -= 1
    while start_of(system, year + 1, 1) <= day:
        year += 1
    return year
