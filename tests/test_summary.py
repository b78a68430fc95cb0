"""Counts, facets, spans, lanes and places agree with the rows themselves."""

import pytest

from extract.dates.interval import to_day
from extract.store import summary
from extract.store.library import create_or_open, open_read_only
from extract.store.query import IN_ORDER, Filters
from extract.store.summary import Counts, LaneBy, Span
from tests import library_factory


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    library = open_read_only(library_factory.full(tmp_path_factory.mktemp("summary") / "full.db"))
    yield library
    library.close()


@pytest.fixture
def empty(tmp_path):
    library = create_or_open(tmp_path / "empty.db")
    yield library
    library.close()


def test_counts(library):
    assert summary.count(library, Filters()) == Counts(claims=16, undated=1, sources=5, languages=3)
    assert summary.count(library, Filters(languages=("el",))) == Counts(claims=4, undated=1, sources=1, languages=1)
    assert summary.held(library) == summary.count(library, Filters())


def test_an_empty_library_has_nothing_and_breaks_nothing(empty):
    nothing = Filters()
    assert summary.held(empty) == Counts(0, 0, 0, 0)
    assert summary.spans(empty, nothing) == []
    assert summary.actors(empty) == []
    assert summary.kinds(empty, nothing) == {}
    assert summary.lanes(empty, nothing, LaneBy.STORY, 5) == ({}, 0)
    assert summary.marks(empty, nothing, LaneBy.STORY, []) == []
    assert summary.first(empty, nothing) is None
    assert summary.place(empty, nothing, "x") is None


def test_a_facet_counts_under_all_filters_but_its_own(library):
    filters = Filters(languages=("el",), statuses=("planned",), kinds=("agreement",))
    assert summary.languages(library, filters) == {"ar": 1, "el": 1, "en": 1}
    assert summary.statuses(library, filters) == {"planned": 1, "reported": 1}
    assert summary.kinds(library, filters) == {"agreement": 1}
    assert summary.kinds(library, Filters(languages=("el",), kinds=("aid",))) == {"agreement": 2, "other": 1, "war": 1}


def test_actors_come_by_number_of_claims(library):
    assert summary.actors(library)[:2] == ["Iran", "North Korea"]


def test_spans_hold_every_dated_claim_once(library):
    spans = summary.spans(library, Filters())
    assert sum(span.count for span in spans) == 15
    assert Span(to_day(2024, 6), to_day(2024, 7), sure=True, count=2) in spans
    around = [span for span in spans if span.start == to_day(2022)]
    assert around == [Span(to_day(2022), to_day(2023), sure=False, count=1)]


@pytest.mark.parametrize("by", list(LaneBy))
def test_lanes_and_marks_agree(library, by):
    lanes, total = summary.lanes(library, Filters(), by, 100)
    marks = summary.marks(library, Filters(), by, list(lanes))
    assert total == len(lanes)
    assert {lane: sum(mark.lane == lane for mark in marks) for lane in lanes} == lanes
    spans = summary.lane_spans(library, Filters(), by, list(lanes))
    assert {lane: sum(span.count for span in held) for lane, held in spans.items()} == lanes


def test_the_weightiest_stories_come_first_and_say_how_many_tell_them(library):
    lanes, total = summary.lanes(library, Filters(), LaneBy.STORY, 2)
    assert set(lanes) == {"treaty", "korea"}
    assert total == 10
    assert {mark.voices for mark in summary.marks(library, Filters(), LaneBy.STORY, list(lanes))} == {3}


def test_the_fullest_kinds_come_first_and_claims_of_none_last(library):
    lanes, total = summary.lanes(library, Filters(), LaneBy.KIND, 20)
    assert list(lanes.items()) == [("agreement", 6), ("war", 3), ("dispute", 1), ("aid", 1), ("other", 4)]
    assert total == 5


def test_asked_for_actors_are_the_only_lanes(library):
    lanes, _ = summary.lanes(library, Filters(actors=("Russia",)), LaneBy.ACTOR, 10)
    assert lanes == {"Russia": 3}


def test_places_follow_the_order_of_the_rows(library):
    order = [row.event_id for row in library.rows(tail=f"ORDER BY {IN_ORDER}")]
    places = [summary.place(library, Filters(), event) for event in order]
    assert [place.position for place in places] == list(range(1, 17))
    assert [place.before for place in places] == [None, *order[:-1]]
    assert [place.after for place in places] == [*order[1:], None]
    assert order[0] == "old.0"  # 480 BCE before all others


def test_a_claim_outside_the_filters_has_no_place(library):
    assert summary.place(library, Filters(languages=("el",)), "old.0") is None


def test_the_first_claim_of_a_selection(library):
    assert summary.first(library, Filters()) == "old.0"
    assert summary.first(library, Filters(words="Τρίτη")) == "el.3"  # undated
