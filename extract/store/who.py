"""What people said of who is who: a log that is only added to, and the names of all mentions by it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass

from extract.model import ActorMention, ActorType
from extract.said import ActorChange
from extract.store.corrections import AMONG, undone
from extract.store.known import MENTION_COLUMNS, mention_of
from extract.store.library import Library
from extract.store.query import searched


@dataclass(frozen=True, slots=True)
class Said:
    """An entry of the log: somebody said who is who, or took that back."""

    id: int
    actor: str
    forms: tuple[str, ...]
    target: str | None
    type: ActorType | None
    reason: str
    who: str
    at: str
    undoes: int | None = None

    @property
    def change(self) -> ActorChange:
        """What it says."""
        return ActorChange(self.actor, self.target, self.type, frozenset(self.forms))


def entries(library: Library) -> list[Said]:
    """All that was ever said, oldest first."""
    found = library.connection.execute(
        "SELECT id, actor, forms, target, type, reason, who, at, undoes FROM actor_changes ORDER BY id"
    )
    return [
        Said(id_, actor, tuple(json.loads(forms)), target, ActorType(kind) if kind else None, *rest)
        for id_, actor, forms, target, kind, *rest in found
    ]


def in_force(log: Iterable[Said]) -> tuple[Said, ...]:
    """The entries that count, oldest first."""
    said = list(log)
    gone = undone(said)
    return tuple(entry for entry in said if entry.id not in gone and entry.undoes is None)


def changes_in_force(library: Library) -> tuple[ActorChange, ...]:
    """What counts of all that was said, in order."""
    return tuple(entry.change for entry in in_force(entries(library)))


def add(library: Library, said: Said) -> None:
    """Write an entry, whose own id is not looked at. To be called inside `library.writing()`."""
    values = {**asdict(said), "forms": json.dumps(said.forms, ensure_ascii=False)}
    del values["id"]
    library.insert("actor_changes", [values])


def mentions_of(library: Library, names: Collection[str]) -> list[tuple[str, ActorMention]]:
    """The mentions that are called, or were found as, one of some names; each with its source's id."""
    given = json.dumps(list(names))
    found = library.connection.execute(
        f"SELECT source_id, {MENTION_COLUMNS} FROM actor_mentions WHERE canonical {AMONG} OR found {AMONG}"
        " ORDER BY source_id, char_start",
        (given, given),
    )
    return [(source_id, mention_of(row)) for source_id, *row in found]


def rename(library: Library, mentions: Iterable[tuple[str, ActorMention]]) -> None:
    """Write the names of mentions. To be called inside `library.writing()`."""
    library.connection.executemany(
        "UPDATE actor_mentions SET canonical = ?, type = ?, ignored = ?, found = ?, found_type = ?"
        " WHERE source_id = ? AND char_start = ?",
        [
            (
                each.canonical,
                each.type,
                each.ignored,
                *each.as_found,
                source_id,
                each.start,
            )
            for source_id, each in mentions
        ],
    )


def retell(library: Library, sources: Sequence[str]) -> None:
    """Let the claims of sources name their actors by their mentions. To be called inside `library.writing()`."""
    given = (json.dumps(list(sources)),)
    of_them = f"(SELECT event_id FROM events WHERE source_id {AMONG})"
    library.connection.execute(f"DELETE FROM event_actors WHERE event_id IN {of_them}", given)
    library.connection.execute(
        "INSERT INTO event_actors (event_id, position, actor, type, lent_day, lent_date, lent_weekday)"
        " SELECT event_id, row_number() OVER (PARTITION BY event_id ORDER BY first) - 1, canonical, type,"
        " lent_day, lent_date, lent_weekday FROM ("
        "  SELECT e.event_id, m.canonical, m.type, min(m.char_start) AS first,"  # the type of the first
        "  lent_day, lent_date, lent_weekday"
        "  FROM events AS e JOIN actor_mentions AS m"
        "  ON m.source_id = e.source_id AND m.char_start >= e.sentence_start"
        "  AND m.char_start < e.sentence_start + length(e.sentence)"
        f"  WHERE e.source_id {AMONG} AND NOT m.ignored GROUP BY e.event_id, m.canonical)",
        given,
    )
    library.connection.execute(f"UPDATE events SET telling_id = NULL WHERE source_id {AMONG}", given)
    library.connection.execute(f"DELETE FROM event_asks WHERE actor <> '' AND event_id IN {of_them}", given)
    library.connection.execute(
        "INSERT INTO event_asks SELECT event_id, ask, a.actor FROM event_asks JOIN event_actors AS a USING (event_id)"
        f" WHERE event_asks.actor = '' AND event_id IN {of_them}",
        given,
    )
    rows = library.connection.execute(
        f"SELECT e.id, e.headline, e.sentence, e.source_title, e.actors FROM"
        f" (SELECT x.id, t.* FROM event_table AS t JOIN events AS x USING (event_id)) AS e WHERE e.source_id {AMONG}",
        given,
    ).fetchall()
    words = [
        (searched(headline, sentence, title, json.loads(actors)), id_)
        for id_, headline, sentence, title, actors in rows
    ]
    library.connection.executemany("UPDATE event_words SET words = ? WHERE rowid = ?", words)
