"""Columns are those of the rows, however often and by whomever these were changed and packed."""

from dataclasses import fields
from threading import Thread

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.store.library import create_or_open, open_read_only
from extract.store.weights import weigh
from extract.table import packs
from extract.table.columns import Coded, columns_of
from extract.table.packs import Of
from tests import library_factory
from tests.tables import table_of


@pytest.fixture
def library(tmp_path):
    library = create_or_open(library_factory.full(tmp_path / "l.db"))
    yield library
    library.close()


def told(columns):
    """What columns say, whatever codes stand for it."""
    said = []
    for each in fields(columns):
        value = getattr(columns, each.name)
        if isinstance(value, Coded):
            value = [value.names[code] if code >= 0 else None for code in value.codes.tolist()]
        elif each.name == "story":
            value = columns.story_keys[value]
        elif each.name in {"packs", "story_keys", "weight", "voices", "claims", "days"}:
            continue
        said.append((each.name, value.tolist() if isinstance(value, np.ndarray) else list(value)))
    weighed = zip(columns.story_keys, columns.weight, columns.voices, columns.claims, columns.days, strict=True)
    return dict(said), set(weighed)


def anew(library):
    """The columns as nobody knew or packed them."""
    with library.noting():
        library.connection.execute("UPDATE packs SET packed = NULL, columns = NULL")
    return columns_of(library)


def keep(library):
    with library.noting():
        packs.keep(library)


CHANGES = {
    "reject": "UPDATE events SET rejected = 1 WHERE event_id = 'en.2'",
    "take back": "UPDATE events SET rejected = 0 WHERE event_id = 'en.2'",
    "regroup": "UPDATE events SET story_id = 'korea' WHERE event_id = 'ar.2'",
    "redate": "UPDATE events SET start_day = start_day + 1, end_day = end_day + 1 WHERE event_id = 'el.0'",
    "rename": "UPDATE event_actors SET actor = 'Rossiya' WHERE actor = 'Russia'",
    "remove": "DELETE FROM sources WHERE source_id = 'old'",
}


def change(library, what):
    with library.writing():
        if what == "add":
            library.put(library_factory.old_times(), "again")
        else:
            library.connection.execute(CHANGES[what])
        if what == "rename":  # as whoever renames does
            library.connection.execute("UPDATE events SET telling_id = NULL")
        weigh(library)


@pytest.mark.parametrize("what", [*CHANGES, "add"])
def test_a_change_is_seen_by_those_who_know_what_was_before(library, what):
    before = columns_of(library)
    change(library, what)
    assert told(columns_of(library, before)) == told(anew(library))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*CHANGES, "add", "keep", "look"]), max_size=8))
def test_any_changes_and_packings_leave_the_columns_of_the_rows(tmp_path_factory, doings):
    library = create_or_open(library_factory.full(tmp_path_factory.mktemp("packs") / "l.db"))
    known = None
    for each in doings:
        match each:
            case "keep":
                keep(library)
            case "look":
                known = columns_of(library, known)
            case _:
                change(library, each)
    now = told(columns_of(library, known))
    assert now == told(columns_of(library)) == told(anew(library))
    library.close()


def test_what_did_not_change_is_the_same(library):
    before = columns_of(library)
    assert columns_of(library, before) is before
    keep(library)
    assert columns_of(library, before) is before


def test_packing_twice_does_nothing_more(library):
    keep(library)
    kept = library.connection.execute("SELECT of, number, changed, packed, columns FROM packs").fetchall()
    assert {of for of, *_ in kept} == {Of.CLAIMS, Of.STORIES}
    assert all(changed == packed and columns for _, _, changed, packed, columns in kept)
    keep(library)
    assert library.connection.execute("SELECT of, number, changed, packed, columns FROM packs").fetchall() == kept


def test_rows_of_many_packs(tmp_path):
    claims = 3 * 2**packs.PACK_BITS // 2
    library = create_or_open(library_factory.crowded(tmp_path / "l.db", claims))
    before = columns_of(library)
    assert len(before) == claims
    change(library, "reject")
    with library.writing():
        library.connection.execute("UPDATE events SET status = 'denied' WHERE id = ?", (claims,))
    after = columns_of(library, before)
    first, last = (before.packs[Of.CLAIMS][number] is after.packs[Of.CLAIMS][number] for number in (0, 1))
    assert (first, last) == (True, False)
    assert after.status.names[after.status.codes[-1]] == "denied"
    library.close()


def test_those_who_read_while_others_write_see_one_state(tmp_path):
    path = library_factory.plain(tmp_path / "l.db")
    writer = create_or_open(path)

    def write():
        library = create_or_open(path)
        for _ in range(30):
            change(library, "remove")
            change(library, "add")
        library.close()

    thread = Thread(target=write)
    thread.start()
    columns, seen = None, set()
    while thread.is_alive():
        reader = open_read_only(path)
        columns = columns_of(reader, columns)
        seen.add(len(columns))
        assert len(columns.story) == len(columns.start) == len(columns)
        reader.close()
    thread.join()
    assert seen <= {12, 15}
    assert len(columns_of(writer, columns)) == 15
    writer.close()


def test_an_order_by_time_is_that_of_the_rows(library):
    table = table_of(library)
    names = [row.event_id for row in library.rows(tail="ORDER BY start_day IS NULL, start_day, end_day, event_id")]
    assert table.columns.event_ids.take(table.columns.by_time).to_pylist() == names
