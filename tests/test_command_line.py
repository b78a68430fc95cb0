"""The command line as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract.export.spreadsheet import read_csv

TEXT = "Published: 13 January 2025\nPresident Vladimir Putin will meet President Masoud Pezeshkian on Friday.\n"


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "extract", *map(str, arguments)], input=stdin, capture_output=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "texts"
    path.mkdir()
    (path / "one.txt").write_text(TEXT, encoding="utf-8")
    return path


def test_build_says_what_it_did_and_export_writes_it(folder: Path, tmp_path: Path) -> None:
    library, table = tmp_path / "library.db", tmp_path / "table.csv"
    built = run("build", folder, "--library", library, "--read-on", "2026-11-21")
    assert built.returncode == 0, built.stderr
    assert b"1 new, 0 changed, 0 unchanged, 0 unreadable" in built.stdout
    assert b"1 dates found: 1 placed, 0 undated" in built.stdout
    assert run("export", "--library", library, "-o", table).returncode == 0
    assert table.read_bytes().startswith(b"\xef\xbb\xbfevent_id,")
    with table.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = read_csv(stream)
    assert (row.start, row.end, row.status) == ("2025-01-17", "2025-01-17", "planned")
    assert row.link.startswith("http://127.0.0.1:8501/reader?event=")
    as_lines = run("export", "--library", library, "--format", "jsonl")
    assert json.loads(as_lines.stdout)["event_id"] == row.event_id
    assert json.loads((tmp_path / "table.csv.manifest.json").read_bytes())["rows"] == 1


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("claims", [], b"\xef\xbb\xbfevent_id,"),
        ("claims.csv", [], b"\xef\xbb\xbfevent_id,"),
        ("claims.raw.csv", [], b"event_id,"),
        ("claims.XLSX", [], b"PK"),
        ("claims.jsonl", [], b'{"event_id":'),
        ("claims.parquet", [], b"PAR1"),
        ("claims.ics", ["--title", "The meeting"], b"BEGIN:VCALENDAR"),
        ("claims.json", [], b'{"scale": "human"'),
        ("claims.md", ["--title", "The meeting"], b"# The meeting"),
        ("claims.html", [], b"<!doctype html>"),
        ("claims.txt", ["--format", "md"], b"# What happened when"),
        ("stories.xlsx", ["--stories"], b"PK"),
        ("stories.raw.csv", ["--stories", "--key", "1"], b"story_id,"),
    ],
)
def test_a_file_is_of_the_kind_that_its_name_says(
    library: Path, tmp_path: Path, name: str, options: list[str], begins: bytes
) -> None:
    folder = tmp_path
    done = run("export", "--library", library, "-o", folder / name, *options)
    assert done.returncode == 0, done.stderr
    assert b"1 row written to" in done.stderr
    assert (folder / name).read_bytes().startswith(begins)
    assert {file.name for file in folder.iterdir()} == {name, f"{name}.manifest.json"}
    (folder / f"{name}.manifest.json").unlink()
    assert run("export", "--library", library, "-o", folder / name, *options, "--no-manifest").returncode == 0
    assert [file.name for file in folder.iterdir()] == [name]


def test_what_a_format_leaves_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("He left on some Friday or other; the mill closed in 480 BC.", encoding="utf-8")
    run("build", tmp_path / "one.txt", "--library", tmp_path / "library.db")
    done = run("export", "--library", tmp_path / "library.db", "-o", tmp_path / "claims.ics")
    assert b"0 rows written" in done.stderr
    assert b"left out: outside the time that this format can name" in done.stderr


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one claim."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "library.db"
    assert run("build", folder / "one.txt", "--library", path, "--read-on", "2026-11-21").returncode == 0
    return path


def test_build_lists_what_it_could_not_read_and_says_so_by_its_exit_code(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.txt").write_bytes(b"")
    built = run("build", folder, "--library", tmp_path / "library.db")
    assert built.returncode == 3
    assert b"1 new" in built.stdout
    assert b"broken.txt" in built.stderr


def test_a_mistyped_input_leaves_no_library_behind(tmp_path: Path) -> None:
    built = run("build", tmp_path / "nowhere", "--library", tmp_path / "library.db")
    assert built.returncode == 1
    assert built.stderr.startswith(b"Error: There is no ")
    assert not (tmp_path / "library.db").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["export", "--library", "nowhere.db"], 1, "Error: There is no library at nowhere.db"),
        (["export", "--format", "xls"], 2, "'xls' is not one of"),
        (["export", "-o", "claims.doc"], 2, "claims.doc tells no kind of file: end it with .csv"),
        (["export", "-o", "claims.ics", "--stories"], 2, "ics tells claims: take a table"),
        (["export", "--key", "3"], 2, "give --stories too"),
        (["build"], 2, "INPUT"),
        (["build", "seeds", "--read-on", "yesterday"], 2, "write it as 2025-01-31"),
        (["build", "seeds", "--library", "nodir/l.db"], 1, "there is no folder nodir: make it"),
        (["annotate", "nowhere.jsonl"], 1, "Error: nowhere.jsonl cannot be read"),
    ],
)
def test_mistakes_are_told_in_a_sentence(arguments: list[str], code: int, told: str) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert told in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_annotate_reads_a_pipe_and_refuses_bad_lines_by_number(tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "text": "On 17 January 2025."})
    done = run("annotate", "-", stdin=f"{good}\nnonsense\n".encode())
    assert done.returncode == 3
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["timexes"][0]["value"] == "2025-01-17"
    assert b"line 2" in done.stderr
    whole = run("annotate", "-", "-o", tmp_path / "out.jsonl", stdin=good.encode())
    assert whole.returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes().splitlines() == [line]


def test_output_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    done = run("annotate", "-", "-o", tmp_path / "no" / "out.jsonl", stdin=b'{"id": "a", "text": "x"}')
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr


COMMANDS = {
    "build": ("build", "one.txt"),
    "csv": ("export",),
    "jsonl": ("export", "--format", "jsonl"),
    "parquet": ("export", "--format", "parquet"),
    "annotate": ("annotate", "lines.jsonl"),
    "help": ("build", "--help"),
}
"""What writes to standard output."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where each of the commands has what it needs."""
    path = tmp_path_factory.mktemp("place")
    (path / "one.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", path / "one.txt", "--library", path / "library.db").returncode == 0
    (path / "lines.jsonl").write_text(json.dumps({"id": "a", "text": "On 17 January 2025. " * 500}))
    return path


