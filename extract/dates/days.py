"""The days on which a text can have been written, and how likely evidence makes each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from extract.dates.interval import DAYS_PER_WEEK, Grain, Interval, to_day
from extract.reason import Reason

Numbers = NDArray[np.int64]
"""Days as integers, or years or months counted from 1970."""
Truths = NDArray[np.bool_]
"""Something that holds for some days."""
Bits = NDArray[np.float64]
"""Evidence for each of some days: each bit makes a day twice as likely."""

DAYS_IN_YEAR = 365
UNIX_YEAR = 1970
UNIX_DAY = to_day(UNIX_YEAR)


MOST_DAYS = 110_000
"""Three centuries back from the day of reading: older texts have their dates stated, and each day costs time."""

LEAST_SHARE = 2.0**-500
"""What evidence leaves of the likelihood of a day at least: so far it may be turned by other evidence."""

STRETCH = 2**17
"""Days of which the calendar is worked out at once, some four MiB: one stretch is from 1795 to 2154."""

STRETCHES_KEPT = 2
"""Few texts may be from before the one in which they were read."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """A run of days with what the calendar says of each."""

    numbers: Numbers
    weekdays: Numbers
    """0 for Monday to 6 for Sunday."""
    months: Numbers
    """Counted from January 1970."""
    years: Numbers
    """Counted from 1970."""

    @property
    def nothing(self) -> Bits:
        """Evidence that says nothing of any day."""
        return np.zeros(len(self.numbers))

    @property
    def interval(self) -> Interval:
        """All of them."""
        return Interval(int(self.numbers[0]), int(self.numbers[-1]) + 1)


def days_of(interval: Interval) -> Days:
    """The days of an interval. They are shared, and not to be written to."""
    first = interval.start // STRETCH * STRETCH
    shared = _stretch(first, -(-interval.end // STRETCH) * STRETCH)
    asked = slice(interval.start - first, interval.end - first)
    return Days(shared.numbers[asked], shared.weekdays[asked], shared.months[asked], shared.years[asked])


@lru_cache(STRETCHES_KEPT)
def _stretch(start: int, end: int) -> Days:
    numbers = np.arange(start, end, dtype=np.int64)
    dates = (numbers - UNIX_DAY).astype("datetime64[D]")
    months, years = (dates.astype(f"datetime64[{unit}]").astype(np.int64) for unit in "MY")
    weekdays = (numbers - 1) % DAYS_PER_WEEK
    for array in (numbers, weekdays, months, years):
        array.flags.writeable = False
    return Days(numbers, weekdays, months, years)


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """A piece of evidence: what it says of each day, and what it is; None where that goes without saying."""

    reason: Reason | None
    weigh: Callable[[Days], Bits]
    soft: bool = False
    """Whether it tells no more than what is usual, and contradicts nothing."""


@dataclass(frozen=True, eq=False)
class Belief:
    """How likely each day is after all evidence; the shares of all days add up to 1."""

    days: Days
    shares: NDArray[np.float64]

    @cached_property
    def _bits(self) -> Bits:
        return np.log2(np.maximum(self.shares, LEAST_SHARE))

    def of(self, interval: Interval) -> float:
        """The share of an interval."""
        first = self.days.interval.start
        return float(self.shares[max(interval.start - first, 0) : max(interval.end - first, 0)].sum())

    def after(self, clues: Iterable[Clue]) -> Belief:
        """What is believed after more evidence."""
        bits = self._bits.copy()
        for clue in clues:
            bits += clue.weigh(self.days)
        likelihoods = np.exp2(bits - bits.max())
        return Belief(self.days, likelihoods / likelihoods.sum())

    def best_unit(self, grain: Grain) -> tuple[Interval, float]:
        """The calendar month or year that is likeliest, as far as its days are among these, and its share."""
        keys = self.days.months if grain is Grain.MONTH else self.days.years
        sums = np.bincount(keys - keys[0], weights=self.shares)
        best = int(sums.argmax())
        first, end = np.searchsorted(keys, (keys[0] + best, keys[0] + best + 1))
        start = self.days.interval.start
        return Interval(start + int(first), start + int(end)), float(sums[best])

    def best_days(self, count: int) -> Interval:
        """The likeliest run of so many days."""
        sums = self._sums()
        length = min(count, len(self.shares))
        first = self.days.interval.start + int((sums[length:] - sums[:-length]).argmax())
        return Interval(first, first + length)

    def shortest(self, share: float, longest: int) -> Interval | None:
        """The shortest stretch of days with such a share, the likeliest of these; None where none is short enough."""
        sums = self._sums()
        low, high = 0, min(longest, len(self.shares)) + 1
        while high - low > 1:  # a longer stretch never holds less
            middle = (low + high) // 2
            if (sums[middle:] - sums[:-middle]).max() >= share:
                high = middle
            else:
                low = middle
        if high > min(longest, len(self.shares)):
            return None
        return self.best_days(high)

    def _sums(self) -> NDArray[np.float64]:
        """The share of all days before each, and of all."""
        return np.concatenate(([0.0], np.cumsum(self.shares)))


def believe(clues: Iterable[Clue], days: Days) -> Belief:
    """Lay evidence over days that were equally likely before."""
    return Belief(days, np.full(len(days.numbers), 1 / len(days.numbers))).after(clues)
