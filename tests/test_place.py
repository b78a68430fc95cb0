from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.expression import (
    LAST,
    NEXT,
    At,
    Calendar,
    FromTold,
    Holding,
    Nth,
    Offset,
    Part,
    Placed,
    Shift,
    Within,
)
from extract.dates.interval import Grain, Interval, Mod, iso_day, months, one_day, third, to_day, unit_of, whole_of
from extract.dates.place import Told, View, place
from extract.model import Outlook

WEDNESDAY = to_day(2025, 1, 15)
NOW = View(WEDNESDAY, None)
MAY = Calendar(year=2024, month=5)

DAYS = st.integers(to_day(1000), to_day(3000))
THIRDS = (Mod.START, Mod.MID, Mod.END)
IN_MONTHS = [Grain.SEASON, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM]


def days(interval: Interval | None) -> tuple[str, str] | None:
    return interval and (iso_day(interval.start), iso_day(interval.last))


def told(interval: Interval, grain: Grain, now: int | None = WEDNESDAY, *, story: bool = False) -> View:
    return View(now, Told(interval, grain), story=story)


@given(DAYS, st.sampled_from([Grain.MONTH, *IN_MONTHS]))
def test_thirds_tile_their_unit(day: int, grain: Grain) -> None:
    whole = unit_of(day, grain)
    found = [third(whole, grain, mod) for mod in THIRDS]
    assert (found[0].start, found[-1].end) == (whole.start, whole.end)
    assert all(before.end == after.start for before, after in pairwise(found))


@given(DAYS, st.sampled_from([Grain.WEEK, Grain.MONTH, *IN_MONTHS]), st.sampled_from(THIRDS))
def test_a_third_belongs_to_the_unit_that_it_is_of(day: int, grain: Grain, mod: Mod) -> None:
    whole = unit_of(day, grain)
    assert whole_of(third(whole, grain, mod), grain, mod) == whole


@given(DAYS, st.sampled_from(list(Grain)), st.sampled_from([Mod.APPROX, Mod.BEFORE, Mod.AFTER]))
def test_other_modifiers_mean_the_whole(day: int, grain: Grain, mod: Mod) -> None:
    whole = unit_of(day, grain)
    assert third(whole, grain, mod) == whole
    assert whole_of(whole, grain, mod) == whole


@pytest.mark.parametrize(
    ("day", "grain", "mod", "first", "last"),
    [
        ((2024, 2, 5), Grain.MONTH, Mod.START, "2024-02-01", "2024-02-10"),
        ((2024, 2, 5), Grain.MONTH, Mod.MID, "2024-02-11", "2024-02-20"),
        ((2024, 2, 5), Grain.MONTH, Mod.END, "2024-02-21", "2024-02-29"),
        ((2025, 1, 15), Grain.WEEK, Mod.START, "2025-01-13", "2025-01-15"),
        ((2025, 1, 15), Grain.WEEK, Mod.MID, "2025-01-15", "2025-01-17"),
        ((2025, 1, 15), Grain.WEEK, Mod.END, "2025-01-17", "2025-01-19"),
        ((2024, 5, 5), Grain.QUARTER, Mod.MID, "2024-05-01", "2024-05-31"),
        ((2024, 8, 5), Grain.HALF, Mod.END, "2024-11-01", "2024-12-31"),
        ((2024, 1, 5), Grain.SEASON, Mod.START, "2023-12-01", "2023-12-31"),
        ((2024, 5, 5), Grain.YEAR, Mod.START, "2024-01-01", "2024-04-30"),
        ((2024, 5, 5), Grain.YEAR, Mod.END, "2024-09-01", "2024-12-31"),
        ((1995, 5, 5), Grain.DECADE, Mod.MID, "1993-05-01", "1996-08-31"),
        ((1895, 5, 5), Grain.CENTURY, Mod.START, "1800-01-01", "1833-04-30"),
        ((2024, 5, 5), Grain.DAY, Mod.END, "2024-05-05", "2024-05-05"),
        ((2025, 1, 15), Grain.WEEKEND, Mod.START, "2025-01-18", "2025-01-19"),
    ],
)
def test_early_middle_and_late(day: tuple[int, int, int], grain: Grain, mod: Mod, first: str, last: str) -> None:
    assert days(third(unit_of(to_day(*day), grain), grain, mod)) == (first, last)


