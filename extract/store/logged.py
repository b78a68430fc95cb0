"""All that people said as entries of one shape: who said when what of which claim, source or actor; does it count?"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.model import called
from extract.store import corrections, judged, who
from extract.store.corrections import Correction, undone
from extract.store.counting import MAY_SAY_NOTHING
from extract.store.judged import OF_STORIES, Judged
from extract.store.library import Library
from extract.store.log import Kind
from extract.store.query import AMONG, Condition, fts_expression
from extract.store.who import Said

TABLES = {Kind.SOURCE: "corrections", Kind.ACTOR: "actor_changes", Kind.CLAIM: "claim_changes"}


class Topic(StrEnum):
    """What somebody spoke of."""

    WRITTEN = "written"
    """When a source was written."""
    NAME = "name"
    """Who an actor is."""
    JOIN = "join"
    PART = "part"
    PREFER = "prefer"
    REJECT = "reject"
    ADD = "add"
    ACCEPT = "accept"
    NOTE = "note"
    STAR = "star"
    DATE = "date"
    STATUS = "status"
    KIND = "kind"
    HEADLINE = "headline"


class State(StrEnum):
    """Whether an entry counts."""

    COUNTS = "counts"
    OVERRULED = "overruled"
    """A later word counts in its place."""
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class About:
    """A claim, source or actor of which an entry speaks."""

    id: str
    """By which it is found; an actor is by the name that it has now."""
    name: str
    """Its headline, title or name: as it is now, else as it was then."""
    is_there: bool


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry of the one log."""

    kind: Kind
    number: int
    at: str
    """ISO 8601, UTC."""
    who: str
    topic: Topic
    about: tuple[About, ...]
    old: str | None
    """What was there before; None where nothing was, or it is of no kind that has a value."""
    new: str | None
    """What is there since; None where it was taken away: of a source's date, where the evidence counts again."""
    reason: str
    state: State
    undoes: str | None = None
    """The id of the entry that it takes back."""
    follows: str | None = None
    """The id of the entry that it repeats for a later text."""
    forms: tuple[str, ...] = ()
    """The words by which texts name an actor, where not all of these are meant."""

    @property
    def id(self) -> str:
        """What people call it: of what it speaks, and its number among these."""
        return f"{self.kind}-{self.number}"


@dataclass(frozen=True, slots=True)
class Which:
    """Which entries are asked for; what is empty filters nothing."""

    who: str = ""
    kind: Kind | None = None
    words: str = ""


def page(library: Library, which: Which, limit: int, offset: int = 0) -> list[Logged]:
    """The entries that are asked for, the newest first: so many from one on."""
    where = _condition(which)
    found = library.connection.execute(
        f"SELECT kind, number FROM log WHERE {where.sql} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?",
        (*where.parameters, limit, offset),
    )
    return logged(library, [(Kind(kind), number) for kind, number in found])


def count(library: Library, which: Which) -> int:
    """How many entries are asked for."""
    where = _condition(which)
    found = library.connection.execute(f"SELECT count(*) FROM log WHERE {where.sql}", where.parameters)
    return int(found.fetchone()[0])


def people(library: Library) -> list[tuple[str, int]]:
    """Who ever said something, and how often; who said most comes first."""
    found = library.connection.execute("SELECT who, count(*) FROM log GROUP BY who ORDER BY 2 DESC, 1")
    return [(name, said) for name, said in found]


def _condition(which: Which) -> Condition:
    whole = Condition("1")
    if which.who:
        whole = whole.also("who = ?", which.who)
    if which.kind:
        whole = whole.also("kind = ?", which.kind)
    if search := fts_expression(which.words):
        return whole.also("id IN (SELECT rowid FROM log_words WHERE words MATCH ?)", search)
    return whole.also("0") if which.words.strip() else whole  # nothing but signs that no word contains


def logged(library: Library, entries: Sequence[tuple[Kind, int]]) -> list[Logged]:
    """Some entries by their log and number, in that order; those that are not there are left out."""
    found: dict[tuple[Kind, int], Logged] = {}
    for kind, read in READ.items():
        numbers = [number for of, number in entries if of is kind]
        if numbers:
            gone = taken_back(library, kind, numbers)
            found |= {(kind, each.number): each for each in read(library, numbers, gone)}
    return [found[each] for each in entries if each in found]


def taken_back(library: Library, kind: Kind, numbers: Collection[int]) -> set[int]:
    """Which of some entries of a log were taken back."""
    table = TABLES[kind]
    later = library.connection.execute(
        f"WITH RECURSIVE later AS (SELECT id, undoes FROM {table} WHERE undoes {AMONG}"
        f" UNION SELECT t.id, t.undoes FROM {table} AS t JOIN later ON t.undoes = later.id)"
        " SELECT id, undoes FROM later",
        (json.dumps(list(numbers)),),
    )
    return undone(_Undo(id_, undoes) for id_, undoes in later).intersection(numbers)


