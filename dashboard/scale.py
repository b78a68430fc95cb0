"""Calendar steps: bins that keep a chart small, and ticks that people can read, from days to millennia."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from dashboard.period import DRAWABLE
from extract.dates.interval import Interval, from_day, months, to_day, weekday
from extract.dates.write import MONTH_NAMES, year_in_words
from extract.store.summary import Span

MS_PER_DAY = 86_400_000
EPOCH = to_day(1970)

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


def milliseconds(number: float) -> float:
    """A day as Plotly counts time, which draws years before 1 rightly."""
    return float((number - EPOCH) * MS_PER_DAY)


def extent(spans: Iterable[Span]) -> Interval | None:
    """The stretch that holds all intervals, as far as it can be drawn."""
    drawn = [span for span in spans if span.start < DRAWABLE.end and span.end > DRAWABLE.start]
    if not drawn:
        return None
    return Interval(
        max(min(span.start for span in drawn), DRAWABLE.start), min(max(span.end for span in drawn), DRAWABLE.end)
    )


def bins(whole: Interval) -> tuple[Step, list[int]]:
    """The finest step that cuts a stretch into few enough bins, and the days at which they begin and end."""
    step = next((step for step in BIN_STEPS if whole.days / step.length <= MOST_BINS - 2), BIN_STEPS[-1])
    edges = [step.floor(whole.start)]
    while edges[-1] < whole.end:
        edges.append(step.after(edges[-1]))
    return step, edges


def counted(spans: Iterable[Span], edges: list[int]) -> tuple[list[int], list[int]]:
    """For each bin, how many claims lie in it for sure, and how many others may."""
    sure = [0] * len(edges)
    change = [0] * (len(edges) + 1)
    for span in spans:
        if span.end <= edges[0] or span.start >= edges[-1]:
            continue
        first = max(bisect_right(edges, span.start) - 1, 0)
        last = min(bisect_left(edges, span.end) - 1, len(edges) - 2)
        if span.sure and first == last and edges[first] <= span.start and span.end <= edges[last + 1]:
            sure[first] += span.count
            continue
        change[first] += span.count
        change[last + 1] -= span.count
    return sure[:-1], list(accumulate(change))[: len(edges) - 1]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day and what stands under it; `below` in a second line."""

    day: int
    label: str
    below: str = ""

    @property
    def text(self) -> str:
        """Both lines, as Plotly breaks them."""
        return f"{self.label}<br>{self.below}" if self.below else self.label


def ticks(shown: Interval, most: int = MOST_TICKS) -> list[Tick]:
    """Round days, months or years of a stretch, named for people."""
    for step in (*DAYS, Step("fortnight", days=14)):
        if shown.days / step.length <= most:
            return _day_ticks(shown, step)
    for count in TICK_MONTHS:
        if shown.days / (count * 30.44) <= most:
            return _month_ticks(shown, Step("months", months=count))
    years = next((years for years in TICK_YEARS if shown.days / (years * 365.25) <= most), TICK_YEARS[-1])
    return _year_ticks(shown, years)


def _has_room(day: int, shown: Interval) -> bool:
    return shown.start + EDGE * shown.days <= day <= shown.end - EDGE * shown.days


def _day_ticks(shown: Interval, step: Step) -> list[Tick]:
    found: list[Tick] = []
    at, seen = step.floor(shown.start), None
    while at < shown.end:
        year, month, day = from_day(at)
        if _has_room(at, shown):
            found.append(Tick(at, f"{day} {MONTH_NAMES[month - 1][:3]}", "" if year == seen else year_in_words(year)))
            seen = year
        at = step.after(at)
    return found


def _month_ticks(shown: Interval, step: Step) -> list[Tick]:
    found: list[Tick] = []
    at, seen = step.floor(shown.start), None
    while at < shown.end:
        year, month, _ = from_day(at)
        if _has_room(at, shown):
            found.append(Tick(at, MONTH_NAMES[month - 1][:3], "" if year == seen else year_in_words(year)))
            seen = year
        at = step.after(at)
    return found


def _year_ticks(shown: Interval, years: int) -> list[Tick]:
    """Years that are round for a reader: 500 BCE is the year -499 of the calendar that counts a year 0."""
    first, last = from_day(shown.start)[0], from_day(shown.last)[0]
    before = (1 - number for number in range(years, 1 - first + 1, years)) if first < 1 else ()
    since = range(max(years, -(-first // years) * years), last + 1, years)
    chosen = sorted(year for year in (*before, *since) if _has_room(to_day(year), shown))
    return [Tick(to_day(year), year_in_words(year)) for year in chosen]


def time_axis(shown: Interval) -> dict[str, Any]:
    """Plotly's settings for an axis that shows a stretch and stays there."""
    marks = ticks(shown)
    return {
        "type": "date",
        "range": [milliseconds(shown.start), milliseconds(shown.end)],
        "tickvals": [milliseconds(tick.day) for tick in marks],
        "ticktext": [tick.text for tick in marks],
        "fixedrange": True,
    }
