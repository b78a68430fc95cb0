"""Why a date is what it is: kept as what there is to say, and put into words in the language of whoever reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from extract.dates.interval import Grain, Interval, Mod


@dataclass(frozen=True, slots=True)
class Date:
    """A date among the reasons, with the part of its unit that is meant."""

    interval: Interval
    grain: Grain
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name: the month."""

    grain: Grain


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units: 3 weeks."""

    count: float
    grain: Grain


@dataclass(frozen=True)
class Reason:
    """What there is to say: the key of a template, and what is put into it."""

    key: str
    parts: Mapping[str, Element] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.key, frozenset(self.parts.items())))


Element = str | Date | Unit | Amount | Reason | tuple[Reason, ...]
"""A text is somebody's own words, which no language changes; several reasons stand beside one another."""

AS_IT_IS = "as_it_is"
"""The key of words that are in a language already."""


UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError)
"""What a library that somebody broke can lead to: it shows as it is, and the others with it."""


def in_words_already(words: str) -> Reason:
    """What was put into words before it came here."""
    return Reason(AS_IT_IS, {"words": words})


def together(reasons: Iterable[Reason]) -> Reason:
    """Several reasons as one."""
    every = tuple(reasons)
    return every[0] if len(every) == 1 else Reason("together", {"all": every})


def because(said: Reason, why: str) -> Reason:
    """The same with a person's reason for it, if any."""
    return Reason("because_of", {"said": said, "why": why}) if why else said


def quotes(reason: Reason, words: str) -> bool:
    """Whether a text's words stand somewhere in a reason."""
    return any(_quotes(part, words) for part in reason.parts.values())


def _quotes(part: Element, words: str) -> bool:
    match part:
        case Reason():
            return quotes(part, words)
        case tuple():
            return any(quotes(each, words) for each in part)
    return part == words


def kept(reason: Reason) -> str:
    """A reason as the library keeps it, in JSON."""
    return _json(_data(reason))


def kept_all(reasons: Iterable[Reason]) -> str:
    """Several of them."""
    return _json([_data(each) for each in reasons])


def read(text: str) -> Reason:
    """A reason as it was kept; libraries of earlier versions keep English words, and these stay."""
    try:
        return _reason(json.loads(text))
    except UNREADABLE:
        return in_words_already(text)


def read_all(text: str) -> tuple[Reason, ...]:
    """Several of them."""
    try:
        return tuple(in_words_already(each) if isinstance(each, str) else _reason(each) for each in json.loads(text))
    except UNREADABLE:
        return (in_words_already(text),)


def _json(data: Any) -> str:  # noqa: ANN401 - what JSON can hold
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _data(part: Element) -> Any:  # noqa: ANN401
    match part:
        case Reason(key=key, parts=parts):
            return [key, {name: _data(each) for name, each in parts.items()}] if parts else [key]
        case Date(interval, grain, mod):
            return {"days": [interval.start, interval.end, grain, *([mod] if mod else [])]}
        case Unit(grain):
            return {"unit": grain}
        case Amount(count, grain):
            return {"count": count, "of": grain}
        case tuple():
            return {"all": [_data(each) for each in part]}
    return part


def _reason(data: Any) -> Reason:  # noqa: ANN401
    match data:
        case [str(key)]:
            return Reason(key)
        case [str(key), dict(parts)]:
            return Reason(key, {name: _part(each) for name, each in parts.items()})
    raise ValueError("this is no reason")


def _part(data: Any) -> Element:  # noqa: ANN401
    match data:
        case [*_]:
            return _reason(data)
        case {"days": [int(start), int(end), grain]}:
            return Date(Interval(start, end), Grain(grain))
        case {"days": [int(start), int(end), grain, mod]}:
            return Date(Interval(start, end), Grain(grain), Mod(mod))
        case {"unit": grain}:
            return Unit(Grain(grain))
        case {"count": int() | float() as count, "of": grain} if isfinite(count):
            return Amount(count, Grain(grain))
        case {"all": [*every]}:
            return tuple(map(_reason, every))
    return str(data)