def test_of_what_is_no_unit_there_are_no_thirds() -> None:
    two_months = months(2024, 5, 2)
    assert third(two_months, Grain.MONTH, Mod.END) == two_months
    assert whole_of(two_months, Grain.MONTH, Mod.END) == two_months


@pytest.mark.parametrize(
    ("expression", "first", "last"),
    [
        (Nth(1, 0, MAY), "2024-05-06", "2024-05-06"),
        (Nth(5, 4, MAY), "2024-05-31", "2024-05-31"),
        (Nth(-1, 0, MAY), "2024-05-27", "2024-05-27"),
        (Nth(-2, 4, MAY), "2024-05-24", "2024-05-24"),
        (Nth(1, Grain.DAY, MAY), "2024-05-01", "2024-05-01"),
        (Nth(-1, Grain.DAY, MAY), "2024-05-31", "2024-05-31"),
        (Nth(1, Grain.WEEK, MAY), "2024-04-29", "2024-05-05"),
        (Nth(2, Grain.WEEK, Calendar(year=2025, month=2)), "2025-02-10", "2025-02-16"),
        (Nth(1, Grain.WEEK, Calendar(year=2025)), "2024-12-30", "2025-01-05"),
        (Nth(1, Grain.WEEK, Calendar(year=2021)), "2021-01-04", "2021-01-10"),
        (Nth(-1, Grain.MONTH, Calendar(year=2024)), "2024-12-01", "2024-12-31"),
        (Nth(3, Grain.MONTH, Offset(-1, Grain.YEAR)), "2024-03-01", "2024-03-31"),
        (Nth(1, Grain.DECADE, Calendar(year=1900, unit=Grain.CENTURY)), "1900-01-01", "1909-12-31"),
        (Within(Calendar(weekday=2), Offset(1, Grain.WEEK)), "2025-01-22", "2025-01-22"),
        (Within(Calendar(month=3), Offset(1, Grain.YEAR)), "2026-03-01", "2026-03-31"),
        (Within(Calendar(day=5), Offset(-1, Grain.MONTH)), "2024-12-05", "2024-12-05"),
        (Within(Calendar(quarter=4), Offset(-1, Grain.YEAR)), "2024-10-01", "2024-12-31"),
        (Holding(Grain.WEEK, Calendar(year=2024, month=3, day=6)), "2024-03-04", "2024-03-10"),
        (Holding(Grain.WEEKEND, Calendar(year=2024, month=3, day=6)), "2024-03-09", "2024-03-10"),
        (Shift(2, Grain.DAY, Calendar(year=2024, month=12, day=31)), "2025-01-02", "2025-01-02"),
        (Shift(-1, Grain.MONTH, Calendar(year=2024, month=3, day=31)), "2024-02-01", "2024-02-29"),
        (Shift(1, Grain.YEAR, Calendar(year=2024, quarter=3)), "2025-07-01", "2025-09-30"),
        (Shift(1, Grain.DAY, Calendar(weekday=4, direction=NEXT)), "2025-01-18", "2025-01-18"),
        (Part(Mod.END, MAY), "2024-05-21", "2024-05-31"),
        (Part(Mod.START, Offset(1, Grain.WEEK)), "2025-01-20", "2025-01-22"),
        (At("17:00", Offset(-1, Grain.DAY)), "2025-01-14", "2025-01-14"),
        (FromTold(0, Grain.MONTH), "2025-01-01", "2025-01-31"),
        (FromTold(-1, Grain.YEAR), "2024-01-01", "2024-12-31"),
    ],
)
def test_seen_from_a_wednesday_in_january(expression: Placed, first: str, last: str) -> None:
    assert days(place(expression, NOW)) == (first, last)


@pytest.mark.parametrize(
    "expression",
    [
        Nth(5, 0, MAY),
        Nth(13, Grain.MONTH, Calendar(year=2024)),
        Within(Calendar(day=31), Offset(1, Grain.MONTH)),
        Calendar(year=2023, month=2, day=29),
        Shift(2, Grain.DAY, Calendar(year=2024)),
        FromTold(0, Grain.DAY),
        FromTold(2, Grain.DAY),
        FromTold(1, Grain.YEAR),
        Calendar(weekday=4, told=NEXT),
    ],
)
def test_what_has_no_place(expression: Placed) -> None:
    assert place(expression, NOW) is None


@pytest.mark.parametrize("expression", [Calendar(month=5), Offset(-1, Grain.DAY), FromTold(-1, Grain.YEAR)])
def test_nothing_is_counted_from_an_unknown_day(expression: Placed) -> None:
    assert place(expression, View(None, None)) is None


