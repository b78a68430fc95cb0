"""What was told just before, in brackets, for a headline that goes on from it: "[The board met] This was new"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.events.clauses import OPENING_MARKS, ClauseWords, clauses_of
from extract.events.trim import EDGE_MARKS, LONGEST_HEADLINE, cut, tidy, with_date
from extract.model import ActorMention

REACH = 500
"""Characters before a sentence in which those stand that it goes on from."""

LEAST_ROOM = 34
"""Characters in which a sentence's beginning tells of whom it speaks."""

MOST_ROOM = 75
"""Characters of it that do: the headline is of what comes after."""

LONGEST_NAMELESS = LONGEST_HEADLINE - LEAST_ROOM - len("[] ")
"""Characters of a headline that names nobody to which there is room for more."""

FEWEST_WORDS = 4
"""Words of a sentence; fewer are a heading."""

FARTHEST = 3
"""Sentences back to one that does not go on from another itself."""

LEAD_REACH = 800
"""Characters of a text in which the sentence stands that says what it is about."""

MORE_NAMES = 2
"""Words with a capital that a later clause must have more: one is often a month's."""

MOST_CLAUSES = 6

SENTENCE_BEGIN = re.compile(r"\n\s*|(?<=[^\W\d_]{4})[.!?\u037e\u061f]+[\"'\u2019\u201d\u00bb)\]]*\s+")
"""Not after a short word: a stop there is an abbreviation's as often as not."""

SENTENCE_END = re.compile(r"[.!?\u037e\u061f][\"'\u2019\u201d\u00bb)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Foregoing:
    """What stands before a sentence."""

    text: str
    named_since: Sequence[str]
    """Those whom the sentence itself names."""
    names_speaker: bool
    """Whether there is somebody among them who can speak."""
    lead: str = ""
    """The sentence that says what the whole report is about; empty where that is not known, or is this one."""
    nameless: str = ""
    """Words that have a capital and tell of nobody: those of dates, and of where it was."""


def with_foregoing(headline: str, date: str, before: Foregoing, words: ClauseWords, connectives: Sequence[str]) -> str:
    """A headline that goes on from another sentence, or is short and names nobody, with the beginning of that.

    The words of the `date` stay in; where they cannot, or nobody is named before, nothing is added.
    """
    goes_back = words.goes_back(headline) and not headline.startswith(tidy(date, ()))
    goes_back = goes_back or (not before.names_speaker and words.ends_unnamed(headline))
    if not goes_back and (len(headline) > LONGEST_NAMELESS or before.named_since or _may_name(headline, date, before)):
        return headline
    foregoing = _nearest(before.text, words) if goes_back or not before.lead else before.lead
    own = with_date(headline, date, words.unfinished, LONGEST_NAMELESS)
    if foregoing is None or own is None:
        return headline
    room = min(MOST_ROOM, LONGEST_HEADLINE - len(own) - len("[] "))
    lead = _telling(tidy(foregoing, connectives), words, room)
    return f"[{lead}] {own}" if goes_back or before.lead or has_name(lead) else headline


def lead_of(text: str, actors: Sequence[ActorMention], words: ClauseWords) -> tuple[str, int]:
    """The first sentence of a report that stands by itself and names somebody, and where it ends; empty: there is none.

    `actors` are those of the text, in order.
    """
    reach = text[:LEAD_REACH]
    bounds = [0, *(found.end() for found in SENTENCE_BEGIN.finditer(reach) if _begins(reach[found.end() :]))]
    for first, last in pairwise([*bounds, len(reach)]):
        sentence = reach[first:last].strip()
        names = has_name(sentence) or any(first <= each.start < last for each in actors)
        if names and _is_sentence(sentence) and _stands(sentence, words):
            return sentence, last
    return "", 0


def _may_name(headline: str, date: str, before: Foregoing) -> bool:
    """Whether somebody may be named though nobody was found; without capitals only those who were found count."""
    is_caseless = headline.lower() == headline.upper()
    return not before.lead if is_caseless else has_name(headline, f"{date} {before.nameless}")


def _telling(sentence: str, words: ClauseWords, room: int) -> str:
    """As much of a sentence as there is room for: from its beginning, or from a clause that names more."""
    firsts = [
        first for first, _ in clauses_of(sentence)[:MOST_CLAUSES] if not (first and words.leans(sentence[first:]))
    ]
    beginnings = [cut(sentence[first:], words.unfinished, room) for first in firsts]
    best = max(beginnings, key=_count_names)
    best = best if _count_names(best) >= _count_names(beginnings[0]) + MORE_NAMES else beginnings[0]
    return best[:1].upper() + best[1:]


def _count_names(text: str) -> int:
    return sum(map(_is_name, text.split()[1:]))


def has_name(headline: str, without: str = "") -> bool:
    """Whether a word besides the first has a capital and no figure, or none can have one; some words do not count."""
    known = frozenset(without.split())
    words = [word for word in headline.split()[1:] if word.strip(EDGE_MARKS) not in known]
    return any(map(_is_name, words)) or headline.lower() == headline.upper()


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not any(map(str.isdigit, word))


def _nearest(before: str, words: ClauseWords) -> str | None:
    """The nearest of the sentences before that stands by itself, best one that names somebody."""
    standing = list(_standing(before, words))
    return next(filter(has_name, standing), standing[0] if standing else None)


def _standing(before: str, words: ClauseWords) -> Iterator[str]:
    """The sentences before that go on from none themselves, the nearest first."""
    near = before[-REACH:].rstrip()
    bounds = [0 if len(before) <= REACH else len(near), *(found.end() for found in SENTENCE_BEGIN.finditer(near))]
    last = len(near)
    for first in sorted((each for each in bounds if _begins(near[each:])), reverse=True)[:FARTHEST]:
        sentence, last = near[first:last].strip(), first
        if not _is_sentence(sentence):
            return
        if _stands(sentence, words):
            yield sentence


def _is_sentence(text: str) -> bool:
    """Whether it is one and no heading."""
    return len(text.split()) >= FEWEST_WORDS and SENTENCE_END.search(text) is not None


def _stands(sentence: str, words: ClauseWords) -> bool:
    """Whether it goes on from no other."""
    return not words.goes_back(sentence.lstrip(OPENING_MARKS))


def _begins(text: str) -> bool:
    """Whether a sentence may begin here: a stop before a number or a small letter is an abbreviation's."""
    first = text.lstrip(OPENING_MARKS)[:1]
    return first.isalpha() and not first.islower()
