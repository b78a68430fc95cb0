"""Stretches of time: their lengths, how often they come, and distances made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from extract.dates.candidates import grain_of
from extract.dates.cascade import Built, Parts
from extract.dates.expression import (
    LAST,
    Calendar,
    Expression,
    FromTold,
    Length,
    Offset,
    Part,
    Placed,
    Repeated,
    Shift,
    Stretch,
    Vague,
    WeekdayFrom,
)
from extract.dates.interval import DAYS_PER_WEEK, WITHIN_DAY, Grain, Mod, number_in
from extract.dates.rules.parts import value_of, weekday_of
from extract.dates.write import CLOCK_GRAINS, TIMEX3_SEASONS, UNKNOWN_YEAR, length_value, weekday_value

FINENESS = (
    Grain.MILLENNIUM, Grain.CENTURY, Grain.DECADE, Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.SEASON, Grain.MONTH,
    Grain.WEEK, Grain.WEEKEND, Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND,
)  # fmt: skip
"""Units, coarsest first."""

HALF = 0.5
HALVES = {
    Grain.YEAR: (6, Grain.MONTH),
    Grain.DAY: (12, Grain.HOUR),
    Grain.HOUR: (30, Grain.MINUTE),
    Grain.MINUTE: (30, Grain.SECOND),
}
"""Half a unit in a finer one, where it is a whole number of them."""

LASTING = (Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
"""Units whose plurals mean nothing but time."""

FRACTIONS = (1, 3)
"""A quarter and three quarters are fractions of anything."""


def length(parts: Parts) -> Length | None:
    """A counted stretch of time."""
    if dual := value_of(parts, "dual", Grain):
        return Length(2, dual)
    grain, count = value_of(parts, "unit", Grain), parts.get("count")
    if grain is None or grain is Grain.HALF or (grain is Grain.QUARTER and count in FRACTIONS):
        return None
    if parts.get("first", 1) != 1:
        return None
    if not isinstance(count, int | float):
        return None if "half" in parts else Length(None, grain)
    return _with_fraction(count + (HALF if "half" in parts else 0), grain)


def _with_fraction(count: float, grain: Grain) -> Length:
    """Two years and six months for two and a half years; a fraction that no finer unit tells stays one."""
    whole, half = divmod(count, 1)
    if half != HALF or not whole or grain not in HALVES:
        return Length(int(count) if count == whole else count, grain)
    return Length(int(whole), grain, Length(*HALVES[grain]))


def and_a_half(parts: Parts) -> Length | None:
    """ "Two years and a half", "a year and a half"."""
    found = _length_of(parts)
    if found is None or found.count is None or found.rest is not None:
        return None
    return _with_fraction(found.count + HALF, found.grain)


def uncounted(parts: Parts) -> Length | None:
    """ "For years", "within weeks"; minutes and quarters are other things as well."""
    grain = value_of(parts, "unit", Grain)
    return Length(None, grain) if grain in LASTING else None


def compound(parts: Parts) -> Length | None:
    """ "Two years and three months"."""
    length, rest = value_of(parts, "length", Length), value_of(parts, "rest", Length)
    if length is None or rest is None or length.rest or rest.rest or rest.count is None or length.count is None:
        return None
    return replace(length, rest=rest) if FINENESS.index(rest.grain) > FINENESS.index(length.grain) else None


def listed_length(parts: Parts) -> Length | None:
    """A counted length in one word."""
    value = value_of(parts, "length", tuple)
    if not value or not isinstance(value[0], int) or not isinstance(value[1], Grain):
        return None
    return Length(value[0], value[1])


def bounded(parts: Parts) -> Length | None:
    """More or less than a length keeps its value."""
    return value_of(parts, "length", Length)


def repeated(parts: Parts) -> Repeated | None:
    """A day or unit that comes again."""
    weekday, month, grain = (
        value_of(parts, "weekday", int),
        value_of(parts, "month", int),
        value_of(parts, "unit", Grain),
    )
    if weekday is not None:
        return Repeated(weekday_value(weekday))
    if month is not None:
        return Repeated(f"{UNKNOWN_YEAR}-{month:02d}")
    if (season := value_of(parts, "season", int)) is not None:
        return Repeated(f"{UNKNOWN_YEAR}-{TIMEX3_SEASONS[season]}")
    count = parts.get("count", 1)
    return Repeated(length_value(count, grain)) if grain and isinstance(count, int | float) else None


def listed_set(parts: Parts) -> Repeated:
    """A word that tells how often by itself."""
    return Repeated(str(parts["set"]))


def vague(parts: Parts) -> Vague:
    """A time that no calendar can place."""
    return Vague(str(parts["vague"]))


def weekdays_away(sign: int) -> Callable[[Parts], Built]:
    """ "Two Fridays ago", "three Sundays from now"."""

    def build(parts: Parts) -> Expression | None:
        count, date = value_of(parts, "count", int), value_of(parts, "date", Calendar)
        if (number := value_of(parts, "date", int)) is not None:
            date = Calendar(weekday=number)
        if not count or date is None or date != Calendar(weekday=date.weekday):
            return None
        seen = replace(date, direction=sign)
        return Shift(sign * DAYS_PER_WEEK * (count - 1), Grain.DAY, seen) if count > 1 else seen

    return build


def _length_of(parts: Parts) -> Length | None:
    """The length that a distance is made of: as counted, one of a bare unit, two of a dual, some of a bare plural."""
    if isinstance(found := parts.get("length"), Length):
        return found
    for name, count in (("dual", 2), ("many", None), ("unit", 1), ("bare", 1)):
        if (grain := value_of(parts, name, Grain)) is not None:
            return Length(count, grain)
    return None


def _in_one_unit(found: Length) -> tuple[int, Grain, bool]:
    """A length as a number of one unit, of the coarser one where they do not fit, and whether that is all of it."""
    count, grain = found.count or 0, found.grain
    if found.rest is not None:
        factor = number_in(grain, found.rest.grain)
        if factor is None or found.rest.rest is not None:
            return int(count), grain, False
        count, grain = count * factor + (found.rest.count or 0), found.rest.grain
    elif count != int(count) and (years := number_in(grain, Grain.YEAR)):
        count, grain = count * years, Grain.YEAR
    return int(count), grain, count == int(count)


def distance(sign: int) -> Callable[[Parts], Built]:
    """A length before or after the time of writing."""

    def build(parts: Parts) -> Expression | None:
        found = _length_of(parts)
        if found is None or found.grain in CLOCK_GRAINS:
            return found
        if found.count is None:
            return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
        count, grain, exact = _in_one_unit(found)
        if not count:
            return found
        offset = Offset(sign * count, grain, counted=True)
        return offset if exact else Part(Mod.APPROX, offset)

    return build


def from_told(sign: int) -> Callable[[Parts], Built]:
    """A length before or after what the text has told."""

    def build(parts: Parts) -> Expression | None:
        found = _length_of(parts)
        if found is None or found.count is None or found.grain in CLOCK_GRAINS:
            return found
        count, grain, exact = _in_one_unit(found)
        return FromTold(sign * count, grain, counted="bare" not in parts) if exact and count else found

    return build


def shift(sign: int, *, exact: bool = False) -> Callable[[Parts], Built]:
    """A length before or after a date that the words name; to the day where it is counted from a day exactly."""

    def build(parts: Parts) -> Expression | None:
        origin, found = parts.get("origin"), parts.get("length")
        if not isinstance(found, Length):
            grain = value_of(parts, "unit", Grain)
            found = Length(1, grain) if grain else None
        if not isinstance(origin, Placed) or found is None or found.count is None:
            return None
        if found.grain in WITHIN_DAY - {Grain.DAY}:
            return None
        count, unit, whole = _in_one_unit(found)
        shifted = Shift(sign * count, unit, origin, exact and grain_of(origin) is Grain.DAY)
        return shifted if whole else Part(Mod.APPROX, shifted)

    return build


def ended(parts: Parts) -> Mapping[str, Expression] | None:
    """ "The year ended March 31": a stretch that reaches up to the date which the words name."""
    period, date, number = parts.get("period"), parts.get("date"), None
    if isinstance(period, Calendar) and period == Calendar(quarter=period.quarter):
        number = period.quarter
    grain = Grain.QUARTER if number else value_of(parts, "period", Grain)
    length = Length(1, grain) if grain and grain is not Grain.HALF else period
    if isinstance(date, int):
        date = Calendar(month=date)
    if not isinstance(length, Length) or length.grain in WITHIN_DAY or not isinstance(date, Calendar | Offset):
        return None
    if isinstance(date, Calendar) and date == Calendar(weekday=date.weekday) and length.grain is not Grain.WEEK:
        return None
    if isinstance(date, Calendar) and date.year is None and date.direction is None and parts.get("ended") == LAST:
        date = replace(date, direction=LAST)
    return {"period": Stretch(LAST, length, date, number), "date": date}


def weekday_from(sign: int) -> Callable[[Parts], Built]:
    """A weekday before or after a date that the words name."""

    def build(parts: Parts) -> Expression | None:
        origin, weekday = parts.get("origin"), weekday_of(parts)
        if not isinstance(origin, Placed) or weekday is None or parts.get("weekday") != Calendar(weekday=weekday):
            return None
        if grain_of(origin) is not Grain.DAY:
            return None
        return WeekdayFrom(sign * (value_of(parts, "number", int) or 1), weekday, origin)

    return build


def weeks_on(parts: Parts) -> Expression | None:
    """A weekday, so many weeks after the coming one: « lundi en huit »."""
    weeks, weekday = value_of(parts, "weeks", int), weekday_of(parts)
    if not weeks or weekday is None or parts.get("weekday") != Calendar(weekday=weekday):
        return None
    coming = WeekdayFrom(1, weekday, Offset(-1, Grain.DAY))  # today, where it is that weekday
    return Shift(weeks * DAYS_PER_WEEK, Grain.DAY, coming)


def year_earlier(parts: Parts) -> Expression | None:
    """The same period of another year: "the year-earlier quarter"."""
    grain = value_of(parts, "unit", Grain)
    return FromTold(LAST, grain) if grain else None
