"""Ranges and lists that say once what their members share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.dates.cascade import Parts
from extract.dates.expression import Calendar, Expression
from extract.dates.interval import LONGEST_MONTH, YEARS_PER_CENTURY, YEARS_PER_DECADE, Grain
from extract.dates.rules.names import calendar, century, figures, numbered
from extract.dates.rules.parts import value_of, year_of

LONGEST_RANGE = 200
"""Years; two numbers farther apart are a range of something else."""


def shared_day(parts: Parts) -> Mapping[str, Expression] | None:
    """ "3 to 7 May": the first day takes its month and year from the other."""
    day, date = value_of(parts, "first", int), value_of(parts, "date", Calendar)
    if day is None or date is None or date.month is None or date.day is None:
        return None
    made = calendar({"day": day, "month": date.month, "year": date.year})
    return {"first": replace(made, system=date.system), "date": date} if isinstance(made, Calendar) else None


def shared_nothing(parts: Parts) -> Mapping[str, Expression] | None:
    """ "Between the 3rd and the 5th": days of a month that is not named."""
    first, last = value_of(parts, "first", int), value_of(parts, "last", int)
    if first is None or last is None or not 1 <= first < last <= LONGEST_MONTH:
        return None
    return {"first": Calendar(day=first), "last": Calendar(day=last)}


def shared_month(parts: Parts) -> Mapping[str, Expression] | None:
    """ "May 3 to 7, 2025": the last day takes its month from the first, which takes its year."""
    day, date, year = value_of(parts, "last", int), value_of(parts, "date", Calendar), value_of(parts, "year", int)
    if day is None or date is None or date.month is None or date.day is None or (year and date.year):
        return None
    made = calendar({"day": day, "month": date.month, "year": year or date.year})
    if not isinstance(made, Calendar):
        return None
    return {"date": replace(date, year=made.year), "last": made}


def shared_century(parts: Parts) -> Mapping[str, Expression] | None:
    """ "1914-18": the last year takes its century from the first."""
    year, last = year_of(parts.get("first")), value_of(parts, "last", int)
    if year is None or last is None or last >= YEARS_PER_CENTURY:
        return None
    span = YEARS_PER_DECADE if last < YEARS_PER_DECADE else YEARS_PER_CENTURY
    end = year // span * span + last
    return {"first": Calendar(year=year), "last": Calendar(year=end)} if end > year else None


def range_of_years(parts: Parts) -> Mapping[str, Expression] | None:
    """ "1914-1918": two years in order, not too far apart to belong together."""
    first, last = year_of(parts.get("first")), year_of(parts.get("last"))
    if first is None or last is None or not 0 < last - first <= LONGEST_RANGE:
        return None
    return {"first": Calendar(year=first), "last": Calendar(year=last)}


def range_of_figures(parts: Parts) -> Mapping[str, Expression] | None:
    """ "14.10. - 15.10.2018", "14. - 15.10.": the first takes from the last what it lacks."""
    first, last = parts.get("first"), parts.get("last")
    end = last if isinstance(last, Calendar) else figures({"figures": last})
    if end is None or end.day is None or end.month is None:
        return None
    begin = calendar({"day": first, "month": end.month}) if isinstance(first, int) else figures({"figures": first})
    if not isinstance(begin, Calendar) or begin.day is None or begin.month is None or begin.year is not None:
        return None
    return {"first": replace(begin, year=end.year), "last": end}


def shared_era(parts: Parts) -> Mapping[str, Expression] | None:
    """ "490-479 BC": the first year takes its era from the other."""
    number, other = value_of(parts, "first", int), value_of(parts, "date", Calendar)
    if number is None or other is None or other.year is None or other.year > 0 or other != Calendar(year=other.year):
        return None
    return {"first": Calendar(year=1 - number), "date": other} if number > 1 - other.year else None


def shared_number(parts: Parts) -> Mapping[str, Expression] | None:
    """ "The 19th and 20th centuries", "the first and second quarters": the first takes its unit from the other."""
    number, other = value_of(parts, "first", int), parts.get("date")
    if number is None or not isinstance(other, Calendar):
        return None
    made: Calendar | None = None
    if other.unit in (Grain.CENTURY, Grain.MILLENNIUM):
        made = century({"number": number, "unit": other.unit})
    elif other.quarter or other.half:
        made = numbered({"number": number, "unit": Grain.QUARTER if other.quarter else Grain.HALF})
        made = replace(made, year=other.year) if made else None
    return {"first": made, "date": other} if made else None
