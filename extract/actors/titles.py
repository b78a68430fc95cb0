"""Where a text names an office: which one, of which state, still held or over, and where its holder may stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.actors.beside import Company, company
from extract.actors.gazetteer import Phrases, folded_paradigms, forms, words_of
from extract.actors.lexicon import language
from extract.actors.office import Office
from extract.actors.prose import Prose
from extract.actors.states import state_at, state_before

MOST_BETWEEN = 8
"""So many words at most stand between an office and its holder, or its state."""

LONGEST_COMPANY = 2
"""So many words at most make one expression beside an office."""


class Called(NamedTuple):
    """What a title means: the offices it may be, and whether the word itself says that they are over."""

    offices: frozenset[Office]
    former: bool


class Step(NamedTuple):
    """An expression beside an office: its words, what it says, and the state that it names."""

    first: int
    last: int
    company: Company
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """An office that a text names."""

    first: int
    """The first word that says something of it."""
    before: int
    """The word before which a name may stand, behind a comma."""
    after: int
    """The word at which a name may begin."""
    offices: frozenset[Office]
    former: bool
    elect: bool
    """Whether it is soon to begin."""
    states: frozenset[str]
    open: bool
    """Whether it is the office of something that the data do not know: "president of ..."."""
    comma: bool
    """Whether a comma stands before what follows."""


@cache
def titles(code: str) -> Phrases[Called]:
    """What the holders of offices are called in a language, in all forms."""
    data = language(code)
    offices: defaultdict[tuple[str, ...], set[Office]] = defaultdict(set)
    for office, names in data.offices.items():
        for name in names:
            for form in forms(words_of(name), folded_paradigms(data)):
                offices[form].add(office)
    table: Phrases[Called] = Phrases()
    past = [word for each in data.former for word in words_of(each)]
    for form, found in offices.items():
        table.add(form, Called(frozenset(found), False))
        for word in past:
            if (word + form[0], *form[1:]) not in offices:
                table.add((word + form[0], *form[1:]), Called(frozenset(found), True))
    return table


def find_titles(prose: Prose) -> Iterator[Title]:
    """The offices that a text names, those left out that are others: "vice president"."""
    table = titles(prose.code)
    end = 0
    for index in prose.beginnings(table):
        last, called = next(prose.phrases_at(table, index), (end, None))
        if index >= end and called:
            end = last
            if title := _title(prose, index, last, called):
                yield title


def _title(prose: Prose, first: int, last: int, called: Called) -> Title | None:
    behind, ahead = list(_steps_back(prose, first)), list(_steps_on(prose, last))
    steps = [*behind, *ahead]
    if any(step.company is Company.LESSER for step in steps):
        return None
    after = ahead[-1].last if ahead else last
    return Title(
        first=min([first, *(step.first for step in behind if step.company is not Company.LINK)]),
        before=behind[-1].first if behind else first,
        after=after,
        offices=called.offices,
        former=called.former or any(step.company is Company.FORMER for step in steps),
        elect=any(step.company is Company.ELECT for step in steps),
        states=frozenset(step.state for step in steps if step.state),
        open=bool(ahead) and ahead[-1].company is Company.LINK,
        comma=after < len(prose) and prose.gap(after) == ",",
    )


def _steps_back(prose: Prose, index: int) -> Iterator[Step]:
    for _ in range(MOST_BETWEEN):
        if not prose.joined(index):
            return
        step = _step_before(prose, index)
        if step is None:
            return
        yield step
        index = step.first


def _step_before(prose: Prose, index: int) -> Step | None:
    for first in range(max(0, index - LONGEST_COMPANY), index):
        for last, kind in prose.phrases_at(company(prose.code), first):
            if last == index:
                return Step(first, last, kind)
    found = state_before(prose, index)
    return Step(found[0], index, Company.STATE, found[1]) if found else None


def _steps_on(prose: Prose, index: int) -> Iterator[Step]:
    for _ in range(MOST_BETWEEN):
        if not (prose.joined(index) or (index < len(prose) and prose.gap(index) == "." and prose.is_short(index - 1))):
            return
        step = _step_at(prose, index)
        if step is None:
            return
        yield step
        index = step.last


def _step_at(prose: Prose, index: int) -> Step | None:
    for last, kind in prose.phrases_at(company(prose.code), index):
        return Step(index, last, kind)
    found = state_at(prose, index)
    return Step(index, found[0], Company.STATE, found[1]) if found else None
