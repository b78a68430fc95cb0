"""Events that come ready-made from tables join the timeline beside those that are found."""

from pathlib import Path

import pytest

from extract.build import build
from extract.dates.interval import to_day
from extract.read.documents import make_source
from extract.read.pieces import Text
from extract.store.columns import EventRow
from extract.store.library import create_or_open
from extract.store.reading import mentions

READ_ON = to_day(2026, 11, 22)


def claims(path: Path, name: str, content: str) -> list[EventRow]:
    (path / name).write_text(content, encoding="utf-8")
    library = create_or_open(path / "library.db")
    build([path / name], library, READ_ON)
    rows = library.rows(tail="ORDER BY char_start")
    library.close()
    return rows


@pytest.mark.parametrize(
    ("cells", "start", "end", "edtf", "timex3", "grain"),
    [
        ("2024-05-01,,The treaty is signed", "2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01", "day"),
        ("2024-05,,The talks begin", "2024-05-01", "2024-05-31", "2024-05", "2024-05", "month"),
        ("1453,,The city falls", "1453-01-01", "1453-12-31", "1453", "1453", "year"),
        ("2024-05-01,2024-05-03,The summit", "2024-05-01", "2024-05-03", "2024-05-01/2024-05-03",
         "2024-05-01/2024-05-03", "day"),
        ("-0479,,The battle", "-0479-01-01", "-0479-12-31", "-0479", "BC0480", "year"),
    ],
)  # fmt: skip
def test_a_row_is_a_claim_of_its_own_with_the_date_of_its_table(
    tmp_path: Path, cells: str, start: str, end: str, edtf: str, timex3: str, grain: str
) -> None:
    (row,) = claims(tmp_path, "events.csv", f"start,end,headline\n{cells}\n")
    assert (row.start, row.end, row.edtf, row.timex3, row.grain) == (start, end, edtf, timex3, grain)
    assert (row.headline, row.date_basis, row.status) == (cells.split(",")[2], "given", "reported")
    assert row.explanation == f"as its table says: {row.date_text}"
    assert row.source_date is None


def test_what_its_text_tells_is_found_beside_it(tmp_path: Path) -> None:
    table = "start,headline,text,url\n2024-05-01,Vladimir Putin visits Madrid,He had come to Athens on 3 March 2019.,https://example.org/1\n"
    given, found = claims(tmp_path, "events.csv", table)
    assert (given.start, given.actors, given.source_url) == (
        "2024-05-01",
        ["Vladimir Putin", "Madrid"],
        "https://example.org/1",
    )
    assert (found.start, found.date_basis) == ("2019-03-03", "explicit")
    assert found.story_id != given.story_id


def test_it_joins_the_story_of_those_who_tell_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "On 3 March 2024 the minister Boris Kovalenko met the painter Anna Petrova in Madrid.", encoding="utf-8"
    )
    table = "start,headline\n2024-03-03,Boris Kovalenko meets Anna Petrova in Madrid\n2021,The mill closes\n"
    (tmp_path / "events.csv").write_text(table, encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    build([tmp_path], library, READ_ON)
    met = library.rows("headline LIKE '%Kovalenko%'")
    assert len(met) == 2
    assert len({row.story_id for row in met}) == 1
    library.close()


def test_its_date_is_marked_in_its_text_and_the_line_tells_nothing_else(tmp_path: Path) -> None:
    (row,) = claims(tmp_path, "events.csv", "start,headline\n2024-05-01,The treaty\n")
    library = create_or_open(tmp_path / "library.db")
    (mention,) = mentions(library, row.source_id)
    assert (mention.start, mention.end, mention.event_id) == (0, len(row.date_text), row.event_id)
    assert row.sentence == f"{row.date_text}\n\nThe treaty"
    library.close()


def test_what_is_no_date_is_told_and_no_claim() -> None:
    source = make_source(Text("soon\n\nThe treaty", title="The treaty", happened="soon"), "a.csv/row 2")
    assert source.happened == "soon"
