"""The stories of a selection: how many there are, which matter most, which claims tell them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np

from extract.store.query import AMONG
from extract.store.weights import Weighed, weights_of
from extract.table.columns import Columns, Ints
from extract.table.filters import Filters
from extract.table.selection import EventTable


def count_dated(table: EventTable, filters: Filters) -> int:
    """How many stories the dated claims of a selection tell."""
    return len(told(table.columns, table.select(filters).rows))


def weightiest(table: EventTable, filters: Filters, most: int) -> list[Weighed]:
    """The stories of a selection's dated claims that matter most in the whole library, the weightiest first."""
    stories = first_stories(table, filters, most)
    known = weights_of(table.library, stories)
    return [known[story_id] for story_id in stories if story_id in known]


def first_stories(table: EventTable, filters: Filters, most: int) -> list[str]:
    """The ids of the weightiest of the stories that dated claims of a selection tell."""
    stories, ranks = told(table.columns, table.select(filters).rows), table.columns.ranks
    if most < len(stories):
        stories = stories[np.argpartition(ranks[stories], most)[:most]]
    called = ids(table, stories)
    return [called[story] for story in stories[np.argsort(ranks[stories])].tolist() if story in called]


def ids_of(table: EventTable, filters: Filters) -> list[str]:
    """The ids of all stories that the claims of a selection tell."""
    told = np.flatnonzero(np.bincount(table.columns.story[table.select(filters).rows], minlength=1))
    return list(ids(table, told).values())


def ids(table: EventTable, stories: Ints) -> dict[int, str]:
    """The ids of some stories, by their places in the columns; those that are gone from the library left out."""
    columns = table.columns
    rows = np.flatnonzero(np.isin(columns.story, stories))
    one = dict(zip(columns.story[rows].tolist(), columns.ids[rows].tolist(), strict=True))
    found = table.library.connection.execute(
        f"SELECT id, story_id FROM events WHERE id {AMONG}", (json.dumps(list(one.values())),)
    )
    names = dict(found.fetchall())
    return {story: names[id_] for story, id_ in one.items() if id_ in names}


def rows_of(table: EventTable, filters: Filters, stories: Sequence[str]) -> dict[str, Ints]:
    """The dated claims of a selection that tell some stories, for each of these."""
    columns, rows = table.columns, table.select(filters).rows
    places = columns.stories_called(stories)
    rows = rows[columns.dated[rows]]
    rows = rows[np.isin(columns.story[rows], list(places.values()))]
    return {story: rows[columns.story[rows] == places[story]] for story in stories if story in places}


def told(columns: Columns, rows: Ints) -> Ints:
    """The stories, by their places in the columns, that the dated ones of some claims tell."""
    counts = np.bincount(columns.story[rows[columns.dated[rows]]], minlength=1)
    return np.flatnonzero(counts)
