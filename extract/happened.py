"""An event that came ready-made from a table: its date is what the table says, its words are the text's first line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.dates.interval import Interval
from extract.dates.statements import parse_stated
from extract.dates.why import EXPLICIT_CONFIDENCE
from extract.dates.write import timex3_value
from extract.events.claims import RANGE_SIGN, Dated
from extract.model import DateBasis, Event, Manner, Sentence, Source, Timex, TimexType
from extract.reason import Reason


def first_line(source: Source) -> int:
    """Where the line ends that says when it happened."""
    end = source.text.find("\n")
    return len(source.text) if end < 0 else end


def told(source: Source) -> Dated | None:
    """When it happened; None where the source is no such event. What it tells is the paragraph after its date."""
    ends = [parse_stated(each) for each in source.happened.split(RANGE_SIGN)] if source.happened else []
    if not ends or ends[0] is None or ends[-1] is None or source.happened is None:
        return None
    (first, grain), (last, _) = ends[0], ends[-1]
    words = source.text[: first_line(source)]
    timex = Timex(
        start=0,
        end=len(words),
        text=words,
        type=TimexType.DATE,
        value=RANGE_SIGN.join(timex3_value(*each) for each in ends if each),
        mod=None,
        edtf=source.happened,
        interval=Interval(first.start, last.end),
        grain=grain,
        basis=DateBasis.GIVEN,
        explanation=Reason("table", {"words": words}),
        confidence=EXPLICIT_CONFIDENCE,
    )
    return Dated(timex, Manner(), _what(source, len(words)))


def _what(source: Source, after: int) -> Sentence:
    """Its date and the paragraph after that, as what both say is one claim."""
    start = len(source.text) - len(source.text[after:].lstrip())
    end = source.text.find("\n", start)
    last = len(source.text) if end < 0 else end
    return Sentence(0, last, source.text[:last])


def headed(events: Sequence[Event], source: Source) -> tuple[Event, ...]:
    """Claims of a source, of which the one that came ready-made is called by its own headline."""
    if source.happened is None or source.title is None:
        return tuple(events)
    title = source.title
    return tuple(replace(event, headline=title) if event.timex.basis is DateBasis.GIVEN else event for event in events)
