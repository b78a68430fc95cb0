"""Of whom a headline speaks where its own words do not say so, told in brackets from the text before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.events.about import LONGEST_TEXT, About, about, with_names
from extract.events.centre import Named, Told, named_in, with_company
from extract.events.clauses import ClauseWords, clause_words
from extract.events.foregoing import REACH, Foregoing, lead_of, with_foregoing
from extract.events.pronouns import FARTHEST_NAME, Around, with_name
from extract.model import ActorMention, ActorType, Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What a source tells for all its headlines."""

    named: Named
    about: About
    lead: tuple[str, int]
    """The sentence that says what a report is about, and where it ends."""
    language: str
    words: ClauseWords
    connectives: Sequence[str]


def context_of(text: str, actors: Sequence[ActorMention], language: str, connectives: Sequence[str]) -> Context:
    """The context of a source's headlines, looked through once."""
    words = clause_words(language)
    lead = lead_of(text, actors, words) if len(text) <= LONGEST_TEXT else ("", 0)
    return Context(named_in(text, actors), about(text, actors), lead, language, words, connectives)


def with_whom(headline: str, date: str, sentence: Sentence, said: Sequence[int], context: Context) -> str:
    """A headline with the name of whom it only calls he or the company, else with what it goes on from.

    One that names nobody of whom the text is has their names before it. At `said` words begin that say something.
    """
    actors, words = context.named.actors, context.words
    bounds = (sentence.start - FARTHEST_NAME, sentence.start, sentence.end)
    far, first, last = (bisect_left(actors, bound, key=lambda actor: actor.start) for bound in bounds)
    called = with_name(headline, context.language, Around(sentence, actors[far:first], actors[first:last], said))
    within = [each for each in actors[first:last] if _one_line(each.text) in headline]
    if called == headline:
        called = with_company(Told(headline, date, sentence.start, within), context.named, words)
    if called == headline and not (words.goes_back(headline) or words.ends_unnamed(headline)):
        called = with_names(headline, date, within, context.about, words)
    if called != headline:
        return called
    before = context.named.text[max(0, sentence.start - REACH - 1) : sentence.start]
    speaks = any(each.type is ActorType.PERSON for each in within)
    lead, ends = context.lead
    foregoing = Foregoing(before, [each.text for each in within], speaks, lead if ends <= sentence.start else "")
    return with_foregoing(headline, date, foregoing, words, context.connectives)


def _one_line(words: str) -> str:
    return " ".join(words.split())
