"""The claims of a document: each of its dates makes one, with the sentence as evidence."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.events.headline import headline
from extract.model import ActorMention, Event, Manner, Sentence, Timex, TimexType

EVENT_ID_LENGTH = 16
"""Hex digits of a digest: 64 bits tell billions of claims apart."""

DATING_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
"""A duration or a repeated time dates no event."""


PRESENT = "PRESENT_REF"
"""TIMEX3's value of "now", which every text says of anything."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved date, the manner of its clause and the sentence it stands in."""

    timex: Timex
    manner: Manner
    sentence: Sentence


def claims(
    source_id: str, dated: Iterable[Dated], actors: Sequence[ActorMention], connectives: Sequence[str]
) -> tuple[Event, ...]:
    """One claim for each date; `connectives` are folded words that a headline drops from its beginning."""
    dating = (each for each in dated if each.timex.type in DATING_TYPES and each.timex.value != PRESENT)
    return tuple(_claim(source_id, each, actors, connectives) for each in dating)


def _claim(source_id: str, each: Dated, actors: Sequence[ActorMention], connectives: Sequence[str]) -> Event:
    sentence, timex = each.sentence, each.timex
    return Event(
        event_id=event_id(source_id, timex.start, timex.end),
        timex=timex,
        headline=headline(sentence.text, timex.start - sentence.start, timex.end - sentence.start, connectives),
        sentence=sentence.text,
        sentence_start=sentence.start,
        status=each.manner.status,
        actors=actors_of(sentence, actors),
    )


def event_id(source_id: str, start: int, end: int) -> str:
    """The same for the same words of the same document, on every run and machine."""
    return hashlib.sha256(f"{source_id}:{start}:{end}".encode()).hexdigest()[:EVENT_ID_LENGTH]


def actors_of(sentence: Sentence, actors: Sequence[ActorMention]) -> tuple[str, ...]:
    """Canonical names of those whom a sentence names, in its order, each once; `actors` come in order, too."""
    first = bisect_left(actors, sentence.start, key=lambda actor: actor.start)
    last = bisect_left(actors, sentence.end, key=lambda actor: actor.start)
    return tuple(dict.fromkeys(actor.canonical for actor in actors[first:last]))
