"""Tables as documents or ready-made events, a row each, whatever their file and whatever their columns are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Named
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from extract.errors import Unreadable
from extract.read.format import HEAD_BYTES, Format
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece, Text
from extract.read.tables.cell_dates import day_first, is_undecided
from extract.read.tables.delimited import is_delimited, rows_of_text
from extract.read.tables.event_tables import event_of
from extract.read.tables.guess import guessed
from extract.read.tables.json_rows import is_json, table_of_json
from extract.read.tables.mapping import Mapping, must_be_usable, overridden
from extract.read.tables.rows import document_of, line
from extract.read.tables.sheets import SUFFIXES, is_meant, is_spreadsheet, tables_of_sheets
from extract.read.tables.table import Cell, Row, Table, of_rows
from extract.read.tables.timeline_programs import is_cover

MOST_COMPLAINTS = 100
"""Rows of one table that are named because they cannot be read; of more, only their number."""

LONGEST_UNSURE = 300
"""Characters of a row's text that may say too little of its language; with more, a text is sure of it."""

ROWS_BESIDE = 20
"""So many rows of a table say in which languages it is."""

ROWS_NAMED = 5
"""Of those that hold no text, or no date."""


def read_table(piece: Piece, limits: Limits, columns: Named[str, str] | None = None) -> Iterator[Found]:
    """A text for each row; `columns` are those that a person has chosen, by field: else the piece tells them.

    Raises Unreadable where no table of the file has columns that can be read, with those that it has.
    """
    is_read = False
    refused: list[Unreadable] = []
    for table in _tables(piece, limits):
        try:
            mapping = _mapped(piece, table, columns or piece.columns)
        except Unreadable as error:
            refused.append(error)
            continue
        is_read = True
        yield from _Reading(piece, limits, table, mapping).found()
    if not is_read:
        raise refused[0] if refused else Unreadable(piece.location, "holds no rows", "give a file that holds a table")


def mapping_of(piece: Piece, limits: Limits) -> Mapping | None:
    """What the columns of a file's first table that can be read are taken for; None where none can be.

    Raises Unreadable where it is no table.
    """
    mappings = (guessed(table, piece.location) for table in _tables(piece, limits))
    return next((mapping for mapping in mappings if mapping.is_usable), None)


def columns_of(piece: Piece, limits: Limits) -> Mapping | None:
    """The columns of a file's first table, and what is known of them; None where it has none."""
    return next((guessed(table, piece.location) for table in _tables(piece, limits)), None)


def _mapped(piece: Piece, table: Table, columns: Named[str, str] | None) -> Mapping:
    mapping = guessed(table, piece.location)
    return must_be_usable(overridden(mapping, columns) if columns else mapping)


def _tables(piece: Piece, limits: Limits) -> Iterator[Table]:
    head = piece.head(HEAD_BYTES)
    if is_spreadsheet(piece, head) or is_meant(piece, head):
        yield from tables_of_sheets(piece, limits)
    elif is_json(head) or piece.suffix in JSON.suffixes:
        yield table_of_json(piece, limits)
    else:
        table = of_rows("", piece.location, rows_of_text(piece, limits))
        if table is not None:
            yield table


@dataclass
class _Reading:
    """A table that is read, and what was passed over."""

    piece: Piece
    limits: Limits
    table: Table
    mapping: Mapping
    rows: int = 0
    without: list[int] = field(default_factory=list)
    without_count: int = 0
    complaints: int = 0

    def found(self) -> Iterator[Found]:
        """All rows."""
        order = self._day_first()
        for row in self.table.rows:
            self.rows += 1
            if self.rows > self.limits.rows:
                reason = f"holds more than {self.limits.rows:,} rows, of which the rest is not read"
                yield Unreadable(self.piece.location, reason, "split it")
                break
            found = row if isinstance(row, Unreadable) else self._read(row, order)
            if isinstance(found, Unreadable):
                self.complaints += 1
            if found is not None and not (isinstance(found, Unreadable) and self.complaints > MOST_COMPLAINTS):
                yield found
        yield from self._passed_over()

    def _read(self, row: Row, order: bool | None) -> Text | Unreadable | None:
        if row.is_empty or is_cover(row, self.mapping):
            return None
        part = f"{self.table.name}/row {row.number}" if self.table.name else f"row {row.number}"
        try:
            if self.mapping.tells_events:
                text = event_of(row, self.mapping, order, f"{self.piece.location}/{part}")
            else:
                text = document_of(row, self.mapping, order)
        except Unreadable as error:
            return error
        if text is not None:
            is_told = text.language or len(text.text) > LONGEST_UNSURE
            return replace(text, part=part, beside=() if is_told else self._beside)
        self.without_count += 1
        self.without += [row.number] if len(self.without) < ROWS_NAMED else []
        return None

    @cached_property
    def _beside(self) -> tuple[str, ...]:
        """What its first rows say."""
        columns = (self.mapping.what, self.mapping.column("text"))
        rows = (" ".join(filter(None, (line(row, column) for column in columns))) for row in self.table.sample)
        return tuple(islice((words[:LONGEST_UNSURE] for words in rows if words), ROWS_BESIDE))

    def _passed_over(self) -> Iterator[Unreadable]:
        if self.complaints > MOST_COMPLAINTS:
            reason = f"has {self.complaints - MOST_COMPLAINTS:,} more rows that cannot be read"
            yield Unreadable(self.piece.location, reason, "put right those that are named before")
        if not self.without_count:
            return
        numbers = ", ".join(map(str, self.without)) + (", ..." if self.without_count > len(self.without) else "")
        missing = "no date, or not what happened" if self.mapping.tells_events else "no text"
        many = self.without_count > 1
        reason = f"has {self.without_count:,} row{'s' * many} with {missing} (row{'s' * many} {numbers})"
        yield Unreadable(self.piece.location, reason, "fill in what is missing, or leave them out")

    def _day_first(self) -> bool | None:
        """Of all dates of the table; it is gone through for that alone where its first rows do not tell."""
        told = day_first(self._dates(self.table.sample))
        if told is not None or not any(map(is_undecided, self._dates(self.table.sample))):
            return told
        again = (table for table in _tables(self.piece, self.limits) if table.name == self.table.name)
        return day_first(self._dates(next(again, self.table).rows))

    def _dates(self, rows: Iterable[Row | Unreadable]) -> Iterator[Cell]:
        columns = [self.mapping.column("date"), self.mapping.column("start"), self.mapping.column("end")]
        for row in rows:
            if isinstance(row, Row):
                yield from (row.cell(column) for column in columns)


def _is_delimited(_piece: Piece, head: bytes) -> bool:
    return is_delimited(head)


def _is_json(_piece: Piece, head: bytes) -> bool:
    return is_json(head)


SPREADSHEET = Format("spreadsheet", SUFFIXES, is_spreadsheet, read_table, holds_many=True)
JSON = Format("JSON table", frozenset({".json", ".jsonl", ".ndjson"}), _is_json, read_table, holds_many=True)
CSV = Format("table", frozenset({".csv", ".tsv", ".tab"}), _is_delimited, read_table, holds_many=True)
