"""The company that a text goes on about, named in brackets where a headline says "the company", or no name at all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.events.clauses import Bounds, ClauseWords
from extract.events.foregoing import SENTENCE_BEGIN
from extract.events.trim import LONGEST_HEADLINE, one_line, with_date
from extract.model import ActorMention, ActorType

REACH = 1500
"""Characters before a sentence in which the company stands that it goes on about: some ten sentences."""

LONGEST_OPENING = 40
"""Characters of a sentence among which the name of its subject begins: "In the same period, Gazprom ..."."""

MAIN_SHARE = 0.5
"""Of the sentences before that begin with a body or a place: where more begin with one, the text is about that one."""

LONGEST_NAME = 50
"""Characters of a name that leaves room for what happened."""


@dataclass(frozen=True, slots=True)
class Told:
    """A headline, the words of its date in it, and the sentence that it is of, with whom that names."""

    headline: str
    date: str
    start: int
    within: Sequence[ActorMention]


@dataclass(frozen=True, slots=True)
class Named:
    """A source's text and whom it names, in order."""

    text: str
    actors: Sequence[ActorMention]
    firms: frozenset[str]
    """Canonical names of those that the text once gives with their legal form."""
    others: frozenset[str]
    """Those of other bodies that it names more than once."""


def named_in(text: str, actors: Sequence[ActorMention]) -> Named:
    """Whom a source names, looked through once for all its headlines."""
    bodies = [each for each in actors if each.type is ActorType.ORGANISATION]
    counts = Counter(each.canonical for each in bodies)
    firms = frozenset(each.canonical for each in bodies if name_of(each) != one_line(each.text))
    return Named(text, actors, firms, frozenset(name for name, count in counts.items() if count > 1) - firms)


def with_company(told: Told, named: Named, words: ClauseWords) -> str:
    """A headline with the company's name: "The company [Gazprom] said", "[Gazprom] Net income rose".

    "The company" is the one with which the nearest sentence before begins. A headline that names nobody gets one only
    where most sentences before begin with it, and where it is sure to be a company. The headline stays where there is
    none, or where the date's words would be cut.
    """
    headline, called = told.headline, words.company(told.headline)
    if not _lacks_name(told, called, words):
        return headline
    begun = list(_begun(named, told.start))
    possible = named.firms | named.others if called else named.firms
    nearest = next((each for each in begun if each.canonical in possible), None)
    if nearest is None or name_of(nearest) in headline or (called is None and not _is_main(nearest, begun)):
        return headline
    name, end = f"[{name_of(nearest)}]", called[1] if called else 0
    if len(name) > LONGEST_NAME:
        return headline
    own = with_date(headline, told.date, words.unfinished, LONGEST_HEADLINE - len(name) - 1)
    if own is None or end > len(own):
        return headline
    return f"{own[:end]} {name}{own[end:]}" if called else f"{name} {own}"


def _lacks_name(told: Told, called: Bounds | None, words: ClauseWords) -> bool:
    """Whether a headline names nobody, or no company before the words for one and none by what follows these."""
    if called is None:
        return not told.within and not words.goes_back(told.headline)
    first, last = called
    is_named = any(each.type is ActorType.ORGANISATION and each.text in told.headline[:first] for each in told.within)
    return not is_named and not words.tells_which(told.headline[last:])


def _begun(named: Named, start: int) -> Iterator[ActorMention]:
    """Those with whom the sentences before begin, the nearest first."""
    least, actors = max(0, start - REACH), named.actors
    found = SENTENCE_BEGIN.finditer(named.text[least:start])
    bounds = [0 if least == 0 else start, *(least + each.end() for each in found)]
    for bound in sorted(bounds, reverse=True):
        first = bisect_left(actors, bound, key=lambda actor: actor.start)
        if first < len(actors) and actors[first].start < min(bound + LONGEST_OPENING, start):
            yield actors[first]


def _is_main(one: ActorMention, begun: Sequence[ActorMention]) -> bool:
    counts = Counter(each.canonical for each in begun if each.type is not ActorType.PERSON)
    return counts[one.canonical] > MAIN_SHARE * counts.total()


def name_of(actor: ActorMention) -> str:
    """A name as the text has it, without a company's legal form."""
    name = one_line(actor.text)
    return actor.own_name if actor.own_name and name.startswith(f"{actor.own_name} ") else name
