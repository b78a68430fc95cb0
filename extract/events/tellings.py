"""Claims of one time that tell one event: a telling. And the cells in which the tellings of other times look for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import combinations
from typing import TypeVar

from extract.dates.interval import LONGEST_MONTH, MONTHS_PER_YEAR, Grain, Interval, from_day
from extract.events.likeness import MAIN_ACTORS, Tellable, likeness
from extract.model import Status

FACES = 4
"""Claims of a telling that speak for it: those with most actors."""

MOST_COMPARED = 16
"""Tellings that a claim, or another telling, is compared with: those that share most pairs of actors with it."""

MOST_IN_CELL = 64
"""What more tellings than this have in common says too little to compare them by it."""

PAIRED_ACTORS = 3
"""Actors of a claim by whose pairs, and whose pairs with those that its source names most, it is found."""

SOON = 6
"""Months in which a plan "for the near future" is looked for, and at most by how many a dated one slips."""

LONGEST_SOUGHT = 3_653
"""Days: of what happened in a century, no happening of a day in it can be told to be meant."""

CELLS = 2**63
"""Numbers of cells are integers of SQLite's."""

SPREAD = 0x9E3779B97F4A7C15
"""Parts the units of one pair of actors: 2 to the 64th by the golden ratio, as in Fibonacci hashing."""

PAIRS_REMEMBERED = 50_000

Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims of one time that tell one event, by what others need to know of them."""

    telling_id: str
    """The smallest id of its claims."""
    when: Interval | None
    grain: Grain | None
    is_planned: bool
    """Whether nobody says that it happened."""
    sources: int
    """How many tell it."""
    written: Interval | None
    """When the first of them was written, as far as that is known."""
    faces: tuple[Tellable, ...]
    """Those that speak for it."""

    @property
    def pairs(self) -> frozenset[Pair]:
        """The actors by whom it is found."""
        return frozenset(pair for claim in self.faces for pair in pairs(claim))


def telling(claims: Sequence[Tellable]) -> Telling:
    """Claims of one time, those with most actors first, as one."""
    contexts = {claim.context.source_id: claim.context for claim in claims}
    return Telling(
        min(claim.event_id for claim in claims),
        claims[0].when,
        claims[0].grain,
        all(claim.status is Status.PLANNED for claim in claims),
        len(contexts),
        min((each.written for each in contexts.values() if each.written), default=None),
        tuple(claims[:FACES]),
    )


def pairs(claim: Tellable) -> frozenset[Pair]:
    """The pairs of actors by which a claim is found: its own, its source's, and its own with the source's first.

    One actor where there is no pair.
    """
    own, main = list(claim.actors)[:PAIRED_ACTORS], list(claim.context.named)[:MAIN_ACTORS]
    with_first = ((name, first) for first in main[:1] for name in own if name != first)
    names = [*combinations(own, 2), *combinations(main, 2), *with_first]
    return frozenset(tuple(sorted(pair)) for pair in names) or frozenset((name,) for name in main)


def _who(claim: Tellable) -> Iterator[str]:
    """A claim's actors and its source's first."""
    yield from list(claim.actors)[:PAIRED_ACTORS]
    yield from list(claim.context.named)[:MAIN_ACTORS]


def gather(claims: Iterable[Tellable]) -> list[tuple[Telling, frozenset[str]]]:
    """The tellings of claims that are all of one time and grain, with the ids of each one's, whatever their order."""
    found: list[list[Tellable]] = []
    by_pair: defaultdict[Pair, list[int]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (-claim.weight, claim.event_id)):
        names = pairs(claim) | {(name,) for name in _who(claim)}
        place = _place_of(claim, found, _nearest(names, by_pair))
        if place is None:
            place = len(found)
            found.append([])
        found[place].append(claim)
        for name in names:
            places = by_pair[name]
            if len(places) < MOST_IN_CELL and place not in places:
                places.append(place)
    return [(telling(members), frozenset(claim.event_id for claim in members)) for members in found]


