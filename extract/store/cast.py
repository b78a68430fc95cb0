"""The actors of a library as a cast list: what each is, how texts name it, in how many sources and claims."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import ActorType
from extract.store.library import Library


@dataclass(frozen=True, slots=True)
class Role:
    """An actor of the list."""

    name: str
    type: ActorType
    mentions: int
    sources: int
    claims: int


@dataclass(frozen=True, slots=True)
class Form:
    """Words by which texts of a language name an actor."""

    text: str
    language: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Title:
    """What a source says that somebody is."""

    role: str
    language: str
    source_id: str
    source_name: str
    mentions: int


def titles(library: Library, name: str) -> list[Title]:
    """What sources say that an actor is, the most frequent first."""
    found = library.connection.execute(
        "SELECT m.role, s.language, s.source_id, coalesce(s.title, s.location), count(*)"
        " FROM actor_mentions AS m JOIN sources AS s USING (source_id)"
        " WHERE m.canonical = ? AND NOT m.ignored AND m.role <> '' GROUP BY 1, 3 ORDER BY 5 DESC, 1, 3",
        (name,),
    )
    return [Title(*row) for row in found]


def titles_in(library: Library, source_id: str) -> dict[str, str]:
    """What a source says that its actors are: the first role that it gives each, by name."""
    found = library.connection.execute(
        "SELECT canonical, role FROM actor_mentions WHERE source_id = ? AND role <> '' AND NOT ignored"
        " ORDER BY char_start DESC",
        (source_id,),
    )
    return dict(iter(found))


def cast(library: Library) -> list[Role]:
    """All actors, those that most claims name first."""
    found = library.connection.execute(
        "WITH named AS (SELECT canonical, type, count(*) AS n FROM actor_mentions WHERE NOT ignored GROUP BY 1, 2),"
        " best AS (SELECT canonical, type, max(n), sum(n) AS mentions FROM named GROUP BY 1),"
        " told AS (SELECT actor, count(*) AS claims FROM event_actors GROUP BY 1),"
        " held AS (SELECT canonical, count(DISTINCT source_id) AS sources FROM actor_mentions WHERE NOT ignored"
        " GROUP BY 1)"
        " SELECT best.canonical, best.type, mentions, sources, coalesce(claims, 0) FROM best"
        " JOIN held USING (canonical) LEFT JOIN told ON told.actor = best.canonical"
        " ORDER BY 5 DESC, mentions DESC, best.canonical"
    )
    return [Role(name, ActorType(kind), *counts) for name, kind, *counts in found]


def forms(library: Library, name: str) -> list[Form]:
    """How texts name an actor, the most frequent first."""
    found = library.connection.execute(
        "SELECT m.text, s.language, count(*) FROM actor_mentions AS m JOIN sources AS s USING (source_id)"
        " WHERE m.canonical = ? AND NOT m.ignored GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
        (name,),
    )
    return [Form(*row) for row in found]
