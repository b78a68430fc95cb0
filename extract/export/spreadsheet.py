"""The event table as CSV that a spreadsheet opens rightly and safely, and that comes back as it was.

What a spreadsheet would run as a formula gets an apostrophe in front, and reading takes exactly that away. It may
stand within a text too: a spreadsheet that is set to split at semicolons or tabs finds cells of its own inside ours.
Dates and numbers are never altered.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from pydantic import BaseModel, ValidationError

from extract.errors import LineError, Unreadable
from extract.export.cells import in_cell, may_be_empty, members
from extract.store.columns import COLUMNS, EventRow

BYTE_ORDER_MARK = "\ufeff"
"""By this spreadsheets know UTF-8."""

DATE_COLUMNS = frozenset({"start", "end", "edtf", "timex3", "source_date"})
"""Columns whose cells may begin with a sign by right: years before the year 0 and after 9999."""

DATE_CELL = re.compile(r"[+-]?[0-9XY][0-9A-Z.,~?%/:\[\]-]*")
"""What a date looks like in any of its notations: nothing in it can call a function."""

QUOTES = r"['\"]*+"
"""What may stand before a sign: quotation marks that get lost, and apostrophes that would be taken for ours."""


def _runs(guard: str) -> re.Pattern[str]:
    """Where a formula would begin, behind its guard: a sign, or white space before it that may get lost."""
    signs = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
    other_cell = r"(?<=[;\t\r\n])"
    return re.compile(rf"\A{guard}(?={QUOTES}[\t\r\n])|(?:\A|{other_cell}){guard}(?={QUOTES}{signs})")


RUNS, GUARDED = _runs(""), _runs("'")

FIRST_SIGNS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20'\"\t\r\n")
SEPARATORS = frozenset(";\t\r\n")
"""A text that begins with none of the first, and holds none of the second, needs no closer look."""

LONGEST_CELL = 20_000_000
"""Characters of the longest cell that is read: a whole document without a stop is one sentence."""


OPTIONAL = frozenset(name for name, field in EventRow.model_fields.items() if may_be_empty(field))
"""Columns in which an empty cell says that nothing is known."""

LISTS = tuple(name for name, field in EventRow.model_fields.items() if field.annotation == list[str])
"""Columns that hold several texts."""


def write_csv(rows: Iterable[BaseModel], stream: TextIO, model: type[BaseModel] = EventRow) -> None:
    """Rows of a model under a line of its columns, each in a line (CRLF) of its own, a byte order mark before all.

    Every cell is in quotation marks, so that no character in it can end it. The stream is opened with `newline=""` and
    encodes as UTF-8.
    """
    stream.write(BYTE_ORDER_MARK)
    csv.writer(stream).writerow(model.model_fields)
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(
        [_written(name, getattr(row, name)) for name in model.model_fields] for row in rows
    )


def write_failures(failures: Iterable[Unreadable], stream: TextIO) -> None:
    """What could not be read, each in a line: where it is, why, and what to do. The stream is as for `write_csv`."""
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerow(("where", "why", "what to do"))
    writer.writerows([harmless(cell) for cell in (each.location, each.reason, each.remedy)] for each in failures)


def read_csv(stream: TextIO) -> list[EventRow]:
    """The rows that `write_csv` wrote. Raises LineError, with the line, where one breaks the form."""
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.reader(stream)
        names = next(reader, [])
        if [name.removeprefix(BYTE_ORDER_MARK) for name in names] != list(COLUMNS):
            raise LineError(1, f"the columns must be {', '.join(COLUMNS)}")
        return [_row(cells, reader.line_num) for cells in reader]
    finally:
        csv.field_size_limit(limit)


def harmless(text: str) -> str:
    """A cell's text so that no spreadsheet runs it."""
    if text[:1] not in FIRST_SIGNS and SEPARATORS.isdisjoint(text):
        return text
    return RUNS.sub("'", text)


def _written(column: str, value: object) -> str:
    cell = in_cell(value)
    is_date = column in DATE_COLUMNS and DATE_CELL.fullmatch(cell)
    return harmless(cell) if isinstance(value, str | list) and not is_date else cell


def _unguarded(text: str) -> str:
    return GUARDED.sub("", text)


def _row(cells: list[str], line: int) -> EventRow:
    if len(cells) != len(COLUMNS):
        raise LineError(line, f"{len(cells)} cells, where there are {len(COLUMNS)} columns")
    values: dict[str, object] = {}
    for name, cell in zip(COLUMNS, cells, strict=True):
        text = _unguarded(cell)
        values[name] = None if not cell and name in OPTIONAL else text
    values |= {name: members(str(values[name])) for name in LISTS}
    try:
        return EventRow.model_validate(values)
    except ValidationError as error:
        fault = error.errors()[0]
        raise LineError(line, f"{fault['loc'][0]}: {fault['msg']}") from error
