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
    near = json.dumps(sorted(name for (name,) in under))
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    own: defaultdict[str, set[str]] = defaultdict(set)
    held = f"SELECT found, found_type, own_name FROM own_names WHERE found {AMONG}"
    for name, kind, own_name in library.connection.execute(held, (near,)):
        kinds[name].add(kind)
        own[name].add(own_name)
    types = _types_of(library, kinds, without)
    return tuple(
        KnownActor(name, ActorType(types[name]), frozenset(sorted(own[name])[:most])) for name in sorted(types)
    )


def _types_of(library: Library, kinds: Mapping[str, Collection[str]], without: Collection[str]) -> dict[str, str]:
    """The type that most mentions of each name give it, those of some sources aside; who has none left is left out."""
    of_one = [(name, kind) for name, (kind, *more) in kinds.items() if not more]
    found = library.connection.execute(
        "SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE EXISTS (SELECT 1 FROM actor_mentions"
        f" WHERE found = value ->> 0 AND found_type = value ->> 1 AND source_id NOT {AMONG})",
        (json.dumps(of_one), json.dumps(list(without))),
    )
    types = dict(found.fetchall())
    for name, several in kinds.items():
        if len(several) > 1 and (kind := _type_of(library, name, several, without)):
            types[name] = kind
    return types


def _type_of(library: Library, name: str, kinds: Collection[str], without: Collection[str]) -> str | None:
    """The type of several that most mentions of a name give it; None where none is left."""
    counts = {kind: sum(1 for _ in islice(_left(library, name, kind, without), MOST_COUNTED)) for kind in sorted(kinds)}
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
        f"SELECT own_name, found, found_type FROM own_names WHERE found {AMONG}",
        (json.dumps(sorted({found for _, found, _ in names})),),
    )
    there = {(own, found, ActorType(kind)) for own, found, kind in known}
    new = [name for name in sorted(names) if name not in there]
    library.connection.executemany("INSERT INTO own_names (own_name, found, found_type) VALUES (?, ?, ?)", new)
    library.connection.executemany(
        "INSERT INTO name_keys (own_name, found, found_type, key) VALUES (?, ?, ?, ?)",
        [(*name, key) for name in new for key in sorted(keys(name[0]))],
    )


def rename_known(
    library: Library,
    renamed: Mapping[tuple[str, ActorType], tuple[str, ActorType]],
    keys: Callable[[str], Iterable[str]],
) -> None:
    """Keep own names under other names that were found for them. To be called inside `library.writing()`."""
    for old, new in renamed.items():
        own = library.connection.execute("SELECT own_name FROM own_names WHERE found = ? AND found_type = ?", old)
        library.connection.executemany(
            "UPDATE OR REPLACE name_keys SET found = ?, found_type = ?"
            " WHERE found = ? AND found_type = ? AND own_name = ? AND key = ?",
            [(*new, *old, name, key) for (name,) in own.fetchall() for key in keys(name)],
        )
        library.connection.execute(
            "UPDATE OR REPLACE own_names SET found = ?, found_type = ? WHERE found = ? AND found_type = ?", (*new, *old)
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
