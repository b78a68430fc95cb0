"""Which column of a table is likely what: told by its name, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.read.tables.cell_dates import LONGEST as LONGEST_DATE
from extract.read.tables.cell_dates import parts_of
from extract.read.tables.columns import comparable, names
from extract.read.tables.mapping import Mapping
from extract.read.tables.table import Cell, Table, shown
from extract.read.tables.timeline_programs import columns_of_program

SHORTEST_TEXT = 40
"""Characters that the cells of a column have on average if it holds texts."""

MOST = 0.6
"""Share of a column's cells that are dates, or addresses, where all of them are meant to be."""

DATES_TRIED = 20
"""Cells of a column: those in words take milliseconds each."""

WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def guessed(table: Table, location: str) -> Mapping:
    """The likeliest columns of a table. Fields that nothing tells stay without."""
    if by_program := columns_of_program(table.columns):
        return Mapping(location, table.columns, by_program)
    chosen = chosen_by_name(table.columns)
    told = _by_content(chosen, table)
    settled = _settled(chosen | told)
    return Mapping(location, table.columns, settled, frozenset(told.keys() & settled.keys()))


def chosen_by_name(columns: Sequence[str]) -> dict[str, str]:
    """Columns by field, of those whose names are known."""
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(comparable(column), column)
    found: dict[str, str] = {}
    for field, known in names().items():
        for column in (by_name[name] for name in known if name in by_name):
            if column not in found.values():
                found.setdefault(field, column)
    return found


def _by_content(chosen: dict[str, str], table: Table) -> dict[str, str]:
    told: dict[str, str] = {}
    free = [column for column in table.columns if column not in chosen.values()]
    is_event = "start" in chosen or "edtf" in chosen
    if "url" not in chosen:
        told |= _first("url", _addresses(table, free), told)
    if "date" not in chosen and not is_event:
        told |= _first("date", _dates(table, free), told)
    if "text" not in chosen and not (is_event and ("headline" in chosen or "title" in chosen)):
        told |= _first("text", _texts(table, free), told)
    return told


def _first(field: str, candidates: Iterator[str], taken: dict[str, str]) -> dict[str, str]:
    column = next((column for column in candidates if column not in taken.values()), None)
    return {field: column} if column is not None else {}


def _filled(table: Table, column: str) -> list[Cell]:
    return [row.cell(column) for row in table.sample if row.words(column)]


def _addresses(table: Table, columns: list[str]) -> Iterator[str]:
    for column in columns:
        cells = _filled(table, column)
        if cells and sum(WEB.fullmatch(shown(cell)) is not None for cell in cells) >= MOST * len(cells):
            yield column


def _dates(table: Table, columns: list[str]) -> Iterator[str]:
    for column in columns:
        cells = _filled(table, column)[:DATES_TRIED]
        if not cells or len(shown(cells[0])) > LONGEST_DATE:
            continue
        if sum(_is_date(cell) for cell in cells) >= MOST * len(cells):
            yield column


def _is_date(cell: Cell) -> bool:
    """Whether it says more than a number of four figures, which may count anything."""
    parts = parts_of(cell, day_first=True, language=None)
    return parts is not None and parts[1] is not None


def _texts(table: Table, columns: list[str]) -> Iterator[str]:
    lengths = {column: _mean_length(_filled(table, column)) for column in columns}
    longest = sorted(columns, key=lambda column: -lengths[column])
    yield from (column for column in longest if lengths[column] >= SHORTEST_TEXT)


def _mean_length(cells: list[Cell]) -> float:
    lengths = [len(cell) for cell in cells if isinstance(cell, str) and not WEB.fullmatch(cell.strip())]
    return sum(lengths) / len(cells) if lengths else 0.0


def _settled(chosen: dict[str, str]) -> dict[str, str]:
    """One of two kinds of table. A day and what happened then are an event, where no text stands beside them."""
    if (
        "start" not in chosen
        and "edtf" not in chosen
        and {"headline", "date"} <= chosen.keys()
        and "text" not in chosen
    ):
        chosen = {"start" if field == "date" else field: column for field, column in chosen.items()}
    if "start" in chosen or "edtf" in chosen:
        if not {"headline", "title"} & chosen.keys() and "text" in chosen:
            return {"headline" if field == "text" else field: column for field, column in chosen.items()}
        if {"headline", "title"} & chosen.keys():
            return chosen
    return {field: column for field, column in chosen.items() if field not in {"start", "end", "edtf", "words"}}
