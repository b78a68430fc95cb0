"""When was it written: the ladder of evidence, on small texts of each kind."""

import pytest

from extract.collection import Collection
from extract.dates.interval import Grain, iso_day, to_day
from extract.dates.statements import parse_stated
from extract.model import Anchor, AnchorBasis, Source
from extract.pipeline import analyse, settle
from extract.wording import worded

READ_ON = to_day(2026, 11, 21)


def source(text: str, name: str = "a", **known: str | None) -> Source:
    return Source(source_id=name, location=name, raw=text, text=text, read_on=READ_ON, **known)


def anchor(text: str, **known: str | None) -> Anchor:
    (document,) = settle([analyse(source(text, **known))], Collection())
    return document.anchor


def days(found: Anchor) -> tuple[str, str]:
    assert found.interval
    return iso_day(found.interval.start), iso_day(found.interval.last)


@pytest.mark.parametrize(
    ("stated", "first", "last", "grain"),
    [
        ("2025-01-13", "2025-01-13", "2025-01-13", Grain.DAY),
        ("2025-01-13T08:15:00+02:00", "2025-01-13", "2025-01-13", Grain.DAY),
        ("2025-01", "2025-01-01", "2025-01-31", Grain.MONTH),
        ("2025", "2025-01-01", "2025-12-31", Grain.YEAR),
        ("13 Ιανουαρίου 2025", "2025-01-13", "2025-01-13", Grain.DAY),
        ("January 2025", "2025-01-01", "2025-01-31", Grain.MONTH),
    ],
)
def test_a_stated_date_is_read_in_any_form_and_no_finer(stated: str, first: str, last: str, grain: Grain) -> None:
    read = parse_stated(stated)
    assert read
    interval, found = read
    assert (iso_day(interval.start), iso_day(interval.last), found) == (first, last, grain)


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "soon",
        "2025-02-30",
        "2025-13",
        "17",
        "2025-Q1",
        "2025-W03",
        "03/04/2025",
        "2025-01-17Tgarbage",
        "last week 2025",
    ],
)
def test_what_is_no_date_is_none(stated: str) -> None:
    assert parse_stated(stated) is None


def test_the_stated_date_wins_over_the_text() -> None:
    found = anchor("Published: 3 May 2019\nHe came yesterday.", stated_date="2020-02-02")
    assert (found.basis, days(found)) == (AnchorBasis.GIVEN, ("2020-02-02", "2020-02-02"))


@pytest.mark.parametrize(
    "text",
    [
        "Published: 13 January 2025\nThe two met yesterday.",
        "date 2025-01-13 The two met yesterday.",
        "Treaty signed\n13/01/2025\nΟι δύο συναντήθηκαν χθες στη Μόσχα και μίλησαν.",
        "آخر تحديث: 13 يناير 2025\nأعلن الرئيس ذلك أمس في موسكو.",
    ],
)
def test_a_header_line_dates_the_document_and_is_no_claim(text: str) -> None:
    (document,) = settle([analyse(source(text))], Collection())
    assert (document.anchor.basis, days(document.anchor)) == (AnchorBasis.HEADER, ("2025-01-13", "2025-01-13"))
    assert [event.timex.value for event in document.events] == ["2025-01-12"]
    assert all("2025" not in event.sentence for event in document.events)


@pytest.mark.parametrize(
    "text",
    [
        "Published: 1 January 2030\nHe came yesterday.",
        "1 January 1970\nHe came yesterday. All figures are of 5 June 2022.",
        "Timeline of events\n3 May 1950\nHe was born.\n4 June 2010\nHe died last week.",
    ],
)
def test_a_header_that_the_text_contradicts_is_none(text: str) -> None:
    assert anchor(text).basis is not AnchorBasis.HEADER


def test_days_and_weekdays_of_a_story_long_past_are_no_evidence() -> None:
    text = "The battle of 1815 was great. On Friday 13 June, the army moved. He said on Monday he would win."
    assert anchor(text).interval is None


def test_a_sentence_that_begins_with_a_date_is_no_header() -> None:
    found = anchor("17 January 2025 was the day of the treaty, and all was well.")
    assert found.basis is AnchorBasis.NONE


def test_a_weekday_and_a_date_that_agree_tell_the_year() -> None:
    found = anchor("Announced on Monday. They will sign on Friday. On January 17 they will meet the press.")
    assert found.basis is AnchorBasis.INFERRED
    assert days(found)[0] == "2025-01-13"
    assert "falls on the “Friday” of the text" in worded(found.evidence)


def test_today_with_its_weekday_tells_the_day() -> None:
    found = anchor("Το Κρεμλίνο ανακοίνωσε σήμερα Δευτέρα ότι θα υπογράψουν την Παρασκευή, στις 17 Ιανουαρίου.")
    assert days(found) == ("2025-01-13", "2025-01-13")


def test_a_past_year_and_a_coming_day_meet() -> None:
    found = anchor(
        "In December 2023 he announced plans. Last December he signed. They will sign on January 17, or by the end of January."
    )
    assert found.grain is Grain.MONTH
    assert found.told
    assert iso_day(found.told.start) == "2024-01-01"
    assert iso_day(found.told.last) == "2024-01-31"


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "The war began in 1939 and ended in 1945; the treaty of 1947 followed.",
        "They met on Friday.",
        "He came yesterday.",
    ],
)
def test_without_evidence_there_is_no_date(text: str) -> None:
    found = anchor(text)
    assert (found.interval, found.basis) == (None, AnchorBasis.NONE)


def test_nothing_is_written_after_it_was_read() -> None:
    text = "They will sign on Friday. On January 17 they will meet the press."
    early = Source(source_id="a", location="a", raw=text, text=text, read_on=to_day(2021, 6, 1))
    (document,) = settle([analyse(early)], Collection())
    assert document.anchor.interval
    assert days(document.anchor)[1] <= "2020-01-17"


DATED = "Published: 13 January 2025\nVladimir Putin and Masoud Pezeshkian will sign in Moscow on 17 January 2025."
UNDATED = "Vladimir Putin and Masoud Pezeshkian met in Moscow on Friday. They spoke of trade in 2023."


def test_a_neighbour_lends_its_date_to_a_text_that_tells_the_same() -> None:
    alone = anchor(UNDATED)
    settled = settle([analyse(source(UNDATED, "b")), analyse(source(DATED, "a"))], Collection())
    assert alone.interval is None
    assert settled[0].anchor.basis is AnchorBasis.NEIGHBOURS
    first, last = days(settled[0].anchor)
    assert first == "2025-01-17"
    assert last <= "2025-01-23"
    assert "“a”" in worded(settled[0].anchor.evidence)


def test_a_neighbour_that_tells_of_others_lends_nothing() -> None:
    other = "Published: 13 January 2025\nEmmanuel Macron will speak in Paris on 17 January 2025."
    settled = settle([analyse(source(UNDATED, "b")), analyse(source(other, "a"))], Collection())
    assert settled[0].anchor.interval is None


def test_what_was_borrowed_is_not_lent_on() -> None:
    third = "Masoud Pezeshkian left Moscow with Vladimir Putin on Friday. They spoke of trade in 2023."
    collection = Collection()
    settle([analyse(source(UNDATED, "b")), analyse(source(DATED, "a"))], collection)
    lenders = {claim.source_id for claims in collection.neighbourhood.held.values() for claim in claims}
    (last,) = settle([analyse(source(third, "c"))], collection)
    assert lenders == {"a"}
    assert last.anchor.basis is AnchorBasis.NEIGHBOURS
