"""One canonical name for each actor over all documents and scripts of a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.actors.clusters import Clusters
from extract.actors.names import parse
from extract.actors.namesakes import Company, no_company, told_apart
from extract.actors.places import is_canonical
from extract.actors.roster import NOBODY, Roster
from extract.model import ActorMention, ActorType

Actor = tuple[str, ActorType]
"""What stands for an actor within a document: its name there and its type."""


def unify(
    mentions: Sequence[Sequence[ActorMention]],
    known: Mapping[str, ActorType],
    roster: Roster = NOBODY,
    company: Company = no_company,
) -> list[tuple[ActorMention, ...]]:
    """The mentions of each document with one canonical name an actor.

    `known` names stay and are joined; before them those that the user gives on the `roster`; `company` tells whom other
    documents name beside somebody.
    """
    counts = Counter((each.canonical, each.type) for document in mentions for each in document)
    free = {actor: count for actor, count in counts.items() if not _is_settled(actor[0], roster)}
    people = _clusters(ActorType.PERSON, free, known, roster)
    actors = _joined(free, people, known, roster)
    named = [tuple(_renamed(each, actors) for each in document) for document in mentions]
    return told_apart(named, people, company, lambda name: name.isupper() or _is_settled(name, roster))


def _is_settled(name: str, roster: Roster) -> bool:
    return is_canonical(name) or roster.settles(name)


def _renamed(mention: ActorMention, actors: Mapping[Actor, Actor]) -> ActorMention:
    canonical, type_ = actors.get((mention.canonical, mention.type), (mention.canonical, mention.type))
    return replace(mention, canonical=canonical, type=type_)


def _joined(
    counts: Mapping[Actor, int], people: Clusters, known: Mapping[str, ActorType], roster: Roster
) -> dict[Actor, Actor]:
    """What each actor of a document is called in the collection; `people` learns of bare names that are surnames."""
    bare = {actor for actor in counts if actor[1] is not ActorType.PERSON and _is_surname(actor[0], people)}
    people.join(Counter({name: counts[name, type_] for name, type_ in bare}))
    canonical = people.names()
    actors = {(name, type_): (canonical[name], ActorType.PERSON) for name, type_ in counts if (name, type_) in bare}
    actors |= {(name, ActorType.PERSON): (joined, ActorType.PERSON) for name, joined in canonical.items()}
    for type_ in (ActorType.PLACE, ActorType.ORGANISATION):
        rest = {actor: count for actor, count in counts.items() if actor not in bare}
        joined_names = _clusters(type_, rest, known, roster).names()
        actors |= {(name, type_): (joined, type_) for name, joined in joined_names.items() if (name, type_) in rest}
    return actors


def _clusters(
    type_: ActorType, counts: Mapping[Actor, int], known: Mapping[str, ActorType], roster: Roster
) -> Clusters:
    clusters = Clusters(people=type_ is ActorType.PERSON)
    for canonical, names in roster.known_as(type_):
        clusters.settle(canonical, names, is_own=True)
    own = bool(roster.actors)
    for name in sorted(name for name, kind in known.items() if kind is type_):
        if not own or clusters.find(name) is None:  # what was settled before the user gave a name for it is joined
            clusters.settle(name, (name,))
    clusters.join(Counter({name: count for (name, kind), count in counts.items() if kind is type_}))
    return clusters


def _is_surname(name: str, people: Clusters) -> bool:
    """Whether a single word that one document leaves untyped is the surname of one of the collection's people."""
    if len(parse(name).words) > 1 or name.isupper():
        return False
    found = people.find(name)
    return found is not None and any(len(other.words) > 1 for other in found.names)
