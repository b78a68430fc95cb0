"""The claims of a selection in order: one page of them, the first, and where one stands among all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from extract.store.columns import EventRow
from extract.store.query import AMONG
from extract.store.reading import Claim, claims
from extract.table.columns import Columns, Ints
from extract.table.filters import Filters, Order
from extract.table.selection import EventTable

ROWS_AT_ONCE = 1_000
"""Rows read together: some megabytes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in the order of a selection, from 1, and the claims beside it."""

    position: int
    before: str | None
    after: str | None


def ordered(table: EventTable, filters: Filters, order: Order = Order.TIME) -> Ints:
    """The places in the table of the claims of a selection, in order."""
    columns, rows = table.columns, table.select(filters).rows
    whole = columns.by_time if order is Order.TIME else columns.by_weight
    if len(rows) == len(columns):
        return whole
    chosen = np.zeros(len(columns), dtype=bool)
    chosen[rows] = True
    found: Ints = whole[chosen[whole]]
    return found


def page(table: EventTable, filters: Filters, order: Order, first: int, most: int) -> list[Claim]:
    """So many claims of a selection from a place in its order, from 0."""
    return claims_of(table, names(table.columns, ordered(table, filters, order)[first : first + most]))


def rows(table: EventTable, filters: Filters, order: Order = Order.TIME) -> Iterator[EventRow]:
    """The rows of a selection in order, some at a time; those that the library does not hold any more left out."""
    every = ordered(table, filters, order)
    for at in range(0, len(every), ROWS_AT_ONCE):
        events = names(table.columns, every[at : at + ROWS_AT_ONCE])
        found = {row.event_id: row for row in table.library.rows(f"event_id {AMONG}", (json.dumps(events),))}
        yield from (found[event] for event in events if event in found)


def undated(table: EventTable, filters: Filters, most: int) -> list[Claim]:
    """The first of the claims of a selection that have no date."""
    rows = ordered(table, filters)
    return claims_of(table, names(table.columns, rows[~table.columns.dated[rows]][:most]))


def selected(table: EventTable, filters: Filters, events: Sequence[str]) -> frozenset[str]:
    """Which of some claims filters let through."""
    rows = table.columns.rows_called(events)
    return frozenset(names(table.columns, rows[table.select(filters).objections[rows] == 0]))


def claims_of(table: EventTable, events: Sequence[str]) -> list[Claim]:
    """Some claims, in their order; those that the library does not hold any more left out."""
    found = {
        claim.row.event_id: claim for claim in claims(table.library, f"event_id {AMONG}", json.dumps(list(events)))
    }
    return [found[event] for event in events if event in found]


def first(table: EventTable, filters: Filters) -> str | None:
    """The first claim of the selection; None where it has none."""
    return next(iter(names(table.columns, ordered(table, filters)[:1])), None)


def place(table: EventTable, filters: Filters, event_id: str, order: Order = Order.TIME) -> Place | None:
    """Where a claim stands in the selection; None where the filters leave it out."""
    rows = ordered(table, filters, order)
    at = np.flatnonzero(np.isin(rows, table.columns.rows_called([event_id])))
    if not len(at):
        return None
    position = int(at[0])
    beside = names(table.columns, rows[max(position - 1, 0) : position + 2])
    before = beside[0] if position else None
    after = beside[-1] if position + 1 < len(rows) else None
    return Place(position + 1, before, after)


def names(columns: Columns, rows: Ints) -> list[str]:
    """The ids of some claims."""
    found: list[str] = columns.event_ids.take(pa.array(rows)).to_pylist()
    return found
