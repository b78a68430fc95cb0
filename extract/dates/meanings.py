"""Which day a mention means, seen from each day on which the text can have been written."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from extract.dates.candidates import in_year
from extract.dates.days import Days, Numbers, days_of
from extract.dates.expression import Calendar, Offset
from extract.dates.interval import DAYS_PER_WEEK, Grain, Interval, from_day
from extract.dates.told import Told
from extract.model import Outlook


def around(date: Calendar, days: Days) -> tuple[Numbers, Numbers]:
    """The last such day up to each day of writing, and the first from it on."""
    return _around(date, days.interval)


LEAP = 8
"""Years in which a leap day recurs, at most."""

DATES_KEPT = 8
"""Those of one text, mostly: each is a third of a MiB."""


@lru_cache(DATES_KEPT)
def _around(date: Calendar, interval: Interval) -> tuple[Numbers, Numbers]:
    days = days_of(interval)
    years = range(from_day(interval.start)[0] - LEAP, from_day(interval.last)[0] + LEAP + 1)
    starts = np.array([found.start for year in years if (found := in_year(date, year))], dtype=np.int64)
    after = np.searchsorted(starts, days.numbers, side="left")
    before = np.searchsorted(starts, days.numbers, side="right") - 1
    return starts[np.maximum(before, 0)], starts[np.minimum(after, len(starts) - 1)]


def nearest(date: Calendar, days: Days) -> Numbers:
    """The nearest such day to each day of writing."""
    before, after = around(date, days)
    return np.where(days.numbers - before <= after - days.numbers, before, after)


def day_meant(each: Told, days: Days) -> Numbers | None:
    """The day that a mention means, None where it means no day or nobody can tell which."""
    expression, outlook = each.expression, each.outlook
    if isinstance(expression, Offset):
        return days.numbers + expression.count if expression.grain is Grain.DAY else None
    if (number := each.bare_weekday) is not None:
        return weekdays_meant(number, outlook, days)[0]
    if date := each.yearless_day:
        before, after = around(date, days)
        sides = {Outlook.PAST: before, Outlook.PLANNED: after}
        return sides[outlook] if outlook in sides else nearest(date, days)
    whole = each.in_full
    return _always(whole, days) if whole and whole.days == 1 else None


def weekdays_meant(number: int, outlook: Outlook | None, days: Days) -> tuple[Numbers, ...]:
    """The days that a weekday without a date may mean: the last one, or the first to come, today or after."""
    if outlook is Outlook.PLANNED:
        ahead = (number - days.weekdays) % DAYS_PER_WEEK
        return days.numbers + ahead, days.numbers + np.where(ahead == 0, DAYS_PER_WEEK, ahead)
    return (days.numbers - (days.weekdays - number) % DAYS_PER_WEEK,)


def _always(interval: Interval, days: Days) -> Numbers:
    return np.full(len(days.numbers), interval.start)
