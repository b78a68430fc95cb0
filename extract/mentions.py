"""The dates of a text as it mentions them, each with the manner of its clause and the sentence that is its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.dates.cues import FoundCue, find_cues, manner_of
from extract.dates.lexicon import lexicon
from extract.dates.tag import tag
from extract.dates.told import Told
from extract.model import Sentence
from extract.text.fold import fold_with_origin

LONGEST_EVIDENCE = 2000
"""Characters; what runs on longer without a stop is a table or a list, and no sentence."""


def mentions_of(text: str, language: str, sentences: Sequence[Sentence]) -> list[tuple[Told, Sentence]]:
    """The mentions of a text with the manner of their clauses, each with the sentence that is its evidence."""
    folded = fold_with_origin(text)
    mentions = tag(folded, text, lexicon(language), sentences)
    told: list[tuple[Told, Sentence]] = []
    cues: list[FoundCue] = []
    cued: Sentence | None = None
    for mention, sentence in zip(mentions, _sentence_of([m.start for m in mentions], sentences), strict=True):
        if sentence is not cued:
            cues, cued = find_cues(folded, (sentence.start, sentence.end), language), sentence
        manner = manner_of(cues, folded, text, (mention.start, mention.end), language)
        told.append((Told(mention, manner), _evidence(sentence, mention.start)))
    return told


def _sentence_of(positions: Iterable[int], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentence that holds each position; both in order."""
    found, place = [], 0
    for position in positions:
        while sentences[place].end <= position:
            place += 1
        found.append(sentences[place])
    return found


def _evidence(sentence: Sentence, position: int) -> Sentence:
    """The sentence; of one without end, the words round a position: evidence is read by people."""
    if sentence.end - sentence.start <= LONGEST_EVIDENCE:
        return sentence
    first = max(sentence.start, position - LONGEST_EVIDENCE // 2)
    last = min(sentence.end, first + LONGEST_EVIDENCE)
    text = sentence.text[first - sentence.start : last - sentence.start]
    return Sentence(first, last, text)
