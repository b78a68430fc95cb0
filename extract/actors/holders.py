"""Who is meant by a name: the holders of offices, told across scripts by how their names sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from extract.actors.lexicon import phones
from extract.actors.names import APART, BARE_NEAR, SAME_SCRIPT_NEAR, SHORT_NAME, Name, gap_of_people, parse
from extract.actors.phonetic import FIRM, block_keys, distance, firm_consonants
from extract.actors.roll import Holder, everybody

FIRM_SOUNDS = 3
"""A surname of fewer firm sounds, alone, is like too many words of another script unless it lies as near as in one."""

EXACTLY = "="
"""Marks the blocks of a name's consonants as they are, none left out."""

CACHED_NAMES = 20_000
"""Names that are remembered with whom they mean: more than most collections have."""


Named = tuple[Name, Holder]


@cache
def _in_full() -> dict[str, list[Named]]:
    """The full names of holders by their blocks."""
    names = [(name, holder) for holder in everybody() for name in holder.full]
    return _indexed((each, _consonants(each[0]), each[0].full_keys()) for each in names)


@cache
def _alone() -> dict[str, list[Named]]:
    """What holders are called alone, by its blocks."""
    names = [(name, holder) for holder in everybody() for name in holder.bare]
    return _indexed((each, firm_consonants(each[0].surname), each[0].surname_keys()) for each in names)


def _indexed(named: Iterable[tuple[Named, str, Iterable[str]]]) -> dict[str, list[Named]]:
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for each, exact, keys in named:
        for key in (EXACTLY + exact, *keys):
            found[key].append(each)
    return found


def _near(
    index: dict[str, list[Named]], latin: bool, exact: str, keys: Iterable[str], more: Iterable[str] = ()
) -> Iterator[Named]:
    """Names with the same consonants; of another script those too in which one of the two has one consonant more."""
    wanted = [EXACTLY + exact] if latin else [exact, *more, *(EXACTLY + key for key in sorted(keys))]
    yield from dict.fromkeys(each for key in wanted for each in index.get(key, ()))


def _consonants(name: Name) -> str:
    return f"{firm_consonants(name.surname)} {firm_consonants(name.words[0])}"


@lru_cache(CACHED_NAMES)
def named_in_full(text: str) -> tuple[float, tuple[Holder, ...]]:
    """The gap to the holders that lie nearest to a name of several words, and these; none where none is near."""
    name = parse(text)
    if len(name.words) < SHORT_NAME:
        return APART, ()
    surname, given = firm_consonants(name.surname), sorted(block_keys(name.words[0]))
    near = _near(_in_full(), name.latin, _consonants(name), name.full_keys(), [f"{surname} {first}" for first in given])
    return _nearest((gap_of_people(name, other), holder) for other, holder in near)


@lru_cache(CACHED_NAMES)
def named_alone(text: str) -> tuple[Holder, ...]:
    """The holders that a surname alone may mean: those to whose it is nearest."""
    name = parse(text)
    if len(name.words) != 1:
        return ()
    near = _near(_alone(), name.latin, firm_consonants(name.surname), name.surname_keys())
    return _nearest((_gap(name, other), holder) for other, holder in near)[1]


def _nearest(ranked: Iterator[tuple[float, Holder]]) -> tuple[float, tuple[Holder, ...]]:
    found = [(gap, holder) for gap, holder in ranked if gap < APART]
    least = min((gap for gap, _ in found), default=APART)
    return least, tuple(dict.fromkeys(holder for gap, holder in found if gap == least))


def _gap(one: Name, other: Name) -> float:
    """How far two surnames lie apart that no given name confirms."""
    short = min(_weight(one.surname), _weight(other.surname)) < FIRM_SOUNDS
    gap = distance(min(one.surname, other.surname), max(one.surname, other.surname))
    return gap if gap <= (SAME_SCRIPT_NEAR if short or one.latin == other.latin else BARE_NEAR) else APART


def _weight(heard: str) -> float:
    light = "".join(group.sounds for group in phones().costs.omit)
    return sum(FIRM for sound in heard if sound not in light)
