"""The words in which a date is explained, from a file for each language of readers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from extract.dates.interval import Grain

MILLION = 1_000_000
"""From here on `g` would write an exponent."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a date means what it means: the key of a template and what is put into it."""

    key: str
    parts: dict[str, str] = field(default_factory=dict)


@cache
def templates(language: str = "en") -> dict[str, Any]:
    """The templates of explanations in a language."""
    path = files("extract.dates").joinpath("explanations", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def worded(reason: Reason, language: str = "en") -> str:
    """A reason in words."""
    template: str = templates(language)[reason.key]
    return template.format(**reason.parts)


def counted(count: float, grain: Grain, language: str = "en") -> str:
    """A number of units in words: "3 weeks"."""
    singular, plural = templates(language)["units"][grain]
    number = abs(count)
    template: str = singular if number == 1 else plural
    return template.format(n=f"{number:,g}" if number < MILLION else f"{number:,.0f}")
