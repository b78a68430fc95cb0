"""Bins cover what they show, counts lose nothing, ticks are round and few."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.chart.steps import DRAWABLE, MOST_BINS, MOST_TICKS, bins, ticks
from extract.dates.interval import Interval, months, to_day, weekday


@st.composite
def stretches(draw):
    start = draw(st.integers(DRAWABLE.start, DRAWABLE.end - 1))
    length = draw(st.one_of(st.integers(1, 400), st.integers(1, DRAWABLE.days)))
    return Interval(start, min(start + length, DRAWABLE.end))


@pytest.mark.parametrize(
    ("whole", "step"),
    [
        (months(2024, 1), "day"),
        (months(2024, 1, 12), "week"),
        (months(2020, 1, 60), "month"),
        (months(2000, 1, 240), "quarter"),
        (months(1980, 1, 540), "half-year"),
        (months(1930, 1, 1140), "year"),
        (months(1500, 1, 6000), "five years"),
        (months(1025, 1, 12000), "decade"),
        (months(-479, 1, 12 * 2500), "half century"),
        (months(-7000, 1, 12 * 9000), "century"),
    ],
)
def test_bins_grow_with_what_is_shown(whole, step):
    assert bins(whole)[0].name == step


@given(stretches())
def test_bins_cover_the_stretch_and_stay_few(whole):
    step, edges = bins(whole)
    assert edges[0] <= whole.start
    assert whole.end <= edges[-1]
    assert len(edges) - 1 <= MOST_BINS
    assert all(step.floor(start) == start and step.after(start) == end for start, end in pairwise(edges))


def test_weeks_begin_on_monday():
    assert {weekday(edge) for edge in bins(months(2024, 1, 12))[1]} == {0}


@given(stretches())
def test_ticks_lie_in_the_stretch_and_are_few(shown):
    marks = ticks(shown)
    assert len(marks) <= MOST_TICKS + 2
    assert [mark.day for mark in marks] == sorted({mark.day for mark in marks})
    assert all(shown.start <= mark.day < shown.end for mark in marks)


def labels(shown):
    return [f"{mark.label} {mark.below}".strip() for mark in ticks(shown)]


def test_ticks_of_months_name_the_year_once():
    assert labels(months(2024, 10, 6)) == ["Nov 2024", "Dec", "Jan 2025", "Feb", "Mar"]


def test_years_before_1_are_round_for_a_reader():
    assert labels(months(-419, 1, 12 * 900)) == [
        *("400 BCE", "300 BCE", "200 BCE", "100 BCE"),
        *("100", "200", "300", "400"),
    ]


def test_days():
    assert labels(Interval(to_day(2024, 12, 29), to_day(2025, 1, 3))) == [
        "30 Dec 2024",
        "31 Dec",
        "1 Jan 2025",
        "2 Jan",
    ]
