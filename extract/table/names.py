"""Actors found as somebody types a name, in any script: by what they are called and by how texts write it."""

from __future__ import annotations

from extract.table.counts import numbers
from extract.table.filters import Filters
from extract.table.selection import EventTable
from extract.text.fold import fold


def actors_like(table: EventTable, filters: Filters, typed: str, most: int) -> dict[str, int]:
    """Actors of whom some name has words that begin as the typed ones do, most claims first; so many at most.

    With their numbers of claims under all filters but the one by actor.
    """
    wanted = [f" {word}" for word in fold(typed).split()]
    if not wanted:
        return {}
    found = {actor for actor, name in table.spellings() if all(word in name for word in wanted)}
    counts = numbers(table, filters, "actors", tuple(found))
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return dict(ranked[:most])
