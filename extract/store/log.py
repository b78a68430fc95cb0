"""The one log of all that people said, of whatever: an index of the three logs by time, person, words and digest.

What somebody said has the same digest in all copies of a library, so that it is known again where they are brought
together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from extract.store.library import Library
from extract.text.fold import fold


class Kind(StrEnum):
    """Of what somebody said something: each has a log of its own."""

    SOURCE = "source"
    ACTOR = "actor"
    CLAIM = "claim"


class Entry(Protocol):
    """What the entries of all three have."""

    @property
    def reason(self) -> str:
        """Why; empty where nobody told."""

    @property
    def who(self) -> str:
        """Who said it."""

    @property
    def at(self) -> str:
        """When, as ISO 8601 in UTC."""

    @property
    def undoes(self) -> int | None:
        """The entry of the same log that it takes back, if any."""


def enter(
    library: Library, kind: Kind, number: int, entry: Entry, said: Sequence[object], words: Iterable[str]
) -> None:
    """Note an entry that one of the logs got under a number: what it said, and the words by which it is found."""
    written = library.connection.execute(
        "INSERT INTO log (kind, number, at, who, digest) VALUES (?, ?, ?, ?, ?)",
        (kind, number, entry.at, entry.who, _new_digest(library, content(library, kind, entry, said))),
    )
    told = fold(" ".join((entry.who, entry.reason, *words)))
    library.connection.execute("INSERT INTO log_words (rowid, words) VALUES (?, ?)", (written.lastrowid, told))


def content(library: Library, kind: Kind, entry: Entry, said: Sequence[object]) -> str:
    """All that makes an entry the same as another, wherever it is kept."""
    # Of what takes something back, that says it all: what holds since depends on the rest of the log.
    what = said if entry.undoes is None else [_digest_of_number(library, kind, entry.undoes)]
    return json.dumps([kind, what, entry.who, entry.at, entry.reason], ensure_ascii=False)


def digest_of(told: str, before: int) -> str:
    """The digest of an entry by its content, and by how many of the same there are before it."""
    return hashlib.sha256(f"{before}{told}".encode(errors="surrogatepass")).hexdigest()


def number_of(library: Library, digest: str) -> int | None:
    """The number that the entry of a digest has in its log; None where there is none."""
    found = library.connection.execute("SELECT number FROM log WHERE digest = ?", (digest,)).fetchone()
    return int(found[0]) if found else None


def _new_digest(library: Library, told: str) -> str:
    before = 0
    while number_of(library, digest := digest_of(told, before)) is not None:
        before += 1
    return digest


def _digest_of_number(library: Library, kind: Kind, number: int) -> str | None:
    found = library.connection.execute("SELECT digest FROM log WHERE kind = ? AND number = ?", (kind, number))
    row = found.fetchone()
    return str(row[0]) if row else None
