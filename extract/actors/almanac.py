"""What the almanac's files say: who held which office from when to when, and what came or went on a known day."""

from __future__ import annotations

from functools import cache
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field

from extract.actors.lexicon import DATA, Strict, read
from extract.actors.office import Office
from extract.dates.interval import Grain, Interval, is_day, months, one_day
from extract.reason import Date

ALMANAC = DATA / "almanac"

GRAINS = (Grain.YEAR, Grain.MONTH, Grain.DAY)
"""How finely a date of one, two or three numbers is known."""


class When(NamedTuple):
    """A day as finely as it is known: all the days that it may be, and the unit that they make."""

    days: Interval
    grain: Grain

    @property
    def told(self) -> Date:
        """The date among reasons."""
        return Date(self.days, self.grain)


class Line(NamedTuple):
    """Who held an office in one stretch; without an end it lasts."""

    name: str
    first: When
    last: When | None


def _line(value: object) -> Line:
    if isinstance(value, Line):
        return value
    if not isinstance(value, list) or len(value) not in (2, 3) or not all(isinstance(part, str) for part in value):
        raise ValueError("a holder is a name, a first day and perhaps a last day")
    first = _when(value[1])
    last = _when(value[2]) if len(value) > 2 else None
    if last and last.days.end <= first.days.start:
        raise ValueError(f"{value[0]}'s term ends before it begins")
    return Line(value[0], first, last)


def _when(value: object) -> When:
    if isinstance(value, When):
        return value
    parts = value.split("-") if isinstance(value, str) else []
    if not 1 <= len(parts) <= len(GRAINS) or not all(part.isdecimal() for part in parts):
        raise ValueError(f"{value!r} is no date; write 2025, 2025-01 or 2025-01-20")
    year, month, day = (*map(int, parts), 1, 1)[: len(GRAINS)]
    if not is_day(year, month, day):
        raise ValueError(f"{value!r} is not in the calendar")
    grain = GRAINS[len(parts) - 1]
    stretch = {Grain.YEAR: months(year, 1, 12), Grain.MONTH: months(year, month)}
    return When(stretch.get(grain) or one_day(months(year, month).start + day - 1), grain)


Day = Annotated[When, BeforeValidator(_when)]
Holding = Annotated[Line, BeforeValidator(_line)]


class Age(Strict):
    """A thing that dates the texts that name it."""

    first: Day | None = None
    last: Day | None = None
    gone: Day | None = None
    """Since when it is called former, where it left its name to another."""
    names: tuple[str, ...] = ()
    """Its names in every language."""
    counted: bool = False
    """Whether it dates a text only with a figure before it: money that is paid."""


class Holders(Strict):
    """The holders of offices: by state and office, their other names, and since when they were known before."""

    holders: dict[str, dict[Office, tuple[Holding, ...]]] = Field(default_factory=dict)
    also: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    known: dict[str, Day] = Field(default_factory=dict)


class _Ages(Strict):
    ages: dict[str, Age]


@cache
def holders() -> Holders:
    """Who held each office of each state, in order, and what else is known of them."""
    parts = [read(path, Holders) for path in sorted(ALMANAC.glob("terms*.toml"))]
    return Holders(
        holders={state: offices for part in parts for state, offices in part.holders.items()},
        also={name: names for part in parts for name, names in part.also.items()},
        known={name: day for part in parts for name, day in part.known.items()},
    )


@cache
def ages() -> dict[str, Age]:
    """The things that date a text, by their English name."""
    return read(ALMANAC / "ages.toml", _Ages).ages
