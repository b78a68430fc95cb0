"""Several processes that correct one library at once, and one that is killed at it: nothing is lost, nothing is half said."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extract import judge as judging
from extract.amend import amend
from extract.bring import bring
from extract.build import build
from extract.by import by
from extract.errors import CorrectionError
from extract.judge import judge, undo
from extract.log_file import lines
from extract.recast import Deed as Naming
from extract.recast import Wish, recast
from extract.redate import Deed, change, settle_others
from extract.remark import note, star
from extract.said import Field, Verdict
from extract.store.library import Library, create_or_open
from extract.store.logged import Which, count, page
from tests.correcting import READ_ON, TEXTS, claim, contents, linked_anew, made, says, write

FORK = multiprocessing.get_context("fork")
ROUNDS = 6


def run(*deeds: tuple[Callable[..., None], ...]) -> None:
    """All at once, each in a process of its own."""
    processes = [FORK.Process(target=deed, args=given) for deed, *given in deeds]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0


def correct(path: Path, who: str) -> None:
    """Say something of everything, over and over."""
    library = create_or_open(path)
    names = [claim(library, words).event_id for words in ("resigned", "fell", "Friday")]
    for turn in range(ROUNDS):
        said = by(who, f"turn {turn}", datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(minutes=turn))
        amend(library, names[0], {Field.DATE: f"20{turn + 10}-0{len(who)}"}, said)
        note(library, names[1], f"{who} {turn}", said)
        for deed in (
            lambda said=said, turn=turn: star(library, names[2], said, is_on=turn % 2 == 0),
            lambda said=said: judge(library, Verdict.JOIN, names[:2], said),
            lambda said=said: undo(library, names[1], said),
            lambda said=said: recast(library, "Anna Petrova", Wish(Naming.UNDO), said),
        ):
            try:
                deed()
            except CorrectionError:  # the other was quicker
                continue
    library.close()


def build_again(path: Path) -> None:
    library = create_or_open(path)
    for turn in range(3):
        (path.parent / "texts" / "more.txt").write_text(f"It rained on {turn + 1} May 2020.", encoding="utf-8")
        build([path.parent / "texts"], library, READ_ON)
    library.close()


def bring_in(path: Path, file: list[str]) -> None:
    library = create_or_open(path)
    assert bring(library, file, "log.jsonl").refused == []
    library.close()


def test_all_that_is_said_at_once_is_in_the_log_and_shown(tmp_path: Path) -> None:
    other = made(tmp_path, name="other")
    source = claim(other, "on Friday").source_id
    settle_others(other, change(other, source, Deed.SET, "2025-01-14", says("Zoe")))
    recast(other, "Boris Kovalenko", Wish(Naming.CALL, "Boris K."), says("Zoe"))
    file = list(lines(other))
    library = made(tmp_path)
    path = library.path
    run(
        (correct, path, "Maria"),
        (correct, path, "Eve"),
        (build_again, path),
        (bring_in, path, file),
        (bring_in, path, file),
    )
    assert count(library, Which("Zoe")) == 2
    for who in ("Maria", "Eve"):
        notes = [each.new for each in page(library, Which(who), 1000) if each.topic == "note" and each.undoes is None]
        assert sorted(str(each) for each in notes) == [f"{who} {turn}" for turn in range(ROUNDS)]
    build([path.parent / "texts"], library, READ_ON)
    assert library.is_linked
    assert linked_anew(library) == contents(library)
    fresh = create_or_open(tmp_path / "fresh.db")
    build([path.parent / "texts"], fresh, READ_ON)
    assert bring(fresh, lines(library), "log.jsonl").refused == []
    assert contents(fresh) == contents(library)


def die(path: Path, where: str, event: str) -> None:
    """Be killed in the midst of putting a date right."""
    library = create_or_open(path)

    def kill(*_args: object, **_more: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(judging, where, kill)
    amend(library, event, {Field.DATE: "1998"}, says("Maria"))


@pytest.mark.parametrize(("where", "is_said"), [("append_all", False), ("settle_reached", True)])
def test_who_is_killed_has_said_it_or_not(tmp_path: Path, where: str, is_said: bool) -> None:
    library = made(tmp_path)
    before, event = contents(library), claim(library, "met", "one.txt").event_id
    process = FORK.Process(target=die, args=(library.path, where, event))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert library.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert (count(library, Which()) == 1, contents(library) != before) == (is_said, is_said)
    build([write(tmp_path / "texts", TEXTS)], library, READ_ON)
    assert library.is_linked
    assert linked_anew(library) == contents(library)
    if is_said:
        assert claim(library, "met", "one.txt").edtf == "1998"


def test_a_file_that_is_cut_off_in_the_midst_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, other = made(tmp_path), made(tmp_path, name="other")
    star(other, claim(other, "fell").event_id, says("Maria"), is_on=True)
    before, changes = contents(library), library.meta("changes")

    def breaks(_library: Library, _coming: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extract.bring._let_count", breaks)
    with pytest.raises(KeyboardInterrupt):
        bring(library, lines(other), "log.jsonl")
    assert (contents(library), library.meta("changes"), count(library, Which())) == (before, changes, 0)
