"""Text reduced to what matters for comparing: no case, no accents, one form of digits, dashes and quotes.

Every folded character knows where it stood, so that what is found in folded text can be marked in the original.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import accumulate

TATWEEL = "\u0640"
"""Arabic's stretching character: it changes a word's looks and nothing else."""

DROPPED_CATEGORIES = frozenset({"Mn", "Me", "Cf"})
"""Marks that sit on another character, and invisible ones (soft hyphen, joiners, direction marks)."""

APOSTROPHES = "\u2018\u2019\u201b\u02bc\u00b4\u0384\u1fbf`"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb"

LETTER_VARIANTS = {"ς": "σ", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ı": "i", "ە": "ه"}
"""Letters that writers of one language use for one another, or that change with their place in the word."""


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in DROPPED_CATEGORIES or character == TATWEEL:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Pd" or character == "\u2212":
        return "-"
    if category == "Zs":
        return " "
    if character in APOSTROPHES:
        return "'"
    if character in DOUBLE_QUOTES:
        return '"'
    lowered = character.lower()[0]
    base, *marks = tuple(unicodedata.normalize("NFD", lowered))
    folded = base if all(unicodedata.category(mark) in DROPPED_CATEGORIES for mark in marks) else lowered
    return LETTER_VARIANTS.get(folded, folded)


class _Table(dict[int, str]):
    """What `str.translate` asks: fills itself with each character on its first use."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origin[i]` is where its character i stood, None where nothing was dropped."""

    text: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that became `text[start:end]`, with the marks that belonged to its end."""
        if self.origin is None:
            return start, end
        if start == end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end]

    def at(self, position: int) -> int:
        """The first folded character that stood at or after a position of the original."""
        if self.origin is None:
            return position
        low, high = 0, len(self.origin) - 1
        while low < high:
            middle = (low + high) // 2
            if self.origin[middle] < position:
                low = middle + 1
            else:
                high = middle
        return low


def fold(text: str) -> str:
    """The folded text alone, for words and search terms that need no way back."""
    return text.translate(_TABLE)


def fold_with_origin(text: str) -> Folded:
    """The folded text with the way back to the original; costs no more than `fold` where nothing is dropped."""
    folded = text.translate(_TABLE)
    if len(folded) == len(text):
        return Folded(folded, None)
    lengths = [len(_TABLE[ord(character)]) for character in text]
    ends = accumulate(lengths)
    kept = [position for position, (length, _) in enumerate(zip(lengths, ends, strict=True)) if length]
    return Folded(folded, (*kept, len(text)))
