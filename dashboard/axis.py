"""The axis of time under lanes: where a day lies across their width, and ticks that people can read, as HTML."""

from __future__ import annotations

from dashboard.marked import safe
from dashboard.scale import IN_READERS_LANGUAGE
from extract.chart.bars import seen
from extract.chart.steps import ticks
from extract.dates.interval import Interval

MIDDLE = 50
"""Of the width, in percent: words beside what lies farther on run backwards, so that they stay on the page."""


def at(day: float, shown: Interval) -> float:
    """Where a day begins, in percent of the width."""
    return round(100 * (day - shown.start) / shown.days, 3)


def across(date: Interval, shown: Interval) -> tuple[float, float]:
    """From where to where a date reaches, in percent of the width: nowhere thinner than can be seen."""
    start, days = seen(date, shown)
    return at(start, shown), at(start + days, shown)


def placed(left: float, right: float) -> str:
    """The place of what reaches so far, as a value of a style."""
    return f"left:{left}%;width:{right - left:.3f}%"


def tip(left: float, right: float) -> str:
    """Where the words beside the pointer stand, as a value of a style: they begin or end with what they are about."""
    return f"--tip-left:{left}%" if left < MIDDLE else f"--tip-right:{100 - right:.3f}%"


def framed(rows: str, shown: Interval, alt: str, look: str = "") -> str:
    """Rows over the lines and ticks of an axis, `look` being classes of the style sheet."""
    marks = ticks(shown, words=IN_READERS_LANGUAGE)
    places = [at(tick.day, shown) for tick in marks]
    lines = "".join(f'<i style="left:{place}%"></i>' for place in places)
    words = "".join(
        f'<span style="left:{place}%">{safe(tick.label)}<br>{safe(tick.below)}</span>'
        for place, tick in zip(places, marks, strict=True)
    )
    return (
        f'<div class="lanes {look}" dir="ltr" role="group" aria-label="{safe(alt)}"><div class="rules">{lines}</div>'
        f'{rows}<div class="ticks" aria-hidden="true">{words}</div></div>'
    )
