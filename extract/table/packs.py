"""The library's rows as columns, packed some thousand rows at a time, so that all of them are read at once.

Triggers of schema.sql count how often a row of a pack came, went or changed. Whoever reads works out what changed since
it was packed, or since it was read last; a build packs at its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from extract.store.library import Library
from extract.store.query import SURE

PACK_BITS = 12
"""Ids of a pack differ in so many last bits, as in schema.sql: few enough rows that a pack is worked out in the time of
a glance, enough of them that a million are some hundred packs."""

CODED = pa.dictionary(pa.int32(), pa.string())


class Of(StrEnum):
    """What is packed."""

    CLAIMS = "claims"
    STORIES = "stories"


@dataclass(frozen=True, slots=True)
class Pack:
    """Rows as columns, and how often one of them had changed."""

    changed: int
    rows: pa.RecordBatch


Packs = Mapping[int, Pack]
"""Packs by their numbers."""

SCHEMAS = {
    Of.CLAIMS: pa.schema(
        {
            "id": pa.int64(),
            "event_id": pa.string(),
            "story": pa.int64(),
            "start": pa.int64(),
            "end": pa.int64(),
            "sure": pa.bool_(),
            "confidence": pa.float32(),
            "preferred": pa.int64(),
            "marks": pa.uint8(),
            "source": CODED,
            "language": CODED,
            "publisher": CODED,
            "grain": CODED,
            "status": CODED,
            "kind": CODED,
            "basis": CODED,
            "mod": CODED,
            "actors": pa.list_(CODED),
            "things": pa.list_(CODED),
            "amounts": pa.list_(pa.float64()),
        }
    ),
    Of.STORIES: pa.schema(
        {
            "story": pa.int64(),
            "weight": pa.float64(),
            "voices": pa.int32(),
            "claims": pa.int32(),
            "days": pa.int64(),
        }
    ),
}

MARKS = ("checked", "starred", "noted", "corrected")
"""What people say of claims, by the bits of the column `marks`, the least first."""

_CLAIMS = f"""
SELECT e.id, e.event_id, e.story_id, e.start_day, e.end_day, {SURE} AS sure, e.confidence, e.preferred,
       (e.checked > 0) + 2 * (e.starred > 0) + 4 * (e.note IS NOT NULL) + 8 * (e.found <> '{{}}') AS marks,
       e.source_id, s.language, s.publisher, e.grain, e.status, e.kind, e.date_basis, e.mod
FROM events AS e JOIN sources AS s USING (source_id) WHERE NOT e.rejected AND e.id BETWEEN ? AND ? ORDER BY e.id
"""
_ACTORS = """
SELECT e.id, a.actor FROM events AS e CROSS JOIN event_actors AS a USING (event_id)
WHERE e.id BETWEEN ? AND ? ORDER BY e.id, a.position
"""
_FIGURES = """
SELECT e.id, f.value ->> 1, f.value ->> 0 FROM events AS e CROSS JOIN json_each(e.figures) AS f
WHERE e.id BETWEEN ? AND ? AND e.figures <> '[]' ORDER BY e.id, f.key
"""
_STORIES = "SELECT story_id, weight, voices, claims, days FROM stories WHERE id BETWEEN ? AND ? ORDER BY id"


def key(story_id: str) -> int:
    """A story as a number: of a billion of them no two are likely to have the same."""
    return int.from_bytes(blake2b(story_id.encode(errors="surrogatepass"), digest_size=8).digest(), signed=True)


def read(library: Library, of: Of, known: Packs) -> dict[int, Pack]:
    """All packs, those that did not change since they were `known` as they are."""
    found = library.connection.execute(
        "SELECT number, changed, coalesce(packed = changed, 0) FROM packs WHERE of = ? ORDER BY number", (of,)
    ).fetchall()
    return {number: _pack(library, of, number, known.get(number), *how) for number, *how in found}


def _pack(library: Library, of: Of, number: int, known: Pack | None, changed: int, is_kept: int) -> Pack:
    if known and known.changed == changed:
        return known
    return Pack(changed, _unpacked(library, of, number) if is_kept else _worked_out(library, of, number))


def keep(library: Library) -> None:
    """Pack what changed since it was packed last. To be called inside `library.noting()`."""
    stale = library.connection.execute("SELECT of, number, changed FROM packs WHERE packed IS NOT changed").fetchall()
    for of, number, changed in stale:
        rows = _worked_out(library, Of(of), number)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, rows.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
            writer.write_batch(rows)
        library.connection.execute(
            "UPDATE packs SET packed = ?, columns = ? WHERE of = ? AND number = ?",
            (changed, memoryview(sink.getvalue()), of, number),
        )


def _unpacked(library: Library, of: Of, number: int) -> pa.RecordBatch:
    (columns,) = library.connection.execute(
        "SELECT columns FROM packs WHERE of = ? AND number = ?", (of, number)
    ).fetchone()
    return pa.ipc.open_stream(columns).read_next_batch()


def _worked_out(library: Library, of: Of, number: int) -> pa.RecordBatch:
    ids = (number << PACK_BITS, ((number + 1) << PACK_BITS) - 1)
    rows = _claims(library, ids) if of is Of.CLAIMS else _stories(library, ids)
    schema = SCHEMAS[of]
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.RecordBatch.from_arrays(
        [pa.array(values, type=kind) for values, kind in zip(columns, schema.types, strict=True)], schema=schema
    )


def _claims(library: Library, ids: tuple[int, int]) -> list[tuple[object, ...]]:
    actors = _lists(library, _ACTORS, ids)
    figures = _lists(library, _FIGURES, ids)
    return [
        (
            *(id_, event_id, key(story_id), start, end, bool(sure), *rest),
            *([actor for (actor,) in actors[id_]], *([each[at] for each in figures[id_]] for at in range(2))),
        )
        for id_, event_id, story_id, start, end, sure, *rest in library.connection.execute(_CLAIMS, ids)
    ]


def _lists(library: Library, sql: str, ids: tuple[int, int]) -> defaultdict[int, list[list[Any]]]:
    """What claims have several of, by their ids."""
    found: defaultdict[int, list[list[Any]]] = defaultdict(list)
    for id_, *values in library.connection.execute(sql, ids):
        found[id_].append(values)
    return found


def _stories(library: Library, ids: tuple[int, int]) -> list[tuple[object, ...]]:
    return [(key(story_id), *rest) for story_id, *rest in library.connection.execute(_STORIES, ids)]
