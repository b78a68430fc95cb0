"""The names of a library's actors: those near to others, who is named beside whom, and what they are kept under."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice

from extract.model import ActorType, KnownActor
from extract.store.library import Library
from extract.store.query import AMONG

MOST_COUNTED = 1000
"""Mentions of a name as each of its types that are counted: who is named more often is no other by that."""


def names_near(
    library: Library, keys: Iterable[str], most: int, without: Collection[str] = ()
) -> tuple[KnownActor, ...]:
    """The actors of whom a name lies under some keys, so many of each at most, of the type that most give them.

    They are called as they were found, and have all their own names. Those that only sources set aside have are left
    out. What people said of names since does not count: what documents share does not depend on it.
    """
    first = "SELECT DISTINCT found FROM name_keys AS n WHERE n.key = asked.value ORDER BY found LIMIT ?"
    under = library.connection.execute(
        "SELECT DISTINCT held.found FROM json_each(?) AS asked CROSS JOIN name_keys AS held ON held.key = asked.value"
        f" AND held.found IN ({first})",
        (json.dumps(sorted(set(keys))), most),
    )
    near = {name for (name,) in under}
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    own: defaultdict[str, set[str]] = defaultdict(set)
    held = f"SELECT DISTINCT found, found_type, own_name FROM name_keys WHERE found {AMONG}"
    for name, kind, own_name in library.connection.execute(held, (json.dumps(sorted(near)),)):
        kinds[name].add(kind)
        own[name].add(own_name)
    types = {name: _type_of(library, name, kinds[name], without) for name in sorted(near)}
    return tuple(
        KnownActor(name, ActorType(kind), frozenset(sorted(own[name])[:most])) for name, kind in types.items() if kind
    )


def _type_of(library: Library, name: str, kinds: Collection[str], without: Collection[str]) -> str | None:
    """The type that most mentions of a name give it, those of some sources aside; None where none is left."""

    left = {kind: _left(library, name, kind, without) for kind in sorted(kinds)}
    if len(left) == 1:
        return next((kind for kind, sources in left.items() if any(sources)), None)
    counts = {kind: sum(1 for _ in islice(sources, MOST_COUNTED)) for kind, sources in left.items()}
    most = max(counts, key=lambda kind: counts[kind])
    return most if counts[most] else None


def _left(library: Library, name: str, kind: str, without: Collection[str]) -> Iterator[str]:
    """The source of each mention of a name as some type, those of some sources aside."""
    held = "SELECT source_id FROM actor_mentions WHERE found = ? AND found_type = ?"
    return (source_id for (source_id,) in library.connection.execute(held, (name, kind)) if source_id not in without)


MOST_SOURCES_BESIDE = 200
"""Sources in which the company of somebody is looked for: who is named in more keeps no other in the rest."""


def named_beside(library: Library, name: str, without: Collection[str] = ()) -> frozenset[str]:
    """Whom sources name beside somebody, by the names as they were found; those of some sources aside."""
    held = "SELECT DISTINCT source_id FROM actor_mentions WHERE found = ? AND found_type = ? ORDER BY 1 LIMIT ?"
    each_type = (library.connection.execute(held, (name, kind, MOST_SOURCES_BESIDE)) for kind in ActorType)
    sources = sorted({source for found in each_type for (source,) in found})[:MOST_SOURCES_BESIDE]
    found = library.connection.execute(
        f"SELECT DISTINCT found FROM actor_mentions WHERE source_id {AMONG}",
        (json.dumps([source for source in sources if source not in without]),),
    )
    return frozenset(each for (each,) in found)


def note_names(
    library: Library, names: Collection[tuple[str, str, ActorType]], keys: Callable[[str], Iterable[str]]
) -> None:
    """Keep own names, with the name and type that was found for them, under their keys. Inside `library.writing()`."""
    known = library.connection.execute(
        f"SELECT DISTINCT own_name, found, found_type FROM name_keys WHERE found {AMONG}",
        (json.dumps(sorted({found for _, found, _ in names})),),
    )
    there = {(own, found, ActorType(kind)) for own, found, kind in known}
    library.connection.executemany(
        "INSERT INTO name_keys (own_name, found, found_type, key) VALUES (?, ?, ?, ?)",
        [(*name, key) for name in sorted(names) if name not in there for key in sorted(keys(name[0]))],
    )


def rename_known(library: Library, renamed: Mapping[tuple[str, ActorType], tuple[str, ActorType]]) -> None:
    """Keep own names under other names that were found for them. To be called inside `library.writing()`."""
    library.connection.executemany(
        "UPDATE OR REPLACE name_keys SET found = ?, found_type = ? WHERE found = ? AND found_type = ?",
        [(*new, *old) for old, new in renamed.items()],
    )


def types_of(library: Library, actors: Iterable[str]) -> dict[str, ActorType]:
    """What canonical names name: the type that most mentions give them; those that no text has are left out."""
    found = library.connection.execute(
        f"SELECT canonical, type FROM actor_mentions WHERE canonical {AMONG} AND NOT ignored"
        " GROUP BY canonical, type ORDER BY canonical, count(*), type",
        (json.dumps(list(actors)),),
    )
    return {canonical: ActorType(kind) for canonical, kind in found}


def all_actors(library: Library) -> list[str]:
    """The canonical names of all actors."""
    found = library.connection.execute("SELECT DISTINCT canonical FROM actor_mentions WHERE NOT ignored ORDER BY 1")
    return [name for (name,) in found]