@dataclass(frozen=True, slots=True)
class _Undo:
    id: int
    undoes: int | None


def _state(number: int, gone: Collection[int], counting: Collection[int]) -> State:
    if number in gone:
        return State.TAKEN_BACK
    return State.COUNTS if number in counting else State.OVERRULED


def _of(kind: Kind, number: int | None) -> str | None:
    return None if number is None else f"{kind}-{number}"


def _sources(library: Library, numbers: Iterable[int], gone: Collection[int]) -> list[Logged]:
    found = corrections.numbered(library, numbers)
    names = _source_names(library, {each.source_id for each in found.values()})
    last = (corrections.in_force(corrections.history(library, id_)) for id_ in {e.source_id for e in found.values()})
    counting = {each.id for each in last if each} | {each.id for each in found.values() if each.undoes is not None}
    return [_source(each, names, _state(each.id, gone, counting)) for each in found.values()]


def _source(entry: Correction, names: Mapping[str, str], state: State) -> Logged:
    is_there = entry.source_id in names
    about = About(entry.source_id, names.get(entry.source_id, called(None, entry.location)), is_there)
    undoes, follows = _of(Kind.SOURCE, entry.undoes), _of(Kind.SOURCE, entry.follows)
    values = (entry.old, entry.new, entry.reason, state, undoes, follows)
    return Logged(Kind.SOURCE, entry.id, entry.at, entry.who, Topic.WRITTEN, (about,), *values)


def _source_names(library: Library, sources: Collection[str]) -> dict[str, str]:
    found = library.connection.execute(
        f"SELECT source_id, title, location FROM sources WHERE source_id {AMONG}", (json.dumps(sorted(sources)),)
    )
    return {source_id: called(title, location) for source_id, title, location in found}


def _actors(library: Library, numbers: Iterable[int], gone: Collection[int]) -> list[Logged]:
    found = who.numbered(library, numbers)
    known = library.connection.execute(
        f"SELECT DISTINCT canonical FROM actor_mentions WHERE canonical {AMONG} AND NOT ignored",
        (json.dumps(sorted({name for each in found.values() for name in (each.actor, each.target) if name})),),
    )
    there = {name for (name,) in known}
    return [_actor(each, there, _state(each.id, gone, found)) for each in found.values()]


def _actor(entry: Said, there: Collection[str], state: State) -> Logged:
    called_now = next((name for name in (entry.target, entry.actor) if name and name in there), None)
    about = About(called_now or entry.actor, entry.actor, called_now is not None)
    values = (entry.actor, entry.target, entry.reason, state, _of(Kind.ACTOR, entry.undoes), None, entry.forms)
    return Logged(Kind.ACTOR, entry.id, entry.at, entry.who, Topic.NAME, (about,), *values)


def _claims(library: Library, numbers: Iterable[int], gone: Collection[int]) -> list[Logged]:
    found = judged.numbered(library, numbers)
    claims = json.dumps(sorted({claim for each in found.values() for claim in each.claims}))
    rows = library.connection.execute(f"SELECT event_id, headline FROM events WHERE event_id {AMONG}", (claims,))
    names = dict(rows.fetchall())
    last = library.connection.execute(f"SELECT said FROM judged WHERE said {AMONG}", (json.dumps(sorted(found)),))
    counting = {number for (number,) in last}
    counting |= {id_ for id_, each in found.items() if _always_counts(each)}
    return [_claim(each, names, _state(each.id, gone, counting)) for each in found.values()]


def _always_counts(entry: Judged) -> bool:
    """Whether no later word can count in its place, or it takes something away."""
    takes_away = entry.new is None and entry.verdict in MAY_SAY_NOTHING
    return entry.verdict in OF_STORIES or entry.undoes is not None or takes_away


def _claim(entry: Judged, names: Mapping[str, str], state: State) -> Logged:
    about = tuple(
        About(claim, names.get(claim, entry.headline if not place else claim), claim in names)
        for place, claim in enumerate(entry.claims)
    )
    undoes, follows = _of(Kind.CLAIM, entry.undoes), _of(Kind.CLAIM, entry.follows)
    values = (entry.old, entry.new, entry.reason, state, undoes, follows)
    return Logged(Kind.CLAIM, entry.id, entry.at, entry.who, Topic(entry.field or entry.verdict), about, *values)


READ: Mapping[Kind, Callable[[Library, Iterable[int], Collection[int]], list[Logged]]] = {
    Kind.SOURCE: _sources,
    Kind.ACTOR: _actors,
    Kind.CLAIM: _claims,
}
