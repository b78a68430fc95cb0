"""Names that data know, in their forms, and the peoples named after states."""

import pytest
from babel.localedata import locale_identifiers

from extract.actors.gazetteer import Entry, gazetteer, peoples, words_of
from extract.actors.places import is_canonical, writes_latin
from extract.text.fold import fold


def entry(code: str, name: str) -> Entry | None:
    words = words_of(name)
    known = gazetteer(code).starting(words[0], "".join(words[1:2]))
    return next((entry for phrase, entry in known if phrase == words), None)


@pytest.mark.parametrize(
    ("code", "name", "canonical"),
    [
        ("en", "Turkey", "Turkey"),
        ("en", "North Korea", "North Korea"),
        ("en", "Kremlin", "Russia"),
        ("ru", "США", "United States"),
        ("el", "Ρωσίας", "Russia"),
        ("el", "Ρωσία", "Russia"),
        ("el", "Βόρειας Κορέας", "North Korea"),
        ("el", "Ηνωμένων Πολιτειών", "United States"),
        ("el", "ΗΠΑ", "United States"),
        ("el", "Ηνωμένου Βασιλείου", "United Kingdom"),
        ("el", "Κρεμλίνου", "Russia"),
        ("el", "Τεχεράνης", "Tehran"),
        ("el", "Ευρωπαϊκής Ένωσης", "European Union"),
        ("el", "BRICS", "BRICS"),
        ("ar", "روسيا", "Russia"),
        ("ar", "كوريا الشمالية", "North Korea"),
        ("ar", "بيونغ يانغ", "Pyongyang"),
        ("ar", "الأمم المتحدة", "United Nations"),
        ("ru", "России", "Russia"),
        ("tr", "Birleşmiş Milletler", "United Nations"),
        ("ka", "რუსეთი", "Russia"),
        ("ja", "ロシア", "Russia"),
        ("sw", "Urusi", "Russia"),
    ],
)
def test_names_and_their_canonical_name(code: str, name: str, canonical: str) -> None:
    found = entry(code, name)
    assert found is not None
    assert found.canonical == canonical


@pytest.mark.parametrize("code", sorted(code for code in locale_identifiers() if "_" not in code))
def test_every_language_of_cldr_has_canonical_names_only(code: str) -> None:
    names = gazetteer(code)
    assert all(
        is_canonical(entry.canonical) for first in ("russia", fold("Россия")) for _, entry in names.starting(first, "")
    )
    assert entry(code, "Russia") is not None


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("en", "russian"),
        ("en", "iranians"),
        ("en", "chinese"),
        ("el", "ρωσοσ"),
        ("el", "ιρανοσ"),
        ("el", "συρων"),
        ("ar", "ايراني"),
        ("ar", "سوريه"),
    ],
)
def test_peoples(code: str, word: str) -> None:
    assert word in peoples(code)


@pytest.mark.parametrize(
    ("code", "word"), [("en", "putin"), ("el", "πουτιν"), ("el", "λαβροφ"), ("ar", "بوتين"), ("en", "")]
)
def test_names_are_no_peoples(code: str, word: str) -> None:
    assert word not in peoples(code)


@pytest.mark.parametrize(
    ("code", "latin"), [("en", True), ("tr", True), ("el", False), ("ar", False), ("ru", False), ("xx", True)]
)
def test_which_languages_write_latin(code: str, latin: bool) -> None:
    assert writes_latin(code) is latin


def test_a_word_without_end_is_no_people_and_soon_known_not_to_be() -> None:
    """Looking at each of its beginnings would not come to an end before the suite's time limit."""
    assert "ab" * 1_000_000 not in peoples("en")
