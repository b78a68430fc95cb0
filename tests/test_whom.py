"""Whom a headline speaks of where its own words do not say so: the ways to tell it, in their order."""

import pytest

from extract.events.trim import LONGEST_HEADLINE
from extract.events.whom import background_of, with_whom
from extract.model import Sentence
from tests.test_centre import actors_of

LEAD = "The towns of Ulm and Orley made peace. "
MILLS = "Orley Mills Inc. sold a mill. Orley Mills grew. "


def told(before: str, sentence: str, *dates: str, date: str = "Monday") -> str:
    text = f"{before}{sentence}."
    times = sorted(
        (text.index(each, len(before)), text.index(each, len(before)) + len(each)) for each in (date, *dates)
    )
    background = background_of(text, actors_of(text), times, "en", ())
    start = len(before)
    return with_whom(sentence, date, Sentence(start, len(text), text[start:]), (), background)


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (LEAD, "The feast was on Monday", "[The towns of Ulm and Orley made peace] The feast was on Monday"),
        (MILLS, "The company grew on Monday", "The company [Orley Mills] grew on Monday"),
        (MILLS, "Net income rose on Monday", "[Orley Mills] Net income rose on Monday"),
        (LEAD, "Anna Brack left on Monday", "Anna Brack left on Monday"),
        (f"{LEAD}The men of Ulm sang loudly. ", "They left on Monday", "[The men of Ulm sang loudly] They left on Monday"),
        ("", "The feast was on Monday", "The feast was on Monday"),
    ],
)  # fmt: skip
def test_whom_a_headline_speaks_of(before: str, sentence: str, expected: str) -> None:
    assert told(before, sentence) == expected


def test_the_words_of_other_dates_are_no_names() -> None:
    sentence = "The feast of May was put off until Monday"
    assert told(LEAD, sentence, "May") == f"[The towns of Ulm and Orley made peace] {sentence}"
    assert told(LEAD, sentence) == sentence


def test_a_place_is_not_whom_a_sentence_speaks_of() -> None:
    assert told(LEAD, "The feast was in Madrid on Monday") == (
        "[The towns of Ulm and Orley made peace] The feast was in Madrid on Monday"
    )


def test_no_line_is_longer_than_a_headline() -> None:
    for words in range(1, 40):
        assert len(told(LEAD, f"The feast {'so long put off ' * words}was on Monday")) <= max(
            LONGEST_HEADLINE, len(f"The feast {'so long put off ' * words}was on Monday")
        )
