"""The same document twice, and its later versions: one source, the last of it, and what people said of it stays."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.build import build
from extract.by import by
from extract.dates.interval import to_day
from extract.handmade import NewClaim
from extract.judge import add_claim, judge, undo
from extract.redate import Deed, change
from extract.report import Report
from extract.said import Verdict
from extract.store.judged import entries, rejected
from extract.store.library import Library, create_or_open

READ_ON = to_day(2026, 11, 22)
MARIA = by("Maria", "seen in the archive", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
TEXT = "Boris Kovalenko met Anna Petrova on 3 March 2024. The bridge fell in May 2023. Anna Petrova resigned in 2021."
LATER = "Correction: two were there. " + TEXT.replace("in 2021", "in 2022")
PAGE = "https://news.example.org/a"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def write(path: Path, text: str, url: str = "", date: str = "") -> Path:
    front = "".join(f"{key}: {value}\n" for key, value in (("url", url), ("date", date)) if value)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}---\n{text}\n", encoding="utf-8")
    return path


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.earlier


def texts(library: Library) -> set[str]:
    return {text for (text,) in library.connection.execute("SELECT text FROM sources")}


def test_one_text_in_two_files_is_one_source_also_where_white_space_differs(tmp_path: Path, library: Library) -> None:
    one, two = write(tmp_path / "1.md", TEXT), tmp_path / "2.txt"
    two.write_text(TEXT.replace(". ", ".\n\n  "), encoding="utf-8")
    assert counts(build([one], library, READ_ON)) == (1, 0, 0, 0)
    before = {row.event_id for row in library.rows()}
    assert counts(build([two], library, READ_ON)) == (0, 0, 1, 0)
    one.unlink()
    assert counts(build([two], library, READ_ON)) == (0, 1, 0, 0)
    assert {row.event_id for row in library.rows()} == before
    assert texts(library) == {two.read_text("utf-8")}


def test_of_two_texts_of_one_address_the_last_counts(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "in"
    write(folder / "1.md", TEXT, f"{PAGE}?utm_source=mail")
    assert counts(build([folder], library, READ_ON)) == (1, 0, 0, 0)
    write(folder / "2.md", LATER, PAGE.replace("https://", "http://www."))
    assert counts(build([folder], library, READ_ON)) == (0, 1, 0, 1)
    assert texts(library) == {LATER}
    assert counts(build([folder], library, READ_ON)) == (0, 0, 1, 1)
    assert counts(build([folder / "1.md"], library, READ_ON)) == (0, 0, 0, 1)
    (folder / "2.md").unlink()
    assert counts(build([folder], library, READ_ON)) == (0, 0, 0, 1)
    assert texts(library) == {LATER}


def test_both_in_one_build_are_the_same_as_one_after_the_other(tmp_path: Path, library: Library) -> None:
    write(tmp_path / "in/1.md", TEXT, PAGE)
    write(tmp_path / "in/2.md", LATER, PAGE)
    assert counts(build([tmp_path / "in"], library, READ_ON)) == (1, 0, 0, 1)
    assert texts(library) == {LATER}


def test_an_older_version_that_is_wanted_again_is_read_again(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "in"
    write(folder / "1.md", TEXT, PAGE)
    write(folder / "2.md", LATER, PAGE)
    build([folder], library, READ_ON)
    write(folder / "2.md", LATER, "https://news.example.org/b")
    assert counts(build([folder], library, READ_ON)) == (1, 1, 0, 0)
    assert texts(library) == {TEXT, LATER}


def test_the_front_page_of_a_site_is_no_document_of_its_own(tmp_path: Path, library: Library) -> None:
    for number, text in enumerate((TEXT, LATER)):
        write(tmp_path / f"in/{number}.md", text, "https://news.example.org/")
    assert counts(build([tmp_path / "in"], library, READ_ON)) == (2, 0, 0, 0)


def claim(library: Library, words: str) -> str:
    (row,) = library.rows("sentence LIKE ?", (f"%{words}%",))
    return row.event_id


@pytest.mark.parametrize("moves", [False, True], ids=["same file", "same address"])
def test_what_was_said_of_claims_follows_their_sentences(tmp_path: Path, library: Library, moves: bool) -> None:
    first = write(tmp_path / "in/1.md", TEXT, PAGE)
    build([first], library, READ_ON)
    met, fell, resigned = (claim(library, words) for words in ("met", "bridge", "resigned"))
    judge(library, Verdict.REJECT, [fell], MARIA)
    judge(library, Verdict.JOIN, [met, resigned], MARIA)
    judge(library, Verdict.PREFER, [met], MARIA)
    source = library.rows()[0].source_id
    add_claim(library, NewClaim(source, "2020", "Something else", "The bridge"), MARIA)
    change(library, source, Deed.SET, "2024-03-05", MARIA)
    build([write(tmp_path / ("in/2.md" if moves else "in/1.md"), LATER, PAGE)], library, READ_ON)
    assert texts(library) == {LATER}
    new = library.rows()
    assert [headline[-27:] for _, headline in rejected(library)] == ["The bridge fell in May 2023"]
    (added,) = (row for row in new if row.headline == "Something else")
    assert (added.start, added.date_text, added.date_basis) == ("2020-01-01", "The bridge", "by hand")
    assert LATER[added.char_start : added.char_end] == "The bridge"
    kept = next(row for row in new if "met" in row.sentence)
    preferred = library.connection.execute("SELECT event_id FROM events WHERE preferred").fetchall()
    assert [tuple(row) for row in preferred] == [(kept.event_id,)]
    # The sentence of the resignation says something else now, so nobody has said that it belongs to the meeting.
    other = next(row for row in new if "resigned" in row.sentence)
    assert other.story_id != kept.story_id
    assert (kept.source_date, kept.source_date_basis) == ("2024-03-05", "corrected")
    followed = [entry for entry in entries(library) if entry.follows]
    assert {entry.verdict for entry in followed} == {Verdict.REJECT, Verdict.PREFER, Verdict.ADD}
    assert {(entry.who, entry.reason) for entry in followed} == {("Maria", "seen in the archive")}


def test_what_followed_can_be_taken_back_and_what_was_taken_back_does_not_follow(
    tmp_path: Path, library: Library
) -> None:
    path = write(tmp_path / "1.md", TEXT)
    build([path], library, READ_ON)
    judge(library, Verdict.REJECT, [claim(library, "bridge")], MARIA)
    judge(library, Verdict.REJECT, [met := claim(library, "met")], MARIA)
    undo(library, met, MARIA)
    write(path, LATER)
    build([path], library, READ_ON)
    ((rejected_now, _),) = rejected(library)
    undo(library, rejected_now, MARIA)
    assert rejected(library) == []
    assert "bridge" in " ".join(row.sentence for row in library.rows())


def test_joined_claims_of_two_sources_stay_joined(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "in"
    write(folder / "1.md", TEXT)
    write(folder / "2.md", "Carla Vidal opened a school in Quito on 9 July 2019.")
    build([folder], library, READ_ON)
    judge(library, Verdict.JOIN, [claim(library, "bridge"), claim(library, "school")], MARIA)
    write(folder / "1.md", LATER)
    build([folder], library, READ_ON)
    stories = {row.story_id for row in library.rows("sentence LIKE '%bridge%' OR sentence LIKE '%school%'")}
    assert len(stories) == 1
