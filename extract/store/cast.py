"""The actors of a library as a cast list: what each is, how texts name it, in how many sources and claims."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import ActorType, called
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
    sentence: str
    """The first that says so."""


LONGEST_SENTENCE = 1000
"""Characters of a sentence that are told: what is longer is a table or a list."""

_SENTENCE = f"substr(s.text, m.told_start + 1, min(m.told_end - m.told_start, {LONGEST_SENTENCE}))"


def titles(library: Library, name: str) -> list[Title]:
    """What sources say that an actor is, the most frequent first."""
    found = library.connection.execute(
        "SELECT role, language, source_id, title, location, mentions, sentence FROM ("
        "SELECT m.role, s.language, s.source_id, s.title, s.location, count(*) AS mentions,"
        f" {_SENTENCE} AS sentence, min(m.char_start)"  # SQLite takes the other columns from the row of the least
        " FROM actor_mentions AS m JOIN sources AS s USING (source_id)"
        " WHERE m.canonical = ? AND NOT m.ignored AND m.role <> '' GROUP BY m.role, s.source_id)"
        " ORDER BY mentions DESC, role, source_id",
        (name,),
    )
    return [_title(*row) for row in found]


def titles_in(library: Library, source_id: str) -> dict[str, Title]:
    """What a source says that its actors are: the first role that it gives each, by name."""
    found = library.connection.execute(
        "SELECT m.canonical, m.role, s.language, s.source_id, s.title, s.location, 1,"
        f" {_SENTENCE} FROM actor_mentions AS m JOIN sources AS s USING (source_id)"
        " WHERE s.source_id = ? AND m.role <> '' AND NOT m.ignored ORDER BY m.char_start DESC",
        (source_id,),
    )
    return {name: _title(*title) for name, *title in found}


def _title(
    role: str, language: str, source_id: str, title: str | None, location: str, mentions: int, sentence: str
) -> Title:
    return Title(role, language, source_id, called(title, location), mentions, sentence)


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
