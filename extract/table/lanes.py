"""The lanes of a timeline: who or what they stand for, how full they are, and the claims in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from extract.dates.interval import Grain, Mod
from extract.kind import Kind
from extract.model import Status
from extract.store.query import AMONG, SURE
from extract.table.columns import Coded, Columns, Ints
from extract.table.counts import actors_of, ranked
from extract.table.filters import Filters
from extract.table.selection import EventTable
from extract.table.spans import Spans, in_time, spans_of
from extract.table.stories import count_dated, first_stories, rows_of


class LaneBy(StrEnum):
    """What the lanes of a timeline stand for."""

    STORY = "story"
    ACTOR = "actor"
    KIND = "kind"
    LANGUAGE = "language"
    SOURCE = "source"


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


def lanes(table: EventTable, filters: Filters, by: LaneBy, most: int) -> tuple[dict[str, int], int]:
    """The fullest lanes with their dated claims, counted; and how many there are.

    Of stories the weightiest come first; claims of no kind come last.
    """
    if by is LaneBy.STORY:
        stories = first_stories(table, filters, most)
        held = rows_of(table, filters, stories)
        return {story: len(rows) for story, rows in held.items()}, count_dated(table, filters)
    column, codes, _ = _in_lanes(table, filters, by)
    counts = ranked(column, codes, None)
    if by is LaneBy.KIND and Kind.OTHER in counts:
        counts[Kind.OTHER] = counts.pop(Kind.OTHER)
    return dict(list(counts.items())[:most]), len(counts)


def lane_spans(table: EventTable, filters: Filters, by: LaneBy, shown: Sequence[str]) -> dict[str, Spans]:
    """The intervals of each of some lanes: for lanes too full to draw every claim."""
    return {lane: spans_of(table.columns, rows) for lane, rows in _rows(table, filters, by, shown).items()}


def marks(
    table: EventTable, filters: Filters, by: LaneBy, shown: Sequence[str], named: Sequence[str] = ()
) -> list[Mark]:
    """The dated claims of some lanes, lane by lane in order of time.

    Where lanes are stories, of claims that have the same days, as surely and with the same status, the first stands for
    all; but those that are `named` are always there.
    """
    held = _rows(table, filters, by, shown)
    if by is LaneBy.STORY:
        kept = table.columns.rows_called(named)
        held = {lane: _different(table.columns, rows, kept) for lane, rows in held.items()}
    told = _told(table, np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *held.values()])))
    return [_mark(lane, told[row]) for lane, rows in held.items() for row in rows.tolist() if row in told]


def _rows(table: EventTable, filters: Filters, by: LaneBy, shown: Sequence[str]) -> dict[str, Ints]:
    """The dated claims of each of some lanes, by time."""
    columns = table.columns
    if by is LaneBy.STORY:
        return {story: in_time(columns, rows) for story, rows in rows_of(table, filters, shown).items()}
    column, codes, rows = _in_lanes(table, filters, by)
    places = {name: code for code, name in enumerate(column.names)}
    return {lane: in_time(columns, rows[codes == places[lane]]) for lane in shown if lane in places}


def _different(columns: Columns, rows: Ints, kept: Ints) -> Ints:
    """Of claims of one story that a chart would draw one over the other, the first; and those that are to be kept."""
    drawn = (columns.start, columns.end, columns.sure, columns.status.codes, columns.preferred)
    alike = np.stack([each[rows] for each in drawn], axis=1)
    wanted = np.isin(rows, kept)
    wanted[np.unique(alike, axis=0, return_index=True)[1]] = True
    return rows[wanted]


def _in_lanes(table: EventTable, filters: Filters, by: LaneBy) -> tuple[Coded, Ints, Ints]:
    """What the lanes stand for, and the dated claims of a selection, each with the code of its lane."""
    columns, rows = table.columns, table.select(filters).rows
    rows = rows[columns.dated[rows]]
    if by is LaneBy.ACTOR:
        codes, of = actors_of(columns, rows)
        if filters.actors:  # the lanes of those who were asked for, not of all who acted with them
            asked = np.isin(codes, columns.actors.codes_of(filters.actors))
            codes, of = codes[asked], of[asked]
        return columns.actors, codes, of
    column = {LaneBy.KIND: columns.kind, LaneBy.LANGUAGE: columns.language, LaneBy.SOURCE: columns.source}[by]
    return column, column.codes[rows], rows


def _told(table: EventTable, rows: Ints) -> dict[int, tuple[int, tuple[Any, ...]]]:
    """What the library says of some claims, and how many voices tell their stories, by their places in the table."""
    columns = table.columns
    places = dict(zip(columns.ids[rows].tolist(), rows.tolist(), strict=True))
    found = table.library.connection.execute(
        f"SELECT id, event_id, story_id, start_day, end_day, {SURE}, status, headline, coalesce(edtf, timex3), kind,"
        f" grain, mod, preferred FROM events WHERE id {AMONG} AND start_day IS NOT NULL AND NOT rejected",
        (json.dumps(list(places)),),
    )
    voices = columns.voices[columns.story[rows]]
    told = dict(zip(rows.tolist(), voices.tolist(), strict=True))
    return {places[id_]: (told[places[id_]], tuple(said)) for id_, *said in found}


def _mark(lane: str, told: tuple[int, tuple[Any, ...]]) -> Mark:
    voices, (event, story, start, end, sure, status, headline, date, kind, grain, mod, preferred) = told
    return Mark(
        *(lane, event, story, start, end),
        *(bool(sure), Status(status), headline, date, voices),
        *(Kind(kind), Grain(grain) if grain else None, Mod(mod) if mod else None),
        preferred,
    )
