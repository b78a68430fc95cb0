"""The days that a date with missing parts may mean, near a given day, and the choice among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.dates.expression import (
    LAST,
    NEXT,
    WEEK_AFTER,
    At,
    Calendar,
    Counterpart,
    Expression,
    FromTold,
    Holding,
    Nth,
    Offset,
    Part,
    Shift,
    System,
    Within,
)
from extract.dates.interval import (
    DAYS_PER_WEEK,
    Grain,
    Interval,
    from_day,
    is_day,
    months,
    one_day,
    shift_unit,
    to_day,
    unit_of,
    weekday,
)
from extract.dates.named_days import named_days, named_in_year
from extract.dates.systems import interval_of, year_of
from extract.model import Outlook

YEARS_AROUND = 8
"""Years searched on each side for a day and month; a leap day recurs within eight years, a weekday on a date within
eleven at most, and a weekday that agrees only farther away is a slip of the writer's."""

NEAR_YEARS = 2
"""The same for dates that every year has."""

WEEKS_AROUND = 2
MONTHS_AROUND = 14
"""A weekday falls on a given day of the month within fourteen months."""

FARTHEST_PAST_MONTH = 270
"""Days: a month of an earlier year that a past form would put farther away is a coming one, too."""

ABOUT_NOW = 31
"""Days in which what has just been, or is about to be, is told without its year."""

FARTHEST_YEARLESS = 200
"""Days: a date without year that a past form would put farther away yields to a coming one nearer by. The past form is
often that of the source's words alone: "takes office on January 20, his team said"."""


def grain_of(expression: Expression) -> Grain:
    """How finely the words of a date say when."""
    match expression:
        case Calendar():
            return _grain_of_calendar(expression)
        case Shift(exact=True):
            return Grain.DAY
        case Offset() | FromTold() | Shift() | Holding():
            return expression.grain
        case Within():
            return grain_of(expression.inner)
        case Nth():
            return expression.unit if isinstance(expression.unit, Grain) else Grain.DAY
        case Counterpart():
            return expression.unit or grain_of(expression.outer)
        case Part():
            return grain_of(expression.whole)
        case At():
            return grain_of(expression.date)
    return Grain.DAY


def _grain_of_calendar(expression: Calendar) -> Grain:
    if expression.unit:
        return expression.unit
    if expression.named is not None:
        rule = named_days()[expression.named]
        return Grain.MONTH if rule.hijri_month and not rule.hijri_day else Grain.DAY
    if expression.day is not None or expression.weekday is not None:
        return Grain.DAY
    if expression.month is not None:
        return Grain.MONTH
    if expression.season is not None:
        return Grain.SEASON
    if expression.quarter is not None:
        return Grain.QUARTER
    return Grain.YEAR if expression.half is None else Grain.HALF


def in_year(expression: Calendar, year: int) -> Interval | None:
    """The days that the date means in that year of its own calendar, None where the year has no such day."""
    if expression.system is not System.GREGORIAN:
        return interval_of(expression.system, year, expression.month, expression.day)
    if expression.unit:
        return unit_of(to_day(year), expression.unit)
    if expression.named is not None:
        return next(iter(named_in_year(expression.named, year)), None)
    if expression.season is not None:
        return months(year, 3 + 3 * expression.season, 3)
    if expression.quarter is not None:
        return months(year, 3 * expression.quarter - 2, 3)
    if expression.half is not None:
        return months(year, 6 * expression.half - 5, 6)
    if expression.month is None:
        return unit_of(to_day(year), Grain.YEAR)
    if expression.day is None:
        return months(year, expression.month)
    if not is_day(year, expression.month, expression.day):
        return None
    return one_day(to_day(year, expression.month, expression.day))


@lru_cache(maxsize=4096)
def candidates(expression: Calendar, day: int) -> Sequence[Interval]:
    """All that a date without a year may mean near a day, in order of time."""
    if expression.unit is Grain.WEEKEND:
        return [shift_unit(day, weeks, Grain.WEEKEND) for weeks in range(-WEEKS_AROUND, WEEKS_AROUND + 1)]
    if not expression.yearly:
        return _days_of_months(expression, day) if expression.day else _weekdays(expression.weekday or 0, day)
    year = from_day(day)[0]
    if expression.system is not System.GREGORIAN:
        own = year_of(expression.system, day)
        if own is None:
            return []
        year = own
    around = YEARS_AROUND if expression.day is not None else NEAR_YEARS
    years = range(year - around, year + around + 1)
    if expression.named is not None:
        return [interval for y in years for interval in named_in_year(expression.named, y)]
    possible = [interval for y in years if (interval := in_year(expression, y))]
    return _on_weekday(possible, expression.weekday)


def _weekdays(number: int, day: int) -> list[Interval]:
    first = day - weekday(day) + number
    return [one_day(first + DAYS_PER_WEEK * weeks) for weeks in range(-WEEKS_AROUND, WEEKS_AROUND + 1)]


def _days_of_months(expression: Calendar, day: int) -> list[Interval]:
    year, month, _ = from_day(day)
    found = []
    for away in range(-MONTHS_AROUND, MONTHS_AROUND + 1):
        whole = months(year, month + away)
        number = whole.start + (expression.day or 1) - 1
        if number < whole.end:
            found.append(one_day(number))
    return _on_weekday(found, expression.weekday)


def _on_weekday(possible: list[Interval], number: int | None) -> list[Interval]:
    if number is None:
        return possible
    return [interval for interval in possible if weekday(interval.start) == number] or possible


