"""Filters whose values are too many to be listed: actors, publishers and sources are searched for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from dashboard import facets
from dashboard.ask import ask
from dashboard.tongue import _
from extract.label import label
from extract.store import reading
from extract.store.library import Library
from extract.table import counts, names
from extract.table.filters import Filters
from extract.table.selection import EventTable
from extract.text.fold import fold

MOST_OFFERED = 24
"""Values offered at once: those that most claims have, as many as are read at a glance."""

NAME_LETTERS = 60


def actors(table: EventTable, filters: Filters) -> None:
    """Draw the filter by actor: what people type finds names in any script."""
    told = ask(table, counts.facet, filters, "actors", MOST_OFFERED)

    def search(typed: str) -> Mapping[str, int]:
        return ask(table, names.actors_like, filters, typed, MOST_OFFERED)

    facets.searched(_("Actor"), "actor", told, search, partial(label, most=NAME_LETTERS))


def publishers(table: EventTable, filters: Filters, title: str, key: str = "pub") -> None:
    """Draw publishers to be chosen."""
    told = ask(table, counts.facet, filters, "publishers", MOST_OFFERED)
    named = [(name, fold(name)) for name in table.columns.publisher.names]
    facets.searched(
        title,
        key,
        told,
        partial(_like, table, filters, "publishers", named),
        partial(label, most=NAME_LETTERS),
    )


def sources(table: EventTable, filters: Filters, title: str, key: str = "src") -> None:
    """Draw sources to be chosen: what people type finds their titles."""
    told = ask(table, counts.facet, filters, "sources", MOST_OFFERED)
    called = ask(table.library, reading.sources)

    def search(typed: str) -> Mapping[str, int]:
        return _like(table, filters, "sources", ask(table.library, _titles), typed)

    def named(source_id: str) -> str:
        return label(called.get(source_id, source_id), NAME_LETTERS)

    facets.searched(title, key, told, search, named)


def _titles(library: Library) -> list[tuple[str, str]]:
    return [(source_id, fold(title)) for source_id, title in reading.sources(library).items()]


def _like(
    table: EventTable, filters: Filters, name: str, named: Sequence[tuple[str, str]], typed: str
) -> dict[str, int]:
    """The values whose names hold all the words that somebody typed, most claims first; so many at most."""
    wanted = fold(typed).split()
    found = tuple(value for value, folded in named if all(word in folded for word in wanted))
    told = ask(table, counts.numbers, filters, name, found)
    return dict(sorted(told.items(), key=lambda each: -each[1])[:MOST_OFFERED])
