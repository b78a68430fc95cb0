"""The event table as a workbook that spreadsheets open: every text is text, and what was made how stands in a sheet.

Nothing is a formula, a link or a date of the spreadsheet's own, which knows none before 1900. Cells are guarded so that
they stay text when somebody edits them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from itertools import chain, islice
from typing import BinaryIO

from pydantic import BaseModel
from xlsxwriter import Workbook
from xlsxwriter.format import Format as Style
from xlsxwriter.worksheet import Worksheet

from extract.export.cells import in_cell
from extract.export.form import Format
from extract.export.manifest import Manifest, Outcome, lines_of, manifest_of
from extract.export.selection import Selection
from extract.export.wording import words
from extract.label import in_line

MOST_ROWS = 1_048_575
"""Rows of one sheet beside the line of its columns; more go on in another sheet."""

LONGEST_TEXT = 32_767
"""What a cell holds, in units of UTF-16 as spreadsheets count them."""

BYTES_PER_UNIT = 2

CUT_SIGN = "\u2026[cut]"
"""Ends a text of which a part is missing."""

LARGEST_NUMBER = 2**53
"""Spreadsheets count larger whole numbers wrongly: these are text."""

LIKE_MARKUP = ("<r>", "</r>")
"""Between these the library that writes the file takes a text for markup of its own."""

WIDTHS = {"headline": 60, "title": 60, "sentence": 80, "explanation": 50, "actors": 36, "source_title": 40, "link": 40,
          "source_url": 40, "date_text": 22, "differences": 50, "dates": 30, "event_ids": 20}  # fmt: skip
"""Of columns, in characters; of the others the usual one."""

USUAL_WIDTH = 14
ABOUT_WIDTHS = (22, 110)

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

INK, PAPER, RULE = "#22211F", "#F4F1EB", "#D9D4C9"


@dataclass(slots=True)
class _Book:
    """A workbook that is being written."""

    file: Workbook
    columns: Sequence[str]
    cut: int = 0
    styles: dict[str, Style] = field(default_factory=dict)

    def sheet(self, name: str, widths: Iterable[int]) -> Worksheet:
        sheet = self.file.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return sheet

    def put(self, sheet: Worksheet, at: int, cells: Iterable[object], style: str = "text") -> None:
        """Write a line of cells; what is empty stays so."""
        for place, value in enumerate(cells):
            if isinstance(value, bool):
                sheet.write_boolean(at, place, value)
            elif isinstance(value, int | float) and abs(value) <= LARGEST_NUMBER:
                sheet.write_number(at, place, value)
            elif text := self._fitting(in_cell(value)):
                sheet.write_string(at, place, text, self.styles[style])

    def _fitting(self, text: str) -> str:
        if text.startswith(LIKE_MARKUP[0]) and text.endswith(LIKE_MARKUP[1]):
            text += " "
        if len(text) <= LONGEST_TEXT // 2 or _units(text) <= LONGEST_TEXT:  # no character takes more than two units
            return text
        self.cut += 1
        return _first(text, LONGEST_TEXT - len(CUT_SIGN)) + CUT_SIGN


def write_workbook(
    rows: Iterable[BaseModel], stream: BinaryIO, selection: Selection, most_rows: int = MOST_ROWS
) -> Outcome:
    """The rows in as many sheets as they need, and the manifest in one more. Of a cell too long the rest is missing."""
    with Workbook(stream, OPTIONS) as file:
        book = _Book(file, tuple(selection.model.model_fields))
        _style(book, selection)
        remaining = iter(rows)
        told = words(selection.said.language)
        name = told.say("workbook.claims" if selection.holds_claims else "workbook.stories")
        _table(book, name, islice(remaining, most_rows))
        number = 2
        while (first := next(remaining, None)) is not None:
            _table(book, f"{name} {number}", chain([first], islice(remaining, most_rows - 1)))
            number += 1
        outcome = Outcome(altered={"cut": book.cut}, parts={"limit": f"{LONGEST_TEXT:,}", "sign": CUT_SIGN})
        _about(book, manifest_of(selection, Format.XLSX, outcome))
    return outcome


def _style(book: _Book, selection: Selection) -> None:
    moment = selection.said.moment.astimezone(UTC).replace(tzinfo=None)
    book.file.set_properties({"title": in_line(selection.said.title), "created": moment})
    plain = {"valign": "top", "font_color": INK}
    book.styles = {
        "text": book.file.add_format(plain | {"quote_prefix": True}),
        "head": book.file.add_format(plain | {"bold": True, "bg_color": PAPER, "bottom": 1, "bottom_color": RULE}),
        "wrapped": book.file.add_format(plain | {"quote_prefix": True, "text_wrap": True}),
    }


def _table(book: _Book, name: str, rows: Iterable[BaseModel]) -> None:
    sheet = book.sheet(name, [WIDTHS.get(column, USUAL_WIDTH) for column in book.columns])
    sheet.freeze_panes(1, 0)
    book.put(sheet, 0, book.columns, "head")
    last = 0
    for last, row in enumerate(rows, 1):
        book.put(sheet, last, [getattr(row, column) for column in book.columns])
    sheet.autofilter(0, 0, last, len(book.columns) - 1)


def _about(book: _Book, manifest: Manifest) -> None:
    told = words(manifest.language)
    sheet = book.sheet(told.say("workbook.about"), ABOUT_WIDTHS)
    at = 0
    for at, line in enumerate(lines_of(manifest)):
        book.put(sheet, at, line, "wrapped")
    book.put(sheet, at + 2, (told.say("manifest.column"), told.say("manifest.meaning")), "head")
    for place, column in enumerate(manifest.columns, at + 3):
        book.put(sheet, place, (column.name, column.meaning), "wrapped")


def _units(text: str) -> int:
    """How many units of UTF-16 a text takes."""
    return len(text.encode("utf-16-le")) // BYTES_PER_UNIT


def _first(text: str, units: int) -> str:
    """As much of a text's beginning as so many units of UTF-16 hold, in whole characters."""
    return text.encode("utf-16-le")[: units * BYTES_PER_UNIT].decode("utf-16-le", errors="ignore")
