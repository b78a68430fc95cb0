"""Workbooks: what a spreadsheet reads is the rows' text, none of it runs, and the manifest stands in a sheet."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from extract.export.cells import in_cell
from extract.export.form import Format
from extract.export.outbound import absolute, encodable
from extract.export.selection import Selection
from extract.export.workbook import CUT_SIGN, LARGEST_NUMBER, LONGEST_TEXT, write_workbook
from extract.export.write import write
from extract.store.columns import COLUMNS, EventRow, StoryRow
from tests.event_rows import HOSTILE, ROWS, hostile, row, selection


def opened(stream: io.BytesIO) -> CalamineWorkbook:
    stream.seek(0)
    return CalamineWorkbook.from_filelike(stream)


def book(rows: list[EventRow], **said: object) -> CalamineWorkbook:
    stream = io.BytesIO()
    write(selection(rows, **said), rows, stream, Format.XLSX)
    return opened(stream)


def sheet(rows: list[EventRow], name: str = "Claims") -> list[list[object]]:
    return book(rows).get_sheet_by_name(name).to_python()


def expected(each: EventRow) -> list[object]:
    """The cells of a row as a spreadsheet shows them."""
    left = encodable(absolute(each))
    values = [getattr(left, name) for name in COLUMNS]
    return [
        pytest.approx(value, rel=1e-15)
        if isinstance(value, int | float) and value <= LARGEST_NUMBER
        else in_cell(value)
        for value in values
    ]


def unescaped(value: object) -> object:
    """A cell's text without the escapes of its form."""
    if not isinstance(value, str):
        return value
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value)


@settings(max_examples=40)
@given(st.lists(ROWS, max_size=4))
def test_the_rows_come_back_as_text(rows: list[EventRow]) -> None:
    found = sheet(rows)
    assert found[0] == list(COLUMNS)
    assert [[unescaped(cell) for cell in line] for line in found[1:]] == [expected(each) for each in rows]


@pytest.mark.parametrize("attack", [name for name in HOSTILE if name not in {"long words", "xml"}])
def test_attacks_come_back_as_text(attack: str) -> None:
    (_, line) = sheet([row(**HOSTILE[attack])])
    assert [unescaped(cell) for cell in line] == expected(row(**HOSTILE[attack]))


def test_nothing_is_a_formula_a_link_or_markup_of_the_file() -> None:
    stream = io.BytesIO()
    write(selection(hostile()), hostile(), stream, Format.XLSX)
    with zipfile.ZipFile(stream) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
        assert not [name for name in archive.namelist() if "externalLink" in name or "_rels/sheet" in name]
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    assert "&lt;r&gt;&lt;t&gt;a&lt;/t&gt;&lt;/r&gt;" in sheets[0]


def test_a_text_too_long_for_a_cell_is_cut_and_said_to_be() -> None:
    rows = [row(sentence="w" * 40_000), row(sentence="\U0001f600" * 20_000), row(sentence="w" * LONGEST_TEXT)]
    stream = io.BytesIO()
    told = write(selection(rows), rows, stream, Format.XLSX)
    lines = opened(stream).get_sheet_by_name("Claims").to_python()
    cut, wide, whole = (line[COLUMNS.index("sentence")] for line in lines[1:])
    assert cut == "w" * (LONGEST_TEXT - len(CUT_SIGN)) + CUT_SIGN
    assert wide.startswith("\U0001f600")
    assert wide.endswith(CUT_SIGN)
    assert LONGEST_TEXT - 1 <= len(wide.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert whole == "w" * LONGEST_TEXT
    assert [note.number for note in told.altered] == [2]
    assert "32,767" in told.altered[0].what


@pytest.mark.parametrize(
    ("count", "sheets"),
    [
        (0, {"Claims": 0}),
        (4, {"Claims": 4}),
        (5, {"Claims": 4, "Claims 2": 1}),
        (9, {"Claims": 4, "Claims 2": 4, "Claims 3": 1}),
    ],
)
def test_more_rows_than_a_sheet_holds_go_on_in_another(count: int, sheets: dict[str, int]) -> None:
    rows = [row(event_id=f"e{number}") for number in range(count)]
    stream = io.BytesIO()
    write_workbook(rows, stream, selection(rows), most_rows=4)
    found = opened(stream)
    tables = {name: found.get_sheet_by_name(name).to_python() for name in found.sheet_names if name != "About"}
    assert {name: len(lines) - 1 for name, lines in tables.items()} == sheets
    assert all(lines[0] == list(COLUMNS) for lines in tables.values())
    assert [line[0] for lines in tables.values() for line in lines[1:]] == [each.event_id for each in rows]


def test_the_sheet_about_says_what_the_file_is() -> None:
    filters = (("Actors", "=Iran"), ("Status", "planned"))
    lines = book([row()], title="The treaty", filters=filters, address="http://127.0.0.1:8501/?actor=Iran")
    about = {line[0]: line[1] for line in lines.get_sheet_by_name("About").to_python()}
    assert about["Title"] == "The treaty"
    assert about["Filters"] == "Actors: =Iran; Status: planned"
    assert about["The same view"] == "http://127.0.0.1:8501/?actor=Iran"
    assert about["Made at"] == "2026-11-23T09:30:00+00:00"
    assert about["start"] == "first day, ISO; empty where unknown"
    assert set(COLUMNS) <= set(about)


def test_stories_have_a_sheet_of_their_own_name() -> None:
    stream = io.BytesIO()
    empty: Selection = replace(selection([]), model=StoryRow)
    write_workbook([], stream, empty)
    found = opened(stream)
    assert found.sheet_names == ["Stories", "About"]
    assert found.get_sheet_by_name("Stories").to_python() == [list(StoryRow.model_fields)]


def test_a_title_is_no_markup_of_the_file() -> None:
    stream = io.BytesIO()
    write(selection([], title="a\0\x1b</dc:title><b>"), [], stream, Format.XLSX)
    with zipfile.ZipFile(stream) as archive:
        assert etree.fromstring(archive.read("docProps/core.xml")).findtext("{*}title") == "a\ufffd\ufffd</dc:title><b>"


def test_the_head_stays_in_sight() -> None:
    stream = io.BytesIO()
    write(selection([row()]), [row()], stream, Format.XLSX)
    with zipfile.ZipFile(stream) as archive:
        first = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<pane ySplit="1"' in first
    assert 'state="frozen"' in first
