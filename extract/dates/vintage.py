"""How old texts usually are: of the months of those that they are gathered with, or rather recent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log2

import numpy as np

from extract.dates.days import DAYS_IN_YEAR, UNIX_YEAR, Belief, Bits, Clue, Days, Numbers, days_of
from extract.dates.interval import MONTHS_PER_YEAR, Interval
from extract.era import SUM_DIGITS, Vintage
from extract.reason import Reason

YEARS_FRESH = 2
YEARLY_LOSS, LARGEST_LOSS = 1.5, 7.0
"""Bits by which a text is less likely with each year that lies farther back from the day it was read than YEARS_FRESH.
They decide only where the text leaves a choice."""

MOST_SUPPORT = 3.0
"""Bits at most that one document says for or against its collection's being recent: some of each are everywhere."""

KINDRED = 6.0
"""Months over which the texts of one collection lie: the weight of each spreads over those round its own, less by half
for each four. From three to twelve, what is answered of TempEval-3's texts is right equally often."""
FARTHEST = 48
"""Months beyond which nothing is left of it."""

UNHEARD = 1.0
"""Texts that would have to be known for the collection to count as much as the thought that a text is of any year, or a
recent one. From a half to two, the same."""

PARTS = 100_000
"""Of each text, so that sums are exact. One that may be of any year has none in any month."""

NEWS = 0.05
"""The part of a collection that has to be dated otherwise for all that are unsure to be asked again: that costs as
much as there are of them, so that as many new ones have to be worth it."""
MUCH = 0.5
"""The part of what they have heard so far that is news as well, where few texts of many are dated."""

FEW_TEXTS = 50
"""So many are asked again within a second, whatever moves."""

A_FIFTH = 0.2
"""Years that hold so much of a collection are named."""

DAYS_PER_MONTH = DAYS_IN_YEAR / MONTHS_PER_YEAR
DAYS_PER_YEAR = 365.25


def without_months(collection: Vintage, own: Vintage) -> Vintage:
    """What a collection says but for the months of one of its texts: none speaks for itself."""
    left = dict(collection.months)
    for month in own.months.keys() & left.keys():
        left[month] -= own.months[month]
        if left[month] <= 0:
            del left[month]
    return Vintage(collection.recency, left)


def beside(collection: Vintage, heard: Vintage, now: Vintage) -> Vintage:
    """The same for a text of which other things were `heard` than it says `now`."""
    left = without_months(collection, heard)
    return Vintage(round(left.recency - heard.recency + now.recency, SUM_DIGITS), left.months)


def says_the_same(one: Vintage, other: Vintage) -> bool:
    """Whether two tell a text the same: of how recent they are only the side counts."""
    return one.months == other.months and (one.recency >= 0) == (other.recency >= 0)


def is_news(told: Vintage, heard: Vintage, texts: int) -> bool:
    """Whether what is told may date the texts of a collection of so many otherwise than what they heard before."""
    if bool(told.months) != bool(heard.months) or (told.recency >= 0) != (heard.recency >= 0):
        return True
    months = told.months.keys() | heard.months.keys()
    moved = sum(abs(told.months.get(month, 0) - heard.months.get(month, 0)) for month in months)
    of_all, of_heard = NEWS * PARTS * max(texts - FEW_TEXTS, 0), MUCH * (sum(heard.months.values()) + UNHEARD * PARTS)
    return moved > 0 and moved >= min(of_all, of_heard)


def together(said: Iterable[Vintage]) -> Vintage:
    """What several say of one collection."""
    recency, months = 0.0, Counter[int]()
    for each in said:
        recency += each.recency
        months.update(each.months)
    return Vintage(recency, months)


def vintage_of(said: Belief | Interval, within: Interval) -> Vintage:
    """What one document says of it by its date, which is stated, or believed by what its text alone says."""
    return Vintage(_support(said, within), _months(said))


def _support(said: Belief | Interval, within: Interval) -> float:
    weights = _likely_unheard(within.last, within)
    if isinstance(said, Interval):
        first = min(max(said.start - within.start, 0), within.days - 1)
        ratio = weights[first] / weights.mean()
    else:
        shares = said.shares[-within.days :]
        ratio = (weights * shares).sum() / shares.sum() / weights.mean()
    return float(np.clip(log2(ratio), -MOST_SUPPORT, MOST_SUPPORT))


def _months(said: Belief | Interval) -> dict[int, int]:
    """The share of each month, weighed by how sure a text is of its year: many that know nothing do not outvote one."""
    days = days_of(said) if isinstance(said, Interval) else said.days
    shares = np.full(said.days, 1 / said.days) if isinstance(said, Interval) else said.shares
    years = np.bincount(days.years - days.years[0], weights=shares)
    sure = float((years**2).sum()) ** 2
    parts = np.rint(np.bincount(days.months - days.months[0], weights=shares) * sure * PARTS).astype(np.int64)
    return {int(days.months[0]) + int(n): int(parts[n]) for n in np.flatnonzero(parts)}


def usual(collection: Vintage, within: Interval) -> Clue:
    """A text is of the months of those that it is gathered with, or of recent years where these are not old."""
    months, parts = (np.array(list(each), dtype=np.int64) for each in (collection.months, collection.months.values()))
    reason = Reason("gathered", {"years": _years(months, parts)}) if len(months) else None

    def weigh(days: Days) -> Bits:
        is_recent = collection.recency >= 0
        unheard = _likely_unheard(within.last, days.interval) if is_recent else np.ones(len(days.numbers))
        likely = UNHEARD * unheard / unheard.sum() + _kindred(months, parts, days)
        bits: Bits = np.log2(likely / likely.max())
        return bits

    return Clue(reason, weigh, soft=True)


def _kindred(months: Numbers, parts: Numbers, days: Days) -> Bits:
    """How many texts are to be expected on each day."""
    first, last = int(days.months[0]) - FARTHEST, int(days.months[-1]) + FARTHEST
    near = (months >= first) & (months <= last)
    texts = np.bincount(months[near] - first, weights=parts[near], minlength=last - first + 1) / PARTS
    spread = np.exp(-np.abs(np.arange(-FARTHEST, FARTHEST + 1)) / KINDRED)
    expected: Bits = np.convolve(texts, spread / spread.sum(), mode="same") / DAYS_PER_MONTH
    return expected[days.months - first]


def _years(months: Numbers, parts: Numbers) -> str:
    """The years that many texts are of."""
    years = months // MONTHS_PER_YEAR
    weights = np.bincount(years - years.min(), weights=parts)
    named = np.flatnonzero(weights >= min(A_FIFTH * weights.sum(), weights.max()))
    return ", ".join(str(UNIX_YEAR + years.min() + number) for number in named)


UNHEARD_KEPT = 24
"""Stretches of days of which is kept how old texts are, a sixth of a MiB each: dates stated in texts begin them."""


@lru_cache(UNHEARD_KEPT)
def _likely_unheard(last: int, interval: Interval) -> Bits:
    """How likely each day is, where nothing is known of a text but the day up to which it can have been written."""
    years = (last - days_of(interval).numbers) / DAYS_PER_YEAR
    likely: Bits = np.exp2(-np.clip((years - YEARS_FRESH) * YEARLY_LOSS, 0.0, LARGEST_LOSS))
    likely.flags.writeable = False
    return likely
