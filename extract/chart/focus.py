"""Which stretch of time the lanes show when nobody has set a window: where most claims lie."""

from __future__ import annotations

from extract.dates.interval import Interval
from extract.table.filters import Filters
from extract.table.spans import Spans

LEFT_OUT = 0.1
"""The share of claims, at either end, that may lie outside: a chart of 2025 is not stretched to hold one of 480 BCE."""

MARGIN = 0.06
"""Free room at either end, of the stretch."""

WORTH_IT = 4
"""Claims are left outside only where this makes the rest at least so many times as wide."""


REFINES = 6
"""A window so many times shorter than all time gets a strip of its own surroundings, with finer bins."""


def frame(whole: Interval, filters: Filters) -> Interval:
    """What the strip covers: all time, or the window with as much again on either side, where it is short."""
    if filters.first is None or filters.end is None or filters.end <= filters.first:
        return whole
    window = Interval(filters.first, filters.end)
    wide = Interval(window.start - window.days, window.end + window.days).shared(whole)
    return wide if wide and whole.days > REFINES * window.days else whole


def focus(spans: Spans, whole: Interval, filters: Filters) -> Interval:
    """The window where there is one, else the stretch of most claims, with a margin."""
    if filters.first is not None or filters.end is not None:
        first = whole.start if filters.first is None else filters.first
        end = whole.end if filters.end is None else filters.end
        return Interval(first, max(end, first + 1))
    core = spans.core(LEFT_OUT) or whole
    room = max(int(core.days * MARGIN), 1)
    core = Interval(core.start - room, core.end + room)
    if whole.days < WORTH_IT * core.days:
        room = max(int(whole.days * MARGIN / 2), 1)
        return Interval(whole.start - room, whole.end + room)
    return core
