"""Whom a report is about, in brackets before a headline that names nobody: "[Iraq, Turkey] The text was agreed"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.events.centre import name_of
from extract.events.clauses import ClauseWords
from extract.events.foregoing import has_name, lead_of
from extract.events.trim import LONGEST_HEADLINE, with_date
from extract.model import ActorMention, ActorType

LONGEST_TEXT = 6000
"""Characters of a report; a longer text tells of many things, and whom it names first says little of each."""

LEAD = 300
"""Characters of a report's first sentences, which say of whom it is."""

FEWEST_MENTIONS = 2
"""Of those named there, it is about those of whom it goes on to tell."""

MOST_NAMES = 2
SHARE_OF_FIRST = 0.6
"""Of the mentions of the first, as many must the second have."""

LEAST_SHARE = 0.2
"""Of all mentions of bodies and places, that those of whom it is about must have: a survey is about no one."""

ONE_PLACE_SHARE = 0.35
"""The same for a single place, which tells less of who is meant."""

LONGEST_NAMES = 45
"""Characters of names that leave room for what happened."""

DATELINE = re.compile(r"\s*[^\n]{1,60}?(?:\)\s*[-_\u2013\u2014]*|\s[-\u2013\u2014]{1,2})\s")
"""Where a report comes from: its place is not of whom it is."""


@dataclass(frozen=True, slots=True)
class About:
    """Whom and what a text is about."""

    names: Mapping[str, str]
    """By canonical names what the text calls them, the first most."""
    beside: frozenset[ActorType] = frozenset()
    """What may be named in a sentence that they stand before: it is not taken for one of them."""
    lead: str = ""
    """The sentence that says what the text is about; empty where none does."""
    lead_ends: int = 0


def about(text: str, actors: Sequence[ActorMention], words: ClauseWords) -> About:
    """The bodies, else places, that a text is about; none where it is long. Persons come and go in a report."""
    if len(text) > LONGEST_TEXT:
        return About({})
    named = list(_without_dateline(text, actors))
    counts = Counter(each.canonical for each in named if each.type is not ActorType.PERSON)
    lead = list(dict.fromkeys(each.canonical for each in named if each.start < LEAD))
    order = sorted((each for each in lead if counts[each] >= FEWEST_MENTIONS), key=lambda name: -counts[name])
    told = [name for name in order[:MOST_NAMES] if counts[name] >= SHARE_OF_FIRST * counts[order[0]]]
    types = {each.canonical: each.type for each in reversed(named)}
    is_body = bool(told) and types[told[0]] is ActorType.ORGANISATION
    least = LEAST_SHARE if is_body or len(told) > 1 else ONE_PLACE_SHARE
    if sum(counts[name] for name in told) < least * counts.total():
        told = []
    beside = {ActorType.PERSON, ActorType.PLACE} if is_body else {ActorType.PLACE} if len(told) > 1 else set()
    return About({name: _called(name, named) for name in told}, frozenset(beside), *lead_of(text, actors, words))


def with_names(
    headline: str, date: str, within: Sequence[ActorMention], of: About, words: ClauseWords, dates: str = ""
) -> str:
    """A headline that names nobody, with those before it whom the text is about.

    Persons and places may stand in it where that is a body, places where they are two. The headline stays where the
    words of its date would be cut; words of other `dates` are no names.
    """
    others = {each.type for each in within} - of.beside
    if not of.names or others or any(each.canonical in of.names for each in within):
        return headline
    if has_name(headline, " ".join([date, dates, *(each.text for each in within)])):
        return headline
    name = f"[{', '.join(of.names.values())}]"
    if len(name) > LONGEST_NAMES:
        return headline
    own = with_date(headline, date, words.unfinished, LONGEST_HEADLINE - len(name) - 1)
    return headline if own is None else f"{name} {own}"


def _without_dateline(text: str, actors: Sequence[ActorMention]) -> Iterator[ActorMention]:
    found = DATELINE.match(text)
    return (each for each in actors if not each.ignored and each.start >= (found.end() if found else 0))


def _called(canonical: str, actors: Sequence[ActorMention]) -> str:
    """What a text calls somebody most often; the shortest of its words for it, as cases are longer than names."""
    forms = Counter(name_of(each) for each in actors if each.canonical == canonical)
    return min(forms, key=lambda form: (-forms[form], len(form), form))
