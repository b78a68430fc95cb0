"""What the rules of the grammar make of their parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from extract.dates import letters as L
from extract.dates.candidates import grain_of
from extract.dates.cascade import Built, Parts
from extract.dates.expression import (
    LAST,
    NEXT,
    THIS,
    At,
    Calendar,
    Clock,
    Expression,
    FromTold,
    Holding,
    Length,
    NoDate,
    Nth,
    Offset,
    Part,
    Placed,
    Repeated,
    Shift,
    Stretch,
    System,
    Vague,
    Within,
)
from extract.dates.interval import DAYS_PER_WEEK, WITHIN_DAY, Grain, Mod, is_day
from extract.dates.write import UNKNOWN_YEAR, length_value, weekday_value

LEAP_YEAR = 2024
"""A yearless 29 February is a possible date."""

LAST_CENTURY = 30
NOON = 12

PARTS_OF_YEAR = {Grain.QUARTER: 4, Grain.HALF: 2}

FRACTIONS = (1, 3)
"""A quarter and three quarters are fractions of anything."""

TALKED_OF = (Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
"""Units that "the" alone can point to: "for the quarter"."""

LONGEST_RANGE = 200
"""Years; two numbers farther apart are a range of something else."""

SHORT_YEARS = range(100)
THIS_CENTURY = 2000
LAST_CENTURYS_YEARS = 1900
SHORT_DECADE_PIVOT = 30
"""The '20s and earlier are of this century."""

T = TypeVar("T")


def letter_of(expression: Expression) -> str:
    """The letter that stands for a finished part in the stages that follow."""
    match expression:
        case Length():
            return L.LENGTH
        case Clock():
            return L.TIME
        case Stretch() | Repeated() | Vague() | NoDate() | Part():
            return L.DONE
        case At():
            return L.TIMED
        case Calendar():
            return _letter_of_calendar(expression)
    return L.DAY_AWAY if grain_of(expression) is Grain.DAY else L.UNIT_AWAY


def _letter_of_calendar(calendar: Calendar) -> str:
    if calendar.year is not None:
        return L.CLOSED
    if calendar.direction is not None or calendar.told is not None:
        return L.DAY_AWAY if grain_of(calendar) is Grain.DAY else L.UNIT_AWAY
    if calendar.yearly:
        return L.OPEN
    return L.BARE_WEEKDAY if calendar.day is None else L.DAY_AWAY


def _get(parts: Parts, name: str, kind: type[T]) -> T | None:
    value = parts.get(name)
    return value if isinstance(value, kind) else None


def calendar(parts: Parts) -> Calendar | NoDate | None:
    """A day, month, season or the like, from figures and names."""
    month, day, year = _get(parts, "month", int), _get(parts, "day", int), _get(parts, "year", int)
    if parts.get("twin", month) != month or not _is_noun(parts, Grain.MONTH):
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and month is not None and not is_day(LEAP_YEAR if year is None else year, month, day):
        return NoDate()
    if day is not None and not 1 <= day <= 31:
        return None
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=_get(parts, "weekday", int),
        season=_get(parts, "season", int),
        named=_get(parts, "named", str),
    )


def _is_noun(parts: Parts, grain: Grain, name: str = "noun") -> bool:
    return parts.get(name, grain) is grain or parts.get(name) == ""


def other_calendar(parts: Parts) -> Calendar | None:
    """A date of a Hijri calendar."""
    named = _get(parts, "month", tuple)
    if not named:
        return None
    system, month = named
    if not isinstance(system, System) or not isinstance(month, int):
        return None
    return Calendar(year=_get(parts, "year", int), month=month, day=_get(parts, "day", int), system=system)


