"""Sketches of texts, by which copies are told: a hundred-odd numbers that say how much two texts have in common.

A text is taken as the set of its shingles, runs of a few words. Of each of many hash functions the least value over the
set is kept (MinHash): the share of functions in which two texts agree estimates the share of all their shingles that
both have. Equal texts have equal sketches on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from unicodedata import east_asian_width
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from extract.text.fold import fold

WORDS = 3
"""Words of a shingle. A word that is changed costs three of them, and of two news texts that nobody copied at most a
tenth is the same; runs of five would lose more to small changes and tell no more."""

CHARACTERS = 6
"""The same in characters, where no spaces part words: two of some scripts make a word, and four of others."""

LONGEST_WORD = 24
"""Letters and digits in a row. What is longer is a stretch of a script that parts no words, and is taken apart into
characters; so is the rare word of that length, and loses nothing by it."""

FIRST_WIDE = "\u1100"
"""No character before it is wide; wide ones are words or syllables by themselves, and mostly without spaces."""

ROWS = 3
"""Values of a sketch that make a cell: texts meet in a cell where they agree in all three."""

BANDS = 42
"""Cells of a text. Of texts with half of their shingles in common 99.6 % meet in one, of two fifths 94 %, and of a
twentieth one in two hundred."""

FUNCTIONS = BANDS * ROWS
"""Hash functions: of texts with half of their shingles in common, that is told to within 0.09, nineteen times of
twenty."""

FEWEST_SHINGLES = 32
"""Of two sentences. What has fewer may be a template, a caption or an office's one line, which proves nothing: it is
nobody's copy, be it the same."""

COPIED = 2 / 3
"""Of the shorter text, the share that stands in the longer. Another title, a few lines changed and a paragraph more
leave so much; two reports that quote one speech share less, as does a report that was written anew."""

FILLED = 1 / 2
"""Of the longer text, the share that stands in the shorter: what is mostly its own is a voice of its own. Two that have
nothing in common cannot both fill a third so, and a round-up of short texts makes no two of them copies."""

AT_ONCE = 512
"""Shingles that are hashed together: a quarter of a MiB, which stays near to the processor."""

Numbers = NDArray[np.uint64]
Halves = NDArray[np.uint32]

_WORD = re.compile(r"\w+")
_GOLDEN = 0x9E3779B97F4A7C15
_MIXERS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
"""Of splitmix64: what it makes of 0, 1, 2 and so on passes as chance."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to tell its copies."""

    shingles: int
    """How many different ones it has."""
    least: bytes
    """The least value of each function: integers of 32 bits, the low byte first."""


def sketch(text: str) -> Sketch:
    """The sketch of a text; case, accents, punctuation and white space count for nothing."""
    shingles = np.unique(_upper(_shingles(*_tokens(fold(text)))))
    least = np.full(FUNCTIONS, np.iinfo(np.uint32).max, dtype=np.uint32)
    factors, summands = _functions()
    for first in range(0, len(shingles), AT_ONCE):
        values = factors * shingles[first : first + AT_ONCE]
        values += summands
        np.minimum(least, values.min(axis=1), out=least)
    return Sketch(len(shingles), least.astype("<u4").tobytes())


def resemblance(one: Sketch, other: Sketch) -> float:
    """Of the shingles that either text has, the share that both have (Jaccard's), as estimated; 0 to 1."""
    if not one.shingles or not other.shingles:
        return float(one.shingles == other.shingles)
    same = np.count_nonzero(np.frombuffer(one.least, "<u4") == np.frombuffer(other.least, "<u4"))
    return int(same) / FUNCTIONS


def are_copies(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are mostly one: the shorter is the longer's but for some lines, and most of it."""
    shorter, longer = sorted((one.shingles, other.shingles))
    if shorter < FEWEST_SHINGLES:
        return False
    alike = resemblance(one, other)
    common = alike / (1 + alike) * (shorter + longer)
    return common >= COPIED * shorter and common >= FILLED * longer


def cells(made: Sketch) -> tuple[int, ...]:
    """Under what copies find one another: as good as all share one of these, and few others do.

    Signed integers of 64 bits; a text too short to prove anything has none.
    """
    if made.shingles < FEWEST_SHINGLES:
        return ()
    rows = np.frombuffer(made.least, "<u4").astype(np.uint64).reshape(BANDS, ROWS)
    found = _mixed(np.arange(1, BANDS + 1, dtype=np.uint64) * np.uint64(_GOLDEN))
    for place in range(ROWS):
        found = _mixed(found + rows[:, place])
    return tuple(found.view(np.int64).tolist())


def _tokens(folded: str) -> tuple[Numbers, NDArray[np.bool_]]:
    """A number for each word, and each character where no spaces part words; and which of them are characters."""
    numbers, are_characters = [], []
    for run in _WORD.findall(folded):
        is_word = len(run) <= LONGEST_WORD and (run.isascii() or max(run) < FIRST_WIDE)
        for token, is_character in ((run, False),) if is_word else _parts(run):
            numbers.append(crc32(token.encode("utf-8", "surrogatepass")))
            are_characters.append(is_character)
    return np.array(numbers, dtype=np.uint64), np.array(are_characters, dtype=np.bool_)


def _parts(stretch: str) -> Iterator[tuple[str, bool]]:
    """Letters and digits in a row as characters and words, with whether it is a character."""
    if len(stretch) > LONGEST_WORD:
        yield from ((character, True) for character in stretch)
    else:
        for is_wide, run in groupby(stretch, _is_wide):
            letters = "".join(run)
            yield from ((token, is_wide) for token in (letters if is_wide else (letters,)))


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _shingles(tokens: Numbers, are_characters: NDArray[np.bool_]) -> Numbers:
    """The shingle that begins at each token, as a number: of words, or of characters, as that token is."""
    words, characters = _runs(tokens, WORDS), _runs(tokens, CHARACTERS)
    return np.concatenate(
        (words[~are_characters[: len(words)]], characters[are_characters[: len(characters)]]), dtype=np.uint64
    )


def _runs(tokens: Numbers, length: int) -> Numbers:
    """The runs of so many tokens, each as a number."""
    count = max(len(tokens) - length + 1, 0)
    runs = np.full(count, length, dtype=np.uint64)
    for place in range(length):
        runs = _mixed(runs + tokens[place : place + count])
    return runs


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers that differ in any bit, made to differ in half of them."""
    for bits, factor in _MIXERS:
        numbers = (numbers ^ (numbers >> np.uint64(bits))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(31))


def _upper(numbers: Numbers) -> Halves:
    """The upper halves of numbers: with 32 bits, twice as many are hashed at a time."""
    return (numbers >> np.uint64(32)).astype(np.uint32)


@cache
def _functions() -> tuple[Halves, Halves]:
    """The odd factor and the summand of each hash function, as columns."""
    chances = _upper(_mixed(np.arange(1, 2 * FUNCTIONS + 1, dtype=np.uint64) * np.uint64(_GOLDEN)))
    factors, summands = chances.reshape(2, FUNCTIONS, 1)
    return factors | np.uint32(1), summands
