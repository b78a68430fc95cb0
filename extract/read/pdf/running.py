"""What stands at the head or foot of page after page, and the numbers of pages, are no part of a document's text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from statistics import median

from extract.read.pdf.lines import Line, Page

FEWEST_PAGES = 3
"""Of a document in which heads and feet are looked for."""

EDGE = 3
"""Lines of a page, from the top and from the bottom, among which they are."""

MOST = 0.4
"""Part of the pages on which a head stands: left and right pages may have their own, and chapters begin without."""

CLOSE = 3
"""A chapter's head stands on one of so many of its pages at least."""

LONG = 10
"""Letters of what stands on the pages of a chapter alone: shorter lines come again by chance."""

LARGER = 1.15
"""Times the size of its head that a title has; a title is kept."""

ONE_HEIGHT = 1.0
"""Parts of its size by which a head may move from page to page."""

LONGEST = 200
"""Characters of a line in which numbers are looked for."""

PICTURE = 0.25
"""Part of a page that pictures cover where what stands beside them may be all that is no picture: a library's stamp."""

_NUMBER = re.compile(r"\d{1,9}")
_FIRST = re.compile(r"^\W*(\d{1,5})(?!\w)")
_LAST = re.compile(r"(?<!\w)(\d{1,5})\W*$")
_DAY = re.compile(
    r"\d[-/.]\d{1,2}[-/.]\d|\d{4}[^\W\d]\s?\d{1,2}[^\W\d]|(?<!\d)\d{1,2}\W{0,3}(?:[^\W\d]+\W{1,3}){0,2}\d{4}(?!\d)"
)
"""What may be a day of a year, in any language; it tells more than a page's number."""


def without_running(pages: Sequence[Page]) -> None:
    """Takes the heads, feet and numbers of pages out of their lines."""
    if len(pages) < FEWEST_PAGES:
        return
    edges = [_edges(page.lines) for page in pages]
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in chain.from_iterable(edges):
        alike[_words(line.text)].append(line)
    running = {id(line) for words, lines in alike.items() for line in _repeated(words, lines, len(pages))}
    running |= {id(line) for at in (0, -1) for line in _counting([edge[at] for edge in edges if edge], len(pages))}
    for page in pages:
        others = [line for line in page.lines if id(line) not in running]
        if others or (page.pictures or 0.0) >= PICTURE:
            page.lines = others
        else:
            page.lines = [line for line in page.lines if _words(line.text) or id(line) not in running]


def _words(text: str) -> str:
    """A line's words without numbers, to be compared; empty where it has none."""
    words = " ".join(_NUMBER.sub(" ", text).casefold().split())
    return words if any(map(str.isalpha, words)) else ""


def _may_be_day(text: str) -> bool:
    return bool(_DAY.search(text[:LONGEST]))


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The lines next to the upper edge and the lower one, from the top down."""
    if not lines:
        return []
    turn = Counter(line.turn for line in lines).most_common(1)[0][0]
    level = sorted((line for line in lines if line.turn == turn), key=lambda line: -line.y)
    at_edge = min(EDGE, (len(level) + 1) // 2)
    return [*level[:at_edge], *level[at_edge:][-at_edge:]]


def _repeated(words: str, lines: Sequence[Line], pages: int) -> list[Line]:
    """Those of some lines with the same words that run over the pages; a day is left in once."""
    fewest = _fewest(pages)
    same = _with_usual_numbers(_at_one_height(lines) if words else lines, fewest)
    found = sorted({line.page for line in same})
    if len(found) < fewest or (words and len(found) < MOST * pages and not _is_chapter(words, found)):
        return []
    return same[1:] if _may_be_day(same[0].text) else same


def _is_chapter(words: str, pages: Sequence[int]) -> bool:
    return len(words) >= LONG and pages[-1] - pages[0] < CLOSE * len(pages)


def _with_usual_numbers(lines: Sequence[Line], fewest: int) -> list[Line]:
    """Those whose numbers are the same on other pages, or count the pages; a number of its own tells something."""
    numbers = [(line, [int(number) for number in _NUMBER.findall(line.text[:LONGEST])]) for line in lines]
    same = Counter((at, number) for _, each in numbers for at, number in enumerate(each))
    counts = Counter((at, number - line.page) for line, each in numbers for at, number in enumerate(each))

    def is_usual(line: Line, at: int, number: int) -> bool:
        if _words(line.text) and same[at, number] >= fewest:
            return True
        return counts[at, number - line.page] >= fewest and not _may_be_day(line.text)

    return [
        line
        for line, each in numbers
        if (each or _words(line.text)) and all(is_usual(line, at, number) for at, number in enumerate(each))
    ]


def _counting(lines: Sequence[Line], pages: int) -> list[Line]:
    """Those of the outermost lines that begin or end with the number of the page, whatever their words."""
    offsets = [
        (int(number) - line.page, line)
        for line in lines
        for number in {*_FIRST.findall(line.text[:LONGEST]), *_LAST.findall(line.text[:LONGEST])}
        if not _may_be_day(line.text)
    ]
    usual = Counter(offset for offset, _ in offsets).most_common(1)
    if not usual or usual[0][1] < max(_fewest(pages), MOST * pages):
        return []
    return _at_one_height([line for offset, line in offsets if offset == usual[0][0]])


def _at_one_height(lines: Sequence[Line]) -> list[Line]:
    """Those that stand where most do, and are no larger: what is larger is a title with the same words."""
    height, size = median(line.y for line in lines), median(line.size for line in lines)
    return [line for line in lines if abs(line.y - height) <= ONE_HEIGHT * line.size and line.size <= LARGER * size]


def _fewest(pages: int) -> int:
    """Pages on which something stands that runs over them; the first page may be without."""
    return min(FEWEST_PAGES, pages - 1)
