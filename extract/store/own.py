"""The user's own actors as the library keeps them, and whether all of its sources are named by them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from extract.model import ActorType
from extract.said import OwnActor
from extract.store.library import Library


def own_actors(library: Library) -> tuple[OwnActor, ...]:
    """The actors that the user gave last."""
    return tuple(
        OwnActor(canonical, ActorType(kind) if kind else None, tuple(aliases), language)
        for canonical, kind, aliases, language in json.loads(library.meta("own_actors"))
    )


def note_own_actors(library: Library, actors: Sequence[OwnActor]) -> None:
    """Keep the user's actors in place of those given before."""
    text = json.dumps([(each.canonical, each.type, each.aliases, each.language) for each in actors], ensure_ascii=False)
    with library.writing():
        library.connection.execute("UPDATE meta SET value = ? WHERE key = 'own_actors'", (text,))


def is_named_by_them(library: Library) -> bool:
    """Whether all sources are named by the actors that the library keeps."""
    return library.meta("named_by") == library.meta("own_actors")


def note_named(library: Library) -> None:
    """Say that they are. To be called inside `library.writing()`."""
    library.connection.execute(
        "UPDATE meta SET value = (SELECT value FROM meta WHERE key = 'own_actors') WHERE key = 'named_by'"
    )
