"""The lines that scrapers leave in articles, as litter.toml lists them, ready to compare."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import LanguageError
from extract.read.litter.phrases import (
    LABEL_SIGN,
    LINK_SIGN,
    SENTENCE_TAIL,
    TRAIL_SIGN,
    WORD_END,
    Beginnings,
    beginnings,
)
from extract.text.fold import fold

LONGEST_TAG = 100
"""Characters of each part of a page builder's tag; more is somebody's words."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:[km](?![a-z]))?")
"""Of comments, views and minutes: "1,204", "1.2k"."""

COLON = re.compile(r"\s*[:：]\s*")

ROOM_FOR_NUMBERS = 20
"""Digits that a line of the lists may hold for its zeros."""

BETWEEN_BARS = re.compile(r"[^\w,;.!?\"'/&]+")
"""What stands between the buttons of a share bar: space or a rule; commas and "and" list things for people."""

_INSIDE = re.compile(r"[^\W_](?:.*[^\W_])?")


class Lines(BaseModel):
    """What one language's pages leave; litter.toml tells at its head what each list means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lines: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    last_lines: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    last_notices: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    keep: tuple[str, ...]


class Every(BaseModel):
    """What is the same in every language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tags: tuple[str, ...]
    networks: tuple[str, ...]
    scripts: tuple[str, ...]
    last_notices: tuple[str, ...]
    keep: tuple[str, ...]


class LitterFile(BaseModel):
    """The whole of litter.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    every: Every
    languages: dict[str, Lines]


@dataclass(frozen=True, slots=True)
class Litter:
    """The lists of all languages, ready to compare: an article may carry litter of another language than its own."""

    lines: frozenset[str]
    """Whole lines, as `comparable` writes them, with 0 for every number."""
    longest_line: int
    last_lines: frozenset[str]
    links: frozenset[str]
    """Those of the lines that announce a link."""
    leading: re.Pattern[str]
    leading_first: frozenset[str]
    """The characters that `leading` begins with: most lines need no more than a look at their first."""
    leads: Beginnings
    trails: Beginnings
    labels: Beginnings
    scripts: Beginnings
    notices: Beginnings
    last_notices: Beginnings
    bar_parts: Beginnings
    buttons: frozenset[str]
    networks: frozenset[str]


def litter_file() -> LitterFile:
    """litter.toml, checked. Raises LanguageError where it breaks its form."""
    text = files("extract.read.litter").joinpath("litter.toml").read_text(encoding="utf-8")
    try:
        return LitterFile.model_validate(tomllib.loads(text))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"extract/read/litter/litter.toml: {error}") from error


@cache
def litter() -> Litter:
    """The lists, loaded once."""
    file = litter_file()
    leading = _all(file, lambda each: each.leading)
    leads = _all(file, lambda each: each.leads)
    labels = _all(file, lambda each: each.labels)
    notices = _all(file, lambda each: each.notices)
    last_notices = [*file.every.last_notices, *_all(file, lambda each: each.last_notices)]
    buttons = _all(file, lambda each: each.buttons)
    whole = [*_all(file, lambda each: each.lines + each.counters), *leading, *leads, *labels]
    lines = frozenset(key(comparable(line.replace("#", "0"))) for line in whole)
    return Litter(
        lines=lines,
        longest_line=max(map(len, lines)) + ROOM_FOR_NUMBERS,
        last_lines=frozenset(comparable(line) for line in _all(file, lambda each: each.last_lines)),
        links=frozenset(comparable(line) for line in leads),
        leading=re.compile(rf"(?:\s*(?:{_tag(file.every.tags)}|{_any_of(leading)}))+\s*"),
        leading_first=frozenset("[" + "".join(fold(phrase)[0] for phrase in leading)),
        leads=beginnings(leads, LINK_SIGN),
        trails=beginnings(_all(file, lambda each: each.trails), TRAIL_SIGN),
        labels=beginnings(labels, LABEL_SIGN),
        scripts=beginnings(file.every.scripts, ""),
        notices=beginnings(notices, SENTENCE_TAIL),
        last_notices=beginnings([*notices, *last_notices], SENTENCE_TAIL),
        bar_parts=beginnings([*buttons, *file.every.networks], WORD_END),
        buttons=frozenset(fold(phrase) for phrase in buttons),
        networks=frozenset(fold(name) for name in file.every.networks),
    )


def comparable(line: str) -> str:
    """The line folded, without what is neither letter nor digit at its ends."""
    return inside(fold(line))


def inside(folded: str) -> str:
    """A folded line without what is neither letter nor digit at its ends."""
    found = _INSIDE.search(folded)
    return found.group() if found else ""


def key(comparable_line: str) -> str:
    """A comparable line as lines are looked up, with 0 for every number, and one form of colons."""
    return NUMBER.sub("0", COLON.sub(":", comparable_line))


def _all(file: LitterFile, of: Callable[[Lines], Iterable[str]]) -> list[str]:
    return [phrase for language in file.languages.values() for phrase in of(language)]


def _tag(tags: Iterable[str]) -> str:
    name = rf"(?:{'|'.join(map(re.escape, tags))})(?:[_-][\w-]{{0,{LONGEST_TAG}}})?"
    return rf"\[/?{name}(?:=| [\w-]{{1,{LONGEST_TAG}}}=|(?=\]))[^\[\]]{{0,{LONGEST_TAG}}}\]"


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(fold(phrase)) for phrase in sorted(phrases, key=len, reverse=True))
