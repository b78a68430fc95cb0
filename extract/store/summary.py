"""What the library says of many claims at once: counts, facets, intervals, lanes and the place of one in the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.dates.interval import Grain, Mod
from extract.kind import Kind
from extract.model import Status
from extract.store.library import Library
from extract.store.query import IN_ORDER, SURE, Condition, Filters, condition
from extract.store.weights import BY_WEIGHT


class LaneBy(StrEnum):
    """What the lanes of a timeline stand for."""

    STORY = "story"
    ACTOR = "actor"
    KIND = "kind"
    LANGUAGE = "language"
    SOURCE = "source"


_TABLE = {
    LaneBy.STORY: "event_table LEFT JOIN stories USING (story_id)",
    LaneBy.ACTOR: "event_table JOIN event_actors USING (event_id)",
}
_LANE = {
    LaneBy.STORY: "story_id",
    LaneBy.ACTOR: "actor",
    LaneBy.KIND: "kind",
    LaneBy.LANGUAGE: "language",
    LaneBy.SOURCE: "source_id",
}
_RANK = {
    LaneBy.STORY: BY_WEIGHT,
    LaneBy.KIND: f"kind = '{Kind.OTHER}', count(*) DESC",
}
_VOICES = "coalesce((SELECT v.voices FROM stories AS v WHERE v.story_id = event_table.story_id), 1)"
"""A claim that was not linked yet is a story of its own."""

_LAST_DAY = 2**60
"""Stands for the day of undated claims, which come last."""
_ORDER_PARTS = (f"coalesce(start_day, {_LAST_DAY})", f"coalesce(end_day, {_LAST_DAY})", "event_id")
_ORDER_KEY = ", ".join(_ORDER_PARTS)
"""The order of IN_ORDER as values that can be compared."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a selection holds."""

    claims: int
    undated: int
    sources: int
    languages: int


@dataclass(frozen=True, slots=True)
class Span:
    """Claims that share an interval (first day, day after the last) and are as sure of it, and their number."""

    start: int
    end: int
    sure: bool
    count: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim in one lane, with what a chart needs to draw and name it."""

    lane: str
    event_id: str
    story_id: str
    start: int
    end: int
    sure: bool
    status: Status
    headline: str
    date: str
    voices: int
    """How many independent sources tell the story."""
    kind: Kind = Kind.OTHER
    grain: Grain | None = None
    mod: Mod | None = None
    preferred: int = 0
    """Above 0 where a person says that its date is its story's; what was said last is the greatest."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in the order of a selection, from 1, and the claims beside it."""

    position: int
    before: str | None
    after: str | None


def count(library: Library, filters: Filters) -> Counts:
    """Claims of the selection, those without a date, and the sources and languages they come from."""
    chosen = condition(filters)
    row = library.connection.execute(
        "SELECT count(*), count(*) - count(start_day), count(DISTINCT source_id), count(DISTINCT language)"
        f" FROM event_table WHERE {chosen.sql}",
        chosen.parameters,
    ).fetchone()
    return Counts(*row)


def held(library: Library) -> Counts:
    """All that the library holds, with the sources in which nothing was found."""
    row = library.connection.execute("SELECT count(*), count(DISTINCT language) FROM sources").fetchone()
    return replace(count(library, Filters()), sources=row[0], languages=row[1])


def kinds(library: Library, filters: Filters) -> dict[str, int]:
    """Kinds with their numbers of claims under all the other filters, most first."""
    return _facet(library, "kind", replace(filters, kinds=()))


def languages(library: Library, filters: Filters) -> dict[str, int]:
    """Languages with their numbers of claims under all the other filters, most first."""
    return _facet(library, "language", replace(filters, languages=()))


def statuses(library: Library, filters: Filters) -> dict[str, int]:
    """Statuses with their numbers of claims under all the other filters, most first."""
    return _facet(library, "status", replace(filters, statuses=()))


def _facet(library: Library, column: str, others: Filters) -> dict[str, int]:
    chosen = condition(others)
    found = library.connection.execute(
        f"SELECT {column}, count(*) FROM event_table WHERE {chosen.sql} GROUP BY 1 ORDER BY 2 DESC, 1",
        chosen.parameters,
    )
    return {str(value): number for value, number in found}


def actors(library: Library) -> list[str]:
    """Every actor of the library, those of most claims first."""
    found = library.connection.execute("SELECT actor FROM event_actors GROUP BY actor ORDER BY count(*) DESC, actor")
    return [actor for (actor,) in found]


def spans(library: Library, filters: Filters) -> list[Span]:
    """The intervals of the selection's dated claims, each once, with its number of claims."""
    chosen = condition(filters).also("start_day IS NOT NULL")
    found = library.connection.execute(
        f"SELECT start_day, end_day, {SURE}, count(*) FROM event_table WHERE {chosen.sql}"
        " GROUP BY 1, 2, 3 ORDER BY 1, 2",
        chosen.parameters,
    )
    return [Span(start, end, bool(sure), number) for start, end, sure, number in found]


