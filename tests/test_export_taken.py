"""What is taken out of a library: exactly what is filtered, as it stood at one moment, whoever writes meanwhile."""

import io
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from extract.dates.interval import to_day
from extract.export.form import Format
from extract.export.selection import Said
from extract.export.taken import in_words, taken
from extract.export.wording import words
from extract.export.write import write
from extract.store.library import create_or_open, open_read_only
from extract.store.query import is_sure
from extract.table.filters import Certainty, Filters
from tests import library_factory, tables
from tests.event_rows import MOMENT

CODED = {"kinds": ("war",), "statuses": ("planned",)}
"""Filters whose values have words in a report."""

SAID = Said(moment=MOMENT)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_factory.full(tmp_path_factory.mktemp("taken") / "full.db")


@pytest.mark.parametrize(
    ("filters", "claims", "undated", "stories", "sources", "languages"),
    [
        (Filters(), 16, 1, 11, 5, 3),
        (Filters(languages=("el",)), 4, 1, 4, 1, 1),
        (Filters(actors=("Iran",), statuses=("planned",)), 3, 0, 1, 3, 3),
        (Filters(words="nothing of the kind"), 0, 0, 0, 0, 0),
    ],
)
def test_a_selection_says_what_it_holds(
    library: Path, filters: Filters, claims: int, undated: int, stories: int, sources: int, languages: int
) -> None:
    with closing(open_read_only(library)) as opened, taken(opened, filters, SAID, Format.CSV) as (selection, rows):
        chosen = selection.chosen
        assert (chosen.claims, chosen.undated, chosen.stories) == (claims, undated, stories)
        assert (chosen.sources, chosen.languages) == (sources, languages)
        assert (selection.held.claims, selection.held.stories) == (16, 11)
        assert selection.rows == len(list(rows)) == claims
        assert selection.version == opened.meta("version")
        assert selection.changes == int(opened.meta("changes"))


@pytest.mark.parametrize("form", list(Format))
def test_who_writes_meanwhile_does_not_matter(tmp_path: Path, form: Format) -> None:
    path = library_factory.plain(tmp_path / "library.db")
    stream = io.BytesIO()
    with closing(open_read_only(path)) as opened:
        with taken(opened, Filters(), SAID, form) as (selection, rows):
            with closing(create_or_open(path)) as other, other.writing():
                other.put(library_factory.old_times(), "digest")
            told = write(selection, rows, stream, form)
        assert told.rows + sum(each.number for each in told.left_out) == selection.held.claims
        assert len(opened.rows()) > selection.held.claims


def test_rows_come_by_time_and_undated_ones_last(library: Path) -> None:
    with closing(open_read_only(library)) as opened, taken(opened, Filters(), SAID, Format.CSV) as (_, rows):
        starts = [row.start for row in rows]
    assert starts[-1] is None
    assert starts[0] == "-0479-09-01"


def test_reports_know_what_stories_are_called_and_who_tells_them(tmp_path: Path) -> None:
    path = library_factory.plain(tmp_path / "library.db")
    with closing(open_read_only(path)) as opened:
        event = next(row.event_id for row in opened.rows() if row.language == "ar" and row.story_id == "korea")
    with closing(create_or_open(path)) as opened, opened.writing():
        opened.connection.execute("UPDATE events SET preferred = 3 WHERE event_id = ?", (event,))
    with closing(open_read_only(path)) as opened:
        with taken(opened, Filters(), Said(moment=MOMENT, language="el"), Format.HTML) as (selection, _):
            known = selection.stories
        with taken(opened, Filters(), SAID, Format.CSV) as (selection, _):
            assert not selection.stories.dress.titles
    assert known.dress.titles["korea"].headline.startswith("Τον περασμένο")
    assert known.voices["treaty"] == 3
    assert known.dress.key
    assert known.preferred == {event: 3}


def test_filters_in_words() -> None:
    filters = Filters(
        words="treaty", actors=("Iran", "Russia"), kinds=("war",), languages=("el",), statuses=("planned",),
        first=to_day(-479), end=to_day(2025, 2), certainty=Certainty.SURE,
    )  # fmt: skip
    assert in_words(filters, words("en")) == (
        ("Words", "treaty"),
        ("Actors", "Iran, Russia"),
        ("Kinds", "War"),
        ("Languages", "Ελληνικά"),
        ("Status", "planned"),
        ("Time", "-0479-01-01 to 2025-01-31"),
        ("Certainty", "only dates that are sure"),
    )
    assert in_words(Filters(first=to_day(2024)), words("en")) == (("Time", "from 2024-01-01"),)
    assert in_words(Filters(end=to_day(2025)), words("en")) == (("Time", "until 2024-12-31"),)
    assert in_words(Filters(), words("en")) == ()


def test_every_filter_has_its_words() -> None:
    first = Filters(first=to_day(2024))
    one_of_each = {
        each.name: ("a",) for each in fields(Filters) if getattr(Filters(), each.name) == () and each.name not in CODED
    }
    every = replace(first, **one_of_each, **CODED, words="a", confidence=0.5, voices=2, certainty=Certainty.SURE)
    assert len(in_words(every, words("en"))) == len(fields(Filters)) - len(("end",))


def test_words_that_were_given_for_the_filters_stay(library: Path) -> None:
    said = Said(moment=MOMENT, filters=(("Mine", "own"),))
    with closing(open_read_only(library)) as opened:
        with taken(opened, Filters(words="x"), said, Format.CSV) as (selection, _):
            assert selection.said.filters == (("Mine", "own"),)
        with taken(opened, Filters(words="x"), SAID, Format.CSV) as (selection, _):
            assert selection.said.filters == (("Words", "x"),)


def test_a_row_is_as_sure_as_the_library_says(library: Path) -> None:
    with closing(open_read_only(library)) as opened:
        sure = tables.ids(opened, certainty=Certainty.SURE)
        days = dict(map(tuple, opened.connection.execute("SELECT event_id, end_day - start_day FROM event_table")))
        rows = opened.rows()
    assert sure
    assert sure == {
        row.event_id
        for row in rows
        if days[row.event_id] and is_sure(row.confidence, row.grain, row.mod, days[row.event_id])
    }
