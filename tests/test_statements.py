"""Stated dates of writing: the forms that heads, addresses and datelines take, and what only looks like one."""

import pytest

from extract.dates.interval import iso_day
from extract.dates.statements import Statement, is_header_line, statements, telling
from extract.model import AnchorBasis
from extract.pipeline import analyse
from extract.wording import worded
from tests.test_anchor import source

REST = {
    "en": "The two met and spoke of trade, and people were glad of it.",
    "el": "Οι δύο συναντήθηκαν και μίλησαν για το εμπόριο.",
    "ar": "التقى الاثنان وتحدثا عن التجارة بين البلدين.",
    "ru": "Они встретились и говорили о торговле между странами.",
    "fr": "Les deux se sont rencontrés et ont parlé du commerce.",
    "de": "Die beiden trafen sich und sprachen über den Handel.",
}


def said_of(text: str, language: str, basis: AnchorBasis, url: str | None = None) -> list[Statement]:
    analysis = analyse(source(text, stated_language=language, url=url))
    found = statements(analysis.source, [each for each, _ in analysis.told])
    return [each for each in found if each.basis is basis]


def days_said(found: list[Statement]) -> list[str]:
    return [iso_day(each.interval.start) for each in found]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published: 13 January 2025"),
        ("en", "Published on January 13, 2025 at 10:45"),
        ("en", "Published: 13 Ιαν 2025 10:45"),
        ("en", "Date: 2025-01-13T10:45:00+02:00"),
        ("en", "13.01.2025, 10:45"),
        ("en", "13/01/2025 10:45"),
        ("en", "2025-01-13 10:45"),
        ("en", "Mon, 13 Jan 2025 10:45:00 +0200"),
        ("en", "Monday, January 13, 2025 - 10:45 GMT"),
        ("en", "Posted: Mon 13 Jan 2025 | 10:45 am"),
        ("el", "Δημοσίευση: 13 Ιανουαρίου 2025"),
        ("el", "Δημοσίευση: 13 Ιαν 2025 10:45"),
        ("el", "Δευτέρα, 13 Ιανουαρίου 2025 - 10:45"),
        ("el", "Δευτέρα 13 Ιανουαρίου 2025"),
        ("el", "13.01.2025, 10:45"),
        ("el", "Τελευταία ενημέρωση: 13/1/2025, 10:45"),
        ("el", "Published: January 13, 2025"),
        ("ar", "آخر تحديث: ١٣ يناير ٢٠٢٥"),
        ("ar", "تاريخ النشر: 13 كانون الثاني 2025"),
        ("ar", "الاثنين، 13 يناير 2025"),
        ("ar", "نُشر في: 13/1/2025"),
        ("ar", "Published: 13 January 2025"),
        ("ru", "Опубликовано: 13 января 2025, 10:45"),
        ("ru", "13 января 2025, 10:45"),
        ("fr", "Publié le 13 janvier 2025 à 10:45"),
        ("fr", "Mis à jour le : 13/01/2025"),
        ("de", "Veröffentlicht am 13. Januar 2025"),
        ("de", "13. Januar 2025, 10:45"),
    ],
)
def test_a_head_states_its_day(language: str, line: str) -> None:
    text = f"{line}\n{REST[language]}"
    (found,) = said_of(text, language, AnchorBasis.HEADER)
    assert (iso_day(found.interval.start), found.interval.days) == ("2025-01-13", 1)
    assert found.bounds
    assert "2025" in text[slice(*found.bounds)] or "٢٠٢٥" in text[slice(*found.bounds)]
    assert text[slice(*found.bounds)] in worded(found.reason)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 13 January 2025 the two met."),
        ("en", "13 January 2025 was a Monday."),
        ("en", "Born: 13 January 1965\nThe two met."),
        ("en", "Deadline: 13 January 2025\nThe two met."),
        ("en", "January 2025\nThe two met."),
        ("en", "Published: 2025\nThe two met."),
        ("en", "12 January 2025\nThey met.\n13 January 2025\nThey parted."),
        ("en", f"{'They met and spoke. ' * 16}\nPublished: 13 January 2025"),
        ("el", "Στις 13 Ιανουαρίου 2025 οι δύο συναντήθηκαν."),
        ("el", "Γεννήθηκε: 13 Ιανουαρίου 1965\nΟι δύο συναντήθηκαν."),
        ("ar", "في 13 يناير 2025 التقى الاثنان."),
        ("ar", "تاريخ الميلاد: 13 يناير 1965\nالتقى الاثنان."),
        ("en", "Published: 31 Φεβρουαρίου 2025\nThe two met."),
        ("en", "Retrieved: 13 January 2025\nThe two met."),
    ],
)
def test_what_states_no_day_of_writing_is_no_header(language: str, text: str) -> None:
    assert said_of(text, language, AnchorBasis.HEADER) == []


def test_labelled_days_come_in_their_order_whatever_theirs_on_the_page() -> None:
    text = f"Updated: 3 May 2025 | Published: 13 January 2025\n{REST['en']}"
    assert days_said(said_of(text, "en", AnchorBasis.HEADER)) == ["2025-01-13", "2025-05-03"]


