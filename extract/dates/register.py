"""Whether a text tells a story, which counts from the last date told, or news, which counts from the day of writing."""

from __future__ import annotations

from collections.abc import Sequence

from extract.dates.expression import Calendar, Offset
from extract.dates.interval import Interval, from_day
from extract.dates.told import Told

FEWEST_YEARS = 4
"""Dates with a year that a text must hold before it can be a story: fewer are what news tells of the past."""

LARGEST_SHARE = 0.25
"""Of words that count from the time of writing, to dates with a year: more, and the text is news."""

YEARS_AGO = 1
"""The middle of a story's years lies more than so many before its writing."""


def tells_a_story(told: Sequence[Told], written: Interval | None) -> bool:
    """Decided by how many dates have their year, how far those years lie back, and how little counts from now."""
    years = sorted(
        each.expression.year
        for each in told
        if isinstance(each.expression, Calendar) and each.expression.year is not None and not each.expression.unit
    )
    if len(years) < FEWEST_YEARS or not _sets_its_scene(told):
        return False
    from_now = sum(_counts_from_now(each) for each in told)
    if from_now > LARGEST_SHARE * len(years):
        return False
    if written is None:
        return True
    return from_day(written.start)[0] - years[len(years) // 2] > YEARS_AGO


def _sets_its_scene(told: Sequence[Told]) -> bool:
    """Whether the first date that needs a year has one: news begins with its day, and goes back to years."""
    first = next((each for each in told if isinstance(each.expression, Calendar | Offset)), None)
    return first is not None and isinstance(first.expression, Calendar) and first.expression.year is not None


def _counts_from_now(each: Told) -> bool:
    expression = each.expression
    if isinstance(expression, Calendar):
        return expression.year is None and not expression.yearly
    return isinstance(expression, Offset)
