"""A document's date as a person says: what moves, what it is after a new build, and what nobody can break."""

import multiprocessing
import os
import signal
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import redate, take
from extract.build import build
from extract.by import By, by
from extract.errors import CorrectionError, LibraryError
from extract.others import link_all, settle_all
from extract.redate import Change, Deed
from extract.store.corrections import history
from extract.store.library import Library, create_or_open, open_read_only
from extract.wording import worded
from tests.texts import READ_ON, built

MARIA = by("Maria", "the index", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
TEXTS = {
    "friday.txt": "Vladimir Putin and Masoud Pezeshkian met in Moscow on Friday. They spoke of trade in 2023.",
    "lends.txt": "Published: 13 January 2025\nVladimir Putin and Masoud Pezeshkian will sign in Moscow on 17 January.",
    "alone.txt": "Olaf Scholz resigned last June, and nobody knew why. In 1999 nothing of that kind happened.",
    "weekday.txt": "Vladimir Putin and Masoud Pezeshkian will sign in Moscow on Friday, and rest.",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return built(tmp_path, TEXTS)


@pytest.fixture
def folder(library: Library) -> Path:
    return library.path.parent / "texts"


def id_of(library: Library, name: str) -> str:
    (found,) = library.connection.execute("SELECT source_id FROM sources WHERE location LIKE ?", (f"%/{name}",))
    return str(found[0])


def dated(library: Library) -> dict[str, tuple[str | None, str]]:
    """Each file's date and how it is known."""
    found = library.connection.execute("SELECT location, source_date, source_date_basis FROM sources")
    return {Path(location).name: (date, basis) for location, date, basis in found}


def contents(library: Library) -> list[tuple[object, ...]]:
    """All that is known of sources and claims, but for where their rows lie."""
    sources = "SELECT source_id, source_date, source_date_basis, source_date_evidence, source_date_confidence, digest FROM sources"
    stories = "SELECT event_id, story_id, start, timex3, explanation, confidence FROM events"
    return [tuple(row) for table in (sources, stories) for row in library.connection.execute(f"{table} ORDER BY 1")]


def change(library: Library, name: str, deed: Deed, date: str = "", said: By = MARIA) -> Change:
    made = redate.change(library, id_of(library, name), deed, date, said)
    redate.settle_others(library, made)
    return made


@pytest.mark.parametrize(
    ("date", "stored", "june"),
    [
        ("2025-01-13", "2025-01-13", "2024-06"),
        ("13 Ιανουαρίου 2025", "2025-01-13", "2024-06"),
        ("١٣ يناير ٢٠٢٥", "2025-01-13", "2024-06"),
        (" 2012-03 ", "2012-03", "2011-06"),
        ("August 2012", "2012-08", "2012-06"),
        ("unknown", "unknown", "XXXX-06"),
        ("Unknown", "unknown", "XXXX-06"),
    ],
)
def test_claims_are_counted_from_the_day_that_a_person_gives(
    library: Library, date: str, stored: str, june: str
) -> None:
    made = change(library, "alone.txt", Deed.SET, date)
    assert dated(library)["alone.txt"] == (None if stored == "unknown" else stored, "corrected")
    values = {row.date_text: row.timex3 for row in library.rows("source_id = ?", (made.source_id,))}
    assert values["last June"] == june
    assert values["1999"] == "1999"
    (entry,) = history(library, made.source_id)
    assert (entry.new, entry.who, entry.reason, entry.at) == (stored, "Maria", "the index", "2026-11-22T06:10:00+00:00")


def test_it_says_how_many_claims_moved(library: Library) -> None:
    first = change(library, "alone.txt", Deed.SET, "2025-01-13")
    assert (first.moved, first.claims) == (1, 2)
    same_june = change(library, "alone.txt", Deed.SET, "2025-02")
    assert (same_june.moved, same_june.claims) == (0, 2)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("soon", "'soon' is no date: write 2025-01-13, 2025-01, 2025"),
        ("2025-02-30", "is no date"),
        ("13/1/2025", "is no date"),
        ("", "'' is no date"),
        ("'; DROP TABLE sources; --", "is no date"),
        ("2026-11-23", "23 November 2026 cannot be: the source was read on 22 November 2026"),
        ("2027", "2027 cannot be"),
    ],
)
def test_what_can_be_no_date_changes_nothing(library: Library, date: str, told: str) -> None:
    before, changes = contents(library), library.meta("changes")
    with pytest.raises(CorrectionError, match=told):
        change(library, "alone.txt", Deed.SET, date)
    assert (contents(library), library.meta("changes")) == (before, changes)
    assert history(library, id_of(library, "alone.txt")) == []


