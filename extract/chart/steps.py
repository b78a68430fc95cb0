"""Calendar steps: bins that keep a chart small, and ticks that people can read, from days to millennia."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extract.dates.interval import Interval, from_day, months, to_day, weekday
from extract.dates.write import MONTH_NAMES, year_in_words

MOST_YEARS = 9999
"""Charts know no year beyond four digits, before or after the year 0."""

DRAWABLE = Interval(to_day(-MOST_YEARS), to_day(MOST_YEARS + 1))
"""The days that a chart can draw."""

MOST_BINS = 120
"""A strip of more bars is a smear on a screen of ordinary width."""

MOST_TICKS = 10
EDGE = 0.012
"""The share of a chart's width at either end where a tick's label would be cut off."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the calendar that repeats: so many days (from a Monday) or so many months (from the year 0)."""

    name: str
    days: int = 0
    months: int = 0

    def floor(self, number: int) -> int:
        """The first day of the stretch in which a day lies."""
        if self.days:
            return number - (weekday(number) if self.days > 1 else 0)
        year, month, _ = from_day(number)
        return months(0, (year * 12 + month - 1) // self.months * self.months + 1).start

    def after(self, start: int) -> int:
        """The first day of the next stretch."""
        if self.days:
            return start + self.days
        year, month, _ = from_day(start)
        return months(year, month + self.months).start

    @property
    def length(self) -> float:
        """About how many days it holds."""
        return self.days or self.months * 30.44


DAYS = (Step("day", days=1), Step("week", days=7))
BIN_STEPS = (
    *DAYS,
    Step("month", months=1),
    Step("quarter", months=3),
    Step("half-year", months=6),
    Step("year", months=12),
    Step("five years", months=60),
    Step("decade", months=120),
    Step("half century", months=600),
    Step("century", months=1200),
    Step("millennium", months=12000),
)
TICK_MONTHS = (1, 2, 3, 6)
TICK_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def bins(whole: Interval, most: int = MOST_BINS) -> tuple[Step, list[int]]:
    """The finest step that cuts a stretch into few enough bins, and the days at which they begin and end."""
    step = next((step for step in BIN_STEPS if whole.days / step.length <= most - 2), BIN_STEPS[-1])
    edges = [step.floor(whole.start)]
    while edges[-1] < whole.end:
        edges.append(step.after(edges[-1]))
    return step, edges


@dataclass(frozen=True, slots=True)
class Tick:
    """A day and what stands under it; `below` in a second line."""

    day: int
    label: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class TickWords:
    """How ticks are named: a day and a month by a day's number, a year by its own."""

    day: Callable[[int], str]
    month: Callable[[int], str]
    year: Callable[[int], str]


def _day(number: int) -> str:
    _, month, day = from_day(number)
    return f"{day} {MONTH_NAMES[month - 1][:3]}"


def _month(number: int) -> str:
    return MONTH_NAMES[from_day(number)[1] - 1][:3]


IN_ENGLISH = TickWords(_day, _month, year_in_words)


def ticks(shown: Interval, most: int = MOST_TICKS, words: TickWords = IN_ENGLISH) -> list[Tick]:
    """Round days, months or years of a stretch, named for people."""
    for step in (*DAYS, Step("fortnight", days=14)):
        if shown.days / step.length <= most:
            return _named_ticks(shown, step, words.day, words.year)
    for count in TICK_MONTHS:
        if shown.days / (count * 30.44) <= most:
            return _named_ticks(shown, Step("months", months=count), words.month, words.year)
    years = next((years for years in TICK_YEARS if shown.days / (years * 365.25) <= most), TICK_YEARS[-1])
    return _year_ticks(shown, years, words.year)


def _has_room(day: int, shown: Interval) -> bool:
    return shown.start + EDGE * shown.days <= day <= shown.end - EDGE * shown.days


def _named_ticks(
    shown: Interval, step: Step, name: Callable[[int], str], name_year: Callable[[int], str]
) -> list[Tick]:
    """A tick a step; below the first one of each year stands which."""
    found: list[Tick] = []
    at, seen = step.floor(shown.start), None
    while at < shown.end:
        year = from_day(at)[0]
        if _has_room(at, shown):
            found.append(Tick(at, name(at), "" if year == seen else name_year(year)))
            seen = year
        at = step.after(at)
    return found


def _year_ticks(shown: Interval, years: int, name: Callable[[int], str]) -> list[Tick]:
    """Years that are round for a reader: 500 BCE is the year -499 of the calendar that counts a year 0."""
    first, last = from_day(shown.start)[0], from_day(shown.last)[0]
    before = (1 - number for number in range(years, 1 - first + 1, years)) if first < 1 else ()
    since = range(max(years, -(-first // years) * years), last + 1, years)
    chosen = sorted(year for year in (*before, *since) if _has_room(to_day(year), shown))
    return [Tick(to_day(year), name(year)) for year in chosen]
