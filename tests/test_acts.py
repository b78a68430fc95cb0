from collections import Counter

import pytest

from extract.events.acts import acts_of_dates, find_acts, kind_of
from extract.events.lexicon import kinds_of_acts, language_acts, language_files, scheme
from extract.kind import Kind
from extract.model import Sentence

FILES = language_files()
EXAMPLES = [(data.code, example) for data in map(language_acts, FILES) for example in data.examples]


def sentence(text: str) -> Sentence:
    return Sentence(0, len(text), text)


def acts(text: str, language: str = "en") -> list[str]:
    return [found.act for found in find_acts(sentence(text), language, [], [])]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda each: getattr(each, "text", each))
def test_words_tell_acts(code: str, example) -> None:
    assert acts(example.text, code) == example.acts


def test_every_kind_but_other_has_acts_and_no_act_is_of_two() -> None:
    assert set(scheme()) == set(Kind) - {Kind.OTHER}
    assert len(kinds_of_acts()) == sum(len(entry.acts) for entry in scheme().values())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_language_says_no_phrase_twice_and_has_words_for_nearly_all_acts(file) -> None:
    data = language_acts(file)
    for act, phrases in data.acts.items():
        assert not [phrase for phrase, count in Counter(phrases).items() if count > 1], act
    assert len(kinds_of_acts().keys() - data.acts.keys()) <= 3
    assert any(not example.acts for example in data.examples), "an example whose words only look like acts is missing"


def dated(text: str, *dates: str) -> list[tuple[str, ...]]:
    whole = sentence(text)
    spans = [(text.index(date), text.index(date) + len(date)) for date in dates]
    return acts_of_dates(whole, find_acts(whole, "en", [], spans), spans)


@pytest.mark.parametrize(
    ("text", "dates", "told"),
    [
        ("On 3 May they signed the pact, on 4 May he resigned.", ("3 May", "4 May"), [("sign", "agree"), ("resign",)]),
        (
            "“They will hold talks on Friday,” the Kremlin announced Monday.",
            ("Friday", "Monday"),
            [("meet",), ("announce",)],
        ),
        ("He said on Monday that she resigned.", ("Monday",), [("resign",)]),
        ("He said so on Monday.", ("Monday",), [("say",)]),
        ("It rained on Monday.", ("Monday",), [()]),
        ("On Monday and Tuesday they met.", ("Monday", "Tuesday"), [("meet",), ("meet",)]),
    ],
)
def test_a_date_has_the_acts_that_are_nearest_to_it(text: str, dates: tuple[str, ...], told) -> None:
    assert dated(text, *dates) == told


def test_words_of_names_and_dates_tell_no_acts() -> None:
    text = "Elections Canada spoke in March."
    assert find_acts(sentence(text), "en", [(0, 16)], [(26, 31)]) == []


def test_a_date_within_a_phrase_parts_it_not_and_a_name_does() -> None:
    text = "It took Monday effect."
    assert [found.act for found in find_acts(sentence(text), "en", [], [(8, 14)])] == ["effect"]
    assert find_acts(sentence(text), "en", [(8, 14)], []) == []


def test_a_language_without_words_tells_no_acts_and_what_has_none_is_of_no_kind() -> None:
    assert acts("They signed a treaty.", "xx") == []
    assert kind_of(()) is Kind.OTHER
    assert kind_of(("sign", "kill")) is Kind.AGREEMENT
