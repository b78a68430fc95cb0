"""Lines put behind one another as one text: with a space, or without one where a word or a number was broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

SOFT_HYPHEN = "\u00ad"
HYPHENS = f"-\u2010{SOFT_HYPHEN}"

WIDE = frozenset({"W", "F"})
"""Widths, in Unicode's terms, of scripts that put no spaces between words, mostly."""

_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")


class Words:
    """The words of a document that do not stand at a line's end: they tell how a broken one is written."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(word.casefold() for word in _WORD.findall(line)[1:-1])

    def are_one(self, first: str, second: str) -> bool:
        """Whether a word's two parts are written as one; that is so unless they stand with a hyphen elsewhere."""
        return self.is_known(first + second) or not self.is_known(f"{first}-{second}")

    def is_known(self, word: str) -> bool:
        """Whether the word stands elsewhere."""
        return word in self._words


def joined(lines: Sequence[str], words: Words) -> str:
    """One text of the lines of a paragraph."""
    text: list[str] = []
    for line in lines:
        if text:
            text[-1], space = _end(text[-1], line, words)
            text.append(space)
        text.append(line)
    return "".join(text).replace(SOFT_HYPHEN, "")


def _end(before: str, after: str, words: Words) -> tuple[str, str]:
    """A line as it stays before the one after it, and what comes between them."""
    if before.endswith(SOFT_HYPHEN):
        return before[:-1], ""
    last = unicodedata.category(before[-1])
    if last == "Pd" and before[-2:-1].isalnum():
        return (before[:-1] if _is_broken(before, after, words) else before), ""
    is_wide = unicodedata.east_asian_width(before[-1]) in WIDE and unicodedata.east_asian_width(after[0]) in WIDE
    return before, "" if is_wide and " " not in before and " " not in after else " "


def _is_broken(before: str, after: str, words: Words) -> bool:
    """Whether the hyphen at a line's end stands there only because the line ended."""
    if before[-1] not in HYPHENS or not before[-2].isalpha() or not after[0].isalpha() or after[0].isupper():
        return False
    first, second = _WORD.findall(before[:-1])[-1].casefold(), _WORD.findall(after)[0].casefold()
    return words.are_one(first, second) if after[0].islower() else words.is_known(first + second)
