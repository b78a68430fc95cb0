"""How many of what: the figures of a passage that count something which other sources may count otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from extract.events.acts import WORD, Span, overlaps
from extract.events.lexicon import ActWords, act_words
from extract.figure import Figure
from extract.model import Sentence
from extract.text.fold import fold

NUMBER = re.compile(r"(?<![\w.,/:-])\d+(?:[.,\u066b\u066c'\u2019]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?![\w/:-]|[.,]\d)")
"""Digits with the marks and spaces that part them; no part of a word, a date or a time."""

GROUP = 3
"""Digits between the marks that part thousands."""

FARTHEST_THING = 3
"""Words after a number among which the thing stands that it counts: "12,000 North Korean soldiers"."""

BETWEEN = re.compile(r"[^\n.,;:()\u060c\u061b\u00b7\d]*")
"""A number counts nothing beyond such a mark, or another number."""

LEAST_COUNTED = 2
"""One of something is no figure that sources differ on."""


def find_figures(passage: Sentence, language: str, dates: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures of a passage, in its order, but for those of dates, whose bounds in the text are given in order.

    None in a language without words for things.
    """
    lexicon = act_words(language)
    return tuple(_figures(passage, language, lexicon, dates)) if lexicon else ()


def _figures(passage: Sentence, language: str, lexicon: ActWords, dates: Sequence[Span]) -> Iterator[Figure]:
    text = passage.text
    for number in NUMBER.finditer(text):
        if overlaps(dates, passage.start + number.start(), passage.start + number.end()):
            continue
        rest = BETWEEN.match(text, number.end())
        words = list(WORD.finditer(text, number.end(), rest.end() if rest else number.end()))[: FARTHEST_THING + 1]
        scale = _scales(language).get(fold(words[0][0]), 1) if words else 1
        after = words[1:] if scale > 1 else words[:FARTHEST_THING]
        found = next(((word, thing) for word in after if (thing := lexicon.thing(word[0]))), None)
        value = _value(number[0], language) * scale
        if found and value >= LEAST_COUNTED:
            yield Figure(value, found[1], " ".join(text[number.start() : found[0].end()].split()))


def _value(digits: str, language: str) -> float:
    """A number as its language writes it: "12.000" is twelve thousand in Greek, and twelve in English."""
    parts = re.split(r"\D", digits)
    last_mark = next((sign for sign in reversed(digits) if not sign.isdigit()), "")
    fraction = last_mark and (last_mark in _decimal_marks(language) or len(parts[-1]) != GROUP)
    if any(len(part) != GROUP for part in parts[1 : -1 if fraction else None]):
        return 0.0  # a list or a version, and no number
    whole, part = ("".join(parts[:-1]), parts[-1]) if fraction else ("".join(parts), "")
    return float(f"{int(whole)}.{int(part or '0'):0{len(part)}}")


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _decimal_marks(language: str) -> frozenset[str]:
    locale = _locale(language)
    systems = locale.number_symbols.values() if locale else ()
    return frozenset(symbols["decimal"] for symbols in systems if "decimal" in symbols)


@cache
def _scales(language: str) -> dict[str, int]:
    """CLDR's words for a thousand, a million and more, folded."""
    locale = _locale(language)
    forms = locale.compact_decimal_formats.get("long", {}) if locale else {}
    return {
        fold(word): int(power) // 10 ** (pattern.pattern.count("0") - 1)
        for patterns in forms.values()
        for power, pattern in patterns.items()
        for word in pattern.pattern.replace("0", " ").split()
        if len(pattern.pattern.replace("0", " ").split()) == 1
    }
