"""Who a text names: people, states and organisations, in any language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.actors.capitals import find_capitalised
from extract.actors.caseless import find_caseless
from extract.actors.company import is_where, says
from extract.actors.firms import firms
from extract.actors.marks import read_page
from extract.actors.page import Found, Page, one_line
from extract.actors.places import type_of
from extract.actors.roles import role_of
from extract.actors.roster import NOBODY, Roster
from extract.actors.tokens import tokenise
from extract.actors.within import People, again, confirmed, namesakes
from extract.model import ActorMention, ActorType, Sentence


def find_actors(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    dates: Sequence[tuple[int, int]],
    roster: Roster = NOBODY,
) -> tuple[ActorMention, ...]:
    """The actors that a text names, in order and without overlap; `dates` are spans that name none.

    Those of the user's `roster` go before all others.
    """
    page = read_page(text, tokenise(text, sentences), language, dates, roster)
    guessed = list(confirmed(page, list(firms(page, [*find_capitalised(page), *find_caseless(page)]))))
    people = People(page, [*guessed, *(each for each in page.known if each.type is ActorType.PERSON)])
    found = _without_overlap([*guessed, *namesakes(page, people, page.known)])
    found = _without_overlap([*found, *again(page, people, found)])
    return tuple(_mention(page, people, each, sentences) for each in found)


def _without_overlap(found: Iterable[Found]) -> list[Found]:
    """In order of place; of two that overlap the longer stays, then the first given."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (each.first, -each.last)):
        if not kept or each.first >= kept[-1].last:
            kept.append(each)
        elif each.last - each.first > kept[-1].last - kept[-1].first:
            kept[-1] = each
    return kept


def _mention(page: Page, people: People, found: Found, sentences: Sequence[Sentence]) -> ActorMention:
    start, end = page.tokens[found.first].start + found.cut, page.tokens[found.last - 1].end
    kind, canonical = _called(page, people, found)
    role = role_of(page, found)
    name = ActorMention(start, end, page.text[start:end], kind, canonical)
    if role is None:
        return name
    told = sentences[bisect_right(sentences, start, key=lambda each: each.start) - 1]
    return replace(name, role=one_line(page.text[slice(*role)]), told_in=(told.start, told.end))


def _called(page: Page, people: People, found: Found) -> tuple[ActorType, str]:
    if found.canonical is not None:
        if found.state and says(page, found.first, found.last) and not is_where(page, found.first):
            return type_of(found.state), found.state
        return found.type, found.canonical
    full = people.full_name(found)
    if full is not None and (found.type is ActorType.PERSON or found.last - found.first == 1):
        return ActorType.PERSON, one_line(full)
    return found.type, one_line(page.surface(found.first, found.last, found.cut))
