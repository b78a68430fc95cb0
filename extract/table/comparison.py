"""Stories beside one another, and what each source, publisher or language gives as their dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd

from extract.agreement import Agreement
from extract.model import Status
from extract.table.agreement import CODES
from extract.table.columns import Coded, Columns, Ints
from extract.table.counts import ranked
from extract.table.filters import Alone, Filters, Order
from extract.table.order import names
from extract.table.selection import EventTable, alone
from extract.table.stories import ids, told

MOST_GIVEN = 3
"""Dates of one cell that are shown: more would be a list, and no cell."""


class Across(StrEnum):
    """Who tells: what the columns of a comparison stand for."""

    LANGUAGE = "language"
    SOURCE = "source"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Given:
    """A date that some give, by one of their claims."""

    event_id: str
    agreement: Agreement
    """How it stands to what its story is taken to say."""
    sources: int
    """How many of them give it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """All that one source, publisher or language tells of a story."""

    agreement: Agreement
    """A conflict where any of its claims conflicts; else it agrees where any gives the story's days."""
    given: tuple[Given, ...]
    """What agrees first, then what conflicts, then what most sources give."""
    more: int = 0
    """Dates beyond these."""


SHOWN_IN_ORDER = (Agreement.AGREE, Agreement.CONFLICT, Agreement.COMPATIBLE)
"""Of a cell's dates: what it has in common with others, then what it has not."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A story and what is told of it."""

    story_id: str
    event_id: str
    """The claim with the date to show."""
    agreement: Agreement
    """Of all who tell it, whoever is shown."""
    voices: int
    languages: int
    cells: Mapping[str, Cell] = field(default_factory=dict)
    """By who tells; those who are silent left out."""


@dataclass(frozen=True, slots=True)
class Stories:
    """So many of the stories that dated claims of a selection tell, from a place in their order, from 0."""

    filters: Filters
    order: Order
    first: int
    most: int

    def places(self, table: EventTable) -> Ints:
        """Their places in the columns."""
        return ordered(table, self.filters, self.order)[self.first : self.first + self.most]


def tally(table: EventTable, filters: Filters) -> dict[str, int]:
    """How many stories stand how, under all filters but that by this."""
    stories = told(table.columns, table.select(filters).but("agreements"))
    counts = np.bincount(table.agreements().of_story[stories], minlength=len(CODES))
    return {agreement: int(counts[code]) for agreement, code in CODES.items() if agreement is not Agreement.SILENT}


def only(table: EventTable, filters: Filters) -> dict[str, int]:
    """How many stories have but one independent source, or language, under all filters but that by this."""
    stories = told(table.columns, table.select(filters).but("alone"))
    return {one: int(alone(table, (one,))[stories].sum()) for one in Alone}


def page(table: EventTable, stories: Stories, across: Across, tellers: Sequence[str]) -> list[Compared]:
    """Some stories of a selection, and what those tell of them whom the columns stand for.

    What is told is of all claims of the library: what is filtered out is not silent.
    """
    places = stories.places(table)
    every = table.agreements()
    called, dated_by = ids(table, places), names(table.columns, every.dated_by[places])
    told_by = cells(table, _rows(table.columns, places), across, tellers)
    return [
        Compared(
            called[place],
            event_id,
            list(Agreement)[every.of_story[place]],
            int(table.columns.voices[place]),
            int(every.languages[place]),
            {teller: told_by[place, teller] for teller in tellers if (place, teller) in told_by},
        )
        for place, event_id in zip(places.tolist(), dated_by, strict=True)
        if place in called
    ]


def fullest(table: EventTable, stories: Stories, across: Across, most: int) -> tuple[str, ...]:
    """Who tells most of some stories, so many at most."""
    column, rows = column_of(table.columns, across), _rows(table.columns, stories.places(table))
    told_by = pd.DataFrame({"story": table.columns.story[rows], "code": column.codes[rows]}).drop_duplicates()
    return tuple(ranked(column, told_by["code"].to_numpy(), most))


def position(table: EventTable, filters: Filters, order: Order, story_id: str) -> int | None:
    """Where a story stands among those of a selection, from 0; None where no dated claim of it is selected."""
    place = table.columns.stories_called([story_id]).get(story_id)
    found = np.flatnonzero(ordered(table, filters, order) == place)
    return int(found[0]) if len(found) else None


def ordered(table: EventTable, filters: Filters, order: Order) -> Ints:
    """The stories of a selection's dated claims, by their places in the columns: by weight, or by their dates."""
    columns = table.columns
    stories = told(columns, table.select(filters).rows)
    if order is Order.WEIGHT:
        return stories[np.argsort(columns.ranks[stories])]
    by = table.agreements().dated_by[stories]
    return stories[np.lexsort((by, columns.end[by], columns.start[by]))]


def cells(table: EventTable, rows: Ints, across: Across, tellers: Sequence[str]) -> dict[tuple[int, str], Cell]:
    """What some claims tell, by the places of their stories and by who tells."""
    column = column_of(table.columns, across)
    rows = rows[np.isin(column.codes[rows], column.codes_of(tuple(tellers)))]
    dates = _dates(table, rows, column)
    found: defaultdict[tuple[int, str], list[Given]] = defaultdict(list)
    events = names(table.columns, dates["row"].to_numpy())
    described = (dates[name].tolist() for name in ("story", "code", "rank", "sources"))
    for event_id, story, code, rank, sources in zip(events, *described, strict=True):
        found[story, column.names[code]].append(Given(event_id, SHOWN_IN_ORDER[rank], sources))
    return {where: _cell(given) for where, given in found.items()}


def column_of(columns: Columns, across: Across) -> Coded:
    """The column of those who tell."""
    known = {Across.LANGUAGE: columns.language, Across.SOURCE: columns.source, Across.PUBLISHER: columns.publisher}
    return known[across]


def _rows(columns: Columns, stories: Ints) -> Ints:
    """The claims that tell some stories."""
    chosen = np.zeros(len(columns.story_keys), dtype=bool)
    chosen[stories] = True
    return np.flatnonzero(chosen[columns.story])


def _dates(table: EventTable, rows: Ints, column: Coded) -> pd.DataFrame:
    """Each date that somebody gives of a story, with how many sources give it and the best claim that does."""
    columns, every = table.columns, table.agreements()
    place_of = {name: place for place, name in enumerate(Status)}
    status = np.array([place_of[Status(name)] for name in columns.status.names], dtype=np.int64)
    claims = pd.DataFrame({
        "story": columns.story[rows], "code": column.codes[rows], "start": columns.start[rows],
        "end": columns.end[rows], "mod": columns.mod.codes[rows], "odd": every.odd[rows], "same": every.same[rows],
        "row": rows, "source": columns.source.codes[rows], "status": status[columns.status.codes[rows]],
    })  # fmt: skip
    claims = claims.sort_values(["status", "row"], kind="stable")
    given = claims.groupby(["story", "code", "start", "end", "mod", "odd", "same"], sort=False)
    found = given.agg(row=("row", "first"), sources=("source", "nunique")).reset_index()
    found["rank"] = np.select([found["odd"], found["same"]], [1, 0], 2)
    return found.sort_values(["rank", "sources", "start", "end"], ascending=[True, False, True, True], kind="stable")


def _cell(given: Sequence[Given]) -> Cell:
    every = {each.agreement for each in given}
    worst = Agreement.CONFLICT if Agreement.CONFLICT in every else given[0].agreement
    return Cell(worst, tuple(given[:MOST_GIVEN]), max(len(given) - MOST_GIVEN, 0))
