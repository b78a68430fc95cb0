from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates.interval import Grain, Mod, one_day, to_day
from extract.dates.resolve import resolve_all
from extract.dates.side import Prefer
from extract.mentions import mentions_of
from extract.model import Anchor, AnchorBasis
from extract.reason import Reason
from extract.text.sentences import split_sentences
from extract.wording import worded
from tests.dates_of import dates_of

WRITTEN = Anchor(one_day(to_day(2025, 1, 15)), Grain.DAY, AnchorBasis.GIVEN, Reason("given", {"stated": "so"}), 1.0)
NO_ANCHOR = Anchor(None, Grain.YEAR, AnchorBasis.NONE, Reason("nothing"), 0.0)

LONG_AGO = "It began in 1995. In 1996 it went on. In 1997 it was over. "


def values(text: str) -> list[str]:
    return [timex.value for timex in dates_of(text, "en", "2025-01-15")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 3 May 2024 it rained. Two days later it snowed.", ["2024-05-03", "2024-05-05"]),
        ("On 3 May 2024 it rained. Two days earlier it snowed.", ["2024-05-03", "2024-05-01"]),
        ("On 3 May 2024 it rained. The same day they left.", ["2024-05-03", "2024-05-03"]),
        ("On 3 May 2024 it rained. The following Friday they left.", ["2024-05-03", "2024-05-10"]),
        ("In March 2024 he came. The following month he died.", ["2024-03", "2024-04"]),
        ("On 31 December 2023 it rained. The next day it snowed.", ["2023-12-31", "2024-01-01"]),
        ("On 3 May 2024 it rained. That year they left.", ["2024-05-03", "2024"]),
        ("On 3 May 2024 it rained. Ten years later they left.", ["2024-05-03", "2034"]),
    ],
)
def test_words_that_count_from_the_date_told_before(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_each_counts_from_the_one_before_it() -> None:
    text = "On 30 May 2024 it rained. Two days later it snowed. The same day they left. A day later they were back."
    assert values(text) == ["2024-05-30", "2024-06-01", "2024-06-01", "2024-06-02"]


def test_a_look_back_leaves_the_text_where_it_was() -> None:
    text = "On 3 May 2024 it rained. Two days earlier it had snowed. The next day they left."
    assert values(text) == ["2024-05-03", "2024-05-01", "2024-05-04"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In the third quarter of 2024 sales rose. A year earlier they fell.", ["2024-Q3", "2023-Q3"]),
        ("In the first half of 2024 sales rose. A year earlier they fell.", ["2024-H1", "2023-H1"]),
        ("In June 2024 sales rose. A year earlier they fell.", ["2024-06", "2023"]),
        ("A year earlier they fell.", ["2024"]),
        (
            "In the third quarter of 2024 sales rose. On 3 December 2024 it fell. The quarter was bad.",
            ["2024-Q3", "2024-12-03", "2024-Q3"],
        ),
        (
            "For the quarter ended Sept. 30, 2024 sales rose. In the quarter they hired.",
            ["2024-Q3", "2024-09-30", "2024-Q3"],
        ),
        ("In the quarter sales were down.", ["2024-Q4"]),
        ("It will sell it in the quarter.", ["2025-Q1"]),
    ],
)
def test_a_year_earlier_than_a_period_of_business_is_that_period(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two days later he died.", "P2D"),
        ("The next day they left.", "XXXX-XX-XX"),
        ("The same day he died.", "XXXX-XX-XX"),
        ("The following year he died.", "XXXX-XX-XX"),
        ("The following Friday he died.", "XXXX-WXX-5"),
    ],
)
def test_where_nothing_is_told_they_have_no_place(text: str, value: str) -> None:
    (found,) = dates_of(text, "en", "2025-01-15")
    assert (found.value, found.interval, found.confidence) == (value, None, 0.0)


def test_what_was_told_far_before_is_forgotten() -> None:
    near, far = (
        "On 3 May 2024 it rained. " + "It was cold. " * count + "Two days later it snowed." for count in (20, 60)
    )
    assert values(near) == ["2024-05-03", "2024-05-05"]
    assert values(far) == ["2024-05-03", "P2D"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It ended on 28 December 1998. On 3 January he left.", ["1998-12-28", "1999-01-03"]),
        ("It ended on 28 October 1998. In March he left.", ["1998-10-28", "1999-03"]),
        ("It ended on 28 August 1998. In March he left.", ["1998-08-28", "1998-03"]),
        ("It ended on 3 March 1998. On 3 November he left.", ["1998-03-03", "1998-11-03"]),
        ("It ended in November 1998. Two months later he left.", ["1998-11", "1999-01"]),
        ("It ended on 28 December 1998. " + "It was cold. " * 60 + "Two days later he left.", ["1998-12-28", "1998-12-30"]),
    ],
)  # fmt: skip
def test_a_story_goes_on_from_what_it_told_however_far(text: str, told: list[str]) -> None:
    assert values(LONG_AGO + text) == ["1995", "1996", "1997", *told]


def test_news_counts_from_its_writing_what_a_story_counts_from_the_telling() -> None:
    assert values("It ended on 28 December 1998. On 3 January he left.") == ["1998-12-28", "2025-01-03"]


PIECES = st.sampled_from(
    [
        "3", "17", "2024", "May", "January", "Friday", "last", "next", "the", "same", "day", "of", "two", "weeks", "later",
        "earlier", "ago", "a year", "quarter", "third", "early", "end", "Easter", "Ramadan", "to", "-", ",", ".", "in", "and",
        "he left", "will", "yesterday", "weekend", "following", "since", "1990s", "BC", "noon", "century", "every", "about",
        "3/5/2024", "Μαΐου", "τον", "περασμένο", "χθες", "μετά", "μέρες", "δύο", "την ίδια", "μέρα", "Πάσχα",
        "يناير", "الماضي", "في", "بعد", "يومين", "اليوم", "نفسه", "رمضان", "شهر", "قبل", "عام",
        "Mai", "letzten", "Jahr", "vor", "drei", "Tagen", "am", "Ende", "nächsten", "Montag", "Ostern", "später", "3.",
        "年", "月", "日", "上", "下", "周", "去年", "后", "三", "天", "春节", "至", "末",
    ]
)  # fmt: skip
LEAST_DAYS = {
    Grain.DAY: 1, Grain.WEEKEND: 2, Grain.WEEK: 7, Grain.MONTH: 28, Grain.SEASON: 90, Grain.QUARTER: 90, Grain.HALF: 181,
    Grain.YEAR: 354, Grain.DECADE: 3652, Grain.CENTURY: 36524, Grain.MILLENNIUM: 365242,
}  # fmt: skip
PARTS = (Mod.START, Mod.MID, Mod.END)


@settings(max_examples=60)
@given(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.sampled_from(["en", "el", "ar", "de", "zh"]),
    st.sampled_from([WRITTEN, NO_ANCHOR]),
    st.sampled_from(list(Prefer)),
    st.booleans(),
)
def test_any_text_is_told_in_order_and_none_finer_than_its_words(
    text: str, language: str, anchor: Anchor, prefer: Prefer, story: bool
) -> None:
    told = [each for each, _ in mentions_of(text, language, split_sentences(text, language))]
    found = resolve_all(told, anchor, prefer, story=story)
    assert len(found) == len(told)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for timex in found:
        assert worded(timex.explanation)
        assert (timex.interval is None) == (timex.confidence == 0.0) or timex.type != "DATE"
        if timex.interval and timex.grain:
            least = LEAST_DAYS[timex.grain]
            assert timex.interval.days >= (least // 4 if timex.mod in PARTS else least)
