"""The calendar words that Babel's CLDR data and dateparser know of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

from extract.dates.interval import Grain
from extract.text.fold import fold

LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")
UNDETERMINED = "und"
"""ISO 639's code for a text whose language nobody knows; Babel answers it in English."""

MONTH_KEYS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAY_KEYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNIT_KEYS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
COUNTED_UNITS = frozenset({"day", "week", "month", "year"})
"""dateparser's phrases for other units are few, and some wrong: it counts "this century" as the last one."""

RELATIVE_KEY = re.compile(r"(?P<ahead>in )?(?P<count>\d+) (?P<unit>[a-z]+)(?P<ago> ago)?")
"""dateparser's names of its relative phrases: `1 day ago`, `in 1 week`."""

SHORTEST_UNIT_WORD = 3
"""dateparser lists "d", "y" and "mo" as units: in running text they are anything else."""

NUMBER_WORD = re.compile(r"[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words and what they name."""

    order: str | None
    """Order of day, month and year in numeric dates: DMY, MDY or YMD."""
    months: MappingProxyType[str, int]
    weekdays: MappingProxyType[str, int]
    units: MappingProxyType[str, Grain]
    offsets: MappingProxyType[str, tuple[int, Grain]]
    numbers: MappingProxyType[str, int]


@cache
def vocabulary(language: str) -> Vocabulary:
    """What is known of a language; empty for one that neither knows."""
    known = LANGUAGE_CODE.fullmatch(language) and language != UNDETERMINED
    info = _dateparser_info(language) if known else {}
    variants = [info, *info.get("locale_specific", {}).values()]
    months = {word: number for number, key in enumerate(MONTH_KEYS, 1) for word in _words(variants, key)}
    weekdays = {word: number for number, key in enumerate(WEEKDAY_KEYS) for word in _words(variants, key)}
    if known:
        months = dict(_babel_words(language, "months")) | months
        weekdays = dict(_babel_words(language, "days")) | weekdays
    units = {word: grain for key, grain in UNIT_KEYS.items() for word in _words(variants, key)}
    return Vocabulary(
        order=info.get("date_order"),
        months=MappingProxyType(months),
        weekdays=MappingProxyType(weekdays),
        units=MappingProxyType({word: grain for word, grain in units.items() if len(word) >= SHORTEST_UNIT_WORD}),
        offsets=MappingProxyType(dict(_offsets(variants))),
        numbers=MappingProxyType(dict(_numbers(info))),
    )


def _dateparser_info(language: str) -> dict[str, Any]:
    try:
        module = import_module(f"dateparser.data.date_translation_data.{language}")
    except ModuleNotFoundError:
        return {}
    info: dict[str, Any] = module.info
    return info


def _words(variants: Iterable[dict[str, Any]], key: str) -> Iterator[str]:
    for variant in variants:
        for word in variant.get(key, ()):
            yield tidy(word)


def tidy(word: str) -> str:
    """A word as the lexicon holds it: folded, with single spaces and no closing dot."""
    return " ".join(fold(word).split()).rstrip(".")


def _babel_words(language: str, table: str) -> Iterator[tuple[str, int]]:
    # A locale that was read before can leave its names in another's (python-babel, issue 1234).
    localedata._cache.clear()  # noqa: SLF001 - there is no public way
    try:
        names = getattr(Locale.parse(language), table)
    except (UnknownLocaleError, ValueError):
        return
    for context in names.values():
        for width, words in context.items():
            if width in ("wide", "abbreviated"):
                yield from ((tidy(word), number) for number, word in words.items())


def _offsets(variants: Iterable[dict[str, Any]]) -> Iterator[tuple[str, tuple[int, Grain]]]:
    for variant in variants:
        for key, phrases in variant.get("relative-type", {}).items():
            parts = RELATIVE_KEY.fullmatch(key)
            if not parts or parts["unit"] not in COUNTED_UNITS or not (parts["ahead"] or parts["ago"]):
                continue
            count = int(parts["count"]) * (1 if parts["ahead"] else -1)
            yield from ((tidy(phrase), (count, UNIT_KEYS[parts["unit"]])) for phrase in phrases)


def _numbers(info: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for rule in info.get("simplifications", ()):
        for word, number in rule.items():
            if NUMBER_WORD.fullmatch(word) and str(number).isdecimal():
                yield tidy(word), int(number)
