"""Names of other scripts in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.actors.romanise import is_latin, romanise


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
        ("Γιώργος Παπανδρέου", "Giorgos Papandreou"),
        ("Μπασάρ αλ Άσαντ", "Basar al Asant"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Михаил Горбачев", "Mikhail Gorbachev"),
        ("سليم الحديثي", "Salim al-Hadithi"),
        ("بشار الأسد", "Bashar al-Asad"),
        ("مسعود", "Masud"),
        ("Ángela Núñez", "Ángela Núñez"),
        ("习近平", "习近平"),
    ],
)
def test_names(name: str, expected: str) -> None:
    assert romanise(name) == expected


@given(
    st.text(alphabet="αβγδεζηθικλμνξοπρστυφχψω абвгдежзийклмнопрстуфхцчшщыэюя ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1)
)
def test_known_scripts_become_latin(name: str) -> None:
    assert is_latin(romanise(name))


@given(st.text())
def test_any_text_has_a_latin_form_or_keeps_its_own(name: str) -> None:
    assert len(romanise(name).split()) == len(name.split()) or not name.strip().isalpha()
