"""What the words of a language say about one word, proclitics cut off, worked out once for each word."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extract.actors.words import CACHED_WORDS, words


class Kind(NamedTuple):
    """What a word can be beside a name."""

    saying: bool
    """A verb of which the subject is somebody."""
    locative: bool
    """A word after which a name is a place's."""
    head: bool
    """The noun of an organisation's name."""
    tail: bool
    """A part of a role that stands before the name."""
    stop: bool
    """A word that no name goes on with."""
    particle: bool
    article: bool
    """It has the article written together with it."""
    given: int | None
    """So many letters of proclitic stand before a given name; None where it is none."""


@lru_cache(CACHED_WORDS)
def kind(code: str, word: str) -> Kind:
    """What a folded word can be."""
    lexicon = words(code)
    bare = [rest for _, rest in lexicon.bare(word)]
    saying = any(rest in lexicon.saying for rest in bare)
    head = any(rest in lexicon.organisation_heads for rest in bare)
    return Kind(
        saying=saying,
        locative=any(rest in lexicon.locatives for rest in bare),
        head=head,
        tail=any(rest in lexicon.role_tails for rest in bare),
        stop=saying or head or any(rest in lexicon.function for rest in bare),
        particle=word in lexicon.particles,
        article=lexicon.without_article(word) != word,
        given=next((cut for cut, rest in lexicon.bare(word) if rest in lexicon.given), None),
    )
