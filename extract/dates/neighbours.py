"""What other documents of a collection say of the day a text was written: they date the same happenings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from textwrap import shorten

import numpy as np

from extract.dates.days import DAYS_IN_YEAR, Belief, Bits, Clue, Days
from extract.dates.interval import DAYS_PER_WEEK, Grain, Interval, one_day, recurrences
from extract.dates.meanings import day_meant
from extract.dates.told import Told
from extract.model import ActorType
from extract.reason import Date, Element, Reason

FEWEST_SHARED_ACTORS = 2
"""Actors that two sentences must share to be about the same happening."""

SAME_WEEKDAY = 0.1
"""How much less often two texts of the same actors mean one day where they name only its weekday, which agrees one time
in seven anyway."""
KINSHIP = {ActorType.PERSON: 2.0, ActorType.ORGANISATION: 1.5, ActorType.PLACE: 0.75}
"""Bits for each actor that two claims share: many texts tell of one state, few of one person."""
HALVING = 1.5
"""Bits of kinship that halve the doubt whether two claims tell of one matter."""
LEAST_LENT = 0.02
"""A day that is less likely than this for its lender is not lent."""
KNOWN_DAY = 0.5
"""A weekday is dated only by a neighbour for which one day is likelier than all others together."""

MOST_LENDERS = 3
"""Neighbours that count for one mention; more of them repeat one another."""

MOST_CLAIMS_OF_ACTOR = 500
"""Claims of one actor and one day that comes again that are looked through: the newest; so the cost of a document has a
bound."""

MORE = "\u2026"
LONGEST_NAME = 60
"""Characters of a neighbour's title in the evidence."""


@dataclass(frozen=True, slots=True)
class DatedClaim:
    """A claim as a neighbour sees it: the days on which it may have happened with their shares, the likeliest first."""

    source_id: str
    source_name: str
    days: tuple[tuple[int, float], ...]
    actors: frozenset[str]


Lenders = Callable[[AbstractSet[str], str], Iterable[DatedClaim]]
"""Gives claims by actors, of which they share enough, and by a recurrence of the likeliest of their days."""


def _nobody(_actors: AbstractSet[str], _recurrence: str) -> Iterable[DatedClaim]:
    return ()


@dataclass(slots=True)
class Neighbourhood:
    """The dated claims of a collection, found by actor and by the recurrences of their likeliest day."""

    elsewhere: Lenders = _nobody
    """The same of those that are not held here."""
    held: defaultdict[tuple[str, str], list[DatedClaim]] = field(default_factory=lambda: defaultdict(list))

    def add(self, claim: DatedClaim) -> None:
        """Let a claim be lent."""
        if claim.days:
            for key in product(claim.actors, recurrences(claim.days[0][0])):
                self.held[key].append(claim)

    def sharing(self, actors: AbstractSet[str], recurrence: str, source_id: str) -> list[DatedClaim]:
        """Claims of other documents that share enough actors and may be of a day that comes again, oldest first."""
        here = (
            claim
            for actor in sorted(actors)
            for claim in self.held.get((actor, recurrence), ())[-MOST_CLAIMS_OF_ACTOR:]
        )
        found = {
            claim
            for claim in (*here, *self.elsewhere(actors, recurrence))
            if claim.source_id != source_id and len(actors & claim.actors) >= FEWEST_SHARED_ACTORS
        }
        return sorted(found, key=lambda claim: (claim.days, claim.source_id, claim.source_name, sorted(claim.actors)))


def lent_clues(
    told: Sequence[Told], types: Mapping[str, ActorType], source_id: str, neighbourhood: Neighbourhood
) -> list[Clue]:
    """Clues from neighbours that date what a mention without year speaks of; `types` are those of its actors.

    A text that dates what it shares with others means its own matters by its weekdays, so these are asked for last.
    """
    dates = [each for each in told if each.yearless_day]
    weekdays = [each for each in told if each.bare_weekday is not None]
    return list(_lent(dates, types, source_id, neighbourhood)) or list(_lent(weekdays, types, source_id, neighbourhood))


