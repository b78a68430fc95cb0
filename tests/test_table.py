"""Counts, facets, spans, lanes and places agree with the rows themselves."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import to_day
from extract.store.library import create_or_open, open_read_only
from extract.store.query import IN_ORDER
from extract.table import counts, lanes, names, order, spans
from extract.table.counts import Counts
from extract.table.filters import Certainty, Filters
from extract.table.lanes import LaneBy
from tests import tables


def some_of(*values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


@pytest.fixture(scope="module")
def table(full):
    library = open_read_only(full)
    yield tables.table_of(library)
    library.close()


@pytest.fixture
def empty(tmp_path):
    library = create_or_open(tmp_path / "empty.db")
    yield tables.table_of(library)
    library.close()


def test_counts(table):
    assert counts.count(table, Filters()) == Counts(claims=16, undated=1, sources=5, languages=3)
    assert counts.count(table, Filters(languages=("el",))) == Counts(claims=4, undated=1, sources=1, languages=1)
    assert counts.held(table) == counts.count(table, Filters())


def test_an_empty_library_has_nothing_and_breaks_nothing(empty):
    nothing = Filters()
    assert counts.held(empty) == Counts(0, 0, 0, 0)
    assert len(spans.spans(empty, nothing)) == 0
    assert counts.facet(empty, nothing, "actors") == {}
    assert counts.facet(empty, nothing, "kinds") == {}
    assert lanes.lanes(empty, nothing, LaneBy.STORY, 5) == ({}, 0)
    assert lanes.marks(empty, nothing, LaneBy.STORY, []) == []
    assert order.first(empty, nothing) is None
    assert order.place(empty, nothing, "x") is None


def test_a_facet_counts_under_all_filters_but_its_own(table):
    filters = Filters(languages=("el",), statuses=("planned",), kinds=("agreement",))
    assert counts.facet(table, filters, "languages") == {"ar": 1, "el": 1, "en": 1}
    assert counts.facet(table, filters, "statuses") == {"planned": 1, "reported": 1}
    assert counts.facet(table, filters, "kinds") == {"agreement": 1}
    assert counts.facet(table, Filters(languages=("el",), kinds=("aid",)), "kinds") == {
        "agreement": 2,
        "other": 1,
        "war": 1,
    }


def test_actors_come_by_number_of_claims(table):
    assert list(counts.facet(table, Filters(), "actors"))[:2] == ["Iran", "North Korea"]


def test_spans_hold_every_dated_claim_once(table):
    told = spans.spans(table, Filters())
    every = Counter(zip(told.start.tolist(), told.end.tolist(), told.sure.tolist(), strict=True))
    assert every.total() == 15
    assert every[to_day(2024, 6), to_day(2024, 7), True] == 2
    assert every[to_day(2022), to_day(2023), False] == 1


@pytest.mark.parametrize("by", list(LaneBy))
def test_lanes_and_marks_agree(table, by):
    held, total = lanes.lanes(table, Filters(), by, 100)
    marks = lanes.marks(table, Filters(), by, list(held))
    assert total == len(held)
    if by is not LaneBy.STORY:
        assert Counter(mark.lane for mark in marks) == held
    assert {mark.lane for mark in marks} == set(held)
    told = lanes.lane_spans(table, Filters(), by, list(held))
    assert {lane: len(each) for lane, each in told.items()} == held


def test_the_weightiest_stories_come_first_and_say_how_many_tell_them(table):
    held, total = lanes.lanes(table, Filters(), LaneBy.STORY, 2)
    assert set(held) == {"treaty", "korea"}
    assert total == 10
    assert {mark.voices for mark in lanes.marks(table, Filters(), LaneBy.STORY, list(held))} == {3}


def test_of_claims_that_lie_on_one_another_one_stands_for_all_but_the_named(table):
    def drawn(*named):
        return [mark.event_id for mark in lanes.marks(table, Filters(), LaneBy.STORY, ["treaty", "korea"], named)]

    assert drawn() == ["ar.0", "ar.1", "el.1"]  # three say 17 January, two June, one that year
    assert drawn("en.0", "en.1", "en.2") == ["ar.0", "en.0", "ar.1", "el.1", "en.1"]


def test_the_fullest_kinds_come_first_and_claims_of_none_last(table):
    held, total = lanes.lanes(table, Filters(), LaneBy.KIND, 20)
    assert list(held.items()) == [("agreement", 6), ("war", 3), ("aid", 1), ("dispute", 1), ("other", 4)]
    assert total == 5


def test_asked_for_actors_are_the_only_lanes(table):
    held, _ = lanes.lanes(table, Filters(actors=("Russia",)), LaneBy.ACTOR, 10)
    assert held == {"Russia": 3}


def test_places_follow_the_order_of_the_rows(table):
    events = [row.event_id for row in table.library.rows(tail=f"ORDER BY {IN_ORDER}")]
    places = [order.place(table, Filters(), event) for event in events]
    assert [place.position for place in places] == list(range(1, 17))
    assert [place.before for place in places] == [None, *events[:-1]]
    assert [place.after for place in places] == [*events[1:], None]
    assert events[0] == "old.0"  # 480 BCE before all others


def test_a_claim_outside_the_filters_has_no_place(table):
    assert order.place(table, Filters(languages=("el",)), "old.0") is None


def test_the_first_claim_of_a_selection(table):
    assert order.first(table, Filters()) == "old.0"
    assert order.first(table, Filters(words="Τρίτη")) == "el.3"  # undated


def test_stories_told_in_one_language_and_not_in_another(table):
    told = ids(table, Filters(told_in=("ar",), not_told_in=("en",)))
    assert told == {"el.2", "ar.2"}  # the fall of Assad
    assert ids(table, Filters(told_in=("ar", "en"))) == {"el.0", "en.0", "ar.0", "el.1", "en.1", "ar.1"}
    assert ids(table, Filters(told_in=("tr",))) == set()
    assert ids(table, Filters(not_told_in=("tr",))) == ids(table, Filters())
    assert counts.told_in(table, Filters(), "told")["ar"] == len(ids(table, Filters(told_in=("ar",))))
    assert counts.told_in(table, Filters(), "untold")["ar"] == len(ids(table, Filters(not_told_in=("ar",))))


@pytest.mark.parametrize("least", [1, 2, 3, 4])
def test_the_least_number_of_voices(table, least):
    found = ids(table, Filters(voices=least))
    assert counts.at_least(table, Filters(voices=2), (least,)) == {least: len(found)}
    assert len(found) == {1: 16, 2: 8, 3: 6, 4: 0}[least]


def test_the_least_confidence_and_its_counts(table):
    assert ids(table, Filters(confidence=0.9)) == ids(table, Filters())
    assert ids(table, Filters(confidence=0.95)) == set()
    assert counts.as_sure(table, Filters(confidence=0.95), (0.0, 0.9, 0.95)) == {0.0: 16, 0.9: 16, 0.95: 0}


def test_grains_and_bases(table):
    assert ids(table, Filters(grains=("decade", "century"))) == {"old.1", "old.2"}
    assert ids(table, Filters(bases=("relative",))) == {"el.1", "ar.1"}
    assert counts.facet(table, Filters(bases=("relative",)), "grains") == {"month": 1, "year": 1}


def test_sources(table):
    assert ids(table, Filters(sources=("old",))) == {"old.0", "old.1", "old.2"}
    assert counts.facet(table, Filters(), "sources")["en"] == 5
    assert counts.facet(table, Filters(), "publishers") == {}
    assert counts.numbers(table, Filters(languages=("el",)), "sources", ("el", "en", "gone")) == {
        "el": 4,
        "en": 0,
        "gone": 0,
    }


def test_within_a_window_surely_and_possibly(table):
    june = Filters(first=to_day(2024, 6), end=to_day(2024, 7))
    assert counts.within(table, june) == counts.Within(sure=2, possible=3)
    assert counts.within(table, replace(june, certainty=Certainty.SURE)) == counts.Within(sure=2, possible=3)


@pytest.mark.parametrize("typed", ["putin", "Pútin", "vladimir put", "VLADIMIR"])
def test_actors_are_found_as_they_are_typed(table, typed):
    assert names.actors_like(table, Filters(), typed, 5) == {"Vladimir Putin": 3}
    assert names.actors_like(table, Filters(languages=("el",)), typed, 5) == {"Vladimir Putin": 1}


@pytest.mark.parametrize("typed", ["", "  ", "nobody", "utin", "%", "'"])
def test_nobody_is_found_by_what_begins_no_word(table, typed):
    assert names.actors_like(table, Filters(), typed, 5) == {}


def ids(table, filters):
    return tables.ids_in(table, filters)


@given(
    st.builds(
        Filters,
        words=st.sampled_from(["", "iran", "signed", "πουτιν"]),
        actors=some_of("Iran", "Russia", "nobody"),
        kinds=some_of("agreement", "war", "other"),
        languages=some_of("el", "en", "ar"),
        statuses=some_of("planned", "reported"),
        voices=st.integers(1, 3),
        not_told_in=some_of("en"),
        first=st.sampled_from([None, to_day(2024)]),
        certainty=st.sampled_from(list(Certainty)),
    )
)
def test_a_facet_says_what_would_be_left(table, filters):
    for name, field in (("kinds", "kinds"), ("languages", "languages"), ("statuses", "statuses")):
        for value, number in counts.facet(table, filters, name).items():
            assert number == len(ids(table, replace(filters, **{field: (value,)})))
    assert counts.count(table, filters).claims == len(ids(table, filters))
