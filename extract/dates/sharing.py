"""Dates that share a year: "March 3 to April 5, 2024" says it once for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.dates.expression import Calendar, Expression, Mention

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
            shared[place] = replace(one, expression=_completed(one.expression, other.expression))
    return shared


def _completed(one: Expression, other: Expression) -> Expression:
    """The first expression, with the second's year where it has a month and no year of its own."""
    if not isinstance(one, Calendar) or not isinstance(other, Calendar) or one.month is None or other.month is None:
        return one
    if other.year is None or (one.year, one.direction, one.years_away) != (None, None, None):
        return one
    return replace(one, year=other.year - 1 if one.month > other.month else other.year)
