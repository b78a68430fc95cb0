"""Days, months, years and other parts of the calendar, from their names and figures."""

from __future__ import annotations

from dataclasses import replace

from extract.dates.candidates import grain_of
from extract.dates.cascade import Built, Parts
from extract.dates.entries import PERIOD
from extract.dates.expression import Calendar, NoDate, System
from extract.dates.figures import LAST_CENTURY, THIS_CENTURY, full_year
from extract.dates.interval import MONTHS_IN, MONTHS_PER_YEAR, YEARS_PER_CENTURY, YEARS_PER_DECADE, Grain, is_day
from extract.dates.rules.parts import is_noun, value_of, weekday_of

LEAP_YEAR = 2024
"""A yearless 29 February is a possible date."""

HIGHEST_CENTURY = 30
"""Numbered centuries beyond it are something else."""

SHORT_YEARS = range(YEARS_PER_CENTURY)
"""Years told by their last two figures."""

SHORT_DECADE_PIVOT = 30
"""The '20s and earlier are of this century."""


def calendar(parts: Parts) -> Calendar | NoDate | None:
    """A day, month, season or the like, from figures and names."""
    month, day, year = value_of(parts, "month", int), value_of(parts, "day", int), value_of(parts, "year", int)
    if parts.get("twin", month) != month or not is_noun(parts, Grain.MONTH):
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
        weekday=value_of(parts, "weekday", int),
        season=value_of(parts, "season", int),
        named=value_of(parts, "named", str),
    )


def named_day_of_month(parts: Parts) -> Calendar | NoDate | None:
    """A day of a month with its noun before it: «يوم 8 ديسمبر»."""
    return calendar(parts) if parts.get("before") is Grain.DAY else None


def cardinal_day(parts: Parts) -> Calendar | NoDate | None:
    """A day in words: "due giugno". One is an article in many languages."""
    return calendar(parts) if parts.get("day") != 1 else None


def other_calendar(parts: Parts) -> Calendar | None:
    """A date of a Hijri calendar."""
    named = value_of(parts, "month", tuple)
    if not named:
        return None
    system, month = named
    if not isinstance(system, System) or not isinstance(month, int):
        return None
    return Calendar(year=value_of(parts, "year", int), month=month, day=value_of(parts, "day", int), system=system)


