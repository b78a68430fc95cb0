"""What the words of a language say about one word, proclitics cut off, worked out once for each word."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from extract.actors.gazetteer import gazetteer, peoples
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
    name: bool
    """A known name may begin with it."""
    role: bool
    """A role may begin with it."""
    people: bool
    """A people, or the adjective of a state."""
    stems: tuple[tuple[int, str], ...]
    """(letters cut off, the stem of what remains)."""


@lru_cache(CACHED_WORDS)
def kind(code: str, word: str) -> Kind:
    """What a folded word can be."""
    lexicon, known = words(code), peoples(code)
    cuts = lexicon.bare(word)
    bare = [rest for _, rest in cuts]
    caseless = word[0].lower() == word[0].upper()

    def among(table: Set[str]) -> bool:
        return not table.isdisjoint(bare)

    saying, head = among(lexicon.saying), among(lexicon.organisation_heads.keys())
    return Kind(
        saying=saying,
        locative=among(lexicon.locatives),
        head=head,
        tail=among(lexicon.role_tails),
        stop=saying or head or among(lexicon.function),
        particle=word in lexicon.particles,
        article=lexicon.without_article(word) != word,
        given=next((cut for cut, rest in cuts if rest in lexicon.given), None),
        name=among(gazetteer(code).first_words()),
        role=among(lexicon.roles.first_words()),
        people=any((lexicon.without_article(rest) if caseless else rest) in known for rest in bare),
        stems=tuple((cut, lexicon.stem(rest)) for cut, rest in cuts),
    )
