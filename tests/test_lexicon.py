import pytest

from extract.dates.interval import Grain
from extract.dates.letters import MONTH, PLURAL_UNIT, UNIT
from extract.dates.lex import find_tokens
from extract.dates.lexicon import lexicon
from extract.text.fold import fold_with_origin


def letters(text: str, language: str) -> list[tuple[str, str]]:
    tokens = find_tokens(fold_with_origin(text), text, lexicon(language))
    return [(token.text, "".join(sorted(reading.letter for reading in token.readings))) for token in tokens]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "17th of January '24", [("17", "O"), ("january", "M"), ("'24", "b")]),
        ("en", "mar and Mar", [("mar", ":"), ("mar", "m")]),
        ("en", "the 1970s, 12.000 and 3", [("1970s", "Z"), ("12.000", "N"), ("3", "D")]),
        ("en", "F-16 and Geran-2 and x2025", []),
        ("en", "$2000, 15%, 1.2.3", []),
        ("el", "τρίτη και Τρίτη", [("τριτη", "O"), ("τριτη", "OW")]),
        ("ar", "وفي ١٧ كانون الثاني", [("17", "D"), ("كانون الثاني", "M")]),
        ("ar", "والعام", [("العام", "d")]),
        ("en", "2025-01-17T10:00", [("2025-01-17", "Q")]),
    ],
)
def test_words_and_numbers_that_can_belong_to_a_date(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert letters(text, language) == found


def test_order_of_numeric_dates_is_the_language_s() -> None:
    values = [
        next(find_tokens(fold_with_origin("3/4/2025"), "3/4/2025", lexicon(code))).readings[0].value
        for code in ("en", "el")
    ]
    assert values == [20250304, 20250403]


def test_plural_units_are_told_from_single_ones() -> None:
    words = lexicon("en").readings
    assert [(reading.letter, reading.value) for reading in words["years"]] == [(PLURAL_UNIT, Grain.YEAR)]
    assert (UNIT, Grain.YEAR) in [(reading.letter, reading.value) for reading in words["year"]]


def test_a_language_that_nobody_knows_has_numeric_dates_alone() -> None:
    unknown = lexicon("und")
    assert not [r for readings in unknown.readings.values() for r in readings if r.letter == MONTH]
    assert letters("2025-01-17 January", "und") == [("2025-01-17", "Q")]
