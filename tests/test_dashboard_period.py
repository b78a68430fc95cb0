"""Typed and brushed times become days, and days are written so that they can be typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.period import as_typed, as_typed_last, from_plotly, typed
from extract.chart.steps import DRAWABLE
from extract.dates.interval import Interval, iso_day, months, one_day, to_day

DAYS = st.integers(DRAWABLE.start, DRAWABLE.end - 2)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("2024", months(2024, 1, 12)),
        (" 2024 ", months(2024, 1, 12)),
        ("2024-06", months(2024, 6)),
        ("2024-6", months(2024, 6)),
        ("2024-06-30", one_day(to_day(2024, 6, 30))),
        ("2024-02-29", one_day(to_day(2024, 2, 29))),
        ("480 BCE", months(-479, 1, 12)),
        ("480bc", months(-479, 1, 12)),
        ("1 BCE", months(0, 1, 12)),
        ("-479", months(-479, 1, 12)),
        ("-0479-08-11", one_day(to_day(-479, 8, 11))),
        ("0", months(0, 1, 12)),
        ("2023-02-29", None),
        ("2024-13", None),
        ("2024-00", None),
        ("0 BCE", None),
        ("June", None),
        ("12024", None),
        ("", None),
        ("٢٠٢٤", None),
        ("2024-06-30 OR 1", None),
    ],
)
def test_typed(text, interval):
    assert typed(text) == interval


@given(st.text(max_size=20))
def test_typed_takes_any_text(text):
    interval = typed(text)
    assert interval is None or DRAWABLE.holds(interval)


@given(DAYS)
def test_bounds_are_read_back_as_they_were_written(day):
    assert typed(as_typed(day)).start == day
    assert typed(as_typed_last(day)).last == day


@pytest.mark.parametrize(
    ("window", "shortest"),
    [
        (months(2024, 1, 12), ("2024", "2024")),
        (months(2024, 6), ("2024-06", "2024-06")),
        (Interval(to_day(2024, 1, 2), to_day(2024, 3, 1)), ("2024-01-02", "2024-02")),
        (months(-479, 1, 12), ("-0479", "-0479")),
    ],
)
def test_bounds_are_short(window, shortest):
    assert (as_typed(window.start), as_typed_last(window.last)) == shortest


@given(DAYS)
def test_days_come_back_from_plotly(day):
    assert from_plotly(f"{iso_day(day)} 03:22:11.5") == day


@pytest.mark.parametrize(("text", "day"), [("2024", to_day(2024)), ("-0479-09", to_day(-479, 9))])
def test_plotly_shortens_dates(text, day):
    assert from_plotly(text) == day
