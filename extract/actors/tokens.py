"""Words with what a name shows by: its capital, its place in the sentence and what binds it to the word before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from extract.model import Sentence
from extract.text.fold import fold_with_origin

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")
"""A dotted acronym ("U.S.") is one word; otherwise a word is a run of letters. Linear: the parts cannot overlap."""

OPENING = re.compile(r"[\"'(\[:;\u2022|*]\s*$|\n\s*$")
"""After these a capital may be there for the place alone."""

HEADLINE_WORDS = 4
"""A line of fewer words is too short to tell a headline by its capitals."""

HEADLINE_SHARE = 0.7
"""From this share of capitalised long words on, a line is a headline: its capitals mean nothing."""

LONG_WORD = 4
"""Shorter words are often function words, which headlines leave small."""


class Bond(Enum):
    """What stands between a word and the one before."""

    SPACE = " "
    HYPHEN = "-"
    APOSTROPHE = "'"
    DOT = ". "
    NONE = ""
    """Anything else: the words do not belong together."""


class Token(NamedTuple):
    """A word: offsets in the text, folded form, and how it looks."""

    start: int
    end: int
    word: str
    capital: bool
    upper: bool
    caseless: bool
    """Its script has no capitals."""
    initial: bool
    """It begins a sentence, a line or a quotation, where a capital says nothing."""
    bond: Bond


def tokenise(text: str, sentences: Sequence[Sentence]) -> list[Token]:
    """The words of a text, in order."""
    folded = fold_with_origin(text)
    starts = [sentence.start for sentence in sentences]
    tokens: list[Token] = []
    before = 0
    sentence_before = -1
    for found in WORD.finditer(folded.text):
        start, end = folded.span(found.start(), found.end())
        surface = text[start:end]
        gap = folded.text[before : found.start()]
        sentence = bisect_right(starts, start)
        opening = sentence != sentence_before or bool(gap != " " and OPENING.search(gap))
        bond = Bond.NONE if not tokens or "\n" in gap else _bond(gap, tokens[-1])
        word = found.group()
        tokens.append(
            Token(
                start,
                end,
                word.replace(".", "") if word[-1] == "." else word,
                surface[0].isupper(),
                len(word) > 1 and surface.isupper(),
                surface[0].lower() == surface[0].upper(),
                opening and bond is not Bond.APOSTROPHE,
                Bond.NONE if opening and bond is not Bond.DOT and gap != "'" else bond,
            )
        )
        before = found.end()
        sentence_before = sentence
    return tokens


def _bond(gap: str, before: Token) -> Bond:
    if gap == ". ":
        return Bond.DOT if len(before.word) <= LONG_WORD and before.capital else Bond.NONE
    if gap == "'" or gap == "-":
        return Bond(gap)
    return Bond.SPACE if gap.isspace() else Bond.NONE


def headlines(text: str, tokens: Sequence[Token]) -> list[bool]:
    """For each word, whether it stands in a line whose words are all capitalised."""
    marks: list[bool] = []
    line: list[Token] = []
    for token in tokens:
        if line and "\n" in text[line[-1].end : token.start]:
            marks += [_is_headline(line)] * len(line)
            line = []
        line.append(token)
    return marks + [_is_headline(line)] * len(line)


def _is_headline(line: Sequence[Token]) -> bool:
    if all(token.upper for token in line):
        return len(line) > 1 or len(line[0].word) > LONG_WORD if line else False
    long = [token for token in line if len(token.word) >= LONG_WORD]
    capital = sum(token.capital for token in long)
    return len(line) >= HEADLINE_WORDS and capital >= HEADLINE_SHARE * len(long)
