"""The order in which the rows of a page are read: columns one after the other where they are clear, else downwards."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from extract.read.pdf.rows import ROW_HEIGHT, Segment, joined

FEWEST_ROWS = 4
"""Of a column on either side; fewer may be a table, or stand beside one another by chance."""

FEWEST_SIGNS = 18
"""In a usual row of a column: cells of tables are shorter, and belong to those beside them."""

FULLEST = 0.6
"""Part of its column's width that a usual row fills."""

CROSSING = 0.25
"""Most segments, among all, that may run across the space between two columns: titles, and what is set wide."""

DEEPEST = 4
"""How often columns are parted again; that makes sixteen of them."""


def lines(parts: Sequence[Segment], *, rtl: bool) -> list[Segment]:
    """The lines of a page in the order in which they are read; from the right column to the left one where `rtl`."""
    turned = groupby(parts, key=lambda part: part.turn)
    return [line for _, level in turned for line in _ordered(list(level), rtl=rtl, depth=0)]


def _ordered(parts: list[Segment], *, rtl: bool, depth: int) -> Iterator[Segment]:
    gutter = _gutter(parts) if depth < DEEPEST else None
    if gutter is None:
        yield from _rows(parts)
        return
    for is_across, band in groupby(parts, key=lambda part: part.left < gutter < part.right):
        if is_across:
            yield from _rows(band)
            continue
        columns: tuple[list[Segment], list[Segment]] = [], []
        for part in band:
            columns[part.left >= gutter].append(part)
        for column in reversed(columns) if rtl else columns:
            yield from _ordered(column, rtl=rtl, depth=depth + 1)


def _rows(parts: Iterable[Segment]) -> Iterator[Segment]:
    """Segments, which come from the top down, put together where they stand on one line."""
    row: list[Segment] = []
    for part in parts:
        if row and abs(part.y - row[0].y) > ROW_HEIGHT * max(part.size, row[0].size):
            yield joined(row)
            row = []
        row.append(part)
    if row:
        yield joined(row)


def _gutter(parts: Sequence[Segment]) -> float | None:
    """Where the space between two columns lies that fewest segments cross; None where there is none for sure."""
    lefts, rights = sorted(part.left for part in parts), sorted(part.right for part in parts)
    best: tuple[int, int, float] | None = None
    for before, edge in enumerate(rights, start=1):
        behind = len(lefts) - bisect_left(lefts, edge)
        if min(before, behind) >= FEWEST_ROWS:
            candidate = (len(parts) - before - behind, -min(before, behind), edge)
            best = candidate if best is None or candidate < best else best
    if best is None or best[0] > CROSSING * len(parts):
        return None
    edge = best[2]
    behind_edge = lefts[bisect_left(lefts, edge)]
    gutter = (edge + behind_edge) / 2
    left, right = [part for part in parts if part.right <= gutter], [part for part in parts if part.left >= gutter]
    return gutter if _is_column(left) and _is_column(right) and _are_beside(left, right) else None


def _is_column(parts: Sequence[Segment]) -> bool:
    if len(parts) < FEWEST_ROWS:
        return False
    width = max(part.right for part in parts) - min(part.left for part in parts)
    usual = median(part.right - part.left for part in parts)
    return usual >= FULLEST * width and median(len(part.signs) for part in parts) >= FEWEST_SIGNS


def _are_beside(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether two columns have at least half of the lower one's height in common."""
    (left_foot, left_head), (right_foot, right_head) = (
        (min(part.y for part in parts), max(part.y for part in parts)) for parts in (left, right)
    )
    common = min(left_head, right_head) - max(left_foot, right_foot)
    return common >= 0.5 * min(left_head - left_foot, right_head - right_foot)
