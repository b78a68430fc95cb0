"""Sources that a person takes out stay out, whatever builds come, until that is taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.build import build
from extract.by import by
from extract.errors import CorrectionError
from extract.judge import judge
from extract.remove import let_in, remove
from extract.said import Verdict
from extract.store.judged import rejected
from extract.store.library import Library, create_or_open
from extract.store.removed import removed_sources
from tests.texts import READ_ON, write

MARIA = by("Maria", "of another affair", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
TEXTS = {
    "one.txt": "Boris Kovalenko met Anna Petrova in Madrid on 3 March 2024.",
    "two.txt": "Anna Petrova met Boris Kovalenko in Madrid on 3 March 2024. The bridge fell in May 2023.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, TEXTS)


@pytest.fixture
def library(folder: Path) -> Library:
    library = create_or_open(folder / "library.sqlite")
    build([folder], library, READ_ON)
    return library


def source(library: Library, name: str) -> str:
    found = library.connection.execute("SELECT source_id FROM sources WHERE location LIKE ?", (f"%{name}",))
    return str(found.fetchone()[0])


def state(library: Library) -> list[tuple[object, ...]]:
    rows = library.connection.execute("SELECT event_id, story_id, actors FROM event_table ORDER BY 1")
    weights = library.connection.execute("SELECT story_id, voices FROM stories ORDER BY 1")
    return [tuple(row) for row in (*rows, *weights)]


def test_it_is_gone_with_its_claims_and_the_rest_is_as_if_it_had_never_come(folder: Path, library: Library) -> None:
    out = remove(library, source(library, "two.txt"), MARIA)
    assert (out.who, out.reason, out.name) == ("Maria", "of another affair", "two.txt")
    alone = create_or_open(folder / "alone.sqlite")
    build([folder / "one.txt"], alone, READ_ON)
    assert state(library) == state(alone)
    assert library.is_linked


def test_no_build_takes_it_in_again_until_somebody_lets_it(folder: Path, library: Library) -> None:
    before = state(library)
    out = remove(library, source(library, "two.txt"), MARIA)
    report = build([folder], library, READ_ON)
    assert (report.unchanged, report.removed) == (1, 1)
    assert [each.name for each in removed_sources(library)] == ["two.txt"]
    let_in(library, out.source_id)
    assert removed_sources(library) == []
    assert build([folder], library, READ_ON).new == 1
    assert state(library) == before


def test_what_people_said_of_it_is_kept(folder: Path, library: Library) -> None:
    (bridge,) = library.rows("sentence LIKE '%bridge%'")
    judge(library, Verdict.REJECT, [bridge.event_id], MARIA)
    out = remove(library, source(library, "two.txt"), MARIA)
    assert rejected(library) == []
    let_in(library, out.location)
    build([folder], library, READ_ON)
    assert [event_id for event_id, _ in rejected(library)] == [bridge.event_id]


def test_another_text_in_its_file_is_another_source(folder: Path, library: Library) -> None:
    remove(library, source(library, "two.txt"), MARIA)
    (folder / "two.txt").write_text("The dam broke in 1999.", encoding="utf-8")
    assert build([folder], library, READ_ON).new == 1


def test_what_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(CorrectionError, match="holds no source abc"):
        remove(library, "abc", MARIA)
    with pytest.raises(CorrectionError, match="No source 'abc' was taken out"):
        let_in(library, "abc")
