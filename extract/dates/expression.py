"""What the words of a mention ask for, before anything is known of when they were written."""

from __future__ import annotations

from dataclasses import dataclass

from extract.dates.interval import Grain, Mod

LAST, THIS, NEXT = -1, 0, 1
"""Directions, seen from the time of writing."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar: as many of its parts as the words give."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday to 6 for Sunday."""
    season: int | None = None
    """0 for spring to 3 for winter."""
    unit: Grain | None = None
    """DECADE or CENTURY where the words name the one that begins with `year`."""
    direction: int | None = None
    """LAST, THIS or NEXT where the words say so."""
    years_away: int | None = None
    """Years from the one of writing to the one that is meant: "March of next year"."""
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of calendar units before or after the one of writing: "yesterday", "last year", "three days ago"."""

    count: int
    grain: Grain
    weekday: int | None = None
    """The weekday that the words name beside it: "yesterday, Tuesday"."""
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class FromEvent:
    """A number of units before or after something that the text tells: "a month after the attack"."""

    count: int
    grain: Grain


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time with no place in the calendar: "45 years". `count` is None where it is not said."""

    count: int | None
    grain: Grain


@dataclass(frozen=True, slots=True)
class Repeated:
    """A day or unit that comes again and again: "every Monday". `value` is TIMEX3's."""

    value: str


@dataclass(frozen=True, slots=True)
class NoDate:
    """Words that have the shape of a date and are none: "31 June", "the Sunday Times"."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar can place: "recently", "soon". `value` is TIMEX3's."""

    value: str


Expression = Calendar | Offset | FromEvent | Length | Repeated | Vague


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that speaks of time, with what its words ask for."""

    start: int
    end: int
    text: str
    expression: Expression
    rule: str
    """Name of the rule of the grammar that made it."""
