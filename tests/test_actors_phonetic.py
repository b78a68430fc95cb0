"""How names sound: the same name in two scripts lies near, two names lie apart."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.actors.phonetic import are_far, block_keys, distance, latin_keys, sounds

LETTERS = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyzşğčšαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшабتثجحخدذرزسشبلمنهوي",
    max_size=20,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin", "Πούτιν"),
        ("Putin", "بوتين"),
        ("Путин", "بوتين"),
        ("Lavrov", "Λαβρόφ"),
        ("Lavrov", "لافروف"),
        ("Zelensky", "Ζελένσκι"),
        ("Zelensky", "زيلينسكي"),
        ("Pezeshkian", "Πεζεσκιάν"),
        ("Pezeshkian", "بيزشكيان"),
        ("Trump", "Τραμπ"),
        ("Trump", "ترامب"),
        ("Assad", "الأسد"),
        ("Bektaş", "Μπεκτάς"),
        ("Obama", "Ομπάμα"),
    ],
)
def test_spellings_of_one_name_are_near_and_share_a_block(one: str, other: str) -> None:
    assert distance(sounds(one), sounds(other)) <= 0.2
    assert block_keys(sounds(one)) & block_keys(sounds(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrov", "Lawrow"),
        ("Novak", "Nowak"),
        ("Hadithi", "Hadisi"),
        ("Plenković", "Plenkovic"),
        ("Gaddafi", "Qaddafi"),
        ("Yanukovych", "Janukowitsch"),
        ("Erdogan", "Erdoğan"),
        ("Mohammed", "Muhammad"),
        ("Schröder", "Schroeder"),
    ],
)
def test_spellings_in_latin_letters_are_near_and_share_a_key_of_such_names(one: str, other: str) -> None:
    assert distance(sounds(one), sounds(other)) <= 0.13
    assert latin_keys(sounds(one)) & latin_keys(sounds(other))


@pytest.mark.parametrize(("one", "other"), [("Tsipras", "Tsipas"), ("Castro", "Cato"), ("Clinton", "Colin")])
def test_most_other_names_in_latin_letters_share_no_key(one: str, other: str) -> None:
    assert not latin_keys(sounds(one)) & latin_keys(sounds(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrov", "Lazarev"),
        ("Bashar", "حافظ"),
        ("Putin", "Πότερ"),
        ("Trump", "Tusk"),
        ("Tsipras", "Τσίπας"),
        ("Modi", "مرسي"),
    ],
)
def test_two_names_lie_apart(one: str, other: str) -> None:
    assert distance(sounds(one), sounds(other)) > 0.28


@given(LETTERS, LETTERS)
def test_distance_is_a_symmetric_share(one: str, other: str) -> None:
    gap = distance(sounds(one), sounds(other))
    assert 0 <= gap <= 1
    assert gap == pytest.approx(distance(sounds(other), sounds(one)))


@given(st.text())
def test_any_word_has_sounds_of_bounded_length_and_a_block(word: str) -> None:
    heard = sounds(word)
    assert distance(heard, heard) == 0
    assert len(heard) <= 40
    assert block_keys(heard)


HEARD = st.text(alphabet=[*"abdefghiklmnoprstuvyzCDGJNSTZ", "?"], max_size=12)


FURTHER = 100.0
"""More than any two words lie apart."""


@given(HEARD, HEARD, st.sampled_from([0.13, 0.2, 0.3, 0.45]))
def test_a_limit_changes_no_distance_within_it(one: str, other: str, most: float) -> None:
    gap = distance(one, other, FURTHER)
    assume(abs(gap - most) > 1e-6)
    assert distance(one, other, most) == pytest.approx(gap if gap < most else 1)


@given(HEARD, st.lists(HEARD, min_size=1, max_size=20), st.sampled_from([0.13, 0.2, 0.3, 0.45]))
def test_words_that_are_told_far_at_once_are_far(one: str, others: list[str], most: float) -> None:
    far = are_far(one, others, [most] * len(others))
    assert [other for other, is_far in zip(others, far, strict=True) if is_far and distance(one, other, most) < 1] == []


def test_most_words_that_are_far_are_told_so_at_once() -> None:
    others = ["petrov", "kisinJer", "Sulz", "meloni", "lavrof"]
    assert are_far("lavrov", others, [0.13] * len(others)).tolist() == [True, True, True, True, False]