def _nearest(names: Iterable[Pair], by_pair: dict[Pair, list[int]]) -> list[int]:
    """The tellings that share most pairs; the later ones of a crowded pair go without it."""
    return nearest(place for name in names for place in by_pair.get(name, ()))


Found = TypeVar("Found", int, str)


def nearest(found: Iterable[Found]) -> list[Found]:
    """What is found most often, so many as are compared; of what is found as often the least."""
    counts = Counter(found)
    return nsmallest(MOST_COMPARED, counts, key=lambda each: (-counts[each], each))


def _place_of(claim: Tellable, found: Sequence[Sequence[Tellable]], near: Iterable[int]) -> int | None:
    """The likeliest of some tellings; None where it is likelier that the claim tells another event."""
    likely = [(_mean(likeness(claim, member) for member in found[place][:FACES]), -place) for place in near]
    best, place = max(likely, default=(-1.0, 0))
    return -place if best > 0 else None


def _mean(bits: Iterable[float]) -> float:
    every = list(bits)
    return sum(every) / len(every)


def agreement(one: Telling, other: Telling) -> float:
    """Bits for two tellings of different times being of one event: by those claims of the second that are likest."""
    return _mean(max(likeness(mine, theirs) for theirs in other.faces) for mine in one.faces)


def have_act_in_common(one: Telling, other: Telling) -> bool:
    """Whether the same is done in both."""
    mine, theirs = (frozenset(act for claim in each.faces for act in claim.deeds) for each in (one, other))
    return not mine.isdisjoint(theirs)


def kept_in(told: Telling) -> frozenset[int]:
    """The cells in which others find a telling: its pairs of actors, in the months and years of its ends.

    What is longer than a month is found by its years alone.
    """
    if told.when is None:
        return frozenset()
    ends = {_month(told.when.start), _month(told.when.last)}
    units = {_year_of(month) for month in ends}
    if told.when.days <= LONGEST_MONTH:
        units |= {_month_of(month) for month in ends}
    return _cells(told, units)


def sought_in(told: Telling) -> frozenset[int]:
    """The cells in which a telling looks for those that tell its event with another date.

    What is coarser than a day looks into its own months or years and those beside them, but for what is longer than a
    decade; a plan into those in which it may have come true.
    """
    return _cells(told, {*_units_beside(told.when), *(_units_ahead(told) if told.is_planned else ())})


def _units_beside(when: Interval | None) -> Iterator[int]:
    if when is None or when.days == 1 or when.days > LONGEST_SOUGHT:
        return
    first, last = _month(when.start), _month(when.last)
    if when.days <= LONGEST_MONTH:
        yield from map(_month_of, range(first - 1, last + 2))
    else:
        yield from map(_year_of, range(first - MONTHS_PER_YEAR, last + MONTHS_PER_YEAR + 1, MONTHS_PER_YEAR))


def _units_ahead(told: Telling) -> Iterator[int]:
    """From the month in which the plan's time ends on, or in which it was told."""
    begins = told.when or told.written
    if begins:
        month = _month(begins.last)
        yield from map(_month_of, range(month, month + SOON + 1))


def _month(day: int) -> int:
    year, month, _ = from_day(day)
    return year * MONTHS_PER_YEAR + month - 1


def _month_of(month: int) -> int:
    return 2 * month


def _year_of(month: int) -> int:
    return 2 * (month // MONTHS_PER_YEAR) + 1


def _cells(told: Telling, units: Collection[int]) -> frozenset[int]:
    names = told.pairs if units else ()
    return frozenset((_number(pair) + unit * SPREAD) % CELLS for pair in names for unit in units)


@lru_cache(PAIRS_REMEMBERED)
def _number(pair: Pair) -> int:
    """The same on every machine."""
    return int.from_bytes(blake2b("\0".join(pair).encode(), digest_size=8).digest(), "big")
