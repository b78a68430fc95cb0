"""The shapes of dates, shared by all languages: patterns over the letters of a run, each with what it builds.

Letters are those of `lexicon.py` and `lex.py`; between tokens stand P for a linking word, T for an article and the
punctuation that joins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from extract.dates.expression import THIS, Calendar, Expression, FromEvent, Length, NoDate, Offset, Repeated, Vague
from extract.dates.interval import Grain, Mod, is_day
from extract.dates.lexicon import Value
from extract.dates.write import UNKNOWN_YEAR, length_value, weekday_value

Parts = Mapping[str, Value]
"""Named parts of a rule's pattern, to the values of the tokens that stand there."""

TODAY = (0, Grain.DAY)
"""The offset of the word that also means "day": "that day" is not today."""

LEAP_YEAR = 2024
"""A yearless 29 February is a possible date."""

EDGE = "(?:(?P<edge>E)[PT]*)?"
MONTH = r"(?P<month>[Mm])\.?(?:/(?P<twin>[Mm]))?"
YEAR = "(?P<year>Y)"
WEEKDAY = "(?P<weekday>[Ww])"
NAME = "(?:(?P<month>[Mm])|(?P<season>[Ss])|(?P<weekday>[Ww]))"
NAME2 = "(?:(?P<month2>[Mm])|(?P<season2>[Ss])|(?P<weekday2>[Ww]))"
ON_WEEKDAY = f"(?:{WEEKDAY},?T?)?"
SEASON = "(?P<season>[Ss])"
DIRECTION = "(?P<direction>L)"
UNIT = "(?P<unit>[Uud])"
COUNTED = "(?:(?P<count>[CDN])(?P<unit>[Uu])|(?P<dual>G))"
COUNTED_OR_ONE = "(?:(?P<count2>[CDN])(?P<unit2>[Uu])|(?P<unit3>U)(?!P?[YMmWwSsLJODC])|(?P<dual2>G))"
"""After a word that counts, the bare unit means one of it, unless a name or number tells which: "since year 1933"."""
DIRECTED_YEAR = "(?:(?P<direction>L)(?P<unit>[Uud])|(?P<unit2>[Uud])(?P<direction2>L)|(?P<offset>X))"
OF_YEAR = f"(?:,?[PT]*(?:(?P<noun>[Ud])[PT]*)?{YEAR})"


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of date: a pattern over letters and what its parts make, None where they make no sense."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[Parts], Expression | NoDate | None]
    needs: str = ""
    """`month`, `year` or `month_first`: what the language or the word before must allow."""


def _mod(parts: Parts) -> Mod | None:
    edge = parts.get("edge")
    return edge if isinstance(edge, Mod) else None


def _int(parts: Parts, name: str) -> int | None:
    value = parts.get(name)
    return value if isinstance(value, int) else None


def _grain(parts: Parts, name: str) -> Grain | None:
    value = parts.get(name)
    return value if isinstance(value, Grain) else None


def _calendar(parts: Parts) -> Calendar | NoDate | None:
    month, day, year = _int(parts, "month"), _int(parts, "day"), _int(parts, "year")
    if parts.get("twin", month) != month:
        return None
    if parts.get("noun", Grain.YEAR) is not Grain.YEAR:
        return None
    if day and month and not is_day(LEAP_YEAR if year is None else year, month, day):
        return NoDate()
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=_int(parts, "weekday"),
        season=_int(parts, "season"),
        direction=_int(parts, "direction"),
        mod=_mod(parts),
    )


