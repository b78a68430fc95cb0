"""Who of several with one surname is meant by it: the one who keeps the company that the document names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from extract.actors.clusters import Clusters
from extract.model import ActorMention, ActorType

Company = Callable[[str], AbstractSet[str]]
"""Gives those whom a collection names beside somebody, by canonical names."""


def no_company(_name: str) -> AbstractSet[str]:
    """The company of those of whom no other documents tell."""
    return frozenset()


FEWEST_SHARED = 2
"""Others at least that a document and one of the namesakes have in common: one is in common with many."""

CLEARLY_MORE = 2
"""The one who is meant shares so many times as many as any other: else nobody is chosen."""


def told_apart(
    mentions: Sequence[Sequence[ActorMention]], people: Clusters, elsewhere: Company, settled: Callable[[str], bool]
) -> list[tuple[ActorMention, ...]]:
    """The mentions of each document, its bare surnames given to one of several who have them where company tells.

    `people` are those of the collection, `elsewhere` tells the company that they keep in documents that are not here;
    a name that is `settled` is nobody's surname.
    """
    named = [frozenset(each.canonical for each in document) for document in mentions]
    people.expect({each for names in named for each in names})
    beside, namesakes = _beside(named), cache(people.namesakes)
    chosen: list[tuple[ActorMention, ...]] = []
    for document, names in zip(mentions, named, strict=True):
        meant = {
            name: one
            for name in sorted(names)
            if not settled(name)
            and (several := namesakes(name))
            and (one := _likest(names - {name}, several, beside, elsewhere))
        }
        chosen.append(tuple(_called(each, meant) for each in document))
    return chosen


def _beside(named: Iterable[AbstractSet[str]]) -> Mapping[str, AbstractSet[str]]:
    """Whom documents name beside each of those that they name."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for names in named:
        for name in names:
            beside[name] |= names
    return beside


def _likest(
    names: AbstractSet[str], several: Collection[str], beside: Mapping[str, AbstractSet[str]], elsewhere: Company
) -> str | None:
    others = names - set(several)
    shared = {one: len(others & (beside.get(one, set()) | elsewhere(one)) - {one}) for one in several}
    best, second = sorted(several, key=lambda one: (-shared[one], one))[:2]
    is_clear = shared[best] >= FEWEST_SHARED and shared[best] >= CLEARLY_MORE * shared[second]
    return best if is_clear else None


def _called(mention: ActorMention, meant: Mapping[str, str]) -> ActorMention:
    one = meant.get(mention.canonical)
    return replace(mention, canonical=one, type=ActorType.PERSON) if one else mention
