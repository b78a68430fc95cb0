import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import Interval, from_day, iso_day, one_day, to_day, weekday
from extract.dates.named_days import FIRST_EASTER_YEAR, LAST_EASTER_YEAR, named_days, named_in_year

KEYS = sorted(named_days())
QUICK = [key for key in KEYS if not named_days()[key].solar_month]
"""The days of the solar Hijri calendar are slow to find."""
TABULATED = st.integers(1925, 2075)
"""Years in which all calendars are known to the day."""


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("easter", "1818-03-22 1916-04-23 1943-04-25 2000-04-23 2008-03-23 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2038-04-25"),
        ("orthodox_easter", "1916-04-23 1983-05-08 2013-05-05 2017-04-16 2021-05-02 2022-04-24 2023-04-16 2024-05-05 2025-04-20"),
        ("good_friday", "2023-04-07 2024-03-29 2025-04-18"),
        ("ash_wednesday", "2023-02-22 2024-02-14 2025-03-05"),
        ("fat_thursday", "2024-02-08 2025-02-27"),
        ("ascension", "2023-05-18 2024-05-09 2025-05-29"),
        ("pentecost", "2023-05-28 2024-05-19 2025-06-08"),
        ("trinity_sunday", "2024-05-26 2025-06-15"),
        ("corpus_christi", "2023-06-08 2024-05-30 2025-06-19"),
        ("orthodox_clean_monday", "2023-02-27 2024-03-18 2025-03-03"),
        ("forgiveness_sunday", "2024-03-17 2025-03-02"),
        ("thanksgiving", "2018-11-22 2022-11-24 2023-11-23 2024-11-28 2025-11-27"),
        ("black_friday", "2019-11-29 2024-11-29 2025-11-28"),
        ("cyber_monday", "2019-12-02 2024-12-02 2025-12-01"),
        ("election_day_us", "2016-11-08 2020-11-03 2022-11-08 2024-11-05"),
        ("martin_luther_king_day", "2023-01-16 2024-01-15 2025-01-20"),
        ("presidents_day", "2023-02-20 2024-02-19 2025-02-17"),
        ("memorial_day", "2023-05-29 2024-05-27 2025-05-26"),
        ("labor_day_us", "2023-09-04 2024-09-02 2025-09-01"),
        ("columbus_day", "2023-10-09 2024-10-14 2025-10-13"),
        ("mothers_day", "2023-05-14 2024-05-12 2025-05-11"),
        ("mothers_day_france", "2022-05-29 2024-05-26 2025-05-25"),
        ("fathers_day", "2023-06-18 2024-06-16 2025-06-15"),
        ("first_advent", "2022-11-27 2023-12-03 2024-12-01 2025-11-30"),
        ("fourth_advent", "2022-12-18 2023-12-24 2024-12-22 2025-12-21"),
        ("repentance_day_germany", "2023-11-22 2024-11-20 2025-11-19"),
        ("mourning_day_germany", "2023-11-19 2024-11-17 2025-11-16"),
        ("sunday_of_the_dead", "2023-11-26 2024-11-24 2025-11-23"),
        ("nowruz", "2024-03-20 2025-03-21"),
        ("sizdah_bedar", "2024-04-01"),
        ("yalda", "2024-12-20"),
        ("eid_al_fitr", "2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30"),
        ("eid_al_adha", "2021-07-20 2022-07-09 2023-06-28 2024-06-16 2025-06-06"),
        ("islamic_new_year", "2023-07-19 2024-07-07 2025-06-26"),
        ("ashura", "2023-07-28 2024-07-16 2025-07-05"),
        ("christmas", "1800-12-25 2024-12-25"),
    ],
)  # fmt: skip
def test_days_of_several_years(key: str, days: str) -> None:
    for day in days.split():
        (found,) = named_in_year(key, int(day[:4]))
        assert (iso_day(found.start), found.days) == (day, 1)


