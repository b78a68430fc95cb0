import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.expression import (
    LAST,
    NEXT,
    THIS,
    WEEK_AFTER,
    Calendar,
    Expression,
    FromTold,
    Length,
    Mention,
    Offset,
    Part,
    Stretch,
    Vague,
    Within,
)
from extract.dates.interval import Grain, Interval, Mod, iso_day, one_day, to_day, unit_of
from extract.dates.resolve import resolve
from extract.dates.side import Prefer
from extract.model import Anchor, AnchorBasis, DateBasis, Manner, Outlook, Timex, TimexType
from extract.reason import Reason
from extract.wording import worded

WEDNESDAY = one_day(to_day(2025, 1, 15))
NO_ANCHOR = Anchor(None, Grain.YEAR, AnchorBasis.NONE, Reason("nothing"), 0.0)
PLAIN = Manner()
PAST, PLANNED, PRESENT = (Manner(outlook, "cue") for outlook in (Outlook.PAST, Outlook.PLANNED, Outlook.PRESENT))


def written(interval: Interval) -> Anchor:
    return Anchor(interval, Grain.DAY, AnchorBasis.GIVEN, Reason("given", {"stated": "so"}), 1.0)


def meant(
    expression: Expression, manner: Manner = PLAIN, anchor: Anchor | None = None, prefer: Prefer = Prefer.CONTEXT
) -> Timex:
    return resolve(Mention(0, 5, "words", expression), anchor or written(WEDNESDAY), manner, prefer)


@pytest.mark.parametrize(
    ("expression", "manner", "value"),
    [
        (Calendar(weekday=4), PLANNED, "2025-01-17"),
        (Calendar(weekday=4), PAST, "2025-01-10"),
        (Calendar(weekday=4), Manner(), "2025-01-10"),
        (Calendar(weekday=2), PLANNED, "2025-01-15"),
        (Calendar(weekday=2), PAST, "2025-01-15"),
        (Calendar(weekday=2, direction=LAST), Manner(), "2025-01-08"),
        (Calendar(weekday=2, direction=NEXT), Manner(), "2025-01-22"),
        (Calendar(weekday=4, direction=NEXT), Manner(), "2025-01-17"),
        (Calendar(weekday=4, direction=WEEK_AFTER), Manner(), "2025-01-24"),
        (Calendar(quarter=4), PLANNED, "2024-Q4"),
        (Calendar(half=1), PLANNED, "2025-H1"),
        (Calendar(named="thanksgiving"), PAST, "2024-11-28"),
        (Calendar(named="orthodox_easter", direction=NEXT), Manner(), "2025-04-20"),
        (Calendar(unit=Grain.WEEKEND), PAST, "2025-W02-WE"),
        (Calendar(weekday=6, direction=THIS), Manner(), "2025-01-19"),
        (Calendar(month=1), Manner(), "2025-01"),
        (Calendar(month=2), Manner(), "2025-02"),
        (Calendar(month=6), PAST, "2024-06"),
        (Calendar(month=4), PAST, "2024-04"),
        (Calendar(month=3), PAST, "2025-03"),
        (Calendar(month=2), PLANNED, "2025-02"),
        (Calendar(month=1, direction=LAST), Manner(), "2024-01"),
        (Calendar(month=1, direction=NEXT), Manner(), "2026-01"),
        (Calendar(month=12, direction=THIS), Manner(), "2025-12"),
        (Calendar(month=1, day=20), Manner(), "2025-01-20"),
        (Calendar(month=12, day=20), Manner(), "2024-12-20"),
        (Calendar(month=12, day=20), PLANNED, "2024-12-20"),
        (Calendar(month=5, day=20), PLANNED, "2025-05-20"),
        (Calendar(month=1, day=20), PAST, "2025-01-20"),
        (Calendar(month=9, day=20), PAST, "2024-09-20"),
        (Within(Calendar(month=3), Offset(1, Grain.YEAR)), Manner(), "2026-03"),
        (Within(Calendar(season=1), Offset(0, Grain.YEAR)), PAST, "2025-SU"),
        (Calendar(month=3, day=1, weekday=5), PAST, "2025-03-01"),
        (Calendar(month=2, day=29), Manner(), "2024-02-29"),
        (Calendar(month=1, day=17, weekday=4), Manner(), "2025-01-17"),
        (Calendar(month=1, day=17, weekday=5), PLANNED, "2026-01-17"),
        (Calendar(season=1, direction=LAST), Manner(), "2024-SU"),
        (Calendar(season=3, direction=LAST), Manner(), "2023-WI"),
        (Offset(-1, Grain.DAY), Manner(), "2025-01-14"),
        (Offset(0, Grain.WEEK), Manner(), "2025-W03"),
        (Offset(-1, Grain.MONTH), Manner(), "2024-12"),
        (Offset(-3, Grain.YEAR), Manner(), "2022"),
        (Calendar(year=2024, month=6), Manner(), "2024-06"),
        (Calendar(year=-479, month=8, day=11), Manner(), "BC0480-08-11"),
        (Calendar(year=1800, unit=Grain.CENTURY), Manner(), "18"),
    ],
)
def test_seen_from_a_wednesday_in_january(expression: Expression, manner: Manner, value: str) -> None:
    assert meant(expression, manner).value == value


