"""Shares of days: they add up, and the shortest stretch and the best unit are what counting by hand finds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.days import Belief, Clue, believe, days_of
from extract.dates.interval import Grain, Interval, from_day, to_day, weekday

FIRST = to_day(2024, 11, 20)
ROUNDING = 1e-9

weights = st.lists(st.floats(0.01, 10.0), min_size=1, max_size=60)
bits = st.lists(st.floats(-40.0, 40.0), min_size=1, max_size=60)


def belief_of(weighed: list[float]) -> Belief:
    shares = np.array(weighed) / sum(weighed)
    return Belief(days_of(Interval(FIRST, FIRST + len(weighed))), shares)


def stretches(belief: Belief) -> list[Interval]:
    whole = belief.days.interval
    return [Interval(start, end) for start in range(whole.start, whole.end) for end in range(start + 1, whole.end + 1)]


def by_hand(belief: Belief, interval: Interval) -> float:
    first = belief.days.interval.start
    return sum(float(belief.shares[day - first]) for day in range(interval.start, interval.end))


@pytest.mark.parametrize("first", [to_day(2024, 2, 27), to_day(1900, 2, 27), to_day(1582, 10, 1), to_day(-44, 3, 1)])
def test_days_know_their_weekday_month_and_year(first: int) -> None:
    days = days_of(Interval(first, first + 400))
    for number, day, month, year in zip(days.numbers, days.weekdays, days.months, days.years, strict=True):
        in_calendar = from_day(int(number))
        assert day == weekday(int(number))
        assert (year + 1970, month % 12 + 1) == in_calendar[:2]


def test_without_clues_every_day_is_as_likely() -> None:
    belief = believe([], days_of(Interval(FIRST, FIRST + 40)))
    assert np.allclose(belief.shares, 1 / 40)


@given(bits, bits)
def test_shares_add_up_to_one_and_clues_multiply(one: list[float], other: list[float]) -> None:
    length = min(len(one), len(other))
    days = days_of(Interval(FIRST, FIRST + length))
    clues = [Clue(None, lambda _, each=each: np.array(each[:length])) for each in (one, other)]
    belief = believe(clues, days)
    assert abs(belief.shares.sum() - 1) < ROUNDING
    product = np.exp2(np.array(one[:length])) * np.exp2(np.array(other[:length]))
    assert np.allclose(belief.shares, product / product.sum())


def test_evidence_of_any_strength_leaves_shares() -> None:
    days = days_of(Interval(FIRST, FIRST + 3))
    belief = believe([Clue(None, lambda _: np.array([-5000.0, -9000.0, -5001.0]))], days)
    assert np.allclose(belief.shares, [2 / 3, 0, 1 / 3])


@given(weights)
def test_the_share_of_a_stretch_is_that_of_its_days(weighed: list[float]) -> None:
    belief = belief_of(weighed)
    for each in stretches(belief)[:200]:
        assert abs(belief.of(each) - by_hand(belief, each)) < ROUNDING
    whole = belief.days.interval
    assert abs(belief.of(Interval(whole.start - 9, whole.end + 9)) - 1) < ROUNDING
    assert belief.of(Interval(whole.start - 9, whole.start)) == 0
    assert belief.of(Interval(whole.end, whole.end + 9)) == 0


@given(weights, st.floats(0.05, 0.99), st.integers(1, 40))
def test_the_shortest_stretch_is_the_likeliest_of_the_shortest(
    weighed: list[float], share: float, longest: int
) -> None:
    belief = belief_of(weighed)
    enough = [each for each in stretches(belief) if each.days <= longest and by_hand(belief, each) >= share + ROUNDING]
    nearly = [each for each in stretches(belief) if each.days <= longest and by_hand(belief, each) >= share - ROUNDING]
    found = belief.shortest(share, longest)
    if found is None:
        assert not enough
        return
    assert found.days >= min(each.days for each in nearly)
    assert found in nearly
    if enough:
        assert found.days <= min(each.days for each in enough)
    rivals = [by_hand(belief, each) for each in stretches(belief) if each.days == found.days]
    assert by_hand(belief, found) >= max(rivals) - ROUNDING


@given(weights, st.sampled_from([Grain.MONTH, Grain.YEAR]))
def test_the_best_unit_is_the_likeliest_of_its_kind(weighed: list[float], grain: Grain) -> None:
    belief = belief_of(weighed)
    sums: dict[tuple[int, ...], float] = {}
    for number, share in zip(belief.days.numbers, belief.shares, strict=True):
        year, month, _ = from_day(int(number))
        key = (year, month) if grain is Grain.MONTH else (year,)
        sums[key] = sums.get(key, 0.0) + float(share)
    unit, share = belief.best_unit(grain)
    year, month, _ = from_day(unit.start)
    assert abs(share - max(sums.values())) < ROUNDING
    assert abs(sums[(year, month) if grain is Grain.MONTH else (year,)] - share) < ROUNDING
    assert abs(belief.of(unit) - share) < ROUNDING
