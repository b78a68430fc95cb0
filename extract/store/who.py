"""What people said of who is who: a log that is only added to, and the names of all mentions by it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass

from extract.model import ActorMention, ActorType
from extract.said import ActorChange
from extract.store.corrections import standing
from extract.store.known import MENTION_COLUMNS, mention_of
from extract.store.library import Library
from extract.store.query import AMONG


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


def changes_in_force(library: Library) -> tuple[ActorChange, ...]:
    """What counts of all that was said, in order."""
    return tuple(entry.change for entry in standing(entries(library)))


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
