"""Which claims filters let through, and which each filter keeps out, so that a facet can count under all the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from threading import Lock

import numpy as np
import numpy.typing as npt
from cachetools import LRUCache, cachedmethod

from extract.agreement import Agreement
from extract.store.library import Library
from extract.store.query import fts_expression
from extract.table.agreement import CODES, Agreements, agreements, voices_of
from extract.table.columns import Bools, Coded, Columns, Ints
from extract.table.filters import Alone, Certainty, Filters, Mark
from extract.table.packs import MARKS
from extract.text.fold import fold

SELECTIONS_KEPT = 12
"""Of a table: those of a page with and without its window, for a few readers; each takes some bytes a claim."""

SEARCHES_KEPT = 8

_WRITTEN = """
SELECT coalesce(m.canonical, o.found), o.own_name FROM own_names AS o LEFT JOIN (
    SELECT DISTINCT found, found_type, canonical FROM actor_mentions
    WHERE found IN (SELECT actor FROM actor_changes) AND canonical <> found) AS m USING (found, found_type)
"""
"""What actors are called in texts, in their own scripts, whoever people say that they are."""

TIME = "time"
"""Stands for the window and how surely a claim lies in it, which are one filter."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that all filters let through."""

    rows: Ints
    """Their places in the table, rising."""
    objections: npt.NDArray[np.uint8]
    """For each claim of the table, how many filters keep it out."""
    kept_out: Mapping[str, Bools]
    """For each filter that is set, by the name of its field, which claims it keeps out."""

    def but(self, name: str) -> Ints:
        """The claims that all filters but this one let through."""
        if name not in self.kept_out:
            return self.rows
        return np.flatnonzero(self.objections == self.kept_out[name])


@dataclass(frozen=True, eq=False)
class EventTable:
    """The event table as a reader has it open: a library, and its columns in memory.

    Readers of one library, each with a connection of its own, may share columns and what is kept of them.
    """

    library: Library
    columns: Columns
    selections: LRUCache[Filters, Selection] = field(default_factory=lambda: LRUCache(SELECTIONS_KEPT))
    searches: LRUCache[str, Bools] = field(default_factory=lambda: LRUCache(SEARCHES_KEPT))
    spelled: LRUCache[None, list[tuple[str, str]]] = field(default_factory=lambda: LRUCache(1))
    compared: LRUCache[None, Agreements] = field(default_factory=lambda: LRUCache(1))
    lock: Lock = field(default_factory=Lock)

    @cachedmethod(attrgetter("selections"), key=lambda _, filters: filters, lock=attrgetter("lock"))
    def select(self, filters: Filters) -> Selection:
        """The claims that filters let through."""
        kept_out = {name: ~held for name, held in _held(self, filters)}
        objections = np.zeros(len(self.columns), dtype=np.uint8)
        for out in kept_out.values():
            objections += out
        return Selection(np.flatnonzero(objections == 0), objections, kept_out)

    @cachedmethod(attrgetter("searches"), key=lambda _, words: words, lock=attrgetter("lock"))
    def found(self, words: str) -> Bools:
        """Which claims hold the words that somebody typed; none where these are but signs."""
        held = np.zeros(len(self.columns), dtype=bool)
        if search := fts_expression(words):
            ids = self.library.connection.execute("SELECT rowid FROM event_words WHERE words MATCH ?", (search,))
            held[places(self.columns, np.fromiter((id_ for (id_,) in ids), dtype=np.int64))] = True
        return held

    @cachedmethod(attrgetter("spelled"), key=lambda _: None, lock=attrgetter("lock"))
    def spellings(self) -> list[tuple[str, str]]:
        """Actors with each of their names, folded, a space before each word: as the table and as texts call them."""
        written = self.library.connection.execute(_WRITTEN).fetchall()
        known = set(self.columns.actors.names)
        named = [*((name, name) for name in known), *((actor, name) for actor, name in written if actor in known)]
        return [(actor, f" {fold(name)}") for actor, name in named]

    @cachedmethod(attrgetter("compared"), key=lambda _: None, lock=attrgetter("lock"))
    def agreements(self) -> Agreements:
        """How the claims of every story stand to one another, whatever is filtered."""
        return agreements(self.columns, voices_of(self.library, self.columns.source))


