"""The claims of a selection by their stories, kept on disk until they are told: a report needs no memory for them all.

Rows come in one by one and are asked for story by story, in order of time.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count, groupby

import numpy as np

from extract.chart.bars import LABELLED_BARS, Bar, bars_of
from extract.dates.interval import Grain, unit_of
from extract.errors import ExportError
from extract.export.days import interval_of
from extract.export.selection import Stories
from extract.store.columns import EventRow
from extract.store.query import is_sure
from extract.table.lanes import Mark
from extract.table.spans import Spans

TABLES = """
CREATE TABLE told (
    place INTEGER PRIMARY KEY, story_id TEXT NOT NULL, source_id TEXT NOT NULL,
    start_day INTEGER, end_day INTEGER, sure INTEGER NOT NULL, row TEXT NOT NULL);
CREATE TABLE stories (
    story_id TEXT PRIMARY KEY, start_day INTEGER, end_day INTEGER, best TEXT NOT NULL, sources INTEGER NOT NULL,
    claims INTEGER NOT NULL);
"""
INDEX = "CREATE INDEX by_story ON told (story_id, place)"
BY_TIME = "start_day IS NULL, start_day, end_day, best, story_id"
BY_SOURCES = "sources DESC, claims DESC, start_day, story_id"

PERIODS = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
MOST_PERIODS = 40
"""Headings that are still an overview."""

KEY_STORIES = 12
"""So many are drawn where not all can be."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its claims by time, and the bar that stands for it; none where no claim is dated."""

    story_id: str
    rows: tuple[EventRow, ...]
    bar: Bar | None
    sources: int
    voices: int

    @property
    def best(self) -> EventRow:
        """The claim that dates it, else its first."""
        return next((row for row in self.rows if self.bar and row.event_id == self.bar.mark.event_id), self.rows[0])

    @property
    def named(self) -> EventRow:
        """The claim whose headline is its title, else the one that dates it."""
        return next((row for row in self.rows if self.bar and row.headline == self.bar.name), self.best)


class Told:
    """The stories of a selection. Made by `gathered`."""

    def __init__(self, connection: sqlite3.Connection, known: Stories, rows: Iterable[EventRow]) -> None:
        self._connection = connection
        self._known = known
        connection.executescript(TABLES)
        with connection:
            connection.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?)", map(_kept, count(), rows))
            connection.execute(INDEX)
            connection.executemany("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)", map(_ordered, self._of_all()))
        self.count: int = connection.execute("SELECT count(*) FROM stories").fetchone()[0]
        """How many stories there are."""
        self.claims: int = connection.execute("SELECT count(*) FROM told").fetchone()[0]
        """How many claims tell them."""

    def spans(self) -> Spans:
        """The intervals of the dated claims."""
        found = self._connection.execute("SELECT start_day, end_day, sure FROM told WHERE start_day IS NOT NULL")
        every = np.array(found.fetchall(), dtype=np.int64).reshape(-1, 3)
        return Spans(every[:, 0], every[:, 1], every[:, 2].astype(bool))

    def periods(self) -> tuple[Grain, dict[int | None, int]]:
        """The finest unit that parts the stories into few enough periods; of each its first day and its stories.

        Those of the undated come last, under None.
        """
        days = self._connection.execute("SELECT start_day, count(*) FROM stories GROUP BY 1").fetchall()
        for grain in PERIODS:
            counts: Counter[int | None] = Counter()
            for day, number in days:
                counts[None if day is None else unit_of(day, grain).start] += number
            if len(counts) <= MOST_PERIODS:
                break
        return grain, dict(sorted(counts.items(), key=lambda each: (each[0] is None, each[0] or 0)))

    def by_time(self) -> Iterator[Story]:
        """Every story, those without a date last."""
        ordered = self._connection.execute(f"SELECT story_id FROM stories ORDER BY {BY_TIME}")
        return (self._story(story_id) for (story_id,) in ordered)

    def drawn(self) -> list[Story]:
        """The stories that are drawn, by time: all with a date where they are few, else those that matter most.

        Which matter is said with the selection; where it is not, those that most sources tell do.
        """
        found = self._connection.execute(
            f"SELECT story_id FROM stories WHERE start_day IS NOT NULL ORDER BY {BY_SOURCES}"
        )
        every = [story_id for (story_id,) in found]
        if self.count > LABELLED_BARS:
            named = [story_id for story_id in every if story_id in self._known.dress.key]
            every = (named or every)[:KEY_STORIES]
        return sorted(map(self._story, every), key=lambda story: _ordered(story)[1:4])

    def _of_all(self) -> Iterator[Story]:
        found = self._connection.execute("SELECT story_id, row FROM told ORDER BY story_id, place")
        for story_id, held in groupby(found, key=lambda each: each[0]):
            yield self._made(story_id, [row for _, row in held])

    def _story(self, story_id: str) -> Story:
        found = self._connection.execute("SELECT row FROM told WHERE story_id = ? ORDER BY place", (story_id,))
        return self._made(story_id, [row for (row,) in found])

    def _made(self, story_id: str, kept: Sequence[str]) -> Story:
        rows = tuple(EventRow.model_validate_json(row) for row in kept)
        sources = len({row.source_id for row in rows})
        voices = self._known.voices.get(story_id, sources)
        marks = [mark for row in rows if (mark := self._mark(row, voices))]
        bar = next(iter(bars_of(marks, self._known.dress)), None)
        return Story(story_id, rows, bar, sources, voices)

    def _mark(self, row: EventRow, voices: int) -> Mark | None:
        interval = interval_of(row)
        if interval is None:
            return None
        return Mark(
            *(row.story_id, row.event_id, row.story_id, interval.start, interval.end),
            *(_is_sure(row), row.status, row.headline, row.edtf or row.timex3, voices),
            *(row.kind, row.grain, row.mod),
            preferred=self._known.preferred.get(row.event_id, 0),
        )


@contextmanager
def gathered(rows: Iterable[EventRow], known: Stories) -> Iterator[Told]:
    """The stories of the rows, on disk where they are many, as long as the context lasts.

    Raises ExportError where there is no room for them.
    """
    try:
        with closing(sqlite3.connect("")) as connection:
            yield Told(connection, known, rows)
    except sqlite3.Error as error:
        raise ExportError(f"The report needs a place for its stories on disk: {error}. Name one by TMPDIR") from error


def _kept(place: int, row: EventRow) -> tuple[object, ...]:
    interval = interval_of(row)
    days = (interval.start, interval.end) if interval else (None, None)
    return (place, row.story_id, row.source_id, *days, _is_sure(row), row.model_dump_json())


def _is_sure(row: EventRow) -> bool:
    interval = interval_of(row)
    return interval is not None and is_sure(row.confidence, row.grain, row.mod, interval.days)


def _ordered(story: Story) -> tuple[object, ...]:
    mark = story.bar.mark if story.bar else None
    days = (mark.start, mark.end) if mark else (None, None)
    return (story.story_id, *days, story.best.event_id, story.sources, len(story.rows))
