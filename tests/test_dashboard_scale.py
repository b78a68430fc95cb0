"""Bins cover what they show, counts lose nothing, ticks are round and few."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.period import DRAWABLE
from dashboard.scale import MOST_BINS, MOST_TICKS, bins, counted, extent, milliseconds, ticks
from extract.dates.interval import Interval, from_day, months, to_day, weekday
from extract.store.summary import Span


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


SPANS = st.lists(
    st.builds(
        lambda start, days, sure, count: Span(start, start + days, sure, count),
        st.integers(to_day(2019), to_day(2026)),
        st.integers(1, 800),
        st.booleans(),
        st.integers(1, 5),
    ),
    max_size=20,
)


@given(SPANS)
def test_every_claim_is_counted_in_each_bin_that_it_touches(spans):
    _, edges = bins(months(2020, 1, 60))
    sure, possible = counted(spans, edges)
    for place, (start, end) in enumerate(pairwise(edges)):
        touching = [span for span in spans if span.start < end and start < span.end]
        inside = [span for span in touching if span.sure and start <= span.start and span.end <= end]
        assert sure[place] == sum(span.count for span in inside)
        assert possible[place] == sum(span.count for span in touching) - sure[place]


def test_nothing_has_no_extent():
    assert extent([]) is None
    beyond = DRAWABLE.end + 5
    assert extent([Span(beyond, beyond + 1, sure=True, count=1)]) is None


def test_the_extent_ends_where_drawing_does():
    assert extent([Span(DRAWABLE.start - 900, to_day(1), sure=True, count=1)]) == Interval(DRAWABLE.start, to_day(1))


@given(stretches())
def test_ticks_lie_in_the_stretch_and_are_few(shown):
    marks = ticks(shown)
    assert len(marks) <= MOST_TICKS + 2
    assert [mark.day for mark in marks] == sorted({mark.day for mark in marks})
    assert all(shown.start <= mark.day < shown.end for mark in marks)


def labels(shown):
    return [mark.text for mark in ticks(shown)]


def test_ticks_of_months_name_the_year_once():
    assert labels(months(2024, 10, 6)) == ["Nov<br>2024", "Dec", "Jan<br>2025", "Feb", "Mar"]


def test_years_before_1_are_round_for_a_reader():
    assert labels(months(-419, 1, 12 * 900)) == [
        *("400 BCE", "300 BCE", "200 BCE", "100 BCE"),
        *("100", "200", "300", "400"),
    ]


def test_days():
    assert labels(Interval(to_day(2024, 12, 29), to_day(2025, 1, 3))) == [
        "30 Dec<br>2024",
        "31 Dec",
        "1 Jan<br>2025",
        "2 Jan",
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(to_day(1970), 0.0), (to_day(1970, 1, 2), 86_400_000.0), (to_day(-479), -77_282_985_600_000.0)],
)
def test_milliseconds_since_1970(day, expected):
    assert milliseconds(day) == expected
    assert from_day(day) == from_day(int(expected / 86_400_000) + to_day(1970))
