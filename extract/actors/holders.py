"""Who is meant by a name: the holders of offices, told across scripts by how their names sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.actors.almanac import Line, When, holders
from extract.actors.lexicon import phones
from extract.actors.names import APART, BARE_NEAR, SAME_SCRIPT_NEAR, Name, gap_of_people, parse
from extract.actors.office import Office
from extract.actors.phonetic import FIRM, block_keys, distance
from extract.actors.places import english_names

FIRM_SOUNDS = 2
"""A surname of one firm sound, alone and in another script, is like too many words."""

CACHED_NAMES = 20_000
"""Names that are remembered with whom they mean: more than most collections have."""


@dataclass(frozen=True, slots=True)
class Term:
    """One stretch of an office."""

    office: Office
    state: str
    """The state's or body's English name."""
    line: Line


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who held an office, with all terms in order and all names."""

    name: str
    state: str
    terms: tuple[Term, ...]
    full: tuple[Name, ...]
    bare: tuple[Name, ...]
    """What they are called with a title alone."""
    known: When
    """Since when the world knew them: their first office, or what made them known before it."""


@cache
def _everybody() -> tuple[Holder, ...]:
    terms: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for code, offices in holders().holders.items():
        state = english_names().get(code, code)
        for office, lines in offices.items():
            for line in lines:
                terms[line.name, state].append(Term(office, state, line))
    return tuple(_holder(name, state, found) for (name, state), found in terms.items())


def _holder(name: str, state: str, terms: list[Term]) -> Holder:
    names = [parse(each) for each in (name, *holders().also.get(name, ()))]
    full = tuple(each for each in names if len(each.words) > 1)
    single = tuple(each for each in names if len(each.words) == 1)
    last = name.rpartition(" ")[2]
    if not last.isupper() and not any(each.latin for each in single):  # all in capitals it is a number: "Pius XII"
        single = (*single, parse(last))
    terms.sort(key=lambda term: term.line.first.days)
    known = holders().known.get(name, terms[0].line.first)
    return Holder(name, state, tuple(terms), full, single, known)


@cache
def _index() -> tuple[dict[str, list[Holder]], dict[str, list[Holder]]]:
    """Holders by the blocks of their full names, and of what they are called alone."""
    full: defaultdict[str, list[Holder]] = defaultdict(list)
    bare: defaultdict[str, list[Holder]] = defaultdict(list)
    for holder in _everybody():
        for key in {key for name in holder.full for key in name.full_keys()}:
            full[key].append(holder)
        for key in {key for name in holder.bare for key in name.surname_keys()}:
            bare[key].append(holder)
    return full, bare


@lru_cache(CACHED_NAMES)
def named_in_full(text: str) -> tuple[float, tuple[Holder, ...]]:
    """The gap to the holders that lie nearest to a name of several words, and these; none where none is near."""
    name = parse(text)
    if len(name.words) < 2:
        return APART, ()
    near = ((_least(name, holder.full), holder) for holder in _block(_index()[0], name.full_keys()))
    return _nearest(near)


@lru_cache(CACHED_NAMES)
def named_alone(text: str) -> tuple[Holder, ...]:
    """The holders that a surname alone may mean."""
    name = parse(text)
    if len(name.words) != 1:
        return ()
    block = _block(_index()[1], name.surname_keys())
    return tuple(holder for holder in block if any(_sounds_alike(name, other) for other in holder.bare))


def _block(index: dict[str, list[Holder]], keys: Iterable[str]) -> list[Holder]:
    found = {holder.name + holder.state: holder for key in sorted(keys) for holder in index.get(key, ())}
    return list(found.values())


def _least(name: Name, others: Iterable[Name]) -> float:
    return min((gap_of_people(name, other) for other in others if _may_be(name, other)), default=APART)


def _may_be(one: Name, other: Name) -> bool:
    """Whether two names are worth comparing: within one script the same consonants make a surname."""
    return not (one.latin and other.latin) or _consonants(one.surname) == _consonants(other.surname)


@lru_cache(CACHED_NAMES)
def _consonants(heard: str) -> str:
    return max(block_keys(heard), key=len)


def _nearest(ranked: Iterator[tuple[float, Holder]]) -> tuple[float, tuple[Holder, ...]]:
    found = [(gap, holder) for gap, holder in ranked if gap < APART]
    least = min((gap for gap, _ in found), default=APART)
    return least, tuple(holder for gap, holder in found if gap == least)


def _sounds_alike(one: Name, other: Name) -> bool:
    same_script = one.latin == other.latin
    if not same_script and min(_weight(one.surname), _weight(other.surname)) < FIRM_SOUNDS:
        return False
    gap = distance(min(one.surname, other.surname), max(one.surname, other.surname))
    return gap <= (SAME_SCRIPT_NEAR if same_script else BARE_NEAR)


def _weight(heard: str) -> float:
    light = "".join(group.sounds for group in phones().costs.omit)
    return sum(FIRM for sound in heard if sound not in light)
