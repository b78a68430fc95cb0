"""Words with what a name shows by: its capital, its place in the sentence and what binds it to the word before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from extract.model import Sentence
from extract.text.fold import Folded, fold_with_origin

LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079]"
"""Raised figures count as letters for Python; they are the numbers of notes."""

INNER = rf"'(?=[\u0400-\u04ff]){LETTER}+"
"""In Cyrillic an apostrophe stands inside a word ("Лук'яненко"); elsewhere it parts two."""

WORD = re.compile(rf"{LETTER}(?:\.(?:{LETTER}\.)+|{LETTER}*(?:{INNER})*)")
"""A dotted acronym ("U.S.") is one word; otherwise a word is a run of letters. Linear: the parts cannot overlap."""

NUMBER = re.compile(r"\d{1,2}(?!\w)")
"""The number of an acronym: "G20"."""

OPENERS = frozenset("([:;\u2022|*")
"""After these a capital may be there for the place alone."""

QUOTES = frozenset("\"'")
"""Folded quotation marks: one that touches the word before closes, others open."""

LONG_WORD = 4
"""Shorter words are often function words, which headlines leave small, or abbreviations, which end in a dot."""

SHORT_ACRONYM_PART = 2
"""Letters that stand for one word of an acronym: one, or two for a plural ("EE.UU.")."""

HEADLINE_WORDS = 4
"""Fewer long words are too few to tell a headline by its capitals."""

HEADLINE_SHARE = 0.9
"""From this share of capitalised long words on, a line is a headline: its capitals mean nothing."""

LINE_END = re.compile(r"[^\w\n.…。؟]*(?:\d[^\n.…。؟]*)?[.…。؟]")
"""What follows the last word of a line that is a sentence, whatever its capitals: a stop, perhaps after figures."""


class Bond(StrEnum):
    """What stands between a word and the one before."""

    SPACE = " "
    HYPHEN = "-"
    APOSTROPHE = "'"
    DOT = ". "
    AND = " & "
    """Two names are one company's: "Smith & Wesson"."""
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
    quoted: bool
    """An opening quotation mark stands before it."""
    bond: Bond


Joint = tuple[bool, bool, Bond]
"""A token's `initial`, `quoted` and `bond`."""

WITHIN: Joint = (False, False, Bond.SPACE)
"""How most words stand."""


def tokenise(text: str, sentences: Sequence[Sentence]) -> list[Token]:
    """The words of a text, in order."""
    folded = fold_with_origin(text)
    starts = [sentence.start for sentence in sentences]
    tokens: list[Token] = []
    gap_start = begun = 0
    for first, last in words_in(folded, text):
        start, end = folded.span(first, last)
        begun_before = begun
        while begun < len(starts) and starts[begun] <= start:
            begun += 1
        gap = folded.text[gap_start:first]
        joint = _joint(gap, begun > begun_before, tokens[-1] if tokens else None)
        tokens.append(_token(text[start:end], start, end, folded.text[first:last], joint))
        gap_start = last
    return tokens


def _joint(gap: str, new_sentence: bool, before: Token | None) -> Joint:
    """How a word stands behind the gap before it."""
    if gap == " " and not new_sentence and before is not None:
        return WITHIN
    new_line = before is None or "\n" in gap
    begins = new_line or new_sentence
    bond = _bond(gap, before) if before is not None and not new_line else Bond.NONE
    if bond is Bond.DOT or (bond is not Bond.NONE and not begins):
        return (False, False, bond)
    quoted = _opens_quotation(gap, begins)
    return (begins or quoted or gap.rstrip()[-1:] in OPENERS, quoted, Bond.NONE)


def words_in(folded: Folded, text: str) -> Iterator[tuple[int, int]]:
    """The bounds of each word in a folded text, of which `text` is the original."""
    for found in WORD.finditer(folded.text):
        yield found.start(), _with_number(folded, text, found)


def _with_number(folded: Folded, text: str, found: re.Match[str]) -> int:
    """The end of a word, and of the number that is part of it where it is in capitals; others have notes' numbers."""
    end = found.end()
    number = NUMBER.match(folded.text, end) if folded.text[end : end + 1].isdigit() else None
    is_acronym = number and text[slice(*folded.span(found.start(), end))].isupper()
    return number.end() if number and is_acronym else end


def _token(surface: str, start: int, end: int, word: str, joint: Joint) -> Token:
    first = surface[0]
    capital = first.isupper()
    upper = capital and len(word) > 1 and surface.isupper()
    caseless = not capital and first.lower() == first.upper()
    word = word.replace(".", "") if word[-1] == "." else word
    return Token(start, end, word, capital, upper, caseless, *joint)


def _opens_quotation(gap: str, begins: bool) -> bool:
    mark = gap.rstrip()
    return mark[-1:] in QUOTES and (begins or len(mark) > 1)


def _bond(gap: str, before: Token) -> Bond:
    if gap == " ":
        return Bond.SPACE
    if gap == ". ":
        return Bond.DOT if len(before.word) <= LONG_WORD and before.capital else Bond.NONE
    if gap == "." and before.upper and len(before.word) <= SHORT_ACRONYM_PART:
        return Bond.DOT
    if gap in {"'", "-", " & "}:
        return Bond(gap)
    return Bond.SPACE if gap.isspace() else Bond.NONE


def headlines(text: str, tokens: Sequence[Token], title_case: bool) -> list[bool]:
    """For each word, whether it stands in a line all in capitals or, where headlines are so written, in title case."""
    marks: list[bool] = []
    line: list[Token] = []
    for token in tokens:
        if line and "\n" in text[line[-1].end : token.start]:
            marks += [_is_headline(text, line, title_case)] * len(line)
            line = []
        line.append(token)
    return marks + [_is_headline(text, line, title_case)] * len(line)


def _is_headline(text: str, line: Sequence[Token], title_case: bool) -> bool:
    if not line or LINE_END.match(text, line[-1].end):
        return False
    long = [token for token in line if len(token.word) >= LONG_WORD]
    if all(token.upper for token in line):
        return bool(long)
    capital = sum(token.capital for token in long)
    return title_case and len(long) >= HEADLINE_WORDS and capital >= HEADLINE_SHARE * len(long)
