"""Whether a document's right-to-left lines are stored as they are seen or as they are read: told by the evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from extract.read.pdf.rows import SPACE, Sign
from extract.read.pdf.visual import RTL, as_read, direction, mirrored, plain, unstretched

JOIN_NEXT = frozenset({"<initial>", "<medial>"})
JOIN_BEFORE = frozenset({"<medial>", "<final>"})
"""Shapes of letters that are joined to the next one, and to the one before."""

LAST = ("FINAL", "MARBUTA")
"""In the names of letters that only end words."""

STOP = re.compile(r"(FULL STOP|COMMA|SEMICOLON|COLON|QUESTION MARK|EXCLAMATION MARK)$")
"""How names of what stands behind a word, and never before one, end."""

OPENING = frozenset({"Ps", "Pi"})
CLOSING = frozenset({"Pe", "Pf"})

RELIABLE = 0.8
"""Least part of the evidence that agrees; a word has two or three letters that tell, and few that mislead."""

MUCH = 0.1
"""Part of a document's letters that run from right to left from which on it cannot be read without them."""


@dataclass(frozen=True, slots=True)
class Readings:
    """A line that runs from right to left, under each of three assumptions."""

    seen: str
    """It is stored as it is seen, brackets too."""
    half_seen: str
    """It is stored as it is seen, but for brackets, which are stored as they are read."""
    stored: str
    """It is stored as it is read."""


@dataclass(slots=True)
class Evidence:
    """How many signs of a document speak for which assumption, and how much of it runs from right to left."""

    seen: int = 0
    stored: int = 0
    mirrored: int = 0
    unmirrored: int = 0
    leftwards: int = 0
    rightwards: int = 0
    """Lines whose words are stored from the right to the left, and from the left to the right."""
    rtl_letters: int = 0
    letters: int = 0

    def add(self, signs: Sequence[Sign], readings: Readings) -> None:
        """Counts in a line that runs from right to left."""
        for word in _words(signs):
            seen, stored = _testimony(word)
            self.seen += seen
            self.stored += stored
        first, last = (at(signs, key=lambda sign: sign.stored) for at in (min, max))
        self.leftwards += last.left < first.left
        self.rightwards += last.left > first.left
        facing = _facing(readings.seen)
        self.mirrored += max(0, facing)
        self.unmirrored += max(0, -facing)

    @property
    def is_stored(self) -> bool:
        """Whether lines are stored as they are read; what is drawn right is stored as it is seen, mostly."""
        return self.stored > self.seen

    @property
    def is_drawn_rightwards(self) -> bool:
        """Whether lines are stored as they are read, and yet drawn from left to right: so begin and end they there."""
        return self.is_stored and self.rightwards > self.leftwards

    def is_reliable(self) -> bool:
        """Whether the order can be told, or hardly matters."""
        total = self.seen + self.stored
        agreeing = max(self.seen, self.stored)
        return self.rtl_letters <= MUCH * self.letters or agreeing >= RELIABLE * total

    def choose(self, readings: Readings) -> str:
        """The line under the assumption for which most speaks."""
        if self.is_stored:
            return readings.stored
        return readings.half_seen if self.unmirrored > self.mirrored else readings.seen


def readings(signs: Sequence[Sign], *, rtl: bool) -> Readings:
    """A line's three readings, where it is read from right to left as a whole, or in parts."""
    seen = [plain(sign.text) for sign in signs]
    return Readings(
        _text(as_read(seen, rtl=rtl, mirror=True)),
        _text(as_read(seen, rtl=rtl, mirror=False)),
        _text(_as_stored(signs)),
    )


def _text(signs: Sequence[str]) -> str:
    return unstretched(" ".join("".join(signs).split()))


def _as_stored(signs: Sequence[Sign]) -> list[str]:
    """The signs as they are stored, with a space wherever one is seen between those that follow one another."""
    words = accumulate(sign.text == SPACE for sign in signs)
    inked = sorted(
        (sign.stored, word, plain(sign.text)) for sign, word in zip(signs, words, strict=True) if sign.text != SPACE
    )
    before = inked[0][1] if inked else 0
    text: list[str] = []
    for _, word, sign in inked:
        text += [sign] if word == before else [SPACE, sign]
        before = word
    return text


def _words(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """The words of a line that have right-to-left letters, each as it is seen from left to right."""
    for is_space, word in groupby(signs, key=lambda sign: sign.text == SPACE):
        found = list(word)
        if not is_space and any(direction(sign.text) in RTL for sign in found):
            yield found


def _testimony(word: Sequence[Sign]) -> tuple[int, int]:
    """How many of a word's features say that it is stored as it is seen, and how many that it is as it is read."""
    if len(word) < 2:
        return 0, 0
    first, last = word[0].text, word[-1].text
    letters = [sign.text for sign in word if direction(sign.text) in RTL]
    joins = [_joined(left, right) for left, right in pairwise(letters)]
    backwards = all(left.stored > right.stored for left, right in pairwise(word))
    seen = [_is_stop(first) and not _is_stop(last), _is_last(letters[0][-1]), backwards, *(join > 0 for join in joins)]
    stored = [_is_stop(last) and not _is_stop(first), _is_last(letters[-1][-1]), *(join < 0 for join in joins)]
    return (sum(seen), sum(stored)) if len(letters) > 1 else (int(seen[0]), int(stored[0]))


def _joined(left: str, right: str) -> int:
    """Above 0 where the shapes of two letters are joined if the right one is read first, below if the left one is."""
    return (_shape(right) in JOIN_NEXT and _shape(left) in JOIN_BEFORE) - (
        _shape(left) in JOIN_NEXT and _shape(right) in JOIN_BEFORE
    )


@lru_cache(maxsize=4096)
def _shape(letter: str) -> str:
    return unicodedata.decomposition(letter[0]).partition(" ")[0]


@lru_cache(maxsize=4096)
def _is_last(letter: str) -> bool:
    name = unicodedata.name(plain(letter)[-1:] or letter, "")
    return any(word in name for word in LAST)


@lru_cache(maxsize=4096)
def _is_stop(sign: str) -> bool:
    return bool(STOP.search(unicodedata.name(sign[0], "")))


def _facing(text: str) -> int:
    """How many more brackets face the words that they enclose than do not."""
    votes = 0
    for before, bracket, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        kind = unicodedata.category(bracket)
        if mirrored(bracket) == bracket or kind not in OPENING | CLOSING or before.isspace() == after.isspace():
            continue
        votes += 1 if before.isspace() == (kind in OPENING) else -1
    return votes
