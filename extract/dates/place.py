"""From what words ask for to days, seen from one day of writing and from what the text told before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.dates.candidates import candidates, choose, grain_of, in_year, seen_from_told
from extract.dates.expression import (
    NEXT,
    At,
    Calendar,
    Counterpart,
    FromTold,
    Holding,
    Nth,
    Offset,
    Part,
    Placed,
    Shift,
    WeekdayFrom,
    Within,
)
from extract.dates.interval import (
    DAYS_PER_WEEK,
    LONGEST_MONTH,
    MONTHS_IN,
    Grain,
    Interval,
    from_day,
    is_unit,
    months,
    one_day,
    same_day,
    shift_unit,
    third,
    unit_of,
    weekday,
)
from extract.model import Outlook

LATE_MONTH, EARLY_MONTH = 10, 3
"""From October on, a story that names January to March goes on in the next year."""

FARTHEST_TOLD = 600
"""Characters beyond which what a text told is no longer what "the same day" and "a year earlier" count from."""

COMPARED = (Grain.QUARTER, Grain.HALF)
"""Periods of business that are compared year on year: a year before a quarter is the quarter of the year before."""


@dataclass(frozen=True, slots=True)
class Told:
    """The last date that the text told: its days and grain."""

    interval: Interval
    grain: Grain
    at: int = 0
    """Offset in the text at which it was told."""
    quarter: int | None = None
    """The number of a business year's quarter, where the text counts so."""


@dataclass(frozen=True, slots=True)
class View:
    """Whence a date is seen."""

    now: int | None
    """The day of writing."""
    told: Told | None
    outlook: Outlook | None = None
    strict: bool = False
    """Whether the side is wished for, however far away it puts a date."""
    led: bool = False
    """Whether the word right before the date puts it there."""
    firm: bool = False
    """Whether the verb that tells the side stands right beside the date."""
    period: Told | None = None
    """The last quarter or half year that the text told."""
    compared: Told | None = None
    """The last stretch that the text told and that it can compare with one of another year."""
    at: int = 0
    """Offset in the text at which it is seen."""
    story: bool = False
    """Whether missing years come from what was told, and not from the day of writing."""


def grain_seen(expression: Placed, view: View) -> Grain:
    """How finely it says when; a year before a quarter is a quarter."""
    if isinstance(expression, Counterpart):
        told = answered(expression, view)
        return told.grain if told else grain_of(expression.outer)
    compared = isinstance(expression, Offset | FromTold) and _compares(expression, view)
    return view.period.grain if compared and view.period else grain_of(expression)


def _compares(expression: Offset | FromTold, view: View) -> bool:
    distance = expression.counted if isinstance(expression, Offset) else expression.count != 0
    once = distance and abs(expression.count) == 1 and expression.grain is Grain.YEAR
    return once and view.period is not None and view.at - view.period.at <= FARTHEST_TOLD


def place(expression: Placed, view: View) -> Interval | None:
    """The days that are meant; None where what they are counted from is not known, or there is no such day."""
    match expression:
        case Calendar():
            return _calendar(expression, view)
        case Offset() | FromTold():
            return _counted(expression, view)
        case Shift() | WeekdayFrom():
            origin = place(expression.origin, view)
            return origin and _from_named(expression, origin)
        case Within():
            return _within(expression, view)
        case Nth():
            outer = place(expression.outer, view)
            return outer and _nth(expression, outer)
        case Holding():
            day = place(expression.date, view)
            return day and unit_of(day.start, expression.grain)
        case Counterpart():
            outer = place(expression.outer, view)
            return outer and _counterpart(expression, outer, answered(expression, view))
        case Part():
            whole = place(expression.whole, view)
            return whole and third(whole, grain_seen(expression.whole, view), expression.mod)
        case At():
            return place(expression.date, view)
    return None


def counts_from_writing(expression: FromTold, view: View) -> bool:
    """Whether it counts from the writing where nothing is told: "a year earlier" compares with now, a plan looks on."""
    if expression.event:
        return False
    if expression.count > 0:
        return view.outlook is Outlook.PLANNED
    return expression.grain is Grain.YEAR or (not expression.count and expression.grain is not Grain.DAY)


def told_origin(expression: Offset | FromTold, view: View) -> Told | None:
    """The told date that it counts from, None for the time of writing; "the quarter" is the last one called so."""
    if not view.story and view.period:
        the_same = isinstance(expression, FromTold) and expression.grain in COMPARED and not expression.count
        if the_same or _compares(expression, view):
            return view.period
    if view.story or not isinstance(expression, FromTold) or not view.told:
        return view.told if view.story else None
    return view.told if _shifted(view.told, expression.count, expression.grain) else None


def units_from_writing(expression: Offset | FromTold, view: View) -> int:
    """How many units from the time of writing; a quarter that is told of without its name is over."""
    if isinstance(expression, Offset) or expression.count or view.strict:
        return expression.count
    return -1 if expression.grain in COMPARED and view.outlook is Outlook.PAST else 0


def _counted(expression: Offset | FromTold, view: View) -> Interval | None:
    """Seen from what was told or from the writing; a unit alone is that of what was told where one holds all of it."""
    told = told_origin(expression, view)
    if told and (found := _shifted(told, expression.count, expression.grain)):
        return found
    if view.now is None or view.story:
        return None
    if isinstance(expression, FromTold) and not view.strict:
        if expression.grain is Grain.DAY and not expression.count:
            return None
        if expression.count and not counts_from_writing(expression, view):
            return None
    return shift_unit(view.now, units_from_writing(expression, view), expression.grain)


