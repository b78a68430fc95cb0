"""Parts of larger stretches, and edges of dates."""

from __future__ import annotations

from dataclasses import replace

from extract.dates.candidates import grain_of
from extract.dates.cascade import Parts
from extract.dates.entries import PERIOD, SAME_PERIOD
from extract.dates.expression import (
    LAST,
    THIS,
    Calendar,
    Counterpart,
    Expression,
    FromTold,
    Holding,
    Length,
    Nth,
    Offset,
    Part,
    Placed,
    Within,
)
from extract.dates.interval import WITHIN_DAY, Grain, Mod, to_day
from extract.dates.interval import weekday as weekday_of_day
from extract.dates.rules.names import numbered
from extract.dates.rules.parts import is_noun, value_of

HALVED = (Grain.MONTH, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
"""Units of whose halves TIMEX3 has no value: they become the unit's edges."""

MOST_WEEKDAYS = 5
"""A month has no sixth Tuesday."""

IN_EVERY_YEAR = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF)
"""Parts of a year that every year has in the same place."""

PARTS_OF_YEAR = {Grain.QUARTER: 4, Grain.HALF: 2}


def within(parts: Parts) -> Expression | None:
    """The part of a larger stretch that a name picks."""
    inner, outer = parts.get("inner"), outer_of(parts)
    if isinstance(inner, int):
        inner = Calendar(day=inner) if 1 <= inner <= 31 else None
    if not isinstance(inner, Calendar) or outer is None or inner.direction is not None or inner.told is not None:
        return None
    grain = grain_of(outer)
    if inner == Calendar(half=inner.half) and grain in HALVED:
        return Part(Mod.START if inner.half == 1 else Mod.END, outer)
    if inner.yearly:
        fits = grain is Grain.YEAR
    elif inner.day is not None:
        fits = grain is Grain.MONTH
    else:
        fits = grain in (Grain.WEEK, Grain.WEEKEND)
    if isinstance(outer, Calendar) and outer == Calendar(year=outer.year):
        return replace(inner, year=outer.year) if fits else None
    return Within(inner, outer) if fits else None


def outer_of(parts: Parts) -> Placed | None:
    """The larger stretch that the words name."""
    outer = parts.get("outer")
    if isinstance(outer, int):
        return Calendar(year=outer)
    if isinstance(outer, Placed):
        return outer
    unit = value_of(parts, "outer_unit", Grain)
    return Offset(0, unit) if unit and unit not in WITHIN_DAY else None


def nth(parts: Parts) -> Expression | None:
    """The nth unit or weekday of a larger stretch."""
    number, outer, unit = value_of(parts, "number", int), outer_of(parts), parts.get("unit")
    if (last := parts.get("last")) is not None:
        if last != LAST:
            return None
        number = -(number or 1)
    if isinstance(unit, Calendar):
        unit = unit.weekday if unit == Calendar(weekday=unit.weekday) else None
    if isinstance(outer, Calendar) and outer.year is None and not outer.yearly:
        return None
    if not number or outer is None or unit is None or not isinstance(unit, Grain | int):
        return None
    if isinstance(unit, int) and number > MOST_WEEKDAYS:  # Tuesday, the 19th of this month
        return within({"inner": number, "outer": outer})
    if isinstance(unit, int) and grain_of(outer) in (Grain.DAY, Grain.WEEK, Grain.WEEKEND):
        return None
    if unit is Grain.HALF and grain_of(outer) in HALVED:
        return Part(Mod.START if number == 1 else Mod.END, outer)
    if isinstance(unit, Grain):
        if unit in PARTS_OF_YEAR and grain_of(outer) is Grain.YEAR:
            numbered_part = numbered(
                {"number": number if number > 0 else PARTS_OF_YEAR[unit] + 1 + number, "unit": unit}
            )
            return within({"inner": numbered_part, "outer": outer})
        order = list(Grain)
        if order.index(unit) >= order.index(grain_of(outer)):
            return None
    return Nth(number, unit, outer)


