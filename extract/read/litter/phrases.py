"""Phrases with which litter begins, as patterns: what their dots may stand for, and what comes behind them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.text.fold import fold

SIGNS = re.compile(r"[^\w\"'©]*")
"""What may stand before litter on its line: bullets, arrows, brackets, pictures; never a quotation mark, behind which
somebody speaks."""

LONGEST_GAP = 150
"""Characters that may stand for the dots in a notice: a site's name, or the headline of a post."""

LONGEST_TAIL = 150
"""Characters of the rest of a notice's sentence; a longer one tells of something."""

YEARS = r"\d{1,8}(?:\s?-\s?\d{1,8})?"
SENTENCE_TAIL = rf"(?:[^.!?…。؟\d]|\.(?=\w)){{0,{LONGEST_TAIL}}}(?:[.!?…。؟]+|\Z)"
"""The rest of a notice's sentence: without figures, for whoever gives any tells of something."""
LINK_SIGN = r"\s*(?:[:：|｜›>→▶►]|\"(?=\s))\s*\S"
"""What stands between "Read more" and a headline; closing guillemets are folded to a plain quotation mark."""
TRAIL_SIGN = r"\s*(?:[>›→]|\"(?=\s))\s*\S"
"""What stands between the steps of a path of pages: "Home > World > Europe"."""
LABEL_SIGN = r"\s*[:：]\s*(?=\S)"
WORD_END = r"(?!\w)"


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Phrases with which litter begins; compared with few of them, by the first character."""

    by_first: dict[str, str]
    """Patterns, compiled when the first line asks for one: most are of other scripts than a run's documents."""

    def end(self, folded: str, start: int = 0) -> int | None:
        """Where a phrase that begins at `start` ends, with what its pattern takes behind it; None for no phrase."""
        pattern = self.by_first.get(folded[start : start + 1])
        found = _compiled(pattern).match(folded, start) if pattern else None
        return found.end() if found else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def without_signs(folded: str) -> str:
    """A folded line from where it says something."""
    return SIGNS.sub("", folded, count=1)


def beginnings(phrases: Iterable[str], behind: str) -> Beginnings:
    """The phrases, three dots in them for any words and # for a year, with a pattern of what comes behind."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        folded = without_signs(fold(phrase))
        by_first[folded[0]].append(_pattern(folded))
    return Beginnings({first: f"(?:{'|'.join(each)}){behind}" for first, each in by_first.items()})


def _pattern(folded: str) -> str:
    escaped = re.escape(folded).replace(r"\ ", r"\s*")
    return escaped.replace(r"\.\.\.", f".{{0,{LONGEST_GAP}}}?").replace(r"\#", YEARS)
