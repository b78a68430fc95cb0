"""What a text's people, states and things say of its age."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.actors.holders import named_in_full
from extract.actors.incumbents import Incumbent, incumbents
from extract.actors.lookback import without_looking_back
from extract.actors.nearby import is_gone
from extract.actors.prose import Prose, read_prose
from extract.actors.roll import Holder, Term
from extract.actors.things import thing_eras
from extract.era import Era, EraKind
from extract.model import ActorMention, ActorType
from extract.reason import Element, Reason

LEAD = 730
"""Days before an office in which its holders are in the news already: as candidates, or in offices not listed."""

LONGEST_WAIT = 120
"""Days between an election and the office: four months in the United States until 1933, less elsewhere."""

UNTITLED_NEAR = 0.3
"""A name without its office must lie nearer to its holder's than one that the office confirms."""


def eras(text: str, language: str, actors: Sequence[ActorMention]) -> tuple[Era, ...]:
    """The stretches of time in which a text that names these people and things was likely written."""
    prose = read_prose(text, language)
    named = list(incumbents(prose, {actor.start: actor for actor in actors}))
    titled = {holder for each in named for holder in each.terms}
    found = [
        *_former(named),
        *_elect(named),
        *_in_office(named, _falling(prose, actors, named)),
        *_untitled(actors, titled),
        *thing_eras(prose),
    ]
    return tuple(dict.fromkeys(without_looking_back(found)))


def _former(named: Sequence[Incumbent]) -> Iterator[Era]:
    """Whose office is called over is written of after it ended: where several may be meant, after the first end."""
    for words, terms in _once(each for each in named if each.former):
        if ends := [term.line.last for term in terms if term.line.last]:
            end = min(ends, key=lambda when: when.days)
            told = Reason("left_office", {"words": words, "day": end.told})
            yield Era(words, end.days.start, None, EraKind.FORMER, told)


def _elect(named: Sequence[Incumbent]) -> Iterator[Era]:
    """Who is chosen for an office has not yet come to it."""
    for words, terms in _once(each for each in named if each.elect and not each.former):
        for term in terms:
            first = term.line.first
            told = Reason("came_to_office", {"words": words, "day": first.told})
            yield Era(words, first.days.start - LONGEST_WAIT, first.days.last, EraKind.ELECT, told)


def _in_office(named: Sequence[Incumbent], falling: set[int]) -> Iterator[Era]:
    """Who is named with an office holds it, unless the text calls it over elsewhere; its end may be what it tells."""
    over = {holder for each in named if each.former and len(each.terms) == 1 for holder in each.terms}
    held = [each for each in named if not (each.former or each.elect or over & set(each.terms))]
    ending = {holder for each in held if each.start in falling for holder in each.terms}
    for words, terms in _once(each for each in held if not ending & set(each.terms)):
        for term in terms:
            first, last = term.line.first, term.line.last
            told = Reason("holds_office", {"words": words, "first": first.told})
            if last:
                told = Reason("held_office", {"words": words, "first": first.told, "last": last.told})
            yield Era(words, first.days.start, last.days.last if last else None, EraKind.IN_OFFICE, told)
    for words, terms in _once(each for each in held if ending & set(each.terms)):
        first = min((term.line.first for term in terms), key=lambda when: when.days)
        told = Reason("office_may_end", {"words": words, "day": first.told})
        yield Era(words, first.days.start, None, EraKind.HOLDER, told)


def _once(named: Iterable[Incumbent]) -> Iterator[tuple[str, tuple[Term, ...]]]:
    """The terms that each of those in office may mean, with the words that name them first."""
    words: dict[tuple[Term, ...], str] = {}
    for each in named:
        words.setdefault(tuple(term for terms in each.terms.values() for term in terms), each.words)
    yield from ((told, terms) for terms, told in words.items())


def _falling(prose: Prose, actors: Sequence[ActorMention], named: Sequence[Incumbent]) -> set[int]:
    """Where those are named in office of whom the text tells that they fell."""
    starts = {each.start for each in named}
    canonical = {actor.canonical for actor in actors if actor.start in starts}
    mentions = [actor for actor in actors if actor.canonical in canonical]
    fallen = {actor.canonical for actor in mentions if is_gone(prose, *prose.at(actor.start, actor.end))}
    return {actor.start for actor in mentions if actor.canonical in fallen and actor.start in starts}


def _untitled(actors: Iterable[ActorMention], titled: set[Holder]) -> Iterator[Era]:
    """Holders of offices who are named in full without them: hardly long before the world knew them."""
    for text in dict.fromkeys(actor.text for actor in actors if actor.type is ActorType.PERSON):
        gap, holders = named_in_full(" ".join(text.split()))
        if gap <= UNTITLED_NEAR and not titled & set(holders):
            first = min(holders, key=lambda holder: holder.known.days)
            office = Reason(first.terms[0].office, {"state": first.terms[0].state})
            since = first.terms[0].line.first.told
            parts: dict[str, Element] = {"words": text, "day": first.known.told, "office": office, "since": since}
            told = Reason("known_since", parts)
            yield Era(text, first.known.days.start - LEAD, None, EraKind.HOLDER, told)