def _lent(
    told: Sequence[Told], types: Mapping[str, ActorType], source_id: str, neighbourhood: Neighbourhood
) -> Iterator[Clue]:
    """Each neighbour is heard once, and those that say the very same are one: they copy one another."""
    heard: set[object] = set()
    sharing = cache(lambda actors, recurrence: neighbourhood.sharing(actors, recurrence, source_id))
    for each in told:
        for claim in sharing(each.actors, day_asked(each)):
            day, share = claim.days[0]
            if len(heard) >= 2 * MOST_LENDERS:
                return
            if heard & {claim.source_id, claim.days} or (each.bare_weekday is not None and share < KNOWN_DAY):
                continue
            heard |= {claim.source_id, claim.days}
            kinship = sum(KINSHIP[types[name]] for name in each.actors & claim.actors)
            parts: dict[str, Element] = {
                "words": each.mention.text,
                "day": Date(one_day(day), Grain.DAY),
                "name": _name(claim),
            }
            key = "lent" if share >= KNOWN_DAY else "lent_perhaps"
            yield Clue(Reason(key, parts), _means(each, claim, 1 - 2 ** (-kinship / HALVING)))


def known_day(interval: Interval | None, confidence: float) -> tuple[tuple[int, float], ...]:
    """The day of a claim that has one, for lending."""
    return ((interval.start, confidence),) if interval and interval.days == 1 else ()


def lent_by(told: Sequence[Told], evidence: Belief | None) -> dict[int, tuple[tuple[int, float], ...]]:
    """The days that each mention without year may mean by what its text alone says, by where it begins."""
    if evidence is None:
        return {}
    dates = {(date, each.outlook): each for each in told if (date := each.yearless_day)}
    days = {key: lent_days(each, evidence) for key, each in dates.items()}
    return {each.mention.start: days[date, each.outlook] for each in told if (date := each.yearless_day)}


def lent_days(each: Told, evidence: Belief) -> tuple[tuple[int, float], ...]:
    """The days that a mention without year may mean by what its text alone says of its writing."""
    seen = day_meant(each, evidence.days) if each.yearless_day else None
    if seen is None:
        return ()
    meant, places = np.unique(seen, return_inverse=True)
    shares = np.bincount(places, weights=evidence.shares)
    found = ((int(day), float(share)) for day, share in zip(meant, shares, strict=True) if share >= LEAST_LENT)
    return tuple(sorted(found, key=lambda day: -day[1]))


def day_asked(each: Told) -> str:
    """The recurrence of which a mention means one day: 03-17 for "17 March", 0 for "Monday"; empty for none."""
    if date := each.yearless_day:
        return f"{date.month:02d}-{date.day:02d}"
    return "" if each.bare_weekday is None else str(each.bare_weekday)


def _means(each: Told, claim: DatedClaim, same: float) -> Callable[[Days], Bits]:
    """The days of writing from which a mention means what the claim does, if both tell `same` matter so probably."""

    def weigh(days: Days) -> Bits:
        meant = day_meant(each, days)
        if each.yearless_day:
            often, chance = same, DAYS_IN_YEAR / len(days.numbers)
        else:
            often, chance = same * SAME_WEEKDAY, DAYS_PER_WEEK / len(days.numbers)
        shares = np.zeros(len(days.numbers))
        for day, share in claim.days:
            shares += np.where(meant == day, share, 0.0)
        bits: Bits = np.log2(1 - often + often * shares / chance)
        return bits

    return weigh


def _name(claim: DatedClaim) -> str:
    words = shorten(claim.source_name, LONGEST_NAME, placeholder=MORE)
    return words if words != MORE else claim.source_name[:LONGEST_NAME] + MORE
