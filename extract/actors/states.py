"""Which state a word stands for beside an office: its name, or what belongs to it."""

from __future__ import annotations

from functools import cache

from extract.actors.gazetteer import MIN_STEM, Phrases, folded_paradigms, forms, gazetteer, peoples, words_of
from extract.actors.lexicon import language
from extract.actors.places import countries, english_names
from extract.actors.prose import Prose

LONGEST_ENDING = 5
"""So many letters at most follow what an adjective shares with the name of its state."""

LONGEST_NAME = 4
"""So many words at most stand in what names a state beside an office."""

UNKNOWN = "?"
"""The state of a people that the data do not know."""


@cache
def adjectives(code: str) -> Phrases[str]:
    """What belongs to a state, in all forms, as the language's file lists it."""
    data = language(code)
    table: Phrases[str] = Phrases()
    for state, names in data.adjectives.items():
        for name in names:
            for form in forms(words_of(name), folded_paradigms(data)):
                table.add(form, english_names().get(state, state))
    return table


@cache
def _beginnings(code: str) -> dict[str, str]:
    """What one-word names of states begin with, where no other state's does."""
    found: dict[str, str] = {}
    for name, state, _ in countries(code):
        names = words_of(name)
        for cut in range(MIN_STEM, len(names[0]) + 1) if len(names) == 1 else ():
            start = names[0][:cut]
            found[start] = state if found.get(start, state) == state else UNKNOWN
    return found


def state_at(prose: Prose, index: int) -> tuple[int, str] | None:
    """The end of what names a state from a word on, and which; None where nothing does."""
    for last, state in prose.phrases_at(adjectives(prose.code), index):
        return last, state
    if not (prose.capital(index) or prose.caseless(index)):
        return None if prose.words[index] not in peoples(prose.code) else (index + 1, _of_people(prose, index))
    for last, entry in prose.phrases_at(gazetteer(prose.code), index):
        if not entry.acronym or prose.caseless(index) or prose.surface(index, last).isupper():
            return last, entry.canonical
    if any(prose.lexicon.without_article(word) in peoples(prose.code) for word in prose.bare(index)):
        return index + 1, _of_people(prose, index)
    return None


def _of_people(prose: Prose, index: int) -> str:
    """The state that a people's word shares its beginning with."""
    known = _beginnings(prose.code)
    for word in prose.bare(index):
        bare = prose.lexicon.without_article(word)
        for cut in range(len(bare), max(MIN_STEM, len(bare) - LONGEST_ENDING) - 1, -1):
            if bare[:cut] in known:
                return known[bare[:cut]]
    return UNKNOWN


def state_before(prose: Prose, index: int) -> tuple[int, str] | None:
    """The beginning of what names a state right before a word, and which; the longest."""
    for first in range(max(0, index - LONGEST_NAME), index):
        found = state_at(prose, first)
        if found and found[0] == index:
            return first, found[1]
    return None
