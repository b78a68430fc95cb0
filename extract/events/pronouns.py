"""Who "he" is: a headline that begins with a pronoun gets the name, in brackets, where only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.events.lexicon import act_words
from extract.model import ActorMention, ActorType
from extract.text.fold import fold

FARTHEST_NAME = 300
"""Characters before a sentence among which the name stands that its pronoun takes up."""

FIRST_WORD = re.compile(r"[^\W\d_]+(?=\s)")


def with_name(headline: str, language: str, before: Sequence[ActorMention], *, says: bool) -> str:
    """A headline with the name for the pronoun that it begins with: "[Putin] will hold talks".

    `before` are the actors named shortly before its sentence, in order; `says` tells whether the word after the pronoun
    says something, without which "it" is nobody. The headline stays where nobody, or more than one, can be meant.
    """
    lexicon, word = act_words(language), FIRST_WORD.match(headline)
    kind = lexicon.pronouns.get(fold(word[0])) if lexicon and word else None
    if word is None or kind is None or (kind is not ActorType.PERSON and not says):
        return headline
    meant = [each for each in before if (each.type is ActorType.PERSON) is (kind is ActorType.PERSON)]
    if len({each.canonical for each in meant}) != 1:
        return headline
    return f"[{meant[-1].text}]{headline[word.end() :]}"
