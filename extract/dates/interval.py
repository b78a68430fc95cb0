"""Days as integers, and the stretches of days that calendars name.

Day 1 is 1 January of the year 1 in the proleptic Gregorian calendar, as in `datetime.date.toordinal`; unlike there,
days before it and after the year 9999 exist. The year 0 exists and is 1 BCE, as in ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DAYS_PER_400_YEARS = 146_097
"""The Gregorian calendar repeats after this many days."""

YEARS_PER_DECADE = 10
YEARS_PER_CENTURY = 100
MONTHS_PER_YEAR = 12
DAYS_PER_WEEK = 7
LONGEST_MONTH = 31
"""Days."""


class Grain(StrEnum):
    """How finely a text says when: the calendar unit that its words name."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    """Units of lengths of time alone, as an interval is made of days."""


class Mod(StrEnum):
    """TIMEX3's modifiers: which part of the unit is meant, or how loosely."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"


MONTHS_IN: dict[Grain, int] = {
    Grain.MONTH: 1,
    Grain.SEASON: 3,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
    Grain.MILLENNIUM: 12000,
}
"""Length in months of the grains that are whole numbers of them."""

WITHIN_DAY = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND})
SATURDAY = 5

THIRDS = {Mod.START: 0, Mod.MID: 1, Mod.END: 2}
"""The edges of a unit are its first, middle and last third: one rule for weeks, months and years, and as wide as the
words allow."""

TEN_DAYS = 10
"""A third of a month, counted as its days are: 1 to 10, 11 to 20, from 21 on."""

SEASON_SHIFT = 2
"""Seasons are meteorological: spring begins two months after the year does, and winter runs into the next year."""


def to_day(year: int, month: int = 1, day: int = 1) -> int:
    """The day's number. `day` may exceed the month: it counts on from the first."""
    year, month = year + (month - 1) // MONTHS_PER_YEAR, (month - 1) % MONTHS_PER_YEAR + 1
    # Counting years from March puts the leap day at the end, where it disturbs nothing.
    shifted = year - (month <= 2)
    months_since_march = (month + 9) % MONTHS_PER_YEAR
    days_before_month = (153 * months_since_march + 2) // 5
    return 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + days_before_month + day - 306


def from_day(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number; the inverse of `to_day`."""
    cycles, day_of_cycle = divmod(number + 305, DAYS_PER_400_YEARS)
    year_of_cycle = (
        day_of_cycle - day_of_cycle // 1460 + day_of_cycle // 36524 - day_of_cycle // (DAYS_PER_400_YEARS - 1)
    ) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    months_since_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * months_since_march + 2) // 5 + 1
    month = (months_since_march + 2) % MONTHS_PER_YEAR + 1
    return 400 * cycles + year_of_cycle + (month <= 2), month, day


def weekday(number: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (number - 1) % DAYS_PER_WEEK


def recurrences(number: int) -> tuple[str, str]:
    """As what a day comes again: 03-17 every year, 0 (Monday) to 6 every week."""
    _, month, day = from_day(number)
    return f"{month:02d}-{day:02d}", str(weekday(number))


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    return to_day(year, month + 1) - to_day(year, month)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= month <= MONTHS_PER_YEAR and 1 <= day <= month_length(year, month)


def iso_year(year: int) -> str:
    """A year as ISO 8601 and EDTF write it: four digits, a sign before the year 0 and after 9999."""
    return f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"


def iso_day(number: int) -> str:
    """A day as ISO 8601 writes it, with a year of at least four digits: `2025-01-17`, `-0479-08-11`."""
    year, month, day = from_day(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A half-open stretch of days: `start` is its first day, `end` the day after its last."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"an interval must hold at least one day: {self.start} to {self.end}")

    @property
    def last(self) -> int:
        """Its last day."""
        return self.end - 1

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.end - self.start

    def holds(self, other: Interval) -> bool:
        """Whether all of the other lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Interval) -> bool:
        """Whether the two share a day."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: Interval) -> Interval | None:
        """The days that both hold, None where there are none."""
        return Interval(max(self.start, other.start), min(self.end, other.end)) if self.meets(other) else None

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both."""
        return Interval(min(self.start, other.start), max(self.end, other.end))


