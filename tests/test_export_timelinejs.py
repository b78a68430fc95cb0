"""TimelineJS: dates as fine as their sources', years before 1 without a year 0, and no markup but the program's own."""

import io
import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.export.form import Format
from extract.export.selection import Group
from extract.export.write import write
from extract.store.columns import EventRow
from tests.event_rows import HOSTILE, ROWS, hostile, row, selection

TAGS = {"blockquote", "p", "bdi", "a"}
"""Those of a slide's text."""


def timeline(rows: list[EventRow], **said: object) -> dict[str, Any]:
    stream = io.BytesIO()
    write(selection(rows, **said), rows, stream, Format.TIMELINEJS)
    told: dict[str, Any] = json.loads(stream.getvalue())
    return told


def slide(**changes: object) -> dict[str, Any]:
    (found,) = timeline([row(**changes)])["events"]
    return dict(found)


def dates(**changes: object) -> tuple[dict[str, int], dict[str, int] | None, str]:
    """Start and end of a claim's slide, without their words, and these."""
    found = slide(**changes)
    start, end = (
        {name: value for name, value in found.get(key, {}).items() if name != "display_date"}
        for key in ("start_date", "end_date")
    )
    return start, end or None, found["display_date"]


@pytest.mark.parametrize(
    ("changes", "start", "end", "words"),
    [
        ({}, {"year": 2025, "month": 1, "day": 17}, None, "17 January 2025"),
        (
            {"start": "2024-06-01", "end": "2024-06-30", "grain": "month"},
            {"year": 2024, "month": 6}, None, "June 2024",
        ),
        (
            {"start": "2024-06-01", "end": "2024-06-10", "grain": "month", "mod": "START"},
            {"year": 2024, "month": 6}, None, "early June 2024",
        ),
        ({"start": "2024-01-01", "end": "2024-12-31", "grain": "year"}, {"year": 2024}, None, "2024"),
        ({"start": "1990-01-01", "end": "1999-12-31", "grain": "decade"}, {"year": 1990}, {"year": 1999}, "the 1990s"),
        (
            {"start": "2024-06-01", "end": "2024-08-31", "grain": "season"},
            {"year": 2024, "month": 6}, {"year": 2024, "month": 8}, "summer 2024",
        ),
        (
            {"start": "2025-01-13", "end": "2025-01-19", "grain": "week"},
            {"year": 2025, "month": 1, "day": 13}, {"year": 2025, "month": 1, "day": 19}, "the week of 13 January 2025",
        ),
        (
            {"start": "2024-11-01", "end": "2025-01-31", "grain": "month", "edtf": "2024-11/2025-01"},
            {"year": 2024, "month": 11}, {"year": 2025, "month": 1}, "November 2024 to January 2025",
        ),
        (
            {"start": "-0479-09-01", "end": "-0479-09-30", "grain": "month"},
            {"year": -480, "month": 9}, None, "September 480 BCE",
        ),
        ({"start": "0000-01-01", "end": "0000-12-31", "grain": "year"}, {"year": -1}, None, "1 BCE"),
        ({"start": "0001-01-01", "end": "0001-12-31", "grain": "year"}, {"year": 1}, None, "1"),
        ({"start": "+12000-01-01", "end": "+12000-12-31", "grain": "year"}, {"year": 12000}, None, "12000"),
    ],
)  # fmt: skip
def test_dates_are_as_fine_as_their_sources(
    changes: dict[str, object], start: dict[str, int], end: dict[str, int] | None, words: str
) -> None:
    assert dates(**changes) == (start, end, words)


def test_what_cannot_be_drawn_is_counted() -> None:
    told = timeline(hostile())
    left_out = {note["what"]: note["number"] for note in told["dateline"]["left_out"]}
    assert sum(left_out.values()) == len(hostile()) - len(told["events"])
    assert left_out["outside the time that this format can name (-271820 to +275759)"] == 1
    assert not [each for each in told["events"] if each["unique_id"] == "dateline-e-undated"]


class Seen(HTMLParser):
    """What a browser makes of a slide's text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.names: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def is_harmless(each: dict[str, Any]) -> bool:
    text, headline = Seen(each["text"]["text"]), Seen(each["text"]["headline"])
    return (
        text.tags <= TAGS
        and text.names <= {"dir", "lang", "href", "rel"}
        and not headline.tags
        and all(address.startswith(("http://", "https://")) for address in text.addresses)
        and not set("<>&\"'") & set(each["group"] + each["display_date"])
    )


@pytest.mark.parametrize("attack", HOSTILE)
@pytest.mark.parametrize("group", list(Group))
def test_attacks_are_text(attack: str, group: Group) -> None:
    told = timeline([row(**HOSTILE[attack])], title="<script>", filters=(("<b>", "<i>"),), group=group)
    assert all(map(is_harmless, told["events"]))
    assert not Seen(told["title"]["text"]["headline"] + told["title"]["text"]["text"]).tags


@settings(max_examples=50)
@given(st.lists(ROWS, max_size=3), st.sampled_from(Group))
def test_any_rows_are_harmless(rows: list[EventRow], group: Group) -> None:
    assert all(map(is_harmless, timeline(rows, group=group)["events"]))


def test_a_slide_shows_the_evidence_and_where_it_stands() -> None:
    found = slide(source_title="A & B", publisher="Paper", link="https://n.example/a#:~:text=x")
    seen = Seen(found["text"]["text"])
    for words in ("A treaty is signed on Friday.", "planned", "Iran, Vladimir Putin", "A & B, Paper", "n.example"):
        assert words in seen.text
    assert seen.addresses == ["https://n.example/a#:~:text=x"]
    assert found["unique_id"] == "dateline-e1"


def test_groups() -> None:
    (kind,), (language,) = (timeline([row(language="el")], group=group)["events"] for group in Group)
    assert (kind["group"], language["group"]) == ("Agreement", "Ελληνικά")


def test_an_empty_timeline_is_one() -> None:
    assert timeline([])["events"] == []
