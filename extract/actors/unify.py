"""One canonical name for each actor over all documents and scripts of a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.actors.clusters import Clusters
from extract.actors.names import parse
from extract.actors.namesakes import Company, no_company, told_apart
from extract.actors.places import is_canonical
from extract.actors.roster import NOBODY, Roster
from extract.model import ActorMention, ActorType, KnownActor

Actor = tuple[str, ActorType]
"""A name and a type."""


@dataclass(frozen=True, slots=True)
class Known:
    """The actors of the documents that are named already."""

    settled: tuple[KnownActor, ...]
    """Their names stay, and are joined."""
    open: tuple[KnownActor, ...]
    """They have no name in full in Latin letters yet: their own names are compared with those that come."""

    def so_far(self, type_: ActorType) -> dict[str, str]:
        """What the open ones of a type are called, by their own names."""
        return {own: actor.name for actor in self.open if actor.type is type_ for own in sorted(actor.own_names)}

    def counts(self) -> Counter[Actor]:
        """The own names of the open ones, each as if one document gave it."""
        return Counter((own, actor.type) for actor in self.open for own in actor.own_names)


@dataclass(frozen=True, slots=True)
class Unified:
    """What came of it."""

    mentions: list[tuple[ActorMention, ...]]
    """Those of each document, with the names that they have in the collection."""
    renamed: dict[Actor, Actor]
    """What known actors are called now that have a better name."""


def unify(
    mentions: Sequence[Sequence[ActorMention]],
    known: Iterable[KnownActor] = (),
    roster: Roster = NOBODY,
    company: Company = no_company,
    firm: Collection[str] = (),
) -> Unified:
    """The mentions of each document with one canonical name an actor.

    `known` actors keep their names and are joined, but for those who wait for a name in full and in Latin letters and
    find one here; `firm` are names that do not change in any case. Before them come the actors that the user gives on
    the `roster`; `company` tells whom other documents name beside somebody.
    """
    counts = Counter((each.canonical, each.type) for document in mentions for each in document)
    free = Counter({actor: count for actor, count in counts.items() if not is_settled(actor[0], roster)})
    told = _known(known, roster, firm)
    free += told.counts()
    people = _clusters(ActorType.PERSON, free, told, roster)
    actors = _joined(free, people, told, roster)
    named = [tuple(_named(each, actors) for each in document) for document in mentions]
    chosen = told_apart(named, people, company, lambda name: name.isupper() or is_settled(name, roster))
    return Unified(chosen, _renamed(told.open, actors))


def is_settled(name: str, roster: Roster) -> bool:
    """Whether a name is the canonical one of data or of the user, whoever else is called nearly so."""
    return is_canonical(name) or roster.settles(name)


def _known(actors: Iterable[KnownActor], roster: Roster, firm: Collection[str]) -> Known:
    every = sorted(actors, key=lambda actor: (actor.name, actor.type))
    stay = {each: stays(each, roster, firm) for each in every}
    return Known(
        tuple(each for each in every if stay[each]),
        tuple(each for each in every if not stay[each] and each.own_names),
    )


def stays(actor: KnownActor, roster: Roster, firm: Collection[str]) -> bool:
    """Whether an actor keeps its name, whoever comes; `firm` are names that do not change in any case."""
    return is_settled(actor.name, roster) or actor.name in firm or _is_in_full(actor)


def _is_in_full(actor: KnownActor) -> bool:
    """Whether a document names an actor in Latin letters, and by more than a word that may be a person's surname."""
    names = map(parse, actor.own_names)
    return any(name.latin and not (name.is_bare and _may_be_surname(name.text, actor.type)) for name in names)


def _may_be_surname(word: str, kind: ActorType) -> bool:
    return kind is ActorType.PERSON or not word.isupper()


def _named(mention: ActorMention, actors: Mapping[Actor, Actor]) -> ActorMention:
    own = mention.canonical
    canonical, type_ = actors.get((own, mention.type), (own, mention.type))
    return replace(mention, canonical=canonical, type=type_, own_name=own)


def _renamed(waiting: Iterable[KnownActor], actors: Mapping[Actor, Actor]) -> dict[Actor, Actor]:
    """The better names of those who waited for one: that which its fullest own name joined."""
    renamed = {}
    for actor in waiting:
        fullest = min(actor.own_names, key=lambda own: (-parse(own).fullness, own))
        if (better := actors[fullest, actor.type]) != (actor.name, actor.type):
            renamed[actor.name, actor.type] = better
    return renamed


def _joined(counts: Mapping[Actor, int], people: Clusters, known: Known, roster: Roster) -> dict[Actor, Actor]:
    """What each actor of a document is called in the collection; `people` learns of bare names that are surnames."""
    people.expect(name for name, type_ in counts if type_ is not ActorType.PERSON)
    bare = {actor for actor in counts if actor[1] is not ActorType.PERSON and _is_surname(actor[0], people)}
    people.join(Counter({name: counts[name, type_] for name, type_ in bare}), {})
    canonical = people.names()
    actors = {(name, type_): (canonical[name], ActorType.PERSON) for name, type_ in counts if (name, type_) in bare}
    actors |= {(name, ActorType.PERSON): (joined, ActorType.PERSON) for name, joined in canonical.items()}
    for type_ in (ActorType.PLACE, ActorType.ORGANISATION):
        rest = {actor: count for actor, count in counts.items() if actor not in bare}
        joined_names = _clusters(type_, rest, known, roster).names()
        actors |= {(name, type_): (joined, type_) for name, joined in joined_names.items() if (name, type_) in rest}
    return actors


def _clusters(type_: ActorType, counts: Mapping[Actor, int], known: Known, roster: Roster) -> Clusters:
    clusters = Clusters(people=type_ is ActorType.PERSON)
    for canonical, names in roster.known_as(type_):
        clusters.settle(canonical, names, is_own=True)
    own = bool(roster.actors)
    for actor in known.settled:
        # What was settled before the user gave a name for it is joined.
        if actor.type is type_ and (not own or clusters.find(actor.name) is None):
            clusters.settle(actor.name, _comparable(actor))
    clusters.join(
        Counter({name: count for (name, kind), count in counts.items() if kind is type_}), known.so_far(type_)
    )
    return clusters


def _comparable(actor: KnownActor) -> AbstractSet[str]:
    """The names by which others find an actor; a bare surname is found by the name in full, and may be another's."""
    full = {own for own in actor.own_names if actor.type is not ActorType.PERSON or not parse(own).is_bare}
    return full or actor.own_names or {actor.name}


def _is_surname(name: str, people: Clusters) -> bool:
    """Whether a single word that one document leaves untyped is the surname of one of the collection's people."""
    if len(parse(name).words) > 1 or name.isupper():
        return False
    found = people.find(name)
    return found is not None and any(len(other.words) > 1 for other in found.names)
