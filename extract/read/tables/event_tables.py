"""Rows of ready-made timelines: each an event that happened when its table says.

A table is one of these where a column says when something happened (a name of columns.toml for `start` or `edtf`, the
columns of a known program, or a person's word), or where all it has are days and what happened then; a text beside
them only goes on. Any other table is one of documents. Years before 1 are written as ISO 8601 has them: -0479 is
480 BCE; but for TimelineJS, which shows -479 as 479 BCE.
"""

from __future__ import annotations

import re

from extract.dates.interval import is_day, to_day
from extract.errors import Unreadable
from extract.read.pieces import Text
from extract.read.tables.cell_dates import Parts, iso_of, parts_of, written
from extract.read.tables.mapping import Mapping
from extract.read.tables.rows import address, language_of, line, prose
from extract.read.tables.table import Row
from extract.read.tables.timeline_programs import counts_by_parts, parts_in

LAST_YEAR = 9999
"""Years that ISO 8601 and EDTF write with four figures, before and after the year 0."""

_DATE = r"-?\d{4}(?:-\d\d(?:-\d\d)?)?"
EDTF = re.compile(rf"({_DATE})(?:/({_DATE}))?", re.ASCII)
"""A day, month or year, or two of them; what EDTF can say beyond that is left to start and end."""

BETWEEN = " \u2013 "
WRITE_IT = "write it as 2024-05-01, 2024-05 or 2024"


def event_of(row: Row, mapping: Mapping, day_first: bool | None, where: str) -> Text | None:
    """The event of a row, None where it says not what happened, or not when.

    Raises Unreadable, with `where` as its place, for a date that no calendar has and an end before its start.
    """
    headline = line(row, mapping.what)
    rest = prose(row, mapping, "text")
    if not (headline or rest):
        return None
    when = _when(row, mapping, day_first, where)
    if when is None:
        return None
    happened, words = when
    language = language_of(row, mapping)
    date = iso_of(row.cell(mapping.column("date")), day_first, language)
    return Text(
        "\n\n".join(filter(None, (words, headline, rest if rest != headline else None))),
        title=headline,
        publisher=line(row, mapping.column("publisher")),
        url=address(row.words(mapping.column("url"))),
        date=date,
        date_from=f'its row (column "{mapping.column("date")}")' if date else None,
        language=language,
        happened=happened,
    )


def _when(row: Row, mapping: Mapping, day_first: bool | None, where: str) -> tuple[str, str] | None:
    """EDTF of a row's date, and as the table words it; None where it has none."""
    said = line(row, mapping.column("words"))
    if edtf := _edtf(row, mapping):
        cells = (row.words(mapping.column("start")), row.words(mapping.column("end")))
        return edtf, said or BETWEEN.join(dict.fromkeys(filter(None, cells))) or edtf
    start = _end(row, mapping, mapping.column("start"), day_first, where)
    end = _end(row, mapping, mapping.column("end"), day_first, where)
    if start is None:
        return None
    first, words = start
    if end is None or end[0] == first:
        return written(first), said or words
    last, end_words = end
    if _last_day(last) < _first_day(first):
        raise Unreadable(where, f'has the end "{end_words}" before its start "{words}"', "put the two in order")
    return f"{written(first)}/{written(last)}", said or f"{words}{BETWEEN}{end_words}"


def _edtf(row: Row, mapping: Mapping) -> str | None:
    """What a row says as EDTF: in a column for that, or as the two ends of a stretch of time in one cell."""
    told = row.words(mapping.column("edtf"))
    start = row.words(mapping.column("start"))
    found = EDTF.fullmatch(told or (start if "/" in start else ""))
    return found[0] if found and _is_edtf(found) else None


def _end(
    row: Row, mapping: Mapping, column: str | None, day_first: bool | None, where: str
) -> tuple[Parts, str] | None:
    """Start or end of a row, and as it is written."""
    if column is None:
        return None
    if counts_by_parts(mapping):
        parts, words = parts_in(row, column, mapping.columns)
    else:
        words = row.words(column)
        parts = parts_of(row.cell(column), day_first, language_of(row, mapping), any_year=True) if words else None
    if not words:
        return None
    if parts is None or not _exists(parts):
        raise Unreadable(where, f'has "{words}" in its column "{column}", which is no date', WRITE_IT)
    return parts, words


def _exists(parts: Parts) -> bool:
    year, month, day = parts
    return abs(year) <= LAST_YEAR and is_day(year, month or 1, day or 1) and not (day and not month)


def _is_edtf(found: re.Match[str]) -> bool:
    told = [parts_of(text, None, None, any_year=True) for text in found.groups() if text]
    parts = [each for each in told if each]
    return len(parts) == len(told) and _first_day(parts[0]) <= _last_day(parts[-1])


def _first_day(parts: Parts) -> int:
    year, month, day = parts
    return to_day(year, month or 1, day or 1)


def _last_day(parts: Parts) -> int:
    year, month, day = parts
    if month is None:
        return to_day(year + 1) - 1
    return to_day(year, month, day) if day else to_day(year, month + 1) - 1
