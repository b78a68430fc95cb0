"""The event table of a library for tests: what filters let through, and spans made by hand."""

import numpy as np
import pyarrow as pa

from extract.table.agreement import agreements
from extract.table.columns import NONE, UNDATED, Coded, Columns, columns_of
from extract.table.filters import Filters
from extract.table.order import names, ordered
from extract.table.selection import EventTable
from extract.table.spans import Spans


def table_of(library):
    """The table as it is now."""
    return EventTable(library, columns_of(library))


def ids(library, **filters):
    """The claims that filters let through."""
    return ids_in(table_of(library), Filters(**filters))


def ids_in(table, filters):
    """The same of a table that is open already."""
    return set(names(table.columns, ordered(table, filters)))


def spans(*told):
    """Spans by their first day, the day after the last, whether they are sure, and how often they come."""
    every = [(start, end, sure) for start, end, sure, count in told for _ in range(count)]
    start, end, sure = zip(*every, strict=True) if every else ((), (), ())
    return Spans(np.array(start, dtype=np.int64), np.array(end, dtype=np.int64), np.array(sure, dtype=bool))


def columns(said, stories=None, preferred=None, languages=None):
    """Columns of claims as `disagreement` has them, without a library; all of one story unless others are named."""
    count = len(said)
    order, keys = _coded(stories or ["s"] * count)
    figures = [(row, figure) for row, each in enumerate(said) for figure in each.figures]
    voices = [
        len({each.voice for each, story in zip(said, order, strict=True) if story == key}) for key in range(len(keys))
    ]
    nothing = _named([None] * count)
    return Columns(
        packs={},
        ids=np.arange(count),
        event_ids=pa.array([each.event_id for each in said], type=pa.string()),
        start=np.array([each.when.start if each.when else UNDATED for each in said], dtype=np.int64),
        end=np.array([each.when.end if each.when else UNDATED for each in said], dtype=np.int64),
        sure=np.ones(count, dtype=bool),
        confidence=np.ones(count, dtype=np.float32),
        preferred=np.array(preferred or [0] * count, dtype=np.int64),
        source=_named([each.source_id for each in said]),
        language=_named(languages or ["en"] * count),
        status=_named([str(each.status) for each in said]),
        mod=_named([each.mod and str(each.mod) for each in said]),
        **dict.fromkeys(("publisher", "grain", "kind", "basis"), nothing),
        marks=np.zeros(count, dtype=np.uint8),
        actors=_named([]),
        actor_rows=np.zeros(0, dtype=np.int64),
        things=_named([figure.thing for _, figure in figures]),
        amounts=np.array([figure.value for _, figure in figures], dtype=np.float64),
        figure_rows=np.array([row for row, _ in figures], dtype=np.int64),
        story=np.array(order, dtype=np.int64),
        story_keys=np.arange(len(keys)),
        weight=np.zeros(len(keys)),
        voices=np.array(voices, dtype=np.int64),
        claims=np.bincount(order, minlength=len(keys)),
        days=np.zeros(len(keys), dtype=np.int64),
    )


def agreed(said, **more):
    """How their stories stand, each source's voice as the claims say."""
    told = columns(said, **more)
    voice = {each.source_id: each.voice for each in said}
    names = list(dict.fromkeys(voice.values()))
    return agreements(told, np.array([names.index(voice[source]) for source in told.source.names], dtype=np.int64))


def _coded(values):
    names = list(dict.fromkeys(value for value in values if value is not None))
    return [NONE if value is None else names.index(value) for value in values], names


def _named(values):
    codes, names = _coded(values)
    return Coded(np.array(codes, dtype=np.int64), tuple(names))
