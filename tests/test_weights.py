"""What is kept of stories: how much they matter, which matter most of a selection, and what they are called."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import Interval, to_day
from extract.model import ActorType, Status
from extract.store.library import Library, create_or_open
from extract.store.weights import LATER, Weighed, titles, weigh, weight
from extract.table import order, stories
from extract.table.filters import Filters, Order
from tests import library_factory as factory
from tests import tables, weighing

TYPE = ActorType.PLACE
FEW = st.integers(1, 50)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(factory.full(tmp_path / "library.db"))


def heaviest(library: Library, most: int = 99, **filters: object) -> list[str]:
    return [each.story_id for each in weightiest(library, Filters(**filters), most)]


def weightiest(library: Library, filters: Filters, most: int) -> list[Weighed]:
    return stories.weightiest(tables.table_of(library), filters, most)


@given(FEW, FEW, st.integers(0, 50))
def test_more_sources_languages_and_later_ones_weigh_more(sources: int, languages: int, later: int) -> None:
    least = weight(sources, languages, later)
    assert least >= 1
    more = (weight(sources + 1, languages, later), weight(sources, languages + 1, later))
    assert all(each > least for each in (*more, weight(sources, languages, later + 1)))


def test_what_is_kept_is_what_the_claims_give(library: Library) -> None:
    assert weighing.kept(library) == weighing.due(library)


@pytest.mark.parametrize(("days", "is_later"), [(LATER - 1, False), (LATER, True)])
def test_who_tells_it_a_month_later_refers_back(library: Library, days: int, is_later: bool) -> None:
    (before,) = (each.weight for each in weightiest(library, Filters(), 99) if each.story_id == "assad")
    fallen = to_day(2025)  # the day after December
    with library.writing():
        library.connection.execute(
            "UPDATE sources SET anchor_start = ?, anchor_end = ? WHERE source_id = 'el'", (fallen + days, fallen + days)
        )
        library.connection.execute("INSERT INTO unweighed VALUES ('assad')")
        weigh(library)
    (after,) = (each.weight for each in weightiest(library, Filters(), 99) if each.story_id == "assad")
    assert after - before == (0.5 if is_later else 0)


def test_the_weightiest_of_all_come_first_and_undated_ones_not_at_all(library: Library) -> None:
    assert set(heaviest(library)[:2]) == {"treaty", "korea"}
    assert heaviest(library)[2] == "assad"
    assert "el.3" not in heaviest(library)
    assert heaviest(library, 3) == heaviest(library)[:3]


def test_of_stories_that_weigh_the_same_the_finest_dated_come_first(library: Library) -> None:
    alone = heaviest(library)[3:]
    assert {*alone[:2]} == {"en.2", "old.0"}  # a month
    assert alone[-2:] == ["old.2", "old.1"]  # a decade, a century


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"languages": ("el",)}, {"treaty", "korea", "assad"}),
        ({"actors": ("Iran",)}, {"treaty", "en.2", "en.3"}),
        ({"words": "missiles"}, {"en.2"}),
        ({"words": "nobodyelse"}, set()),
        ({"first": to_day(2024, 6), "end": to_day(2024, 7)}, {"korea"}),
        ({"kinds": ("war",)}, {"assad", "en.4"}),
    ],
)
def test_the_weightiest_of_a_selection(library: Library, filters: dict[str, object], found: set[str]) -> None:
    assert set(heaviest(library, **filters)) == found


@pytest.mark.parametrize(
    ("language", "among", "title"),
    [
        ("en", (), "en.1"),
        ("ar", (), "ar.1"),
        ("en", ("el",), "el.1"),
        ("en", ("el", "ar"), "ar.1"),  # of neither a title in the reader's language: the shorter
        ("ar", ("el", "ar"), "ar.1"),
        ("tr", ("tr",), None),
    ],
)
def test_titles_are_in_the_readers_language_or_one_of_those_that_are_shown(
    library: Library, language: str, among: tuple[str, ...], title: str | None
) -> None:
    found = titles(library, ["korea"], language, among)
    assert ([each.event_id for each in found.values()] or [None]) == [title]
    for each in found.values():
        assert library.rows("event_id = ?", (each.event_id,))[0].headline == each.headline


def test_a_report_is_a_better_title_than_a_plan_in_the_readers_language(tmp_path: Path) -> None:
    english, greek = factory.in_english(), factory.in_greek()
    told = replace(greek.events[0], status=Status.REPORTED)
    documents = [english, replace(greek, events=(told, *greek.events[1:]))]
    library = create_or_open(factory.build(tmp_path / "told.db", documents, {"en.0": "treaty", "el.0": "treaty"}))
    assert titles(library, ["treaty"], "en")["treaty"].event_id == "el.0"
    assert weighing.kept(library) == weighing.due(library)


def test_a_whole_title_is_better_than_a_cut_one_that_names_more(tmp_path: Path) -> None:
    english, greek = factory.in_english(), factory.in_greek()
    cut = replace(english.events[0], headline="Russia and Iran, and…", actors=dict.fromkeys(("A", "B", "C"), TYPE))
    whole = replace(english.events[1], headline="It was signed", status=cut.status, actors={})
    documents = [replace(english, events=(cut, whole)), replace(greek, events=())]
    library = create_or_open(factory.build(tmp_path / "told.db", documents, {"en.0": "treaty", "en.1": "treaty"}))
    assert titles(library, ["treaty"], "en")["treaty"].headline == "It was signed"


def test_claims_come_by_weight_and_undated_ones_after_those_that_weigh_the_same(tmp_path: Path) -> None:
    library = create_or_open(factory.build(tmp_path / "greek.db", [factory.in_greek()]))
    rows = order.rows(tables.table_of(library), Filters(), Order.WEIGHT)
    assert [row.event_id for row in rows] == ["el.1", "el.0", "el.2", "el.3"]  # the first is told a month later


def test_claims_that_go_take_their_stories_along(library: Library) -> None:
    with library.writing():
        library.connection.execute("DELETE FROM sources WHERE source_id IN ('old', 'ar')")
        weigh(library)
    assert "old.0" not in heaviest(library)
    assert weighing.kept(library) == weighing.due(library)


def test_no_change_is_forgotten_until_it_is_weighed(library: Library) -> None:
    with library.writing():
        library.put(factory.old_times(), "again")
        library.set_stories({"old.0": "korea", "ar.2": "alone"})
        library.connection.execute("UPDATE events SET telling_id = NULL WHERE event_id = 'en.2'")
    waiting = {each for (each,) in library.connection.execute("SELECT story_id FROM unweighed")}
    assert waiting == {"old.0", "old.1", "old.2", "korea", "en.2", "assad", "alone"}
    with library.writing():
        weigh(library)
    assert weighing.kept(library) == weighing.due(library)
    assert not library.connection.execute("SELECT * FROM unweighed").fetchall()


def test_a_century_and_a_day_of_one_story_count_as_a_day(tmp_path: Path) -> None:
    path = factory.build(tmp_path / "l.db", [factory.old_times()], {"old.0": "one", "old.1": "one"})
    library = create_or_open(path)
    (first, _) = weightiest(library, Filters(), 9)
    assert (first.story_id, first.days) == ("one", Interval(to_day(-479, 9), to_day(-479, 10)).days)
