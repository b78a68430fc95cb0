"""Calendar time as Plotly draws it: days as milliseconds, and an axis with ticks that people can read."""

from __future__ import annotations

from typing import Any

from dashboard.when import day_and_month, month_alone, year_in_words
from dashboard.wording import apart
from extract.chart.steps import Tick, TickWords, ticks
from extract.dates.interval import Interval, to_day

MS_PER_DAY = 86_400_000
EPOCH = to_day(1970)

IN_READERS_LANGUAGE = TickWords(
    lambda day: apart(day_and_month(day)),
    lambda day: apart(month_alone(day)),
    lambda year: apart(year_in_words(year)),
)


def milliseconds(number: float) -> float:
    """A day as Plotly counts time, which draws years before 1 rightly."""
    return float((number - EPOCH) * MS_PER_DAY)


def time_axis(shown: Interval) -> dict[str, Any]:
    """Plotly's settings for an axis that shows a stretch and stays there."""
    marks = ticks(shown, words=IN_READERS_LANGUAGE)
    return {
        "type": "date",
        "range": [milliseconds(shown.start), milliseconds(shown.end)],
        "tickvals": [milliseconds(tick.day) for tick in marks],
        "ticktext": [_lines(tick) for tick in marks],
        "fixedrange": True,
    }


def _lines(tick: Tick) -> str:
    """Both lines of a tick, as Plotly breaks them."""
    return f"{tick.label}<br>{tick.below}" if tick.below else tick.label
