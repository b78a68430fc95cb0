"""What a text says against its stated date: how much, in which words, and when it says nothing at all."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.days import MOST_DAYS, Clue
from extract.dates.interval import Grain, Interval, one_day, to_day
from extract.dates.objections import NO_OBJECTION, SLACK, WORTH_TELLING, Objection, objection
from extract.dates.statements import Statement
from extract.model import AnchorBasis
from extract.reason import Reason, in_words_already
from extract.wording import worded

WITHIN = Interval(to_day(2015), to_day(2025))
READ_ON = to_day(2024, 12, 31)
DAY = to_day(2020, 6, 15)


def said(first: int, days: int = 1) -> Statement:
    return Statement(Interval(first, first + days), Grain.DAY, AnchorBasis.GIVEN, Reason("given", {"stated": "so"}))


def not_on(interval: Interval, bits: float, words: str = "a clue", soft: bool = False) -> Clue:
    """A clue against the days of an interval."""
    return Clue(
        in_words_already(words),
        lambda days: np.where((days.numbers >= interval.start) & (days.numbers < interval.end), -bits, 0.0),
        soft,
    )


def against(day: int, *clues: Clue, days: int = 1) -> Objection:
    return objection(said(day, days), clues, WITHIN, READ_ON)


@pytest.mark.parametrize(
    ("bits", "width", "lost"),
    [
        (4.0, 2 * SLACK + 1, 4.0),
        (0.5, 2 * SLACK + 1, 0.5),
        (4.0, 2 * SLACK, 0.0),
        (4.0, 1, 0.0),
        (30.0, 900, 30.0),
    ],
)
def test_an_objection_weighs_the_best_of_the_stated_days_and_their_neighbours(
    bits: float, width: int, lost: float
) -> None:
    excluded = Interval(DAY - SLACK, DAY - SLACK + width)
    assert against(DAY, not_on(excluded, bits)).bits == lost


def test_clues_add_up_and_those_that_speak_for_it_count_too() -> None:
    around = Interval(DAY - 9, DAY + 9)
    elsewhere = Interval(WITHIN.start, DAY - 9)
    one, other = not_on(around, 4.0, "one"), not_on(around, 2.0, "other")
    favour = not_on(elsewhere, 1.0, "favour")
    later = not_on(Interval(DAY + 9, WITHIN.end), 1.0, "later")
    assert against(DAY, one, other).bits == 6.0
    assert against(DAY, one, other, favour, later).bits == 5.0


def test_the_weightiest_clues_are_named_first_and_each_once() -> None:
    around = Interval(DAY - 9, DAY + 9)
    clues = [not_on(around, bits, words) for bits, words in ((2.0, "weak"), (6.0, "strong"), (6.0, "strong"))]
    small = not_on(around, WORTH_TELLING - 0.1, "trifle")
    assert against(DAY, *clues, small).reasons == tuple(map(in_words_already, ("strong", "weak")))


@pytest.mark.parametrize(
    ("clues", "within"),
    [
        ((), WITHIN),
        ((not_on(Interval(DAY - 9, DAY + 9), 9.0, soft=True),), WITHIN),
        ((not_on(Interval(DAY - 9, DAY + 9), 9.0),), None),
        ((not_on(Interval(DAY - 9, DAY + 9), 9.0),), Interval(DAY - MOST_DAYS, DAY + 9)),
    ],
)
def test_what_is_merely_usual_or_not_to_be_weighed_contradicts_nothing(
    clues: tuple[Clue, ...], within: Interval | None
) -> None:
    assert objection(said(DAY), clues, within, READ_ON) == NO_OBJECTION


@pytest.mark.parametrize(("after", "bits"), [(0, 0.0), (SLACK, 0.0), (SLACK + 1, inf), (4000, inf)])
def test_nothing_is_written_after_its_reading(after: int, bits: float) -> None:
    found = objection(said(READ_ON + after), [], WITHIN, READ_ON)
    assert found.bits == bits
    assert any("31 December 2024" in worded(reason) for reason in found.reasons) == (bits == inf)


def test_without_a_day_of_reading_any_day_may_be_stated() -> None:
    assert objection(said(READ_ON + 4000), [], WITHIN, None) == NO_OBJECTION


def test_a_stated_day_outside_the_days_in_question_is_weighed_with_them() -> None:
    early = to_day(2001, 5, 5)
    assert against(early, not_on(Interval(to_day(2000), to_day(2010)), 7.0)).bits == 7.0


@given(st.integers(0, 3000), st.integers(1, 400), st.floats(0.0, 20.0), st.integers(0, 3000), st.integers(1, 800))
def test_an_objection_is_never_negative_and_never_grows_with_the_stated_stretch(
    first: int, days: int, bits: float, excluded: int, width: int
) -> None:
    start = WITHIN.start + excluded
    clue = not_on(one_day(start).hull(one_day(start + width)), bits)
    narrow = against(WITHIN.start + first, clue).bits
    wide = against(WITHIN.start + first, clue, days=days).bits
    assert 0 <= wide <= narrow <= bits
