"""How likely two claims tell the same event: evidence in bits, from when, who and what, and from their sources.

A bit is a doubling of the odds. What two sources both say of little counts for much: a day long ago, a person whom each
names once. What each says in every sentence counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2

from extract.dates.interval import MONTHS_IN, Grain, Interval, covering
from extract.events.acts import PLAIN_ACTS
from extract.events.lexicon import kinds_of_acts
from extract.kind import Kind
from extract.model import ActorType, Status

ACTOR_WEIGHTS = {ActorType.PERSON: 2.0, ActorType.ORGANISATION: 1.5, ActorType.PLACE: 1.0}
"""A person in common says more of two sources than a country in common."""

PRIOR = -7.0
"""Bits for two claims that are near enough to be compared: of some 130 such pairs one tells the same event."""

UNSEEN_CLAIMS = 3
"""Claims, one of them with whatever is asked for, that are counted to those of each source: few claims prove little."""

MOST_BY_TIME = 6.0
MOST_BY_ACTOR = 3.0
MOST_BY_ACTORS = 5.0
MOST_BY_ACT = 3.0
"""So many bits at most: counts of so few claims bear no more."""

OTHER_PEOPLE = -2.0
"""Both name people, and nobody in common."""
NOBODY_IN_COMMON = -0.5
"""For each unit of weight that both name, where they name nobody in common."""

MAIN_ACTORS = 4
"""Actors that a source names most, of whom a sentence speaks that names nobody."""
IMPLIED = 1.0
"""Where the other names these alone, and as much against it where it names none of them."""

SAME_ACT = 1.0
"""Beside what the act weighs in its sources."""
MORE_ACTS = 1.0
"""For two acts in common, or more: they go together too often to count each."""
SAME_KIND = 1.0
OTHER_ACTS = -1.0

RELATED_SOURCES = 5.0
"""For sources that name the same actors throughout; a part of it for those that name a part of them."""
UNRELATED_SOURCES = -3.0
SAME_SOURCE = 3.0
"""A source tells an event more often twice than two events of one time and the same actors."""
PLAIN_SOURCES = 0.5
"""Taken off, as most sources that are compared at all have somebody in common."""
LEAST_SHARED = 2.0
"""Weight of actors in common without which sources are not related: a person, or two countries."""

DAYS_PER_MONTH = 30.44
SHORT_UNITS = {Grain.WEEK: 7.0, Grain.WEEKEND: 7.0}


@dataclass(frozen=True, slots=True)
class Context:
    """What a source tells besides one claim: when it was written, whom it names, and of what it tells how often."""

    source_id: str
    written: Interval | None
    named: Mapping[str, ActorType]
    """Whom it names, those it names most first."""
    claims: int
    actors: Mapping[str, int]
    """In how many of its claims somebody stands."""
    acts: Mapping[str, int]
    """In how many of its claims something is done."""
    weight: float = field(init=False)
    """Of all whom it names."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", weight(self.named))

    def rarity_of_actor(self, actor: str) -> float:
        """Bits that somebody says who stands in one of its claims."""
        return self._rarity(self.actors.get(actor, 0))

    def rarity_of_act(self, act: str) -> float:
        """Bits that something says which is done in one of its claims."""
        return self._rarity(self.acts.get(act, 0))

    def _rarity(self, count: int) -> float:
        return log2((self.claims - 1 + UNSEEN_CLAIMS) / max(1, count))


@dataclass(frozen=True, slots=True)
class Tellable:
    """What of a claim decides which story it tells."""

    event_id: str
    when: Interval | None
    """The whole units that its words name: "early in June" and "in June" can be the same event."""
    grain: Grain | None
    status: Status
    actors: Mapping[str, ActorType]
    acts: tuple[str, ...]
    context: Context
    deeds: frozenset[str] = field(init=False)
    """What is done: that something is said and what is said are two events, and all sources say something."""
    people: frozenset[str] = field(init=False)
    weight: float = field(init=False)
    """Of its actors."""

    def __post_init__(self) -> None:
        kinds = kinds_of_acts()
        states = bool(self.acts) and kinds[self.acts[0]] is Kind.STATEMENT
        deeds = frozenset(act for act in self.acts if (kinds[act] is Kind.STATEMENT) is states) - PLAIN_ACTS
        people = frozenset(name for name, kind in self.actors.items() if kind is ActorType.PERSON)
        object.__setattr__(self, "deeds", deeds)
        object.__setattr__(self, "people", people)
        object.__setattr__(self, "weight", weight(self.actors))


