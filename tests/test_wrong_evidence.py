"""Dates of writing that are wrong, and texts that tell better: a wrong date never wins in silence."""

import pytest

from extract.collection import Collection
from extract.dates.interval import Interval, from_day, iso_day, to_day
from extract.model import AnchorBasis, Document
from extract.pipeline import analyse, settle
from extract.wording import worded
from tests.test_anchor import days, source

TALKS = {
    "en": "President Barack Obama spoke in Washington on Monday. He will meet Chancellor Angela Merkel on Thursday, "
    "January 15, the White House said. In December 2014 the two agreed to meet.",
    "el": "Ο πρόεδρος των ΗΠΑ Μπαράκ Ομπάμα μίλησε τη Δευτέρα στην Ουάσινγκτον. Θα συναντηθεί με την καγκελάριο "
    "Άνγκελα Μέρκελ την Πέμπτη, 15 Ιανουαρίου. Τον Δεκέμβριο του 2014 οι δύο συμφώνησαν.",
    "ar": "قال الرئيس الأمريكي باراك أوباما اليوم الاثنين إنه سيلتقي المستشارة الألمانية أنغيلا ميركل يوم الخميس 15 "
    "كانون الثاني/يناير. وفي ديسمبر 2014 اتفق الاثنان على اللقاء.",
}
"""Written between the 12th and the 15th of January 2015; none says so."""
JANUARY = Interval(to_day(2015), to_day(2015, 2))
SURE = 0.9

BRIDGE = {
    "en": "The bridge was opened yesterday, and people walked over it.",
    "el": "Η γέφυρα άνοιξε χθες και ο κόσμος πέρασε από πάνω της.",
    "ar": "افتتح الجسر أمس ومشى الناس فوقه.",
}


def read(text: str, **known: str | None) -> Document:
    (document,) = settle([analyse(source(text, **known))], Collection())
    return document


def follows(document: Document, year: int) -> bool:
    """Whether any claim lies in a year."""
    intervals = [event.timex.interval for event in document.events]
    return any(from_day(day)[0] == year for each in intervals if each for day in (each.start, each.last))


def lies_in(document: Document, stretch: Interval) -> bool:
    found = document.anchor.interval
    return found is None or (stretch.start <= found.start and found.end <= stretch.end)


def is_doubted(document: Document, words: str) -> bool:
    return any(words in worded(doubt) for doubt in document.anchor.doubts)


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "21 November 2026", "21 November 2026"),
        ("en", "Published: 21 November 2026", "21 November 2026"),
        ("en", "Updated on 20 November 2026, 08:15", "20 November 2026"),
        ("en", "Date: 2026-11-19", "2026-11-19"),
        ("el", "21 Νοεμβρίου 2026", "21 Νοεμβρίου 2026"),
        ("el", "Σάββατο, 21 Νοεμβρίου 2026 - 10:45", "21 Νοεμβρίου 2026"),
        ("el", "Ενημέρωση: 20 Νοεμβρίου 2026", "20 Νοεμβρίου 2026"),
        ("ar", "21 نوفمبر 2026", "21 نوفمبر 2026"),
        ("ar", "آخر تحديث: ٢١ نوفمبر ٢٠٢٦", "٢١ نوفمبر ٢٠٢٦"),
        ("ar", "تاريخ النشر: 20 نوفمبر 2026", "20 نوفمبر 2026"),
    ],
)
def test_the_day_of_fetching_over_an_old_article_is_set_aside(language: str, line: str, words: str) -> None:
    document = read(f"{line}\n{TALKS[language]}")
    assert lies_in(document, JANUARY)
    assert is_doubted(document, words)
    assert not follows(document, 2026)


@pytest.mark.parametrize("language", ["en", "el", "ar"])
@pytest.mark.parametrize(
    "line",
    [
        "Retrieved: 20 November 2026",
        "Accessed on 21 November 2026",
        "Ανακτήθηκε στις 21 Νοεμβρίου 2026",
        "Ημερομηνία πρόσβασης: 20 Νοεμβρίου 2026",
        "تاريخ الاطلاع: 21 نوفمبر 2026",
        "Abgerufen am 21. November 2026",
    ],
)
def test_a_day_that_is_called_that_of_fetching_is_no_evidence_and_no_claim(language: str, line: str) -> None:
    bare = read(TALKS[language], stated_language=language)
    document = read(f"{line}\n{TALKS[language]}", stated_language=language)
    assert document.anchor.interval == bare.anchor.interval
    assert not follows(document, 2026)
    assert read(f"{line}\n{BRIDGE[language]}").anchor.basis is AnchorBasis.NONE


