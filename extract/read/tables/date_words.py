"""Dates that name their month, read by dateparser, and which languages put the month before the day."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from dateparser.data.languages_info import language_order
from dateparser.date import DateDataParser

SETTINGS: dict[str, Any] = {
    "PARSERS": ["absolute-time"],  # "yesterday" counts from a day that no table tells
    "REQUIRE_PARTS": ["month", "year"],  # else they are filled in
    "PREFER_DAY_OF_MONTH": "first",
    "RELATIVE_BASE": datetime(2001, 1, 1),  # noqa: DTZ001  (that no clock is asked)
}

_LETTERS = re.compile(r"[^\W\d_]{2,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ][^\W\d_]{3,}\.?[-/. ]\d\d")
"""3-Jun-24. With less before it, 24 may be the day."""

_KNOWN = frozenset(language_order)

MOSTLY = 0.5
"""Share of a language's regions that write otherwise from which on its name tells no order."""


@lru_cache(maxsize=100_000)
def worded(text: str, language: str | None) -> tuple[int, int, int | None] | None:
    """Year, month and, where it is written, day; None where there is no such date. Whatever is missing stays so."""
    if not _LETTERS.search(text) or not (_FULL_YEAR.search(text) or _SHORT_YEAR.fullmatch(text)):
        return None
    spoken = [language if language in _KNOWN else None, None] if language in _KNOWN else [None]
    return next(filter(None, (_parsed(text, each) for each in spoken)), None)


def _parsed(text: str, language: str | None) -> tuple[int, int, int | None] | None:
    try:
        found = _parser(language).get_date_data(text)
    except (ValueError, TypeError, OverflowError, AttributeError, LookupError, RecursionError):
        return None  # what its own rules do not foresee
    moment = found.date_obj
    if moment is None or found.period not in {"day", "month", "time"}:
        return None
    return moment.year, moment.month, None if found.period == "month" else moment.day


@cache
def _parser(language: str | None) -> DateDataParser:
    return DateDataParser(languages=[language] if language else None, settings=SETTINGS)


@cache
def month_first_in(language: str) -> bool | None:
    """Whether a language puts the month before the day; None where its regions differ, or it is not known."""
    if language not in _KNOWN:
        return None
    info = import_module(f"dateparser.data.date_translation_data.{language}").info
    order = str(info.get("date_order") or "")
    regions = info.get("locale_specific", {})
    others = sum(region.get("date_order", order) != order for region in regions.values())
    if order not in {"DMY", "MDY"} or others > MOSTLY * len(regions):
        return None
    return order == "MDY"
