"""The event table in this process's memory, one for each library and shared by all its readers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock

import streamlit as st

from dashboard.ask import version
from extract.store.library import Library
from extract.table.columns import columns_of
from extract.table.selection import EventTable

MOST_LIBRARIES = 4
"""Held at once: a file that takes the place of another is another library."""


@dataclass
class _Shelf:
    """The table of a library as it was last read, and of which version that is."""

    lock: Lock = field(default_factory=Lock)
    table: EventTable | None = None
    version: object = None


def table_of(library: Library) -> EventTable:
    """The event table of a library as it is now, to be asked through this connection.

    What did not change since it was read last, by whomever, is not read again. Raises LibraryError.
    """
    shelf = _shelf(str(library.path), library.path.stat().st_ino)
    with shelf.lock:
        now = version(library)
        if shelf.table is None or shelf.version != now:
            before = shelf.table.columns if shelf.table else None
            columns = columns_of(library, before)
            if shelf.table is None or columns is not before:
                shelf.table = EventTable(library, columns)
            shelf.version = now
        return replace(shelf.table, library=library)


@st.cache_resource(max_entries=MOST_LIBRARIES, show_spinner=False)
def _shelf(path: str, file: int) -> _Shelf:  # noqa: ARG001 - what the shelf is known by
    return _Shelf()
