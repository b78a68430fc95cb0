"""What is counted, in the ways in which languages write numbers."""

import pytest

from extract.events.figures import find_figures
from extract.events.lexicon import language_acts, language_files, things
from extract.model import Sentence


def found(text: str, language: str, dates=()) -> list[tuple[float, str, str]]:
    return [
        (each.value, each.thing, each.words) for each in find_figures(Sentence(0, len(text), text), language, dates)
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "thing"),
    [
        ("el", "έστειλε έως και 12.000 στρατιώτες", 12_000, "soldiers"),
        ("en", "sent 12,000 North Korean soldiers", 12_000, "soldiers"),
        ("en", "displaced 1.5 million people", 1_500_000, "people"),
        ("en", "12 thousand refugees fled", 12_000, "refugees"),
        ("ar", "أرسلت نحو 12 ألف جندي", 12_000, "soldiers"),
        ("ar", "فر ١٢٬٠٠٠ لاجئ", 12_000, "refugees"),
        ("ru", "около 10 тысяч солдат", 10_000, "soldiers"),
        ("ru", "1,5 миллиона человек", 1_500_000, "people"),
        ("uk", "понад 300 поранених", 300, "wounded"),
        ("de", "3,5 Millionen Flüchtlinge", 3_500_000, "refugees"),
        ("fr", "environ 10 000 soldats", 10_000, "soldiers"),
        ("fr", "10\u202f000 soldats", 10_000, "soldiers"),
        ("es", "2.500 muertos", 2_500, "dead"),
        ("it", "1.200 feriti", 1_200, "wounded"),
        ("tr", "12 bin asker", 12_000, "soldiers"),
        ("fa", "۱۲ نفر", 12, "people"),
    ],
)
def test_numbers_of_things(language: str, text: str, value: float, thing: str) -> None:
    assert [each[:2] for each in found(text, language)] == [(value, thing)]


@pytest.mark.parametrize(
    "text",
    [
        "at 10:30 people came", "version 1.2.3 people", "in 2024, people came", "on 3/5/2024 people came",
        "room B12 people", "1 soldier", "He is 45. Soldiers came.", "20,5,3 people",
    ],
)  # fmt: skip
def test_what_is_no_count(text: str) -> None:
    assert found(text, "en") == []


def test_a_date_counts_nothing() -> None:
    text = "In 2024 soldiers left, 300 soldiers."
    assert found(text, "en", [(3, 7)]) == [(300, "soldiers", "300 soldiers")]
    assert len(found(text, "en")) == 2


def test_a_language_without_words_counts_nothing() -> None:
    assert found("12,000 soldiers", "xx") == []


@pytest.mark.parametrize("file", language_files(), ids=lambda file: file.name)
def test_a_language_has_words_for_all_things(file) -> None:
    assert language_acts(file).things.keys() == things()


def test_words_of_the_text_are_kept_in_one_line() -> None:
    assert found("some 10,000\u00a0 young soldiers", "en") == [(10_000, "soldiers", "10,000 young soldiers")]
