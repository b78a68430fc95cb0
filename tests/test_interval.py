from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import (
    Grain,
    Interval,
    covering,
    from_day,
    is_day,
    is_unit,
    iso_day,
    months,
    one_day,
    shift_unit,
    to_day,
    unit_of,
    weekday,
)

DAYS = st.integers(-2_000_000, 5_000_000)
GRAINS = st.sampled_from(sorted(set(Grain) - {Grain.WEEKEND}))
"""A weekend holds no other day of its week."""


@given(st.dates())
def test_days_agree_with_the_standard_library(day: date) -> None:
    assert to_day(day.year, day.month, day.day) == day.toordinal()
    assert from_day(day.toordinal()) == (day.year, day.month, day.day)
    assert weekday(day.toordinal()) == day.weekday()
    assert iso_day(day.toordinal()) == day.isoformat()


@given(DAYS)
def test_every_day_has_a_date_and_back(number: int) -> None:
    year, month, day = from_day(number)
    assert is_day(year, month, day)
    assert to_day(year, month, day) == number


@pytest.mark.parametrize(
    ("year", "month", "day", "written"),
    [
        (-479, 8, 11, "-0479-08-11"),
        (0, 1, 1, "0000-01-01"),
        (44, 3, 15, "0044-03-15"),
        (12000, 1, 1, "+12000-01-01"),
    ],
)
def test_years_beyond_the_standard_library(year: int, month: int, day: int, written: str) -> None:
    assert iso_day(to_day(year, month, day)) == written


@given(DAYS, GRAINS)
def test_a_day_lies_in_its_unit_and_the_next_begins_where_it_ends(number: int, grain: Grain) -> None:
    unit = unit_of(number, grain)
    assert unit.start <= number < unit.end
    assert is_unit(unit, grain)
    assert unit_of(unit.last, grain) == unit
    assert shift_unit(number, 1, grain) == unit_of(unit.end, grain)
    assert shift_unit(number, 0, grain) == unit


@given(DAYS, GRAINS, st.integers(-40, 40))
def test_going_there_and_back(number: int, grain: Grain, count: int) -> None:
    there = shift_unit(number, count, grain)
    assert shift_unit(there.start, -count, grain) == unit_of(number, grain)


@pytest.mark.parametrize(
    ("day", "grain", "first", "last"),
    [
        ((2025, 1, 13), Grain.SEASON, "2024-12-01", "2025-02-28"),
        ((2024, 6, 1), Grain.SEASON, "2024-06-01", "2024-08-31"),
        ((2024, 12, 31), Grain.WEEK, "2024-12-30", "2025-01-05"),
        ((2024, 2, 10), Grain.MONTH, "2024-02-01", "2024-02-29"),
        ((2024, 6, 30), Grain.HALF, "2024-01-01", "2024-06-30"),
        ((2024, 7, 1), Grain.QUARTER, "2024-07-01", "2024-09-30"),
        ((1999, 12, 31), Grain.DECADE, "1990-01-01", "1999-12-31"),
        ((1899, 12, 31), Grain.CENTURY, "1800-01-01", "1899-12-31"),
    ],
)
def test_units(day: tuple[int, int, int], grain: Grain, first: str, last: str) -> None:
    unit = unit_of(to_day(*day), grain)
    assert (iso_day(unit.start), iso_day(unit.last)) == (first, last)


def test_an_interval_holds_its_first_day_and_not_its_end() -> None:
    june = months(2024, 6)
    assert june.holds(one_day(to_day(2024, 6, 1)))
    assert june.holds(one_day(to_day(2024, 6, 30)))
    assert not june.meets(one_day(to_day(2024, 7, 1)))
    assert not june.meets(one_day(to_day(2024, 5, 31)))


def test_an_interval_without_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Interval(5, 5)


@given(DAYS, st.integers(1, 500), DAYS, st.integers(1, 500))
def test_what_two_intervals_share_lies_in_both(a: int, a_days: int, b: int, b_days: int) -> None:
    one, other = Interval(a, a + a_days), Interval(b, b + b_days)
    shared = one.shared(other)
    assert (shared is not None) == one.meets(other)
    if shared:
        assert one.holds(shared)
        assert other.holds(shared)
    assert one.hull(other).holds(one)
    assert one.hull(other).holds(other)


def test_a_unit_covers_only_what_lies_in_it() -> None:
    part = Interval(to_day(2025, 1, 3), to_day(2025, 1, 18))
    assert covering(part, Grain.MONTH) == months(2025, 1)
    assert covering(part, Grain.DAY) == part


def test_units_cover_what_lies_across_them() -> None:
    part = Interval(to_day(2024, 12, 28), to_day(2025, 2, 3))
    assert covering(part, Grain.MONTH) == months(2024, 12, 3)
    assert covering(part, Grain.YEAR) == months(2024, 1, 24)