def nth_not_dated(parts: Parts) -> Nth | None:
    """ "Tuesday, third, of September 2014": the third Tuesday where the third is none."""
    weekday, number = value_of(parts, "weekday", int), value_of(parts, "number", int)
    year, month = value_of(parts, "year", int), value_of(parts, "month", int)
    if weekday is None or not number or number > MOST_WEEKDAYS or year is None or month is None:
        return None
    if not is_noun(parts, Grain.MONTH) or weekday_of_day(to_day(year, month, number)) == weekday:
        return None
    return Nth(number, weekday, Calendar(year=year, month=month))


def last_unit(parts: Parts) -> Expression | None:
    """The same where a phrase for the last unit before now is the last one of something: "the last week of May"."""
    away = value_of(parts, "away", Offset)
    if away is None or away.count != LAST:
        return None
    return nth({"number": 1, **parts, "last": LAST, "unit": away.grain})


def same(parts: Parts) -> Expression | None:
    """The date as it is."""
    return value_of(parts, "date", Placed)  # type: ignore[arg-type]  # a union serves isinstance


def holding(parts: Parts) -> Expression | None:
    """The unit in which a date lies, or the date that the unit only names."""
    date, grain = parts.get("date"), value_of(parts, "unit", Grain)
    if not isinstance(date, Placed) or grain is None:
        return None
    if grain_of(date) is grain:
        return date
    return Holding(grain, date) if grain in (Grain.WEEK, Grain.WEEKEND) and grain_of(date) is Grain.DAY else None


def edge_word(parts: Parts) -> Expression | None:
    """An edge told in one word with its unit, of the current one or of the year beside it: »Jahresende 2014«."""
    mod, unit = value_of(parts, "edge", tuple) or ("", "")
    if "date" in parts and unit is not Grain.YEAR:
        return None
    return part({**parts, "edge": mod, "unit": unit})


def away(parts: Parts) -> Expression | None:
    """The part that a name picks of a week or year so far away: "Wednesday two weeks ago", "March in a year"."""
    outer, month = value_of(parts, "outer", Offset), value_of(parts, "month", int)
    if month is not None:
        parts = {**parts, "inner": Calendar(month=month)}
    return within(parts) if outer and outer.counted and outer.grain in (Grain.WEEK, Grain.YEAR) else None


def counterpart(parts: Parts) -> Counterpart | None:
    """The quarter, half or other part of a year that answers to the one which the text tells of."""
    period, outer = parts.get("period"), outer_of(parts)
    if isinstance(period, FromTold):
        period = period.grain if not period.count and not period.event else None
    if parts.get("told", THIS) != THIS or outer is None or grain_of(outer) is not Grain.YEAR:
        return None
    if period == PERIOD:
        return Counterpart(None, outer)
    return Counterpart(period, outer) if isinstance(period, Grain) and period in IN_EVERY_YEAR else None


def same_period(parts: Parts) -> Counterpart | None:
    """The same where one word says it all: 去年同期."""
    return counterpart({**parts, "period": PERIOD}) if parts.get("period") == SAME_PERIOD else None


def period_of(parts: Parts) -> Counterpart | None:
    """ "The 1988 period", "last year's quarter"."""
    return counterpart(parts) if parts.get("period") in (PERIOD, Grain.QUARTER) else None


def part(parts: Parts) -> Expression | None:
    """An edge of a date or unit."""
    mod, whole = value_of(parts, "edge", Mod), parts.get("date")
    if mod is None:
        return None
    if isinstance(whole, int):
        whole = Calendar(year=whole)
    if whole is None and (unit := value_of(parts, "unit", Grain)):
        whole = Offset(0, unit)
    if not isinstance(whole, Placed) or isinstance(whole, Part) or (grain_of(whole) is Grain.DAY and mod is Mod.MID):
        return None
    return Part(mod, whole)


def loose(parts: Parts) -> Expression | None:
    """A date that is told loosely; a length keeps its value."""
    whole = parts.get("date")
    if isinstance(whole, Length):
        return whole
    if isinstance(whole, int):
        whole = Calendar(year=whole)
    return Part(Mod.APPROX, whole) if isinstance(whole, Placed) and not isinstance(whole, Part) else None
