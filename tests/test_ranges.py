import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.expression import Calendar, Mention
from extract.dates.interval import Grain, Interval, iso_day, one_day, to_day
from extract.dates.resolve import resolve_all
from extract.dates.told import Told
from extract.model import Anchor, AnchorBasis, Manner
from extract.reason import Reason
from extract.wording import worded
from tests.dates_of import dates_of

NO_ANCHOR = Anchor(None, Grain.YEAR, AnchorBasis.NONE, Reason("nothing"), 0.0)


def ends(text: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    return [
        (timex.text, timex.value, iso_day(timex.interval.start), iso_day(timex.interval.last))
        for timex in dates_of(text, language, "2025-01-15")
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "values", "first", "last"),
    [
        ("en", "It was open from 3 to 5 May 2024.", "3|5 May 2024", "2024-05-03|2024-05-05", "2024-05-03", "2024-05-05"),
        ("en", "It was open 14-18 May 2024.", "14|18 May 2024", "2024-05-14|2024-05-18", "2024-05-14", "2024-05-18"),
        ("en", "It was open on May 3-7, 2024.", "May 3|7", "2024-05-03|2024-05-07", "2024-05-03", "2024-05-07"),
        ("en", "It was open from March 3 to April 5, 2024.", "March 3|April 5, 2024", "2024-03-03|2024-04-05", "2024-03-03", "2024-04-05"),
        ("en", "It was open from May to July 2024.", "May|July 2024", "2024-05|2024-07", "2024-05-01", "2024-07-31"),
        ("en", "It was open from 2019 to 2021.", "2019|2021", "2019|2021", "2019-01-01", "2021-12-31"),
        ("en", "The war of 1914-18 was long.", "1914|18", "1914|1918", "1914-01-01", "1918-12-31"),
        ("en", "The wars of 490-479 BC were long.", "490|479 BC", "BC0490|BC0479", "-0489-01-01", "-0478-12-31"),
        ("en", "It grew from the 1970s to the 1990s.", "the 1970s|the 1990s", "197|199", "1970-01-01", "1999-12-31"),
        ("en", "It was open from Monday to Wednesday.", "Monday|Wednesday", "2025-01-13|2025-01-15", "2025-01-13", "2025-01-15"),
        ("el", "Ήταν ανοιχτό από 3 έως 5 Μαΐου 2024.", "3|5 Μαΐου 2024", "2024-05-03|2024-05-05", "2024-05-03", "2024-05-05"),
        ("ar", "كان مفتوحا من 3 إلى 5 مايو 2024", "3|5 مايو 2024", "2024-05-03|2024-05-05", "2024-05-03", "2024-05-05"),
        ("zh", "2024年5月3日至5日", "2024年5月3日|5", "2024-05-03|2024-05-05", "2024-05-03", "2024-05-05"),
    ],
)  # fmt: skip
def test_each_end_has_its_value_and_both_the_stretch(
    language: str, text: str, words: str, values: str, first: str, last: str
) -> None:
    one, other = zip(words.split("|"), values.split("|"), strict=True)
    assert ends(text, language) == [(*one, first, last), (*other, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "It was open on 3 May 2024 and 5 May 2024.",
        "It was open on 3 May 2024, 5 May 2024.",
        "It went from 5 May 2024 to 3 May 2024.",
        "It was open in the 19th and 20th centuries.",
        "It was open in the first and second quarters of 2024.",
    ],
)
def test_two_dates_that_are_no_range_keep_their_own_days(text: str) -> None:
    one, other = dates_of(text, "en", "2025-01-15")
    assert one.interval
    assert other.interval
    assert not one.interval.meets(other.interval)
    assert "stretch" not in worded(one.explanation) + worded(other.explanation)


def test_the_stretch_is_told_in_words_and_in_edtf() -> None:
    one, other = dates_of("It was open from 3 to 5 May 2024.", "en", "2025-01-15")
    assert one.edtf == other.edtf == "2024-05-03/2024-05-05"
    assert worded(one.explanation) == (
        "The words say it all: 3 May 2024. The words name the stretch from 3 May 2024 to 5 May 2024."
    )


@given(st.integers(to_day(1000), to_day(3000)), st.integers(-400, 400))
def test_the_stretch_begins_with_the_first_end_and_ends_with_the_last(day: int, length: int) -> None:
    first, last = (Calendar(*map(int, iso_day(number).split("-"))) for number in (day, day + length))
    mentions = [Mention(0, 5, "words", first, until=last), Mention(9, 14, "words", last)]
    found = resolve_all([Told(mention, Manner()) for mention in mentions], NO_ANCHOR)
    if length < 0:
        assert [each.interval for each in found] == [one_day(day), one_day(day + length)]
    else:
        assert [each.interval for each in found] == [Interval(day, day + length + 1)] * 2
    assert [each.value for each in found] == [iso_day(day), iso_day(day + length)]
