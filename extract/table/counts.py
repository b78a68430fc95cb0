"""How much a selection holds, and how much it would hold with another value of one filter."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from extract.table.columns import NONE, Coded, Columns, Ints
from extract.table.filters import Filters, Mark
from extract.table.selection import TIME, EventTable, coded, marked, window


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a selection holds."""

    claims: int
    undated: int
    sources: int
    languages: int


@dataclass(frozen=True, slots=True)
class Within:
    """How many claims lie in the window for sure, and how many may, whichever of them is asked for."""

    sure: int
    possible: int


def count(table: EventTable, filters: Filters) -> Counts:
    """Claims of the selection, those without a date, and the sources and languages they come from."""
    columns, rows = table.columns, table.select(filters).rows
    undated = len(rows) - int(columns.dated[rows].sum())
    return Counts(len(rows), undated, _different(columns.source, rows), _different(columns.language, rows))


def held(table: EventTable) -> Counts:
    """All that the library holds, with the sources in which nothing was found."""
    row = table.library.connection.execute("SELECT count(*), count(DISTINCT language) FROM sources").fetchone()
    return replace(count(table, Filters()), sources=row[0], languages=row[1])


def facet(table: EventTable, filters: Filters, name: str, most: int | None = None) -> dict[str, int]:
    """The values of a filter with their numbers of claims under all the other filters, most first; so many at most.

    `name` is that of its field.
    """
    columns, rows = table.columns, table.select(filters).but(name)
    if name == "actors":
        return ranked(columns.actors, actors_of(columns, rows)[0], most)
    column = coded(columns)[name]
    return ranked(column, column.codes[rows], most)


def numbers(table: EventTable, filters: Filters, name: str, names: tuple[str, ...]) -> dict[str, int]:
    """The numbers of claims of some values of a filter under all the other filters."""
    columns, rows = table.columns, table.select(filters).but(name)
    column = columns.actors if name == "actors" else coded(columns)[name]
    codes = actors_of(columns, rows)[0] if name == "actors" else column.codes[rows]
    counts = np.bincount(codes[codes != NONE], minlength=len(column.names))
    return dict.fromkeys(names, 0) | {column.names[code]: int(counts[code]) for code in column.codes_of(names)}


def within(table: EventTable, filters: Filters) -> Within:
    """The claims that lie in the window surely and possibly, under all the other filters."""
    columns, rows = table.columns, table.select(filters).but(TIME)
    sure, possible = (int(window(columns, filters, sure=sure)[rows].sum()) for sure in (True, False))
    return Within(sure, possible)


def at_least(table: EventTable, filters: Filters, steps: tuple[int, ...]) -> dict[int, int]:
    """For each number of independent sources, the claims whose story so many tell, under all the other filters."""
    columns, rows = table.columns, table.select(filters).but("voices")
    voices = columns.voices[columns.story[rows]]
    return {step: int((voices >= step).sum()) for step in steps}


def as_sure(table: EventTable, filters: Filters, steps: tuple[float, ...]) -> dict[float, int]:
    """For each confidence, the claims that are as sure of their date, under all the other filters."""
    confidence = table.columns.confidence[table.select(filters).but("confidence")]
    return {step: int((confidence >= np.float32(step)).sum()) for step in steps}


def with_marks(table: EventTable, filters: Filters) -> dict[str, int]:
    """For each thing that people may say of claims, those of which they do, under all the other filters."""
    rows = table.select(filters).but("marks")
    return {mark: int(marked(table.columns, mark)[rows].sum()) for mark in Mark}


def told_in(table: EventTable, filters: Filters, name: str) -> dict[str, int]:
    """For each language the claims whose story is told in it, or not, under all filters but the two by that.

    `name` is "told" or "untold".
    """
    columns = table.columns
    stories = columns.story[table.select(filters).but("told_in")]
    found: dict[str, int] = {}
    for code, language in enumerate(columns.language.names):
        told = columns.told_in(code)[stories]
        found[language] = int(told.sum() if name == "told" else len(told) - told.sum())
    return found


def _different(column: Coded, rows: Ints) -> int:
    return int(np.count_nonzero(np.bincount(column.codes[rows], minlength=1)))


def actors_of(columns: Columns, rows: Ints) -> tuple[Ints, Ints]:
    """The codes of the actors of some claims, and the claim of each."""
    chosen = np.zeros(len(columns), dtype=bool)
    chosen[rows] = True
    theirs = chosen[columns.actor_rows]
    return columns.actors.codes[theirs], columns.actor_rows[theirs]


def ranked(column: Coded, codes: Ints, most: int | None) -> dict[str, int]:
    """Names by how often their codes occur, then by themselves."""
    counts = np.bincount(codes[codes != NONE], minlength=len(column.names))
    found = np.flatnonzero(counts)
    if most is not None and len(found) > most:  # with all that are as frequent as the last of them
        least = np.partition(counts[found], -most)[-most]
        found = found[counts[found] >= least]
    ranked = sorted(((column.names[code], int(counts[code])) for code in found), key=lambda each: (-each[1], each[0]))
    return dict(ranked[:most])
