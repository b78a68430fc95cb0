"""CSV: what a spreadsheet would run cannot run, dates and numbers stay, and all of it comes back."""

import csv
import io
import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import LineError
from extract.export.spreadsheet import read_csv, write_csv
from extract.store.columns import COLUMNS, EventRow
from tests.event_rows import ROWS, row


def written(*rows: EventRow) -> str:
    stream = io.StringIO(newline="")
    write_csv(rows, stream)
    return stream.getvalue()


def cells(*rows: EventRow) -> list[dict[str, str]]:
    lines = csv.reader(io.StringIO(written(*rows).removeprefix("\ufeff"), newline=""))
    names = next(lines)
    return [dict(zip(names, line, strict=True)) for line in lines]


@given(st.lists(ROWS, max_size=5))
def test_all_comes_back(rows: list[EventRow]) -> None:
    assert read_csv(io.StringIO(written(*rows), newline="")) == rows


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_pandas_reads_the_same_table(rows: list[EventRow]) -> None:
    data = io.BytesIO(written(*rows).encode())
    frame = pd.read_csv(data, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(frame.columns) == list(COLUMNS)
    assert frame.to_dict("records") == cells(*rows)


@given(ROWS)
def test_no_text_cell_can_run(any_row: EventRow) -> None:
    (line,) = cells(any_row)
    for name, cell in line.items():
        if cell[:1] in tuple("=+-@\t\r\n＝＋－＠"):
            assert name in {"start", "end", "edtf", "timex3", "source_date"}
            assert cell[0] in "+-"
            assert not set(cell[1:]) & set("=+@()!|'\" ")


@pytest.mark.parametrize("separator", [";", "\t"])
@given(ROWS)
def test_nor_where_a_spreadsheet_splits_at_another_separator(separator: str, any_row: EventRow) -> None:
    lines = csv.reader(io.StringIO(written(any_row).removeprefix("\ufeff"), newline=""), delimiter=separator)
    assert not [field for line in lines for field in line if field[:1] in tuple("=+-@＝＋－＠")]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=2+3;b", "a;'=2+3;b"),
        ("a;'=2", "a;''=2"),
        ('a;"=2";b', 'a;\'"=2";b'),
        ("one\n-two\r\n+three", "one\n'-two\r\n'+three"),
        ("a\t=2", "a\t'=2"),
        ("2; -3, 5,-; a;b", "2; -3, 5,-; a;b"),
    ],
)
def test_what_would_begin_a_cell_there_is_guarded_within(text: str, cell: str) -> None:
    assert cells(row(headline=text))[0]["headline"] == cell
    (again,) = read_csv(io.StringIO(written(row(headline=text)), newline=""))
    assert again.headline == text


@pytest.mark.parametrize("column", ["headline", "sentence", "date_text", "explanation", "source_title", "source_url"])
@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1", "＋1", "－1", "＠x", "'=1", '"=1']
)
def test_guarded_cells(column: str, text: str) -> None:
    assert cells(row(**{column: text}))[0][column] == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", " =1", "'quoted'", "'", "''", "“-1”", "17-01", "", "1", "e@x"])
def test_cells_that_stay(text: str) -> None:
    assert cells(row(headline=text))[0]["headline"] == text


def test_actors_are_guarded_as_one_cell() -> None:
    assert cells(row(actors=["=Iran", "Putin"]))[0]["actors"] == "'=Iran; Putin"
    assert cells(row(actors=["A;B", "C\\", "D"]))[0]["actors"] == r"A\;B; C\\; D"
    assert cells(row(actors=[]))[0]["actors"] == ""


def test_dates_and_numbers_are_never_altered() -> None:
    old = row(
        start="-0480-08-01",
        end="-0480-08-31",
        edtf="-0480-08",
        timex3="-0480-08",
        source_date="-0479",
        confidence=1e-05,
    )
    (line,) = cells(old)
    assert [line[name] for name in ("start", "end", "edtf", "timex3", "source_date", "confidence")] == [
        "-0480-08-01", "-0480-08-31", "-0480-08", "-0480-08", "-0479", "1e-05",
    ]  # fmt: skip
    assert cells(row(start="+12000-01-01"))[0]["start"] == "+12000-01-01"


def test_form_of_the_file() -> None:
    text = written(row())
    assert text.startswith("\ufeffevent_id,story_id,start,end,")
    assert text.count("\r\n") == 2
    assert text.endswith("\r\n")
    assert ',"Iran; Vladimir Putin",' in text


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("", 1, "the columns must be event_id"),
        ("a,b\r\n", 1, "the columns must be event_id"),
        (written(row()) + "a,b\r\n", 3, "2 cells"),
        (written(row()).replace('"day"', '"fortnight"'), 2, "grain"),
        (written(row()).replace('"2025-01-17","2025-01-17"', '"17 January","2025-01-17"'), 2, "start"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, number: int, reason: str) -> None:
    with pytest.raises(LineError, match=reason) as error:
        read_csv(io.StringIO(text, newline=""))
    assert error.value.number == number


def test_a_sentence_as_long_as_a_document_comes_back() -> None:
    long = row(sentence="word " * 1_000_000, actors=["a" * 200_000 + "\\", "b"])
    limit = csv.field_size_limit()
    started = time.process_time()
    assert read_csv(io.StringIO(written(long), newline="")) == [long]
    assert time.process_time() - started < 5
    assert csv.field_size_limit() == limit
