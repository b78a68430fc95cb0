"""Builds beside the dashboard: real processes, one at a time, that are told, stopped and outlive who started them."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.noted import Ended, Seen
from dashboard.running import ROOT, Builds, BusyError
from dashboard.under_way import in_time, outcome
from extract.errors import InputError, LibraryError
from extract.report import Stage
from extract.store.known import source_ids
from extract.store.library import open_read_only

LONG = 3_000
"""Documents that are not read before somebody has stopped it."""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "رسائل"
    folder.mkdir()
    (folder / "el.txt").write_text("Ο Όλαφ Σολτς παραιτήθηκε τον Ιούνιο του 2024.", encoding="utf-8")
    return folder


def held(library):
    opened = open_read_only(library)
    ids = source_ids(opened)
    opened.close()
    return ids


def is_gone(pid):
    return not Path(f"/proc/{pid}").exists()


def test_a_build_is_told_to_its_end(folder, tmp_path):
    (folder / "broken.pdf").write_bytes(b"%PDF")
    builds, library = Builds(), tmp_path / "library.db"
    assert builds.of(library) is None
    build = builds.start([str(folder)], library)
    with pytest.raises(BusyError, match="already"):
        builds.start([str(folder)], tmp_path / "." / "library.db")
    ended = build.wait()
    assert (ended.code, ended.is_done, ended.is_stopped, ended.failures) == (3, True, False, 1)
    assert (ended.report["new"], ended.report["dates"]) == (1, 1)
    assert builds.of(library) is build
    assert not build.before
    assert is_gone(build._process.pid)
    assert not build._notes.exists()
    again = builds.start([str(folder)], library)
    assert again.before == frozenset(held(library))
    assert again.wait().report["unchanged"] == 1


def test_a_build_that_is_stopped_keeps_what_it_has_read(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(LONG):
        (folder / f"{number}.txt").write_text(f"On 3 March 2024 number {number} fell.", encoding="utf-8")
    library = tmp_path / "library.db"
    build = Builds().start([str(folder)], library)
    while build.seen is None or not build.seen.done:
        assert build.wait(0.1) is None
    assert build.seen.stage is Stage.READING
    assert build.seen.total == LONG
    build.stop()
    ended = build.wait()
    assert ended.is_stopped
    assert not ended.is_done
    assert "Stopped" in ended.words
    assert "Traceback" not in ended.words
    assert is_gone(build._process.pid)
    build.stop()  # once more does nothing
    open_read_only(library).close()


def test_a_build_that_is_stopped_before_it_begins_is_stopped(folder, tmp_path):
    build = Builds().start([str(folder)], tmp_path / "library.db")
    build.stop()
    assert build.wait().is_stopped


def test_a_build_is_stopped_where_the_dashboard_hears_no_ctrl_c(folder, tmp_path):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # what a shell does with a command in its background
    try:
        build = Builds().start([str(folder)], tmp_path / "library.db")
    finally:
        signal.signal(signal.SIGINT, before)
    build.stop()
    assert build.wait().is_stopped


def test_why_nothing_was_read_is_told_as_text(folder, tmp_path):
    for name in ("<b>a", "b"):
        (folder / f"{name}.toml").write_text("", encoding="utf-8")
    ended = Builds().start([str(folder)], tmp_path / "library.db").wait()
    assert ended.code == 1
    assert not ended.is_done
    assert not ended.is_stopped
    assert "several manifests" in outcome(ended)
    assert "&lt;b&gt;a.toml" in outcome(ended)


def test_what_looks_like_an_option_is_a_file(tmp_path):
    ended = Builds().start(["--help"], tmp_path / "library.db").wait()
    assert ended.code == 1
    assert "There is no --help" in ended.words


def test_what_is_no_library_is_not_built_into(folder, tmp_path):
    (tmp_path / "library.db").write_text("a text", encoding="utf-8")
    with pytest.raises(LibraryError):
        Builds().start([str(folder)], tmp_path / "library.db")


@pytest.mark.parametrize("inputs", [["a\x00b"], ["x" * 1_000_000]])
def test_what_no_command_can_name_is_refused(tmp_path, inputs):
    builds = Builds()
    with pytest.raises(InputError, match="cannot be read"):
        builds.start(inputs, tmp_path / "library.db")
    assert builds.of(tmp_path / "library.db") is None


def test_a_build_outlives_who_started_it(folder, tmp_path):
    library = tmp_path / "library.db"
    starts = (
        "import sys; from pathlib import Path; from dashboard.running import Builds;"
        "print(Builds().start([sys.argv[1]], Path(sys.argv[2]))._process.pid)"
    )
    server = subprocess.run(
        [sys.executable, "-c", starts, str(folder), str(library)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    _wait_for_the_end_of(int(server.stdout))
    assert len(held(library)) == 1


def _wait_for_the_end_of(pid):
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    assert select.select([process], [], [], 120)[0]
    os.close(process)


def test_the_time_that_is_left():
    assert Seen(Stage.READING, 10, 110, 2.0).seconds_left == 50
    assert Seen(Stage.READING, 0, 110).seconds_left is None
    assert [in_time(seconds) for seconds in (0.2, 89, 90, 5399, 5400)] == [
        "1 second", "89 seconds", "2 minutes", "90 minutes", "2 hours",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        (
            Ended(0, "", {"new": 3, "earlier": 1, "dates": 1_200, "undated": 2}),
            "3 new, 0 changed, 0 unchanged, 1 earlier",
        ),
        (Ended(0, "", {"new": 3, "dates": 1_200, "undated": 2}), "1,200 dates found, 2 of them undated."),
        (Ended(3, "", {"new": 3}, 2), "2 could not be read"),
        (Ended(130, "", is_stopped=True), "Stopped."),
        (Ended(-9, ""), "ended by the system (-9)"),
        (Ended(1, "\n".join(f"<i>line {number}" for number in range(50))), "&lt;i&gt;line 49"),
    ],
)
def test_what_came_of_it_in_words(ended, told):
    assert told in outcome(ended)
    assert "line 40" not in outcome(ended)
