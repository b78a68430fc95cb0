"""Dates far away, huge numbers and nothing at all: none of them stops the program or makes it slow."""

import pytest

from extract.wording import worded
from tests.dates_of import dates_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("0 days after 25 December 2024, 0 years before 2024.", "en"),
        ("On 3 May 2024. 9000 years later. The following Nowruz they ate.", "en"),
        ("Nowruz of 9000 AD, Ramadan 99999 AH, Easter 12000 AD.", "en"),
        ("In 999,999,999 BC it rained. The following Ramadan too.", "en"),
        ("1" + ",000" * 120 + " years ago, 1" + ",000" * 2000 + " days later.", "en"),
        ("۱۲ فروردین ۹۹۹۹ و ۳۱ اسفند ۱۴۰۰", "fa"),
    ],
)
def test_what_no_calendar_reaches_is_passed_over(text: str, language: str) -> None:
    for timex in dates_of(text, language, "2025-01-15"):
        assert worded(timex.explanation)
        assert timex.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was 12,000 BC then.", "BC12000"),
        ("They left 2,000,000 years ago.", "BC1997976"),
    ],
)
def test_deep_time_has_its_year(text: str, value: str) -> None:
    assert [timex.value for timex in dates_of(text, "en", "2025-01-15")] == [value]


@pytest.mark.parametrize("text", ["The same day he died.", "That very same day they left."])
def test_what_counts_from_nothing_says_so(text: str) -> None:
    (found,) = dates_of(text, "en", "2025-01-15")
    assert found.interval is None
    assert worded(found.explanation) == "Not placed: counted from what is told before, where the text gives no date."


@pytest.mark.parametrize(
    ("year", "day"), [(2022, "2022-05-29"), (2023, "2023-06-04"), (2024, "2024-05-26"), (2012, "2012-06-03")]
)
def test_french_mothers_day_gives_way_to_pentecost(year: int, day: str) -> None:
    (found,) = dates_of(f"La fête des mères {year} fut belle.", "fr", "2025-01-15")
    assert found.value == day


def test_an_edge_is_written_together_with_its_year() -> None:
    found = [
        (timex.text, timex.value, timex.mod)
        for timex in dates_of("In mid-2024 and late-2023; F-16.", "en", "2025-01-15")
    ]
    assert found == [("mid-2024", "2024", "MID"), ("late-2023", "2023", "END")]