def full(parts: Parts) -> Calendar | None:
    """A date in figures."""
    number = _get(parts, "full", int) or 0
    return Calendar(year=number // 10000, month=number // 100 % 100, day=number % 100)


def figures(parts: Parts) -> Calendar | None:
    """A day and month, or month and year, in figures."""
    value = _get(parts, "figures", tuple)
    if not value:
        return None
    year, month, day = value
    return Calendar(year=year, month=month, day=day)  # type: ignore[arg-type]  # the lexer puts numbers there


def loose_figures(parts: Parts) -> Calendar | NoDate | None:
    """A day, month and year in figures that only their order makes a date: 31 10 1974."""
    month = parts.get("month")
    swapped = {**parts, "day": month, "month": parts.get("day")}
    return calendar(swapped) if isinstance(month, int) and month > 12 else calendar(parts)


def era_year(parts: Parts) -> Calendar | None:
    """A year counted in an era."""
    number, era = _get(parts, "year", int), parts.get("era")
    if number is None or number < 1:
        return None
    if isinstance(era, System):
        return Calendar(year=number, system=era)
    return Calendar(year=1 - number if era == -1 else number)


def decade(parts: Parts) -> Calendar | None:
    """A decade, by its first year in four figures or two."""
    if parts.get("unit", Grain.DECADE) is not Grain.DECADE:
        return None
    year = _get(parts, "year", int)
    if year is None:
        return None
    if year in SHORT_YEARS:
        year += THIS_CENTURY if year < SHORT_DECADE_PIVOT else LAST_CENTURYS_YEARS
    return Calendar(year=year // 10 * 10, unit=Grain.DECADE)


def century(parts: Parts) -> Calendar | None:
    """A numbered century or millennium."""
    number, unit = _get(parts, "number", int) or 0, parts.get("unit")
    years = {Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}.get(unit) if isinstance(unit, Grain) else None
    if years is None or not isinstance(unit, Grain) or not 1 <= number <= LAST_CENTURY:
        return None
    if parts.get("era") == -1:
        return Calendar(year=-years * number, unit=unit)
    return Calendar(year=years * (number - 1), unit=unit)


def numbered(parts: Parts) -> Calendar | None:
    """A numbered quarter or half of a year."""
    number, unit = _get(parts, "number", int) or 0, parts.get("unit")
    if unit is Grain.QUARTER and 1 <= number <= 4:
        return Calendar(quarter=number)
    if unit is Grain.HALF and number in (1, 2):
        return Calendar(half=number)
    return None


def quarter_in_figures(parts: Parts) -> Calendar | None:
    """Q3, H1."""
    letter, number, year = _get(parts, "quarter", tuple) or ("", 0, None)
    grain = {"q": Grain.QUARTER, "h": Grain.HALF}.get(str(letter))
    found = numbered({"number": number, "unit": grain}) if grain and isinstance(number, int) else None
    return replace(found, year=year) if found and (year is None or isinstance(year, int)) else None


def clock(parts: Parts) -> Clock | None:
    """A time of the day as TIMEX3 writes it."""
    told, half, part = _get(parts, "clock", str), parts.get("half"), parts.get("part")
    hour = _get(parts, "hour", int)
    if told is None and hour is None:
        return Clock(str(part)) if part else None
    hour, minutes = (int(told[:2]), told[3:]) if told else (hour or 0, "00")
    if hour > 24 or int(minutes) > 59:
        return None
    afternoon = half == "PM" or part in ("AF", "EV") or (part == "NI" and hour > 6)
    if afternoon and hour < NOON:
        hour += NOON
    elif (half == "AM" or part == "NI") and hour == NOON:
        hour = 0
    return Clock(f"{hour:02d}:{minutes}")


def offset(parts: Parts) -> Offset | None:
    """A word that counts from the time of writing, with the weekday beside it."""
    value, weekday = parts.get("offset"), _get(parts, "weekday", int)
    if not isinstance(value, tuple) or not isinstance(value[0], int) or not isinstance(value[1], Grain):
        return None
    if isinstance(day := parts.get("day_of_week"), Calendar):
        weekday = day.weekday
    return Offset(value[0], value[1], weekday) if weekday is None or value[1] is Grain.DAY else None


def on_weekday(parts: Parts) -> Offset | None:
    """ "Yesterday, Tuesday": the weekday beside a day that is counted from now."""
    date, weekday = _get(parts, "date", Offset), _weekday_of(parts)
    if date is None or date.grain is not Grain.DAY or date.weekday is not None:
        return None
    return replace(date, weekday=weekday) if parts.get("weekday") == Calendar(weekday=weekday) else None


def told_phrase(parts: Parts) -> FromTold | None:
    """A phrase that counts from what was told."""
    value = _get(parts, "phrase", tuple)
    if not value or not isinstance(value[0], int) or not isinstance(value[1], Grain):
        return None
    return FromTold(value[0], value[1])


def moment(parts: Parts) -> At | None:
    """A part of a day that is counted from now."""
    value = _get(parts, "moment", tuple)
    if not value or not isinstance(value[0], int):
        return None
    return At(_time(str(value[1])), Offset(value[0], Grain.DAY))


def _time(part: str) -> str:
    return part


def length(parts: Parts) -> Length | None:
    """A counted stretch of time."""
    if dual := _get(parts, "dual", Grain):
        return Length(2, dual)
    grain, count = _get(parts, "unit", Grain), _get(parts, "count", int)
    if grain is None or grain is Grain.HALF or (grain is Grain.QUARTER and count in FRACTIONS):
        return None
    if parts.get("first", 1) != 1:
        return None
    return Length(count, grain)


def listed_length(parts: Parts) -> Length | None:
    """A counted length in one word."""
    value = _get(parts, "length", tuple)
    if not value or not isinstance(value[0], int) or not isinstance(value[1], Grain):
        return None
    return Length(value[0], value[1])


def the_unit(parts: Parts) -> Expression | None:
    """ "The quarter", "the weekend": the one that the text is about."""
    grain = _get(parts, "unit", Grain)
    if grain not in TALKED_OF:
        return None
    return Calendar(unit=grain) if grain is Grain.WEEKEND else FromTold(THIS, grain)


def bounded(parts: Parts) -> Length | None:
    """More or less than a length keeps its value."""
    return _get(parts, "length", Length)


def repeated(parts: Parts) -> Repeated | None:
    """A day or unit that comes again."""
    weekday, month, grain = _get(parts, "weekday", int), _get(parts, "month", int), _get(parts, "unit", Grain)
    if weekday is not None:
        return Repeated(weekday_value(weekday))
    if month is not None:
        return Repeated(f"{UNKNOWN_YEAR}-{month:02d}")
    return Repeated(length_value(_get(parts, "count", int) or 1, grain)) if grain else None


def listed_set(parts: Parts) -> Repeated:
    """A word that tells how often by itself."""
    return Repeated(str(parts["set"]))


def vague(parts: Parts) -> Vague:
    """A time that no calendar can place."""
    return Vague(str(parts["vague"]))


def with_year(parts: Parts) -> Calendar | NoDate | None:
    """A part of the year, with its year and weekday."""
    date = _get(parts, "date", Calendar)
    if date is None or not _is_noun(parts, Grain.YEAR) or not _is_noun(parts, Grain.YEAR, "after"):
        return None
    weekday, year = _weekday_of(parts), parts.get("year")
    if isinstance(year, Calendar):
        if year != Calendar(year=year.year, system=year.system):
            return None
        date, year = replace(date, system=year.system), year.year
    if weekday is not None and date.day is None and date.named is None:
        return None
    if year is not None and date.year is not None:
        return None
    result = replace(
        date,
        weekday=date.weekday if weekday is None else weekday,
        year=date.year if year is None else _get({"y": year}, "y", int),
    )
    if result.system is System.GREGORIAN and result.year is not None and result.month and result.day:
        return result if is_day(result.year, result.month, result.day) else NoDate()
    return result


def _weekday_of(parts: Parts) -> int | None:
    found = parts.get("weekday")
    return found.weekday if isinstance(found, Calendar) else found if isinstance(found, int) else None


def noun_year(parts: Parts) -> Calendar | None:
    """A year named as one: "the year 1933"."""
    year = _get(parts, "year", int)
    return Calendar(year=year) if year is not None and _is_noun(parts, Grain.YEAR) else None


def noun_date(parts: Parts) -> Calendar | None:
    """A day or month named as one: "the month of March"."""
    date = _get(parts, "date", Calendar)
    return date if date and parts.get("noun") is grain_of(date) else None


def weekday_and_day(parts: Parts) -> Calendar | None:
    """A weekday and the day of an unnamed month: "Tuesday the 19th"."""
    weekday, day = _weekday_of(parts), _get(parts, "day", int)
    return Calendar(weekday=weekday, day=day) if weekday is not None and day and day <= 31 else None


def day_alone(parts: Parts) -> Calendar | None:
    """The day of an unnamed month: "on the 24th"."""
    day = _get(parts, "day", int)
    return Calendar(day=day) if day and day <= 31 else None


def directed(parts: Parts) -> Expression | None:
    """A date or unit with a word for the last, this or the next one."""
    direction = _get(parts, "direction", int)
    if direction is None:
        return None
    found = parts.get("date")
    if isinstance(found, Calendar):
        return replace(found, direction=direction) if (found.direction, found.year) == (None, None) else None
    if isinstance(found, Length):
        return Stretch(min(direction, NEXT), found)
    if (part := parts.get("part")) is not None:
        return At(str(part), Offset(direction, Grain.DAY))
    grain, direction = _get(parts, "unit", Grain), min(direction, NEXT)
    if grain is None or grain in WITHIN_DAY - {Grain.DAY}:
        return None
    if grain is Grain.DAY and direction != THIS:  # yesterday and tomorrow have words of their own
        return FromTold(direction, grain)
    return Offset(direction, grain)


def directed_many(parts: Parts) -> Expression | None:
    """Units of an unsaid number: "recent years", "the coming weeks"."""
    direction, grain = _get(parts, "direction", int), _get(parts, "unit", Grain)
    return Stretch(direction, Length(None, grain)) if direction is not None and grain else None


def counted_direction(parts: Parts) -> Stretch | None:
    """ "Two coming weeks", with the number first."""
    found, direction = length(parts), _get(parts, "direction", int)
    return Stretch(direction, found) if found and direction is not None else None


def told(parts: Parts) -> Expression | None:
    """A date or unit counted from what the text has just told."""
    direction = _get(parts, "told", int)
    if direction is None:
        return None
    found = parts.get("date")
    if isinstance(found, Calendar):
        return replace(found, told=direction) if found.year is None else None
    if isinstance(found, Offset):
        return FromTold(direction, Grain.DAY) if found == Offset(0, Grain.DAY) else None
    if (part := parts.get("part")) is not None:
        return At(str(part), FromTold(direction, Grain.DAY))
    grain = _get(parts, "unit", Grain)
    return FromTold(direction, grain) if grain and grain not in WITHIN_DAY - {Grain.DAY} else None


def within(parts: Parts) -> Expression | None:
    """The part of a larger stretch that a name picks."""
    inner, outer = parts.get("inner"), _outer(parts)
    if isinstance(inner, int):
        inner = Calendar(day=inner) if 1 <= inner <= 31 else None
    if not isinstance(inner, Calendar) or outer is None or inner.direction is not None or inner.told is not None:
        return None
    grain = grain_of(outer)
    if inner.yearly:
        fits = grain is Grain.YEAR
    elif inner.day is not None:
        fits = grain is Grain.MONTH
    else:
        fits = grain in (Grain.WEEK, Grain.WEEKEND)
    if isinstance(outer, Calendar) and outer == Calendar(year=outer.year):
        return replace(inner, year=outer.year) if fits else None
    return Within(inner, outer) if fits else None


def _outer(parts: Parts) -> Placed | None:
    outer = parts.get("outer")
    if isinstance(outer, int):
        return Calendar(year=outer)
    if isinstance(outer, Placed):
        return outer
    unit = _get(parts, "outer_unit", Grain)
    return Offset(0, unit) if unit and unit not in WITHIN_DAY else None


def nth(parts: Parts) -> Expression | None:
    """The nth unit or weekday of a larger stretch."""
    number, outer, unit = _get(parts, "number", int), _outer(parts), parts.get("unit")
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
    if isinstance(unit, Grain):
        if unit in PARTS_OF_YEAR and grain_of(outer) is Grain.YEAR:
            numbered_part = numbered({"number": number if number > 0 else PARTS_OF_YEAR[unit] + 1 + number, "unit": unit})
            return within({"inner": numbered_part, "outer": outer})
        order = list(Grain)
        if order.index(unit) >= order.index(grain_of(outer)):
            return None
    return Nth(number, unit, outer)


def last_unit(parts: Parts) -> Expression | None:
    """The same where a phrase for the last unit before now is the last one of something: "the last week of May"."""
    away = _get(parts, "away", Offset)
    if away is None or away.count != LAST:
        return None
    return nth({"number": 1, **parts, "last": LAST, "unit": away.grain})


def but_one(parts: Parts) -> Expression | None:
    """ "The week after next", "Friday after next", "the month before last"."""
    direction, date, grain = _get(parts, "direction", int), parts.get("date"), _get(parts, "unit", Grain)
    if direction is None or direction == THIS:
        return None
    sign = LAST if direction == LAST else NEXT
    if isinstance(date, Calendar):
        seen = replace(date, direction=sign)
        return Shift(sign * DAYS_PER_WEEK, Grain.DAY, seen) if date == Calendar(weekday=date.weekday) else None
    return Offset(2 * sign, grain) if grain and grain not in WITHIN_DAY else None


def weekdays_away(sign: int) -> Callable[[Parts], Built]:
    """ "Two Fridays ago", "three Sundays from now"."""

    def build(parts: Parts) -> Expression | None:
        count, date = _get(parts, "count", int), _get(parts, "date", Calendar)
        if not count or date is None or date != Calendar(weekday=date.weekday):
            return None
        seen = replace(date, direction=sign)
        return Shift(sign * DAYS_PER_WEEK * (count - 1), Grain.DAY, seen) if count > 1 else seen

    return build


def same(parts: Parts) -> Expression | None:
    """The date as it is."""
    return _get(parts, "date", Placed)  # type: ignore[arg-type, return-value]  # a union serves isinstance


def holding(parts: Parts) -> Expression | None:
    """The unit in which a date lies, or the date that the unit only names."""
    date, grain = parts.get("date"), _get(parts, "unit", Grain)
    if not isinstance(date, Placed) or grain is None:
        return None
    if grain_of(date) is grain:
        return date
    return Holding(grain, date) if grain in (Grain.WEEK, Grain.WEEKEND) and grain_of(date) is Grain.DAY else None


def at(parts: Parts) -> At | None:
    """A day with a time."""
    date, time = parts.get("date"), parts.get("time")
    if not isinstance(date, Placed) or grain_of(date) is not Grain.DAY:
        return None
    return At(time.time if isinstance(time, Clock) else str(time), date)


def distance(sign: int) -> Callable[[Parts], Built]:
    """A length before or after the time of writing."""

    def build(parts: Parts) -> Expression | None:
        found = parts.get("length")
        if isinstance(found, Length):
            return _away(found, sign)
        grain = _get(parts, "dual", Grain) or _get(parts, "unit", Grain)
        return _away(Length(2 if "dual" in parts else 1, grain), sign) if grain else None

    return build


def _away(found: Length, sign: int) -> Expression:
    if found.grain in WITHIN_DAY - {Grain.DAY}:
        return found
    if found.count is None:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    if found.count != int(found.count):
        return found
    return Offset(sign * int(found.count), found.grain, counted=True)


def from_told(sign: int) -> Callable[[Parts], Built]:
    """A length before or after what the text has told."""

    def build(parts: Parts) -> Expression | None:
        found = parts.get("length")
        if not isinstance(found, Length):
            grain = _get(parts, "unit", Grain)
            found = Length(1, grain) if grain else None
        if found is None:
            return None
        if found.count is None or found.grain in WITHIN_DAY - {Grain.DAY}:
            return found
        return FromTold(sign * int(found.count), found.grain)

    return build


def shift(sign: int) -> Callable[[Parts], Built]:
    """A length before or after a date that the words name."""

    def build(parts: Parts) -> Expression | None:
        origin, found = parts.get("origin"), parts.get("length")
        if not isinstance(found, Length):
            grain = _get(parts, "unit", Grain)
            found = Length(1, grain) if grain else None
        if not isinstance(origin, Placed) or found is None or found.count is None:
            return None
        if found.grain in WITHIN_DAY - {Grain.DAY}:
            return None
        return Shift(sign * int(found.count), found.grain, origin)

    return build


def year_earlier(parts: Parts) -> Expression | None:
    """The same period of another year: "the year-earlier quarter"."""
    grain = _get(parts, "unit", Grain)
    return FromTold(LAST, grain) if grain else None


def part(parts: Parts) -> Expression | None:
    """An edge of a date or unit."""
    mod, whole = _get(parts, "edge", Mod), parts.get("date")
    if mod is None:
        return None
    if isinstance(whole, int):
        whole = Calendar(year=whole)
    if whole is None and (unit := _get(parts, "unit", Grain)):
        whole = Offset(0, unit)
    if not isinstance(whole, Placed) or isinstance(whole, Part) or grain_of(whole) is Grain.DAY and mod is Mod.MID:
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


def shared_day(parts: Parts) -> Mapping[str, Expression] | None:
    """ "3 to 7 May": the first day takes its month and year from the other."""
    day, date = _get(parts, "first", int), _get(parts, "date", Calendar)
    if day is None or date is None or date.month is None or date.day is None:
        return None
    made = calendar({"day": day, "month": date.month, "year": date.year})
    return {"first": replace(made, system=date.system), "date": date} if isinstance(made, Calendar) else None


def shared_month(parts: Parts) -> Mapping[str, Expression] | None:
    """ "May 3 to 7, 2025": the last day takes its month from the first, which takes its year."""
    day, date, year = _get(parts, "last", int), _get(parts, "date", Calendar), _get(parts, "year", int)
    if day is None or date is None or date.month is None or date.day is None or (year and date.year):
        return None
    made = calendar({"day": day, "month": date.month, "year": year or date.year})
    if not isinstance(made, Calendar):
        return None
    return {"date": replace(date, year=made.year), "last": made}


def shared_century(parts: Parts) -> Mapping[str, Expression] | None:
    """ "1914-18": the last year takes its century from the first."""
    year, last = _year_of(parts.get("first")), _get(parts, "last", int)
    if year is None or last is None:
        return None
    span = 10 if last < 10 else 100
    end = year // span * span + last
    return {"first": Calendar(year=year), "last": Calendar(year=end)} if end > year else None


def _year_of(value: object) -> int | None:
    """The year of a number or of a date that is no more than one."""
    if isinstance(value, Calendar):
        return value.year if value == Calendar(year=value.year) else None
    return value if isinstance(value, int) else None


def range_of_years(parts: Parts) -> Mapping[str, Expression] | None:
    """ "1914-1918": two years in order, not too far apart to belong together."""
    first, last = _year_of(parts.get("first")), _get(parts, "last", int)
    if first is None or last is None or not 0 < last - first <= LONGEST_RANGE:
        return None
    return {"first": Calendar(year=first), "last": Calendar(year=last)}


def shared_era(parts: Parts) -> Mapping[str, Expression] | None:
    """ "490-479 BC": the first year takes its era from the other."""
    number, other = _get(parts, "first", int), _get(parts, "date", Calendar)
    if number is None or other is None or other.year is None or other.year > 0 or other != Calendar(year=other.year):
        return None
    return {"first": Calendar(year=1 - number), "date": other} if number > 1 - other.year else None


def shared_number(parts: Parts) -> Mapping[str, Expression] | None:
    """ "The 19th and 20th centuries", "the first and second quarters": the first takes its unit from the other."""
    number, other = _get(parts, "first", int), parts.get("date")
    if number is None or not isinstance(other, Calendar):
        return None
    made: Calendar | None = None
    if other.unit in (Grain.CENTURY, Grain.MILLENNIUM):
        made = century({"number": number, "unit": other.unit})
    elif other.quarter or other.half:
        made = numbered({"number": number, "unit": Grain.QUARTER if other.quarter else Grain.HALF})
        made = replace(made, year=other.year) if made else None
    return {"first": made, "date": other} if made else None


def nothing(_: Parts) -> NoDate:
    """Words that look like a date and are none."""
    return NoDate()


