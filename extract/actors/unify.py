"""One canonical name for each actor over all documents and scripts of a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.actors.clusters import Clusters
from extract.actors.places import is_canonical
from extract.model import ActorMention, ActorType


def unify(mentions: Sequence[Sequence[ActorMention]], known: Mapping[str, ActorType]) -> list[tuple[ActorMention, ...]]:
    """The mentions of each document with one canonical name an actor; `known` names stay and are joined."""
    counts: Counter[tuple[str, ActorType]] = Counter()
    for document in mentions:
        counts.update((each.canonical, each.type) for each in document)
    names: dict[tuple[str, ActorType], str] = {}
    for type_ in ActorType:
        mine = Counter(
            {name: count for (name, kind), count in counts.items() if kind is type_ and not is_canonical(name)}
        )
        fixed = sorted(name for name, kind in known.items() if kind is type_)
        names |= {(name, type_): joined for name, joined in Clusters(fixed, type_).join(mine).items()}
    return [
        tuple(replace(each, canonical=names.get((each.canonical, each.type), each.canonical)) for each in document)
        for document in mentions
    ]
