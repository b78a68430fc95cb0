import sqlite3
from pathlib import Path

import pytest

from extract.collection import Collection
from extract.dates.interval import to_day
from extract.errors import LibraryError
from extract.model import Source
from extract.pipeline import analyse, settle
from extract.store.columns import COLUMNS, EventRow
from extract.store.library import Library, create_or_open, open_read_only

TEXT = "Published: 13 January 2025\nPresident Vladimir Putin will meet President Masoud Pezeshkian on Friday, soon."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def break_off(library: Library) -> None:
    """A write that fails half-way."""
    library.connection.execute("DELETE FROM sources")
    library.connection.execute("DELETE FROM nowhere")


def put(library: Library, text: str = TEXT, name: str = "a", location: str = "a.txt") -> None:
    source = Source(name, location, text, text, title="=T", url="https://example.org/", read_on=to_day(2026, 1, 1))
    (document,) = settle([analyse(source)], Collection())
    with library.writing():
        library.put(document, f"digest of {name}")


def test_what_is_put_comes_back_checked(library: Library) -> None:
    put(library)
    friday, soon = library.rows(tail="ORDER BY char_start")
    assert (friday.start, friday.end, friday.edtf, friday.grain) == ("2025-01-17", "2025-01-17", "2025-01-17", "day")
    assert friday.actors == ["Vladimir Putin", "Masoud Pezeshkian"]
    assert (friday.source_title, friday.source_date, friday.source_date_basis) == ("=T", "2025-01-13", "header")
    assert friday.link.startswith("https://example.org/#:~:text=")
    assert (soon.start, soon.end, soon.edtf, soon.timex3) == (None, None, None, "FUTURE_REF")


def test_columns_are_the_model_s_in_its_order() -> None:
    assert tuple(EventRow.model_fields) == COLUMNS
    assert COLUMNS[0] == "event_id"


def test_a_source_is_replaced_whole(library: Library) -> None:
    put(library)
    put(library, "In 1999 nothing happened.", name="b")
    assert [row.timex3 for row in library.rows()] == ["1999"]
    for table in ("mentions", "actor_mentions", "event_words", "event_actors", "sources"):
        (count,) = library.connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert count == (1 if table in ("mentions", "event_words", "sources") else 0), table


def test_what_breaks_off_leaves_everything_as_it_was(library: Library) -> None:
    put(library)
    before, changes = library.rows(), library.meta("changes")
    with pytest.raises(LibraryError, match="no such table"), library.writing():
        break_off(library)
    assert library.rows() == before
    assert library.meta("changes") == changes


def test_every_write_is_counted_so_that_readers_see_that_something_changed(library: Library) -> None:
    counts = [library.meta("changes")]
    for name in ("a", "b"):
        put(library, TEXT + name, name, f"{name}.txt")
        counts.append(library.meta("changes"))
    assert counts == ["0", "1", "2"]


def test_a_reader_cannot_write(library: Library) -> None:
    reader = open_read_only(library.path)
    with pytest.raises(LibraryError, match="readonly"), reader.writing():
        reader.connection.execute("DELETE FROM sources")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no/library.db", r"there is no folder .*/no: make it, or name a file in a folder that is there"),
        (".", "it is a folder: name a file in it"),
        ("file/library.db", "there is no folder .*/file"),
        ("n" * 300, "File name too long"),
    ],
)
def test_a_place_that_cannot_hold_a_library_is_named(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match=f"cannot be used as a library: {told}") as error:
        create_or_open(tmp_path / name)
    assert str(error.value).startswith(str(tmp_path / name))


def test_a_name_too_long_for_a_library_is_told_to_readers(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="File name too long"):
        open_read_only(tmp_path / ("n" * 300))


def test_another_program_s_database_is_let_be(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    with pytest.raises(LibraryError, match="no Dateline library"):
        create_or_open(path)
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