def places(columns: Columns, ids: Ints) -> Ints:
    """The places in the table of claims by their ids in the library; of those that it does not hold, none."""
    at = np.searchsorted(columns.ids, ids)
    at = at[at < len(columns)] if len(columns) else at[:0]
    return at[np.isin(columns.ids[at], ids)]


def window(columns: Columns, filters: Filters, *, sure: bool) -> Bools:
    """The dated claims that lie in a window, surely or possibly."""
    held = columns.dated & columns.sure if sure else columns.dated.copy()
    if filters.first is not None:
        held &= (columns.start if sure else columns.end - 1) >= filters.first
    if filters.end is not None:
        held &= (columns.end - 1 if sure else columns.start) < filters.end
    return held


def _held(table: EventTable, filters: Filters) -> Iterator[tuple[str, Bools]]:
    """Each filter that is set, with the claims that it lets through."""
    columns = table.columns
    if filters.words.strip():
        yield "words", table.found(filters.words)
    if filters.actors:
        yield "actors", _with_actors(columns, filters.actors)
    for name, column in coded(columns).items():
        if wanted := getattr(filters, name):
            yield name, np.isin(column.codes, column.codes_of(wanted))
    if filters.confidence > 0:
        yield "confidence", columns.confidence >= np.float32(filters.confidence)
    if filters.voices > 1:
        yield "voices", (columns.voices >= filters.voices)[columns.story]
    if filters.told_in or filters.not_told_in:
        yield "told_in", _told_in(columns, filters)[columns.story]
    if filters.marks:
        yield "marks", np.any([marked(columns, mark) for mark in filters.marks], axis=0)
    if filters.agreements:
        wanted = [CODES[Agreement(one)] for one in filters.agreements]
        yield "agreements", np.isin(table.agreements().of_story, wanted)[columns.story]
    if filters.alone:
        yield "alone", alone(table, filters.alone)[columns.story]
    if filters.limits_time:
        yield TIME, window(columns, filters, sure=filters.certainty is Certainty.SURE)


def marked(columns: Columns, mark: str) -> Bools:
    """The claims of which people say something."""
    if mark == Mark.UNCHECKED:
        return ~marked(columns, Mark.CHECKED)
    if mark not in MARKS:
        return np.zeros(len(columns), dtype=bool)
    return (columns.marks & (1 << MARKS.index(mark))).astype(bool)


def coded(columns: Columns) -> dict[str, Coded]:
    """The columns of which each claim has one value or none, by the names of their filters."""
    return {
        "kinds": columns.kind,
        "languages": columns.language,
        "publishers": columns.publisher,
        "sources": columns.source,
        "statuses": columns.status,
        "grains": columns.grain,
        "bases": columns.basis,
    }


def _with_actors(columns: Columns, actors: tuple[str, ...]) -> Bools:
    held = np.zeros(len(columns), dtype=bool)
    held[columns.actor_rows[np.isin(columns.actors.codes, columns.actors.codes_of(actors))]] = True
    return held


def alone(table: EventTable, of: tuple[str, ...]) -> Bools:
    """The stories that have but one of all these: independent sources, languages."""
    counts = {Alone.VOICE: table.columns.voices, Alone.LANGUAGE: table.agreements().languages}
    held: Bools = np.all([counts[Alone(one)] == 1 for one in of], axis=0)
    return held


def _told_in(columns: Columns, filters: Filters) -> Bools:
    """The stories that are told in all of some languages, and in none of others."""
    told = np.ones(len(columns.story_keys), dtype=bool)
    for languages, wanted in ((filters.told_in, True), (filters.not_told_in, False)):
        for code in columns.language.codes_of(languages).tolist():
            told &= columns.told_in(code) == wanted
        if wanted and not set(languages) <= set(columns.language.names):
            told[:] = False
    return told
