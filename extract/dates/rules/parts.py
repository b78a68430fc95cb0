"""What the rules have in common: reading the parts of a match."""

from __future__ import annotations

from typing import TypeVar

from extract.dates.cascade import Parts
from extract.dates.expression import Calendar
from extract.dates.interval import Grain

T = TypeVar("T")


def value_of(parts: Parts, name: str, kind: type[T]) -> T | None:
    """A part's value where it is of that kind."""
    value = parts.get(name)
    return value if isinstance(value, kind) else None


def is_noun(parts: Parts, grain: Grain, name: str = "noun") -> bool:
    """Whether the noun beside a date, if there is one, names that unit."""
    return parts.get(name, grain) is grain or parts.get(name) == ""


def weekday_of(parts: Parts) -> int | None:
    """The number of the weekday that the words name."""
    found = parts.get("weekday")
    return found.weekday if isinstance(found, Calendar) else found if isinstance(found, int) else None


def year_of(value: object) -> int | None:
    """The year of a number or of a date that is no more than one."""
    if isinstance(value, Calendar):
        return value.year if value == Calendar(year=value.year) else None
    return value if isinstance(value, int) else None
