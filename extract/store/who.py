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
from extract.store.log import Kind, enter
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
    def said(self) -> tuple[object, ...]:
        """What makes it the same as another, beside who says so, when and why."""
        return self.actor, sorted(self.forms), self.target, self.type

    @property
    def change(self) -> ActorChange:
        """What it says."""
        return ActorChange(self.actor, self.target, self.type, frozenset(self.forms))


_COLUMNS = "id, actor, forms, target, type, reason, who, at, undoes"


def entries(library: Library) -> list[Said]:
    """All that was ever said, by time."""
    return _read(library, "1")


def numbered(library: Library, numbers: Iterable[int]) -> dict[int, Said]:
    """Some entries by their ids; those that are not there are left out."""
    return {each.id: each for each in _read(library, f"id {AMONG}", json.dumps(list(numbers)))}


def entry(library: Library, number: int) -> Said | None:
    """One entry; None where there is none of that id."""
    return numbered(library, [number]).get(number)


def entries_about(library: Library, actor: str) -> list[Said]:
    """All that was ever said of an actor, or that another is it, by time."""
    return _read(library, "actor = ? OR target = ?", actor, actor)


def entries_leading_from(library: Library, names: Iterable[str]) -> list[Said]:
    """All that was ever said of some names and of those that they may have by that, by time."""
    known, new = set[str](), set(names)
    log: dict[int, Said] = {}
    while new:
        known |= new
        said = _read(library, f"actor {AMONG}", json.dumps(sorted(new)))
        log |= {each.id: each for each in said}
        new = {each.target for each in said if each.target} - known
    return sorted(log.values(), key=lambda each: (each.at, each.id))


def _read(library: Library, where: str, *parameters: object) -> list[Said]:
    found = library.connection.execute(
        f"SELECT {_COLUMNS} FROM actor_changes WHERE {where} ORDER BY at, id", parameters
    )
    return [
        Said(id_, actor, tuple(json.loads(forms)), target, ActorType(kind) if kind else None, *rest)
        for id_, actor, forms, target, kind, *rest in found
    ]


def changes_in_force(library: Library) -> tuple[ActorChange, ...]:
    """What counts of all that was said, in order."""
    return tuple(entry.change for entry in standing(entries(library)))


def add(library: Library, said: Said) -> int:
    """Write an entry, whose own id is not looked at; the id that it got. To be called inside `library.writing()`."""
    values = {**asdict(said), "forms": json.dumps(said.forms, ensure_ascii=False)}
    del values["id"]
    number = library.insert_one("actor_changes", values)
    enter(library, Kind.ACTOR, number, said, said.said, (said.actor, said.target or "", *said.forms))
    return number


def is_known(library: Library, actor: str) -> bool:
    """Whether a text names somebody so, or people say that somebody is called so."""
    found = library.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM actor_mentions WHERE found = :name OR canonical = :name)"
        " OR EXISTS (SELECT 1 FROM actor_changes WHERE target = :name)",
        {"name": actor},
    )
    return bool(found.fetchone()[0])


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