def test_a_labelled_day_counts_before_one_alone() -> None:
    text = f"3 May 2024\nPublished: 13 January 2025\n{REST['en']}"
    assert days_said(said_of(text, "en", AnchorBasis.HEADER)) == ["2025-01-13", "2024-05-03"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Published: 13 January 2025\nThey met on 17 January.", ["17 January"]),
        ("Published: 13 Ιανουαρίου 2025\nThey met on 17 January.", ["17 January"]),
        ("Retrieved: 13 January 2025\nThey met on 17 January.", ["17 January"]),
        ("Published: 13 January 2025 / Updated: 3 May 2025\nThey met on 17 January.", ["17 January"]),
        ("Born: 13 January 1965\nThey met on 17 January.", ["13 January 1965", "17 January"]),
        ("ATHENS, January 13, 2025 (Example) - They met on 17 January.", ["January 13, 2025", "17 January"]),
    ],
)
def test_the_days_of_a_head_are_not_those_of_its_text(text: str, left: list[str]) -> None:
    analysis = analyse(source(text, stated_language="en"))
    told = [each for each, _ in analysis.told]
    found = telling(text, told, statements(analysis.source, told))
    assert [each.mention.text for each in found] == left


@pytest.mark.parametrize(
    ("url", "day", "length"),
    [
        ("https://example.org/2025/01/13/talks", "2025-01-13", 1),
        ("https://example.org/news/2025-01-13-talks.html", "2025-01-13", 1),
        ("https://example.org/20250113/talks", "2025-01-13", 1),
        ("https://example.org/a?d=2025-01-13", "2025-01-13", 1),
        ("https://example.org/2025/01/talks", "2025-01-01", 31),
        ("https://example.org/1998/02/", "1998-02-01", 28),
    ],
)
def test_an_address_states_a_day_or_month(url: str, day: str, length: int) -> None:
    (found,) = said_of(REST["en"], "en", AnchorBasis.ADDRESS, url)
    assert (iso_day(found.interval.start), found.interval.days) == (day, length)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "no address",
        "https://example.org/",
        "https://2025-01-13.example.org/talks",
        "https://example.org/2025/talks",
        "https://example.org/2025/13/01/talks",
        "https://example.org/2025/02/30/talks",
        "https://example.org/2025-01/talks",
        "https://example.org/article-120250113",
        "https://example.org/article-2025011399",
        "https://example.org/202501",
        "https://example.org/1825/01/13/talks",
        "https://example.org/2025-01/13",
    ],
)
def test_other_numbers_of_an_address_state_nothing(url: str | None) -> None:
    assert said_of(REST["en"], "en", AnchorBasis.ADDRESS, url) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "ATHENS, January 13, 2025 (Example) - The two met."),
        ("en", "ATHENS, Greece, Jan. 13, 2025 -- The two met."),
        ("en", "WASHINGTON, 13 January 2025 (Example News) — The two met."),
        ("el", "Αθήνα, 13 Ιανουαρίου 2025 (Παράδειγμα) - Οι δύο συναντήθηκαν."),
        ("ar", "أثينا، 13 يناير 2025 (وكالة) - التقى الاثنان."),
        ("ar", "القاهرة 13 يناير 2025 (مثال) – التقى الاثنان."),
        ("ru", "МОСКВА, 13 января 2025 (Пример) - Они встретились."),
        ("fr", "PARIS, 13 janvier 2025 (Exemple) - Les deux se sont rencontrés."),
    ],
)
def test_a_dateline_states_its_day(language: str, line: str) -> None:
    assert days_said(said_of(line, language, AnchorBasis.DATELINE)) == ["2025-01-13"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "ATHENS, Jan 13 (Example) - The two met."),
        ("en", "The two met in Athens on January 13, 2025, and spoke."),
        ("en", "They met. ATHENS, January 13, 2025 (Example) - no."),
        ("en", "ATHENS, January 2025 (Example) - The two met."),
        ("en", f"{REST['en'] * 6}\nATHENS, January 13, 2025 (Example) - The two met."),
        ("el", "Στην Αθήνα οι δύο συναντήθηκαν στις 13 Ιανουαρίου 2025 και μίλησαν."),
        ("ar", "التقى الاثنان في أثينا في 13 يناير 2025 وتحدثا."),
        ("ru", "Они встретились 13 января 2025 года и говорили."),
        ("fr", "Ils se sont rencontrés le 13 janvier 2025 et ont parlé."),
    ],
)
def test_what_has_no_year_or_no_dash_is_no_stated_dateline(language: str, line: str) -> None:
    assert said_of(line, language, AnchorBasis.DATELINE) == []


def test_what_is_given_counts_before_header_address_and_dateline() -> None:
    text = "Published: 13 January 2025\nATHENS, January 12, 2025 (Example) - The two met."
    analysis = analyse(source(text, stated_date="2025-01-11", url="https://example.org/2025/01/14/a"))
    found = statements(analysis.source, [each for each, _ in analysis.told])
    order = [AnchorBasis.GIVEN, AnchorBasis.HEADER, AnchorBasis.ADDRESS, AnchorBasis.DATELINE]
    assert [each.basis for each in found] == order
    assert days_said(found) == ["2025-01-11", "2025-01-13", "2025-01-14", "2025-01-12"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Published: 26 November 2025", True),
        ("Published on Wednesday, 26 November 2025 at 10:32 GMT", False),  # the weekday stands in the label's place
        ("Last updated: Wednesday, 26 November 2025, 10:32 GMT", True),
        ("Ημερομηνία δημοσίευσης: 26 Νοεμβρίου 2025", True),
        ("تاريخ النشر: الأربعاء 26 تشرين الثاني/نوفمبر 2025", True),
        ("Zuletzt aktualisiert am 26.11.2025", True),
        ("Retrieved 2025-11-26", True),
        ("26 November 2025", True),
        ("November 26, 2025", True),
        ("Updated: what we know about the treaty of 2025", False),
        ("Updated: 26 November 2025 – Iraq and Turkey sign their water deal in Baghdad", False),
        ("2025: a year of drought", False),
        ("The treaty of 26 November 2025", False),
        ("Date of birth", False),
        ("", False),
    ],
)
def test_lines_that_only_say_when_a_page_was_published(line: str, is_one: bool) -> None:
    assert is_header_line(line) is is_one
