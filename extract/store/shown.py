"""The rows of claims as people want them: what counts of all that was said, over what was found.

What was found is kept beside it in the row, so that nothing is lost by a correction, and taking it back needs no new
extraction.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extract.dates.interval import THIRDS
from extract.dates.write import UNKNOWN_YEAR
from extract.said import UNKNOWN, Field, Verdict
from extract.store.query import AMONG
from extract.store.retell import retell, reword

if TYPE_CHECKING:
    from extract.store.library import Library

DATE_COLUMNS = (
    "start_day", "end_day", "start", "end", "edtf", "timex3", "grain", "mod", "date_basis", "explanation", "confidence",
    "lent", "lent_day", "lent_date", "lent_weekday",
)  # fmt: skip
"""What a claim's date is, why, and what it lends to others."""

COLUMNS_OF: Mapping[str, tuple[str, ...]] = {
    Field.DATE: DATE_COLUMNS,
    Field.STATUS: ("status",),
    Field.KIND: ("kind",),
    Field.HEADLINE: ("headline",),
}
"""The columns of events that hold a field."""

AMENDED = tuple(column for columns in COLUMNS_OF.values() for column in columns)
"""All columns that a person's word can change."""

LINKED_BY = ("start_day", "end_day", "grain", "status")
"""What of these decides which story a claim tells."""

MARKS = {"preferred": Verdict.PREFER, "rejected": Verdict.REJECT, "starred": Verdict.STAR}
"""Columns that hold the entry which says so."""

Row = Mapping[str, Any]


def show_judged(library: Library, sources: Collection[str]) -> None:
    """Let the claims of some sources that were just written be what people said of them. Inside `writing()`."""
    given = (json.dumps(sorted(sources)),)
    added = library.connection.execute(
        f"SELECT row FROM judged JOIN sources USING (source_id) WHERE source_id {AMONG} AND verdict = 'add'"
        " AND NOT EXISTS (SELECT 1 FROM events AS e WHERE e.event_id = judged.event_id)",
        given,
    ).fetchall()
    library.put_rows([json.loads(row) for (row,) in added])
    said = library.connection.execute(f"SELECT DISTINCT event_id FROM judged WHERE source_id {AMONG}", given)
    show_claims(library, [claim for (claim,) in said])
    retell(library, sorted(sources))


def show_claims(library: Library, claims: Collection[str]) -> None:
    """Let the rows of some claims be what counts of what people said of them. To be called inside `writing()`."""
    given = (json.dumps(sorted(claims)),)
    said: defaultdict[str, list[Row]] = defaultdict(list)
    for row in library.connection.execute(f"SELECT * FROM judged WHERE event_id {AMONG}", given):
        said[row["event_id"]].append(row)
    rows = rows_of(library, claims)
    now = [_shown(row, said[row["event_id"]]) for row in rows]
    columns = ", ".join(f'"{name}" = :{name}' for name in ("found", "note", "checked", *MARKS, *AMENDED))
    library.connection.executemany(f"UPDATE events SET {columns} WHERE event_id = :event_id", now)
    library.connection.execute(
        "UPDATE event_actors SET (lent_day, lent_date, lent_weekday) = (SELECT lent_day, lent_date, lent_weekday"
        f" FROM events AS e WHERE e.event_id = event_actors.event_id) WHERE event_id {AMONG}",
        given,
    )
    _let_go(library, rows, now)
    library.connection.executemany(
        "UPDATE judged SET finds = ? WHERE event_id = ? AND verdict = ? AND field = ?",
        [(finds, *slot) for row in now for slot, finds in _found_otherwise(row, said[row["event_id"]])],
    )
    reword(library, claims)


def _let_go(library: Library, before: Sequence[Row], after: Sequence[Row]) -> None:
    """Take claims out of their stories that tell of another time or otherwise, and let stories be called anew."""

    def changed(*names: str) -> str:
        both = zip(before, after, strict=True)
        return json.dumps([one["event_id"] for one, other in both if any(one[name] != other[name] for name in names)])

    library.connection.execute(
        f"UPDATE events SET telling_id = NULL, story_id = event_id WHERE event_id {AMONG}", (changed(*LINKED_BY),)
    )
    library.connection.execute(
        f"INSERT OR IGNORE INTO unweighed SELECT story_id FROM events WHERE event_id {AMONG}", (changed("headline"),)
    )


def rows_of(library: Library, claims: Iterable[str]) -> list[dict[str, Any]]:
    """What can be put right of some claims, as it is shown, with what was found of it."""
    names = ", ".join(f'"{name}"' for name in ("event_id", "found", *AMENDED))
    rows = library.connection.execute(
        f"SELECT {names} FROM events WHERE event_id {AMONG}", (json.dumps(sorted(claims)),)
    )
    return [dict(row) for row in rows]


def _shown(row: Row, said: Sequence[Row]) -> dict[str, Any]:
    """A claim's row as people want it; `said` are the rows of judged that speak of it."""
    now = amended(row, {each["field"]: json.loads(each["row"]) for each in said if each["verdict"] == Verdict.AMEND})
    by_verdict = {each["verdict"]: each for each in said}
    accepted, note = by_verdict.get(Verdict.ACCEPT), by_verdict.get(Verdict.NOTE)
    is_checked = accepted is not None and accepted["new"] == date_shown(now)
    return {
        **now,
        "note": note and note["new"],
        "checked": accepted["said"] if accepted and is_checked else 0,
        **{column: by_verdict[verdict]["said"] if verdict in by_verdict else 0 for column, verdict in MARKS.items()},
    }


def _found_otherwise(row: Row, said: Sequence[Row]) -> Iterator[tuple[tuple[str, str, str], str | None]]:
    """What is found by now of that by which people said something; None where it is what they knew."""
    found = as_found(row)
    for each in said:
        if each["found"] is not None:
            now = field_shown(found, each["field"] or Field.DATE)
            yield (each["event_id"], each["verdict"], each["field"]), None if now == each["found"] else now


def amended(row: Row, changes: Mapping[str, Row]) -> dict[str, Any]:
    """A row with other values of some fields, over those that were found; what was found of these is kept in it."""
    found = as_found(row)
    kept = {field: {name: found[name] for name in COLUMNS_OF[field]} for field in changes}
    given = {name: value for columns in changes.values() for name, value in columns.items()}
    return {**found, **given, "found": json.dumps(kept, ensure_ascii=False)}


def as_found(row: Row) -> dict[str, Any]:
    """A row as the program had found it."""
    before = json.loads(row["found"]).values()
    return {**row, **{name: value for columns in before for name, value in columns.items()}}


def date_shown(row: Row) -> str:
    """A claim's date as people read it in one place: as EDTF, else as TIMEX3, with the part of the unit behind it."""
    edge = f" {row['mod']}" if row["mod"] in THIRDS else ""
    date = row["edtf"] or row["timex3"]
    return UNKNOWN if date == UNKNOWN_YEAR else f"{date}{edge}"


def field_shown(row: Row, field: str) -> str:
    """A field of a claim as people read it."""
    return date_shown(row) if field == Field.DATE else str(row[field])


def found_shown(found: str) -> list[str]:
    """What was found of the fields that a person put right, each as "field: value"."""
    return [f"{field}: {field_shown(columns, field)}" for field, columns in json.loads(found).items()]
