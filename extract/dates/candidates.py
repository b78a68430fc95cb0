"""The days that a date with missing parts may mean, near a given day, and the choice among them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.dates.expression import LAST, NEXT, Calendar
from extract.dates.interval import (
    DAYS_PER_WEEK,
    Grain,
    Interval,
    from_day,
    is_day,
    months,
    one_day,
    to_day,
    unit_of,
    weekday,
)
from extract.model import Outlook

YEARS_AROUND = 8
"""Years searched on each side for a day and month; a leap day recurs within eight years, a weekday on a date within
eleven at most, and a weekday that agrees only farther away is a slip of the writer's."""


AS_PLANNED = "planned, so the first one from the time of writing on"
AS_PAST = "told as past, so the last one up to the time of writing"
"""Why, where the tense decided."""

FARTHEST_YEARLESS = 200
"""Days: a date without year that a past form would put farther away yields to a coming one nearer by. The past form is
often that of the source's words alone: "takes office on January 20, his team said"."""


def grain_of(expression: Calendar) -> Grain:
    """How finely the words of a calendar date say when."""
    if expression.unit:
        return expression.unit
    if expression.day is not None or expression.weekday is not None:
        return Grain.DAY
    if expression.month is not None:
        return Grain.MONTH
    return Grain.YEAR if expression.season is None else Grain.SEASON


def in_year(expression: Calendar, year: int) -> Interval | None:
    """The days that the date means in that year, None where the year has no such day."""
    if expression.unit:
        return unit_of(to_day(year), expression.unit)
    if expression.season is not None:
        return months(year, 3 + 3 * expression.season, 3)
    if expression.month is None:
        return unit_of(to_day(year), Grain.YEAR)
    if expression.day is None:
        return months(year, expression.month)
    if not is_day(year, expression.month, expression.day):
        return None
    return one_day(to_day(year, expression.month, expression.day))


def candidates(expression: Calendar, day: int) -> list[Interval]:
    """All that a date without a year may mean near a day, in order of time."""
    if expression.month is None and expression.season is None:
        first = day - weekday(day) + (expression.weekday or 0)
        return [one_day(first + DAYS_PER_WEEK * weeks) for weeks in (-2, -1, 0, 1, 2)]
    year = from_day(day)[0]
    found = [in_year(expression, y) for y in range(year - YEARS_AROUND, year + YEARS_AROUND + 1)]
    possible = [interval for interval in found if interval]
    if expression.weekday is None:
        return possible
    agreeing = [interval for interval in possible if weekday(interval.start) == expression.weekday]
    return agreeing or possible


def choose(
    expression: Calendar, possible: Sequence[Interval], day: int, outlook: Outlook | None
) -> tuple[Interval | None, str]:
    """The one that is meant when seen from a day, and why in words; None where none fits."""
    if expression.years_away is not None:
        return in_year(expression, from_day(day)[0] + expression.years_away), "of the year counted from that of writing"
    if expression.direction is not None:
        return _by_direction(expression, possible, day)
    nearest = _nearest(possible, day)
    if expression.day is not None and expression.weekday is not None:
        return nearest, "the nearest one on that weekday"
    told, why = _as_told(possible, day, outlook)
    if expression.day is None:
        return told, why
    if outlook is not Outlook.PLANNED and (outlook is not Outlook.PAST or _is_far(told, day) > _is_far(nearest, day)):
        return nearest, "the one nearest to the time of writing"
    return told, why


def _as_told(possible: Sequence[Interval], day: int, outlook: Outlook | None) -> tuple[Interval | None, str]:
    if outlook is Outlook.PLANNED:
        first = next((interval for interval in possible if interval.last >= day), None)
        return first, AS_PLANNED
    last = next((interval for interval in reversed(possible) if interval.start <= day), None)
    if outlook is Outlook.PAST:
        return last, AS_PAST
    return last, "nothing points ahead, so the last one up to the time of writing"


def _is_far(interval: Interval | None, day: int) -> bool:
    """Whether a day lies farther away than news tells of without its year."""
    return interval is None or abs(interval.start - day) > FARTHEST_YEARLESS


def _by_direction(expression: Calendar, possible: Sequence[Interval], day: int) -> tuple[Interval | None, str]:
    if expression.direction == LAST:
        return next((i for i in reversed(possible) if i.last < day), None), "the last one before the time of writing"
    if expression.direction == NEXT:
        return next((i for i in possible if i.start > day), None), "the first one after the time of writing"
    around = unit_of(day, Grain.WEEK if expression.month is None and expression.season is None else Grain.YEAR)
    within = next((i for i in possible if around.start <= i.start < around.end), None)
    return within, f"the one of that {_unit(around)}"


def _unit(around: Interval) -> str:
    return "week" if around.days == DAYS_PER_WEEK else "year"


def _nearest(possible: Sequence[Interval], day: int) -> Interval | None:
    return min(possible, key=lambda interval: abs(interval.start - day), default=None)