FOOTERS = [
    "© 2026 Example Media",
    "© Example Media 2026",
    "Copyright (c) 2014-2026 Example Media",
    "Copyright © 2026. All rights reserved.",
    "All rights reserved 2026",
    "2026 © Example Media. All rights reserved",
    "©2014–2026",
    "© 2026 Παράδειγμα. Με επιφύλαξη παντός δικαιώματος.",
    "Όλα τα δικαιώματα διατηρούνται (2026)",
    "جميع الحقوق محفوظة © 2026",
    "حقوق النشر محفوظة (2026) لموقع المثال",
    "Tous droits réservés (2026)",
    "Все права защищены, 2026 г.",
]


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("language", ["en", "el", "ar"])
def test_the_year_of_a_notice_of_rights_dates_nothing_and_is_no_claim(language: str, footer: str) -> None:
    bare = read(TALKS[language], stated_language=language)
    document = read(f"{TALKS[language]}\n{footer}", stated_language=language)
    assert document.anchor == bare.anchor
    assert [event.timex.interval for event in document.events] == [event.timex.interval for event in bare.events]
    assert read(f"{BRIDGE[language]}\n{footer}").anchor.interval is None


@pytest.mark.parametrize(
    "text",
    [
        "The law on copyright was changed in 2024, and people were glad.",
        "Copyright was a matter of the courts since 2024.",
        "They sold it. © Example\nIn 2024 it was bought back.",
        "(a) in 2022 it grew, (b) in 2023 it fell, (c) in 2024 it grew again.",
        "Ο νόμος για τα πνευματικά δικαιώματα άλλαξε το 2024.",
        "تغير قانون حقوق النشر في عام 2024.",
    ],
)
def test_a_year_in_which_something_happened_to_rights_is_a_claim(text: str) -> None:
    assert follows(read(text), 2024)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", "Published: 13 January 2015\nUpdated: 21 November 2026"),
        ("en", "Updated: 21 November 2026\nPublished: 13 January 2015"),
        ("en", "Published 13 January 2015 / Updated 21 November 2026"),
        ("en", "Published: 13 January 2015, 10:45 | Last updated: 21 November 2026, 08:00"),
        ("el", "Δημοσιεύτηκε: 13 Ιανουαρίου 2015\nΤελευταία ενημέρωση: 21 Νοεμβρίου 2026"),
        ("el", "Δημοσίευση: 13 Ιανουαρίου 2015 / Ενημέρωση: 21 Νοεμβρίου 2026"),
        ("ar", "تاريخ النشر: 13 يناير 2015\nآخر تحديث: 21 نوفمبر 2026"),
        ("ar", "تاريخ النشر: 13 يناير 2015 - آخر تحديث: 21 نوفمبر 2026"),
    ],
)
def test_of_two_dates_at_the_head_the_one_that_fits_dates_the_text(language: str, lines: str) -> None:
    document = read(f"{lines}\n{TALKS[language]}")
    assert days(document.anchor) == ("2015-01-13", "2015-01-13")
    assert document.anchor.confidence < SURE
    assert any("2026" in worded(doubt) for doubt in document.anchor.doubts)
    assert not follows(document, 2026)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Published: 13 January 2015", "Published: 20 March 2019"),
        ("el", "Δημοσιεύτηκε: 13 Ιανουαρίου 2015", "Δημοσιεύτηκε: 20 Μαρτίου 2019"),
        ("ar", "تاريخ النشر: 13 يناير 2015", "تاريخ النشر: 20 مارس 2019"),
    ],
)
def test_two_articles_in_one_file_are_not_dated_in_silence(language: str, first: str, second: str) -> None:
    document = read(f"{first}\n{BRIDGE[language]}\n\n{second}\n{BRIDGE[language]}")
    assert document.anchor.confidence < SURE
    assert is_doubted(document, second)


