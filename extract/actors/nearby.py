"""Whether the words beside something in a text say that it is over."""

from __future__ import annotations

from functools import cache

from extract.actors.gazetteer import folded_paradigms, forms, words_of
from extract.actors.lexicon import language
from extract.actors.prose import Prose

LOOK_AROUND = 3
"""So many words before it and behind it may say so."""


@cache
def _gone(code: str) -> frozenset[str]:
    data = language(code)
    return frozenset(form[0] for word in data.gone for form in forms(words_of(word), folded_paradigms(data)))


def is_gone(prose: Prose, first: int, last: int) -> bool:
    """Whether an end is told beside the words from one up to, without, another: "the fall of ..."."""
    near = (*range(max(0, first - LOOK_AROUND), first), *range(last, min(len(prose), last + LOOK_AROUND)))
    return any(rest in _gone(prose.code) for index in near for rest in prose.bare(index))
