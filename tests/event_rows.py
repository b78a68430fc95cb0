"""Rows of the event table for tests: one plain row, and any row that can be."""

from typing import Any

from hypothesis import strategies as st

from extract.dates.interval import Grain, Mod, iso_day
from extract.kind import Kind
from extract.model import AnchorBasis, DateBasis, Status
from extract.store.columns import EventRow

PLAIN: dict[str, Any] = {
    "event_id": "e1",
    "story_id": "s1",
    "start": "2025-01-17",
    "end": "2025-01-17",
    "edtf": "2025-01-17",
    "timex3": "2025-01-17",
    "grain": "day",
    "mod": None,
    "date_text": "on Friday",
    "date_basis": "relative",
    "explanation": "the Friday after it was written",
    "headline": "A treaty is signed",
    "sentence": "A treaty is signed on Friday.",
    "status": "planned",
    "kind": "agreement",
    "actors": ["Iran", "Vladimir Putin"],
    "language": "en",
    "source_id": "d1",
    "source_title": "A title",
    "publisher": None,
    "source_url": None,
    "source_date": "2025-01-13",
    "source_date_basis": "inferred",
    "link": "/reader?event=e1",
    "char_start": 20,
    "char_end": 29,
    "confidence": 0.9,
}


def row(**changes: object) -> EventRow:
    """The plain row, changed."""
    return EventRow.model_validate(PLAIN | changes)


# Letters of every kind, and all that a CSV file or a spreadsheet could stumble over.
NASTY = st.text(st.sampled_from("=+-@\t\r\n'\"\\;, \0＝＋－＠0a\u202e\u2028éع"))
TEXT = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), NASTY)
FILLED = TEXT.filter(bool)
DAY = st.integers(-4_000_000, 4_000_000).map(iso_day)
DATE = st.one_of(
    DAY, FILLED, st.sampled_from(["-0480", "-048", "Y12000", "[2025-01..2025-03]", "-XXXX-01-17", "-1+cmd"])
)

ROWS = st.builds(
    EventRow,
    event_id=FILLED,
    story_id=FILLED,
    start=st.none() | DAY,
    end=st.none() | DAY,
    edtf=st.none() | DATE,
    timex3=DATE,
    grain=st.none() | st.sampled_from(Grain),
    mod=st.none() | st.sampled_from(Mod),
    date_text=TEXT,
    date_basis=st.sampled_from(DateBasis),
    explanation=TEXT,
    headline=TEXT,
    sentence=TEXT,
    status=st.sampled_from(Status),
    kind=st.sampled_from(Kind),
    actors=st.lists(FILLED, max_size=4),
    language=TEXT,
    source_id=TEXT,
    source_title=st.none() | FILLED,
    publisher=st.none() | FILLED,
    source_url=st.none() | FILLED,
    source_date=st.none() | DATE,
    source_date_basis=st.sampled_from(AnchorBasis),
    link=TEXT,
    char_start=st.integers(0, 2**62),
    char_end=st.integers(0, 2**62),
    confidence=st.floats(0, 1),
)