@pytest.mark.parametrize(
    "text",
    [
        "Published: 3 March 2026\nWASHINGTON, Jan 12 (Example) - President Barack Obama said today, Monday, that he will "
        "meet Chancellor Angela Merkel on Thursday.",
        "Published: 3 March 2026\nWASHINGTON, January 12, 2015 (Example) - President Barack Obama said on Monday that he "
        "will meet Chancellor Angela Merkel on Thursday.",
        f"Published: 3 March 2026\n{TALKS['en']}",
        "Δημοσιεύτηκε: 3 Μαρτίου 2026\nΟ πρόεδρος των ΗΠΑ Μπαράκ Ομπάμα δήλωσε σήμερα, Δευτέρα, ότι θα συναντηθεί με την "
        "καγκελάριο Άνγκελα Μέρκελ την Πέμπτη, 15 Ιανουαρίου.",
        f"Δημοσιεύτηκε: 3 Μαρτίου 2026\n{TALKS['el']}",
        f"تاريخ النشر: 3 مارس 2026\n{TALKS['ar']}",
    ],
)
def test_an_old_article_under_a_new_header_keeps_its_own_time(text: str) -> None:
    document = read(text)
    assert lies_in(document, JANUARY)
    assert is_doubted(document, "2026")
    assert not follows(document, 2026)


@pytest.mark.parametrize("language", ["en", "el", "ar"])
@pytest.mark.parametrize("stated", ["2026-03-03", "2026", "2024-06"])
def test_a_given_date_that_the_text_contradicts_strongly_is_set_aside(language: str, stated: str) -> None:
    document = read(TALKS[language], stated_date=stated)
    assert document.anchor.basis is AnchorBasis.INFERRED
    assert lies_in(document, JANUARY)
    assert is_doubted(document, stated)
    assert not follows(document, int(stated[:4]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "He came today, Monday. The prime minister David Cameron will speak tomorrow, Tuesday.",
            "prime minister David Cameron",
        ),
        (
            "Ο πρόεδρος των ΗΠΑ Μπαράκ Ομπάμα δήλωσε σήμερα ότι θα μιλήσει αύριο.",
            "πρόεδρος των ΗΠΑ Μπαράκ Ομπάμα",
        ),
        ("قال الرئيس الأمريكي باراك أوباما أمس إنه سيتحدث غدا.", "الرئيس الأمريكي باراك أوباما"),
    ],
)
def test_a_given_date_that_wins_for_want_of_a_better_one_is_doubted(text: str, words: str) -> None:
    document = read(text, stated_date="2026-03-04")
    assert days(document.anchor) == ("2026-03-04", "2026-03-04")
    assert is_doubted(document, words)
    assert document.anchor.confidence < SURE


@pytest.mark.parametrize("language", ["en", "el", "ar"])
@pytest.mark.parametrize("day", [11, 12, 13, 14])
def test_a_given_date_that_is_off_by_a_day_or_two_is_not_doubted(language: str, day: int) -> None:
    document = read(TALKS[language], stated_date=f"2015-01-{day}")
    assert days(document.anchor) == (f"2015-01-{day}",) * 2
    assert (document.anchor.doubts, document.anchor.confidence) == ((), 1.0)


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("en", "Published: 13 January 2015"),
        ("el", "Δημοσιεύτηκε: 13 Ιανουαρίου 2015"),
        ("ar", "تاريخ النشر: 13 يناير 2015"),
    ],
)
def test_an_address_of_another_day_is_named_beside_the_header(language: str, header: str) -> None:
    for text in (TALKS[language], BRIDGE[language]):
        document = read(f"{header}\n{text}", url="https://example.org/2026/11/21/story")
        assert (document.anchor.basis, days(document.anchor)) == (AnchorBasis.HEADER, ("2015-01-13",) * 2)
        assert is_doubted(document, "2026/11/21")
        assert document.anchor.confidence < SURE
        assert not follows(document, 2026)


@pytest.mark.parametrize("language", ["en", "el", "ar"])
def test_an_address_alone_yields_to_a_text_that_contradicts_it(language: str) -> None:
    document = read(TALKS[language], url="https://example.org/2026/11/21/story")
    assert lies_in(document, JANUARY)
    assert is_doubted(document, "2026/11/21")
    assert not follows(document, 2026)


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("en", "Published: 21 November 2026"),
        ("el", "Δημοσιεύτηκε: 21 Νοεμβρίου 2026"),
        ("ar", "تاريخ النشر: 21 نوفمبر 2026"),
    ],
)
def test_a_header_of_the_day_of_reading_under_a_right_address_yields_to_it(language: str, header: str) -> None:
    document = read(f"{header}\n{TALKS[language]}", url="https://example.org/2015/01/13/story")
    assert document.anchor.interval
    assert iso_day(document.anchor.interval.start) == "2015-01-13"
    assert document.anchor.basis is AnchorBasis.ADDRESS
    assert is_doubted(document, header)
    assert document.anchor.confidence < SURE