@pytest.mark.parametrize(("deed", "told"), [(Deed.CLEAR, "evidence counts already"), (Deed.UNDO, "no change")])
def test_there_must_be_something_to_take_back(library: Library, deed: Deed, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        change(library, "alone.txt", deed)


def test_the_same_date_is_said_once_but_may_get_another_reason(library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2025")
    with pytest.raises(CorrectionError, match="It is 2025 already: Maria set it on 22 November 2026"):
        change(library, "alone.txt", Deed.SET, "2025")
    change(library, "alone.txt", Deed.SET, "2025", by("Maria", "and the author", MARIA.at))
    assert len(history(library, id_of(library, "alone.txt"))) == 2


@pytest.mark.parametrize("field", ["who", "why"])
def test_words_of_any_length_are_not_taken(field: str) -> None:
    with pytest.raises(CorrectionError, match="too long"):
        by(**{"who": "", "why": "", field: "x" * 2000}, at=MARIA.at)


def test_words_are_one_line_that_can_be_stored(library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2025", by(" \n", "a\n b\udcff", MARIA.at))
    (entry,) = history(library, id_of(library, "alone.txt"))
    assert (entry.who, entry.reason) == ("somebody", "a b\\udcff")


@pytest.mark.parametrize("name", TEXTS)
def test_back_to_the_evidence_is_what_it_was(library: Library, name: str) -> None:
    before = contents(library)
    for date in ("2012-03-01", "unknown", "2025"):
        change(library, name, Deed.SET, date)
        assert contents(library) != before
        change(library, name, Deed.CLEAR)
        assert contents(library) == before
        change(library, name, Deed.UNDO)
        assert dated(library)[name][1] == "corrected"
        change(library, name, Deed.UNDO)
        assert contents(library) == before
    assert library.is_linked


STEPS = st.tuples(
    st.sampled_from(sorted(TEXTS)),
    st.sampled_from([(Deed.SET, date) for date in ("2025-01-13", "2025-01-20", "2024-01-15", "2011", "unknown")])
    | st.sampled_from([(Deed.CLEAR, ""), (Deed.UNDO, "")]),
)


@given(st.lists(STEPS, min_size=1, max_size=6))
@settings(max_examples=25)
def test_after_any_changes_all_is_as_a_whole_pass_leaves_it(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, tuple[Deed, str]]]
) -> None:
    library = built(tmp_path_factory.mktemp("place"), TEXTS)
    for name, (deed, date) in steps:
        try:
            change(library, name, deed, date)
        except CorrectionError:
            continue
    after = contents(library)
    settle_all(library)
    assert contents(library) == after
    library.close()


def test_who_borrows_follows(library: Library) -> None:
    assert dated(library)["friday.txt"][1] == "neighbours"
    change(library, "lends.txt", Deed.SET, "unknown")
    assert dated(library)["friday.txt"][1] != "neighbours"
    change(library, "lends.txt", Deed.UNDO)
    assert dated(library)["friday.txt"][1] == "neighbours"


def test_a_corrected_document_lends_as_a_sure_one(tmp_path: Path) -> None:
    library = built(tmp_path, {name: text for name, text in TEXTS.items() if name != "lends.txt"})
    assert dated(library)["friday.txt"][1] != "neighbours"
    change(library, "weekday.txt", Deed.SET, "2025-01-13")
    assert dated(library)["friday.txt"][1] == "neighbours"


def test_a_new_build_keeps_it(folder: Path, library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2012-03-01")
    before = contents(library)
    assert build([folder], library, READ_ON).unchanged == len(TEXTS)
    assert contents(library) == before


def test_a_changed_manifest_does_not_overrule_it(folder: Path, library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2012-03-01")
    entry = '[[source]]\nfile = "alone.txt"\ndate = 2020-01-01\ntitle = "T"\n'
    (folder / "about.toml").write_text(entry, encoding="utf-8")
    assert build([folder], library, READ_ON).changed == 1
    assert dated(library)["alone.txt"] == ("2012-03-01", "corrected")
    change(library, "alone.txt", Deed.CLEAR)
    assert dated(library)["alone.txt"] == ("2020-01-01", "given")


def test_it_moves_with_its_text(folder: Path, library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2012-03-01")
    (folder / "alone.txt").rename(folder / "moved.txt")
    (folder / "alone.txt").write_text("Emmanuel Macron resigned last June.", encoding="utf-8")
    build([folder], library, READ_ON)
    assert dated(library)["moved.txt"] == ("2012-03-01", "corrected")
    assert dated(library)["alone.txt"][1] != "corrected"


@pytest.mark.parametrize("date", ["2012-03-01", "unknown"])
def test_a_new_version_of_the_text_takes_it_over(folder: Path, library: Library, date: str) -> None:
    old = change(library, "alone.txt", Deed.SET, date).source_id
    (folder / "alone.txt").write_text(TEXTS["alone.txt"] + " Corrected later.", encoding="utf-8")
    build([folder], library, READ_ON)
    new = id_of(library, "alone.txt")
    assert new != old
    assert dated(library)["alone.txt"] == (None if date == "unknown" else date, "corrected")
    (entry,) = history(library, new)
    assert (entry.who, entry.at, entry.follows) == ("Maria", "2026-11-22T06:10:00+00:00", 1)
    assert "for an earlier text of this file" in worded(entry.told)
    (folder / "alone.txt").write_text(TEXTS["alone.txt"], encoding="utf-8")
    build([folder], library, READ_ON)
    assert dated(library)["alone.txt"][1] == "corrected"


def test_a_moved_text_that_is_edited_then_still_hands_it_down(folder: Path, library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2012-03-01")
    (folder / "alone.txt").rename(folder / "moved.txt")
    build([folder], library, READ_ON)
    (folder / "moved.txt").write_text(TEXTS["alone.txt"] + " More.", encoding="utf-8")
    build([folder], library, READ_ON)
    (folder / "about.toml").write_text('[[source]]\nfile = "moved.txt"\ntitle = "T"\n', encoding="utf-8")
    build([folder], library, READ_ON)
    assert dated(library)["moved.txt"] == ("2012-03-01", "corrected")


def test_what_was_taken_back_is_not_handed_down(folder: Path, library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2012-03-01")
    for version in ("Two.", "Three."):
        (folder / "alone.txt").write_text(f"{TEXTS['alone.txt']} {version}", encoding="utf-8")
        build([folder], library, READ_ON)
        if version == "Two.":
            change(library, "alone.txt", Deed.UNDO)
    assert dated(library)["alone.txt"][1] != "corrected"


def test_a_text_that_stands_elsewhere_keeps_what_is_its_own(folder: Path, library: Library) -> None:
    change(library, "alone.txt", Deed.SET, "2012-03-01")
    (folder / "copy.txt").write_text(TEXTS["alone.txt"], encoding="utf-8")
    (folder / "alone.txt").write_text("Emmanuel Macron resigned last June.", encoding="utf-8")
    build([folder], library, READ_ON)
    assert dated(library)["copy.txt"] == ("2012-03-01", "corrected")
    assert dated(library)["alone.txt"][1] != "corrected"


def test_what_is_said_while_a_build_reads_is_not_lost(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "about.toml").write_text('[[source]]\nfile = "alone.txt"\ntitle = "T"\n', encoding="utf-8")
    other = create_or_open(library.path)
    settle = take.settle

    def settle_while_somebody_speaks(*arguments: object) -> object:
        if not history(other, id_of(other, "alone.txt")):
            change(other, "alone.txt", Deed.SET, "2012-03-01")
        return settle(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(take, "settle", settle_while_somebody_speaks)
    assert build([folder], library, READ_ON).changed == 1
    assert dated(library)["alone.txt"] == ("2012-03-01", "corrected")


def _set_many(path: Path, name: str, dates: list[str]) -> None:
    library = create_or_open(path)
    for date in dates:
        change(library, name, Deed.SET, date, by(str(os.getpid()), date, MARIA.at))


def test_two_who_write_at_once_are_both_heard(library: Library) -> None:
    years = [[str(year) for year in range(start, start + 8)] for start in (1990, 2000)]
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_set_many, args=(library.path, "alone.txt", dates)) for dates in years]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    log = history(library, id_of(library, "alone.txt"))
    assert sorted(entry.new or "" for entry in log) == sorted([*years[0], *years[1]])
    assert dated(library)["alone.txt"] == (log[-1].new, "corrected")
    for before, after in pairwise(log):
        assert after.old == before.new
    stories = contents(library)
    link_all(library)
    assert contents(library) == stories
    assert library.is_linked


def _die_in(where: str, path: Path) -> None:
    library = create_or_open(path)
    if where == "put":
        put = library.put

        def put_and_die(*arguments: object) -> None:
            put(*arguments)  # type: ignore[arg-type]
            os.kill(os.getpid(), signal.SIGKILL)

        library.put = put_and_die  # type: ignore[method-assign]
    made = redate.change(library, id_of(library, "lends.txt"), Deed.SET, "unknown", MARIA)
    assert made.moved >= 0
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("where", ["put", "others"])
@pytest.mark.parametrize("then", ["build", "change"])
def test_who_is_killed_leaves_nothing_half_written(folder: Path, library: Library, where: str, then: str) -> None:
    before = contents(library)
    process = multiprocessing.get_context("fork").Process(target=_die_in, args=(where, library.path))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert library.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if where == "put":
        assert contents(library) == before
        assert history(library, id_of(library, "lends.txt")) == []
        return
    assert dated(library)["lends.txt"] == (None, "corrected")
    if then == "build":
        build([folder], library, READ_ON)
    else:
        change(library, "alone.txt", Deed.SET, "2012")
    assert library.is_linked
    assert dated(library)["friday.txt"][1] != "neighbours"


def test_a_library_that_may_only_be_read_says_so(library: Library) -> None:
    reader = open_read_only(library.path)
    with pytest.raises(LibraryError, match="You may only read it"):
        redate.change(reader, id_of(library, "alone.txt"), Deed.SET, "2025", MARIA)


def test_a_busy_library_says_so(library: Library) -> None:
    hasty = create_or_open(library.path, wait=0)
    with library.writing(), pytest.raises(LibraryError, match="Another program is writing to it: try again"):
        redate.change(hasty, id_of(library, "alone.txt"), Deed.SET, "2025", MARIA)


def test_a_source_that_is_gone_is_named(library: Library) -> None:
    with pytest.raises(CorrectionError, match="holds no source nowhere"):
        redate.change(library, "nowhere", Deed.SET, "2025", MARIA)
