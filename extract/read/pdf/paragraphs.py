"""The paragraphs of a PDF, put together from its lines by where these stand, over columns and pages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.read.pdf.lines import Line

SAME_SIZE = 0.08
"""Parts of a size by which lines of one paragraph may differ."""

NARROW = 0.15
"""Where the usual distance stands among those from line to line: wider ones may be as many, and part paragraphs."""

MARGIN = 2.0
"""Points by which lines may start apart that start at the same margin: scans are not exact."""

FEWEST_LINES = 4
"""Of a column in which the line that reaches farthest may be an exception."""

WIDER = 1.25
"""Times the usual distance that parts paragraphs: programs put a third of a line between them, or a whole one."""

FEWEST_DISTANCES = 4
"""Of lines of one size, for their own usual distance."""

USUAL_DISTANCE = 1.2
"""Parts of a size from line to line, where nothing tells."""

INDENT = 0.8
"""Parts of a size by which a first line is indented at least; lines of one margin differ by a tenth."""

ROOM = 0.6
"""Parts of a size that a line has left beside the next one's first word, if that would have had its place there."""

SHORT = 0.75
"""Part of the full width to which a line reaches at most that ends a paragraph without a stop, as headings do."""

NOTES_BETWEEN = 6
"""Paragraphs in smaller type that may stand between the two parts of one that goes on overleaf."""

FARTHEST_LETTER = 8
"""Signs of a line among which its first letter stands."""

_LETTER = re.compile(r"[^\W_]")
_STOP = re.compile(r"[.!?…؟۔।。！？][\s\"'”’»›)\]״]*$")
"""How a sentence ends."""


class Block:
    """Lines of one column and size, one below the other, and where most of them begin and end, as they are read."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        starts = Counter(round(line.start / MARGIN) for line in lines)
        most = max(starts.values())
        usual = min(start for start, count in starts.items() if count == most)
        self.margin = min(line.start for line in lines if round(line.start / MARGIN) == usual)
        ends = sorted(line.end for line in lines)
        self.end = ends[-2] if len(ends) >= FEWEST_LINES else ends[-1]

    def indent(self, line: Line) -> float:
        """How many sizes a line starts behind the margin."""
        return (line.start - self.margin) / line.size

    def room(self, line: Line) -> float:
        """How many sizes a line leaves free at its end."""
        return (self.end - line.end) / line.size

    def is_short(self, line: Line) -> bool:
        """Whether it ends far from where full lines do."""
        return line.end - self.margin < SHORT * (self.end - self.margin)

    def is_centred(self, line: Line) -> bool:
        """Whether it stands in the middle."""
        return self.indent(line) > INDENT and abs(self.indent(line) - self.room(line)) < INDENT

    def has_room(self, line: Line, after: Line) -> bool:
        """Whether the first word of the line after it would have had its place in it."""
        word = len(after.text.split(" ", 1)[0]) / len(after.text) * (after.end - after.start)
        return self.room(line) > word / line.size + ROOM


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph, and the block in which the last of them stands."""

    lines: list[Line]
    block: Block


def paragraphs(pages: Iterable[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of a document, given the lines of its pages; none of them is empty."""
    blocks = [Block(lines) for page in pages for lines in _columns(page)]
    usual = _usual_distances(blocks)
    found: list[Paragraph] = []
    for block in blocks:
        paragraph = _going_on(found, block)
        if paragraph is None:
            found.append(paragraph := Paragraph([], block))
        paragraph.lines.append(block.lines[0])
        paragraph.block = block
        for before, line in pairwise(block.lines):
            if _begins(before, line, block, usual.get(round(line.size), USUAL_DISTANCE)):
                found.append(paragraph := Paragraph([], block))
            paragraph.lines.append(line)
    return found


def _columns(page: Sequence[Line]) -> Iterator[list[Line]]:
    column: list[Line] = []
    for line in page:
        if column and (line.y >= column[-1].y or not _alike(column[-1], line)):
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _usual_distances(blocks: Iterable[Block]) -> dict[int, float]:
    """From line to line for each size, in sizes: the narrow one of those that occur."""
    of_size: dict[int, list[float]] = defaultdict(list)
    for block in blocks:
        for before, line in pairwise(block.lines):
            of_size[round(line.size)].append((before.y - line.y) / line.size)
    everywhere = [distance for distances in of_size.values() for distance in distances]
    return {
        size: _narrow(distances if len(distances) >= FEWEST_DISTANCES else everywhere)
        for size, distances in of_size.items()
    }


def _narrow(distances: list[float]) -> float:
    return sorted(distances)[int(NARROW * len(distances))]


def _alike(first: Line, second: Line) -> bool:
    """Whether lines are set so that they may be of one paragraph."""
    is_one_size = abs(first.size - second.size) <= SAME_SIZE * max(first.size, second.size)
    return is_one_size and (first.turn, first.rtl) == (second.turn, second.rtl)


def _begins(before: Line, line: Line, block: Block, usual: float) -> bool:
    """Whether a paragraph begins with a line that stands below another one."""
    is_far = before.y - line.y > WIDER * usual * line.size
    is_beside = line.left > before.right or line.right < before.left
    if is_far or is_beside or _is_item(line.text):
        return True
    if block.is_centred(before) and block.is_centred(line):
        return False
    stops, goes_on = bool(_STOP.search(before.text)), _first_letter(line.text).islower()
    if block.indent(line) > INDENT >= block.indent(before) or block.indent(line) < -INDENT <= block.indent(before):
        return stops or not goes_on
    return block.has_room(before, line) and (stops or (block.is_short(before) and not goes_on))


def _going_on(found: Sequence[Paragraph], block: Block) -> Paragraph | None:
    """The paragraph that a column or page goes on with, None where it begins with a new one."""
    line = block.lines[0]
    for paragraph in found[-1 : -NOTES_BETWEEN - 1 : -1]:
        before = paragraph.lines[-1]
        if _alike(before, line):
            return paragraph if _goes_on(before, paragraph.block, line, block) else None
        if before.size > line.size:
            return None
    return None


def _goes_on(before: Line, above: Block, line: Line, block: Block) -> bool:
    if _STOP.search(before.text) or _is_item(line.text):
        return False
    if _first_letter(line.text).islower():
        return True
    if block.indent(line) > INDENT or above.is_short(before):
        return False
    has_case = _first_letter(line.text).isupper() or line.text[0].isdecimal()
    return not has_case or (len(above.lines) >= FEWEST_LINES and not above.has_room(before, line))


def _first_letter(text: str) -> str:
    """The first letter, or the digit before it, behind quotes and brackets; empty where there is none."""
    found = _LETTER.search(text[:FARTHEST_LETTER])
    return found[0] if found else ""


def _is_item(text: str) -> bool:
    """Whether a line begins with the sign of a list's item."""
    return unicodedata.category(text[0]) == "So" or "BULLET" in unicodedata.name(text[0], "")
