"""Where a date lies among others: a hair on a strip that has a fainter one for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.axis import across, placed
from dashboard.tongue import _
from dashboard.when import in_words
from extract.dates.interval import Grain, Interval, unit_of

HAIR = 0.5
"""Of the strip's width, in percent: as thin as is seen on paper."""

MANY = 3
"""So many years, or months, are told by their first and last alone."""


def ground(dates: Sequence[Interval], shown: Interval) -> str:
    """The faint hairs of all dates, as a value of CSS."""
    at = sorted({round(across(date, shown)[0], 1) for date in dates if date.meets(shown)})
    stops, free = [], 0.0
    for left in at:
        start = max(left, free)
        stops.append(f"transparent {free}% {start}%, var(--hair) {start}% {start + HAIR}%")
        free = start + HAIR
    return f"linear-gradient(to right, {', '.join([*stops, f'transparent {free}%'])})"


def strip(date: Interval, shown: Interval) -> str:
    """One date on its strip, as HTML; an arrow where it lies beyond."""
    if date.end <= shown.start:
        return '<span class="rail before" aria-hidden="true"></span>'
    if date.start >= shown.end:
        return '<span class="rail after" aria-hidden="true"></span>'
    return f'<span class="rail" aria-hidden="true"><i style="{placed(*across(date, shown))}"></i></span>'


def ends(shown: Interval) -> str:
    """What the strips reach from and to, in words."""
    grain = next(
        (unit for unit in (Grain.YEAR, Grain.MONTH) if shown.days > MANY * unit_of(shown.start, unit).days), Grain.DAY
    )
    first, last = (in_words(unit_of(day, grain), grain) for day in (shown.start, shown.last))
    return _("The strips beside the dates reach from {first} to {last}.", first=first, last=last)
