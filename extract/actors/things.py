"""Things that date the texts that name them: what came on a known day, and what is gone since one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.actors.almanac import Age, ages
from extract.actors.beside import Company, company
from extract.actors.gazetteer import SHORT_ACRONYM, Phrases, folded_paradigms, forms, words_of
from extract.actors.lexicon import language
from extract.actors.nearby import is_gone
from extract.actors.prose import Prose
from extract.era import Era, EraKind
from extract.reason import Reason

FIGURE = re.compile(r"\d\s*(?:\w+\s+){0,2}$")
"""A figure with two words at most behind it ("5,000", "3 million", "3 millones de"), right before what it counts."""

FIGURE_WITHIN = 24
"""So many characters before a counted thing are searched for its figure."""

NEAR = 2
"""So many words before the name of a thing may call it former."""


class Thing(NamedTuple):
    """A thing's name as data give it."""

    english: str
    capital: bool
    upper: bool


@cache
def _names(code: str) -> Phrases[Thing]:
    """The names of things that a language knows, in all forms."""
    data = language(code)
    table: Phrases[Thing] = Phrases()
    for english, age in ages().items():
        for name in data.ages.get(english, ()):
            for form in forms(words_of(name), folded_paradigms(data)):
                table.add(form, _thing(english, name))
        for name in age.names:
            table.add(words_of(name), _thing(english, name))
    return table


def _thing(english: str, name: str) -> Thing:
    letters = [letter for letter in name if letter.isalpha()]
    return Thing(english, letters[0].isupper(), all(map(str.isupper, letters)) and len(letters) <= SHORT_ACRONYM)


def thing_eras(prose: Prose) -> Iterator[Era]:
    """The eras that the things of a text give, each thing once; one that is called gone anywhere is so everywhere."""
    named: dict[str, str] = {}
    gone: dict[str, str] = {}
    for first, last, thing in _found(prose):
        words = " ".join(prose.surface(first, last).split())
        named.setdefault(thing.english, words)
        if _is_over(prose, first, last):
            gone.setdefault(thing.english, words)
    for english, words in named.items():
        yield from _eras(words, ages()[english], english in gone)


def _eras(words: str, age: Age, gone: bool) -> Iterator[Era]:
    if age.first and not (gone and age.last):
        told = Reason("unheard_of", {"words": words, "day": age.first.told})
        yield Era(words, age.first.days.start, None, EraKind.NOT_BEFORE, told)
    if age.last and gone:
        end = age.gone or age.last
        told = Reason("gone_since", {"words": words, "day": end.told})
        yield Era(words, end.days.start, None, EraKind.FORMER, told)
    elif age.last:
        told = Reason("there_until", {"words": words, "day": age.last.told})
        yield Era(words, None, age.last.days.last, EraKind.NOT_AFTER, told)


def _found(prose: Prose) -> Iterator[tuple[int, int, Thing]]:
    table = _names(prose.code)
    for index in prose.beginnings(table):
        for last, thing in prose.phrases_at(table, index):
            if _as_written(prose, index, last, thing) and (not ages()[thing.english].counted or _counted(prose, index)):
                yield index, last, thing
                break


def _as_written(prose: Prose, first: int, last: int, thing: Thing) -> bool:
    """Whether the text has the capitals that the data have."""
    if prose.caseless(first) or not thing.capital:
        return True
    return prose.surface(first, last).isupper() if thing.upper else prose.capital(first)


def _counted(prose: Prose, index: int) -> bool:
    at = prose.spans[index][0]
    return FIGURE.search(prose.folded.text[max(0, at - FIGURE_WITHIN) : at]) is not None


def _is_over(prose: Prose, first: int, last: int) -> bool:
    """Whether the words beside a thing say that it is over: "the former ...", "the collapse of the ..."."""
    before = range(max(0, first - NEAR), first)
    former = any(kind is Company.FORMER for at in before for _, kind in prose.phrases_at(company(prose.code), at))
    return former or is_gone(prose, first, last)