def lanes(library: Library, filters: Filters, by: LaneBy, most: int) -> tuple[dict[str, int], int]:
    """The fullest lanes with their dated claims, counted; and how many there are.

    Of stories the weightiest come first; claims of no kind come last.
    """
    chosen = _dated(filters, by)
    found = library.connection.execute(
        f"SELECT {_LANE[by]}, count(*), count(*) OVER () FROM {_table(by)} WHERE {chosen.sql}"
        f" GROUP BY 1 ORDER BY {_RANK.get(by, 'count(*) DESC')}, min(start_day), 1 LIMIT ?",
        (*chosen.parameters, most),
    ).fetchall()
    return {lane: number for lane, number, _ in found}, found[0][2] if found else 0


def marks(library: Library, filters: Filters, by: LaneBy, shown: Sequence[str]) -> list[Mark]:
    """The dated claims of some lanes, in order of time."""
    chosen = _dated(filters, by).also(f"{_LANE[by]} IN ({', '.join('?' * len(shown))})", *shown)
    found = library.connection.execute(
        f"SELECT {_LANE[by]}, event_id, story_id, start_day, end_day, {SURE}, status, headline,"
        f" coalesce(edtf, timex3), {_VOICES}, kind, grain, mod, preferred"
        f" FROM {_table(by)} WHERE {chosen.sql} ORDER BY {IN_ORDER}",
        chosen.parameters,
    )
    return [
        Mark(
            *(lane, event, story, start, end),
            *(bool(sure), Status(status), headline, date, voices),
            *(Kind(kind), Grain(grain) if grain else None, Mod(mod) if mod else None),
            preferred,
        )
        for lane, event, story, start, end, sure, status, headline, date, voices, kind, grain, mod, preferred in found
    ]


def lane_spans(library: Library, filters: Filters, by: LaneBy, shown: Sequence[str]) -> dict[str, list[Span]]:
    """The intervals of each of some lanes, as `spans` gives them: for lanes too full to draw every claim."""
    chosen = _dated(filters, by).also(f"{_LANE[by]} IN ({', '.join('?' * len(shown))})", *shown)
    found = library.connection.execute(
        f"SELECT {_LANE[by]}, start_day, end_day, {SURE}, count(*) FROM {_table(by)} WHERE {chosen.sql}"
        " GROUP BY 1, 2, 3, 4",
        chosen.parameters,
    )
    by_lane: dict[str, list[Span]] = {lane: [] for lane in shown}
    for lane, start, end, sure, number in found:
        by_lane[lane].append(Span(start, end, bool(sure), number))
    return by_lane


def place(library: Library, filters: Filters, event_id: str) -> Place | None:
    """Where a claim stands in the selection; None where the filters leave it out."""
    chosen = condition(filters)
    key = library.connection.execute(
        f"SELECT {_ORDER_KEY} FROM event_table WHERE {chosen.sql} AND event_id = ?", (*chosen.parameters, event_id)
    ).fetchone()
    if key is None:
        return None
    values = (*chosen.parameters, *key)
    before = library.connection.execute(
        f"SELECT count(*) FROM event_table WHERE {chosen.sql} AND ({_ORDER_KEY}) < (?, ?, ?)", values
    ).fetchone()
    return Place(before[0] + 1, _beside(library, chosen.sql, "<", values), _beside(library, chosen.sql, ">", values))


def _beside(library: Library, where: str, side: str, values: tuple[object, ...]) -> str | None:
    way = "DESC" if side == "<" else "ASC"
    row = library.connection.execute(
        f"SELECT event_id FROM event_table WHERE {where} AND ({_ORDER_KEY}) {side} (?, ?, ?)"
        f" ORDER BY {', '.join(f'{part} {way}' for part in _ORDER_PARTS)} LIMIT 1",
        values,
    ).fetchone()
    return row[0] if row else None


def first(library: Library, filters: Filters) -> str | None:
    """The first claim of the selection; None where it has none."""
    chosen = condition(filters)
    row = library.connection.execute(
        f"SELECT event_id FROM event_table WHERE {chosen.sql} ORDER BY {IN_ORDER} LIMIT 1", chosen.parameters
    ).fetchone()
    return row[0] if row else None


def _table(by: LaneBy) -> str:
    return _TABLE.get(by, "event_table")


def _dated(filters: Filters, by: LaneBy) -> Condition:
    dated = condition(filters).also("start_day IS NOT NULL")
    if by is LaneBy.ACTOR and filters.actors:  # the lanes of those who were asked for, not of all who acted with them
        return dated.also(f"actor IN ({', '.join('?' * len(filters.actors))})", *filters.actors)
    return dated
