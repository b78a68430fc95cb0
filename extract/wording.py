"""The words in which reasons are told, from a file for each language of readers."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale

from extract.dates.interval import Grain, Interval, Mod
from extract.dates.write import date_in_words
from extract.reason import Amount, Date, Element, Reason, Unit, read

EXPLANATIONS = files("extract").joinpath("explanations")

OWN = "en"

MILLION = 1_000_000
"""From here on `g` would write an exponent."""

KEPT = 10_000
"""Reasons in English that are kept: dates that are given in full share theirs."""

END_OF_SENTENCE = "."
"""What ends so is a sentence of its own, and begins with a capital where the script has them."""


def _number(number: float) -> str:
    return f"{number:,g}" if number < MILLION else f"{number:,.0f}"


@dataclass(frozen=True, slots=True)
class Speech:
    """How reasons are told to a reader."""

    language: str = OWN
    """One of `languages()`."""
    date: Callable[[Interval, Grain, Mod | None], str] = date_in_words
    number: Callable[[float], str] = _number
    quoted: Callable[[str], str] = str
    """What becomes of words that are somebody's own."""


ENGLISH = Speech()


@cache
def languages() -> frozenset[str]:
    """The codes of the languages in which reasons can be told."""
    names = (entry.name for entry in EXPLANATIONS.iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@cache
def templates(language: str = OWN) -> dict[str, Any]:
    """The templates of one of the languages."""
    return tomllib.loads(EXPLANATIONS.joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def worded(reason: Reason, speech: Speech = ENGLISH) -> str:
    """A reason in words; one that has none here, from a later program or a broken library, by its key."""
    template = templates(speech.language).get(reason.key)
    if not isinstance(template, str):
        return speech.quoted(reason.key)
    parts = {name: _told(part, speech) for name, part in reason.parts.items()}
    try:
        told = template.format_map(parts)
    except KeyError:
        return speech.quoted(reason.key)
    return sentence(told) if template.endswith(END_OF_SENTENCE) else told


@lru_cache(KEPT)
def english(text: str) -> str:
    """A reason as the library keeps it, in English: the event table's own language."""
    return worded(read(text))


def sentence(words: str) -> str:
    """Words with a capital in front."""
    return words[:1].upper() + words[1:]


def counted(amount: Amount, speech: Speech = ENGLISH) -> str:
    """A number of units in words: "3 weeks"."""
    count, forms = abs(amount.count), templates(speech.language)["amounts"][amount.grain]
    template: str = forms.get(Locale.parse(speech.language).plural_form(count), forms["other"])
    return template.format(n=speech.number(count))


def _told(part: Element, speech: Speech) -> str:
    match part:
        case Reason():
            return worded(part, speech)
        case Date(interval, grain, mod):
            return speech.date(interval, grain, mod)
        case Unit(grain):
            return str(templates(speech.language)["units"][grain])
        case Amount():
            return counted(part, speech)
        case tuple():
            between: str = templates(speech.language)["between"]
            return between.join(worded(each, speech) for each in part)
    return speech.quoted(part)
