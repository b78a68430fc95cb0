"""Letters of a page put together to rows, and rows taken apart where a wide gap may part columns."""

from __future__ import annotations

import statistics
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extract.read.pdf.glyphs import Glyph

ROW_HEIGHT = 0.4
"""Parts of the larger size by which letters of one row may differ in height: note marks are raised by a third."""

WORD_GAP = 0.17
"""Parts of a size from which a gap parts words: a space is a quarter, a narrow one a fifth; letters move by a tenth."""

COLUMN_GAP = 1.0
"""Parts of a size from which a gap may part columns, too; within words and between them it is seldom that wide."""

SAME_PLACE = 0.2
"""Parts of its width by which a letter may stand beside itself where it is drawn twice to look bold."""

RAISED = 0.2
SMALLER = 0.85
"""Parts of a row's size by which a note mark is higher at least, and to which it is smaller at most."""

SPACE = " "


class Sign(NamedTuple):
    """What stands at one place of a row: a letter with its marks, a ligature, or a space."""

    text: str
    stored: int
    """Its number in the order in which the page is stored; that of a space that is only a gap is the one before."""
    left: float
    right: float


@dataclass(slots=True)
class Segment:
    """A part of a row that no wide gap interrupts, as it is seen from left to right."""

    signs: list[Sign]
    y: float
    size: float
    turn: int

    @property
    def left(self) -> float:
        """Where it begins, in points."""
        return self.signs[0].left

    @property
    def right(self) -> float:
        """Where it ends, in points."""
        return self.signs[-1].right


Numbered = tuple[int, Glyph]


def segments(glyphs: Sequence[Glyph]) -> list[Segment]:
    """All rows from the top down, each from left to right; lines that are turned come after those that are most."""
    turns: dict[int, list[Numbered]] = {}
    for number, glyph in enumerate(glyphs):
        turns.setdefault(glyph.turn, []).append((number, glyph))
    found: list[Segment] = []
    for turned in sorted(turns.values(), key=len, reverse=True):
        for row in _rows(turned):
            found += _segments(row)
    return found


def joined(parts: Sequence[Segment]) -> Segment:
    """Segments of one row as one."""
    if len(parts) == 1:
        return parts[0]
    signs: list[Sign] = []
    for part in sorted(parts, key=lambda each: each.left):
        if signs:
            signs.append(Sign(SPACE, signs[-1].stored, signs[-1].right, part.left))
        signs += part.signs
    largest = max(parts, key=lambda each: each.right - each.left)
    return Segment(signs, largest.y, largest.size, largest.turn)


def _rows(glyphs: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    row: list[Numbered] = []
    y = size = 0.0
    for numbered in sorted(glyphs, key=lambda each: (-each[1].y, each[1].left)):
        glyph = numbered[1]
        if row and y - glyph.y > ROW_HEIGHT * max(size, glyph.size):
            yield row
            row = []
        if not row or (glyph.size > size and glyph.text != SPACE):
            y, size = glyph.y, glyph.size
        row.append(numbered)
    if row:
        yield row


def _segments(row: list[Numbered]) -> Iterator[Segment]:
    inked = _with_marks(_once(sorted((each for each in row if each[1].text != SPACE), key=lambda each: each[1].left)))
    spaces = sorted(each[1].left for each in row if each[1].text == SPACE)
    part: list[Numbered] = []
    for numbered in inked:
        if part and numbered[1].left - part[-1][1].right > COLUMN_GAP * max(numbered[1].size, part[-1][1].size):
            yield _segment(part, spaces)
            part = []
        part.append(numbered)
    if part:
        yield _segment(part, spaces)


def _once(row: list[Numbered]) -> Iterator[Numbered]:
    """A row without what is drawn again in the same place."""
    before: Glyph | None = None
    for number, glyph in row:
        is_same = before is not None and before.text == glyph.text and abs(before.y - glyph.y) < ROW_HEIGHT
        if before is None or not is_same or glyph.left - before.left > SAME_PLACE * (glyph.right - glyph.left):
            yield number, glyph
            before = glyph


def _with_marks(row: Iterable[Numbered]) -> list[Numbered]:
    """A row in which marks have gone to the letters that they stand on, after which they are read."""
    bases: list[Numbered] = []
    marks: list[Numbered] = []
    for each in row:
        (marks if all(map(unicodedata.combining, each[1].text)) else bases).append(each)
    if not bases:
        return marks
    lefts = [glyph.left for _, glyph in bases]
    for _, mark in sorted(marks):
        at = max(0, bisect_right(lefts, (mark.left + mark.right) / 2) - 1)
        number, base = bases[at]
        bases[at] = number, base._replace(text=base.text + mark.text)
    return bases


def _segment(part: list[Numbered], spaces: list[float]) -> Segment:
    glyphs = [glyph for _, glyph in part]
    size = statistics.median_high(glyph.size for glyph in glyphs)
    y = statistics.median_low(glyph.y for glyph in glyphs if glyph.size >= SMALLER * size)
    # Where all letters are set apart, only wider gaps part words.
    usual = statistics.median(
        [
            after.left - before.right
            for before, after in pairwise(glyphs)
            if before.text.isalpha() and after.text.isalpha()
        ]
        or [0.0]
    )
    gap = WORD_GAP * size + max(0.0, usual)
    signs: list[Sign] = []
    for number, glyph in part:
        if signs and (glyph.left - signs[-1].right > gap or _has_space(spaces, signs[-1], glyph)):
            signs.append(Sign(SPACE, signs[-1].stored, signs[-1].right, glyph.left))
        is_mark = glyph.size < SMALLER * size and glyph.y - y > RAISED * size
        signs.append(Sign(_raised(glyph.text) if is_mark else glyph.text, number, glyph.left, glyph.right))
    return Segment(signs, y, size, glyphs[0].turn)


def _has_space(spaces: list[float], before: Sign, after: Glyph) -> bool:
    """Whether a space is set between two letters; it may begin a little before the first one's end."""
    at = bisect_right(spaces, after.left)
    return at > 0 and spaces[at - 1] >= (before.left + before.right) / 2


def _raised(text: str) -> str:
    """A note mark's digits as digits that are no part of the number before them."""
    return "".join(
        unicodedata.lookup(f"SUPERSCRIPT {unicodedata.name(each)[len('DIGIT ') :]}") if each in "0123456789" else each
        for each in text
    )
