import multiprocessing
import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import others, take
from extract.build import build
from extract.dates.interval import to_day
from extract.errors import InputError, LibraryError
from extract.report import Stage
from extract.store.library import Library, create_or_open, open_read_only

READ_ON = to_day(2026, 11, 21)
TEXTS = {
    "one.txt": "Published: 13 January 2025\nVladimir Putin will meet Masoud Pezeshkian on Friday.",
    "two.txt": "On 17 January 2025 Vladimir Putin met Masoud Pezeshkian.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "texts"
    path.mkdir()
    for name, text in TEXTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_only_what_is_new_or_changed_is_taken(folder: Path, tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    first = build([folder], library, READ_ON)
    again = build([folder], library, READ_ON)
    (folder / "two.txt").write_text("On 18 January 2025 Vladimir Putin met Masoud Pezeshkian.", encoding="utf-8")
    (folder / "three.txt").write_text("In 1999 nothing happened.", encoding="utf-8")
    changed = build([folder], library, READ_ON)
    assert (first.new, first.changed, first.unchanged, first.dates, first.placed) == (2, 0, 0, 2, 2)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    assert (changed.new, changed.changed, changed.unchanged) == (1, 1, 1)
    assert sorted(row.timex3 for row in library.rows()) == ["1999", "2025-01-17", "2025-01-18"]
    assert library.connection.execute("SELECT count(*) FROM event_words").fetchone()[0] == 3


def test_a_document_met_twice_is_one_source(folder: Path, tmp_path: Path) -> None:
    (folder / "copy.txt").write_text(TEXTS["two.txt"], encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    report = build([folder, folder / "two.txt"], library, READ_ON)
    assert (report.new, report.unchanged) == (2, 1)
    assert library.connection.execute("SELECT count(*) FROM sources").fetchone()[0] == 2


def test_one_text_under_two_titles_is_the_one_read_first(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "copy.txt").write_text(TEXTS["two.txt"], encoding="utf-8")
    (other / "about.toml").write_text('[[source]]\nfile = "copy.txt"\ntitle = "Another"\n', encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    build([folder], library, READ_ON)
    before = library.rows(tail="ORDER BY event_id")
    assert build([other], library, READ_ON).unchanged == 1
    assert build([folder, other], library, READ_ON).unchanged == 3
    assert library.rows(tail="ORDER BY event_id") == before


def write(folder: Path, files: dict[str, str]) -> None:
    """Let the folder hold these files alone, each with the text of that name."""
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        told = f"Published: 1{text} January 2025\nVladimir Putin met Masoud Pezeshkian on 1{text} January 2025."
        (folder / name).write_text(told, encoding="utf-8")


def held(library: Library) -> dict[str, str]:
    """Where the texts stand, by the names of their files."""
    found = library.connection.execute("SELECT location, text FROM sources").fetchall()
    texts = {Path(location).name: text[12] for location, text in found}
    assert len(texts) == len(found)
    claims = {(Path(location).name, timex3[-1]) for location, timex3 in library.connection.execute(
        "SELECT location, timex3 FROM events JOIN sources USING (source_id)")}  # fmt: skip
    assert claims == set(texts.items())
    return texts


def extracted(library: Library) -> dict[str, int]:
    """The row of each claim: it changes when its source is extracted again."""
    return dict(library.connection.execute("SELECT event_id, id FROM events").fetchall())


@pytest.mark.parametrize(
    ("before", "after", "holds", "counts"),
    [
        ({"a": "1", "b": "1"}, {"a": "2", "b": "1"}, {"a": "2", "b": "1"}, (0, 1, 1)),
        ({"a": "1", "b": "2"}, {"a": "2", "b": "2"}, {"a": "2"}, (0, 1, 1)),
        ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}, {"a": "2", "b": "1"}, (0, 2, 0)),
        ({"a": "1", "b": "2", "c": "3"}, {"a": "3", "b": "1", "c": "2"}, {"a": "3", "b": "1", "c": "2"}, (0, 3, 0)),
        ({"a": "1", "b": "2"}, {"a": "1", "c": "2"}, {"a": "1", "c": "2"}, (0, 0, 2)),
        ({"a": "1", "b": "2"}, {"b": "1", "c": "2"}, {"b": "1", "c": "2"}, (0, 1, 1)),
        ({"a": "1"}, {"a": "2", "b": "1"}, {"a": "2", "b": "1"}, (0, 1, 1)),
        ({"b": "1"}, {"a": "1", "b": "1"}, {"a": "1"}, (0, 0, 2)),
        ({"b": "1"}, {"a": "2", "c": "2"}, {"a": "2", "b": "1"}, (1, 0, 1)),
        ({"a": "1", "b": "2"}, {"a": "3"}, {"a": "3", "b": "2"}, (0, 1, 0)),
    ],
    ids=["copy", "copied over", "swapped", "turned", "renamed", "moved on", "edited", "doubled", "twice", "left"],
)
def test_texts_that_move_between_files(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], holds: dict[str, str], counts: tuple[int, int, int]
) -> None:
    folder, library = tmp_path / "texts", create_or_open(tmp_path / "library.db")
    folder.mkdir()
    write(folder, {f"{name}.txt": text for name, text in before.items()})
    build([folder], library, READ_ON)
    rows = extracted(library)
    write(folder, {f"{name}.txt": text for name, text in after.items()})
    report = build([folder], library, READ_ON)
    assert held(library) == {f"{name}.txt": text for name, text in holds.items()}
    assert (report.new, report.changed, report.unchanged) == counts
    now = extracted(library)
    assert {claim: row for claim, row in now.items() if claim in rows} == {
        claim: row for claim, row in rows.items() if claim in now
    }
    again = build([folder], library, READ_ON)
    assert (again.new, again.changed, again.unchanged) == (0, 0, len(after))
    assert extracted(library) == now


FOLDERS = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt"]), st.sampled_from("1234"), min_size=1)


@given(st.lists(FOLDERS, min_size=2, max_size=5))
@settings(max_examples=60)
def test_whatever_happened_to_the_files_the_library_holds_their_texts(states: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as place:
        folder, library = Path(place) / "texts", create_or_open(Path(place) / "library.db")
        folder.mkdir()
        for state in states:
            write(folder, state)
            build([folder], library, READ_ON)
            first = {text: name for name, text in sorted(state.items(), reverse=True)}
            texts = held(library)
            assert {text: name for name, text in texts.items() if text in first} == first
            assert sorted(set(texts.values())) == sorted(texts.values())
            assert build([folder], library, READ_ON).unchanged == len(state)
        library.close()


def test_what_the_manifest_says_anew_is_a_change(folder: Path, tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    build([folder], library, READ_ON)
    entry = '[[source]]\nfile = "two.txt"\n'
    for told in ('title = "T"\n', 'url = "https://example.org"\n', "date = 2025-01-20\n"):
        (folder / "about.toml").write_text(entry + told, encoding="utf-8")
        report = build([folder], library, READ_ON)
        assert (report.new, report.changed, report.unchanged) == (0, 1, 1), told
        assert build([folder], library, READ_ON).unchanged == 2
    assert library.rows("source_date_basis = 'given'")[0].source_date == "2025-01-20"


def test_a_copy_given_later_leaves_the_source_where_it_was(folder: Path, tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    build([folder / "two.txt"], library, READ_ON)
    (folder / "copy.txt").write_text(TEXTS["two.txt"], encoding="utf-8")
    location = "SELECT location FROM sources"
    assert build([folder / "copy.txt"], library, READ_ON).unchanged == 1
    assert library.connection.execute(location).fetchall()[0][0].endswith("two.txt")
    (folder / "two.txt").write_text("Another text.", encoding="utf-8")
    assert build([folder / "copy.txt"], library, READ_ON).unchanged == 1
    assert library.connection.execute(location).fetchall()[0][0].endswith("copy.txt")


def test_a_file_is_the_same_however_it_is_named(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = create_or_open(tmp_path / "library.db")
    build([Path("texts")], library, READ_ON)
    (folder / "two.txt").write_text("In 1999 nothing happened.", encoding="utf-8")
    report = build([folder], library, READ_ON)
    assert (report.new, report.changed, report.unchanged) == (0, 1, 1)
    assert sorted(row.timex3 for row in library.rows()) == ["1999", "2025-01-17"]


def test_an_unreadable_document_stops_no_other(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    library = create_or_open(tmp_path / "library.db")
    report = build([folder], library, READ_ON)
    assert report.new == 2
    assert len(report.failures) == 2
    assert any("empty.txt" in str(failure) for failure in report.failures)
    assert any("picture.txt" in str(failure) for failure in report.failures)


def test_a_missing_input_is_told_before_anything_is_done(folder: Path, tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    with pytest.raises(InputError, match="nowhere"):
        build([folder, tmp_path / "nowhere"], library, READ_ON)
    assert library.rows() == []


def test_claims_of_new_documents_join_the_stories_of_old_ones(folder: Path, tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    build([folder / "one.txt"], library, READ_ON)
    build([folder / "two.txt"], library, READ_ON)
    assert len({row.story_id for row in library.rows()}) == 1


def test_progress_is_told_to_the_end(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[Stage, int, int]] = []
    tell = lambda stage, done, total: told.append((stage, done, total))  # noqa: E731
    build([folder], create_or_open(tmp_path / "library.db"), READ_ON, tell)
    last = {stage: (done, total) for stage, done, total in told}
    assert last == {Stage.READING: (2, 2), Stage.FINDING: (2, 2), Stage.LINKING: (1, 1)}
    assert list(last) == list(Stage)


def _build_and_die(folder: Path, path: Path, after: int) -> None:
    """Builds document by document, and is killed in the middle of writing one."""
    library = create_or_open(path)
    take.BATCH = 1
    put_all, count = library.put_all, 0

    def put_all_or_die(documents, replaced) -> None:
        nonlocal count
        put_all(documents, replaced)
        count += 1
        if count > after:
            os.kill(os.getpid(), signal.SIGKILL)

    library.put_all = put_all_or_die  # type: ignore[method-assign]
    build([folder], library, READ_ON)


def _build_and_die_unlinked(folder: Path, path: Path) -> None:
    others.link_all = lambda library: os.kill(os.getpid(), signal.SIGKILL)
    build([folder], create_or_open(path), READ_ON)


def test_a_build_killed_before_linking_is_linked_by_the_next(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    process = multiprocessing.get_context("fork").Process(target=_build_and_die_unlinked, args=(folder, path))
    process.start()
    process.join()
    left = create_or_open(path)
    assert len({row.story_id for row in left.rows()}) == 2
    report = build([folder], left, READ_ON)
    assert report.unchanged == 2
    assert len({row.story_id for row in left.rows()}) == 1


@pytest.mark.parametrize("after", [0, 1])
def test_a_killed_build_leaves_whole_documents_and_is_taken_up(folder: Path, tmp_path: Path, after: int) -> None:
    path = tmp_path / "library.db"
    process = multiprocessing.get_context("fork").Process(target=_build_and_die, args=(folder, path, after))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    left = create_or_open(path)
    assert left.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert len(left.rows()) == after
    build([folder], left, READ_ON)
    peaceful = create_or_open(tmp_path / "peaceful.db")
    build([folder], peaceful, READ_ON)
    assert left.rows(tail="ORDER BY event_id") == peaceful.rows(tail="ORDER BY event_id")


def test_readers_see_the_last_finished_state_while_a_writer_works(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    writer = create_or_open(path)
    build([folder], writer, READ_ON)
    reader = open_read_only(path)
    with writer.writing():
        writer.connection.execute("DELETE FROM sources")
        assert len(reader.rows()) == 2
    assert reader.rows() == []


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"no database at all, but long enough to be one", "cannot be used"), (None, "There is no library")],
)
def test_what_is_no_library_is_refused_with_its_name(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "library.db"
    if content:
        path.write_bytes(content * 100)
    with pytest.raises(LibraryError, match=r"library\.db") as error:
        open_read_only(path)
    assert told in str(error.value)


def test_a_library_of_another_version_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library = create_or_open(path)
    library.connection.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
    library.close()
    with pytest.raises(LibraryError, match="version 0, this program reads version"):
        open_read_only(path)


def test_a_line_that_only_says_when_a_page_was_published_is_no_title(folder: Path, tmp_path: Path) -> None:
    text = "Ημερομηνία δημοσίευσης: 26 Νοεμβρίου 2025\n\n{}Η συμφωνία υπογράφηκε την Τρίτη στη Βαγδάτη."
    (folder / "titled.txt").write_text(text.format("Ιράκ και Τουρκία τα βρήκαν για το νερό\n\n"), encoding="utf-8")
    (folder / "untitled.txt").write_text(text.format(""), encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    build([folder], library, READ_ON)
    titles = dict(library.connection.execute("SELECT location, title FROM sources WHERE location LIKE '%titled.txt'"))
    found = {Path(location).name: title for location, title in titles.items()}
    assert found == {"titled.txt": "Ιράκ και Τουρκία τα βρήκαν για το νερό", "untitled.txt": None}


def test_short_rows_of_a_table_are_in_its_language(folder: Path, tmp_path: Path) -> None:
    rows = ("text", "Imia crisis on 31 January 1996", "Talks began in Oslo", "Minister resigns", "Sarajevo siege, 1992")
    (folder / "events.csv").write_text("\n".join(f'"{row}"' for row in rows), encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    build([folder / "events.csv"], library, READ_ON)
    languages = [language for (language,) in library.connection.execute("SELECT language FROM sources")]
    assert languages == ["en"] * 4


def test_few_long_documents_are_held_at_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take, "HEAVY", len(TEXTS["one.txt"]) - 1)
    told: list[tuple[Stage, int, int]] = []
    build([folder], create_or_open(tmp_path / "library.db"), READ_ON, lambda *now: told.append(now))
    assert [done for stage, done, _ in told if stage is Stage.FINDING] == [1, 2]
