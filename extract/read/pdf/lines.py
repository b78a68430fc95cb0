"""The lines of a PDF's page as text, in the order in which they are read, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from extract.read.pdf.columns import lines
from extract.read.pdf.fonts import UNKNOWN
from extract.read.pdf.glyphs import Drawn
from extract.read.pdf.order import Evidence, Readings, readings
from extract.read.pdf.rows import Segment, segments
from extract.read.pdf.visual import RTL, direction, plain


@dataclass(slots=True)
class Line:
    """A line of a page; where it stands is told in points."""

    page: int
    text: str
    readings: Readings | None
    """What the text may be where some of it runs from right to left."""
    rtl: bool
    """Whether it is read from the right as a whole."""
    left: float
    right: float
    y: float
    size: float
    turn: int

    @property
    def start(self) -> float:
        """Where it begins; numbers rise the way it is read."""
        return -self.right if self.rtl else self.left

    @property
    def end(self) -> float:
        """Where it ends."""
        return -self.left if self.rtl else self.right


@dataclass(slots=True)
class Page:
    """What a page says."""

    number: int
    lines: list[Line]
    unknown: float
    """Part of its letters of which the file does not tell which they are."""
    pictures: float | None = None
    """Part of it that pictures cover, None where it has none."""


def read_page(number: int, drawn: Drawn, evidence: Evidence) -> Page:
    """The lines of a page; what tells how right-to-left text is stored is added to the evidence."""
    parts = segments(drawn.glyphs)
    letters = rtl_letters = 0
    for glyph in drawn.glyphs:
        way = direction(glyph.text)
        rtl_letters += way in RTL
        letters += way in RTL or way == "L"
    evidence.letters += letters
    evidence.rtl_letters += rtl_letters
    rtl = 2 * rtl_letters > letters
    found = [_line(number, line, evidence, rtl=rtl) for line in lines(parts, rtl=rtl)]
    unknown = sum(glyph.text == UNKNOWN for glyph in drawn.glyphs)
    return Page(number, found, unknown / max(1, unknown + letters))


def _line(page: int, line: Segment, evidence: Evidence, *, rtl: bool) -> Line:
    ways = [direction(sign.text) for sign in line.signs]
    turned = sum(way in RTL for way in ways)
    place = line.left, line.right, line.y, line.size, line.turn
    if not turned:
        text = " ".join(plain("".join(sign.text for sign in line.signs)).split())
        return Line(page, text, None, rtl, *place)
    mostly = rtl or turned >= ways.count("L")
    found = readings(line.signs, rtl=mostly)
    evidence.add(line.signs, found)
    return Line(page, found.seen, found, mostly, *place)
