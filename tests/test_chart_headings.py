"""Under which heading a date stands: a unit that holds it, and never a finer one than its source names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.chart.headings import MOST, UNITS, headings
from extract.dates.interval import Grain, Interval, is_unit, months, one_day, to_day, unit_of


def year(number):
    return unit_of(to_day(number), Grain.YEAR)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], []),
        ([one_day(to_day(2024, 3, 5)), months(2024, 6)], [year(2024)] * 2),
        ([year(2024)], [year(2024)]),
        ([unit_of(to_day(1995), Grain.DECADE), one_day(to_day(1995))], [unit_of(to_day(1995), Grain.DECADE), year(1995)]),
        ([months(2024, 12, 2)], [unit_of(to_day(2024), Grain.DECADE)]),  # of two years
        ([months(-479, 9)], [year(-479)]),
        ([Interval(to_day(1950), to_day(2050))], [Interval(to_day(1950), to_day(2050))]),
    ],
)  # fmt: skip
def test_headings(dates, expected):
    assert headings(dates) == expected


def test_many_years_are_told_by_decades_and_many_decades_by_centuries():
    years = [year(1900 + place) for place in range(MOST + 1)]
    assert {each.days for each in headings(years)} == {unit_of(to_day(1900), Grain.DECADE).days}
    assert len(set(headings(years[:MOST]))) == MOST
    decades = [year(1000 + 10 * place) for place in range(MOST + 1)]
    assert all(is_unit(each, Grain.CENTURY) for each in headings(decades))


@given(
    st.lists(
        st.builds(
            lambda start, days: Interval(start, start + days), st.integers(-900_000, 900_000), st.integers(1, 40_000)
        ),
        max_size=40,
    )
)
def test_a_heading_holds_its_date(dates):
    found = headings(dates)
    assert len(found) == len(dates)
    for date, unit in zip(dates, found, strict=True):
        assert unit.holds(date)
        assert unit == date or any(is_unit(unit, grain) for grain in UNITS)
