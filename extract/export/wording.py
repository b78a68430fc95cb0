"""The program's own words in what leaves it, from a file for each language of readers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

MESSAGES = files("extract.export").joinpath("messages")
USUAL_LANGUAGE = "en"


class Words:
    """The messages of a language. A key names a table and an entry in it: `report.why`."""

    def __init__(self, language: str, messages: Mapping[str, Any]) -> None:
        self.language = language
        """Of the words, which is not that of the reader where there are none in it."""
        self._messages = messages

    def say(self, key: str, **parts: object) -> str:
        """A message with its parts put in."""
        table, _, entry = key.partition(".")
        template: str = self._messages[table][entry]
        return template.format(**parts)

    def count(self, key: str, number: int) -> str:
        """So many of something: "1 claim", "1,204 claims"."""
        one, many = self._messages["counts"][key]
        template: str = one if number == 1 else many
        return template.format(n=f"{number:,}")


@cache
def words(language: str) -> Words:
    """The words of a language; the program's own where it has none of that one."""
    chosen = language if language in _languages() else USUAL_LANGUAGE
    text = MESSAGES.joinpath(f"{chosen}.toml").read_text(encoding="utf-8")
    return Words(chosen, tomllib.loads(text))


@cache
def _languages() -> frozenset[str]:
    """Those that have a file: what is asked for is looked up among these, and names no file itself."""
    return frozenset(entry.name.removesuffix(".toml") for entry in MESSAGES.iterdir() if entry.name.endswith(".toml"))
