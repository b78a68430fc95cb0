"""Stories become bars: one each, dated by their best claim, packed so that nothing lies on anything."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.chart.bars import CHART_PIXELS, LEAST_PIXELS, lanes_of, rows_of_stories, seen
from extract.dates.interval import Interval, months, to_day
from extract.model import Status
from extract.table.lanes import Mark

SHOWN = months(2024, 1, 24)


def mark(
    event,
    story,
    interval,
    *,
    lane="x",
    sure=True,
    headline="Something happened",
    voices=1,
    status=Status.REPORTED,
    preferred=0,
):
    days = (interval.start, interval.end)
    return Mark(lane, event, story, *days, sure, status, headline, "2024", voices, preferred=preferred)


JUNE, YEAR, MAY = months(2024, 6), months(2024, 1, 12), months(2024, 5)


def test_a_report_goes_before_the_plan_of_it():
    planned = mark("a", "s", JUNE, status=Status.PLANNED)
    (bar,) = rows_of_stories([planned, mark("b", "s", JUNE)], SHOWN)
    assert bar.mark.event_id == "b"


def test_a_story_is_one_bar_at_its_finest_sure_date():
    (bar,) = rows_of_stories([mark("a", "s", YEAR), mark("b", "s", JUNE), mark("c", "s", JUNE)], SHOWN)
    assert bar.mark.event_id == "b"
    assert not bar.differs  # the year holds June: vaguer is not different


def test_a_sure_date_goes_before_a_finer_one_that_is_not():
    (bar,) = rows_of_stories([mark("a", "s", YEAR), mark("b", "s", JUNE, sure=False)], SHOWN)
    assert bar.mark.event_id == "a"


def test_the_date_that_a_person_preferred_last_goes_before_all_others():
    told = [mark("a", "s", JUNE), mark("b", "s", YEAR, sure=False, preferred=3), mark("c", "s", MAY, preferred=2)]
    (bar,) = rows_of_stories(told, SHOWN)
    assert bar.mark.event_id == "b"


def test_sources_that_differ_widen_the_bar():
    (bar,) = rows_of_stories([mark("a", "s", MAY), mark("b", "s", JUNE)], SHOWN)
    assert bar.widest == Interval(MAY.start, JUNE.end)
    assert bar.differs


def test_rows_are_in_order_of_time():
    bars = rows_of_stories([mark("b", "t", JUNE), mark("a", "s", MAY), mark("c", "u", YEAR)], SHOWN)
    assert [(bar.row, bar.mark.event_id) for bar in bars] == [(0, "c"), (1, "a"), (2, "b")]


def test_labels_stand_where_there_is_room():
    def side(interval):
        return rows_of_stories([mark("a", "s", interval)], SHOWN)[0].side

    assert side(months(2024, 2)) == "right"
    assert side(months(2025, 12)) == "left"
    assert side(months(2024, 1, 24)) == "inside"
    assert side(months(2023, 1)) == "before"
    assert side(months(2026, 1)) == "after"


def test_what_lies_outside_says_when_it_was():
    (bar,) = rows_of_stories([mark("a", "s", months(-479, 9), headline="Salamis")], SHOWN)
    assert bar.title == "Salamis, September 480 BCE"


def test_a_label_has_room_for_names_in_brackets_but_for_no_sentence() -> None:
    def title(headline):
        return rows_of_stories([mark("a", "s", JUNE, headline=headline)], SHOWN)[0].title

    assert title("[Ulm, Orley] The text was agreed") == "[Ulm, Orley] The text was agreed"
    assert title("[The towns of Ulm and Orley made…] The text was agreed") == "The text was agreed"
    assert title("[The towns of Ulm and Orley made…]") == "[The towns of Ulm and Orley made…]"


MARKS = st.lists(
    st.builds(
        lambda number, start, days, lane: mark(f"e{number}", f"s{number}", Interval(start, start + days), lane=lane),
        st.integers(0, 40),
        st.integers(to_day(2023, 6), to_day(2026, 6)),
        st.integers(1, 500),
        st.sampled_from("xy"),
    ),
    max_size=40,
)


@given(MARKS, st.booleans())
def test_no_bar_lies_on_another(marks, labelled):
    for lane in lanes_of(marks, ["x", "y"], SHOWN, labelled=labelled):
        for row in range(lane.rows):
            held = sorted(seen(bar.widest, SHOWN) for bar in lane.bars if bar.row == row and _is_seen(bar))
            for (start, days), (following, _) in pairwise(held):
                assert start + days <= following + SHOWN.days * LEAST_PIXELS / CHART_PIXELS


def _is_seen(bar):
    return bar.side not in {"before", "after"}


@given(MARKS)
def test_every_story_of_a_lane_has_its_bar(marks):
    for lane in lanes_of(marks, ["y", "x"], SHOWN, labelled=True):
        assert sorted(bar.mark.story_id for bar in lane.bars) == sorted(
            {one.story_id for one in marks if one.lane == lane.key}
        )
        assert {bar.row for bar in lane.bars} == set(range(lane.rows))


@given(st.integers(to_day(2024), to_day(2025, 12, 31)), st.integers(1, 900))
def test_what_is_seen_is_wide_enough_and_inside(start, days):
    first, length = seen(Interval(start, start + days), SHOWN)
    assert length >= SHOWN.days * LEAST_PIXELS / CHART_PIXELS - 1e-6
    assert SHOWN.start - 1e-6 <= first
    assert first + length <= SHOWN.end + 1e-6
