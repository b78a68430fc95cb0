"""Whose office a text names: each title with the holders that the name beside it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.actors.beside import Company, company
from extract.actors.holders import named_alone, named_in_full
from extract.actors.names import APART
from extract.actors.prose import Prose
from extract.actors.roll import Holder, Term
from extract.actors.states import state_at
from extract.actors.titles import Title, find_titles
from extract.model import ActorMention

LONGEST_NAME = 5
"""So many words at most make a name."""


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Somebody named with an office: the words, and the terms that may be meant, by holder."""

    words: str
    start: int
    """Where the name begins in the text."""
    former: bool
    elect: bool
    terms: Mapping[Holder, tuple[Term, ...]]


def incumbents(prose: Prose, actors: Mapping[int, ActorMention]) -> Iterator[Incumbent]:
    """Those that a text names with an office, in order; the actors by where they begin."""
    for title in find_titles(prose):
        found = _in_front(prose, title, actors) or _behind(prose, title)
        if found:
            first, last, terms = found
            words = " ".join(prose.surface(min(first, title.first), max(last, title.after)).split())
            yield Incumbent(words, prose.span(first, last)[0], title.former, title.elect, terms)


Found = tuple[int, int, dict[Holder, tuple[Term, ...]]]


def _in_front(prose: Prose, title: Title, actors: Mapping[int, ActorMention]) -> Found | None:
    """The name that follows a title."""
    begin = title.after
    end = _run_end(prose, begin, title.comma)
    found = _best(prose, title, [(begin, last) for last in range(begin + 2, end + 1)])
    found = found or _with_particle(prose, title, begin, end)
    if found or end == begin or title.comma or (title.open and prose.words[begin - 1] not in prose.lexicon.honorifics):
        return found
    return _alone(prose, title, begin, actors)


def _run_end(prose: Prose, begin: int, comma: bool) -> int:
    """Where the words that may be a name end."""
    end = begin
    while end < len(prose) and end - begin < LONGEST_NAME and prose.may_name(end):
        joined = prose.joined(end) or (prose.gap(end) == "." and prose.is_short(end - 1))
        if not joined and not (comma and end == begin):
            break
        end += 1
    return end


def _best(prose: Prose, title: Title, spans: list[tuple[int, int]]) -> Found | None:
    """The span that comes nearest to a full name of the office's holders."""
    least, best = APART, None
    for first, last in spans:
        gap, holders = named_in_full(prose.surface(first, last))
        terms = _terms(title, holders, title.states)
        if terms and gap < least:
            least, best = gap, (first, last, terms)
    return best


def _with_particle(prose: Prose, title: Title, begin: int, end: int) -> Found | None:
    """A surname or a monarch's name with its small words and number: "al-Assad", "Elizabeth II"."""
    terms = _terms(title, named_alone(prose.surface(begin, end)), title.states) if end - begin > 1 else {}
    return (begin, end, terms) if terms else None


def _terms(title: Title, holders: tuple[Holder, ...], states: frozenset[str]) -> dict[Holder, tuple[Term, ...]]:
    found = {
        holder: tuple(
            term for term in holder.terms if term.office in title.offices and (not states or term.state in states)
        )
        for holder in holders
    }
    return {holder: terms for holder, terms in found.items() if terms}


def _alone(prose: Prose, title: Title, at: int, actors: Mapping[int, ActorMention]) -> Found | None:
    """A surname alone, where no more of a name follows it."""
    start, end = prose.span(at, at + 1)
    mention = actors.get(start)
    if prose.caseless(at):
        if mention is None or mention.end != end:
            return None
    elif _goes_on(prose, at + 1):
        return None
    state = _state_behind(prose, at + 1)
    terms = _terms(title, _alone_as(prose, at), frozenset({*title.states, *([state] if state else [])}))
    if mention and not title.former and len(mention.canonical.split()) > 1:
        full = named_in_full(mention.canonical)[1]
        terms = {holder: each for holder, each in terms.items() if holder in full} or terms
    return (at, at + 1, terms) if terms else None


def _alone_as(prose: Prose, at: int) -> tuple[Holder, ...]:
    """Who goes by a surname as it stands, or without the ending of its case."""
    word = prose.words[at]
    stem = prose.lexicon.stem(word)
    return named_alone(prose.surface(at, at + 1)) or (named_alone(stem) if stem != word else ())


def _goes_on(prose: Prose, at: int) -> bool:
    """Whether a name goes on with another capitalised word: "Queen Elizabeth Hospital"."""
    if prose.lexicon.noun_capitals or at >= len(prose) or not prose.joined(at):
        return False
    return prose.capital(at) and prose.may_name(at) and not state_at(prose, at)


def _state_behind(prose: Prose, at: int) -> str | None:
    """The state that a monarch's name goes on with: "King Abdullah of Jordan"."""
    if at + 1 >= len(prose) or not (prose.joined(at) and prose.joined(at + 1)):
        return None
    if next((kind for last, kind in prose.phrases_at(company(prose.code), at)), None) is not Company.LINK:
        return None
    found = state_at(prose, at + 1)
    return found[1] if found else None


def _behind(prose: Prose, title: Title) -> Found | None:
    """The name before a title that stands behind a comma: "Bill Clinton, the American president"."""
    end = title.before
    if end == 0 or title.open or prose.gap(end) != ",":
        return None
    begin = end
    while end - begin < LONGEST_NAME and begin > 0 and prose.may_name(begin - 1):
        begin -= 1
        if not (prose.joined(begin) or (prose.gap(begin) == "." and begin and prose.is_short(begin - 1))):
            break
    found = _best(prose, title, [(first, end) for first in range(begin, end - 1)])
    if found or not title.states or begin != end - 1:
        return found
    terms = _terms(title, _alone_as(prose, begin), title.states)
    return (begin, end, terms) if terms else None
