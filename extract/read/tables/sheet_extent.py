"""How many cells a sheet's markup makes, and how many of what it says to hold: seen in passing, before it is opened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

COUNTS = ("count", "uniqueCount")
REFERENCE = re.compile(r"([A-Za-z]{1,7})(\d{1,10})", re.ASCII)
LETTERS = 26
HUGE = 1 << 40
"""Stands for numbers that are none, or beyond all bounds."""


class Extent:
    """The rectangle of one sheet's filled cells, as its markup goes by; a parser's target."""

    def __init__(self) -> None:
        self.repeated = 0
        """Filled cells of ODS, each as often as it says that it comes again."""
        self.largest_count = 0
        """The largest number of anything that is announced."""
        self._row = self._column = 0
        self._first_row = self._first_column = HUGE
        self._last_row = self._last_column = 0
        self._row_times = self._cell_times = 1
        self._is_counted = True

    @property
    def cells(self) -> int:
        """Of the rectangle, empty ones included."""
        height = max(0, self._last_row - self._first_row + 1)
        return max(self.repeated, height * max(0, self._last_column - self._first_column + 1))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match tag.rpartition("}")[2]:
            case "c":
                self._begin_cell(attributes)
            case "v" | "is" | "f":
                self._fill()
            case "row":
                self._row, self._column = _number(attributes.get("r"), self._row + 1), 0
            case "table-row":
                self._row_times = _times(attributes, "number-rows-repeated")
            case "table-cell" | "covered-table-cell":
                self._begin_repeated(attributes)
            case "p" if not self._is_counted:
                self._count_repeated()
            case "table":
                self._row_times = 1
        if attributes:
            counts = (_number(attributes.get(name), 0) for name in COUNTS)
            self.largest_count = max(self.largest_count, *counts)

    def close(self) -> None:
        """All markup has gone by."""

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if "r" in attributes:
            found = REFERENCE.fullmatch(attributes["r"])
            self._column = _column(found[1]) if found else HUGE
            self._row = int(found[2]) if found else HUGE

    def _fill(self) -> None:
        self._first_row, self._last_row = min(self._first_row, self._row), max(self._last_row, self._row)
        self._first_column = min(self._first_column, self._column)
        self._last_column = max(self._last_column, self._column)

    def _begin_repeated(self, attributes: Mapping[str, str]) -> None:
        self._cell_times = _times(attributes, "number-columns-repeated")
        self._is_counted = False
        if any("value" in name or "formula" in name for name in attributes):
            self._count_repeated()

    def _count_repeated(self) -> None:
        self.repeated += self._cell_times * self._row_times
        self._is_counted = True


def parser_for(extent: Extent) -> etree.XMLParser:
    """A parser that tells an extent what goes by, and keeps nothing. Raises LxmlError for broken markup."""
    return etree.XMLParser(target=extent, resolve_entities=False, no_network=True, huge_tree=False)


def _number(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else HUGE


def _times(attributes: Mapping[str, str], ending: str) -> int:
    return next((_number(value, 1) for name, value in attributes.items() if name.endswith(ending)), 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number
