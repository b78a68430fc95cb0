import pytest

from extract.dates.expression import LAST, Calendar, Mention, Offset
from extract.dates.interval import Grain
from extract.dates.sharing import sharing_years

MARCH, APRIL_2024 = Calendar(month=3, day=3), Calendar(year=2024, month=4, day=5)


def shared(one, other, gap: str):
    text = f"one{gap}other"
    mentions = [Mention(0, 3, "one", one), Mention(3 + len(gap), len(text), "other", other)]
    return [mention.expression for mention in sharing_years(mentions, text)]


@pytest.mark.parametrize("gap", [" to ", "-", " and ", " έως τις ", " و"])
def test_a_date_takes_the_year_of_the_one_it_is_joined_to(gap: str) -> None:
    assert shared(MARCH, APRIL_2024, gap) == [Calendar(year=2024, month=3, day=3), APRIL_2024]


def test_a_range_over_new_year_begins_the_year_before() -> None:
    assert shared(Calendar(month=12), Calendar(year=2024, month=1), " to ")[0] == Calendar(year=2023, month=12)


@pytest.mark.parametrize("gap", [". ", "; ", "\n", " (", " and the long war until "])
def test_what_parts_two_dates_keeps_their_years_apart(gap: str) -> None:
    assert shared(MARCH, APRIL_2024, gap) == [MARCH, APRIL_2024]


@pytest.mark.parametrize(
    "one", [Calendar(year=2023, month=3), Calendar(month=3, direction=LAST), Calendar(weekday=3), Offset(-1, Grain.DAY)]
)
def test_who_has_a_year_or_needs_none_takes_none(one) -> None:
    assert shared(one, APRIL_2024, " and ")[0] == one


def test_a_list_shares_from_its_end() -> None:
    text = "one, two and three"
    mentions = [
        Mention(0, 3, "one", Calendar(month=1)),
        Mention(5, 8, "two", Calendar(month=2)),
        Mention(13, 18, "three", Calendar(year=2024, month=3)),
    ]
    assert [mention.expression.year for mention in sharing_years(mentions, text)] == [2024, 2024, 2024]
