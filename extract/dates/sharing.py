"""Dates that share a year: "March 3 to April 5, 2024" says it once for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.dates.expression import Calendar, Expression, Mention, Part

SHARED_GAP = 12
"""Characters between two dates that belong together, as "to", "and" or "until the"."""

SENTENCE_MARKS = frozenset(".;:!?\n()")
"""Between two dates they part them."""


def sharing_years(mentions: Sequence[Mention], original: str) -> list[Mention]:
    """The mentions; one without a year that is joined to one with a year takes it over."""
    shared = list(mentions)
    for place in range(len(shared) - 2, -1, -1):
        one, other = shared[place], shared[place + 1]
        gap = original[one.end : other.start]
        if len(gap) <= SHARED_GAP and not SENTENCE_MARKS & set(gap):
            shared[place] = replace(
                one, expression=_completed(one.expression, other.expression, joined=one.until is not None)
            )
    return shared


def _completed(one: Expression, other: Expression, *, joined: bool) -> Expression:
    """The first expression, with the second's year where it has none of its own."""
    if isinstance(one, Part):
        completed = _completed(one.whole, other, joined=joined)
        return replace(one, whole=completed) if isinstance(completed, Calendar) else one
    if isinstance(other, Part):
        other = other.whole
    if not isinstance(one, Calendar) or not isinstance(other, Calendar) or not one.yearly:
        return one
    if not other.yearly and not (joined and other == Calendar(year=other.year)):
        return one
    if (
        other.year is None
        or (one.year, one.direction, one.told) != (None, None, None)
        or one.system is not other.system
    ):
        return one
    return replace(one, year=other.year - 1 if other.yearly and _order(one) > _order(other) else other.year)


def _order(calendar: Calendar) -> int:
    """Where in the year it begins, in months."""
    if calendar.season is not None:
        return 3 * calendar.season + 3
    if calendar.quarter or calendar.half:
        return 3 * (calendar.quarter or 0) + 6 * (calendar.half or 0)
    return calendar.month or 0
