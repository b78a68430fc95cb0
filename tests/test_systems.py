from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.dates.expression import System
from extract.dates.interval import Interval, iso_day, to_day
from extract.dates.systems import LAST_TABULATED, interval_of, start_of, year_of

HIJRI, SOLAR = System.HIJRI, System.SOLAR_HIJRI
HIJRI_YEARS = st.integers(1, LAST_TABULATED - 1) | st.integers(LAST_TABULATED + 1, 2000)
"""All but the one in which the two ways of counting meet again."""
OLDEST_TABLES = (1342, 1364)
"""Years whose months were announced, and the one before them."""


@pytest.mark.parametrize(
    ("system", "year", "month", "day", "ours"),
    [
        (HIJRI, 1, 1, 1, "0622-07-19"),
        (HIJRI, 1400, 1, 1, "1979-11-20"),
        (HIJRI, 1441, 9, 1, "2020-04-24"),
        (HIJRI, 1445, 9, 1, "2024-03-11"),
        (HIJRI, 1445, 10, 1, "2024-04-10"),
        (HIJRI, 1446, 1, 1, "2024-07-07"),
        (HIJRI, 1446, 12, 10, "2025-06-06"),
        (HIJRI, 1447, 1, 1, "2025-06-26"),
        (SOLAR, 1357, 11, 22, "1979-02-11"),
        (SOLAR, 1399, 12, 30, "2021-03-20"),
        (SOLAR, 1400, 1, 1, "2021-03-21"),
        (SOLAR, 1403, 1, 1, "2024-03-20"),
        (SOLAR, 1403, 9, 30, "2024-12-20"),
        (SOLAR, 1404, 1, 1, "2025-03-21"),
    ],
)
def test_days_that_history_knows(system: System, year: int, month: int, day: int, ours: str) -> None:
    found = interval_of(system, year, month, day)
    assert found
    assert (iso_day(found.start), found.days) == (ours, 1)
    assert start_of(system, year, month, day) == found.start


@pytest.mark.parametrize(
    ("system", "year", "first", "last"),
    [
        (HIJRI, 1445, "2023-07-19", "2024-07-06"),
        (HIJRI, 1446, "2024-07-07", "2025-06-25"),
        (SOLAR, 1403, "2024-03-20", "2025-03-20"),
    ],
)
def test_years_that_history_knows(system: System, year: int, first: str, last: str) -> None:
    found = interval_of(system, year, None, None)
    assert found
    assert (iso_day(found.start), iso_day(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("system", "year", "month", "day"),
    [
        (HIJRI, 1445, 8, 31),
        (HIJRI, 1446, 9, 30),
        (SOLAR, 1403, 1, 32),
        (SOLAR, 1403, 7, 31),
        (SOLAR, 1402, 12, 30),
        (SOLAR, 1403, 1, 0),
    ],
)
def test_a_day_that_the_month_does_not_have(system: System, year: int, month: int, day: int) -> None:
    assert interval_of(system, year, month, day) is None


@given(HIJRI_YEARS)
@example(1342)
@example(1345)
@example(1349)
@example(1364)
def test_lunar_months_tile_the_year(year: int) -> None:
    whole = interval_of(HIJRI, year, None, None)
    found = [interval_of(HIJRI, year, month, None) for month in range(1, 13)]
    assert (found[0].start, found[-1].end) == (whole.start, whole.end)
    assert all(before.end == after.start for before, after in pairwise(found))
    # The oldest Umm al-Qura tables, and the seam before them, hold a few months of 28 and of 31 days.
    possible = (29, 30) if not OLDEST_TABLES[0] <= year <= OLDEST_TABLES[1] else (28, 29, 30, 31)
    assert all(month.days in possible for month in found)
    assert 352 <= whole.days <= 356


def test_solar_months_tile_the_leap_year() -> None:
    whole = interval_of(SOLAR, 1403, None, None)
    found = [interval_of(SOLAR, 1403, month, None) for month in range(1, 13)]
    assert (found[0].start, found[-1].end) == (whole.start, whole.end)
    assert all(before.end == after.start for before, after in pairwise(found))
    assert [month.days for month in found] == [31] * 6 + [30] * 6


@given(st.integers(to_day(700), to_day(2500)))
def test_a_day_lies_in_its_lunar_year(day: int) -> None:
    year = year_of(HIJRI, day)
    assert start_of(HIJRI, year, 1) <= day < start_of(HIJRI, year + 1, 1)


@pytest.mark.parametrize(
    ("day", "year"), [((2024, 3, 19), 1402), ((2024, 3, 20), 1403), ((2025, 3, 20), 1403), ((2025, 3, 21), 1404)]
)
def test_a_solar_year_begins_with_spring(day: tuple[int, int, int], year: int) -> None:
    assert year_of(SOLAR, to_day(*day)) == year


@given(st.integers(to_day(1940), to_day(2070)))
def test_each_day_lies_in_one_lunar_month_at_its_number(day: int) -> None:
    year = year_of(HIJRI, day)
    (month,) = [m for n in range(1, 13) if (m := interval_of(HIJRI, year, n, None)).holds(Interval(day, day + 1))]
    number = next(n for n in range(1, 13) if interval_of(HIJRI, year, n, None) == month)
    assert interval_of(HIJRI, year, number, day - month.start + 1) == Interval(day, day + 1)
