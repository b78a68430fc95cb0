"""Named days and seasons of the year, computed from the rules of `named_days.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from dateutil.easter import easter as easter_of
from pydantic import BaseModel, ConfigDict

from extract.dates.expression import System
from extract.dates.interval import DAYS_PER_WEEK, Interval, months, to_day, weekday
from extract.dates.systems import interval_of, year_of

FIRST_EASTER_YEAR, LAST_EASTER_YEAR = 326, 4099
"""Years for which the rules of Easter are known."""


class NamedDay(BaseModel):
    """The rule of one named day: fixed, nth weekday of a month, counted from Easter, or in a Hijri calendar."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 for Monday to 7 for Sunday, as in ISO 8601."""
    nth: int = 1
    easter: Literal["western", "orthodox"] | None = None
    days: int = 0
    """Days after the one that the rest of the rule finds."""
    avoids: str | None = None
    """Key of another day: where both fall together, this one is a week later."""
    length: int = 1
    hijri_month: int | None = None
    hijri_day: int | None = None
    solar_month: int | None = None
    solar_day: int | None = None


@cache
def named_days() -> dict[str, NamedDay]:
    """All named days, by key."""
    path = files("extract.dates").joinpath("named_days.toml")
    return {key: NamedDay(**rule) for key, rule in tomllib.loads(path.read_text(encoding="utf-8")).items()}


@cache
def named_in_year(key: str, year: int) -> tuple[Interval, ...]:
    """When it falls in a Gregorian year: once, or for a lunar date now and then twice or not at all."""
    rule = named_days()[key]
    if rule.easter:
        if not FIRST_EASTER_YEAR <= year <= LAST_EASTER_YEAR:
            return ()
        sunday = _easter(year, rule.easter) + rule.days
        return (Interval(sunday, sunday + rule.length),)
    if rule.hijri_month or rule.solar_month:
        system = System.HIJRI if rule.hijri_month else System.SOLAR_HIJRI
        month = rule.hijri_month or rule.solar_month
        day = rule.hijri_day or rule.solar_day
        earliest, latest = year_of(system, to_day(year)), year_of(system, to_day(year, 12, 31))
        if earliest is None or latest is None:
            return ()
        around = range(earliest, latest + 1)
        found = [interval_of(system, other, month, day) for other in around]
        return tuple(each for each in found if each and to_day(year) <= each.start < to_day(year + 1))
    first = _of_month(rule, year) + rule.days
    if rule.avoids and any(first == other.start for other in named_in_year(rule.avoids, year)):
        first += DAYS_PER_WEEK
    return (Interval(first, first + rule.length),)


def _easter(year: int, church: Literal["western", "orthodox"]) -> int:
    method: Literal[2, 3] = 3 if church == "western" else 2
    return easter_of(year, method).toordinal()


def _of_month(rule: NamedDay, year: int) -> int:
    if rule.weekday is None:
        return to_day(year, rule.month or 1, rule.day or 1)
    whole = months(year, rule.month or 1)
    if rule.nth > 0:
        return whole.start + (rule.weekday - 1 - weekday(whole.start)) % DAYS_PER_WEEK + DAYS_PER_WEEK * (rule.nth - 1)
    return whole.last - (weekday(whole.last) - rule.weekday + 1) % DAYS_PER_WEEK + DAYS_PER_WEEK * (rule.nth + 1)
