"""What a source tells in all, against which each of its claims is weighed, and claims as linking compares them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.dates.interval import Interval
from extract.events.likeness import ACTOR_WEIGHTS, Context, Tellable, unit_told
from extract.model import ActorType, Document

MOST_NAMED = 40
"""Actors of a source by which it is compared with others: a book names too many to say what it is about."""

Named = Mapping[str, ActorType]
Capitals = Mapping[str, str]
"""The state of each capital, by canonical names."""


def context(
    source_id: str,
    written: Interval | None,
    mentions: Iterable[tuple[str, ActorType, int]],
    claims: Sequence[tuple[Named, Sequence[str]]],
    capitals: Capitals,
) -> Context:
    """What a source tells in all: `mentions` say whom it names as what how often, `claims` who does what in each."""
    weights: defaultdict[str, float] = defaultdict(float)
    types: dict[str, ActorType] = {}
    for name, kind, count in sorted(mentions, key=lambda found: (-found[2], found[:2])):
        state = capitals.get(name, name)
        weights[state] += ACTOR_WEIGHTS[kind] * count
        types.setdefault(state, kind)
    first = sorted(weights, key=lambda name: (-weights[name], name))[:MOST_NAMED]
    return Context(
        source_id,
        written,
        {name: types[name] for name in first},
        len(claims),
        Counter(name for actors, _ in claims for name in in_states(actors, capitals)),
        Counter(act for _, acts in claims for act in acts),
    )


def in_states(actors: Named, capitals: Capitals) -> dict[str, ActorType]:
    """Actors with states in place of their capitals: one source says Moscow where another says Russia."""
    return {capitals.get(name, name): kind for name, kind in actors.items()}


def tellables(document: Document, capitals: Capitals) -> Iterator[Tellable]:
    """The claims of a document."""
    mentions = Counter((each.canonical, each.type) for each in document.actors)
    told = context(
        document.source.source_id,
        document.anchor.interval,
        [(name, kind, count) for (name, kind), count in mentions.items()],
        [(event.actors, event.acts) for event in document.events],
        capitals,
    )
    for event in document.events:
        when, named = unit_told(event.timex.interval, event.timex.grain), in_states(event.actors, capitals)
        yield Tellable(event.event_id, when, event.timex.grain, event.status, named, event.acts, told)
