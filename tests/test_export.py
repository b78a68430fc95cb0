"""Exports as files: whole or not at all, each in its own form."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ExportError
from extract.store.columns import COLUMNS, EventRow
from extract.store.export import Format, export, read_csv, write
from extract.store.outbound import absolute
from tests.event_rows import ROWS, row


def read(path: Path, form: Format) -> list[EventRow]:
    """The rows of an exported file."""
    match form:
        case Format.CSV:
            with path.open(encoding="utf-8", newline="") as stream:
                return read_csv(stream)
        case Format.JSONL:
            lines = path.read_bytes().decode().split("\n")
            assert lines.pop() == ""
            return [EventRow.model_validate_json(line) for line in lines]
        case Format.PARQUET:
            return [EventRow.model_validate(values) for values in pq.read_table(path).to_pylist()]


@pytest.mark.parametrize("form", list(Format))
def test_each_format_comes_back(tmp_path: Path, form: Format) -> None:
    rows = [
        row(),
        row(event_id="e2", start=None, end=None, actors=[], headline="=1"),
        row(event_id="e3", start="-0480-08-01"),
    ]
    path = tmp_path / "events"
    export(iter(rows), path, form)
    assert read(path, form) == rows
    assert [file.name for file in tmp_path.iterdir()] == ["events"]


@pytest.mark.parametrize("form", [Format.JSONL, Format.PARQUET])
@given(rows=st.lists(ROWS, max_size=4))
def test_any_rows_come_back(form: Format, rows: list[EventRow]) -> None:
    stream = io.BytesIO()
    write(rows, stream, form)
    if form is Format.PARQUET:
        found = [EventRow.model_validate(values) for values in pq.read_table(io.BytesIO(stream.getvalue())).to_pylist()]
    else:
        found = [EventRow.model_validate_json(line) for line in stream.getvalue().decode().split("\n")[:-1]]
    assert found == rows


@pytest.mark.parametrize("form", list(Format))
def test_halves_of_characters_do_not_stop_an_export(tmp_path: Path, form: Format) -> None:
    export([row(headline="a\ud800", actors=["\udc00"])], tmp_path / "events", form)
    (found,) = read(tmp_path / "events", form)
    assert (found.headline, found.actors) == ("a\ufffd", ["\ufffd"])


def test_parquet_has_one_schema_whatever_it_holds(tmp_path: Path) -> None:
    export([], tmp_path / "none", Format.PARQUET)
    export([row(), row(publisher="P")], tmp_path / "some", Format.PARQUET)
    none, some = pq.read_schema(tmp_path / "none"), pq.read_schema(tmp_path / "some")
    assert none == some
    assert tuple(none.names) == COLUMNS
    assert none.field("actors").type == pa.list_(pa.string())
    assert [none.field(name).type for name in ("start", "char_start", "confidence")] == [
        pa.string(),
        pa.int64(),
        pa.float64(),
    ]
    assert (none.field("start").nullable, none.field("headline").nullable) == (True, False)


def test_many_rows_are_written_in_groups(tmp_path: Path) -> None:
    export((row(event_id=str(number)) for number in range(20_001)), tmp_path / "many", Format.PARQUET)
    assert pq.read_metadata(tmp_path / "many").num_row_groups == 3
    assert pq.read_table(tmp_path / "many")["event_id"].to_pylist() == [str(number) for number in range(20_001)]


def test_jsonl_is_readable_by_anyone(tmp_path: Path) -> None:
    export([row(headline="Ρώσος")], tmp_path / "events.jsonl", Format.JSONL)
    (line,) = (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert list(json.loads(line)) == list(COLUMNS)
    assert "Ρώσος" in line


@pytest.mark.parametrize("form", list(Format))
def test_an_export_that_breaks_off_leaves_the_old_file_as_it_was(tmp_path: Path, form: Format) -> None:
    def breaks_off() -> Iterator[EventRow]:
        yield row()
        raise RuntimeError("in the middle")

    path = tmp_path / "events"
    path.write_text("the old file")
    with pytest.raises(RuntimeError, match="in the middle"):
        export(breaks_off(), path, form)
    assert path.read_text() == "the old file"
    assert [file.name for file in tmp_path.iterdir()] == ["events"]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "no" / "events.csv", tmp_path / "file" / "events.csv"):
        with pytest.raises(ExportError, match=str(path)):
            export([row()], path, Format.CSV)


def test_the_file_may_be_read_by_whom_the_user_lets(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    export([row()], tmp_path / "events.csv", Format.CSV)
    assert (tmp_path / "events.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_links_to_the_dashboard_are_made_absolute_and_others_left() -> None:
    assert absolute(row()).link == "http://127.0.0.1:8501/reader?event=e1"
    assert absolute(row(), "http://127.0.0.1:9000/").link == "http://127.0.0.1:9000/reader?event=e1"
    elsewhere = row(link="https://example.org/a#:~:text=b")
    assert absolute(elsewhere) == elsewhere
