"""The claims of a document: each of its dates makes one, with the sentence as evidence."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.events.acts import Acts, Span, acts_of_dates, find_acts, kind_of
from extract.events.headline import headline
from extract.model import ActorMention, ActorType, DateBasis, Event, Manner, Sentence, Timex, TimexType

EVENT_ID_LENGTH = 16
"""Hex digits of a digest: 64 bits tell billions of claims apart."""

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


def claims(
    source_id: str, dated: Sequence[Dated], actors: Sequence[ActorMention], language: str, connectives: Sequence[str]
) -> tuple[Event, ...]:
    """One claim for each date; `connectives` are folded words that a headline drops from its beginning."""
    dating = list(_with_ranges_whole(each for each in dated if _dates(each.timex)))
    times = sorted((each.timex.start, each.timex.end) for each in dated)
    acts = _acts(dating, language, [(actor.start, actor.end) for actor in actors], times)
    return tuple(_claim(source_id, each, actors, done, connectives) for each, done in zip(dating, acts, strict=True))


def _acts(dating: Sequence[Dated], language: str, names: Sequence[Span], times: Sequence[Span]) -> Iterator[Acts]:
    """What each date dates; `names` and `times` are bounds in the text, in order."""
    for sentence, together in groupby(dating, key=lambda each: each.sentence):
        found = find_acts(sentence, language, _within(names, sentence), _within(times, sentence))
        yield from acts_of_dates(sentence, found, [(each.timex.start, each.timex.end) for each in together])


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
    source_id: str, each: Dated, actors: Sequence[ActorMention], acts: Acts, connectives: Sequence[str]
) -> Event:
    sentence, timex = each.sentence, each.timex
    return Event(
        event_id=event_id(source_id, timex.start, timex.end),
        timex=timex,
        headline=headline(sentence.text, timex.start - sentence.start, timex.end - sentence.start, connectives),
        sentence=sentence.text,
        sentence_start=sentence.start,
        status=each.manner.status,
        actors=actors_of(sentence, actors),
        acts=acts,
        kind=kind_of(acts),
    )


def event_id(source_id: str, start: int, end: int) -> str:
    """The same for the same words of the same document, on every run and machine."""
    return hashlib.sha256(f"{source_id}:{start}:{end}".encode()).hexdigest()[:EVENT_ID_LENGTH]


def actors_of(sentence: Sentence, actors: Sequence[ActorMention]) -> dict[str, ActorType]:
    """Those whom a sentence names by canonical name, in its order, each as what it is first; `actors` are in order."""
    first = bisect_left(actors, sentence.start, key=lambda actor: actor.start)
    last = bisect_left(actors, sentence.end, key=lambda actor: actor.start)
    named: dict[str, ActorType] = {}
    for actor in actors[first:last]:
        named.setdefault(actor.canonical, actor.type)
    return named
