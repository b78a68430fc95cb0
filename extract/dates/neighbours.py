"""What other documents of a collection say of the day a text was written: they date the same happenings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log2
from textwrap import shorten

import numpy as np

from extract.dates.days import Bits, Clue, Days
from extract.dates.interval import Grain, Interval, from_day, one_day, weekday
from extract.dates.meanings import day_meant
from extract.dates.told import Told
from extract.dates.wording import Reason, worded
from extract.dates.write import in_words

FEWEST_SHARED_ACTORS = 2
"""Actors that two sentences must share to be about the same happening."""

SAME_DATE = 7.0
"""Bits for this: a day and month that two texts tell of the same actors lie in one year; by chance one day of 365 would
agree."""
SAME_WEEKDAY = 5.0
"""The same for a weekday: it agrees one time in seven, and texts of the same actors lie close in time."""
RAREST = 3.0
"""Bits at most for each actor that they share: one that few sources name says more than one that all do."""

MOST_LENDERS = 3
"""Neighbours that count for one mention; more of them repeat one another."""

MOST_CLAIMS_OF_ACTOR = 2000
"""Claims of one actor that are looked through: the newest; so the cost of a document has a bound."""

LONGEST_NAME = 60
"""Characters of a neighbour's title in the evidence."""

SURE_LENDER = 0.65
"""A document lends nothing whose own date is less sure than this."""


@dataclass(frozen=True, slots=True)
class DatedClaim:
    """A claim whose day is known, as a neighbour sees it."""

    source_id: str
    source_name: str
    day: int
    actors: frozenset[str]


@dataclass(slots=True)
class Neighbourhood:
    """The dated claims of a collection, found by actor."""

    by_actor: defaultdict[str, list[DatedClaim]] = field(default_factory=lambda: defaultdict(list))
    sources: Counter[str] = field(default_factory=Counter)
    """How many claims each source lends."""

    def add(self, source_id: str, source_name: str, interval: Interval | None, actors: Iterable[str]) -> None:
        """Let a claim be lent, where its day is known."""
        if interval is None or interval.days > 1:
            return
        claim = DatedClaim(source_id, source_name, interval.start, frozenset(actors))
        self.sources[source_id] += 1
        for actor in claim.actors:
            self.by_actor[actor].append(claim)

    def rarity(self, actors: Iterable[str]) -> float:
        """Bits for actors that two claims share."""
        claims = self.sources.total()
        return sum(min(log2(1 + claims / max(len(self.by_actor.get(actor, ())), 1)), RAREST) for actor in actors)

    def sharing(self, actors: frozenset[str], source_id: str) -> Iterator[DatedClaim]:
        """Claims of other documents that share enough actors, oldest first."""
        found = [claim for actor in actors for claim in self.by_actor.get(actor, ())[-MOST_CLAIMS_OF_ACTOR:]]
        counts = Counter(claim for claim in found if claim.source_id != source_id)
        shared = (claim for claim, count in counts.items() if count >= FEWEST_SHARED_ACTORS)
        return iter(sorted(shared, key=lambda claim: (claim.day, claim.source_id)))


def lent_clues(
    told: Sequence[tuple[Told, frozenset[str]]], source_id: str, neighbourhood: Neighbourhood
) -> Iterator[Clue]:
    """Clues from neighbours that date what a mention without year speaks of; each mention comes with its actors."""
    for each, actors in told:
        if each.yearless_day is None and each.bare_weekday is None:
            continue
        lenders: dict[str, DatedClaim] = {}
        for claim in neighbourhood.sharing(actors, source_id):
            if _may_mean(each, claim.day):
                lenders.setdefault(claim.source_id, claim)
        for claim in list(lenders.values())[:MOST_LENDERS]:
            parts = {"words": each.mention.text, "day": _in_words(claim.day), "name": _name(claim)}
            bits = (SAME_DATE if each.yearless_day else SAME_WEEKDAY) + neighbourhood.rarity(actors & claim.actors)
            yield Clue(worded(Reason("lent", parts)), _means(each, claim.day, bits))


def _may_mean(each: Told, day: int) -> bool:
    date, (_, month, number) = each.yearless_day, from_day(day)
    return (date.month, date.day) == (month, number) if date else each.bare_weekday == weekday(day)


def _means(each: Told, day: int, bits: float) -> Callable[[Days], Bits]:
    def weigh(days: Days) -> Bits:
        return np.where(day_meant(each, days) == day, bits, 0.0)

    return weigh


def _in_words(day: int) -> str:
    return in_words(one_day(day), Grain.DAY)


def _name(claim: DatedClaim) -> str:
    return shorten(claim.source_name, LONGEST_NAME, placeholder="\u2026")
