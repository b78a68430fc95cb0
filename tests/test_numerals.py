import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import letters
from extract.dates.entries import Reading
from extract.dates.expression import Calendar, Length
from extract.dates.interval import Grain
from extract.dates.lexicon import lexicon
from extract.dates.numerals import composed
from extract.dates.tag import tag
from extract.text.fold import fold_with_origin

NUMBER, ORDINAL, YEAR = letters.NUMBER, letters.ORDINAL, letters.YEAR_NUMBER


def together(one: Reading, other: Reading, *, tens_multiply: bool = False, hyphen: bool = False) -> Reading | None:
    return composed([one], [other], tens_multiply=tens_multiply, hyphen=hyphen)


@pytest.mark.parametrize(
    ("one", "other", "made"),
    [
        (Reading(NUMBER, 20), Reading(NUMBER, 5), Reading(NUMBER, 25)),
        (Reading(NUMBER, 90), Reading(NUMBER, 9), Reading(NUMBER, 99)),
        (Reading(NUMBER, 2), Reading(NUMBER, 100), Reading(NUMBER, 200)),
        (Reading(NUMBER, 100), Reading(NUMBER, 50), Reading(NUMBER, 150)),
        (Reading(NUMBER, 300), Reading(NUMBER, 60), Reading(NUMBER, 360)),
        (Reading(NUMBER, 360), Reading(NUMBER, 5), Reading(NUMBER, 365)),
        (Reading(NUMBER, 2), Reading(NUMBER, 1000), Reading(YEAR, 2000)),
        (Reading(NUMBER, 3), Reading(NUMBER, 1000), Reading(NUMBER, 3000)),
        (Reading(NUMBER, 13), Reading(NUMBER, 100), Reading(YEAR, 1300)),
        (Reading(NUMBER, 19), Reading(NUMBER, 96), Reading(YEAR, 1996)),
        (Reading(NUMBER, 20), Reading(NUMBER, 25), Reading(YEAR, 2025)),
        (Reading(YEAR, 1990), Reading(NUMBER, 6), Reading(YEAR, 1996)),
        (Reading(YEAR, 2000), Reading(NUMBER, 5), Reading(YEAR, 2005)),
        (Reading(NUMBER, 5), Reading(NUMBER, 10), Reading(NUMBER, 15)),
        (Reading(NUMBER, 20), Reading(ORDINAL, 1), Reading(ORDINAL, 21)),
        (Reading(NUMBER, 30), Reading(ORDINAL, 1), Reading(ORDINAL, 31)),
    ],
)
def test_two_words_that_make_one_number(one: Reading, other: Reading, made: Reading) -> None:
    assert together(one, other) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Reading(NUMBER, 5), Reading(NUMBER, 20)),
        (Reading(NUMBER, 12), Reading(NUMBER, 34)),
        (Reading(NUMBER, 25), Reading(NUMBER, 5)),
        (Reading(NUMBER, 150), Reading(NUMBER, 50)),
        (Reading(NUMBER, 100), Reading(NUMBER, 100)),
        (Reading(NUMBER, 5), Reading(NUMBER, 6)),
        (Reading(YEAR, 1996), Reading(NUMBER, 5)),
        (Reading(NUMBER, 5), Reading(ORDINAL, 1)),
        (Reading(NUMBER, 20), Reading(ORDINAL, 10)),
        (Reading(letters.MONTH, 5), Reading(NUMBER, 5)),
        (Reading(NUMBER, 20), Reading(letters.UNIT, Grain.DAY)),
    ],
)
def test_two_words_that_make_no_number(one: Reading, other: Reading) -> None:
    assert together(one, other) is None


def test_five_and_ten_are_fifteen_or_fifty_or_a_range() -> None:
    five, ten, two = Reading(NUMBER, 5), Reading(NUMBER, 10), Reading(NUMBER, 2)
    assert together(five, ten) == Reading(NUMBER, 15)
    assert together(five, ten, tens_multiply=True) == Reading(NUMBER, 50)
    assert together(five, ten, hyphen=True) is None
    assert together(ten, two, tens_multiply=True) == Reading(NUMBER, 12)
    assert together(ten, two) is None


@given(st.integers(2, 9), st.integers(1, 9), st.integers(1, 9))
def test_hundreds_tens_and_ones_add_up(hundreds: int, tens: int, ones: int) -> None:
    hundred = together(Reading(NUMBER, hundreds), Reading(NUMBER, 100))
    assert hundred
    with_tens = together(hundred, Reading(NUMBER, 10 * tens))
    assert with_tens
    if tens > 1:
        assert together(with_tens, Reading(NUMBER, ones)) == Reading(NUMBER, 100 * hundreds + 10 * tens + ones)


@pytest.mark.parametrize(
    ("language", "text", "expression"),
    [
        ("en", "for twenty-five years", Length(25, Grain.YEAR)),
        ("en", "for twenty five days", Length(25, Grain.DAY)),
        ("en", "for three hundred sixty-five days", Length(365, Grain.DAY)),
        ("en", "for one hundred and fifty days", Length(150, Grain.DAY)),
        ("en", "for two thousand years", Length(2000, Grain.YEAR)),
        ("en", "in nineteen ninety-six it began", Calendar(year=1996)),
        ("en", "in two thousand five it began", Calendar(year=2005)),
        ("en", "on the twenty-first of May 2024", Calendar(year=2024, month=5, day=21)),
        ("ar", "خمسة عشر يوما", Length(15, Grain.DAY)),
        ("zh", "十五天", Length(15, Grain.DAY)),
        ("zh", "二十五天", Length(25, Grain.DAY)),
        ("zh", "三十年", Length(30, Grain.YEAR)),
        ("de", "fünfundzwanzig Jahre", Length(25, Grain.YEAR)),
    ],
)
def test_numbers_in_words_of_a_text(language: str, text: str, expression: Calendar | Length) -> None:
    (found,) = tag(fold_with_origin(text), text, lexicon(language))
    assert found.expression == expression


def test_the_end_of_an_unknown_number_is_no_number() -> None:
    text = "for umpty-five days"
    assert not [m for m in tag(fold_with_origin(text), text, lexicon("en")) if m.expression == Length(5, Grain.DAY)]
