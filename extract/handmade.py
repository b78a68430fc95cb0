"""A claim that a person adds: what happened and when, in a source's own words that nobody took for a date."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from extract.dates.interval import Grain, Interval, one_day
from extract.dates.pack import connectives
from extract.dates.statements import parse_stated
from extract.dates.write import edtf_value, in_words, timex3_value
from extract.errors import CorrectionError
from extract.events.claims import EVENT_ID_LENGTH, Dated, Page, claims
from extract.model import DateBasis, Manner, Sentence, Status, Timex, TimexType
from extract.redate import FORMS, By
from extract.store.corrections import UNKNOWN
from extract.store.known import actors_named, known_sources
from extract.store.library import Library
from extract.store.reading import reading
from extract.store.values import event_values
from extract.text.sentences import split_sentences

LONGEST_HEADLINE = 300
"""Characters: a longer one is a text that slipped in, and no line of a list."""

SURE = 1.0
"""The confidence of a date that a person gives."""

UNDATED = "XXXX"
"""TIMEX3's value of a time of which nothing is known."""


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


def row_of(library: Library, new: NewClaim, said: By) -> dict[str, object]:
    """The claim's row in events. Raises CorrectionError where it cannot be made, with the way out."""
    text, known = reading(library, new.source_id), known_sources(library, [new.source_id])
    if text is None or not known:
        raise CorrectionError(f"{library.path} holds no source {new.source_id}: its file may hold another text by now")
    headline = " ".join(new.headline.split())
    if not any(map(str.isalnum, headline)) or len(headline) > LONGEST_HEADLINE:
        raise CorrectionError(f"Say what happened, in at most {LONGEST_HEADLINE} characters")
    start, end = _place(text.text, new.quote)
    when = _when(new.date)
    timex = _timex(text.text, start, end, when, said)
    page = Page(
        new.source_id, text.text, text.language, actors_named(library, new.source_id), connectives(text.language)
    )
    sentence = _sentence(text.text, text.language, start, end)
    (found,) = claims(page, [Dated(timex, Manner(status=new.status), sentence)])
    event = replace(found, event_id=_id(new, headline, start), headline=headline, status=new.status)
    return event_values(known[0].source, event)


def _place(text: str, quote: str) -> tuple[int, int]:
    words = quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    if found is None:
        raise CorrectionError("The source does not say that: copy the words that tell it from its text")
    return found.span()


def _when(date: str) -> tuple[Interval, Grain] | None:
    if date.strip().casefold() == UNKNOWN:
        return None
    read = parse_stated(date.strip())
    if read is None:
        raise CorrectionError(f"{' '.join(date.split())!r} is no date: write {FORMS}")
    return read


def _timex(text: str, start: int, end: int, when: tuple[Interval, Grain] | None, said: By) -> Timex:
    because = f": \u201c{said.why}\u201d" if said.why else ""
    day = in_words(one_day(said.at.date().toordinal()), Grain.DAY)
    return Timex(
        start,
        end,
        text[start:end],
        TimexType.DATE,
        timex3_value(*when) if when else UNDATED,
        None,
        edtf_value(*when) if when else None,
        when[0] if when else None,
        when[1] if when else None,
        DateBasis.BY_HAND,
        f"{said.who} added it on {day}{because}",
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
