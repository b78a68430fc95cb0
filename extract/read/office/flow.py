"""The markup of word processors and books as the paragraphs that it sets, taken as it comes and never held as a tree.

A table's row is one paragraph, its cells parted by " | ": what one row says stays in one sentence, and the sign keeps
the numbers of neighbouring cells from reading as one date. A row with text in one cell only is layout, and its
paragraphs stay paragraphs. Text boxes come after the paragraph that they are fixed to, notes after the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

_CHARACTERS = {ord("\t"): " ", ord("\n"): " ", ord("\r"): " ", 0xAD: None}
"""Lines of markup end where they are full, and a soft hyphen says where a word may be parted: neither is text."""

_WIDE = re.compile(r" *\t[ \t]*| {2,}")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


class TooLong(Exception):  # noqa: N818 - it never leaves the readers
    """There is more text than may be read of one document."""


class Paragraph(NamedTuple):
    """A paragraph, and the name of its style where it has one."""

    text: str
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What the elements of a kind of file mean, by their names with their namespaces."""

    blocks: frozenset[str]
    """Begin and end a paragraph."""
    rows: frozenset[str]
    cells: frozenset[str]
    words_in: frozenset[str]
    """Within which characters are text."""
    left_out: frozenset[str]
    """Nothing within is read."""
    signs: Mapping[str, str]
    """Stand for a character: a line break, a tab."""
    insets: frozenset[str] = frozenset()
    """Lie within a paragraph and hold paragraphs of their own that come after it."""
    notes: frozenset[str] = frozenset()
    """Lie within a paragraph and hold paragraphs that come after the text."""
    verbatim: frozenset[str] = frozenset()
    """Within which line breaks count."""
    styles: Mapping[str, str] = field(default_factory=dict)
    """Of elements at a paragraph's beginning, the attribute that names its style."""
    left_out_styles: frozenset[str] = frozenset()
    """Paragraphs of these styles are not read."""


def named(spaces: Iterable[str], names: str) -> frozenset[str]:
    """Names, parted by blanks, in each of the namespaces; "" is none."""
    return frozenset(f"{{{space}}}{name}" if space else name for space in spaces for name in names.split())


def paragraphs_of(chunks: Iterable[bytes], markup: Markup, most: int) -> list[Paragraph]:
    """The paragraphs of an XML file. Raises XMLSyntaxError, and TooLong where there are more characters than `most`."""
    parser = etree.XMLParser(
        target=_Flow(markup, most), resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    return _fed(parser, chunks)


def paragraphs_of_html(chunks: Iterable[bytes], markup: Markup, most: int) -> list[Paragraph]:
    """The same of pages in UTF-8 that would be XML and break its rules."""
    return _fed(etree.HTMLParser(target=_Flow(markup, most), no_network=True, encoding="utf-8"), chunks)


def _fed(parser: etree.XMLParser | etree.HTMLParser, chunks: Iterable[bytes]) -> list[Paragraph]:
    for chunk in chunks:
        parser.feed(chunk)
    paragraphs: list[Paragraph] = parser.close()
    return paragraphs


@dataclass(slots=True)
class _Frame:
    """What holds paragraphs: the text, a row, a cell, a text box, a note."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    cells: list[list[Paragraph]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)
    """Of text boxes, until the paragraph ends."""
    style: str | None = None


class _Flow:
    """Takes the elements of a file in their order, as a target of lxml's parsers."""

    def __init__(self, markup: Markup, most: int) -> None:
        self._markup = markup
        self._room = most
        self._framed = markup.rows | markup.cells | markup.insets | markup.notes
        self._meant = self._framed.union(
            markup.blocks, markup.words_in, markup.left_out, markup.verbatim, markup.signs, markup.styles
        )
        self._frames = [_Frame()]
        self._notes: list[Paragraph] = []
        self._left_out = self._words = self._verbatim = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        markup = self._markup
        if self._left_out or tag in markup.left_out:
            self._left_out += 1
            return
        if tag not in self._meant:  # as are most
            return
        self._words += tag in markup.words_in
        self._verbatim += tag in markup.verbatim
        if tag in markup.blocks:
            self._end_paragraph()
        elif tag in self._framed:
            self._open(tag)
        elif tag in markup.signs:
            self._frames[-1].pieces.append(markup.signs[tag])
        if tag in markup.styles:
            self._frames[-1].style = attributes.get(markup.styles[tag])

    def end(self, tag: str) -> None:
        markup = self._markup
        if self._left_out:
            self._left_out -= 1
            return
        if tag not in self._meant:
            return
        self._words -= tag in markup.words_in
        self._verbatim -= tag in markup.verbatim
        if tag in markup.blocks:
            self._end_paragraph()
        elif tag in self._framed:
            self._close(tag)

    def data(self, text: str) -> None:
        if self._left_out or not self._words:
            return
        self._room -= len(text)
        if self._room < 0:
            raise TooLong
        self._frames[-1].pieces.append(text if self._verbatim else text.translate(_CHARACTERS))

    def close(self) -> list[Paragraph]:
        self._end_paragraph()
        return self._frames[0].paragraphs + self._notes

    def _open(self, tag: str) -> None:
        if tag in self._markup.rows or tag in self._markup.cells:
            self._end_paragraph()
        self._frames.append(_Frame())

    def _close(self, tag: str) -> None:
        self._end_paragraph()
        frame, outer = self._frames.pop(), self._frames[-1]
        if tag in self._markup.cells:
            outer.cells.append(frame.paragraphs)
        elif tag in self._markup.rows:
            outer.paragraphs += _row(frame.cells) + frame.paragraphs
        elif tag in self._markup.notes:
            self._notes += frame.paragraphs
        else:
            outer.after += frame.paragraphs

    def _end_paragraph(self) -> None:
        frame = self._frames[-1]
        if frame.pieces and frame.style not in self._markup.left_out_styles:
            frame.paragraphs += [Paragraph(text, frame.style) for text in _texts("".join(frame.pieces))]
        frame.paragraphs += frame.after
        frame.pieces, frame.after, frame.style = [], [], None


def _row(cells: list[list[Paragraph]]) -> list[Paragraph]:
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return filled[0] if filled else []
    return [Paragraph(" | ".join("\n".join(paragraph.text for paragraph in cell) for cell in filled))]


def _texts(raw: str) -> list[str]:
    """A paragraph without needless white space; where somebody left lines empty in it, there are several."""
    if "\n" not in raw:
        text = _line(raw)
        return [text] if text else []
    parts = ("\n".join(filter(None, map(_line, part.split("\n")))) for part in _EMPTY_LINES.split(raw))
    return [part for part in parts if part]


def _line(raw: str) -> str:
    return _WIDE.sub(lambda run: "\t" if "\t" in run[0] else " ", raw).strip()
