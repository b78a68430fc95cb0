"""How recent texts usually are: what is gathered was mostly written shortly before, unless its collection is old."""

from __future__ import annotations

from math import log2

import numpy as np

from extract.dates.days import Belief, Bits, Clue, Days, days_of
from extract.dates.interval import Interval

YEARS_FRESH = 2
YEARLY_LOSS, LARGEST_LOSS = 1.5, 7.0
"""Bits by which a text is less likely with each year that lies farther back from the day it was read than YEARS_FRESH.
They decide only where the text leaves a choice."""

MOST_SUPPORT = 3.0
"""Bits at most that one document says for or against its collection's being recent: some of each are everywhere."""

DAYS_PER_YEAR = 365.25


def recent(last: int) -> Clue:
    """What is read on a day was rather written in the years just before."""
    return Clue("", lambda days: _losses(last, days))


def support(said: Belief | Interval, within: Interval) -> float:
    """Bits for a collection's being recent that a document gives by what it says of its date."""
    days = days_of(within)
    weights = np.exp2(_losses(within.last, days))
    if isinstance(said, Interval):
        first = min(max(said.start - within.start, 0), within.days - 1)
        ratio = weights[first] / weights.mean()
    else:
        shares = said.shares[-within.days :]
        ratio = (weights * shares).sum() / shares.sum() / weights.mean()
    return float(np.clip(log2(ratio), -MOST_SUPPORT, MOST_SUPPORT))


def _losses(last: int, days: Days) -> Bits:
    age = (last - days.numbers) / DAYS_PER_YEAR
    return -np.clip((age - YEARS_FRESH) * YEARLY_LOSS, 0.0, LARGEST_LOSS)
