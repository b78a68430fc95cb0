"""Calendars: every dated claim of the years 1 to 9999, no finer than its source, and no line of its own making."""

import io
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from extract.export.days import interval_of
from extract.export.form import Format
from extract.export.manifest import Manifest
from extract.export.write import write
from extract.label import in_line
from extract.store.columns import EventRow
from tests.event_rows import HOSTILE, MOMENT, ROWS, hostile, row, selection


def text(rows: list[EventRow], **said: object) -> str:
    stream = io.BytesIO()
    write(selection(rows, **said), rows, stream, Format.ICS)
    return stream.getvalue().decode()


def calendar(rows: list[EventRow], **said: object) -> Component:
    return Calendar.from_ical(text(rows, **said))


def event(**changes: object) -> Component:
    (found,) = calendar([row(**changes)]).walk("VEVENT")
    return found


@pytest.mark.parametrize(
    ("changes", "start", "end", "said"),
    [
        ({}, date(2025, 1, 17), date(2025, 1, 18), None),
        (
            {"start": "2024-06-01", "end": "2024-06-30", "edtf": "2024-06", "grain": "month"},
            date(2024, 6, 1), date(2024, 7, 1), "June 2024 · month, no day given",
        ),
        (
            {"start": "2024-01-01", "end": "2024-12-31", "edtf": "2024~", "grain": "year", "mod": "APPROX"},
            date(2024, 1, 1), date(2025, 1, 1), "about 2024 · year, no month given",
        ),
        (
            {"start": "2025-01-13", "end": "2025-01-16", "edtf": "[2025-01-13..2025-01-16]"},
            date(2025, 1, 13), date(2025, 1, 17), "13 January 2025 to 16 January 2025 · one day of these",
        ),
        (
            {"start": "2025-01-13", "end": "2025-01-16", "edtf": "2025-01-13/2025-01-16"},
            date(2025, 1, 13), date(2025, 1, 17), "13 January 2025 to 16 January 2025 · from the first to the last",
        ),
        ({"start": "0001-01-01", "end": "0001-01-01"}, date(1, 1, 1), date(1, 1, 2), None),
        ({"start": "9999-12-30", "end": "9999-12-30"}, date(9999, 12, 30), date(9999, 12, 31), None),
    ],
)  # fmt: skip
def test_a_claim_lasts_as_long_as_its_date_and_says_how_fine_that_is(
    changes: dict[str, object], start: date, end: date, said: str | None
) -> None:
    found = event(status="reported", headline="It happens", **changes)
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (start, end)
    assert str(found["summary"]) == (f"It happens ({said})" if said else "It happens")
    assert said is None or said in str(found["description"])


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "0000-12-31", "end": "0000-12-31"},
        {"start": "0000-01-01", "end": "0001-01-01"},
        {"start": "9999-12-31", "end": "9999-12-31"},
        HOSTILE["before our era"],
        HOSTILE["the year 12000"],
        HOSTILE["beyond all counting"],
        HOSTILE["undated"],
    ],
)
def test_what_has_no_place_is_counted_and_named(changes: dict[str, object]) -> None:
    found = calendar([row(), row(**(changes | {"event_id": "e2"}))])
    assert len(found.walk("VEVENT")) == 1
    assert "1 claim. Left out: 1 claim: " in str(found["x-wr-caldesc"]).replace("\\,", ",")


def test_the_manifest_stands_in_it() -> None:
    found = calendar(hostile(), title="C:\\News; a,b", filters=(("Words", 'a "b" \\N'),))
    told = Manifest.model_validate_json(unescaped(str(found["x-dateline-manifest"])))
    assert (told.title, told.filters[0].value) == ("C:\\News; a,b", 'a "b" \\N')
    assert told.rows == len(found.walk("VEVENT"))
    assert sum(each.number for each in told.left_out) == len(hostile()) - told.rows


def unescaped(value: str) -> str:
    """A TEXT value as RFC 5545 has it; the reader of the tests leaves those of lines that it does not know."""
    try:
        json.loads(value)
    except json.JSONDecodeError:
        parts = value.split("\\\\")
        return "\\".join(part.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n") for part in parts)
    return value


def test_who_opens_it_again_has_each_claim_once() -> None:
    rows = [row(), row(event_id="e2")]
    first, later = (calendar(rows, title=title) for title in ("a", "b"))
    assert [str(each["uid"]) for each in first.walk("VEVENT")] == ["e1@dateline", "e2@dateline"]
    assert [each["uid"] for each in first.walk("VEVENT")] == [each["uid"] for each in later.walk("VEVENT")]
    assert {each.decoded("dtstamp") for each in first.walk("VEVENT")} == {MOMENT}
    assert first.walk("VEVENT")[0].decoded("dtstamp").astimezone(UTC) == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_a_claim_keeps_nobody_busy_and_says_how_it_is_told() -> None:
    found = event(status="denied", explanation="as it says", source_title="Title", publisher="Paper")
    assert str(found["transp"]) == "TRANSPARENT"
    assert str(found["summary"]) == "denied: A treaty is signed"
    assert found.categories == ["Agreement", "denied"]
    for words in ("A treaty is signed on Friday.", "as it says", "Title, Paper", "Status: denied"):
        assert words in str(found["description"])


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/reader?event=e1", "http://127.0.0.1:8501/reader?event=e1"),
        ("https://n.example/#:~:text=a", "https://n.example/#:~:text=a"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://n.example/\r\nEND:VCALENDAR", "https://n.example/ END:VCALENDAR"),
    ],
)
def test_only_web_addresses_are_links(link: str, url: str | None) -> None:
    found = event(link=link).get("url")
    assert (None if found is None else str(found)) == url


@pytest.mark.parametrize("attack", HOSTILE)
def test_no_text_makes_a_line_of_its_own(attack: str) -> None:
    rows = [row(), row(**({"event_id": "x"} | HOSTILE[attack]))]
    raw = text(rows, title=str(HOSTILE[attack].get("headline", "")).encode(errors="replace").decode())
    assert raw.count("BEGIN:VEVENT\r\n") == raw.count("END:VEVENT\r\n") == len(Calendar.from_ical(raw).walk("VEVENT"))
    assert raw.count("\r\nEND:VCALENDAR\r\n") == 1
    assert all(len(line.encode()) <= 75 for line in raw.split("\r\n"))
    assert not [sign for sign in raw if sign < " " and sign not in "\r\n\t"]
    assert "\n" not in raw.replace("\r\n", "")


@settings(max_examples=50)
@given(st.lists(ROWS, max_size=3))
def test_what_was_put_in_comes_back(rows: list[EventRow]) -> None:
    found = calendar(rows).walk("VEVENT")
    dated = [
        each for each in rows if (days := interval_of(each)) and days.start >= 1 and days.end <= date.max.toordinal()
    ]
    assert len(found) == len(dated)
    for shown, each in zip(found, dated, strict=True):
        assert shown.decoded("dtstart").toordinal() == interval_of(each).start
        assert shown.decoded("dtend").toordinal() == interval_of(each).end
        if "\\" not in each.headline:  # which the reader of the tests does not undo in order
            assert in_line(each.headline) in str(shown["summary"])
