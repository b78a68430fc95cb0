"""Rewrites runs of letters stage by stage: what one stage puts together is one letter for the next.

Where a rule's pattern stands depends on the letters alone, so that each row of letters is searched once and remembered;
what the rule makes of the words there is asked anew each time, and a rule that makes nothing of them gives way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from extract.dates.entries import Value
from extract.dates.expression import Expression

REMEMBERED_ROWS = 50_000
"""Rows of letters whose places are remembered; real text holds a few thousand."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A word, a joint or a finished part of a run: its letter, its value and its bounds in the folded text."""

    letter: str
    value: Value | Expression
    start: int
    end: int


Parts = Mapping[str, Value | Expression]
"""Named parts of a rule's pattern, to the values of the cells that stand there."""

Built = Expression | Mapping[str, Expression] | None
"""What a rule makes of its parts: one expression of all, or one for each part it names; None where it makes nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A shape: a pattern over letters and what its parts make."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[Parts], Built]
    needs: str = ""
    """What the surrounding text or the language must allow."""


class Allows(Protocol):
    """Answers whether the text and language allow a rule that needs something, for the cells it would take."""

    def __call__(self, rule: Rule, cells: Sequence[Cell]) -> bool:
        """Whether the rule may be used there."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """Rules that are tried together: at each place the longest wins, of equally long ones the first."""

    rules: tuple[Rule, ...]
    trigger: re.Pattern[str]
    """A row of letters that this finds nothing in is left as it is."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    rule: Rule
    parts: tuple[tuple[str, int], ...]
    """Names of the pattern's groups and the cells they stand for."""


def rewrite(
    cells: list[Cell], stages: Sequence[Stage], letter_of: Callable[[Expression], str], allows: Allows
) -> list[Cell]:
    """The cells after all stages."""
    for stage in stages:
        row = "".join([cell.letter for cell in cells])
        places = _places(stage, row)
        if places:
            cells = _applied(cells, places, letter_of, allows)
    return cells


@lru_cache(maxsize=REMEMBERED_ROWS)
def _places(stage: Stage, row: str) -> tuple[_Place, ...]:
    if not stage.trigger.search(row):
        return ()
    found = []
    for start in range(len(row)):
        here = []
        for rule in stage.rules:
            match = rule.pattern.match(row, start)
            if match and match.end() > start:
                parts = tuple(
                    (name.rstrip("123"), match.start(name))
                    for name in match.re.groupindex
                    if match.start(name) >= 0 and match.end(name) > match.start(name)
                )
                here.append(_Place(start, match.end(), rule, parts))
        found.extend(sorted(here, key=lambda place: -place.end))
    return tuple(found)


def _applied(
    cells: list[Cell], places: Sequence[_Place], letter_of: Callable[[Expression], str], allows: Allows
) -> list[Cell]:
    result: list[Cell] = []
    done = 0
    for place in places:
        if place.start < done:
            continue
        taken = cells[place.start : place.end]
        if place.rule.needs and not allows(place.rule, taken):
            continue
        built = place.rule.build({name: cells[at].value for name, at in place.parts})
        if built is None:
            continue
        result.extend(cells[done : place.start])
        result.extend(_written(built, place, cells, letter_of))
        done = place.end
    return result + cells[done:] if done else cells


def _written(
    built: Expression | Mapping[str, Expression],
    place: _Place,
    cells: list[Cell],
    letter_of: Callable[[Expression], str],
) -> list[Cell]:
    if not isinstance(built, Mapping):
        return [Cell(letter_of(built), built, cells[place.start].start, cells[place.end - 1].end)]
    named = {at: built[name] for name, at in place.parts if name in built}
    hidden = {at for name, at in place.parts if name not in built}
    return [
        Cell(letter_of(named[at]), named[at], cells[at].start, cells[at].end) if at in named else cells[at]
        for at in range(place.start, place.end)
        if at in named or at not in hidden
    ]
