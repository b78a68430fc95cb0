"""Dates of cells, as fine as they are written: 2024, 2024-06 or 2024-06-03, and nothing that is not there.

Of 3/6/2024 it is the whole table that tells which is the day: a 31 in any cell of its dates; where none does, the
language of the row, if people write it in one order everywhere; where that does not tell either, only the year is sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from extract.dates.interval import MONTHS_PER_YEAR, is_day, iso_year
from extract.read.tables.date_words import month_first_in, worded

LONGEST = 60
"""Characters of a date with weekday, time and zone; a longer cell is text."""

EARLIEST_PRINTED = 1600
"""The year. What was published before is older than newspapers, or the year is of another calendar (1403, 1445)."""

PIVOT = 69
"""Of years that are written with two figures: up to here they are of this century, as POSIX has it."""

Parts = tuple[int, int | None, int | None]
"""Year, month and day, as far as they are written."""

_ISO = re.compile(r"([+-]?\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,].*)?", re.ASCII | re.DOTALL)
_MONTH = re.compile(r"([+-]?\d{4})[-/](\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T_ ]?\d{4}(?:\d\d)?Z?)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ANY_YEAR = re.compile(r"[+-]?\d{1,4}", re.ASCII)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d/.-])", re.ASCII)
_EPOCH = re.compile(r"(\d{10})(?:\.\d+|\d{3}|\d{6})?", re.ASCII)
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:", re.ASCII)
_OF_POSTS = re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d [+-]\d{4} \d{4}", re.ASCII)
"""As Twitter's own tables have it."""

_INVISIBLE = frozenset({"Cf"})


def day_of(text: str) -> Parts | None:
    """What a cell says in figures alone, where the order of day and month is not known."""
    return _in_figures(_plain(text), None)


def parts_of(cell: object, day_first: bool | None, language: str | None, *, any_year: bool = False) -> Parts | None:
    """Year, month and day as far as a cell has them, None where it is no date.

    With `any_year` it is a date of history, which may have a year of one figure, or one before the year 0.
    """
    if isinstance(cell, date):
        return cell.year, cell.month, cell.day
    text = _plain("" if cell is None or isinstance(cell, bool) else _number(cell))
    if not text or len(text) > LONGEST:
        return None
    if any_year and _ANY_YEAR.fullmatch(text):
        return int(text), None, None
    order = day_first if day_first is not None else _order_of(language)
    found = _in_figures(text, order)
    if found is None and not _NUMBERS.search(text):
        found = worded(text, language)
    return found if found is None or any_year or found[0] >= EARLIEST_PRINTED else None


def iso_of(cell: object, day_first: bool | None, language: str | None) -> str | None:
    """A cell's date as ISO text: an instant where it names its offset, else a day, a month or a year."""
    text = _plain("" if cell is None or isinstance(cell, bool | date) else _number(cell))
    if (instant := _instant(text)) and instant.year >= EARLIEST_PRINTED:
        return instant.isoformat()
    found = parts_of(cell, day_first, language)
    return written(found) if found else None


def written(parts: Parts) -> str:
    """ISO 8601 and EDTF of a year, a month or a day."""
    year, month, day = parts
    rest = "" if month is None else f"-{month:02d}" if day is None else f"-{month:02d}-{day:02d}"
    return iso_year(year) + rest


def day_first(cells: Iterable[object]) -> bool | None:
    """Whether days stand before months in the dates of a column; None where no cell tells, or they differ."""
    told = {
        first > MONTHS_PER_YEAR for first, second in map(_two_numbers, cells) if max(first, second) > MONTHS_PER_YEAR
    }
    return told.pop() if len(told) == 1 else None


def is_undecided(cell: object) -> bool:
    """Whether a cell's day and month may be swapped."""
    first, second = _two_numbers(cell)
    return first != second and max(first, second) <= MONTHS_PER_YEAR


def _two_numbers(cell: object) -> tuple[int, int]:
    """The two that stand before a year, twice the same where there are none."""
    found = _NUMBERS.search(_plain(cell)) if isinstance(cell, str) and len(cell) <= LONGEST else None
    if not found or min(int(found[1]), int(found[3])) > MONTHS_PER_YEAR:
        return 0, 0
    return int(found[1]), int(found[3])


def _in_figures(text: str, day_first: bool | None) -> Parts | None:
    if found := _ISO.fullmatch(text):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    if found := _MONTH.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), None)
    if found := _COMPACT.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if _YEAR.fullmatch(text):
        return int(text), None, None
    if (_EPOCH.fullmatch(text) or _OF_POSTS.fullmatch(text)) and (instant := _instant(text)):
        return instant.year, instant.month, instant.day
    found = _NUMBERS.search(text) if len(text) <= LONGEST else None
    return _year_last(int(found[1]), int(found[3]), found[4], day_first) if found else None


def _year_last(first: int, second: int, year_text: str, day_first: bool | None) -> Parts | None:
    year = int(year_text) + (0 if len(year_text) > 2 else 2000 if int(year_text) < PIVOT else 1900)
    if max(first, second) > MONTHS_PER_YEAR:
        day_first = first > MONTHS_PER_YEAR
    elif first == second:
        day_first = True
    if day_first is None:
        return year, None, None
    day, month = (first, second) if day_first else (second, first)
    return _checked(year, month, day)


def _checked(year: int, month: int, day: int | None) -> Parts | None:
    return (year, month, day) if is_day(year, month, 1 if day is None else day) else None


def _instant(text: str) -> datetime | None:
    """A moment that is told with its offset, or counted in seconds, thousandths or millionths since 1970."""
    try:
        if found := _EPOCH.fullmatch(text):
            return datetime.fromtimestamp(int(found[1]), UTC)
        if _OF_POSTS.fullmatch(text):
            return datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y")
        moment = parsedate_to_datetime(text) if _MAIL.match(text) else datetime.fromisoformat(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else None


def _order_of(language: str | None) -> bool | None:
    month_first = month_first_in(language) if language else None
    return None if month_first is None else not month_first


def _number(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _plain(text: str) -> str:
    """Without marks of direction, and with figures as ASCII has them."""
    if text.isascii():
        return text.strip()
    kept = (sign for sign in text if unicodedata.category(sign) not in _INVISIBLE)
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in kept).strip()
