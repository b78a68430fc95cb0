"""What the columns of tables are called, in many languages."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from extract.text.fold import fold

NAMES = Path(__file__).with_name("columns.toml")

_SIGNS = re.compile(r"[\W_]+")
LONGEST_NAME = 60
"""Characters of what is compared; a longer cell is text."""


def comparable(name: str) -> str:
    """A column's name without what people write one way or the other: case, accents, blanks and signs."""
    return _SIGNS.sub("", fold(name))


@cache
def _listed() -> dict[str, dict[str, list[str]]]:
    with NAMES.open("rb") as file:
        return tomllib.load(file)


@cache
def names() -> dict[str, tuple[str, ...]]:
    """By what each field's column is called, comparable, the surest name first."""
    return {field: tuple(dict.fromkeys(map(comparable, each))) for field, each in _listed()["columns"].items()}


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for each in names().values() for name in each)


def is_known(name: str) -> bool:
    """Whether a cell is a column's name that is known."""
    return 0 < len(name) <= LONGEST_NAME and comparable(name) in _all_names()


@cache
def languages_of_names() -> tuple[str, ...]:
    """ISO 639-1 of the languages in which people name languages in tables."""
    return tuple(_listed()["languages"]["names_in"])
