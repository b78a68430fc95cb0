"""When a document was written, in words; and the command that tells and changes it, as a person types it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extract.dates.interval import months, to_day
from extract.errors import CorrectionError
from extract.model import AnchorBasis
from extract.reason import Reason
from extract.store.columns import EventRow
from extract.store.corrections import Correction
from extract.store.library import create_or_open, open_read_only
from extract.store.shelf import Shelved, find
from extract.written import WRITTEN_WORDS, date_in_words, deed, outcome, plain, told, when, written
from tests import library_factory
from tests.library_factory import HOSTILE_NAME

ENTRY = Correction(1, "a", "a.txt", "2025-01", "2025-01-13", "the index", "Maria", "2026-11-22T06:10:00+00:00")
DAY = to_day(2025, 1, 13)
OTHER = Reason("address", {"part": "/2024/"})


@pytest.mark.parametrize(
    ("first", "end", "words"),
    [
        (DAY, DAY + 1, "Monday 13 January 2025"),
        (DAY, DAY + 4, "13 to 16 January 2025"),
        (months(2025, 1).start, months(2025, 1).end, "January 2025"),
        (to_day(2024), to_day(2025), "2024"),
        (to_day(-479, 9, 29), to_day(-479, 9, 30), "Thursday 29 September 480 BCE"),
        (None, None, None),
    ],
)
def test_days_of_writing(first: int | None, end: int | None, words: str | None) -> None:
    assert when(first, end) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01-13", "Monday 13 January 2025"),
        ("2025-01", "January 2025"),
        ("2025", "2025"),
        ("[2025-01-13..2025-01-16]", "13 to 16 January 2025"),
        ("[2025-02..2025-03]", "1 February 2025 to 31 March 2025"),
        ("-0479", "480 BCE"),
        ("Y12000", "Y12000"),
        ("unknown", "not known"),
        (None, "not known"),
    ],
)
def test_dates_of_the_log(edtf: str | None, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "set it to Monday 13 January 2025 (it was January 2025)"),
        ({"old": None}, "set it to Monday 13 January 2025 (it was not known)"),
        ({"new": "unknown"}, "said that nobody knows (it was January 2025)"),
        ({"new": None}, "went back to the evidence (it was January 2025)"),
        ({"undoes": 1}, "took back the change before (it was January 2025)"),
        ({"follows": 1}, "set it to Monday 13 January 2025, for an earlier text of this file"),
    ],
)
def test_entries_of_the_log(changes: dict[str, object], words: str) -> None:
    values = {name: getattr(ENTRY, name) for name in Correction.__slots__}
    assert deed(Correction(**values | changes)) == words


@pytest.mark.parametrize(
    ("moved", "claims", "others", "words"),
    [
        (3, 8, 0, "3 of 8 claims moved."),
        (0, 1, 1, "0 of 1 claim moved. 1 other source was dated anew."),
        (2, 2, 3, "2 of 2 claims moved. 3 other sources were dated anew."),
    ],
)
def test_what_came_of_a_change(moved: int, claims: int, others: int, words: str) -> None:
    assert outcome(moved, claims, others) == words


def source(basis: AnchorBasis, start: int | None, end: int | None, title: str | None = None) -> Shelved:
    return Shelved("a", "texts/a.txt", title, None, "en", start, end, basis, Reason("nothing"), 1.0, (OTHER,), 3, 1)


def test_every_basis_has_its_words() -> None:
    assert set(WRITTEN_WORDS) == set(AnchorBasis)
    assert written(source(AnchorBasis.HEADER, DAY, DAY + 1)) == "Monday 13 January 2025, by its header"
    assert written(source(AnchorBasis.NONE, None, None)) == "nobody knows when"
    assert written(source(AnchorBasis.CORRECTED, None, None)) == "nobody knows when, as a person says"


def test_nothing_that_a_source_says_steers_a_terminal() -> None:
    text = told(source(AnchorBasis.HEADER, DAY, DAY + 1, f"{HOSTILE_NAME} \x1b[2J\x07\nNow: 1999."), [ENTRY])
    assert not [line for line in text.splitlines() if line.startswith("Now")]
    assert not [sign for sign in text if sign < " " and sign != "\n"]
    assert "\u202e" not in text
    assert "Doubt: its address says “/2024/”." in text
    assert plain("a\u2067b\x1b[0m") == "ab[0m"


TEXT = "President Vladimir Putin met President Masoud Pezeshkian last June, in Moscow.\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three texts, two of them in files of one name, and their library."""
    path = tmp_path_factory.mktemp("place")
    for number, name in enumerate(("texts/one.txt", "texts/two.txt", "more/two.txt")):
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(f"{TEXT}It was day {number} of all.", encoding="utf-8")
    assert run(path, "build", "texts", "more", "--read-on", "2026-11-21").returncode == 0
    return path


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "extract", *arguments]
    return subprocess.run(
        command,
        cwd=place,
        env={"PYTHONPATH": str(Path.cwd()), "LOGNAME": "kim"},
        capture_output=True,
        text=True,
        check=False,
    )


