"""A table: its columns by name, and its rows with the numbers that a spreadsheet shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from math import isnan

from extract.errors import Unreadable
from extract.read.tables.cell_dates import day_of
from extract.read.tables.columns import is_known

SAMPLE_ROWS = 200
"""By which it is told what the columns are."""

SAMPLE_LETTERS = 5_000_000
"""Where rows are as long as books, fewer of them tell it."""

HEADER_WITHIN = 20
"""Rows that are not empty among which the names of the columns stand; above them people write titles and remarks."""

LONGEST_COLUMN_NAME = 80
"""Characters. A longer cell is no name."""

MOST_COLUMNS = 20_000
"""Spreadsheets have 16,384; what has more is no table."""

LETTERS = 26
GUARDED = re.compile(r"'(?=[=+\-@\t])")
"""An apostrophe that keeps a spreadsheet from running a cell; Dateline's own tables have it too."""

Cell = str | int | float | bool | date | time | timedelta | None
RawRow = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number, as a spreadsheet shows it, and its cells by the names of their columns."""

    number: int
    cells: dict[str, Cell]

    def cell(self, column: str | None) -> Cell:
        """What stands in a column, None where nothing does or there is no such column."""
        return self.cells.get(column) if column else None

    def words(self, column: str | None) -> str:
        """The same as text."""
        return shown(self.cell(column))

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(map(shown, self.cells.values()))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file, to be gone through once."""

    name: str
    """Of its sheet; empty where the file is one table."""
    columns: tuple[str, ...]
    sample: tuple[Row, ...]
    """Its first rows."""
    rest: Iterator[Row | Unreadable]

    @property
    def rows(self) -> Iterator[Row | Unreadable]:
        """All rows, and those that cannot be read as why."""
        return chain(self.sample, self.rest)


def shown(cell: Cell) -> str:
    """A cell as text: whole numbers without a point, days without midnight."""
    match cell:
        case None:
            return ""
        case str():
            return GUARDED.sub("", cell.strip(), count=1) if cell.startswith("'") else cell.strip()
        case float() if cell.is_integer():
            return str(int(cell))
        case float() if isnan(cell):  # as programs write what is missing
            return ""
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(" ")
        case _:
            return str(cell)


def of_rows(name: str, location: str, raw: Iterable[RawRow | Unreadable]) -> Table | None:
    """The table of a file of rows, one of which names the columns; None where no row holds anything.

    Raises Unreadable where they have more columns than tables have.
    """
    rows = iter(raw)
    first = _first_filled(rows)
    header = _header(first)
    if header is None:
        return None
    at, columns = header
    if len(columns) > MOST_COLUMNS:
        raise Unreadable(
            location, f"has more than {MOST_COLUMNS:,} columns", "see what parts its cells, and save it anew"
        )
    following = chain(first[at:], rows)
    parsed = (_row(location, columns, each) for each in following)
    return sampled(name, columns, parsed)


def sampled(name: str, columns: tuple[str, ...], rows: Iterator[Row | Unreadable]) -> Table:
    """A table of rows, the first of which are looked at before they are read."""
    sample: list[Row] = []
    broken: list[Unreadable] = []
    held = 0
    for row in islice(rows, SAMPLE_ROWS):
        if isinstance(row, Unreadable):
            broken.append(row)
            continue
        sample.append(row)
        held += sum(len(cell) for cell in row.cells.values() if isinstance(cell, str))
        if held > SAMPLE_LETTERS:
            break
    return Table(name, columns, tuple(sample), chain(broken, rows))


def _first_filled(rows: Iterator[RawRow | Unreadable]) -> list[RawRow | Unreadable]:
    first: list[RawRow | Unreadable] = []
    for row in rows:
        if isinstance(row, Unreadable) or any(map(shown, row[1])):
            first.append(row)
        if len(first) >= HEADER_WITHIN:
            break
    return first


def _header(first: list[RawRow | Unreadable]) -> tuple[int, tuple[str, ...]] | None:
    """Where the rows begin that are data, and the names of the columns."""
    filled = [(at, row[1]) for at, row in enumerate(first) if not isinstance(row, Unreadable)]
    if not filled:
        return None
    known, negative, cells = max((sum(is_known(shown(cell)) for cell in row), -at, row) for at, row in filled)
    if known:
        return 1 - negative, _named(cells)
    at, cells = next(((at, row) for at, row in filled if sum(map(bool, map(shown, row))) > 1), filled[0])
    if any(_is_data(cell) for cell in cells):
        return at, _named([None] * max(len(row) for _, row in filled))
    return at + 1, _named(cells)


def _is_data(cell: Cell) -> bool:
    """Whether a cell is no name of a column."""
    if not isinstance(cell, str):
        return cell is not None
    text = cell.strip()
    return len(text) > LONGEST_COLUMN_NAME or text.startswith(("http://", "https://")) or day_of(text) is not None


def _named(cells: Sequence[Cell]) -> tuple[str, ...]:
    """A name of its own for each column: the letters that a spreadsheet shows where it has none."""
    names: dict[str, None] = {}
    times: Counter[str] = Counter()
    for place, cell in enumerate(cells):
        name = own = " ".join(shown(cell).split()) or column_letters(place)
        while own in names:
            times[name] += 1
            own = f"{name} ({times[name] + 1})"
        names[own] = None
    return tuple(names)


def column_letters(place: int) -> str:
    """What a spreadsheet shows above a column, of which the first is 0: A to Z, AA ..."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def _row(location: str, columns: tuple[str, ...], raw: RawRow | Unreadable) -> Row | Unreadable:
    if isinstance(raw, Unreadable):
        return raw
    number, cells = raw
    if any(map(shown, cells[len(columns) :])):
        reason = f"has {len(cells)} cells, and its table {len(columns)} columns"
        return Unreadable(f"{location}/row {number}", reason, "put its longer cells in quotation marks")
    return Row(number, dict(zip(columns, cells, strict=False)))
