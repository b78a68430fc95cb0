import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.fold import fold, fold_with_origin


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Δεκέμβριος", "δεκεμβριοσ"),
        ("ΔΕΚΕΜΒΡΙΟΣ", "δεκεμβριοσ"),
        ("Μαΐου", "μαιου"),
        ("أغسطس", "اغسطس"),
        ("عسكريًا", "عسكريا"),
        ("الجمعة", "الجمعه"),
        ("٢٠٢٤", "2024"),
        ("İstanbul", "istanbul"),
        ("’24–25", "'24-25"),
        ("月", "月"),
        ("한국", "한국"),
        ("a\u00a0b", "a b"),
    ],
)
def test_what_is_the_same_word_folds_to_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_each_folded_character_knows_where_it_stood(text: str) -> None:
    folded = fold_with_origin(text)
    assert folded.text == fold(text)
    for position in range(len(folded.text)):
        start, end = folded.span(position, position + 1)
        assert fold(text[start:end]) == folded.text[position]
        assert folded.at(start) == position
    assert folded.span(len(folded.text), len(folded.text))[1] <= len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_marks_belong_to_the_letter_they_sit_on() -> None:
    text = "cafe\u0301 noir"
    folded = fold_with_origin(text)
    start = folded.text.index("cafe")
    assert text[slice(*folded.span(start, start + 4))] == "cafe\u0301"
