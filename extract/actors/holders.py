"""Who is meant by a name: the holders of offices, told across scripts by how their names sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.actors.almanac import Line, When, holders
from extract.actors.lexicon import phones
from extract.actors.names import APART, BARE_NEAR, SAME_SCRIPT_NEAR, SHORT_NAME, Name, gap_of_people, parse
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
def _in_full() -> dict[str, list[tuple[Name, Holder]]]:
    """The full names of holders, by every block in which they are looked for."""
    found: defaultdict[str, list[tuple[Name, Holder]]] = defaultdict(list)
    for holder in _everybody():
        for name in holder.full:
            for key in {_consonants(name), *name.full_keys()}:
                found[key].append((name, holder))
    return found


@cache
def _alone() -> dict[str, list[Holder]]:
    """Holders by the blocks of what they are called alone."""
    found: defaultdict[str, list[Holder]] = defaultdict(list)
    for holder in _everybody():
        for key in {key for name in holder.bare for key in name.surname_keys()}:
            found[key].append(holder)
    return found


def _consonants(name: Name) -> str:
    """The firm consonants of surname and given name: within one script they hardly vary."""
    return " ".join(max(block_keys(word), key=len) for word in (name.surname, name.words[0]))


def _one_off(name: Name) -> list[str]:
    """The blocks of a name of another script, in which surname or given name may have a consonant too many."""
    surname, given = _consonants(name).split(" ")
    keys = {f"{surname} {first}" for first in block_keys(name.words[0])}
    return sorted(keys | {f"{last} {given}" for last in name.surname_keys()})


@lru_cache(CACHED_NAMES)
def named_in_full(text: str) -> tuple[float, tuple[Holder, ...]]:
    """The gap to the holders that lie nearest to a name of several words, and these; none where none is near."""
    name = parse(text)
    if len(name.words) < SHORT_NAME:
        return APART, ()
    keys = [_consonants(name)] if name.latin else _one_off(name)
    near = [pair for key in keys for pair in _in_full().get(key, ()) if not name.latin or pair[0].latin]
    return _nearest((gap_of_people(name, other), holder) for other, holder in near)


@lru_cache(CACHED_NAMES)
def named_alone(text: str) -> tuple[Holder, ...]:
    """The holders that a surname alone may mean: those to whose it is nearest."""
    name = parse(text)
    if len(name.words) != 1:
        return ()
    block = [holder for key in sorted(name.surname_keys()) for holder in _alone().get(key, ())]
    return _nearest((min(_gap(name, other) for other in holder.bare), holder) for holder in block)[1]


def _nearest(ranked: Iterator[tuple[float, Holder]]) -> tuple[float, tuple[Holder, ...]]:
    found = [(gap, holder) for gap, holder in ranked if gap < APART]
    least = min((gap for gap, _ in found), default=APART)
    return least, tuple(dict.fromkeys(holder for gap, holder in found if gap == least))


def _gap(one: Name, other: Name) -> float:
    """How far two surnames lie apart that no given name confirms."""
    same_script = one.latin == other.latin
    if not same_script and min(_weight(one.surname), _weight(other.surname)) < FIRM_SOUNDS:
        return APART
    gap = distance(min(one.surname, other.surname), max(one.surname, other.surname))
    return gap if gap <= (SAME_SCRIPT_NEAR if same_script else BARE_NEAR) else APART


def _weight(heard: str) -> float:
    light = "".join(group.sounds for group in phones().costs.omit)
    return sum(FIRM for sound in heard if sound not in light)
