"""A build that is killed anywhere and run again leaves what one leaves that was let alone."""

import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract import gather, take
from extract.build import Manner, build
from extract.dates.interval import to_day
from extract.store.library import create_or_open
from tests.making.archives import zipped

READ_ON = to_day(2026, 11, 22)
MOMENTS = 20
STEPS = 500
"""Steps of SQLite's machine between two moments at which a build may be killed."""
KEEPS_COUNT = ("meta", "sqlite_sequence", "sqlite_stat1", "packs")
"""Tables that count writes, of which a build in two goes has more."""
IN_ORDER_OF_WRITING = {("events", "id"), ("stories", "id")}
NAMES = ("Boris Kovalenko", "Anna Petrova", "Carla Vidal", "Δήμητρα Λάμπρου", "محمد السيد")
PLACES = ("Madrid", "Athens", "Cairo", "Quito")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts that name one another's people, date one another, are copies or versions; an archive, and what is broken."""
    folder = tmp_path_factory.mktemp("texts")
    chance = random.Random(7)  # noqa: S311 - the same texts on every run
    texts = {f"{number:02}.txt": _text(chance) for number in range(24)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "copy.txt").write_text(texts["03.txt"], encoding="utf-8")
    for version in ("a", "b"):
        told = f"---\nurl: https://example.org/1\n---\n{texts['05.txt']} Version {version}."
        (folder / f"version {version}.md").write_text(told, encoding="utf-8")
    (folder / "more.zip").write_bytes(zipped({f"{number}.txt": _text(chance) for number in range(6)} | {"x.txt": b""}))
    (folder / "empty.txt").touch()
    return folder


def _text(chance: random.Random) -> str:
    one, other = chance.sample(NAMES, 2)
    day, place = chance.randint(1, 28), chance.choice(PLACES)
    head = f"Published: {chance.randint(1, 28)} March 2024\n\n" if chance.random() < 0.5 else ""
    return (
        f"{head}{one} met {other} in {place} on {day} March. They had signed a treaty in May 2019."
        f" {other} will visit {chance.choice(PLACES)} on {chance.randint(1, 28)} April."
    )


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but for how often was written and in which order rows came."""
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for name in names:
        if name in KEEPS_COUNT or name.startswith("event_words"):
            continue
        columns = [
            row[1]
            for row in connection.execute(f"PRAGMA table_info({name})")
            if (name, row[1]) not in IN_ORDER_OF_WRITING
        ]
        found[name] = sorted(
            map(tuple, connection.execute(f"SELECT {', '.join(map(repr_of, columns))} FROM {name}")), key=repr
        )
    found["words"] = sorted(map(tuple, connection.execute(
        "SELECT event_id, words FROM events JOIN event_words ON event_words.rowid = events.id")))  # fmt: skip
    found["meta"] = [
        row for row in connection.execute("SELECT * FROM meta ORDER BY 1") if row[0] not in ("changes", "linked")
    ]
    connection.close()
    return found


def repr_of(column: str) -> str:
    return f'"{column}"'


def _build(folder: Path, path: Path, killed_after: int = 0) -> int:
    """Build in small batches; how many moments there were, unless it was killed at one of them."""
    take.BATCH, gather.NOTED_TOGETHER = 4, 3
    library, moments = create_or_open(path), 0

    def moment() -> int:
        nonlocal moments
        moments += 1
        if moments == killed_after:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    library.connection.set_progress_handler(moment, STEPS)
    build([folder], library, READ_ON)
    library.close()
    return moments


def _in_a_process(*arguments: object) -> int:
    process = multiprocessing.get_context("forkserver").Process(target=_build, args=arguments)
    process.start()
    process.join()
    return process.exitcode or 0


@pytest.fixture(scope="module")
def peaceful(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("peace") / "library.db"
    assert _in_a_process(folder, path) == 0
    return path


@pytest.fixture(scope="module")
def moments(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[int]:
    """Of a whole build, some at which it is killed."""
    batches = take.BATCH, gather.NOTED_TOGETHER
    try:
        count = _build(folder, tmp_path_factory.mktemp("counted") / "library.db")
    finally:
        take.BATCH, gather.NOTED_TOGETHER = batches
    assert count > 10 * MOMENTS
    return sorted(random.Random(11).sample(range(1, count), MOMENTS))  # noqa: S311 - the same on every run


@pytest.mark.parametrize("which", range(MOMENTS))
def test_killed_at_any_moment_and_built_again(
    folder: Path, peaceful: Path, moments: list[int], which: int, tmp_path: Path
) -> None:
    path = tmp_path / "library.db"
    assert _in_a_process(folder, path, moments[which]) == -signal.SIGKILL
    assert _in_a_process(folder, path) == 0
    left, whole = contents(path), contents(peaceful)
    assert left.keys() == whole.keys()
    for table, rows in whole.items():
        assert left[table] == rows, table


def test_several_processes_find_what_one_finds(folder: Path, peaceful: Path, tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "library.db")
    build([folder], library, READ_ON, manner=Manner(jobs=2))
    library.close()
    assert contents(tmp_path / "library.db") == contents(peaceful)


def test_the_command_is_killed_with_all_its_processes_and_goes_on(folder: Path, peaceful: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    command = [sys.executable, "-m", "extract", "build", str(folder), "--library", str(path), "--read-on", "2026-11-22"]
    process = subprocess.Popen([*command, "--jobs", "2"], start_new_session=True)
    while not (path.exists() and _has_read(path)):
        assert process.poll() is None
    process.kill()
    process.wait()
    while _alive(process.pid):  # they end by themselves
        time.sleep(0)
    again = subprocess.run([*command, "--jobs", "2"], capture_output=True, text=True, check=False)
    assert again.returncode == 3
    assert "empty.txt is empty" in again.stderr
    assert "x.txt is empty" in again.stderr
    assert contents(path) == contents(peaceful)


def _has_read(path: Path) -> bool:
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        found = connection.execute("SELECT count(*) FROM readings").fetchone()[0]
        connection.close()
    except sqlite3.Error:
        return False
    return bool(found)


def _alive(session: int) -> list[int]:
    """Processes of a session."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after[3]) == session and after[0] != "Z":
            found.append(int(status.parent.name))
    return found


@pytest.mark.parametrize("interrupt", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_is_told_and_loses_nothing(
    folder: Path, peaceful: Path, tmp_path: Path, interrupt: signal.Signals
) -> None:
    path = tmp_path / "library.db"
    command = [sys.executable, "-m", "extract", "build", str(folder), "--library", str(path), "--read-on", "2026-11-22"]
    process = subprocess.Popen([*command, "--jobs", "1"], stderr=subprocess.PIPE, text=True)
    while not (path.exists() and _has_read(path)):
        assert process.poll() is None
    process.send_signal(interrupt)
    _, told = process.communicate()
    assert process.returncode == 130
    assert "Stopped. What was read is in" in told
    assert "Traceback" not in told
    assert subprocess.run(command, capture_output=True, check=False).returncode == 3
    assert contents(path) == contents(peaceful)