def _calendar(expression: Calendar, view: View) -> Interval | None:
    if expression.year is not None:
        return in_year(expression, expression.year)
    if expression.told is not None and view.told:
        return seen_from_told(expression, view.told.interval)
    if expression.told is not None:
        seen = replace(expression, told=None, direction=expression.told)
        return place(seen, view) if view.strict and not view.story else None
    if view.story:
        if not view.told:
            return None
        if expression.direction is not None:
            return seen_from_told(replace(expression, told=min(expression.direction, NEXT)), view.told.interval)
        return following(expression, view.told)
    if view.now is None:
        return None
    possible = candidates(expression, view.now)
    return choose(expression, possible, view.now, view.outlook, strict=view.strict, led=view.led, firm=view.firm)[0]


def answered(expression: Counterpart, view: View) -> Told | None:
    """What the text told that another year's part answers to: as fine as the words ask for."""
    unit = expression.unit
    told = view.compared if unit is None else view.period if unit in COMPARED else view.told
    if told is None or unit in (None, told.grain):
        return told
    whole = unit_of(told.interval.start, unit)
    return Told(whole, unit) if whole.holds(told.interval) else None


def _counterpart(expression: Counterpart, outer: Interval, told: Told | None) -> Interval | None:
    """The same part of another year, or all of it where the text tells of none.

    "Last year" beside something of last year is the year before that: the text compares two years.
    """
    if told is None:
        return outer
    years = from_day(outer.start)[0] - from_day(told.interval.start)[0]
    if not years and isinstance(expression.outer, Offset | FromTold):
        years = expression.outer.count
    start, end = (same_day(day, years, Grain.YEAR) for day in (told.interval.start, told.interval.end))
    return unit_of(start + DAYS_PER_WEEK // 2, Grain.WEEK) if told.grain is Grain.WEEK else Interval(start, end)


def following(expression: Calendar, told: Told) -> Interval | None:
    """What a date without year means in a story that has told another: of the same year, as stories name a new one.

    Where a story told of the end of a year and goes on at the beginning of one, that is the next.
    """
    possible = candidates(expression, told.interval.start)
    if not expression.yearly:
        return next((each for each in possible if each.start >= told.interval.start), None)
    year, month, _ = from_day(told.interval.start)
    found = next((each for each in possible if from_day(each.start)[0] == year), None)
    fine = told.grain in (Grain.DAY, Grain.WEEK, Grain.MONTH)
    if found and fine and month >= LATE_MONTH and from_day(found.start)[1] <= EARLY_MONTH:
        return next((each for each in possible if from_day(each.start)[0] == year + 1), found)
    return found


def _shifted(told: Told, count: int, grain: Grain) -> Interval | None:
    """So many units from a date; as wide as the date is where the unit is finer.

    Of what is told less finely than a month, nobody knows the next day.
    """
    start, last = told.interval.start, told.interval.last
    if grain is Grain.DAY and told.interval.days > LONGEST_MONTH:
        return None
    if grain is Grain.YEAR and told.grain in COMPARED and is_unit(told.interval, told.grain) and count:
        year, month, _ = from_day(start)
        return months(year + count, month, MONTHS_IN[told.grain])
    if not count:
        unit = unit_of(start, grain)
        return unit if unit.holds(told.interval) else None
    return shift_unit(start, count, grain).hull(shift_unit(last, count, grain))


def _within(expression: Within, view: View) -> Interval | None:
    outer = place(expression.outer, view)
    if outer is None:
        return None
    inner = expression.inner
    if inner.day is not None and not inner.yearly:
        number = outer.start + inner.day - 1
        return one_day(number) if number < outer.end else None
    return next((each for each in candidates(inner, outer.start) if outer.start <= each.start < outer.end), None)


def _from_named(expression: Shift | WeekdayFrom, origin: Interval) -> Interval | None:
    """Counted from the date that the words name."""
    if isinstance(expression, Shift) and expression.exact:
        return one_day(same_day(origin.start, expression.count, expression.grain))
    if isinstance(expression, Shift):
        return _shifted(Told(origin, grain_of(expression.origin)), expression.count, expression.grain)
    number, unit = expression.number, expression.weekday
    if number > 0:
        first = origin.end + (unit - weekday(origin.end)) % DAYS_PER_WEEK
        return one_day(first + DAYS_PER_WEEK * (number - 1))
    eve = origin.start - 1
    return one_day(eve - (weekday(eve) - unit) % DAYS_PER_WEEK + DAYS_PER_WEEK * (number + 1))


def _nth(expression: Nth, outer: Interval) -> Interval | None:
    number, unit = expression.number, expression.unit
    if isinstance(unit, Grain):
        return _nth_unit(number, unit, outer)
    first = outer.start + (unit - weekday(outer.start)) % DAYS_PER_WEEK
    last = outer.last - (weekday(outer.last) - unit) % DAYS_PER_WEEK
    day = first + DAYS_PER_WEEK * (number - 1) if number > 0 else last + DAYS_PER_WEEK * (number + 1)
    return one_day(day) if outer.start <= day < outer.end else None


def _nth_unit(number: int, unit: Grain, outer: Interval) -> Interval | None:
    """Weeks belong to the unit in which most of their days lie, as in ISO 8601."""
    middle = DAYS_PER_WEEK // 2 if unit is Grain.WEEK else 0
    if number > 0:
        first = unit_of(outer.start, unit)
        if first.start + middle < outer.start:
            number += 1
        found = shift_unit(outer.start, number - 1, unit)
    else:
        last = unit_of(outer.last, unit)
        if last.start + middle > outer.last:
            number -= 1
        found = shift_unit(outer.last, number + 1, unit)
    return found if found.meets(outer) else None
