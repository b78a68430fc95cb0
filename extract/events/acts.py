"""What is done in a sentence: the words of its language for acts, and the acts that are nearest to each date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.events.lexicon import ActWords, Branch, act_words, kinds_of_acts
from extract.kind import Kind
from extract.model import Sentence

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u064b-\u0652]+[^\W\d_]*)*")
"""A run of letters, with the marks that sit on them."""

CLAUSE_BREAK = re.compile("[;:\u00b7(),\u060c\u061b\u2014]|\\s\u2013\\s")
"""An act beyond such a mark is that of another clause more often than not."""

MOST_ACTS = 3
"""Acts that one claim tells: what is farther in its clause is about other things."""

PLAIN_ACTS = frozenset({"say"})
"""What every source does: it counts only where nothing else is told."""

Span = tuple[int, int]
Acts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act in a sentence, by the offsets of its words in the text."""

    start: int
    end: int
    act: str


def find_acts(sentence: Sentence, language: str, names: Sequence[Span], dates: Sequence[Span]) -> list[FoundAct]:
    """The acts of a sentence, in its order. Words of its `names` and `dates`, each in order, tell none.

    A date may stand within a phrase: "took *on Monday* effect" in other languages. Nothing for a language without words
    for acts.
    """
    lexicon = act_words(language)
    if lexicon is None:
        return []
    words = list(_words(sentence, names, dates))
    found, place = [], 0
    while place < len(words):
        length, acts = _longest(lexicon, words, place)
        found += [FoundAct(words[place][0], words[place + length - 1][1], act) for act in acts]
        place += max(length, 1)
    return found


def _words(sentence: Sentence, names: Sequence[Span], dates: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Words with their offsets in the text; those of names are empty, those of dates left out."""
    for word in WORD.finditer(sentence.text):
        start, end = sentence.start + word.start(), sentence.start + word.end()
        if not overlaps(dates, start, end):
            yield start, end, "" if overlaps(names, start, end) else word[0]


def overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether a stretch has a character in common with one of some, which are in order."""
    before = bisect_left(spans, (end, 0)) - 1
    return before >= 0 and spans[before][1] > start


def _longest(lexicon: ActWords, words: Sequence[tuple[int, int, str]], place: int) -> tuple[int, Acts]:
    """How many words the longest phrase has that begins at a place, and its acts; 0 where none does."""
    branches: list[Branch] = [lexicon.root]
    best: tuple[int, Acts] = (0, ())
    for length, (_, _, word) in enumerate(words[place:], 1):
        readings = lexicon.readings(word) if word else ()
        branches = [branch.next[each] for branch in branches for each in readings if each in branch.next]
        if not branches:
            break
        best = next(((length, branch.acts) for branch in branches if branch.acts is not None), best)
    return best


def acts_of_dates(sentence: Sentence, acts: Sequence[FoundAct], dates: Sequence[Span]) -> list[tuple[str, ...]]:
    """What each date of a sentence dates: the acts that are nearer to it than to its other dates, the nearest first.

    Those of its own clause, or of the next where it has none; where all acts are nearer to other dates, the nearest.
    """
    breaks = [sentence.start + mark.start() for mark in CLAUSE_BREAK.finditer(sentence.text)]
    away = [[_distance(date, (act.start, act.end), breaks) for date in dates] for act in acts]
    return [_acts_of(number, acts, away) for number in range(len(dates))]


def _acts_of(date: int, acts: Sequence[FoundAct], away: Sequence[Sequence[Span]]) -> tuple[str, ...]:
    ranked = sorted((near[date], number) for number, near in enumerate(away))
    own = [(distance, number) for distance, number in ranked if min(away[number]) == distance] or ranked[:1]
    telling = [each for each in own if acts[each[1]].act not in PLAIN_ACTS] or own
    return tuple(dict.fromkeys(acts[number].act for _, number in telling))[:MOST_ACTS]


def _distance(date: Span, act: Span, breaks: Sequence[int]) -> tuple[int, int]:
    """Clause breaks and characters between a date and an act."""
    first, last = (act[1], date[0]) if act[1] <= date[0] else (date[1], act[0])
    return sum(first <= mark < last for mark in breaks), max(0, last - first)


def kind_of(acts: Sequence[str]) -> Kind:
    """The kind of what acts tell, the nearest first: other where there are none."""
    return kinds_of_acts()[acts[0]] if acts else Kind.OTHER
