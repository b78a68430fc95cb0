"""What the charts say back when they are brushed or clicked, and that no source's words are markup in them."""

from itertools import pairwise

import pytest

from dashboard import crowd, lanes, strip
from dashboard.lanes import Chart
from dashboard.palette import LOOKS
from dashboard.scale import MS_PER_DAY, milliseconds
from extract.chart.bars import CHART_PIXELS, LEAST_PIXELS
from extract.chart.steps import bins
from extract.dates.interval import Interval, iso_day, months, to_day
from extract.model import Status
from extract.table.lanes import Mark
from tests.library_factory import HOSTILE_NAME
from tests.tables import spans

YEAR = months(2024, 1, 12)
_, MONTHS = bins(months(2020, 1, 60))


def brushed(first, last):
    return {"selection": {"box": [{"x": [first, last]}], "points": []}}


@pytest.mark.parametrize(
    ("first", "last", "window"),
    [
        ("2024-03-10 05:00", "2024-05-02", months(2024, 3, 3)),
        ("2024-05-02", "2024-03-10", months(2024, 3, 3)),  # from right to left
        ("2024-03-10", "2024-03-11", months(2024, 3)),
        ("2010-01-01", "2020-01-15", months(2020, 1)),  # out over the edge
        ("2024-12-15", "2050-01-01", months(2024, 12)),
    ],
)
def test_a_brush_takes_whole_bins(first, last, window):
    assert strip.brush(brushed(first, last), MONTHS) == window


def test_no_brush_sets_nothing():
    assert strip.brush({"selection": {"box": [], "points": []}}, MONTHS) is None


def test_a_brush_before_year_1():
    _, edges = bins(months(-499, 1, 12 * 100))
    window = strip.brush(brushed("-0479-08-11", "-0478-02-01"), edges)
    assert window.holds(Interval(to_day(-479, 8, 11), to_day(-478, 2, 1)))


@pytest.mark.parametrize(
    ("points", "event"),
    [
        ([{"customdata": ["e1"], "x": "2024"}], "e1"),
        ([{"customdata": "e1"}], "e1"),
        ([{"x": "2024"}], None),
        ([{"customdata": []}], None),
        ([], None),
    ],
)
def test_a_click_names_its_claim(points, event):
    assert lanes.click({"selection": {"points": points}}) == event


def test_a_click_on_a_count_names_its_time():
    assert crowd.click({"selection": {"points": [{"customdata": [1, 32]}]}}) == Interval(1, 32)
    assert crowd.click({"selection": {"points": []}}) is None


def mark(event, status=Status.REPORTED, interval=YEAR, headline="Something", sure=True):
    return Mark("lane", event, event, interval.start, interval.end, sure, status, headline, "2024", 1)


def test_the_statuses_differ_by_more_than_colour():
    assert set(LOOKS) == set(Status)
    assert len({(look.hollow, look.pattern) for look in LOOKS.values()}) == len(LOOKS)


def test_every_mark_carries_its_claim_and_can_be_seen():
    day = Interval(to_day(2024, 3, 3), to_day(2024, 3, 4))
    marks = [mark(f"e{place}", status, day, sure=bool(place % 2)) for place, status in enumerate(Status)]
    figure = lanes.draw(Chart(marks, {}), YEAR, "e1")
    drawn = [trace for trace in figure.data if trace.type == "bar"]
    assert sorted(one[0] for trace in drawn for one in trace.customdata) == ["e0", "e1", "e2", "e3"]
    assert all(
        width >= YEAR.days * MS_PER_DAY * LEAST_PIXELS / CHART_PIXELS - 1 for trace in drawn for width in trace.x
    )
    outlines = {
        one[0]: width for trace in drawn for one, width in zip(trace.customdata, trace.marker.line.width, strict=True)
    }
    assert outlines["e1"] > outlines["e0"]


def test_no_word_of_a_source_is_markup():
    marks = [mark("e", headline=f"<b>{HOSTILE_NAME}</b>")]
    for figure in (
        lanes.draw(Chart(marks, {}), months(2020, 1, 90), ""),
        lanes.draw(Chart(marks, {"lane": HOSTILE_NAME}), YEAR, "e"),
    ):
        texts = [text for trace in figure.data for text in (*(trace.text or ()), *(trace.hovertext or ()))]
        texts += [note.text for note in figure.layout.annotations]
        assert texts
        assert not [text for text in texts if "<img" in text or "<b>![" in text or "\u202e" in text]


def test_the_strip_counts_sure_and_possible_claims():
    whole = months(2024, 1, 3)
    figure = strip.draw(spans((*_bounds(months(2024, 2)), True, 2)), whole, whole)
    sure, possible = (list(trace.y) for trace in figure.data)
    assert sum(sure) == 0  # a month fills several days and none of them for sure
    assert max(possible) == 2
    assert figure.data[0].x[0] == milliseconds(whole.start)


def test_crowded_lanes_share_one_scale():
    first, second = (spans((*_bounds(months(2024, 1)), True, count)) for count in (10, 5))
    figure = crowd.draw({"a": first, "b": second}, {"a": "A", "b": HOSTILE_NAME}, months(2020, 1, 60))
    sure, possible = figure.data
    heights = dict(zip(sure.base, (-height for height in sure.y), strict=True))
    assert heights == {1: pytest.approx(2 * heights[2]), 2: heights[2]}
    assert not possible.y
    assert all(later > earlier for earlier, later in pairwise(iso_day(edge) for edge in MONTHS))
    assert not [note.text for note in figure.layout.annotations if "<img" in note.text]


def _bounds(interval):
    return interval.start, interval.end