def unit_told(interval: Interval | None, grain: Grain | None) -> Interval | None:
    """The whole units in which a claim's days lie."""
    return covering(interval, grain) if interval and grain else interval


def weight(actors: Mapping[str, ActorType]) -> float:
    """Of actors together."""
    return sum(ACTOR_WEIGHTS[kind] for kind in actors.values())


def likeness(one: Tellable, other: Tellable) -> float:
    """Bits for their telling the same event, where their times allow it; more than 0: it is likelier than not."""
    return (
        PRIOR
        + _by_time(one, other)
        + _by_actors(one, other)
        + _by_acts(one, other)
        + _by_sources(one.context, other.context)
    )


def _by_time(one: Tellable, other: Tellable) -> float:
    """The farther a time lies from a source's own, in units of the coarser one, the less often sources tell of it."""
    if one.when is None or other.when is None:
        return 0.0
    if not one.when.meets(other.when):
        return min(_rarity_of(claim.when, claim.grain, [claim]) for claim in (one, other) if claim.when)
    coarse = one if one.when.days >= other.when.days else other
    return _rarity_of(coarse.when, coarse.grain, [one, other]) if coarse.when else 0.0


def _rarity_of(when: Interval, grain: Grain | None, claims: Iterable[Tellable]) -> float:
    days = max(_days_of(grain), when.days) if grain else when.days
    away = max(distance(when, claim.context.written) for claim in claims) / days
    return min(MOST_BY_TIME, log2(1 + away))


def _days_of(grain: Grain) -> float:
    return MONTHS_IN[grain] * DAYS_PER_MONTH if grain in MONTHS_IN else SHORT_UNITS.get(grain, 1.0)


def distance(when: Interval, written: Interval | None) -> int:
    """Days between a time and the time of writing; none where the two meet, or where that is not known."""
    return max(written.start - when.last, when.start - written.last, 0) if written else 0


def _by_actors(one: Tellable, other: Tellable) -> float:
    if not one.actors or not other.actors:
        return _implied(one, other) if other.actors else _implied(other, one)
    common = one.actors.keys() & other.actors.keys()
    strangers = bool(one.people and other.people) and one.people.isdisjoint(common)
    if not common:
        return NOBODY_IN_COMMON * min(one.weight, other.weight) + OTHER_PEOPLE * strangers
    mine, theirs = one.context.rarity_of_actor, other.context.rarity_of_actor
    bits = sum(min(mine(name), theirs(name), MOST_BY_ACTOR) for name in common)
    return min(bits, MOST_BY_ACTORS) + OTHER_PEOPLE * strangers


def _implied(silent: Tellable, other: Tellable) -> float:
    """A sentence that names nobody speaks of those whom its source names most."""
    if not other.actors:
        return 0.0
    main = set(list(silent.context.named)[:MAIN_ACTORS])
    implied = weight({name: kind for name, kind in other.actors.items() if name in main})
    return IMPLIED * (2 * implied / other.weight - 1)


def _by_acts(one: Tellable, other: Tellable) -> float:
    if not one.deeds or not other.deeds:
        return 0.0
    if common := one.deeds & other.deeds:
        mine, theirs = one.context.rarity_of_act, other.context.rarity_of_act
        rarest = max(min(mine(act), theirs(act), MOST_BY_ACT) for act in common)
        return SAME_ACT + MORE_ACTS * (len(common) > 1) + rarest
    kinds = kinds_of_acts()
    return OTHER_ACTS if {kinds[act] for act in one.deeds}.isdisjoint(kinds[act] for act in other.deeds) else SAME_KIND


def _by_sources(one: Context, other: Context) -> float:
    if one.source_id == other.source_id:
        return SAME_SOURCE
    shared = sum(
        min(ACTOR_WEIGHTS[one.named[name]], ACTOR_WEIGHTS[other.named[name]])
        for name in one.named.keys() & other.named.keys()
    )
    if shared < LEAST_SHARED:
        return UNRELATED_SOURCES
    part = shared / min(one.weight, other.weight)
    # Of two short texts one name is a large part, and yet little.
    return min(RELATED_SOURCES * part - PLAIN_SOURCES, shared - LEAST_SHARED / 2)