def ids(place: Path) -> dict[str, str]:
    library = open_read_only(place / "library.db")
    found = library.connection.execute("SELECT location, source_id FROM sources").fetchall()
    library.close()
    return {str(location): str(source_id) for location, source_id in found}


def june(place: Path, name: str) -> EventRow:
    library = open_read_only(place / "library.db")
    (row,) = library.rows("source_id = ? AND date_text = 'last June'", (ids(place)[name],))
    library.close()
    return row


def test_the_command_tells_sets_clears_and_takes_back(place: Path) -> None:
    name = ids(place)["texts/one.txt"]
    assert "Written: nobody knows when.\n" in run(place, "date", "one.txt").stdout
    done = run(place, "date", "texts/one.txt", "13 Ιανουαρίου 2025", "--why", "the index")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1:] == [
        "Was: nobody knows when.",
        "Now: Monday 13 January 2025, as a person says.",
        "1 of 1 claim moved.",
    ]
    assert june(place, "texts/one.txt").timex3 == "2024-06"
    told_now = run(place, "date", name[:6]).stdout
    assert "Evidence: kim set it on " in told_now
    assert "kim set it to Monday 13 January 2025 (it was not known): “the index”." in told_now
    assert "Now: nobody knows when." in run(place, "date", name, "--undo", "--who", "Lee").stdout
    assert "Now: Monday 13 January 2025" in run(place, "date", name, "--undo").stdout
    assert "Now: nobody knows when." in run(place, "date", str(place / "texts" / "one.txt"), "--clear").stdout
    log = run(place, "date", name).stdout.splitlines()[-4:]
    assert [line.partition(": ")[2] for line in log] == [
        "kim set it to Monday 13 January 2025 (it was not known): “the index”.",
        "Lee took back the change before (it was Monday 13 January 2025). Taken back.",
        "kim took back the change before (it was not known).",
        "kim went back to the evidence (it was Monday 13 January 2025).",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "parts"),
    [
        (["two.txt"], 1, ["'two.txt' may be any of several", "texts/two.txt", "more/two.txt", "by its id or path"]),
        (["one"], 1, ["holds no source 'one'"]),
        (["oen.txt"], 1, ["holds no source 'oen.txt'", "texts/one.txt"]),
        (["one.txt", "soon"], 1, ["'soon' is no date: write 2025-01-13"]),
        (["one.txt", "2026-11-22"], 1, ["the source was read on 21 November 2026"]),
        (["texts/two.txt", "--clear"], 1, ["the evidence counts already"]),
        (["texts/two.txt", "--undo"], 1, ["no change of this date"]),
        (["one.txt", "2025", "--undo"], 2, ["only one of them"]),
        (["one.txt", "--clear", "--undo"], 2, ["only one of them"]),
        (["one.txt", "--why", "x"], 2, ["go with a change"]),
        ([], 2, ["Missing argument"]),
        (["one.txt", "--library", "nowhere.db"], 1, ["There is no library at nowhere.db"]),
        (["one.txt", "2025", "--library", "nowhere.db"], 1, ["There is no library at nowhere.db"]),
    ],
)
def test_mistakes_are_told_in_a_sentence(place: Path, arguments: list[str], code: int, parts: list[str]) -> None:
    done = run(place, "date", *arguments)
    assert done.returncode == code
    assert not done.stdout
    for part in parts:
        assert part in done.stderr
    assert "Traceback" not in done.stderr
    assert not (place / "nowhere.db").exists()


def test_help_shows_an_example() -> None:
    assert "Example: python -m extract date" in run(Path(), "date", "--help").stdout


def test_a_source_is_found_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = create_or_open(tmp_path / "library.db")
    for source_id, location in (("abcd1234", "x/abcd"), ("abcd5678", "y/b.txt"), ("0123abcd", "z/abcd5678")):
        document = library_factory.document(source_id, "en", "", [])
        library.put(replace(document, source=replace(document.source, location=location)), "")
    named = {
        "abcd1": "abcd1234",
        "ABCD12": "abcd1234",
        "abcd5678": "abcd5678",
        "x/abcd": "abcd1234",
        "b.txt": "abcd5678",
    }
    named |= {"./y/../y/b.txt": "abcd5678", str(tmp_path / "y/b.txt"): "abcd5678"}
    assert {name: find(library, name) for name in named} == named
    for name in ("abcd", "abc", "", "%", "\udcff"):
        with pytest.raises(CorrectionError):
            find(library, name)
