"""Language detection: real articles, short texts, mixed ones, and what holds of every text."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.language import detect_language

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("name", "language"), [("000*", "el"), ("001*", "en"), ("002*", "en"), ("003*", "el"), ("004*", "ar")]
)
def test_real_articles(name: str, language: str) -> None:
    (path,) = SEEDS.glob(name)
    assert detect_language(path.read_text(encoding="utf-8")) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("last June", "en"),
        ("3 March", "en"),
        ("LAVROV SAID", "en"),
        ("Προχθές", "el"),
        ("τον περασμένο Ιούνιο", "el"),
        ("في يونيو", "ar"),
        ("اليوم الاثنين", "ar"),
        ("روز دوشنبه", "fa"),
        ("el lunes pasado", "es"),
        ("am vergangenen Freitag", "de"),
        ("Le 17 janvier", "fr"),
        ("17 января 2025 года", "ru"),
        ("17 січня 2025 року, повідомляє міністерство", "uk"),
        ("17 Ocak 2025 Cuma günü", "tr"),
        ("1月17日、ロシアと", "ja"),
        ("ვაშინგტონი", "ka"),
        ("Ο Donald Trump στη Μόσχα", "el"),
        ("[ad_1] Loading… أعلن الكرملين اليوم الاثنين أن روسيا وإيران ستوقعان معاهدة", "ar"),
        ("", "und"),
        ("  \n\t ", "und"),
        ("12.000 - 2025!", "und"),
        ("\u200f", "und"),
    ],
)
def test_short_and_mixed_texts(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_the_greater_part_decides() -> None:
    greek = (SEEDS / "000_76d3b764bfcca4fb.txt").read_text(encoding="utf-8")
    english = (SEEDS / "001_a8475e7d3b61eb1d.txt").read_text(encoding="utf-8")
    assert detect_language(english[:200] + greek) == "el"
    assert detect_language(greek[:100] + english) == "en"


@given(st.text())
def test_any_text_has_one_short_code(text: str) -> None:
    code = detect_language(text)
    assert code == "und" or (len(code) == 2 and code.isalpha())


def test_a_long_text_takes_no_longer_than_its_sample() -> None:
    text = "The treaty was signed on Friday. " * 600_000
    detect_language(text)
    started = time.process_time()
    assert detect_language(text) == "en"
    assert time.process_time() - started < 0.5


ENGLISH_ROWS = (
    "The harbour reopened on Monday",
    "Talks began in Oslo",
    "Minister resigns",
    "Two ships sank off Crete",
    "Άνοιξε το λιμάνι τη Δευτέρα",
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Imia crisis", "en"),
        ("Sarajevo siege", "en"),
        ("Signing, Ankara", "en"),
        ("Παραιτήθηκε ο υπουργός", "el"),
        ("Der Minister trat am Montag in Berlin zurück", "de"),
        ("وقع الاتفاق يوم الاثنين", "ar"),
        ("2021", "und"),
    ],
)
def test_few_words_are_in_a_language_of_those_beside_them_unless_they_are_surely_not(text: str, language: str) -> None:
    assert detect_language(text, ENGLISH_ROWS) == language
