import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import Grain, Interval, Mod, months, one_day, to_day, unit_of
from extract.dates.write import (
    CLOCK_GRAINS,
    date_in_words,
    edtf_value,
    grain_in_words,
    in_words,
    interval_in_words,
    iso_week,
    timex3_value,
)

UNITS = [
    ((2025, 1, 17), Grain.DAY, "2025-01-17", "2025-01-17", "17 January 2025"),
    ((2025, 1, 17), Grain.WEEK, "2025-W03", "2025-01-13/2025-01-19", "the week of 13 January 2025"),
    ((2024, 12, 31), Grain.WEEK, "2025-W01", "2024-12-30/2025-01-05", "the week of 30 December 2024"),
    ((2025, 1, 17), Grain.MONTH, "2025-01", "2025-01", "January 2025"),
    ((2024, 7, 1), Grain.SEASON, "2024-SU", "2024-22", "summer 2024"),
    ((2025, 1, 17), Grain.SEASON, "2024-WI", "2024-24", "winter 2024"),
    ((2024, 11, 1), Grain.QUARTER, "2024-Q4", "2024-36", "quarter 4 of 2024"),
    ((2024, 11, 1), Grain.HALF, "2024-H2", "2024-41", "half 2 of 2024"),
    ((2024, 11, 1), Grain.YEAR, "2024", "2024", "2024"),
    ((1997, 1, 1), Grain.DECADE, "199", "199X", "the 1990s"),
    ((1897, 1, 1), Grain.CENTURY, "18", "18XX", "the century from 1800"),
    ((-479, 8, 11), Grain.DAY, "BC0480-08-11", "-0479-08-11", "11 August 480 BCE"),
    ((0, 1, 1), Grain.YEAR, "BC0001", "0000", "1 BCE"),
    ((-450, 1, 1), Grain.CENTURY, "BC04", "-05XX", "the century from 501 BCE"),
    ((2025, 1, 13), Grain.WEEKEND, "2025-W03-WE", "2025-01-18/2025-01-19", "the weekend of 18 January 2025"),
    ((1997, 1, 1), Grain.MILLENNIUM, "1", "1000-01-01/1999-12-31", "the millennium from 1000"),
]


@pytest.mark.parametrize(("day", "grain", "timex3", "edtf", "words"), UNITS)
def test_one_unit(day: tuple[int, int, int], grain: Grain, timex3: str, edtf: str, words: str) -> None:
    unit = unit_of(to_day(*day), grain)
    assert timex3_value(unit, grain) == timex3
    assert edtf_value(unit, grain) == edtf
    assert in_words(unit, grain) == words


@pytest.mark.parametrize(
    ("first", "last", "timex3", "edtf"),
    [
        ((2025, 1, 13), (2025, 1, 16), "2025-01", "[2025-01-13..2025-01-16]"),
        ((2024, 12, 20), (2025, 1, 17), "202", "[2024-12-20..2025-01-17]"),
        ((2024, 3, 1), (2024, 11, 2), "2024", "[2024-03-01..2024-11-02]"),
        ((1990, 1, 1), (2010, 1, 1), "XXXX-XX-XX", "[1990-01-01..2010-01-01]"),
    ],
)
def test_one_day_of_several_is_told_as_such_and_never_as_a_day(
    first: tuple[int, int, int], last: tuple[int, int, int], timex3: str, edtf: str
) -> None:
    interval = Interval(to_day(*first), to_day(*last) + 1)
    assert timex3_value(interval, Grain.DAY) == timex3
    assert edtf_value(interval, Grain.DAY) == edtf


def test_about_is_written_in_edtf() -> None:
    assert edtf_value(unit_of(to_day(1984), Grain.YEAR), Grain.YEAR, Mod.APPROX) == "1984~"


REFEREED = [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR]
"""Grains whose bounds the referee computes as we do; it takes seasons and decades apart in its own ways."""


@given(st.integers(to_day(-3000), to_day(5000)), st.sampled_from(REFEREED))
def test_the_referee_reads_the_same_bounds(day: int, grain: Grain) -> None:
    unit = unit_of(day, grain)
    value = edtf_value(unit, grain)
    read = parse_edtf(value)
    lower, upper = read.lower_strict(), read.upper_strict()
    assert to_day(lower.tm_year, lower.tm_mon, lower.tm_mday) == unit.start
    assert to_day(upper.tm_year, upper.tm_mon, upper.tm_mday) == unit.last


@given(st.integers(to_day(1000), to_day(3000)), st.sampled_from(Grain))
def test_the_referee_reads_every_grain(day: int, grain: Grain) -> None:
    assert parse_edtf(edtf_value(unit_of(day, grain), grain)) is not None


@given(st.dates())
def test_weeks_are_iso_weeks(day) -> None:
    monday = unit_of(day.toordinal(), Grain.WEEK).start
    assert iso_week(monday) == tuple(day.isocalendar())[:2]


@given(st.integers(to_day(1000), to_day(3000)), st.integers(1, 3000))
def test_a_value_never_claims_more_than_is_known(start: int, days: int) -> None:
    interval = Interval(start, start + days)
    value = timex3_value(interval, Grain.DAY)
    assert (len(value) == len("2025-01-17") and "X" not in value) == (interval == one_day(start))


@pytest.mark.parametrize(
    ("interval", "grain", "mod", "words"),
    [
        (months(2024, 6), Grain.MONTH, None, "June 2024"),
        (months(2024, 6), Grain.MONTH, Mod.APPROX, "about June 2024"),
        (months(2024, 12), Grain.MONTH, Mod.START, "early December 2024"),
        (Interval(to_day(2024, 12), to_day(2024, 12, 11)), Grain.MONTH, Mod.START, "early December 2024"),
        (months(2024, 12), Grain.MONTH, Mod.END, "end of December 2024"),
    ],
)
def test_dates(interval, grain, mod, words):
    assert date_in_words(interval, grain, mod) == words


@pytest.mark.parametrize("grain", [grain for grain in Grain if grain not in CLOCK_GRAINS])
@pytest.mark.parametrize("mod", list(Mod))
def test_every_grain_and_mod_has_words(grain, mod):
    assert date_in_words(months(2024, 1), grain, mod)
    assert grain_in_words(one_day(to_day(2024)), grain, None, None)


def test_several_units_are_said_to_be_several():
    assert (
        grain_in_words(Interval(to_day(2025, 1, 13), to_day(2025, 1, 17)), Grain.DAY, None, None) == "one day of these"
    )


@pytest.mark.parametrize(
    ("first", "end", "words"),
    [
        (to_day(2025, 1), to_day(2025, 2), "January 2025"),
        (to_day(2025, 1, 15), to_day(2025, 1, 17), "15 to 16 January 2025"),
        (to_day(2025, 1, 17), to_day(2025, 1, 18), "17 January 2025"),
        (to_day(2024, 12, 30), to_day(2025, 1, 3), "30 December 2024 to 2 January 2025"),
        (to_day(2025), to_day(2026), "2025"),
        (to_day(-479), to_day(-478), "480 BCE"),
        (None, None, None),
        (to_day(2025), None, None),
    ],
)
def test_intervals(first, end, words):
    assert interval_in_words(first, end) == words
