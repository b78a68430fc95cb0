import pytest

from extract.dates.expression import Calendar, Expression, FromTold, Length, Mention, Offset
from extract.dates.interval import Grain, one_day, to_day
from extract.dates.register import tells_a_story
from extract.dates.told import Told
from extract.model import Anchor, AnchorBasis, Manner
from extract.reason import Reason

WRITTEN = Anchor(one_day(to_day(2025, 1, 15)), Grain.DAY, AnchorBasis.GIVEN, Reason("given", {"stated": "so"}), 1.0)
NO_ANCHOR = Anchor(None, Grain.YEAR, AnchorBasis.NONE, Reason("nothing"), 0.0)

YEARS = [Calendar(year=1939), Calendar(year=1940, month=5), Calendar(year=1941), Calendar(year=1945, month=5, day=8)]
RECENT = [Calendar(year=year) for year in (2023, 2024, 2024, 2025)]
YESTERDAY, FRIDAY, MAY = Offset(-1, Grain.DAY), Calendar(weekday=4), Calendar(month=5)


def is_story(expressions: list[Expression], anchor: Anchor = WRITTEN) -> bool:
    told = [Told(Mention(9 * n, 9 * n + 5, "words", each), Manner()) for n, each in enumerate(expressions)]
    return tells_a_story(told, anchor.interval)


@pytest.mark.parametrize(
    "expressions",
    [
        YEARS,
        [*YEARS, MAY],
        [*YEARS, *YEARS, YESTERDAY, FRIDAY],
        [*YEARS, FromTold(2, Grain.DAY), FromTold(0, Grain.DAY)],
        [*YEARS, Calendar(weekday=4), Length(3, Grain.DAY)],
        [Length(3, Grain.DAY), *YEARS],
        [FromTold(2, Grain.DAY), *YEARS],
        [*YEARS, *RECENT[:2]],
    ],
)
def test_a_story_has_years_long_past_and_little_that_counts_from_now(expressions: list[Expression]) -> None:
    assert is_story(expressions)


@pytest.mark.parametrize(
    "expressions",
    [
        [],
        YEARS[:3],
        RECENT,
        [*YEARS, YESTERDAY, FRIDAY],
        [*YEARS, *RECENT, *RECENT[1:]],
        [YESTERDAY, *YEARS],
        [MAY, *YEARS],
        [*YEARS[:3], Calendar(year=1900, unit=Grain.CENTURY)],
    ],
)
def test_news_has_few_years_or_recent_ones_or_begins_with_its_day(expressions: list[Expression]) -> None:
    assert not is_story(expressions)


def test_without_a_day_of_writing_the_years_alone_decide() -> None:
    assert is_story(RECENT, NO_ANCHOR)
    assert not is_story(YEARS[:3], NO_ANCHOR)
