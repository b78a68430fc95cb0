import pytest

from extract.dates.expression import Calendar, FromTold, Mention, Offset
from extract.dates.interval import Grain
from extract.dates.lexicon import lexicon
from extract.dates.tag import tag
from extract.text.fold import fold_with_origin


def mentions(text: str, language: str = "en") -> list[Mention]:
    return tag(fold_with_origin(text), text, lexicon(language))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It began in 2000.", ["2000"]),
        ("It began in 2000 in Rome.", ["2000"]),
        ("It has lasted since 2019", ["2019"]),
        ("In 2011 men came.", ["2011"]),
        ("Rome (2011) it was", ["2011"]),
        ("Built [1931] by hand", ["1931"]),
        ("1984 - it began", ["1984"]),
        ("It was so.\n1984: it began\n", ["1984"]),
        ("Life in 1984\nIt was", ["1984"]),
        ("They met in May", ["May"]),
        ("In March they march.", ["March"]),
        ("In the second half, it rained.", ["the second half"]),
        ("In the quarter, sales rose", ["the quarter"]),
        ("They fought on 15/2", ["15/2"]),
        ("31 10 1974", ["31 10 1974"]),
        ("a poem.\n31 10 1974\nby nobody", ["31 10 1974"]),
        ("It will be ready in 10 days.", ["in 10 days"]),
    ],
)
def test_what_its_company_makes_a_date(text: str, words: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "They lived in 2000 homes.",
        "In 1200 houses they lived.",
        "They had 2011 men.",
        "It was room 2019, he said.",
        "They may come.",
        "The fall of Rome.",
        "The 24th man fell.",
        "They live on 17 November Street",
        "The battle at 17 November Square was long.",
        "They called it Operation 17 November",
        "Before the second half of the match.",
        "the Sunday Times",
        "A quarter of it",
        "he was 31 10 1974 times",
    ],
)
def test_what_its_company_keeps_from_being_a_date(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("It rained two days after the attack.", FromTold(2, Grain.DAY, "the attack", counted=True)),
        ("It rained a month before the attack.", FromTold(-1, Grain.MONTH, "the attack", counted=True)),
        ("It rained two days after.", FromTold(2, Grain.DAY, counted=True)),
        ("It rained a year ago.", Offset(-1, Grain.YEAR, counted=True)),
        ("It rained yesterday.", Offset(-1, Grain.DAY)),
    ],
)
def test_whether_a_distance_counts_from_an_event(text: str, expression: FromTold | Offset) -> None:
    (found,) = mentions(text)
    assert found.expression == expression


def test_bare_figures_in_a_line_are_read_as_day_and_month() -> None:
    (found,) = mentions("31 10 1974")
    assert found.expression == Calendar(year=1974, month=10, day=31)
