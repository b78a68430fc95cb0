"""The intervals of a selection's dated claims: what histograms over time are counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.dates.interval import Interval
from extract.table.columns import Bools, Columns, Ints
from extract.table.filters import Filters
from extract.table.selection import EventTable


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """For each of some claims its first day, the day after its last, and whether its date is sure."""

    start: Ints
    end: Ints
    sure: Bools

    def __len__(self) -> int:
        return len(self.start)

    def extent(self, within: Interval) -> Interval | None:
        """The stretch that holds all intervals which reach into another one, as far as they do."""
        inside = (self.start < within.end) & (self.end > within.start)
        if not inside.any():
            return None
        start, end = int(self.start[inside].min()), int(self.end[inside].max())
        return Interval(max(start, within.start), min(end, within.end))

    def within(self, stretch: Interval) -> Spans:
        """Those that reach into a stretch."""
        inside = (self.start < stretch.end) & (self.end > stretch.start)
        return Spans(self.start[inside], self.end[inside], self.sure[inside])

    def core(self, left_out: float) -> Interval | None:
        """The stretch that leaves out such a share of the claims at either end; None where none is left."""
        if not len(self):
            return None
        start = int(np.quantile(self.start, left_out, method="inverted_cdf"))
        end = int(np.quantile(self.end, 1 - left_out, method="inverted_cdf"))
        return Interval(start, end) if end > start else None

    def counted(self, edges: Sequence[int]) -> tuple[list[int], list[int]]:
        """For each bin between two edges, how many claims lie in it for sure, and how many others may."""
        bounds, bins = np.asarray(edges), len(edges) - 1
        inside = (self.end > bounds[0]) & (self.start < bounds[-1])
        start, end = self.start[inside], self.end[inside]
        first = np.clip(np.searchsorted(bounds, start, side="right") - 1, 0, bins - 1)
        last = np.clip(np.searchsorted(bounds, end, side="left") - 1, 0, bins - 1)
        certain = self.sure[inside] & (first == last) & (start >= bounds[0]) & (end <= bounds[-1])
        begun = np.bincount(first[~certain], minlength=bins + 1)
        ended = np.bincount(last[~certain] + 1, minlength=bins + 1)
        sure = np.bincount(first[certain], minlength=bins)
        return sure.tolist(), np.cumsum(begun - ended)[:bins].tolist()


def spans(table: EventTable, filters: Filters) -> Spans:
    """The intervals of the selection's dated claims."""
    return spans_of(table.columns, table.select(filters).rows)


def spans_of(columns: Columns, rows: Ints) -> Spans:
    """The intervals of those of some claims that are dated."""
    rows = rows[columns.dated[rows]]
    return Spans(columns.start[rows], columns.end[rows], columns.sure[rows])


def in_time(columns: Columns, rows: Ints) -> Ints:
    """Those of some claims that are dated, by time."""
    chosen = np.zeros(len(columns), dtype=bool)
    chosen[rows] = True
    chosen &= columns.dated
    order: Ints = columns.by_time[chosen[columns.by_time]]
    return order
