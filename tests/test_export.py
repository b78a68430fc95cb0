"""Exports as files: whole or not at all, each in its own form, and never more or fewer claims than they say."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ExportError
from extract.export.form import FORMS, Format, format_of
from extract.export.manifest import Manifest
from extract.export.outbound import absolute, encodable
from extract.export.spreadsheet import read_csv
from extract.export.write import save, write, zipped
from extract.store.columns import COLUMNS, EventRow, StoryRow
from tests.event_rows import HOSTILE, MOMENT, ROWS, hostile, row, selection

TABLES = [form for form, kind in FORMS.items() if kind.is_table]

STORY = StoryRow(
    story_id="s1", title="=A title", title_language="en", start=None, end=None, edtf=None, dates=["2024 (1)"],
    kind="war", status="reported", actors=["A;B"], languages=["en", "el"], sources=1, voices=1, claims=1, weight=1.5,
    differences=[], event_ids=["e1"],
)  # fmt: skip


def written(rows: list[EventRow], form: Format, **said: object) -> tuple[bytes, Manifest]:
    stream = io.BytesIO()
    manifest = write(selection(rows, **said), iter(rows), stream, form)
    return stream.getvalue(), manifest


def from_csv(data: bytes) -> list[EventRow]:
    return read_csv(io.StringIO(data.decode(), newline=""))


def from_lines(data: bytes) -> list[EventRow]:
    lines = data.decode().split("\n")
    assert lines.pop() == ""
    return [EventRow.model_validate_json(line) for line in lines]


def from_parquet(data: bytes) -> list[EventRow]:
    return [EventRow.model_validate(values) for values in pq.read_table(io.BytesIO(data)).to_pylist()]


READERS = {Format.CSV: from_csv, Format.JSONL: from_lines, Format.PARQUET: from_parquet}


def as_left(rows: list[EventRow]) -> list[EventRow]:
    return [encodable(absolute(each)) for each in rows]


@pytest.mark.parametrize(("form", "read"), READERS.items())
@given(rows=st.lists(ROWS, max_size=4))
def test_any_rows_come_back(form: Format, read: Callable[[bytes], list[EventRow]], rows: list[EventRow]) -> None:
    assert read(written(rows, form)[0]) == as_left(rows)


@pytest.mark.parametrize(("form", "read"), READERS.items())
def test_hostile_rows_come_back(form: Format, read: Callable[[bytes], list[EventRow]]) -> None:
    assert read(written(hostile(), form)[0]) == as_left(hostile())


@given(rows=st.lists(ROWS, max_size=4))
def test_raw_csv_holds_what_the_table_holds(rows: list[EventRow]) -> None:
    data = written(rows, Format.CSV_RAW)[0]
    lines = csv.DictReader(io.StringIO(data.decode(), newline=""))
    texts = ("event_id", "headline", "sentence", "explanation", "date_text", "timex3", "language")
    assert [[line[name] for name in texts] for line in lines] == [
        [getattr(each, name) for name in texts] for each in as_left(rows)
    ]


def test_raw_csv_is_for_programs() -> None:
    data = written([row(headline="=1+1", actors=["A;B", "C"], start=None)], Format.CSV_RAW)[0].decode()
    assert data.startswith("event_id,story_id,start,")
    assert ",=1+1," in data
    assert ",A\\;B; C," in data


@pytest.mark.parametrize("form", list(Format))
@given(rows=st.lists(ROWS, max_size=3))
def test_every_format_takes_any_rows_and_says_how_many_it_holds(form: Format, rows: list[EventRow]) -> None:
    data, manifest = written(rows, form)
    assert manifest.rows + sum(each.number for each in manifest.left_out) == len(rows)
    assert data or not rows


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("attack", HOSTILE)
def test_every_format_takes_every_attack(form: Format, attack: str) -> None:
    data, manifest = written([row(**HOSTILE[attack])], form, title=attack)
    assert data
    assert manifest.rows + sum(each.number for each in manifest.left_out) == 1


@pytest.mark.parametrize("form", list(Format))
def test_the_same_selection_gives_the_same_bytes(form: Format) -> None:
    assert written(hostile(), form) == written(hostile(), form)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("stated", [1, 3])
def test_more_or_fewer_rows_than_stated_are_no_file(tmp_path: Path, form: Format, stated: int) -> None:
    rows = [row(), row(event_id="e2")]
    with pytest.raises(ExportError, match=f"2 rows were read where {stated} were expected.*Export it again"):
        save(replace(selection(rows), rows=stated), rows, tmp_path / "events", form)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", list(Format))
def test_halves_of_characters_do_not_stop_an_export(form: Format) -> None:
    said = {"title": "\ud800\0", "address": "http://a.example/?q=\udfff", "filters": (("\udc00", "\0\udfff"),)}
    assert written([row(headline="a\ud800", actors=["\udc00"])], form, **said)[0]


@pytest.mark.parametrize("form", TABLES)
def test_stories_are_tables_too(form: Format) -> None:
    stream = io.BytesIO()
    told = write(replace(selection([]), model=StoryRow, rows=1), [STORY], stream, form)
    assert told.rows == 1
    assert [column.name for column in told.columns] == list(StoryRow.model_fields)
    if form is Format.JSONL:
        assert StoryRow.model_validate_json(stream.getvalue()) == STORY
    if form is Format.CSV:
        assert b'"\'=A title"' in stream.getvalue()


@pytest.mark.parametrize("form", [form for form in Format if form not in TABLES])
def test_other_formats_hold_claims_alone(form: Format) -> None:
    with pytest.raises(ExportError, match="holds claims alone"):
        write(replace(selection([]), model=StoryRow, rows=1), [STORY], io.BytesIO(), form)


def test_parquet_has_one_schema_whatever_it_holds() -> None:
    none, some = (
        pq.read_schema(io.BytesIO(written(rows, Format.PARQUET)[0])) for rows in ([], [row(), row(publisher="P")])
    )
    assert none == some
    assert tuple(none.names) == COLUMNS
    assert none.field("actors").type == pa.list_(pa.string())
    assert [none.field(name).type for name in ("start", "char_start", "confidence")] == [
        pa.string(),
        pa.int64(),
        pa.float64(),
    ]
    assert (none.field("start").nullable, none.field("headline").nullable) == (True, False)
    assert b"first day" in none.field("start").metadata[b"description"]
    assert Manifest.model_validate_json(some.metadata[b"dateline"]).rows == 2


def test_many_rows_are_written_in_groups() -> None:
    rows = [row(event_id=str(number)) for number in range(20_001)]
    data = io.BytesIO(written(rows, Format.PARQUET)[0])
    assert pq.read_metadata(data).num_row_groups == 3
    assert pq.read_table(data)["event_id"].to_pylist() == [str(number) for number in range(20_001)]


def test_jsonl_is_readable_by_anyone() -> None:
    (line,) = written([row(headline="Ρώσος")], Format.JSONL)[0].decode().splitlines()
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
        save(selection([row(), row()]), breaks_off(), path, form)
    assert path.read_text() == "the old file"
    assert [file.name for file in tmp_path.iterdir()] == ["events"]


@pytest.mark.parametrize("form", list(Format))
def test_the_manifest_beside_a_file_tells_it_from_any_other(tmp_path: Path, form: Format) -> None:
    path = tmp_path / "events"
    told = save(selection(hostile()), hostile(), path, form)
    beside = tmp_path / "events.manifest.json"
    assert {file.name for file in tmp_path.iterdir()} == {"events", "events.manifest.json"}
    assert Manifest.model_validate_json(beside.read_bytes()) == told
    assert told.data
    assert (told.data.name, told.data.size) == ("events", path.stat().st_size)
    assert told.data.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_no_manifest_where_none_is_wanted_or_none_can_stand(tmp_path: Path) -> None:
    save(selection([row()]), [row()], tmp_path / "events.csv", Format.CSV, manifest=False)
    assert [file.name for file in tmp_path.iterdir()] == ["events.csv"]
    assert save(selection([row()]), [row()], Path("/dev/null"), Format.CSV).data is None


@pytest.mark.parametrize("form", list(Format))
def test_an_archive_holds_the_file_and_its_manifest(form: Format) -> None:
    archives = [io.BytesIO(), io.BytesIO()]
    for stream in archives:
        told = zipped(selection(hostile()), hostile(), stream, form, "treaty")
    assert archives[0].getvalue() == archives[1].getvalue()
    with zipfile.ZipFile(archives[0]) as archive:
        name = f"treaty{FORMS[form].suffix}"
        assert archive.namelist() == [name, f"{name}.manifest.json"]
        data = archive.read(name)
        assert Manifest.model_validate_json(archive.read(f"{name}.manifest.json")) == told
        assert archive.getinfo(name).date_time == MOMENT.timetuple()[:6]
    assert data == written(hostile(), form)[0]
    assert told.data
    assert told.data.sha256 == hashlib.sha256(data).hexdigest()


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "no" / "events.csv", tmp_path / "file" / "events.csv"):
        with pytest.raises(ExportError, match=str(path)):
            save(selection([row()]), [row()], path, Format.CSV)


def test_the_file_may_be_read_by_whom_the_user_lets(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save(selection([row()]), [row()], tmp_path / "events.csv", Format.CSV)
    assert {file.stat().st_mode for file in tmp_path.iterdir()} == {(tmp_path / "other").stat().st_mode}


def test_links_to_the_dashboard_are_made_absolute_and_others_left() -> None:
    assert absolute(row()).link == "http://127.0.0.1:8501/reader?event=e1"
    assert absolute(row(), "http://127.0.0.1:9000/").link == "http://127.0.0.1:9000/reader?event=e1"
    elsewhere = row(link="https://example.org/a#:~:text=b")
    assert absolute(elsewhere) == elsewhere
    (line,) = from_lines(written([row()], Format.JSONL, reader="https://d.example")[0])
    assert line.link == "https://d.example/reader?event=e1"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", Format.CSV),
        ("a.raw.csv", Format.CSV_RAW),
        ("A.XLSX", Format.XLSX),
        ("a.b.jsonl", Format.JSONL),
        ("a.parquet", Format.PARQUET),
        ("a.ics", Format.ICS),
        ("a.json", Format.TIMELINEJS),
        ("a.md", Format.MD),
        ("a.html", Format.HTML),
        ("a.txt", None),
        ("csv", None),
        ("", None),
    ],
)
def test_the_end_of_a_name_tells_the_format(name: str, form: Format | None) -> None:
    assert format_of(name) == form


def test_every_format_is_known() -> None:
    assert set(FORMS) == set(Format)
    assert len({kind.suffix for kind in FORMS.values()}) == len(FORMS)
