"""What the words of a mention ask for, before anything is known of when they were written.

Expressions nest: "the middle of March of next year" is `Part(MID, Within(Calendar(month=3), Offset(1, YEAR)))`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.dates.interval import Grain, Mod

LAST, THIS, NEXT = -1, 0, 1
"""Directions, seen from the time of writing."""
WEEK_AFTER = 2
"""The next one, and for weekdays that of the next week, however near another may be."""


class System(StrEnum):
    """The calendar in which a year and month are counted."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    """The Islamic lunar calendar."""
    SOLAR_HIJRI = "solar_hijri"
    """The Iranian and Afghan solar calendar."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar that comes again every year or week, in as many of its parts as the words give."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday to 6 for Sunday."""
    season: int | None = None
    """0 for spring to 3 for winter."""
    quarter: int | None = None
    half: int | None = None
    named: str | None = None
    """Key of a named day or season of the year: `christmas`, `ramadan`."""
    unit: Grain | None = None
    """DECADE, CENTURY or MILLENNIUM where the words name the one that begins with `year`."""
    system: System = System.GREGORIAN
    direction: int | None = None
    """LAST, THIS or NEXT where the words say so."""
    told: int | None = None
    """The same, seen from what the text tells and not from the time of writing: "the *following* Friday"."""

    @property
    def yearly(self) -> bool:
        """Whether it names a part of a year and not only a weekday or day of a month."""
        return any(part is not None for part in (self.month, self.season, self.quarter, self.half, self.named))


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of calendar units before or after the one of writing: "yesterday", "last year", "three days ago"."""

    count: int
    grain: Grain
    weekday: int | None = None
    """The weekday that the words name beside it: "yesterday, Tuesday"."""
    counted: bool = False
    """Whether the words count a distance: "a year ago", and not "last year"."""


@dataclass(frozen=True, slots=True)
class FromTold:
    """A number of units before or after what the text has just told: "two days later", "the same year"."""

    count: int
    grain: Grain
    event: str = ""
    """The words that follow, where they name what it is counted from: "a month after *the attack*"."""
    counted: bool = False
    """Whether the words count a length, and not only "the next day"."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units before or after a date that the words name: "two days after Christmas"."""

    count: int
    grain: Grain
    origin: Placed
    exact: bool = False
    """Whether a day is counted from a day, however coarse the unit: "three years *from* today"."""


@dataclass(frozen=True, slots=True)
class WeekdayFrom:
    """The nth weekday after a date, or before it where negative: "the second Sunday after Easter"."""

    number: int
    weekday: int
    origin: Placed


@dataclass(frozen=True, slots=True)
class Within:
    """The part of a stretch of time that a calendar name picks: "March of next year", "Wednesday of next week"."""

    inner: Calendar
    outer: Placed


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit, or nth weekday, of a stretch of time, counted from its end where negative: "the last Monday of"."""

    number: int
    unit: Grain | int
    outer: Placed


@dataclass(frozen=True, slots=True)
class Holding:
    """The unit in which a date lies: "the week of 6 March"."""

    grain: Grain
    date: Placed


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The part of another year that answers to the one which the text tells of: "the same *period* last year"."""

    unit: Grain | None
    """None where the words only say that it is a part: "the 1988 period"."""
    outer: Placed


@dataclass(frozen=True, slots=True)
class Part:
    """An edge of a date, or the date loosely: "early next week", "about 1950"."""

    mod: Mod
    whole: Placed


@dataclass(frozen=True, slots=True)
class At:
    """A date with a time of the day, as TIMEX3 writes it after the T: "yesterday evening", "5 p.m. on Friday"."""

    time: str
    date: Placed


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day whose day the words leave open."""

    time: str


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time with no place in the calendar: "45 years". `count` is None where it is not said."""

    count: float | None
    grain: Grain
    rest: Length | None = None
    """What is told beside it in a finer unit: "two years *and three months*"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number of units that end or begin with the time of writing: "the last two years"."""

    direction: int
    length: Length
    until: Placed | None = None
    """What they end with instead, where the words name it: "the year *ended March 31*"."""
    quarter: int | None = None
    """The number of a quarter of a business year: "the *fourth* quarter ended June 30"."""


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


Placed = Calendar | Offset | FromTold | Shift | WeekdayFrom | Within | Nth | Holding | Counterpart | Part | At | Clock
"""What can have a place in the calendar."""

Expression = Placed | Length | Stretch | Repeated | Vague | NoDate


def core(expression: Expression) -> Expression:
    """The date without its edge and its time of day."""
    while isinstance(expression, Part | At):
        expression = expression.whole if isinstance(expression, Part) else expression.date
    return expression


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that speaks of time, with what its words ask for."""

    start: int
    end: int
    text: str
    expression: Expression
    until: Expression | None = None
    """The other end, where the words name the beginning of a range."""
