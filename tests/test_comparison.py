"""Stories beside one another: rows, cells, counts and filters are those of the claims themselves."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.agreement import Agreement
from extract.dates.interval import Grain, one_day, to_day
from extract.model import Status
from extract.store.library import create_or_open, open_read_only
from extract.store.reading import of_story
from extract.story import differences_of
from extract.table import comparison
from extract.table.comparison import Across, Cell, Given, Stories
from extract.table.filters import Alone, Filters, Order
from tests import library_factory, tables
from tests.disputed import DAY, paper
from tests.library_factory import Told

AGREE, COMPATIBLE, CONFLICT = Agreement.AGREE, Agreement.COMPATIBLE, Agreement.CONFLICT
ALL = 50


@pytest.fixture(scope="module")
def table(disputed):
    library = open_read_only(disputed)
    yield tables.table_of(library)
    library.close()


@pytest.fixture(scope="module")
def treaty(full):
    library = open_read_only(full)
    yield tables.table_of(library)
    library.close()


def rows(table, across=Across.LANGUAGE, tellers=("en", "el", "ar"), order=Order.WEIGHT, **filters):
    return comparison.page(table, Stories(Filters(**filters), order, 0, ALL), across, tellers)


def row(table, story, *more, **named):
    return next(one for one in rows(table, *more, **named) if one.story_id == story)


def signs(cell):
    return [(one.event_id, str(one.agreement), one.sources) for one in cell.given]


def test_a_cell_tells_what_agrees_then_what_conflicts_then_the_rest(table):
    fall = row(table, "fall")
    assert (fall.agreement, fall.event_id, fall.voices, fall.languages) == (CONFLICT, "a.0", 6, 3)
    assert {teller: cell.agreement for teller, cell in fall.cells.items()} == {
        "en": CONFLICT,
        "el": CONFLICT,
        "ar": AGREE,
    }
    assert signs(fall.cells["en"]) == [("a.0", AGREE, 1), ("b.0", CONFLICT, 1)]
    assert signs(fall.cells["el"]) == [("d.0", CONFLICT, 1), ("c.0", COMPATIBLE, 1)]
    assert signs(fall.cells["ar"]) == [("e.0", AGREE, 1), ("f.0", COMPATIBLE, 1)]


def test_agreements_are_told_apart_by_identity(table):
    told = [cell for one in rows(table) for cell in one.cells.values()]
    assert {type(each) for cell in told for each in (cell.agreement, *(date.agreement for date in cell.given))} == {
        Agreement
    }


def test_figures_make_a_conflict_of_the_same_date(table):
    count = row(table, "count", Across.SOURCE, ("a", "b", "c"))
    assert count.agreement is CONFLICT
    assert {teller: cell.agreement for teller, cell in count.cells.items()} == {"a": AGREE, "b": CONFLICT}


def test_who_does_not_tell_is_silent(table):
    assert set(row(table, "alone").cells) == {"ar"}
    assert row(table, "fall", Across.SOURCE, ("a", "nobody")).cells.keys() == {"a"}


def test_what_is_filtered_out_is_not_silent(table):
    fall = row(table, "fall", sources=("c",))
    assert fall == row(table, "fall")
    assert [one.story_id for one in rows(table, statuses=("denied",))] == ["fall"]


def test_stories_without_a_date_have_no_row(table):
    assert {one.story_id for one in rows(table)} == {"fall", "count", "alone"}


def test_dates_beyond_those_that_a_cell_shows_are_counted(tmp_path):
    days = [Told(f"day {place}", (one_day(to_day(2025, 1, 1) + place), Grain.DAY)) for place in range(6)]
    library = create_or_open(
        library_factory.build(tmp_path / "l.db", [paper("a", "en", *days)], {f"a.{place}": "s" for place in range(6)})
    )
    cell = row(tables.table_of(library), "s").cells["en"]
    assert (len(cell.given), cell.more) == (comparison.MOST_GIVEN, 6 - comparison.MOST_GIVEN)
    library.close()


def test_a_date_that_several_sources_give_is_told_once(tmp_path):
    papers = [paper(name, "en", Told(f"day {name}", DAY)) for name in "abc"]
    library = create_or_open(library_factory.build(tmp_path / "l.db", papers, {f"{name}.0": "s" for name in "abc"}))
    assert row(tables.table_of(library), "s").cells["en"] == Cell(AGREE, (Given("a.0", AGREE, 3),))
    library.close()


def test_publishers(table):
    assert rows(table, Across.PUBLISHER, ("Nobody",))[0].cells == {}
    assert comparison.fullest(table, Stories(Filters(), Order.WEIGHT, 0, ALL), Across.PUBLISHER, 4) == ()


def test_the_fullest_are_those_who_tell_most_of_the_stories_that_are_shown(table):
    def fullest(first, most, across=Across.LANGUAGE):
        return comparison.fullest(table, Stories(Filters(), Order.WEIGHT, first, most), across, 4)

    assert fullest(0, ALL) == ("ar", "en", "el")  # of three stories: two, two and one
    assert fullest(2, 1) == ("ar",)
    assert fullest(9, ALL) == ()
    assert fullest(0, ALL, Across.SOURCE)[:3] == ("a", "b", "e")


def test_rows_come_by_weight_or_by_time_and_page_by_page(treaty):
    by_time = [one.event_id for one in rows(treaty, order=Order.TIME)]
    assert by_time[0] == "old.0"
    every = [one.story_id for one in rows(treaty)]
    assert set(every[:2]) == {"treaty", "korea"}
    pages = [
        comparison.page(treaty, Stories(Filters(), Order.WEIGHT, at, 4), Across.LANGUAGE, ("en",)) for at in (0, 4, 8)
    ]
    assert [one.story_id for page in pages for one in page] == every
    for at, story in enumerate(every):
        assert comparison.position(treaty, Filters(), Order.WEIGHT, story) == at
    assert comparison.position(treaty, Filters(languages=("el",)), Order.WEIGHT, every[-1]) is None
    assert comparison.position(treaty, Filters(), Order.WEIGHT, "nobody's") is None


def test_counts_of_how_stories_stand(table):
    every = comparison.tally(table, Filters())
    assert every == {"conflict": 2, "compatible": 0, "agree": 0, "alone": 1}
    assert comparison.tally(table, Filters(agreements=("conflict",))) == every  # under all filters but its own
    assert comparison.only(table, Filters()) == {"voice": 1, "language": 2}
    assert comparison.only(table, Filters(agreements=("conflict",))) == {"voice": 0, "language": 1}


def test_filters_by_how_stories_stand(table):
    assert tables.ids_in(table, Filters(agreements=("alone",), first=0)) == {"e.1"}
    assert tables.ids_in(table, Filters(agreements=("conflict",), alone=("language",))) == {"a.1", "b.1"}
    assert tables.ids_in(table, Filters(alone=("voice",))) == {"c.1", "e.1"}
    assert tables.ids_in(table, Filters(alone=("voice", "language"))) == {"c.1", "e.1"}


def test_an_empty_library_has_no_stories(tmp_path):
    library = create_or_open(tmp_path / "empty.db")
    table = tables.table_of(library)
    assert rows(table) == []
    assert set(comparison.tally(table, Filters()).values()) == {0}
    assert set(comparison.only(table, Filters()).values()) == {0}
    assert tables.ids_in(table, Filters(agreements=("agree",), alone=("voice",))) == set()
    library.close()


@pytest.mark.parametrize("which", ["table", "treaty"])
def test_a_row_is_in_conflict_where_the_evidence_says_so(request, which):
    table = request.getfixturevalue(which)
    for one in rows(table):
        told = of_story(table.library, one.story_id)
        assert (one.agreement is CONFLICT) == bool(differences_of(told))
        assert one.voices == len({claim.voice for claim in told})
        assert one.languages == len({claim.row.language for claim in told})


@pytest.mark.parametrize("across", list(Across))
def test_cells_hold_every_claim_of_those_who_tell(table, across):
    name = {Across.LANGUAGE: "language", Across.SOURCE: "source_id", Across.PUBLISHER: "publisher"}[across]
    tellers = comparison.column_of(table.columns, across).names
    for one in rows(table, across, tellers):
        dates = defaultdict(set)
        for claim in of_story(table.library, one.story_id):
            if (teller := getattr(claim.row, name)) is not None:
                dates[teller].add((claim.interval, claim.row.mod, claim.row.status is Status.DENIED))
        assert set(one.cells) == set(dates)
        if one.story_id != "count":
            assert all(len(cell.given) + cell.more == len(dates[teller]) for teller, cell in one.cells.items())


@given(
    st.builds(
        Filters,
        languages=st.lists(st.sampled_from(["en", "el", "ar"]), max_size=2, unique=True).map(tuple),
        statuses=st.lists(st.sampled_from(["planned", "reported"]), max_size=1).map(tuple),
        alone=st.lists(st.sampled_from(list(Alone)), max_size=1).map(tuple),
        first=st.sampled_from([None, to_day(2024)]),
    )
)
def test_a_count_says_how_many_rows_would_be_left(treaty, filters):
    for agreement, count in comparison.tally(treaty, filters).items():
        left = replace(filters, agreements=(agreement,))
        assert count == len(comparison.page(treaty, Stories(left, Order.TIME, 0, ALL), Across.LANGUAGE, ()))
    for one, count in comparison.only(treaty, filters).items():
        left = replace(filters, alone=(one,))
        assert count == len(comparison.page(treaty, Stories(left, Order.TIME, 0, ALL), Across.LANGUAGE, ()))
