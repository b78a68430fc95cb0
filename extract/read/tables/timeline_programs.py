"""Tables that other timeline programs write or read, known by columns that no other table has together."""

from __future__ import annotations

import re
from collections.abc import Mapping as Named
from functools import lru_cache

from extract.read.tables.cell_dates import Parts
from extract.read.tables.columns import comparable
from extract.read.tables.mapping import Mapping
from extract.read.tables.table import Row

PROGRAMS: tuple[tuple[frozenset[str], Named[str, str]], ...] = (
    (  # TimelineJS's spreadsheet
        frozenset(("year", "month", "day", "headline")),
        {"start": "year", "end": "endyear", "words": "displaydate", "headline": "headline", "text": "text",
         "url": "media"},
    ),
    (  # TimelineJS's JSON, an event's values by their way
        frozenset(("startdateyear", "textheadline")),
        {"start": "startdateyear", "end": "enddateyear", "words": "displaydate", "headline": "textheadline",
         "text": "texttext", "url": "mediaurl"},
    ),
    (  # Timesketch's CSV and JSONL
        frozenset(("message", "datetime", "timestampdesc")),
        {"start": "datetime", "headline": "message", "text": "timestampdesc"},
    ),
    (
        frozenset(("message", "timestamp", "timestampdesc")),
        {"start": "timestamp", "headline": "message", "text": "timestampdesc"},
    ),
)  # fmt: skip
"""Columns that must be there, and which of them, or of others, is what."""

YEAR = "year"
INTEGER = re.compile(r"[+-]?\d{1,6}", re.ASCII)
TITLE_SLIDE = "title"
"""TimelineJS's type of such a row."""


@lru_cache
def columns_of_program(columns: tuple[str, ...]) -> dict[str, str] | None:
    """Columns by field where the table is that of a known program, None where it is not."""
    by_name = _by_name(columns)
    for signature, fields in PROGRAMS:
        if signature <= by_name.keys():
            return {field: by_name[name] for field, name in fields.items() if name in by_name}
    return None


def counts_by_parts(mapping: Mapping) -> bool:
    """Whether year, month and day have columns of their own, as in TimelineJS's tables."""
    columns = columns_of_program(mapping.columns) or {}
    start = mapping.column("start")
    return start is not None and start == columns.get("start") and comparable(start).endswith(YEAR)


def is_cover(row: Row, mapping: Mapping) -> bool:
    """Whether a row of TimelineJS is no event but the cover of its timeline."""
    return counts_by_parts(mapping) and row.words(_by_name(mapping.columns).get("type")).lower() == TITLE_SLIDE


def parts_in(row: Row, year_column: str, columns: tuple[str, ...]) -> tuple[Parts | None, str]:
    """Year, month and day from the columns beside that of the year, and as they are written.

    None where they are no date. TimelineJS counts no year 0: it shows -479 as 479 BCE, which is the year -0478.
    """
    by_name = _by_name(columns)
    stem = comparable(year_column).removesuffix(YEAR)
    cells = [row.words(by_name.get(stem + part)).replace(",", "") for part in (YEAR, "month", "day")]
    while cells and not cells[-1]:
        cells.pop()
    words = "-".join(cell.zfill(2) if cell.isdigit() else cell for cell in cells)
    if not cells or not all(INTEGER.fullmatch(cell) for cell in cells):
        return None, words
    year, *rest = map(int, cells)
    month, day = (*rest, None, None)[:2]
    return (year + (year < 0), month, day), words


@lru_cache
def _by_name(columns: tuple[str, ...]) -> dict[str, str]:
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(comparable(column), column)
    return by_name