def between(start: int | None, end: int | None) -> Interval | None:
    """The days from one on, up to another; None where that is not known."""
    return None if start is None or end is None else Interval(start, end)


def one_day(number: int) -> Interval:
    """The interval of a single day."""
    return Interval(number, number + 1)


def months(year: int, month: int, count: int = 1) -> Interval:
    """`count` whole months from the given one on; `month` may lie outside 1 to 12."""
    return Interval(to_day(year, month), to_day(year, month + count))


def unit_of(number: int, grain: Grain) -> Interval:
    """The calendar unit of that grain in which a day lies; the weekend that ends its week.

    Weeks begin on Monday, as in ISO 8601.
    """
    if grain in WITHIN_DAY:
        return one_day(number)
    if grain in (Grain.WEEK, Grain.WEEKEND):
        monday = number - weekday(number)
        return Interval(monday if grain is Grain.WEEK else monday + SATURDAY, monday + DAYS_PER_WEEK)
    year, month, _ = from_day(number)
    length = MONTHS_IN[grain]
    shift = SEASON_SHIFT if grain is Grain.SEASON else 0
    since_year_0 = year * MONTHS_PER_YEAR + month - 1 - shift
    return months(0, since_year_0 // length * length + 1 + shift, length)


def shift_unit(number: int, count: int, grain: Grain) -> Interval:
    """The unit that lies `count` units after the one in which a day lies (before it, where negative)."""
    unit = unit_of(number, grain)
    if grain not in MONTHS_IN:
        distance = count * (1 if grain in WITHIN_DAY else DAYS_PER_WEEK)
        return Interval(unit.start + distance, unit.end + distance)
    year, month, _ = from_day(unit.start)
    length = MONTHS_IN[grain]
    return months(year, month + count * length, length)


def same_day(number: int, count: int, grain: Grain) -> int:
    """The day that lies so many units after a day; of a shorter month its last."""
    if grain not in MONTHS_IN:
        return number + count * (1 if grain in WITHIN_DAY else DAYS_PER_WEEK)
    year, month, day = from_day(number)
    found = months(year, month + count * MONTHS_IN[grain])
    return min(found.start + day - 1, found.last)


def third(interval: Interval, grain: Grain, mod: Mod) -> Interval:
    """The part of a unit that "early", "mid" or "late" means, in whole days or months; all of it for other mods."""
    if mod not in THIRDS or not is_unit(interval, grain):
        return interval
    number = THIRDS[mod]
    if grain is Grain.WEEK:
        first = interval.start + 2 * number
        return Interval(first, first + 3)
    if grain is Grain.MONTH:
        first = interval.start + TEN_DAYS * number
        return Interval(first, interval.end if mod is Mod.END else first + TEN_DAYS)
    if grain not in MONTHS_IN:
        return interval
    year, month, _ = from_day(interval.start)
    length = MONTHS_IN[grain] // len(THIRDS)
    return months(year, month + number * length, length)


def whole_of(interval: Interval, grain: Grain, mod: Mod | None) -> Interval:
    """The unit whose early, middle or late part an interval is; the interval itself for other mods."""
    whole = unit_of(interval.start, grain)
    return whole if mod in THIRDS and whole.holds(interval) else interval


def covering(interval: Interval, grain: Grain) -> Interval:
    """The units of that grain that hold the interval; the interval itself where none do."""
    units = unit_of(interval.start, grain).hull(unit_of(interval.last, grain))
    return units if units.holds(interval) else interval


def is_unit(interval: Interval, grain: Grain) -> bool:
    """Whether the interval is exactly one calendar unit of that grain."""
    return unit_of(interval.start, grain) == interval


def number_in(coarse: Grain, fine: Grain) -> int | None:
    """How many of a finer unit make a coarser one; None where that is not always the same number."""
    if (coarse, fine) == (Grain.WEEK, Grain.DAY):
        return DAYS_PER_WEEK
    if coarse not in MONTHS_IN or fine not in MONTHS_IN or MONTHS_IN[coarse] % MONTHS_IN[fine]:
        return None
    return MONTHS_IN[coarse] // MONTHS_IN[fine]