def _full(parts: Parts) -> Calendar | None:
    number = _int(parts, "full") or 0
    return Calendar(year=number // 10000, month=number // 100 % 100, day=number % 100, weekday=_int(parts, "weekday"))


def _decade(parts: Parts) -> Calendar | None:
    if parts.get("unit", Grain.DECADE) is not Grain.DECADE:
        return None
    year = (_int(parts, "year") or 0) // 10 * 10
    return Calendar(year=year, unit=Grain.DECADE, mod=_mod(parts))


def _century(parts: Parts) -> Calendar | None:
    number = _int(parts, "number") or 0
    if parts.get("unit") is not Grain.CENTURY or not 1 <= number <= 30:
        return None
    return Calendar(year=100 * (number - 1), unit=Grain.CENTURY, mod=_mod(parts))


def _directed_unit(parts: Parts) -> Offset | FromEvent | None:
    grain, direction = _grain(parts, "unit"), _int(parts, "direction") or THIS
    if grain is Grain.DAY and direction != THIS:  # yesterday and tomorrow have words of their own
        return FromEvent(0, grain)
    return Offset(direction, grain, mod=_mod(parts)) if grain else None


def _in_directed_year(parts: Parts) -> Calendar | NoDate | None:
    offset = parts.get("offset")
    count, grain = offset if isinstance(offset, tuple) else (_int(parts, "direction"), _grain(parts, "unit"))
    calendar = _calendar({name: value for name, value in parts.items() if name != "direction"})
    if grain is not Grain.YEAR or not isinstance(calendar, Calendar):
        return None
    return replace(calendar, years_away=count)


def _told(parts: Parts) -> FromEvent | None:
    if parts.get("offset", TODAY) != TODAY:
        return None
    named_day = "weekday" in parts or "offset" in parts
    grain = Grain.DAY if named_day else Grain.MONTH if "month" in parts else Grain.SEASON
    return FromEvent(0, _grain(parts, "unit") or grain)


def _repeated(parts: Parts) -> Repeated | None:
    weekday, month, grain = _int(parts, "weekday"), _int(parts, "month"), _grain(parts, "unit")
    if weekday is not None:
        return Repeated(weekday_value(weekday))
    if month is not None:
        return Repeated(f"{UNKNOWN_YEAR}-{month:02d}")
    return Repeated(length_value(_int(parts, "count") or 1, grain)) if grain else None


def _no_date(_: Parts) -> NoDate:
    return NoDate()


def _edge_of_unit(parts: Parts) -> Offset | None:
    grain = _grain(parts, "unit")
    return Offset(THIS, grain, mod=_mod(parts)) if grain and grain is not Grain.DAY else None


def _offset(parts: Parts) -> Offset | None:
    offset = parts["offset"]
    if not isinstance(offset, tuple):
        return None
    count, grain = offset
    weekday = _int(parts, "weekday")
    if weekday is not None and grain is not Grain.DAY:
        return None
    return Offset(count, grain, weekday=weekday, mod=_mod(parts))


def _offset_season(parts: Parts) -> Calendar | None:
    offset = parts["offset"]
    if not isinstance(offset, tuple) or offset[1] is not Grain.YEAR:
        return None
    return Calendar(season=_int(parts, "season"), years_away=offset[0])


def _counted(parts: Parts) -> tuple[int | None, Grain] | None:
    if dual := _grain(parts, "dual"):
        return 2, dual
    grain = _grain(parts, "unit")
    return (_int(parts, "count"), grain) if grain else None


def _length(parts: Parts) -> Length | None:
    counted = _counted(parts)
    return Length(*counted) if counted else None


def _distance(sign: int) -> Callable[[Parts], Expression | None]:
    def build(parts: Parts) -> Expression | None:
        counted = _counted(parts)
        return Offset(sign * (counted[0] or 1), counted[1]) if counted else None

    return build


def _from_event(sign: int) -> Callable[[Parts], Expression | None]:
    def build(parts: Parts) -> Expression | None:
        counted = _counted(parts)
        return FromEvent(sign * (counted[0] or 1), counted[1]) if counted else None

    return build


def _vague(parts: Parts) -> Vague:
    return Vague(str(parts["vague"]))


def _rule(name: str, pattern: str, build: Callable[[Parts], Expression | NoDate | None], needs: str = "") -> Rule:
    return Rule(name, re.compile(pattern), build, needs)


RULES = (
    _rule("full numeric date", f"(?:{WEEKDAY},?)?(?P<full>Q)", _full),
    _rule("day and month", f"{EDGE}{ON_WEEKDAY}(?P<day>[DO])\\.?[PT]*{MONTH}{OF_YEAR}?(?:T?{DIRECTION})?", _calendar),
    _rule("month and day", rf"{ON_WEEKDAY}{MONTH}(?P<day>[DO])(?:,?{YEAR})?", _calendar, "month_first"),
    _rule("month and year", f"{EDGE}{MONTH}{OF_YEAR}", _calendar),
    _rule("season and year", f"{EDGE}{SEASON}[PT]*(?:(?P<noun>[Ud])[PT]*)?{YEAR}", _calendar),
    _rule("direction and name", f"{EDGE}{DIRECTION}T?(?:{MONTH}|{SEASON}|{WEEKDAY})", _calendar),
    _rule("name and direction", f"{EDGE}(?:{MONTH}|{SEASON}|{WEEKDAY})T?{DIRECTION}", _calendar),
    _rule("edge of a month", f"(?P<edge>E)[PT]*{MONTH}", _calendar),
    _rule("decade", f"{EDGE}(?P<unit>U)[PT]*{YEAR}", _decade),
    _rule("decade in figures", f"{EDGE}(?P<year>Z)", _decade),
    _rule("century", f"{EDGE}(?P<number>[DO])(?P<unit>U)", _century),
    _rule("noun and year", f"{EDGE}(?P<noun>[Ud]){YEAR}", _calendar),
    _rule("edge of a year", f"(?P<edge>E)[PT]*{YEAR}", _calendar),
    _rule("direction and unit", f"{EDGE}{DIRECTION}{UNIT}", _directed_unit),
    _rule("unit and direction", f"{EDGE}{UNIT}{DIRECTION}", _directed_unit),
    _rule("edge of a unit", "(?P<edge>E)[PT]*(?P<unit>[Ud])|(?P<unit2>[Ud])'(?P<edge2>E)", _edge_of_unit),
    _rule("deictic and season", f"(?P<offset>X)T?{SEASON}", _offset_season),
    _rule("deictic and weekday", "(?P<offset>X)T?(?P<weekday>[Ww])", _offset),
    _rule("deictic", f"{EDGE}(?P<offset>X)(?!T?[OJ])", _offset),
    _rule(
        "month of a counted year",
        rf"{EDGE}(?:{ON_WEEKDAY}(?P<day>[DO])\.?[PT]*)?{MONTH}[PT]*{DIRECTED_YEAR}|(?P<offset2>X)T?(?P<month2>[Mm])",
        _in_directed_year,
    ),
    _rule("told before", f"J(?:{NAME}|{UNIT}|(?P<offset>X))|(?:{NAME2}|(?P<unit2>[Uud])|(?P<offset2>X))J", _told),
    _rule("every", f"eT?(?:{NAME}|(?P<count>[CDN])?{UNIT})", _repeated),
    _rule("weekday of a row", f"O{WEEKDAY}(?:[PT]*{MONTH}{OF_YEAR}?)?", _no_date),
    _rule("ago", f"{COUNTED}A|B{COUNTED_OR_ONE}", _distance(-1)),
    _rule("ahead", f"{COUNTED}F|I(?:(?P<count2>[CDN])(?P<unit2>[Uu])|(?P<dual2>G))", _distance(1)),
    _rule(
        "after something told",
        f"{COUNTED}H|K{COUNTED_OR_ONE}",
        _from_event(1),
    ),
    _rule("before something told", f"{COUNTED}R", _from_event(-1)),
    _rule("length", COUNTED, _length),
    _rule("vague", "(?P<vague>V)", _vague),
    _rule("weekday", "(?P<weekday>W)", _calendar),
    _rule("month", r"(?P<month>M)(?:/(?P<twin>[Mm]))?", _calendar),
    _rule("month in company", "(?P<month>m)", _calendar, "month"),
    _rule("year", YEAR, _calendar, "year"),
)  # fmt: skip
"""Tried at every place of a run; the longest wins, and of equally long ones the first."""
