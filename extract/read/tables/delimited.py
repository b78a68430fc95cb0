"""Tables as lines of text (CSV, TSV): what parts the cells is told by the first lines, and rows come one by one."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import TextIO

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.pieces import Piece
from extract.read.tables.guess import chosen_by_name
from extract.read.tables.table import RawRow
from extract.read.tables.text_stream import encoding_of, open_text

DELIMITERS = ",;\t|"
SAMPLE_CHARACTERS = 100_000
SAMPLE_ROWS = 60
FEWEST_KNOWN = 2
"""Names of columns by which a table is known that does not say what it is."""

TELLING = frozenset({"text", "start", "edtf", "headline"})
"""Of these fields, one must be among them."""

QUOTE = '"'
SEPARATOR_LINE = "sep="
"""A first line by which Excel is told what parts the cells."""


def is_delimited(head: bytes) -> bool:
    """Whether a text begins with the names of columns that are known, and goes on in rows of as many cells."""
    text = head.decode("utf-8-sig", errors="ignore")
    if not any(map(_are_known, (next(filter(None, _parsed(text, each)), []) for each in DELIMITERS))):
        return False  # nearly every text; what parts its cells takes longer to tell
    rows = [row for row in _parsed(text, delimiter_of(text)) if row]
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows[1:-1]):
        return False
    return _are_known(rows[0])


def _are_known(names: list[str]) -> bool:
    chosen = chosen_by_name(names)
    return len(chosen) >= FEWEST_KNOWN and not TELLING.isdisjoint(chosen)


def rows_of_text(piece: Piece, limits: Limits) -> Iterator[RawRow | Unreadable]:
    """Its rows, numbered as a spreadsheet shows them. Raises Unreadable where it holds none."""
    csv.field_size_limit(limits.text_bytes)
    with open_text(piece, encoding_of(piece)) as stream:
        sample = stream.read(SAMPLE_CHARACTERS)
        if not sample.strip("\ufeff \r\n\t,;|"):
            raise Unreadable(piece.location, "is empty", "give a file that holds a table")
        stream.seek(0)
        yield from _rows(piece.location, stream, delimiter_of(sample), limits)


def delimiter_of(sample: str) -> str:
    """What parts the cells: that by which most rows have the same number of cells, and more than one."""
    first = sample.removeprefix("\ufeff").partition("\n")[0]
    if _names_delimiter(first):
        return first.strip(" \r\n")[-1]
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    counts = [len(row) for row in _parsed(sample, delimiter) if row][:SAMPLE_ROWS]
    usual, times = Counter(counts[:-1] or counts).most_common(1)[0] if counts else (0, 0)
    return (times / len(counts), usual) if usual > 1 else (0.0, usual)


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    except csv.Error:
        return


class _Lines:
    """The lines of a table, and how many quotation marks are in those since the last row: an odd number closes none."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self._stream = stream
        self._most = most
        self.quotes = 0
        self.is_at_end = False

    def __iter__(self) -> Iterator[str]:
        first = self._stream.readline(self._most).removeprefix("\ufeff")
        self.quotes += first.count(QUOTE)
        yield "\n" if _names_delimiter(first) else first
        while line := self._stream.readline(self._most):
            self.quotes += line.count(QUOTE)
            yield line
        self.is_at_end = True


def _rows(location: str, stream: TextIO, delimiter: str, limits: Limits) -> Iterator[RawRow | Unreadable]:
    lines = _Lines(stream, limits.text_bytes)
    reader = csv.reader(lines, delimiter=delimiter)
    for number in count(1):
        before = lines.quotes
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _never_closed(location, number)
            return
        is_open = lines.is_at_end and (lines.quotes - before) % 2
        yield _never_closed(location, number) if is_open else (number, cells)


def _names_delimiter(line: str) -> bool:
    text = line.strip(" \r\n")
    return text.lower().startswith(SEPARATOR_LINE) and len(text) == len(SEPARATOR_LINE) + 1


def _never_closed(location: str, number: int) -> Unreadable:
    reason = "has a cell that begins with a quotation mark and never ends, so that what follows cannot be told from it"
    return Unreadable(f"{location}/row {number}", reason, "end it with a quotation mark, or save the table anew")
