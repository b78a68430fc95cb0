"""Documents that look like one and are several: by file name, by address, by place in an archive, after a removal."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.build import build
from extract.by import by
from extract.dates.interval import to_day
from extract.inputs import understood
from extract.judge import judge
from extract.read.documents import make_source
from extract.read.formats import parts, texts
from extract.read.limits import LIMITS
from extract.read.pieces import Piece, Text
from extract.remove import remove
from extract.said import Verdict
from extract.store.judged import entries
from extract.store.library import Library, create_or_open
from tests.making import pdf
from tests.making.archives import tarred, zipped
from tests.making.articles import ENGLISH

READ_ON = to_day(2026, 11, 22)
MARIA = by("Maria", "", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def held(library: Library) -> set[str]:
    return {text for (text,) in library.connection.execute("SELECT text FROM sources")}


def test_rows_of_two_tables_in_one_archive(tmp_path: Path, library: Library) -> None:
    tables = {f"{name}.csv": f"text\nThe mill of {name} closed in May 1998.\n".encode() for name in ("Antra", "Kalvos")}
    (tmp_path / "z.zip").write_bytes(zipped(tables))
    found = [each.part for each in parts(Piece("z.zip", tmp_path / "z.zip"), LIMITS) if isinstance(each, Text)]
    assert found == ["Antra.csv/row 2", "Kalvos.csv/row 2"]
    assert build([tmp_path / "z.zip"], library, READ_ON).new == 2
    assert len(held(library)) == 2
    assert build([tmp_path / "z.zip"], library, READ_ON).unchanged == 2


def test_rows_that_cite_one_page_are_no_versions_of_it(tmp_path: Path, library: Library) -> None:
    table = "start,headline,url\n" + "".join(
        f"20{year},Event {year},https://example.org/wiki\n" for year in (11, 12, 13)
    )
    (tmp_path / "events.csv").write_text(table, encoding="utf-8")
    assert build([tmp_path / "events.csv"], library, READ_ON).new == 3
    items = "".join(
        f"<item><title>Release {number}</title><link>https://example.org/releases#v{number}</link>"
        f"<description>It came out on {number} May 2019.</description></item>"
        for number in (1, 2, 3)
    )
    (tmp_path / "a.rss").write_text(f'<rss version="2.0"><channel><title>R</title>{items}</channel></rss>')
    assert build([tmp_path / "a.rss"], library, READ_ON).new == 3


@pytest.mark.parametrize("make", [lambda files: zipped(files, compression=0), lambda files: tarred(files, "w")])
def test_an_archive_that_begins_with_a_pdf_is_an_archive(make: object) -> None:
    found = list(texts(Piece("a.bin", make({"a.pdf": pdf.make(ENGLISH), "b.txt": b"In 1999."})), LIMITS))
    assert [each.part for each in found if isinstance(each, Text)] == ["a.pdf", "b.txt"]


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    (found,) = texts(Piece("a.txt", b"Files begin with %PDF-1.4 since May 1998."), LIMITS)
    assert isinstance(found, Text)


def test_files_of_one_name_in_two_folders(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"The mill of {name} closed in May 1998.", encoding="utf-8")
        monkeypatch.chdir(tmp_path / name)
        assert build([Path("a.txt")], library, READ_ON).new == 1
    assert len(held(library)) == 2


def test_a_build_that_goes_on_from_another_folder(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s/a.txt").write_text("The mill closed in May 1998.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as cut:
        cut.setattr("extract.build.take", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build([Path("s")], library, READ_ON)
    monkeypatch.chdir(tmp_path / "s")
    assert build([Path("a.txt")], library, READ_ON).new == 1
    (place,) = library.connection.execute("SELECT place FROM sources").fetchone()
    assert place == str(tmp_path / "s/a.txt")
    (tmp_path / "s/a.txt").write_text("The mill closed in June 1998.", encoding="utf-8")
    assert build([Path("a.txt")], library, READ_ON).changed == 1
    assert held(library) == {"The mill closed in June 1998."}


def test_what_is_taken_out_does_not_bring_its_older_version_back(tmp_path: Path, library: Library) -> None:
    for number in (1, 2):
        told = f"---\nurl: https://example.org/a\n---\nThe mill closed in 199{number}."
        (tmp_path / f"{number}.md").write_text(told, encoding="utf-8")
    inputs = [tmp_path / "1.md", tmp_path / "2.md"]
    build(inputs, library, READ_ON)
    ((source_id,),) = library.connection.execute("SELECT source_id FROM sources").fetchall()
    remove(library, source_id, MARIA)
    report = build(inputs, library, READ_ON)
    assert (report.new, report.earlier, report.removed) == (0, 1, 1)
    assert held(library) == set()


def test_a_name_that_is_no_utf8_is_read_to_the_end(tmp_path: Path, library: Library) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("The mill closed in May 1998.", encoding="utf-8")
    assert build([path], library, READ_ON).new == 1
    assert build([path], library, READ_ON).unchanged == 1


def test_halves_of_characters_are_told_as_lost() -> None:
    source = make_source(Text("In May \ud800 1998.", title="A \udfff", publisher="P\ud800"), "a.json/row 1")
    assert source.text == "A \ufffd\n\nIn May \ufffd 1998."
    assert (source.title, source.publisher) == ("A \ufffd", "P\ufffd")
    assert source.text.encode()


def test_a_pipe_that_is_named_is_told_at_once(tmp_path: Path, library: Library) -> None:
    os.mkfifo(tmp_path / "pipe")
    (failure,) = build(understood([tmp_path / "pipe"]), library, READ_ON).failures
    assert "is no file that holds text" in str(failure)


def test_what_was_out_of_reach_for_a_time_is_well_again(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path, content = folder / "a.zip", zipped({"a.txt": b"The mill closed in May 1998."})
    (tmp_path / "elsewhere.zip").write_bytes(content)
    for state in ("file", "link", "file"):
        path.unlink(missing_ok=True)
        if state == "link":
            path.symlink_to(tmp_path / "elsewhere.zip")
        else:
            path.write_bytes(content)
        report = build([folder], library, READ_ON)
        assert [each.reason for each in report.failures] == ["is a link that leads out of its folder"] * (
            state == "link"
        )


def test_what_was_said_of_many_sources_is_carried_over_once_for_each_change(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"The mill number {number} closed in 199{number}.", encoding="utf-8")
    build([folder], library, READ_ON)
    claims = [row.event_id for row in library.rows()]
    judge(library, Verdict.JOIN, claims, MARIA)
    for number in range(6):
        path = folder / f"{number}.txt"
        path.write_text(f"{path.read_text('utf-8')} It rained.", encoding="utf-8")
        build([folder], library, READ_ON)
        assert len(entries(library)) == number + 2
    assert len({row.story_id for row in library.rows()}) == 1


def test_a_fault_of_a_reader_is_told_and_ends_nothing(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("The mill closed in May 1998.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The mill closed in June 1998.", encoding="utf-8")
    monkeypatch.setattr("extract.read.markdown._paragraphs", lambda _tokens: 1 / 0)
    report = build([tmp_path / "a.md", tmp_path / "b.txt"], library, READ_ON)
    assert report.new == 1
    assert [each.reason for each in report.failures] == ["cannot be read (ZeroDivisionError)"]