@pytest.mark.parametrize(
    ("key", "year", "first", "last"),
    [
        ("ramadan", 2019, "2019-05-06", "2019-06-03"),
        ("ramadan", 2022, "2022-04-02", "2022-05-01"),
        ("ramadan", 2023, "2023-03-23", "2023-04-20"),
        ("ramadan", 2024, "2024-03-11", "2024-04-09"),
        ("ramadan", 2025, "2025-03-01", "2025-03-29"),
        ("holy_week", 2024, "2024-03-25", "2024-03-31"),
        ("orthodox_holy_week", 2024, "2024-04-29", "2024-05-05"),
        ("maslenitsa", 2024, "2024-03-11", "2024-03-17"),
    ],
)
def test_named_stretches(key: str, year: int, first: str, last: str) -> None:
    (found,) = named_in_year(key, year)
    assert (iso_day(found.start), iso_day(found.last)) == (first, last)


def test_a_lunar_day_may_fall_twice_in_a_year() -> None:
    assert [iso_day(found.start)[:7] for found in named_in_year("ramadan", 2030)] == ["2030-01", "2030-12"]
    assert [iso_day(found.start) for found in named_in_year("islamic_new_year", 2008)] == ["2008-01-10", "2008-12-29"]


@given(st.sampled_from(QUICK), TABULATED)
def test_a_named_day_begins_within_its_year_once_or_twice_in_order(key: str, year: int) -> None:
    found = named_in_year(key, year)
    assert 1 <= len(found) <= (2 if named_days()[key].hijri_month else 1)
    assert list(found) == sorted(found)
    assert all(from_day(each.start)[0] == year for each in found)


@given(st.sampled_from(["easter", "orthodox_easter"]), st.integers(1583, LAST_EASTER_YEAR))
def test_easter_is_a_sunday_of_spring(key: str, year: int) -> None:
    (found,) = named_in_year(key, year)
    assert weekday(found.start) == 6
    assert to_day(year, 3, 22) <= found.start < to_day(year, 7)


@given(st.sampled_from([key for key in KEYS if named_days()[key].easter]))
def test_where_the_rules_of_easter_end_there_is_no_such_day(key: str) -> None:
    assert not named_in_year(key, FIRST_EASTER_YEAR - 1)
    assert not named_in_year(key, LAST_EASTER_YEAR + 1)
    assert named_in_year(key, FIRST_EASTER_YEAR)
    assert named_in_year(key, LAST_EASTER_YEAR)


@given(
    st.sampled_from([key for key, rule in named_days().items() if rule.weekday and not rule.days and not rule.avoids]),
    st.integers(-500, 3000),
)
def test_the_nth_weekday_is_one_and_lies_in_its_month(key: str, year: int) -> None:
    rule, (found,) = named_days()[key], named_in_year(key, year)
    assert weekday(found.start) == rule.weekday - 1
    assert from_day(found.start)[:2] == (year, rule.month)
    day = from_day(found.start)[2]
    assert (day - 1) // 7 + 1 == rule.nth if rule.nth > 0 else day > 21


@given(TABULATED)
def test_the_feast_begins_when_the_fast_ends(year: int) -> None:
    fasts = [*named_in_year("ramadan", year - 1), *named_in_year("ramadan", year)]
    assert {one_day(fast.end) for fast in fasts} >= set(named_in_year("eid_al_fitr", year))


@given(st.integers(1600, 2400))
def test_shrovetide_lent_and_easter_follow_one_another(year: int) -> None:
    days = [
        named_in_year(key, year)[0].start
        for key in (
            "fat_thursday",
            "shrove_monday",
            "shrove_tuesday",
            "ash_wednesday",
            "palm_sunday",
            "maundy_thursday",
        )
    ]
    easter = named_in_year("easter", year)[0].start
    assert [easter - day for day in days] == [52, 48, 47, 46, 7, 3]
    assert named_in_year("holy_week", year) == (Interval(easter - 6, easter + 1),)


@pytest.mark.parametrize("key", KEYS)
def test_each_rule_tells_one_way_to_find_the_day(key: str) -> None:
    rule = named_days()[key]
    ways = [rule.day, rule.weekday, rule.easter, rule.hijri_month, rule.solar_month]
    assert sum(way is not None for way in ways) == 1
