"""What the charts say back when they are brushed or clicked, and that no source's words are markup in them."""

import re

import lxml.html
import pytest

from dashboard import crowd, lanes, strip
from dashboard.lanes import Chart, Drawing
from dashboard.scale import milliseconds
from dashboard.view import View
from extract.chart.bars import CHART_PIXELS, LEAST_PIXELS
from extract.chart.steps import bins
from extract.dates.interval import Interval, months, to_day
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


def mark(event, status=Status.REPORTED, interval=YEAR, headline="Something", sure=True):
    return Mark("lane", event, event, interval.start, interval.end, sure, status, headline, "2024", 1)


def drawing(shown, chosen=""):
    return Drawing(View(lang=("el",)), shown, chosen)


def parsed(html):
    return lxml.html.fromstring(html)


def test_every_mark_leads_to_its_claim_and_can_be_seen():
    day = Interval(to_day(2024, 3, 3), to_day(2024, 3, 4))
    marks = [mark(f"e{place}", status, day, sure=bool(place % 2)) for place, status in enumerate(Status)]
    drawn = parsed(lanes.draw(Chart(marks, {}), drawing(YEAR, "e1")))
    links = list(drawn.iter("a"))
    assert {link.get("href"): link.get("data-to") for link in links} == {
        f"?lang=el&event=e{place}": f"e{place}" for place in range(len(Status))
    }
    bars = drawn.find_class("bar")
    assert [bar.get("class").split()[1] for bar in bars] == list(Status)
    assert ["possible" in bar.get("class") for bar in bars] == [True, False] * 2
    widths = [float(re.search(r"width:([\d.]+)%", bar.get("style"))[1]) for bar in bars]
    assert min(widths) >= round(100 * LEAST_PIXELS / CHART_PIXELS, 2)
    assert [link.get("aria-current") for link in links] == [None, "true", None, None]


def test_a_bar_is_heard_in_words():
    (link,) = parsed(lanes.draw(Chart([mark("e")], {}), drawing(YEAR))).iter("a")
    assert link.get("aria-label") == "Something, 2024, reported, 1 independent source"


@pytest.mark.parametrize(("start", "place"), [(1, 0.0), (7, 49.727), (12, 91.53)])
def test_a_bar_lies_where_its_days_lie(start, place):
    html = lanes.draw(Chart([mark("e", interval=months(2024, start))], {}), drawing(YEAR))
    assert parsed(html).find_class("bar")[0].get("style").startswith(f"left:{place}%")


def test_what_lies_beyond_the_stretch_is_named_at_its_end():
    marks = [mark("old", interval=months(1999, 1)), mark("late", interval=months(2031, 1))]
    drawn = parsed(lanes.draw(Chart(marks, {}), drawing(YEAR)))
    assert not drawn.find_class("bar")
    assert [label.get("class") for label in drawn.find_class("label")] == ["label before", "label after"]


def test_no_word_of_a_source_is_markup():
    hostile = f'"><script>alert(1)</script>{HOSTILE_NAME}'
    for shown in (months(2020, 1, 90), YEAR):
        for names in ({}, {"lane": hostile}):
            drawn = parsed(lanes.draw(Chart([mark("e", headline=hostile)], names), drawing(shown)))
            assert {each.tag for each in drawn.iter()} <= {"div", "p", "a", "i", "span", "bdi", "small", "br"}
            assert "alert(1)" in drawn.text_content()
            assert "\u202e" not in drawn.text_content() + drawn.find(".//a").get("data-tip")


def test_the_strip_counts_sure_and_possible_claims():
    whole = months(2024, 1, 3)
    figure = strip.draw(spans((*_bounds(months(2024, 2)), True, 2)), whole, whole)
    sure, possible = (list(trace.y) for trace in figure.data)
    assert sum(sure) == 0  # a month fills several days and none of them for sure
    assert max(possible) == 2
    assert figure.data[0].x[0] == milliseconds(whole.start)


def test_crowded_lanes_share_one_scale():
    first, second = (spans((*_bounds(months(2024, 1)), True, count)) for count in (10, 5))
    html = crowd.draw({"a": first, "b": second}, {"a": "A", "b": HOSTILE_NAME}, drawing(months(2020, 1, 60)))
    drawn = parsed(html)
    assert [bar.get("style") for bar in drawn.find_class("sure")] == ["height:100.00%", "height:50.00%"]
    assert not drawn.find_class("possible")
    assert not list(drawn.iter("img"))
    assert {link.get("data-to") for link in drawn.iter("a")} == {"2024/2024-03"}


def _bounds(interval):
    return interval.start, interval.end
