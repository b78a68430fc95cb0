from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.expression import Calendar
from extract.dates.lexicon import lexicon
from extract.dates.tag import tag
from extract.text.fold import fold_with_origin

LANGUAGES = ["en", "el", "ar", "de", "und"]
PIECES = st.sampled_from(
    [
        "17", "January", "2025", "Friday", "last", "month", "of", "the", ",", " ", ".", "/", "-", "'24", "1/2/2025", "3",
        "ago", "years", "early", "may", "Ιανουαρίου", "τον", "περασμένο", "χθες", "كانون", "الثاني", "يناير", "الماضي",
        "و", "12.000", "2025-01-17", "€", "%", "\n", "e\u0301", "\u200f",
    ]
)  # fmt: skip


def mentions(text: str, language: str = "en"):
    return tag(fold_with_origin(text), text, lexicon(language))


@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from(LANGUAGES))
def test_mentions_are_in_order_apart_and_the_text_s_own_words(text: str, language: str) -> None:
    found = mentions(text, language)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text != ""
    for before, after in pairwise(found):
        assert before.end <= after.start


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for mention in mentions(text, language):
        assert text[mention.start : mention.end] == mention.text


def test_two_names_of_one_month_are_one_date_and_of_two_months_are_not() -> None:
    (one,) = mentions("في 17 كانون الثاني/يناير", "ar")
    assert one.expression == Calendar(month=1, day=17)
    assert all(m.expression != Calendar(month=1, day=17) for m in mentions("في 17 كانون الثاني/فبراير", "ar"))


def test_a_language_without_a_file_still_has_its_months() -> None:
    (found,) = mentions("am 17. Januar 2025 in Berlin", "de")
    assert found.expression == Calendar(year=2025, month=1, day=17)


def test_what_no_calendar_has_is_no_date() -> None:
    assert not [m for m in mentions("on 31 February 2025 and 2025-13-40") if m.expression == Calendar(2025, 2, 31)]
    assert not mentions("on 99/99/2025")


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "𝔘 e\u0301te\u0301 أعلن في ١٧ ينايرُ ٢٠٢٥ 🙂"
    (found,) = mentions(text, "ar")
    assert found.text == "١٧ ينايرُ ٢٠٢٥"
    assert text[found.start : found.end] == found.text


HOSTILE = [
    "1 ",
    "may ",
    "7",
    "(",
    "last ",
    "1/",
    "17 January, ",
    "early of the ",
    "e\u0301",
    "'24 ",
    "2025-",
    "of the ",
    "1 1 1 1 ",
    "12.",
    "1-1-1-",
    "(((",
    "))]",
    "may may may ",
    "i ",
    "a ",
    "in in ",
    "3 to 4 to 5 to ",
    "1/2 ",
    "\u00bd",
    "2.5 ",
    "two and a half ",
    "the 1988 period ",
    "the year ended ",
    "for years ",
]
HOSTILE_LENGTH = 100_000


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_repetition_keeps_the_tagger_from_the_text_s_end(piece: str) -> None:
    """A pattern that runs away would not come to the date at the end before the suite's time limit."""
    text = piece * (HOSTILE_LENGTH // len(piece)) + "\nsigned on 17 January 2025."
    assert mentions(text)[-1].text == "17 January 2025"
