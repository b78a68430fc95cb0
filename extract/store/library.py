"""The library: one SQLite file that holds every source and the event table.

Readers in other processes see the last finished write while a writer works (WAL); each source is written whole or
not at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from extract.errors import LibraryError
from extract.model import Document, Event
from extract.store.columns import COLUMNS, EventRow
from extract.store.query import AMONG, searched
from extract.store.shown import found_shown, show_judged
from extract.store.trouble import as_library_error
from extract.store.values import (
    actor_values,
    ask_values,
    event_values,
    lent_values,
    place_of,
    source_values,
    timex_values,
)
from extract.wording import english

SCHEMA_VERSION = "10"
"""Raised when schema.sql or the columns of packs change: a library of another version is refused, and built anew from
its documents."""

BUSY_SECONDS = 30.0
"""How long a writer waits for another one before it says that the library is busy."""

DEFAULT_LIBRARY = Path("library.db")
"""Where the command line and the dashboard look when they are told nothing else."""


CACHE_KIB = 12_288
"""Memory for pages of the file: with SQLite's two MiB, going through a large library reads most of them many times;
with twice as much, building 3,500 documents takes as long."""


def create_or_open(path: Path, wait: float = BUSY_SECONDS) -> Library:
    """The library for reading and writing, made where it does not exist; `wait` is for other writers, in seconds.

    Raises LibraryError where the file is no library, of another version or not to be written.
    """
    with as_library_error(path):
        _check_place(path)
        connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _create(connection)
    return _checked(Library(connection, path))


def open_to_change(path: Path, wait: float = BUSY_SECONDS) -> Library:
    """The library for reading and writing, where there is one. Raises LibraryError as `open_read_only` does."""
    open_read_only(path).close()
    return create_or_open(path, wait)


def open_read_only(path: Path) -> Library:
    """The library for reading, from any thread.

    Raises LibraryError where there is none, or where the file is no library or of another version.
    """
    with as_library_error(path):
        if not path.is_file():
            raise LibraryError(
                f"There is no library at {path}. Make one: python -m extract build seeds --library {path}"
            )
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )
    return _checked(Library(connection, path))


def _check_place(path: Path) -> None:
    """Say what is wrong with a place where no file can be; SQLite only says that it is unable."""
    told = f"{path} cannot be used as a library"
    if path.is_dir():
        raise LibraryError(f"{told}: it is a folder: name a file in it")
    if not path.parent.is_dir():
        raise LibraryError(
            f"{told}: there is no folder {path.parent}: make it, or name a file in a folder that is there"
        )


def _create(connection: sqlite3.Connection) -> None:
    schema = files("extract.store").joinpath("schema.sql").read_text(encoding="utf-8")
    connection.executescript(
        f"BEGIN IMMEDIATE; {schema} INSERT INTO meta VALUES ('version', '{SCHEMA_VERSION}'); COMMIT;"
    )


def _checked(library: Library) -> Library:
    with as_library_error(library.path):
        tables = {name for (name,) in library.connection.execute("SELECT name FROM sqlite_master")}
        if "meta" not in tables or "event_table" not in tables:
            raise LibraryError(f"{library.path} is an SQLite file, but no Dateline library")
        version = library.meta("version")
    if version != SCHEMA_VERSION:
        raise LibraryError(
            f"{library.path} is a library of version {version}, this program reads version {SCHEMA_VERSION}: "
            "build it anew from its documents, under another name"
        )
    return library


class Library:
    """Sources, what was found in them, and the event table. Made by `create_or_open` and `open_read_only`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        connection.row_factory = sqlite3.Row
        self.connection = connection
        self.path = path

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def meta(self, key: str) -> str:
        """A value of the table meta: `version`, or `changes`, which grows with every write."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All writes inside happen together or not at all. Raises LibraryError where another writer stays too long."""
        with self.noting():
            yield
            self.note_change()

    def note_change(self) -> None:
        """Say that something was written by which the library tells something else. Inside `noting()`."""
        self.connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'changes'")

    @contextmanager
    def noting(self) -> Iterator[None]:
        """The same for what the library notes for itself, which changes nothing that it tells."""
        with as_library_error(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    def put(self, document: Document, digest: str, replaced: Collection[str] = ()) -> None:
        """Write all that was found in a source, in place of what was known of it, of its location and of others."""
        self.put_all([(document, digest)], {document.source.source_id: replaced})

    def put_all(self, documents: Sequence[tuple[Document, str]], replaced: Mapping[str, Collection[str]]) -> None:
        """The same for several, each with its digest, of different places; `replaced` are the others of each source."""
        places = [place_of(document.source.location) for document, _ in documents]
        ids = [document.source.source_id for document, _ in documents]
        old = [each for id_ in ids for each in replaced.get(id_, ())]
        self.connection.execute(
            f"DELETE FROM sources WHERE place {AMONG} OR source_id {AMONG}",
            (json.dumps(places), json.dumps([*ids, *old])),
        )
        self.insert("sources", [source_values(document, digest) for document, digest in documents])
        self.insert("mentions", [row for document, _ in documents for row in _mention_rows(document)])
        self.insert(
            "actor_mentions",
            [
                actor_values(document.source.source_id, actor)
                for document, _ in documents
                for actor in (*document.actors, *document.ignored)
            ],
        )
        self._put_events([(document, event) for document, _ in documents for event in document.events])
        judged = self.connection.execute(
            f"SELECT DISTINCT source_id FROM judged WHERE source_id {AMONG}", (json.dumps(ids),)
        )
        if concerned := [source_id for (source_id,) in judged]:
            show_judged(self, concerned)

    def put_rows(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Write claims as rows of events, which are found by no words yet. To be called inside `writing()`."""
        self.insert("events", rows)
        self._put_words((str(row["event_id"]), "") for row in rows)

    def _put_events(self, told: Sequence[tuple[Document, Event]]) -> None:
        self.insert("events", [event_values(document.source, event) for document, event in told])
        self.insert(
            "event_actors",
            [
                {
                    "event_id": event.event_id,
                    "position": position,
                    "actor": actor,
                    "type": kind,
                    **lent_values(event.lent),
                }
                for _, event in told
                for position, (actor, kind) in enumerate(event.actors.items())
            ],
        )
        self.insert("event_asks", [row for document, event in told if document.is_unsure for row in ask_values(event)])
        self._put_words(
            (event.event_id, searched(event.headline, event.sentence, document.source.title, event.actors))
            for document, event in told
        )

    def _put_words(self, words: Iterable[tuple[str, str]]) -> None:
        """Let claims be found by their words."""
        self.connection.executemany(
            "INSERT INTO event_words (rowid, words) SELECT id, ?2 FROM events WHERE event_id = ?1", words
        )

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Write rows, all of the same columns. To be called inside `writing()`."""
        if rows:
            names = ", ".join(f'"{name}"' for name in rows[0])
            slots = ", ".join(f":{name}" for name in rows[0])
            self.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({slots})", rows)

    def insert_one(self, table: str, row: Mapping[str, object]) -> int:
        """Write a row; the number that it got. To be called inside `writing()`."""
        names, slots = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
        written = self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({slots})", row)
        return int(written.lastrowid or 0)

    def set_stories(self, stories: Mapping[str, str]) -> None:
        """Write the story of each event: event_id to story_id."""
        self.connection.executemany(
            "UPDATE events SET story_id = ? WHERE event_id = ? AND story_id <> ?",
            [(story, event, story) for event, story in stories.items()],
        )

    @property
    def is_linked(self) -> bool:
        """Whether the claims got their stories after the last write; a build that was cut off may not have done it."""
        return self.meta("linked") == self.meta("changes")

    def note_linked(self) -> None:
        """Say that this write, the one in whose `writing()` it is called, leaves every claim with its story."""
        self.connection.execute(
            "INSERT OR REPLACE INTO meta SELECT 'linked', value + 1 FROM meta WHERE key = 'changes'"
        )

    @property
    def others_version(self) -> int:
        """Another number whenever somebody else has written to the library, and never for its own writes."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """All that is asked inside is answered as the library stood at the first question, whoever writes meanwhile."""
        with as_library_error(self.path):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    def rows(self, where: str = "1", parameters: Iterable[object] = (), tail: str = "") -> list[EventRow]:
        """Rows of the event table, checked; `where` and `tail` are SQL over the view event_table.

        Both are the program's own words: what people type goes into `parameters`.
        """
        return list(self.each_row(where, parameters, tail))

    def each_row(self, where: str = "1", parameters: Iterable[object] = (), tail: str = "") -> Iterator[EventRow]:
        """The same rows one by one, for where they are more than memory should hold."""
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        with as_library_error(self.path):
            for row in self.connection.execute(
                f"SELECT {names} FROM event_table WHERE {where} {tail}", tuple(parameters)
            ):
                yield EventRow.model_validate(_unpacked(dict(row)))


def _unpacked(row: dict[str, object]) -> dict[str, object]:
    """A row of the view event_table as the model has it."""
    explanation = english(str(row["explanation"]))
    found = found_shown(str(row["found"]))
    return row | {"actors": json.loads(str(row["actors"])), "found": found, "explanation": explanation}


def _mention_rows(document: Document) -> Iterator[dict[str, object]]:
    dated = {event.timex.start: event.event_id for event in document.events}
    return (timex_values(document.source.source_id, timex, dated.get(timex.start)) for timex in document.timexes)
