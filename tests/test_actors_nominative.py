"""Names in the nominative, from the other cases in which texts have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.actors.lexicon import language
from extract.actors.nominative import in_nominative


@pytest.mark.parametrize(
    ("code", "name", "nominative"),
    [
        ("ru", "Марии Захаровой", "Мария Захарова"),
        ("ru", "Владимиру Зеленскому", "Владимир Зеленский"),
        ("ru", "Дональдом Трампом", "Дональд Трамп"),
        ("ru", "Сергея Лаврова", "Сергей Лавров"),
        ("ru", "Ильи Яшина", "Илья Яшин"),
        ("ru", "Юлией Навальной", "Юлия Навальная"),
        ("ru", "Алексея Навального", "Алексей Навальный"),
        ("ru", "Ангелы Меркель", "Ангела Меркель"),
        ("ru", "Биньямина Нетаньяху", "Биньямин Нетаньяху"),
        ("ru", "Урсулой фон дер Ляйен", "Урсула фон дер Ляйен"),
        ("ru", "Марии Ивановны Петровой", "Мария Ивановна Петрова"),
        ("ru", "Павла Дурова", "Павел Дуров"),
        ("uk", "Володимира Зеленського", "Володимир Зеленський"),
        ("uk", "Олени Зеленської", "Олена Зеленська"),
        ("uk", "Петром Порошенком", "Петро Порошенко"),
        ("uk", "Андрієві Єрмаку", "Андрій Єрмак"),
        ("el", "Κυριάκου Μητσοτάκη", "Κυριάκος Μητσοτάκης"),
        ("el", "Μαρίας Ζαχάροβα", "Μαρία Ζαχάροβα"),
        ("el", "Ευάγγελου Βενιζέλου", "Ευάγγελος Βενιζέλος"),
        ("el", "Γιώργου Παπανδρέου", "Γιώργος Παπανδρέου"),
    ],
)
def test_a_name_is_called_by_its_nominative(code: str, name: str, nominative: str) -> None:
    assert in_nominative(name, code) == nominative
    assert in_nominative(nominative, code) == nominative


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ru", "Александра Петрова"),  # a woman, or a man in the genitive: as it stands
        ("ru", "Мангуста Пезешкиана"),
        ("ru", "Захаровой"),
        ("en", "James Mattis"),
        ("xx", "Марии Захаровой"),
        ("ru", ""),
    ],
)
def test_what_is_not_known_stays(code: str, name: str) -> None:
    assert in_nominative(name, code) == name


@given(st.sampled_from(["ru", "uk", "el"]), st.text(), st.text())
def test_any_words_have_a_form(code: str, one: str, other: str) -> None:
    name = f"{one} {other}"
    assert len(in_nominative(name, code).split()) == len(name.split())


@pytest.mark.parametrize("code", ["ru", "uk", "el"])
def test_all_patterns_of_a_language_have_its_cases(code: str) -> None:
    genders = language(code).name_cases
    assert len(genders) == 2
    assert len({len(row) for rows in genders for row in rows}) == 1
