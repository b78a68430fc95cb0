import unicodedata

import pytest

from extract.dates.interval import Grain
from extract.dates.vocabulary import vocabulary

SCRIPTS = {
    "en": "LATIN",
    "el": "GREEK",
    "ar": "ARABIC",
    "ru": "CYRILLIC",
    "he": "HEBREW",
    "de": "LATIN",
    "fa": "ARABIC",
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_twelve_months_and_seven_weekdays(language: str) -> None:
    known = vocabulary(language)
    assert set(known.months.values()) == set(range(1, 13))
    assert set(known.weekdays.values()) == set(range(7))
    assert known.order in {"DMY", "MDY", "YMD"}


@pytest.mark.parametrize("language", SCRIPTS)
def test_names_are_in_the_language_s_own_script(language: str) -> None:
    vocabulary("he")  # Babel has been seen to lend Hebrew's months to the language that is asked for next
    for word in (*vocabulary(language).months, *vocabulary(language).weekdays):
        letters = [unicodedata.name(character) for character in word if character.isalpha()]
        assert all(SCRIPTS[language] in name for name in letters), word


def test_regional_names_and_phrases() -> None:
    arabic, english = vocabulary("ar"), vocabulary("en")
    assert arabic.months["كانون الثاني"] == arabic.months["يناير"] == 1
    assert english.offsets["day before yesterday"] == (-2, Grain.DAY)
    assert english.offsets["next week"] == (1, Grain.WEEK)
    assert english.numbers["twelve"] == 12
    assert english.units["years"] is Grain.YEAR


@pytest.mark.parametrize("language", ["xx", "und", "../../etc"])
def test_an_unknown_language_has_no_words(language: str) -> None:
    known = vocabulary(language)
    assert not known.months
    assert not known.offsets
