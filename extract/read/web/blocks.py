"""A tree of HTML as paragraphs of plain text, in reading order, however deep and broken the tree is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "title", "ul", "head", "item", "list", "quote",
})  # fmt: skip
"""Elements that stand on lines of their own; the last four are what an extractor calls them."""

ROWS = frozenset({"tr", "row"})
CELLS = frozenset({"td", "th", "cell"})
BREAKS = frozenset({"br", "lb"})
AS_SET = frozenset({"pre", "code"})
"""Elements whose line breaks are meant."""

NO_TEXT = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "select", "button", "textarea", "input", "datalist", "map",
})  # fmt: skip
"""Elements that hold nothing to read."""

BETWEEN_CELLS = " | "

MOST_BLOCKS_IN_CELL = 1
"""A cell of more lays out the page; one of so many holds data."""

_BLANK_LINES = re.compile(r"\n{2,}")


def paragraphs(root: HtmlElement, is_skipped: Callable[[HtmlElement], bool] | None = None) -> list[str]:
    """The text below an element, white space as browsers show it; rows of a table are lines of one paragraph."""
    writer = _Writer()
    walk = etree.iterwalk(root, events=("start", "end"))
    passed_over: HtmlElement | None = None
    for event, element in walk:
        if event == "start":
            if element.tag in NO_TEXT or (is_skipped is not None and is_skipped(element)):
                passed_over = element
                walk.skip_subtree()
            else:
                writer.begin(element)
            continue
        if element is not passed_over:
            writer.end(element)
        if element is not root:
            writer.say(element.tail, _is_set(element.getparent()))
    writer.end_paragraph()
    return writer.done


def joined(parts: Iterable[str]) -> str:
    """Paragraphs as one text, parted by empty lines."""
    return "\n\n".join(parts)


def _is_set(element: HtmlElement | None) -> bool:
    return element is not None and element.tag in AS_SET


@dataclass(slots=True)
class _Writer:
    """The paragraph that is being written, and those that are done."""

    done: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    cells: list[HtmlElement] = field(default_factory=list)
    """Those of data that are open."""
    is_first_cell: bool = True

    def begin(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in ROWS:
            self._end_row()
            self.is_first_cell = True
        elif tag in CELLS:
            self._begin_cell(element)
        elif tag in BREAKS:
            self.end_line()
        elif tag in BLOCKS:
            self.end_paragraph()
        self.say(element.text, tag in AS_SET)

    def end(self, element: HtmlElement) -> None:
        tag = element.tag
        if self.cells and self.cells[-1] is element:
            self.cells.pop()
        elif tag in ROWS:
            self._end_row()
        elif tag in BLOCKS or tag in CELLS:
            self.end_paragraph()

    def say(self, text: str | None, as_set: bool = False) -> None:
        if not text:
            return
        first, *more = text.split("\n") if as_set else (text,)
        self.words.append(first)
        for line in more:
            self.end_line()
            self.words.append(line)

    def end_line(self) -> None:
        """Ends a line, but in a cell, which is one."""
        if self.cells:
            self.words.append(" ")
            return
        self.lines.append(" ".join("".join(self.words).split()))
        self.words.clear()

    def end_paragraph(self) -> None:
        self.end_line()
        if not self.cells:
            self.done += filter(None, (part.strip() for part in _BLANK_LINES.split("\n".join(self.lines))))
            self.lines.clear()

    def _end_row(self) -> None:
        """A row is a line; what stands between two of them is none."""
        if "".join(self.words).strip():
            self.end_line()

    def _begin_cell(self, cell: HtmlElement) -> None:
        blocks = sum(1 for _ in islice(cell.iterdescendants(*BLOCKS), MOST_BLOCKS_IN_CELL + 1))
        if self.cells or blocks > MOST_BLOCKS_IN_CELL:
            self.end_paragraph()
            return
        if not self.is_first_cell:
            self.words.append(BETWEEN_CELLS)
        self.is_first_cell = False
        self.cells.append(cell)
