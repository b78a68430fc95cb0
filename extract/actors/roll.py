"""The holders of offices, each with all that the almanac says of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from extract.actors.almanac import Line, When, holders
from extract.actors.names import Name, parse
from extract.actors.office import Office
from extract.actors.places import english_names
from extract.text.fold import fold


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
def everybody() -> tuple[Holder, ...]:
    """All whom the almanac knows."""
    terms: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for code, offices in holders().holders.items():
        state = english_names().get(code, code)
        for office, lines in offices.items():
            for line in lines:
                terms[line.name, state].append(Term(office, state, line))
    return tuple(_holder(name, state, found) for (name, state), found in terms.items())


def _holder(name: str, state: str, terms: list[Term]) -> Holder:
    written = (name, *holders().also.get(name, ()))
    names = [parse(each) for each in dict.fromkeys((*written, *map(fold, written)))]
    full = tuple(each for each in names if len(each.words) > 1)
    single = tuple(each for each in names if len(each.words) == 1)
    last = name.rpartition(" ")[2]
    if not last.isupper() and not any(each.latin for each in single):  # all in capitals it is a number: "Pius XII"
        single = (*single, parse(last), parse(fold(last)))
    terms.sort(key=lambda term: term.line.first.days)
    known = holders().known.get(name, terms[0].line.first)
    return Holder(name, state, tuple(terms), full, single, known)