def run_into(output: int | None, place: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Run one of the commands with that file as its standard output, None for a closed one."""
    arguments = [sys.executable, "-m", "extract", *command]
    if output is None:
        arguments = ["sh", "-c", 'exec "$@" >&-', "sh", *arguments]
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    return subprocess.run(arguments, stdout=output, stderr=subprocess.PIPE, cwd=place, env=environment, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_gone_is_not_complained_of(place: Path, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run_into(writing, place, *COMMANDS[command])
    os.close(writing)
    assert (done.returncode, done.stderr.strip()) == (1, b"")


@pytest.mark.parametrize("command", COMMANDS)
def test_standard_output_that_takes_nothing_is_told(place: Path, command: str) -> None:
    with (place / "lines.jsonl").open("rb") as only_for_reading:
        done = run_into(only_for_reading.fileno(), place, *COMMANDS[command])
    assert done.returncode == 1
    assert done.stderr.strip() == b"Error: Standard output cannot be written: Bad file descriptor"


@pytest.mark.parametrize("command", ["csv", "parquet", "annotate"])
def test_standard_output_that_is_closed_is_told(place: Path, command: str) -> None:
    done = run_into(None, place, *COMMANDS[command])
    assert done.returncode == 1
    assert done.stderr == b"Error: Standard output is closed: name a file with -o\n"


def test_standard_input_that_is_closed_is_told() -> None:
    command_line = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-m", "extract", "annotate", "-"]
    done = subprocess.run(command_line, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b"Error: Standard input is closed: name a file\n"


def test_help_shows_an_example_and_the_exit_codes() -> None:
    for command in ("build", "export", "annotate"):
        told = run(command, "--help").stdout.decode()
        assert "Example: python -m extract" in told
        assert "Exit codes:" in told


def test_what_people_say_of_claims(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    run("build", "seeds", "--library", library)
    rows = [json.loads(line) for line in run("export", "--library", library, "--format", "jsonl").stdout.splitlines()]
    fall = next(row for row in rows if "Bashar al Assad" in row["headline"] and row["language"] == "en")
    name = ("claim", fall["event_id"][:8], "--library", library)
    assert b"2 other claims are of the same event" in run(*name).stdout
    assert b"Eve said on" in run(*name, "--apart", "--who", "Eve", "--why", "another fall").stdout
    told = run(*name).stdout
    assert b"another fall" in told
    assert b"other claims" not in told
    assert run(*name, "--undo").stdout.startswith(b"Taken back: ")
    assert run(*name, "--apart", "--reject").returncode == 2
    assert run(*name, "--why", "nothing").returncode == 2
    add = ("add", "--library", library, "--quote", "key Middle East ally", fall["source_id"][:8])
    wrong = run(*add, "soonish", "He flees")
    assert (wrong.returncode, b"is no date" in wrong.stderr) == (1, True)
    assert run(*add, "2024-12-08", "He flees").returncode == 0
    assert b"He flees" in run("export", "--library", library).stdout