def choose(
    expression: Calendar,
    possible: Sequence[Interval],
    day: int,
    outlook: Outlook | None,
    *,
    strict: bool = False,
    led: bool = False,
    firm: bool = False,
) -> tuple[Interval | None, str]:
    """The one that is meant when seen from a day, and the key of the reason; None where none fits.

    `strict` says that the side is wished for, however far away it puts a date; `led` that the word beside it tells it,
    `firm` that a verb beside it does: one of a coming day is as near as "was extended to 20 November".
    """
    if expression.direction is not None:
        return _by_direction(expression, possible, day, outlook)
    if strict and not (expression.day is not None and expression.weekday is not None):
        return _on_side(expression, possible, day, outlook)
    nearest = _nearest(possible, day)
    if expression.day is not None and expression.weekday is not None:
        return nearest, "weekday"
    numbered = expression.quarter is not None or expression.half is not None
    if outlook is Outlook.OPEN or (numbered and outlook is not Outlook.PAST):
        return min(possible, key=lambda each: _days_away(each, day), default=None), "nearest"
    told, why = _as_told(possible, day, outlook)
    if outlook is Outlook.PAST and (led or (firm and not _is_just_ahead(possible, day))):
        return told, why
    if expression.day is None and expression.named is None:
        if not led and _is_month_long_gone(expression, told, day, outlook):
            return next((each for each in possible if each.start > day), told), "nearest"
        return told, why
    if outlook is Outlook.PLANNED:
        return (nearest, "nearest") if _has_just_been(nearest, day) else (told, why)
    if outlook is not Outlook.PAST or _is_far(told, day) > _is_far(nearest, day):
        return nearest, "nearest"
    return told, why


def _is_month_long_gone(expression: Calendar, told: Interval | None, day: int, outlook: Outlook | None) -> bool:
    """Whether a month lies in an earlier year and farther away than news tells of without its year."""
    if expression.month is None or told is None or told.end > day:
        return False
    return told.end < unit_of(day, Grain.YEAR).start and _days_away(told, day) > (
        FARTHEST_PAST_MONTH if outlook is Outlook.PAST else FARTHEST_YEARLESS
    )


def _on_side(
    expression: Calendar, possible: Sequence[Interval], day: int, outlook: Outlook | None
) -> tuple[Interval | None, str]:
    """The nearest one on a side; a weekday named on that very weekday is another."""
    if outlook is Outlook.PLANNED and not expression.yearly:
        return next((each for each in possible if each.start > day), None), "planned"
    return _as_told(possible, day, outlook)


def _days_away(interval: Interval, day: int) -> int:
    return max(interval.start - day, day - interval.last, 0)


def _as_told(possible: Sequence[Interval], day: int, outlook: Outlook | None) -> tuple[Interval | None, str]:
    if outlook is Outlook.PLANNED:
        return next((interval for interval in possible if interval.last >= day), None), "planned"
    last = next((interval for interval in reversed(possible) if interval.start <= day), None)
    return last, "past" if outlook is Outlook.PAST else "undirected"


def _has_just_been(interval: Interval | None, day: int) -> bool:
    """Whether a day lies so shortly back that the coming one would be told with its year: another clause plans."""
    return interval is not None and 0 < day - interval.start <= ABOUT_NOW


def _is_just_ahead(possible: Sequence[Interval], day: int) -> bool:
    """Whether the coming one is so near that a text may speak of it in the past form: "it was set for 20 November"."""
    coming = next((each for each in possible if each.start > day), None)
    return coming is not None and coming.start - day <= ABOUT_NOW


def _is_far(interval: Interval | None, day: int) -> bool:
    """Whether a day lies farther away than news tells of without its year."""
    return interval is None or abs(interval.start - day) > FARTHEST_YEARLESS


def _by_direction(
    expression: Calendar, possible: Sequence[Interval], day: int, outlook: Outlook | None
) -> tuple[Interval | None, str]:
    if expression.direction == LAST:
        return next((i for i in reversed(possible) if i.last < day), None), "last"
    if expression.direction == NEXT:
        return next((i for i in possible if i.start > day), None), "next"
    weekly = not expression.yearly
    if expression.direction == WEEK_AFTER:
        if not weekly:
            return next((i for i in possible if i.start > day), None), "next"
        week = shift_unit(day, 1, Grain.WEEK)
        return next((i for i in possible if week.holds(i)), None), "next_week"
    if weekly and outlook in (Outlook.PAST, Outlook.PLANNED):
        return _as_told(possible, day, outlook)
    around = unit_of(day, Grain.WEEK if weekly else Grain.YEAR)
    if running := next((i for i in possible if i.start <= day < i.end), None):
        return running, "this_week" if weekly else "this_year"
    within = next((i for i in possible if around.start <= i.start < around.end), None)
    return within, "this_week" if weekly else "this_year"


def _nearest(possible: Sequence[Interval], day: int) -> Interval | None:
    return min(possible, key=lambda interval: abs(interval.start - day), default=None)


def seen_from_told(expression: Calendar, told: Interval) -> Interval | None:
    """The one that "the following", "that" or "the preceding" means after a date that was told."""
    possible = candidates(expression, told.start)
    if expression.told == LAST:
        return next((i for i in reversed(possible) if i.last < told.start), None)
    if expression.told == NEXT:
        return next((i for i in possible if i.start > told.start and not i.holds(told)), None)
    return next((i for i in possible if i.holds(told) or told.holds(i)), None)
