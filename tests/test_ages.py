"""Eras of people and things as clues: bits before and after, choices among namesakes, and what a story's eras tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.ages import AFTER, AFTER_THINGS, BEFORE, PASSING, age_clues
from extract.dates.days import Bits, days_of
from extract.dates.interval import Grain, Interval, one_day, to_day
from extract.era import Era, EraKind
from extract.reason import Date, Reason
from extract.wording import worded

DAYS = days_of(Interval(to_day(2000), to_day(2020)))
FIRST, LAST = to_day(2005, 3, 1), to_day(2010, 8, 31)


UNTIL = Date(one_day(LAST), Grain.DAY)


def era(kind: EraKind, first: int | None = FIRST, last: int | None = LAST, words: str = "she") -> Era:
    return Era(words, first, last, kind, Reason("there_until", {"words": words, "day": UNTIL}))


def bits_of(*eras: Era, is_story: bool = False) -> Bits:
    total = DAYS.nothing
    for clue in age_clues(eras, is_story):
        total = total + clue.weigh(DAYS)
    return total


def at(bits: Bits, day: int) -> float:
    return float(bits[day - DAYS.interval.start])


@pytest.mark.parametrize("kind", list(EraKind))
def test_an_era_speaks_against_the_days_before_and_after_it_and_for_none_within(kind: EraKind) -> None:
    bits = bits_of(era(kind))
    assert at(bits, FIRST - 1) == -BEFORE[kind]
    assert at(bits, FIRST) == at(bits, LAST) == 0
    assert at(bits, LAST + 1) == -(AFTER_THINGS if kind is EraKind.NOT_AFTER else AFTER)


@pytest.mark.parametrize("kind", list(EraKind))
def test_an_era_without_an_end_speaks_against_nothing_on_that_side(kind: EraKind) -> None:
    assert at(bits_of(era(kind, last=None)), DAYS.interval.last) == 0
    assert at(bits_of(era(kind, first=None)), DAYS.interval.start) == 0
    assert not bits_of(era(kind, None, None)).any()


@pytest.mark.parametrize("kind", list(EraKind))
def test_what_passes_is_so_at_the_time_of_a_story_and_says_nothing_of_its_writing(kind: EraKind) -> None:
    assert bits_of(era(kind), is_story=True).any() == (kind not in PASSING)


def test_eras_of_the_same_words_are_a_choice_and_of_others_add_up() -> None:
    father = era(EraKind.IN_OFFICE, to_day(2001), to_day(2004, 12, 31))
    son = era(EraKind.IN_OFFICE, to_day(2012), to_day(2015, 12, 31))
    choice = bits_of(father, son)
    assert at(choice, to_day(2003)) == at(choice, to_day(2013)) == 0
    assert at(choice, to_day(2008)) < 0
    other = era(EraKind.IN_OFFICE, to_day(2012), to_day(2015, 12, 31), words="he")
    apart = bits_of(father, other)
    assert at(apart, to_day(2003)) == -BEFORE[EraKind.IN_OFFICE]
    assert at(apart, to_day(2013)) == -AFTER


def test_a_choice_names_all_that_it_may_be() -> None:
    eras = [era(EraKind.IN_OFFICE), Era("she", LAST, None, EraKind.IN_OFFICE, Reason("vague"))]
    (clue,) = age_clues(eras, is_story=False)
    assert clue.reason is not None
    assert set(worded(clue.reason).split("; ")) == {worded(each.told) for each in eras}
    assert not clue.soft


def test_the_same_words_of_two_kinds_are_two_clues() -> None:
    assert len(list(age_clues([era(EraKind.IN_OFFICE), era(EraKind.FORMER)], is_story=False))) == 2
    assert list(age_clues([], is_story=False)) == []


edges = st.none() | st.integers(DAYS.interval.start, DAYS.interval.last)
eras_of_any_kind = st.builds(
    era, st.sampled_from(list(EraKind)), edges, edges, words=st.sampled_from(["she", "he", "it"])
)


@given(st.lists(eras_of_any_kind, max_size=6), st.randoms(use_true_random=False), st.booleans())
def test_eras_only_speak_against_days_and_their_order_is_nothing(eras: list[Era], random: object, story: bool) -> None:
    shuffled = sorted(eras, key=lambda _: random.random())  # type: ignore[attr-defined]
    one, other = bits_of(*eras, is_story=story), bits_of(*shuffled, is_story=story)
    assert (one <= 0).all()
    assert np.allclose(one, other)
