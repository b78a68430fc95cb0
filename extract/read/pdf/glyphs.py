"""The letters of a PDF's page, each where it stands, whatever way its line is turned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_GLYPHS = 200_000
"""Of one page: a page of a newspaper holds thirty thousand."""

FARTHEST = 1e5
"""Points from the origin; no page is larger than 14,400, and what stands farther off is a mistake."""

STRAIGHT = 0.97
"""Least cosine between a line and the page's edge (14 degrees): scans lie askew, stamps across a page lie more so."""

SAME_LINE = 0.5
"""Parts of a size by which letters may differ in height and be on one line."""

Matrix = Sequence[float]


class Glyph(NamedTuple):
    """One or more letters that are drawn as one; its place, in points, as if its line ran from left to right."""

    text: str
    left: float
    right: float
    y: float
    """Of its baseline, upwards."""
    size: float
    turn: int
    """By how many quarters its line is turned on the page."""


@dataclass(slots=True)
class Drawn:
    """What a page draws."""

    glyphs: list[Glyph] = field(default_factory=list)
    """In the order in which they are stored."""
    pictures: int = 0
    picture_area: float = 0.0
    """Of all pictures, in square points."""
    is_damaged: bool = False
    """Whether a part of it could not be drawn."""

    def is_full(self) -> bool:
        """Whether it holds more than a page can."""
        return len(self.glyphs) >= MOST_GLYPHS

    def add_picture(self, matrix: Matrix) -> None:
        """A picture fills the unit square, which the matrix lays on the page."""
        self.pictures += 1
        self.picture_area += abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])

    def reword(self, start: int, text: str) -> None:
        """The glyphs from that one on stand for that text, in its right order; it replaces them if they are a line."""
        covered = self.glyphs[start:]
        if not covered:
            return
        first = covered[0]
        if any(abs(each.y - first.y) > SAME_LINE * first.size or each.turn != first.turn for each in covered):
            return
        left, right = min(each.left for each in covered), max(each.right for each in covered)
        self.glyphs[start:] = [first._replace(text=text, left=left, right=right)] if text else []


@dataclass(frozen=True, slots=True)
class Line:
    """A line on which glyphs are set: where it begins, which way it goes on, and how high its letters are."""

    start: Matrix
    """From the space of the text to that of the page."""
    size: float
    """Of the font, in the space of the text."""
    vertical: bool

    def place(self, text: str, at: float, advance: float) -> Glyph | None:
        """A glyph so far along the line; None where it stands askew, is without size, or nowhere near the page."""
        a, b, c, d, x, y = self.start
        height = math.hypot(c, d)
        if not height:
            return None
        up = c / height, d / height
        if self.vertical:  # a column is a line of a page that is turned
            a, b, up = -c, -d, (up[1], -up[0])
        turn = _turn(*up)
        if turn is None:
            return None
        left, level = _seen(turn, x + a * at, y + b * at)
        right = left + _seen(turn, a * advance, b * advance)[0]
        size = abs(self.size) * height
        if not 0 < size < FARTHEST or max(abs(left), abs(right), abs(level)) > FARTHEST:
            return None
        return Glyph(text, min(left, right), max(left, right), level, size, turn)


def _turn(across: float, upwards: float) -> int | None:
    """In quarters, from where a line's letters have their heads."""
    if max(abs(across), abs(upwards)) < STRAIGHT:
        return None
    if abs(upwards) > abs(across):
        return 0 if upwards > 0 else 2
    return 1 if across < 0 else 3


def _seen(turn: int, x: float, y: float) -> tuple[float, float]:
    """A point of the page by who turns it until the line is level."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
