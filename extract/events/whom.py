"""Of whom a headline speaks where its own words do not say so, told in brackets from the text before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.events.about import About, about, with_names
from extract.events.centre import Named, Told, named_in, with_company
from extract.events.clauses import Bounds, ClauseWords, clause_words
from extract.events.foregoing import REACH, Foregoing, with_foregoing
from extract.events.pronouns import FARTHEST_NAME, Around, with_name
from extract.events.trim import one_line
from extract.model import ActorMention, ActorType, Sentence


@dataclass(frozen=True, slots=True)
class Background:
    """What a source tells for all its headlines."""

    named: Named
    about: About
    times: Sequence[Bounds]
    """The bounds of all dates, in order: their words are nobody's names."""
    language: str
    words: ClauseWords
    connectives: Sequence[str]


def background_of(
    text: str, actors: Sequence[ActorMention], times: Sequence[Bounds], language: str, connectives: Sequence[str]
) -> Background:
    """The background of a source's headlines, looked through once."""
    words = clause_words(language)
    return Background(named_in(text, actors), about(text, actors, words), times, language, words, connectives)


def with_whom(headline: str, date: str, sentence: Sentence, said: Sequence[int], background: Background) -> str:
    """A headline with the name of whom it only calls he or the company, else with what it goes on from.

    One that names nobody of whom the text is has their names before it. At `said` words begin that say something.
    """
    actors, words = background.named.actors, background.words
    bounds = (sentence.start - FARTHEST_NAME, sentence.start, sentence.end)
    far, first, last = (bisect_left(actors, bound, key=lambda actor: actor.start) for bound in bounds)
    called = with_name(headline, background.language, Around(sentence, actors[far:first], actors[first:last], said))
    within = [each for each in actors[first:last] if one_line(each.text) in headline]
    dates = _dates_of(sentence, background)
    if called == headline:
        called = with_company(Told(headline, date, sentence.start, within), background.named, words)
    if called == headline and not (words.goes_back(headline) or words.ends_unnamed(headline)):
        called = with_names(headline, date, within, background.about, words, dates)
    if called != headline:
        return called
    before = background.named.text[max(0, sentence.start - REACH - 1) : sentence.start]
    lead = background.about.lead if background.about.lead_ends <= sentence.start else ""
    # Without capitals many who are named are not found, and a place may be all that is.
    may_be_where = lead and headline.lower() != headline.upper()
    places = [each.text for each in within if may_be_where and each.type is ActorType.PLACE]
    named = [each.text for each in within if each.text not in places]
    speaks = any(each.type is ActorType.PERSON for each in within)
    foregoing = Foregoing(before, named, speaks, lead, " ".join([dates, *places]))
    return with_foregoing(headline, date, foregoing, words, background.connectives)


def _dates_of(sentence: Sentence, background: Background) -> str:
    """The words of all dates of a sentence."""
    first, last = (bisect_left(background.times, (bound, 0)) for bound in (sentence.start, sentence.end))
    return " ".join(background.named.text[slice(*bounds)] for bounds in background.times[first:last])