@pytest.mark.parametrize(
    ("prefer", "value"), [(Prefer.PAST, "2024-02"), (Prefer.FUTURE, "2025-02"), (Prefer.CONTEXT, "2025-02")]
)
def test_a_preference_overrules_the_context_but_not_the_words(prefer: Prefer, value: str) -> None:
    assert meant(Calendar(month=2), PLANNED, prefer=prefer).value == value
    assert meant(Calendar(month=2, direction=LAST), PLANNED, prefer=prefer).value == "2024-02"


def test_what_every_possible_day_of_writing_gives_is_sure() -> None:
    january = written(unit_of(to_day(2025, 1), Grain.MONTH))
    june = meant(Calendar(month=6, direction=LAST), anchor=january)
    assert (june.value, june.edtf) == ("2024-06", "2024-06")


def test_what_only_some_give_is_told_as_one_of_several() -> None:
    january = written(unit_of(to_day(2025, 1), Grain.MONTH))
    yesterday = meant(Offset(-1, Grain.DAY), anchor=january)
    sure = meant(Offset(-1, Grain.DAY))
    assert yesterday.interval == Interval(to_day(2024, 12, 31), to_day(2025, 1, 31))
    assert yesterday.edtf == "[2024-12-31..2025-01-30]"
    assert yesterday.value == "202"
    assert yesterday.confidence < sure.confidence
    assert "one day from 31 December 2024 to 30 January 2025" in worded(yesterday.explanation)
    early = meant(
        Part(Mod.START, Offset(-1, Grain.MONTH)), anchor=written(Interval(to_day(2024, 11, 20), to_day(2025, 1, 10)))
    )
    assert "so the start of one month from 1 October 2024 to 10 December 2024." in worded(early.explanation)


@pytest.mark.parametrize(
    ("expression", "value", "edtf"),
    [
        (Calendar(month=1, day=17), "XXXX-01-17", "XXXX-01-17"),
        (Calendar(month=1), "XXXX-01", "XXXX-01"),
        (Calendar(weekday=4), "XXXX-WXX-5", None),
        (Calendar(season=1, direction=LAST), "XXXX-SU", None),
        (Offset(-1, Grain.DAY), "XXXX-XX-XX", None),
    ],
)
def test_without_a_day_of_writing_the_year_stays_unknown(expression: Expression, value: str, edtf: str | None) -> None:
    found = meant(expression, PAST, NO_ANCHOR)
    assert (found.value, found.edtf, found.interval, found.confidence) == (value, edtf, None, 0.0)
    assert "not known" in worded(found.explanation)


def test_an_explicit_date_needs_no_day_of_writing() -> None:
    found = meant(Calendar(year=2024, month=6), anchor=NO_ANCHOR)
    assert (found.value, found.basis) == ("2024-06", DateBasis.EXPLICIT)


def test_lengths_and_vague_words_have_no_place() -> None:
    years, soon = meant(Length(45, Grain.YEAR)), meant(Vague("FUTURE_REF"))
    assert (years.type, years.value, years.interval) == (TimexType.DURATION, "P45Y", None)
    assert (soon.type, soon.value, soon.interval) == (TimexType.DATE, "FUTURE_REF", None)
    assert meant(Length(2, Grain.DECADE)).value == "P20Y"
    assert meant(Length(None, Grain.WEEK)).value == "PXW"
    assert meant(Length(2, Grain.HOUR)).value == "PT2H"


def test_a_stretch_beside_now_is_a_length_with_a_place() -> None:
    found = meant(Stretch(LAST, Length(2, Grain.MONTH)))
    assert (found.type, found.value) == (TimexType.DURATION, "P2M")
    assert found.interval == Interval(to_day(2024, 11), to_day(2025, 1))
    assert meant(Stretch(LAST, Length(None, Grain.MONTH))).interval is None


def test_a_distance_from_something_told_counts_only_where_the_telling_is_now() -> None:
    now = meant(FromTold(1, Grain.MONTH, "the attack"), PRESENT)
    then = meant(FromTold(1, Grain.MONTH, "the attack"), PAST)
    assert (now.value, now.basis) == ("2024-12", DateBasis.EVENT)
    assert (then.interval, then.value) == (None, "XXXX-XX-XX")


def test_the_explanation_names_words_day_of_writing_and_result() -> None:
    assert worded(meant(Calendar(weekday=4), PLANNED).explanation) == (
        "Planned, so the first one from the time of writing on (“cue”); written 15 January 2025; so 17 January 2025."
    )
    assert worded(meant(Part(Mod.START, Calendar(year=2024, month=12))).explanation) == (
        "The words say it all: early December 2024."
    )


CALENDARS = st.builds(
    Calendar,
    month=st.integers(1, 12),
    day=st.none() | st.integers(1, 28),
    direction=st.sampled_from([None, LAST, THIS, NEXT]),
)


@given(CALENDARS, st.integers(to_day(1900), to_day(2100)), st.sampled_from([PAST, PLANNED, Manner()]))
def test_nothing_finer_than_the_words(expression: Calendar, day: int, manner: Manner) -> None:
    found = meant(expression, manner, written(one_day(day)))
    assert found.interval
    assert found.interval.days == 1 if expression.day else 28 <= found.interval.days <= 31
    month, number = iso_day(found.interval.start)[5:7], iso_day(found.interval.start)[8:]
    assert int(month) == expression.month
    assert int(number) == (expression.day or 1)


@given(CALENDARS, st.integers(to_day(1900), to_day(2100)))
def test_directions_are_kept(expression: Calendar, day: int) -> None:
    found = meant(expression, Manner(), written(one_day(day))).interval
    assert found
    if expression.direction == LAST:
        assert found.last < day
    if expression.direction == NEXT:
        assert found.start > day
