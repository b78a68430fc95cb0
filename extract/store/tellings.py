"""What the library keeps of who tells the same: claims as linking sees them, and the tellings made of them."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.dates.interval import Grain, Interval, between
from extract.model import ActorType, Status
from extract.store.library import Library
from extract.store.query import AMONG, Condition

INTEGERS = "q"
"""The array type of cells: 64 bits, as SQLite's integers are."""


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim, as far as it decides which story it tells."""

    event_id: str
    source_id: str
    interval: Interval | None
    grain: Grain | None
    status: Status
    actors: Mapping[str, ActorType]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldSource:
    """What a source tells besides its claims."""

    written: Interval | None
    mentions: tuple[tuple[str, ActorType, int], ...]
    """Whom it names, as what, how often."""


@dataclass(frozen=True, slots=True)
class KeptTelling:
    """Claims of one time that tell one event, as they were linked."""

    telling_id: str
    story_id: str
    leads_to: str | None
    """The telling of another time that is of the same event."""
    when: Interval | None
    grain: Grain | None
    is_planned: bool
    sources: int
    written: Interval | None
    faces: tuple[str, ...]
    """Ids of the claims that speak for it."""
    claims: int
    kept: tuple[int, ...]
    """The cells in which others find it."""
    sought: tuple[int, ...]
    """The cells in which it looks for others."""

    def row(self) -> dict[str, object]:
        """Its row in tellings."""
        return {
            "telling_id": self.telling_id,
            "story_id": self.story_id,
            "leads_to": self.leads_to,
            "start_day": self.when and self.when.start,
            "end_day": self.when and self.when.end,
            "grain": self.grain,
            "is_planned": self.is_planned,
            "sources": self.sources,
            "written_start": self.written and self.written.start,
            "written_end": self.written and self.written.end,
            "faces": json.dumps(self.faces),
            "claims": self.claims,
            "kept": array(INTEGERS, self.kept).tobytes(),
            "sought": array(INTEGERS, self.sought).tobytes(),
        }


def told_claims(library: Library, which: Condition) -> Iterator[ToldClaim]:
    """Claims of the table events, in the order of their ids."""
    found = library.connection.execute(
        "SELECT event_id, source_id, start_day, end_day, grain, status, acts, (SELECT"
        " json_group_array(json_array(a.actor, a.type)) FROM event_actors AS a"
        f" WHERE a.event_id = events.event_id) FROM events WHERE {which.sql} AND NOT rejected ORDER BY event_id",
        which.parameters,
    )
    for event_id, source_id, start, end, grain, status, acts, actors in found:
        yield ToldClaim(
            event_id,
            source_id,
            between(start, end),
            Grain(grain) if grain else None,
            Status(status),
            {name: ActorType(kind) for name, kind in json.loads(actors)},
            tuple(json.loads(acts)),
        )


def times_told(library: Library) -> list[tuple[Interval, Grain | None, int]]:
    """The times of all dated claims, and how many are of each."""
    found = library.connection.execute(
        "SELECT start_day, end_day, grain, count(*) FROM events WHERE start_day IS NOT NULL AND NOT rejected"
        " GROUP BY 1, 2, 3 ORDER BY 1, 2"
    )
    return [(Interval(start, end), Grain(grain) if grain else None, count) for start, end, grain, count in found]


def undated_plans(library: Library) -> list[str]:
    """Ids of the claims that are planned without a time."""
    found = library.connection.execute(
        "SELECT event_id FROM events WHERE start_day IS NULL AND status = ? AND NOT rejected ORDER BY 1",
        (Status.PLANNED,),
    )
    return [event_id for (event_id,) in found]


def told_source(library: Library, source_id: str) -> ToldSource:
    """What a source of the library tells besides its claims."""
    written = library.connection.execute(
        "SELECT anchor_start, anchor_end FROM sources WHERE source_id = ?", (source_id,)
    ).fetchone()
    found = library.connection.execute(
        "SELECT canonical, type, count(*) FROM actor_mentions WHERE source_id = ? AND NOT ignored GROUP BY 1, 2",
        (source_id,),
    )
    mentions = tuple((name, ActorType(kind), count) for name, kind, count in found)
    return ToldSource(between(*written), mentions)


def _kept(row: sqlite3.Row) -> KeptTelling:
    return KeptTelling(
        row["telling_id"],
        row["story_id"],
        row["leads_to"],
        between(row["start_day"], row["end_day"]),
        Grain(row["grain"]) if row["grain"] else None,
        bool(row["is_planned"]),
        row["sources"],
        between(row["written_start"], row["written_end"]),
        tuple(json.loads(row["faces"])),
        row["claims"],
        tuple(array(INTEGERS, row["kept"])),
        tuple(array(INTEGERS, row["sought"])),
    )


def tellings_at(library: Library, times: Iterable[tuple[Interval, Grain | None]]) -> list[KeptTelling]:
    """The tellings of some times."""
    ask = "SELECT * FROM tellings WHERE start_day = ? AND end_day = ? AND grain IS ? ORDER BY telling_id"
    return [
        _kept(row) for when, grain in times for row in library.connection.execute(ask, (when.start, when.end, grain))
    ]


def the_tellings(library: Library, names: Collection[str]) -> list[KeptTelling]:
    """Some tellings by time; those that are not there are left out."""
    found = library.connection.execute(
        f"SELECT * FROM tellings WHERE telling_id {AMONG} ORDER BY start_day, end_day, telling_id",
        (json.dumps(list(names)),),
    )
    return list(map(_kept, found))


def seeking_tellings(library: Library) -> list[str]:
    """Ids of all tellings that look for others, by time."""
    found = library.connection.execute(
        "SELECT telling_id FROM tellings WHERE length(sought) > 0 ORDER BY start_day, end_day, telling_id"
    )
    return [name for (name,) in found]


def members_of(library: Library, names: Collection[str]) -> dict[str, frozenset[str]]:
    """The claims of tellings that stand as they were linked, by telling."""
    found = library.connection.execute(
        f"SELECT telling_id, event_id FROM events WHERE telling_id {AMONG}", (json.dumps(list(names)),)
    )
    members: defaultdict[str, set[str]] = defaultdict(set)
    for name, event_id in found:
        members[name].add(event_id)
    return {name: frozenset(ids) for name, ids in members.items()}


def in_cell(library: Library, cell: int, *, sought: bool, most: int = -1) -> list[str]:
    """The tellings that are kept in a cell, or look into it, in the order of their ids; so many at most."""
    found = library.connection.execute(
        "SELECT telling_id FROM telling_cells WHERE sought = ? AND cell = ? ORDER BY telling_id LIMIT ?",
        (sought, cell, most),
    )
    return [name for (name,) in found]


def forget_all_tellings(library: Library) -> None:
    """Take every telling away. To be called inside `library.writing()`."""
    for statement in (
        "DELETE FROM tellings",
        "DELETE FROM telling_cells",
        "UPDATE events SET telling_id = NULL, story_id = event_id WHERE telling_id IS NOT NULL OR story_id <> event_id",
    ):
        library.connection.execute(statement)


def forget_tellings(library: Library, tellings: Sequence[KeptTelling]) -> None:
    """Take tellings away. To be called inside `library.writing()`."""
    library.connection.executemany(
        "DELETE FROM tellings WHERE telling_id = ?", [(each.telling_id,) for each in tellings]
    )
    library.connection.executemany(
        "DELETE FROM telling_cells WHERE sought = ? AND cell = ? AND telling_id = ?", _cells_of(tellings)
    )


def keep_tellings(library: Library, tellings: Sequence[tuple[KeptTelling, Collection[str]]]) -> None:
    """Write tellings, each of some claims. To be called inside `library.writing()`."""
    kept = [each for each, _ in tellings]
    library.insert("tellings", [each.row() for each in kept])
    library.connection.executemany("INSERT INTO telling_cells VALUES (?, ?, ?)", _cells_of(kept))
    library.connection.executemany(
        "UPDATE events SET telling_id = ?, story_id = ? WHERE event_id = ?",
        [(each.telling_id, each.story_id, event_id) for each, claims in tellings for event_id in claims],
    )


def _cells_of(tellings: Iterable[KeptTelling]) -> list[tuple[int, int, str]]:
    """Rows of telling_cells, in their order there."""
    return sorted(
        (sought, cell, each.telling_id)
        for each in tellings
        for sought, cells in enumerate((each.kept, each.sought))
        for cell in cells
    )


def note_leads(library: Library, led: Mapping[str, str | None]) -> None:
    """Write to which telling others lead. To be called inside `library.writing()`."""
    library.connection.executemany(
        "UPDATE tellings SET leads_to = ? WHERE telling_id = ?", [(to, name) for name, to in led.items()]
    )


def leads_in(library: Library, stories: Collection[str] | None) -> dict[str, tuple[str, str | None]]:
    """Of the tellings of some stories, or of all, the story and to which other each leads."""
    chosen, given = ("1", ()) if stories is None else (f"story_id {AMONG}", (json.dumps(list(stories)),))
    found = library.connection.execute(f"SELECT telling_id, story_id, leads_to FROM tellings WHERE {chosen}", given)
    return {name: (story, led) for name, story, led in found}


def note_stories(library: Library, stories: Mapping[str, str]) -> None:
    """Write the stories of tellings and of their claims. To be called inside `library.writing()`."""
    changes = [(story, name) for name, story in stories.items()]
    library.connection.executemany("UPDATE tellings SET story_id = ? WHERE telling_id = ?", changes)
    library.connection.executemany("UPDATE events SET story_id = ? WHERE telling_id = ?", changes)
