"""Who "he" is: a pronoun, or a verb whose subject is left out, gets a name in brackets where only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.events.clauses import clause_words
from extract.events.lexicon import act_words
from extract.model import ActorMention, ActorType, Sentence
from extract.text.fold import fold

FARTHEST_NAME = 300
"""Characters before a sentence among which the name stands that its pronoun takes up."""

LONGEST_LEAD = 40
"""Characters of what may stand before the pronoun that is a sentence's subject: "In September, it ..."."""

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Around:
    """A sentence with whom it and the text before it name."""

    sentence: Sentence
    before: Sequence[ActorMention]
    """Those named shortly before the sentence, in order."""
    within: Sequence[ActorMention]
    """Those whom it names itself."""
    said: Sequence[int]
    """Where in it words begin that say something."""


def with_name(headline: str, language: str, around: Around) -> str:
    """A headline with the name of its subject: "[Putin] will hold talks", "In May, [Gazprom] said", "[Putin] Είπε πως".

    "It" is somebody only before a verb of saying or meaning. The headline stays where nobody, or more than one, can be
    meant, and where the sentence has named one before its pronoun.
    """
    if name := _left_out(headline, language, around):
        return f"[{name}] {headline}"
    lexicon = act_words(language)
    if lexicon is None:
        return headline
    words, longest = list(WORD.finditer(headline)), max(map(len, lexicon.pronouns), default=0)
    for number, word in enumerate(words):
        kind = lexicon.pronouns.get(fold(word[0])) if len(word[0]) <= longest else None
        if kind is None:
            continue
        following = words[number + 1][0] if number + 1 < len(words) else ""
        speaks = bool(following) and _speaks(word[0], following, lexicon.intents, around)
        begins = _begins(headline[: word.start()])
        is_subject = (begins or speaks) if kind is ActorType.PERSON else (begins and speaks)
        if not is_subject:
            continue
        name = _meant(kind, headline[: word.start()], around)
        return f"{headline[: word.start()]}[{name}]{headline[word.end() :]}" if name else headline
    return headline


def _begins(before: str) -> bool:
    """Whether a sentence's first clause or its first words end where its pronoun stands."""
    return not before or (len(before) <= LONGEST_LEAD and before.count(",") == 1 and before.endswith(", "))


def _speaks(pronoun: str, following: str, intents: frozenset[str], around: Around) -> bool:
    """Whether a word of saying or meaning follows a pronoun in the sentence."""
    text = around.sentence.text
    said = {text[:each].split()[-1] for each in around.said if text[:each].strip()}
    return fold(following) in intents or fold(pronoun) in {fold(each) for each in said}


def _meant(kind: ActorType, before: str, around: Around) -> str | None:
    """The only one of a kind who is named shortly before, where the sentence has named none."""
    is_person = kind is ActorType.PERSON
    if any(each.text in before for each in around.within if (each.type is ActorType.PERSON) is is_person):
        return None
    meant = [each for each in around.before if (each.type is ActorType.PERSON) is is_person]
    is_one = len({each.canonical for each in meant}) == 1
    return meant[-1].text if is_one and meant[-1].type is kind else None


def _left_out(headline: str, language: str, around: Around) -> str | None:
    """Who speaks in a sentence that begins with a verb of saying and goes on with what is said: "Είπε πως ..."."""
    words, complements = headline.split(), clause_words(language).goes_on
    begins = any(not around.sentence.text[:each].strip() for each in around.said)
    if not begins or len(words) < 2 or fold(words[1]) not in complements:
        return None
    return _meant(ActorType.PERSON, "", around)
