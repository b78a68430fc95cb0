"""Rows of the event table for tests: one plain row, and any row that can be."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from extract.dates.interval import Grain, Mod, iso_day
from extract.export.selection import Amount, Said, Selection
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
    "checked": False,
    "starred": False,
    "note": None,
    "found": [],
}


def row(**changes: object) -> EventRow:
    """The plain row, changed."""
    return EventRow.model_validate(PLAIN | changes)


MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def selection(rows: Sequence[EventRow], **said: Any) -> Selection:
    """What is to be said of these rows, as if they were all that a library holds."""
    amount = Amount(
        claims=len(rows),
        undated=sum(each.start is None for each in rows),
        stories=len({each.story_id for each in rows}),
        sources=len({each.source_id for each in rows}),
        languages=len({each.language for each in rows}),
    )
    whole = Said(moment=MOMENT, **said)
    return Selection(said=whole, rows=len(rows), chosen=amount, held=amount, version="9", changes=12)


SCRIPT = "<script>window.hacked=1</script>"
IMAGE = "![x](http://tracker.invalid/a.png) <img src=x onerror='window.hacked=1'> [go](javascript:window.hacked=1)"
UNDATED: dict[str, Any] = {"start": None, "end": None, "edtf": None, "grain": None, "timex3": "XXXX-01-17"}

HOSTILE: dict[str, dict[str, Any]] = {
    "formula": {"headline": "=HYPERLINK(\"http://tracker.invalid\")", "sentence": "+1;=2", "actors": ["@SUM(A1)", "-1"]},
    "null bytes": {"headline": "a\0b", "sentence": "\0", "actors": ["\0"], "source_title": "\x07\x1b[31m\x7f\x85"},
    "halves of characters": {"headline": "a\ud800", "actors": ["\udc00"], "source_id": "\udfff"},
    "direction": {"headline": "\u202eevil\u202c", "source_title": "\u2067\u202b", "sentence": "\u202d\u2066x"},
    "long words": {"headline": "w" * 10_000, "sentence": "w" * 40_000 + "\U0001f600" * 20_000, "source_title": "t" * 10_000},
    "script": {"headline": SCRIPT, "sentence": SCRIPT, "explanation": SCRIPT, "actors": [SCRIPT], "source_title": SCRIPT,
               "publisher": SCRIPT, "language": SCRIPT, "event_id": SCRIPT, "story_id": SCRIPT, "date_text": SCRIPT},
    "images": {"headline": IMAGE, "sentence": IMAGE, "explanation": IMAGE, "actors": [IMAGE], "source_title": IMAGE},
    "markdown": {"headline": "# a\n\n---\n* b\n> c\n    d\n1. e", "sentence": "| a | b |\n|---|---|\n```\nx\n```\n<!-- y"},
    "addresses": {"source_url": "javascript:window.hacked=1", "link": "javascript:window.hacked=1"},
    "web addresses": {"source_url": "https://u@n.example/\"'><script>", "link": "https://u@n.example/\"'>) [x](y)<script>"},
    "xml": {"headline": "<r><t>a</t></r>", "sentence": "_x0041_ ]]> \ufffe\uffff", "source_title": " <r></r> "},
    "lines": {"headline": "BEGIN:VEVENT\r\nEND:VCALENDAR", "sentence": "a\u2028b\u2029c\x0bd", "language": "en;X=y:z"},
    "before our era": {"start": "-0479-09-01", "end": "-0479-09-30", "edtf": "-0479-09", "grain": "month"},
    "the year 12000": {"start": "+12000-01-01", "end": "+12000-12-31", "edtf": "Y12000", "grain": "year"},
    "the end of time": {"start": "+300000-01-01", "end": "+300000-01-01", "edtf": "Y300000"},
    "beyond all counting": {"start": "+99999999999999-01-01", "end": "+99999999999999-01-01", "edtf": None},
    "no days of a calendar": {"start": "2025-13-45", "end": "2025-13-45"},
    "an end before the start": {"start": "2025-01-17", "end": "2024-01-17"},
    "undated": UNDATED,
    "empty": UNDATED | {"headline": "", "sentence": "", "date_text": "", "explanation": "", "timex3": "", "language": "",
                        "link": "", "source_id": "", "actors": [], "source_date": None},
}  # fmt: skip
"""Rows that attack whoever writes or shows them, by what they try; each differs so from the plain row."""


def hostile() -> list[EventRow]:
    """All of these rows, each a claim and a story of its own."""
    return [
        row(**({"event_id": f"e{at}", "story_id": f"s{at}"} | changes)) for at, changes in enumerate(HOSTILE.values())
    ]


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
    checked=st.booleans(),
    starred=st.booleans(),
    note=st.none() | FILLED,
    found=st.lists(FILLED, max_size=4),
)