def full(parts: Parts) -> Calendar | None:
    """A date in figures."""
    number = value_of(parts, "full", int) or 0
    return Calendar(year=number // 10000, month=number // 100 % 100, day=number % 100)


def figures(parts: Parts) -> Calendar | None:
    """A day and month, or month and year, in figures."""
    value = value_of(parts, "figures", tuple)
    if not value:
        return None
    year, month, day = value
    return Calendar(year=year, month=month, day=day)


def loose_figures(parts: Parts) -> Calendar | NoDate | None:
    """A day, month and year in figures that only their order makes a date: 31 10 1974."""
    if (short := value_of(parts, "short", int)) is not None:
        if short not in SHORT_YEARS:
            return None
        parts = {**parts, "year": full_year(short)}
    month = parts.get("month")
    swapped = {**parts, "day": month, "month": parts.get("day")}
    return calendar(swapped) if isinstance(month, int) and month > 12 else calendar(parts)


def era_year(parts: Parts) -> Calendar | None:
    """A year counted in an era."""
    number, era = value_of(parts, "year", int), parts.get("era")
    if number is None or number < 1:
        return None
    if isinstance(era, System):
        return Calendar(year=number, system=era)
    return Calendar(year=1 - number if era == -1 else number)


def decade(parts: Parts) -> Calendar | None:
    """A decade, by its first year in four figures or two."""
    if parts.get("unit", Grain.DECADE) is not Grain.DECADE:
        return None
    year = value_of(parts, "year", int)
    if year is None:
        return None
    if year in SHORT_YEARS:
        year += THIS_CENTURY if year < SHORT_DECADE_PIVOT else LAST_CENTURY
    return Calendar(year=year // YEARS_PER_DECADE * YEARS_PER_DECADE, unit=Grain.DECADE)


def century(parts: Parts) -> Calendar | None:
    """A numbered century or millennium."""
    number, unit = value_of(parts, "number", int) or 0, value_of(parts, "unit", Grain)
    if unit not in (Grain.CENTURY, Grain.MILLENNIUM) or not 1 <= number <= HIGHEST_CENTURY:
        return None
    years = MONTHS_IN[unit] // MONTHS_PER_YEAR
    if parts.get("era") == -1:
        return Calendar(year=-years * number, unit=unit)
    return Calendar(year=years * (number - 1), unit=unit)


def numbered(parts: Parts) -> Calendar | None:
    """A numbered quarter or half of a year."""
    number, unit = value_of(parts, "number", int) or 0, parts.get("unit")
    if unit is Grain.QUARTER and 1 <= number <= 4:
        return Calendar(quarter=number)
    if unit is Grain.HALF and number in (1, 2):
        return Calendar(half=number)
    return None


def quarter_in_figures(parts: Parts) -> Calendar | None:
    """Q3, H1."""
    letter, number, year = value_of(parts, "quarter", tuple) or ("", 0, None)
    grain = {"q": Grain.QUARTER, "h": Grain.HALF}.get(str(letter))
    found = numbered({"number": number, "unit": grain}) if grain and isinstance(number, int) else None
    return replace(found, year=year) if found and (year is None or isinstance(year, int)) else None


def with_year(parts: Parts) -> Calendar | NoDate | None:
    """A part of the year, with its year and weekday."""
    date = value_of(parts, "date", Calendar)
    if date is None or not is_noun(parts, Grain.YEAR) or not is_noun(parts, Grain.YEAR, "after"):
        return None
    if "before" in parts and (date.day is None or not is_noun(parts, Grain.DAY, "before")):
        return None
    weekday, year = weekday_of(parts), parts.get("year")
    if isinstance(year, Calendar):
        other = year.system is not System.GREGORIAN and date.named is not None
        if other or year != Calendar(year=year.year, system=year.system):
            return None
        date, year = replace(date, system=year.system), year.year
    if weekday is not None and date.day is None and date.named is None:
        return None
    if year is not None and date.year is not None:
        return None
    result = replace(
        date,
        weekday=date.weekday if weekday is None else weekday,
        year=date.year if year is None else value_of({"y": year}, "y", int),
    )
    if result.system is System.GREGORIAN and result.year is not None and result.month and result.day:
        return result if is_day(result.year, result.month, result.day) else NoDate()
    return result


def with_short_year(parts: Parts) -> Calendar | NoDate | None:
    """A day and month with the last two figures of its year: "14 April 15"."""
    date, number = value_of(parts, "date", Calendar), value_of(parts, "year", int)
    if date is None or date.day is None or number is None or not YEARS_PER_DECADE <= number < YEARS_PER_CENTURY:
        return None
    return with_year({"date": date, "year": full_year(number)})


def noun_year(parts: Parts) -> Built:
    """A year named as one: "the year 1933"; of a period it is the year alone."""
    year = value_of(parts, "year", int)
    if year is None or not is_noun(parts, Grain.YEAR):
        return None
    return {"year": Calendar(year=year)} if parts.get("filler") == PERIOD else Calendar(year=year)


def noun_date(parts: Parts) -> Calendar | None:
    """A day or month named as one: "the month of March"."""
    date, year = value_of(parts, "date", Calendar), parts.get("year")
    if date is None or parts.get("noun") is not grain_of(date):
        return None
    return date if year is None else replace(date, year=value_of(parts, "year", int))


def weekday_and_day(parts: Parts) -> Calendar | None:
    """A weekday and the day of an unnamed month: "Tuesday the 19th"."""
    weekday, day = weekday_of(parts), value_of(parts, "day", int)
    return Calendar(weekday=weekday, day=day) if weekday is not None and day and day <= 31 else None


def day_alone(parts: Parts) -> Calendar | None:
    """The day of an unnamed month: "on the 24th"."""
    day = value_of(parts, "day", int)
    return Calendar(day=day) if day and day <= 31 else None


def nothing(_: Parts) -> NoDate:
    """Words that look like a date and are none."""
    return NoDate()
