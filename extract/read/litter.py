"""The lines that scrapers leave in articles, as litter.toml lists them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import LanguageError
from extract.text.fold import fold

LONGEST_TAG = 100
"""Characters of each part of a page builder's tag; more is somebody's words."""

_INSIDE = re.compile(r"[^\W_](?:.*[^\W_])?")


class Lines(BaseModel):
    """What one language's pages leave."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lines: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    last_lines: tuple[str, ...] = ()
    keep: tuple[str, ...]


class Tags(BaseModel):
    """Page builders' tags, the same in every language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tags: tuple[str, ...]
    keep: tuple[str, ...]


class LitterFile(BaseModel):
    """The whole of litter.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    every: Tags
    languages: dict[str, Lines]


@dataclass(frozen=True, slots=True)
class Litter:
    """The lists of all languages, ready to compare: an article may carry litter of another language than its own."""

    lines: frozenset[str]
    last_lines: frozenset[str]
    leading: re.Pattern[str]


def litter_file() -> LitterFile:
    """litter.toml, checked. Raises LanguageError where it breaks its form."""
    text = files("extract.read").joinpath("litter.toml").read_text(encoding="utf-8")
    try:
        return LitterFile.model_validate(tomllib.loads(text))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"extract/read/litter.toml: {error}") from error


@cache
def litter() -> Litter:
    """The lists, loaded once."""
    file = litter_file()
    languages = file.languages.values()
    tags = "|".join(re.escape(tag) for tag in file.every.tags)
    phrases = "|".join(re.escape(fold(phrase)) for language in languages for phrase in language.leading)
    name = rf"(?:{tags})(?:[_-][\w-]{{0,{LONGEST_TAG}}})?"
    tag = rf"\[/?{name}(?:=| [\w-]{{1,{LONGEST_TAG}}}=|(?=\]))[^\[\]]{{0,{LONGEST_TAG}}}\]"
    return Litter(
        lines=frozenset(comparable(line) for language in languages for line in language.lines + language.leading),
        last_lines=frozenset(comparable(line) for language in languages for line in language.last_lines),
        leading=re.compile(rf"(?:\s*(?:{tag}|{phrases}))+\s*"),
    )


def comparable(line: str) -> str:
    """The line folded, without what is neither letter nor digit at its ends."""
    found = _INSIDE.search(fold(line))
    return found.group() if found else ""
