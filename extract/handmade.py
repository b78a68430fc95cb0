"""A claim that a person adds: what happened and when, in a source's own words that nobody took for a date."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from extract.by import By, one_line
from extract.dates.interval import Grain, Interval
from extract.dates.pack import connectives
from extract.dates.statements import parse_stated
from extract.dates.write import UNKNOWN_YEAR, edtf_value, timex3_value
from extract.errors import CorrectionError
from extract.events.claims import EVENT_ID_LENGTH, Dated, Page, claims
from extract.model import DateBasis, Manner, Sentence, Status, Timex, TimexType
from extract.reason import Reason, because
from extract.redate import FORMS, day_of
from extract.said import LONGEST_HEADLINE, UNKNOWN
from extract.store.known import actors_named, known_sources
from extract.store.library import Library
from extract.store.reading import reading
from extract.store.values import event_values
from extract.text.sentences import split_sentences

SURE = 1.0
"""The confidence of a date that a person gives."""


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What somebody adds: that `headline` happened at `date`, by the `quote` of a source."""

    source_id: str
    date: str
    """As people write dates, or `unknown`."""
    headline: str
    quote: str
    """Words of the source, as they stand there but for white space."""
    status: Status = Status.REPORTED
    sentence: str = ""
    """Words of the source in which the quote is looked for; empty: all of it."""


def row_of(library: Library, new: NewClaim, said: By, event_id: str | None = None) -> dict[str, object]:
    """The claim's row in events, under that id where one is given, else under its own.

    Raises CorrectionError where it cannot be made, with the way out.
    """
    text, known = reading(library, new.source_id), known_sources(library, [new.source_id])
    if text is None or not known:
        raise CorrectionError(f"{library.path} holds no source {new.source_id}: its file may hold another text by now")
    headline = headline_of(new.headline)
    start, end = _place(text.text, new.quote, new.sentence)
    when = when_of(new.date)
    timex = _timex(text.text, start, end, when, said)
    page = Page(
        new.source_id, text.text, text.language, actors_named(library, new.source_id), connectives(text.language)
    )
    sentence = _sentence(text.text, text.language, start, end)
    (found,) = claims(page, [Dated(timex, Manner(status=new.status), sentence)])
    event = replace(found, event_id=event_id or _id(new, headline, start), headline=headline, status=new.status)
    return event_values(known[0].source, event)


def headline_of(words: str) -> str:
    """What happened, as one line. Raises CorrectionError where it is nothing, or too much."""
    headline = one_line(words)
    if not any(map(str.isalnum, headline)) or len(headline) > LONGEST_HEADLINE:
        raise CorrectionError(f"Say what happened, in at most {LONGEST_HEADLINE} characters")
    return headline


def _place(text: str, quote: str, sentence: str) -> tuple[int, int]:
    around = _found(sentence, text) or (0, len(text))
    place = _found(quote, text[slice(*around)])
    if place is None:
        raise CorrectionError("The source does not say that: copy the words that tell it from its text")
    return around[0] + place[0], around[0] + place[1]


def _found(words: str, text: str) -> tuple[int, int] | None:
    found = re.search(r"\s+".join(map(re.escape, words.split())), text) if words.strip() else None
    return found.span() if found else None


def when_of(date: str) -> tuple[Interval, Grain] | None:
    """A date as people write it; None where they say that it is not known. Raises CorrectionError where it is none."""
    if date.strip().casefold() == UNKNOWN:
        return None
    read = parse_stated(date.strip())
    if read is None:
        raise CorrectionError(f"{' '.join(date.split())!r} is no date: write {FORMS}")
    return read


def _timex(text: str, start: int, end: int, when: tuple[Interval, Grain] | None, said: By) -> Timex:
    explanation = because(Reason("added_by", {"who": said.who, "day": day_of(said.at)}), said.why)
    return by_hand(start, end, text[start:end], when, explanation)


def by_hand(start: int, end: int, words: str, when: tuple[Interval, Grain] | None, explanation: Reason) -> Timex:
    """Words that are dated by a person; `when` is None where they say that it is not known."""
    return Timex(
        start,
        end,
        words,
        TimexType.DATE,
        timex3_value(*when) if when else UNKNOWN_YEAR,
        None,
        edtf_value(*when) if when else None,
        when[0] if when else None,
        when[1] if when else None,
        DateBasis.BY_HAND,
        explanation,
        SURE,
    )


def _sentence(text: str, language: str, start: int, end: int) -> Sentence:
    """All sentences that the words touch, as one."""
    touched = [each for each in split_sentences(text, language) if each.start < end and start < each.end]
    first, last = min([start, *(each.start for each in touched)]), max([end, *(each.end for each in touched)])
    return Sentence(first, last, text[first:last])


def _id(new: NewClaim, headline: str, start: int) -> str:
    """The same claim, added twice, is one."""
    told = "\0".join((new.source_id, "by hand", str(start), " ".join(new.date.split()), headline))
    return hashlib.sha256(told.encode()).hexdigest()[:EVENT_ID_LENGTH]
