"""The log of corrections: nothing in it is ever changed, and what of it is in force."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.store.corrections import Correction, add, corrected_dates, history, in_force, last_change, undone
from extract.store.library import Library, create_or_open
from extract.wording import worded

ENTRY = Correction(0, "a", "a.txt", None, "2025-01-13", "the index", "Maria", "2026-11-22T06:10:00+00:00")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def log(*said: str | int) -> list[Correction]:
    """Entries numbered from 1: a text sets a date, empty leaves it to the evidence, a number undoes that entry."""
    return [
        replace(ENTRY, id=at, undoes=one) if isinstance(one, int) else replace(ENTRY, id=at, new=one or None)
        for at, one in enumerate(said, 1)
    ]


@pytest.mark.parametrize(
    ("said", "counts", "next_undone"),
    [
        ((), None, None),
        (("2024",), 1, 1),
        (("2024", "2025"), 2, 2),
        (("2024", "2025", 2), 1, 3),
        (("2024", "2025", 2, 3), 2, 4),
        (("2024", "2025", 2, 3, 4), 1, 5),
        (("2024", 1), None, 2),
        (("2024", ""), 2, 2),
        (("2024", "", 2), 1, 3),
        (("2024", 1, "2025"), 3, 3),
        (("2024", 1, "2025", 3), None, 4),
    ],
)
def test_what_is_in_force_is_the_last_entry_that_was_not_taken_back(
    said: tuple[str | int, ...], counts: int | None, next_undone: int | None
) -> None:
    entries = log(*said)
    counting, last = in_force(entries), last_change(entries)
    assert (counting and counting.id) == counts
    assert (last and last.id) == next_undone


@given(st.lists(st.sampled_from(["2023", "2024", "", "undo"])))
def test_an_undo_gives_what_was_there_before_the_change_and_another_one_gives_it_back(steps: list[str]) -> None:
    entries: list[Correction] = []
    states: list[str | None] = [None]

    def state() -> str | None:
        counting = in_force(entries)
        return counting.new if counting else None

    for step in steps:
        last = last_change(entries)
        if step == "undo" and last is None:
            continue
        undoes = last.id if step == "undo" and last else None
        before = state()
        entries.append(replace(ENTRY, id=len(entries) + 1, new=step or None, undoes=undoes))
        states.append(state())
        if undoes is None:
            assert state() == (step or None)
        again = [*entries, replace(ENTRY, id=len(entries) + 1, undoes=len(entries))]
        counting = in_force(again)
        assert (counting.new if counting else None) == before
    assert undone(entries) <= {entry.id for entry in entries}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE corrections SET new = '1999'",
        "DELETE FROM corrections",
        "INSERT OR REPLACE INTO corrections SELECT 1, source_id, location, field, old, '1999', reason, who, at,"
        " undoes, follows FROM corrections",
    ],
)
def test_nothing_in_the_log_can_be_changed(library: Library, statement: str) -> None:
    with library.writing():
        add(library, ENTRY)
    with pytest.raises(sqlite3.IntegrityError, match="corrections are only added to"):
        library.connection.execute(statement)
    assert [entry.new for entry in history(library, "a")] == ["2025-01-13"]


def test_the_log_outlives_its_source(library: Library) -> None:
    with library.writing():
        add(library, ENTRY)
        library.connection.execute("DELETE FROM sources")
    assert history(library, "a") == [replace(ENTRY, id=1)]


def test_what_people_say_is_told_with_who_when_and_why(library: Library) -> None:
    with library.writing():
        add(library, ENTRY)
        add(library, replace(ENTRY, source_id="b", new="unknown", reason="", who="Νίκος"))
        add(library, replace(ENTRY, source_id="c", new=None))
    found = corrected_dates(library, ["a", "b", "c", "d"])
    assert {name: (said.date, worded(said.reason)) for name, said in found.items()} == {
        "a": ("2025-01-13", "Maria set it on 22 November 2026: “the index”"),
        "b": (None, "Νίκος said that nobody knows on 22 November 2026"),
    }
