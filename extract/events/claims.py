"""The claims of a document: each of its dates makes one, with the sentence as evidence."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from extract.events.acts import Acts, Span, acts_of_dates, find_acts, kind_of
from extract.events.dated import Verbs
from extract.events.figures import find_figures
from extract.events.headline import headline
from extract.events.whom import Background, background_of, with_whom
from extract.figure import Figure
from extract.kind import Kind
from extract.model import ActorMention, ActorType, DateBasis, Event, Manner, Sentence, Status, Timex, TimexType
from extract.reason import Reason, quotes

EVENT_ID_LENGTH = 16
"""Hex digits of a digest: 64 bits tell billions of claims apart."""

LONGEST_PASSAGE = 600
"""Characters from a claim's sentence on, in which its figures stand: what is farther is about something else."""

DATING_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
"""A duration or a repeated time dates no event, but for a length counted from one: "a month after the attack"."""


RANGE_SIGN = "/"
"""What EDTF writes between the ends of a range, and the event table between their TIMEX3 values."""

PRESENT = "PRESENT_REF"
"""TIMEX3's value of "now", which every text says of anything."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved date, the manner of its clause and the sentence it stands in."""

    timex: Timex
    manner: Manner
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """A source's text with what was found in it besides dates."""

    source_id: str
    text: str
    language: str
    actors: Sequence[ActorMention]
    connectives: Sequence[str]
    """Folded words that no headline begins with."""


def claims(page: Page, dated: Sequence[Dated]) -> tuple[Event, ...]:
    """One claim for each date of a page, in its order."""
    dating = list(_with_ranges_whole(each for each in dated if _dates(each.timex)))
    times = sorted((each.timex.start, each.timex.end) for each in dated)
    done, passages = _done(page, dating, times), _passages(page, dating)
    background = background_of(page.text, page.actors, times, page.language, page.connectives)
    return tuple(
        _claim(page, background, each, *acts, find_figures(passage, page.language, times), signs)
        for each, acts, passage, signs in zip(dating, done, passages, _in_signs(page.text, dating), strict=True)
    )


def _passages(page: Page, dating: Sequence[Dated]) -> Iterator[Sentence]:
    """The sentence of each date with what goes on from it in its paragraph, up to the next sentence with a date."""
    starts = sorted({each.sentence.start for each in dating})
    for each in dating:
        start, end = each.sentence.start, each.sentence.end
        after = bisect_right(starts, start)
        bound = min(starts[after] if after < len(starts) else len(page.text), start + LONGEST_PASSAGE)
        paragraph = page.text.find("\n", end)
        last = max(end, min(bound, paragraph if paragraph >= 0 else bound))
        yield Sentence(start, last, page.text[start:last])


def _done(page: Page, dating: Sequence[Dated], times: Sequence[Span]) -> Iterator[tuple[Acts, Verbs]]:
    """What each date dates, and where words for what is done begin in its sentence.

    `times` are the bounds of all dates of the page, in order.
    """
    names = [(actor.start, actor.end) for actor in page.actors]
    for sentence, together in groupby(dating, key=lambda each: each.sentence):
        found = find_acts(sentence, page.language, _within(names, sentence), _within(times, sentence))
        said = tuple(act.start - sentence.start for act in found if kind_of((act.act,)) is Kind.STATEMENT)
        verbs = Verbs(said, tuple(sorted({act.start - sentence.start for act in found})))
        for acts in acts_of_dates(sentence, found, [(each.timex.start, each.timex.end) for each in together]):
            yield acts, verbs


def _within(spans: Sequence[Span], sentence: Sentence) -> Sequence[Span]:
    return spans[bisect_left(spans, (sentence.start, 0)) : bisect_left(spans, (sentence.end, 0))]


def _dates(timex: Timex) -> bool:
    if timex.value == PRESENT:
        return False
    return timex.type in DATING_TYPES or timex.basis is DateBasis.EVENT


def _with_ranges_whole(dated: Iterable[Dated]) -> Iterator[Dated]:
    """The dates, with the two ends of a range as one: they date one happening."""
    held: Dated | None = None
    for each in dated:
        if held and is_range_end(held.timex, each.timex) and held.sentence == each.sentence:
            held = replace(held, timex=_whole_range(held, each))
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def is_range_end(one: Timex, other: Timex) -> bool:
    """Whether two dates that follow one another are the ends of a range."""
    return one.edtf is not None and RANGE_SIGN in one.edtf and (one.edtf, one.interval) == (other.edtf, other.interval)


def _whole_range(first: Dated, last: Dated) -> Timex:
    one, other, offset = first.timex, last.timex, first.sentence.start
    words = first.sentence.text[one.start - offset : other.end - offset]
    return replace(one, end=other.end, text=words, value=f"{one.value}{RANGE_SIGN}{other.value}", mod=None)


def _claim(
    page: Page, background: Background, each: Dated, acts: Acts, verbs: Verbs, figures: tuple[Figure, ...], signs: Span
) -> Event:
    sentence, timex = each.sentence, each.timex
    start, end = timex.start - sentence.start, timex.end - sentence.start
    told = headline(sentence.text, start, end, page.connectives, verbs, page.language)
    return Event(
        event_id=event_id(page.source_id, *signs),
        timex=replace(timex, explanation=_explained(timex.explanation, each.manner)),
        headline=with_whom(told, timex.text, sentence, verbs.said, background),
        sentence=sentence.text,
        sentence_start=sentence.start,
        status=each.manner.status,
        actors=actors_of(sentence, page.actors),
        acts=acts,
        kind=kind_of(acts),
        figures=figures,
    )


def _explained(explanation: Reason, manner: Manner) -> Reason:
    """Why this date, and by which words it is told otherwise than as a plain report, unless that is said already."""
    cue = manner.status_words
    if manner.status is Status.REPORTED or not cue or quotes(explanation, cue):
        return explanation
    return Reason(f"told_{manner.status}", {"explanation": explanation, "words": cue})


def _in_signs(text: str, dating: Sequence[Dated]) -> Iterator[Span]:
    """The bounds of each date in signs that are no white space, of which a document may have more or less."""
    bounds = sorted({bound for each in dating for bound in (each.timex.start, each.timex.end)})
    counts = accumulate(sum(map(len, text[one:other].split())) for one, other in pairwise([0, *bounds]))
    at = dict(zip(bounds, counts, strict=True))
    return ((at[each.timex.start], at[each.timex.end]) for each in dating)


def event_id(source_id: str, start: int, end: int) -> str:
    """The same for the same words of the same document, on every run and machine; bounds count signs, not blanks."""
    return hashlib.sha256(f"{source_id}:{start}:{end}".encode()).hexdigest()[:EVENT_ID_LENGTH]


def actors_of(sentence: Sentence, actors: Sequence[ActorMention]) -> dict[str, ActorType]:
    """Those whom a sentence names by canonical name, in its order, each as what it is first; `actors` are in order."""
    first = bisect_left(actors, sentence.start, key=lambda actor: actor.start)
    last = bisect_left(actors, sentence.end, key=lambda actor: actor.start)
    named: dict[str, ActorType] = {}
    for actor in actors[first:last]:
        named.setdefault(actor.canonical, actor.type)
    return named
