"""What is too long without its middle: of both ends what fits, with the first and the last verb if they can stay."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from extract.events.clauses import Bounds, ClauseWords
from extract.events.trim import EDGE_MARKS, ELLIPSIS, GOOD_LENGTH, one_line
from extract.text.fold import fold

SHARE_OF_BEGINNING = 0.6
"""Of the room for a clause without its middle: what it begins with says who does what."""

FEWEST_WORDS = 4
"""Words of each end: fewer tell nothing."""

MOST_SKIPPED = 6
"""Words by which an end may be shorter than fits, so that it begins where a phrase does."""

EACH_VERB, MAIN_VERB, AT_PHRASE, BALANCE = 1.0, 2.0, 1.0, 3.0
"""What it is worth that a verb stays, that it is the first or the last, that a gap is where a phrase begins; what it
costs that the beginning has less or more than its share."""

NO_SUBJECT = 2.0
"""What it costs that an end begins with a verb: its subject is among what is left out."""

WORD = re.compile(r"\S+")
GAP = f" {ELLIPSIS} "


class _Word(NamedTuple):
    """A word of a sentence."""

    text: str
    is_verb: bool
    begins: float
    """How far a phrase begins with it: 1 for "which" and "in", less for "the"."""


def without_middle(text: str, date: Bounds, done: Sequence[int], words: ClauseWords) -> str:
    """The beginning and the end of a text that is too long, one of them with the words of its `date`.

    At `done` words begin that tell of something done.
    """
    parts = [_word(found.start(), found[0], done, words) for found in WORD.finditer(text)]
    room = GOOD_LENGTH - len(GAP)
    lengths = [0, *accumulate(len(part.text) + 1 for part in parts)]
    verbs = [at for at, part in enumerate(parts) if part.is_verb]
    dated = range(len(text[: date[0]].split()), len(text[: date[1]].split()))
    best = (float("-inf"), 0, len(parts))
    for head in range(FEWEST_WORDS, bisect_left(lengths, room)):
        least = max(head, bisect_left(lengths, lengths[head] + lengths[-1] - room - 2))
        for tail in range(least, min(least + MOST_SKIPPED, len(parts) - FEWEST_WORDS)):
            if head >= dated.stop or tail <= dated.start:
                best = max(best, (_worth(parts, verbs, (head, tail), words), head, tail))
    _, head, tail = best
    if head == 0:
        return _ending(one_line(text[: date[1]]))
    return GAP.join(" ".join(part.text for part in kept).rstrip(EDGE_MARKS) for kept in (parts[:head], parts[tail:]))


def _ending(text: str) -> str:
    """The last words that fit."""
    return text[-GOOD_LENGTH:].partition(" ")[2] or text[-GOOD_LENGTH:]


def _word(at: int, word: str, done: Sequence[int], words: ClauseWords) -> _Word:
    is_act = bisect_left(done, at) < bisect_left(done, at + len(word))
    is_verb = is_act or fold(word.strip(EDGE_MARKS)) in words.helpers
    return _Word(word, is_verb, words.begins(word) if word[:1].isalnum() else 1)


def _worth(parts: Sequence[_Word], verbs: Sequence[int], left_out: tuple[int, int], words: ClauseWords) -> float:
    """How well words tell what they did without those that are left out."""
    head, tail = left_out
    kept = [at for at in verbs if at + 1 < head or at >= tail]
    worth = len(kept) * EACH_VERB
    if verbs:
        worth += ((verbs[0] in kept) + (verbs[-1] in kept)) * MAIN_VERB
    worth += (parts[tail].begins - (tail > head and parts[tail - 1].begins)) * AT_PHRASE
    worth -= (fold(parts[head - 1].text) in words.unfinished) * AT_PHRASE
    worth -= parts[tail].is_verb * NO_SUBJECT
    return worth - abs(head / (head + len(parts) - tail) - SHARE_OF_BEGINNING) * BALANCE
