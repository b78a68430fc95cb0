"""Answers are kept while the library stays as it is, and asked for anew as soon as it does not."""

from dashboard.ask import ask
from dashboard.opened import table_of
from extract.store.library import create_or_open, open_read_only
from extract.table import counts, spans
from extract.table.filters import Filters
from tests import library_factory


def claims(path, **filters):
    library = open_read_only(path)
    try:
        return ask(table_of(library), counts.count, Filters(**filters)).claims
    finally:
        library.close()


def test_the_same_question_is_answered_from_memory(tmp_path):
    library = open_read_only(library_factory.plain(tmp_path / "l.db"))
    table = table_of(library)
    assert ask(table, spans.spans, Filters()) is ask(table, spans.spans, Filters())
    library.close()


def test_another_question_has_another_answer(tmp_path):
    path = library_factory.plain(tmp_path / "l.db")
    assert claims(path) == 12
    assert claims(path, languages=("el",)) == 4
    assert claims(path, languages=("ar",)) == 3
    assert claims(path, statuses=("ar",)) == 0
    assert claims(path, kinds=("war",)) == 3
    assert claims(path, kinds=("aid",)) == 1


def test_a_write_is_seen(tmp_path):
    path = library_factory.plain(tmp_path / "l.db")
    assert claims(path) == 12
    writer = create_or_open(path)
    with writer.writing():
        writer.put(library_factory.old_times(), "digest")
    writer.close()
    assert claims(path) == 15


def test_another_file_in_its_place_is_seen(tmp_path):
    path = library_factory.plain(tmp_path / "l.db")
    assert claims(path) == 12
    library_factory.build(tmp_path / "other.db", [library_factory.old_times()]).replace(path)
    assert claims(path) == 3
