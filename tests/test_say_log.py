"""What people put right, and the log of it, on the command line."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extract.__main__ import app
from tests.correcting import claim, contents, made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("library", "other"):
        made(tmp_path, name=name).close()
    return tmp_path


def run(place: Path, command: str, *arguments: str, library: str = "library") -> Result:
    return CliRunner().invoke(app, [command, "--library", str(place / f"{library}.db"), *arguments])


@pytest.fixture
def event(place: Path) -> str:
    return claim(made(place), "resigned").event_id


def test_fields_are_put_right_and_told(place: Path, event: str) -> None:
    given = ("--correct", "date=6 March 2024", "--correct", "kind = meeting", "--who", "Eve", "--why", "the text")
    told = run(place, "claim", event[:8], *given).output
    assert "Eve said on" in told
    assert f"that its date is 2024-03-06, not 2024-03-05: {event}: \u201cthe text\u201d." in told
    assert f"that its kind is meeting, not office: {event}" in told
    now = run(place, "claim", event).output
    assert now.startswith(f"{event}: Kovalenko resigned")
    assert "that its date is 2024-03-06" in now
    assert "Taken back: " in run(place, "claim", event, "--undo").output
    row = claim(made(place), "resigned")
    assert (row.edtf, row.found) == ("2024-03-06", ["date: 2024-03-05"])


def test_a_claim_is_accepted_starred_and_noted(place: Path, event: str) -> None:
    for options, told in (
        (("--accept", "--who", "Maria"), f"Maria said on 20\\d\\d-\\d\\d-\\d\\d that 2024-03-05 is right: {event}."),
        (("--star",), f"that this is to be come back to: {event}."),
        (("--no-star",), f"that this need not be come back to: {event}."),
        (("--note", "Look αgain"), f"of {event}: Look αgain."),
        (("--note", ""), f"that there is nothing to note of {event}."),
    ):
        done = run(place, "claim", event, *options)
        assert done.exit_code == 0
        assert re.search(told, done.output)


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--correct", "date"), 2, "'date': write FIELD=VALUE"),
        (("--correct", "when=2015"), 2, "one of date, status, kind, headline"),
        (("--accept", "--star"), 2, "only one of them can be meant"),
        (("--correct", "kind=war", "--undo"), 2, "only one of them can be meant"),
        (("--correct", "date=soon"), 1, "Error: 'soon' is no date"),
        (("--correct", "kind=thing"), 1, "Error: 'thing' is no kind"),
        (("--note", "x" * 2001), 1, "Error: A note may have 2000 characters"),
        (("--no-star",), 1, "Error: It is so already"),
        (("--undo",), 1, "Error: Nobody has said anything"),
    ],
)
def test_what_cannot_be_said_is_told_in_a_sentence(
    place: Path, event: str, options: tuple[str, ...], code: int, told: str
) -> None:
    before = contents(made(place))
    done = run(place, "claim", event, *options)
    assert done.exit_code == code
    assert told in " ".join(done.output.replace("\u2502", " ").split())
    assert contents(made(place)) == before


def test_the_log_is_told_taken_along_and_taken_back(place: Path, event: str) -> None:
    file = str(place / "log.jsonl")
    assert run(place, "log").output == "Nobody has corrected anything here.\n"
    run(place, "claim", event, "--correct", "date=2024-03-06", "--who", "Eve", "--why", "the text")
    run(place, "claim", event, "--accept", "--who", "Maria")
    run(place, "claim", event, "--note", "once\nagain", "--who", "Maria")
    lines = run(place, "log").output.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["claim-3", "claim-2", "claim-1"]
    assert (
        f"Eve: date of \u201cKovalenko resigned on 5 March 2024\u201d ({event}): 2024-03-05 \u2192 2024-03-06"
        in lines[2]
    )
    assert run(place, "log", "--by", "Maria", "--words", "again").output.startswith("claim-3")
    assert run(place, "log", "--words", "nothing").output == "No entry is like that.\n"
    assert "1 of 3 entries; --most 3 tells all." in run(place, "log", "--most", "1").output
    assert f"3 entries written to {file}." in run(place, "log", "-o", file).output.replace("\n", "")
    for came, there in ((3, 0), (0, 3)):
        told = run(place, "log", "--import", file, library="other").output
        assert told == f"{came} entries came, {there} were here already.\n"
    assert contents(made(place)) == contents(made(place, name="other"))
    assert run(place, "log", "--undo", "claim-1", "--who", "Eve").output.rstrip().endswith("[taken back]")
    assert run(place, "log", "--conflicts").output == "Nothing has to be looked at again.\n"


def test_a_broken_line_is_named_with_its_file_and_the_rest_comes(place: Path, event: str) -> None:
    run(place, "claim", event, "--star")
    file = place / "log.jsonl"
    run(place, "log", "-o", str(file))
    file.write_text(file.read_text("utf-8") + "nonsense\n", encoding="utf-8")
    done = run(place, "log", "--import", str(file), library="other")
    assert done.exit_code == 3
    assert "1 entries came" in done.output
    assert f"Not done: {file}, line 3: Invalid JSON" in done.output.replace("\n", "")
    assert claim(made(place, name="other"), "resigned").starred


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--undo", "claim-9"), 1),
        (("--undo", "1; DROP TABLE log"), 1),
        (("--undo", "claim-1", "--conflicts"), 2),
        (("--import", "nowhere"), 1),
        (("--import", "README.md"), 1),
        (("-o", "no/such/folder/x"), 1),
        (("--most", "0"), 2),
    ],
)
def test_what_the_log_cannot_do_ends_with_its_exit_code(place: Path, options: tuple[str, ...], code: int) -> None:
    assert run(place, "log", *options).exit_code == code


def test_conflicts_are_told_with_both_sides_and_a_way_out(place: Path, event: str) -> None:
    run(place, "claim", event, "--correct", "date=2024-03-06", "--who", "Maria")
    run(place, "claim", event, "--correct", "date=2024-03-07", "--who", "Eve")
    told = run(place, "log", "--conflicts").output
    assert told.startswith("To be looked at again: 1.\nclaim-2, ")
    assert "  Maria says otherwise. The last word counts." in told
    assert "  claim-1, " in told
    exported = run(place, "export", "--format", "jsonl").output.splitlines()
    (row,) = (each for each in map(json.loads, exported) if each["event_id"] == event)
    assert (row["edtf"], row["found"], row["checked"], row["note"]) == ("2024-03-07", ["date: 2024-03-05"], False, None)
