"""Whom a report is about is told before headlines that name nobody."""

import pytest

from extract.events.about import LONGEST_TEXT, about, with_names
from extract.events.clauses import clause_words
from extract.events.trim import LONGEST_HEADLINE
from tests.test_centre import actors_of

WORDS = clause_words("en")
LEAD = "Iraq and Turkey signed a treaty on their river. Iraq wanted it; Turkey agreed. "


def told(lead: str, sentence: str, date: str = "May") -> str:
    actors = actors_of(lead + sentence)
    within = [each for each in actors if each.start >= len(lead)]
    return with_names(sentence, date, within, about(lead + sentence, actors, WORDS), WORDS)


@pytest.mark.parametrize(
    ("lead", "sentence", "expected"),
    [
        (LEAD, "The text was agreed in May", "[Iraq, Turkey] The text was agreed in May"),
        (LEAD, "The text was agreed in Geneva in May", "[Iraq, Turkey] The text was agreed in Geneva in May"),
        ("Iraq signed a treaty. Iraq wanted it. ", "The text was agreed in Geneva in May", "The text was agreed in Geneva in May"),
        (LEAD, "In May, Anna Brack left", "In May, Anna Brack left"),
        (LEAD, "In May, Iraq agreed", "In May, Iraq agreed"),
        (f"ULM (Wire) - {LEAD}", "The text was agreed in May", "[Iraq, Turkey] The text was agreed in May"),
        ("Iraq signed a treaty. ", "The text was agreed in May", "The text was agreed in May"),
        ("Anna Brack met Anna Brack. ", "The text was agreed in May", "The text was agreed in May"),
        ("Orley Mills Inc. grew. Orley Mills sold. ", "Rain fell, Anna Brack said in May", "[Orley Mills] Rain fell, Anna Brack said in May"),
        ("Iraq, Japan, Peru, Chile, Kenya, Spain, India, Nepal, Norway and Egypt met. Iraq left. ", "Rain fell in May", "Rain fell in May"),
        (LEAD + "It rained. " * (LONGEST_TEXT // 10), "The text was agreed in May", "The text was agreed in May"),
    ],
)  # fmt: skip
def test_whom_a_report_is_about(lead: str, sentence: str, expected: str) -> None:
    assert told(lead, sentence) == expected


def test_a_long_headline_gives_its_end_for_the_names_and_never_its_date() -> None:
    long = "The text on the " + "very old " * 14 + "weirs was read"
    early = told(LEAD, f"In May, {long[0].lower()}{long[1:]}")
    assert early.startswith("[Iraq, Turkey] In May")
    assert len(early) <= LONGEST_HEADLINE
    assert told(LEAD, f"{long} in May") == f"{long} in May"