@pytest.mark.parametrize(
    ("expression", "first", "last"),
    [
        (FromTold(2, Grain.DAY), "2024-05-05", "2024-05-05"),
        (FromTold(-1, Grain.WEEK), "2024-04-22", "2024-04-28"),
        (FromTold(0, Grain.DAY), "2024-05-03", "2024-05-03"),
        (FromTold(0, Grain.YEAR), "2024-01-01", "2024-12-31"),
        (FromTold(10, Grain.YEAR), "2034-01-01", "2034-12-31"),
        (Calendar(weekday=4, told=NEXT), "2024-05-10", "2024-05-10"),
        (Calendar(weekday=4, told=LAST), "2024-04-26", "2024-04-26"),
        (Calendar(weekday=4, told=0), "2024-05-03", "2024-05-03"),
        (Calendar(month=3, told=LAST), "2024-03-01", "2024-03-31"),
        (Calendar(named="christmas", told=NEXT), "2024-12-25", "2024-12-25"),
        (Offset(-1, Grain.DAY), "2025-01-14", "2025-01-14"),
        (Calendar(month=12), "2024-12-01", "2024-12-31"),
    ],
)
def test_seen_from_a_friday_that_was_told(expression: Placed, first: str, last: str) -> None:
    friday = one_day(to_day(2024, 5, 3))
    assert days(place(expression, told(friday, Grain.DAY))) == (first, last)


def test_a_day_from_a_month_is_one_of_as_many_and_from_a_year_nobody_knows() -> None:
    assert days(place(FromTold(2, Grain.DAY), told(months(2024, 5), Grain.MONTH))) == ("2024-05-03", "2024-06-02")
    assert place(FromTold(2, Grain.DAY), told(months(2024, 1, 12), Grain.YEAR)) is None


@pytest.mark.parametrize(
    ("day", "grain", "expression", "first"),
    [
        ((2019, 12, 28), Grain.DAY, Calendar(month=1, day=3), "2020-01-03"),
        ((2019, 10, 28), Grain.DAY, Calendar(month=3), "2020-03-01"),
        ((2019, 9, 28), Grain.DAY, Calendar(month=3), "2019-03-01"),
        ((2019, 12, 28), Grain.DAY, Calendar(month=4), "2019-04-01"),
        ((2019, 3, 1), Grain.MONTH, Calendar(month=11), "2019-11-01"),
        ((2019, 12, 28), Grain.DAY, Calendar(weekday=0), "2019-12-30"),
        ((2019, 12, 28), Grain.DAY, Calendar(month=1, direction=LAST), "2019-01-01"),
        ((2019, 12, 28), Grain.DAY, Offset(1, Grain.DAY), "2019-12-29"),
    ],
)
def test_a_story_goes_on_from_what_it_told(
    day: tuple[int, int, int], grain: Grain, expression: Placed, first: str
) -> None:
    found = place(expression, told(unit_of(to_day(*day), grain), grain, story=True))
    assert found
    assert iso_day(found.start) == first


def test_a_story_that_told_nothing_places_nothing_but_what_says_it_all() -> None:
    silent = View(WEDNESDAY, None, story=True)
    assert place(Calendar(month=5), silent) is None
    assert place(Offset(-1, Grain.YEAR), silent) is None
    assert place(FromTold(0, Grain.YEAR), silent) is None
    assert place(MAY, silent) == months(2024, 5)


def test_a_year_before_a_quarter_is_a_quarter() -> None:
    third_quarter = Told(months(2024, 7, 3), Grain.QUARTER)
    view = View(WEDNESDAY, third_quarter, period=third_quarter)
    assert place(FromTold(-1, Grain.YEAR), view) == months(2023, 7, 3)
    assert place(Offset(-1, Grain.YEAR, counted=True), view) == months(2023, 7, 3)
    assert place(Offset(-1, Grain.YEAR), view) == months(2024, 1, 12)
    assert place(FromTold(-2, Grain.YEAR), view) == months(2022, 7, 3)


def test_a_plan_looks_on_from_the_writing() -> None:
    planned = View(WEDNESDAY, None, outlook=Outlook.PLANNED)
    assert days(place(FromTold(2, Grain.DAY), planned)) == ("2025-01-17", "2025-01-17")
    assert place(FromTold(-2, Grain.DAY), planned) is None
