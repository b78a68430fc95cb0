"""Views that people named, kept in the library so that all who open it find them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from extract.errors import CorrectionError
from extract.store.library import Library

LONGEST_NAME = 60
"""Characters: a name is read in a list."""

LONGEST_ADDRESS = 8_000
"""Characters: as many as browsers and servers take in an address without question."""

MOST_VIEWS = 200
"""More are no list that anybody reads."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """A view as it was named: its address behind the question mark, and when that was."""

    name: str
    address: str
    at: str


def named_views(library: Library) -> list[NamedView]:
    """All of them, by their names."""
    found = library.connection.execute("SELECT name, address, at FROM named_views ORDER BY name")
    return [NamedView(*row) for row in found]


def name_view(library: Library, name: str, address: str, at: datetime) -> NamedView:
    """Keep a view under a name, in place of what had that name.

    Raises CorrectionError where it cannot have it, LibraryError where the library cannot be written.
    """
    view = NamedView(" ".join(name.split()), address, at.astimezone(UTC).isoformat(timespec="seconds"))
    if not any(map(str.isprintable, view.name)) or len(view.name) > LONGEST_NAME:
        raise CorrectionError(f"Give it a name of at most {LONGEST_NAME} characters")
    if len(address) > LONGEST_ADDRESS:
        raise CorrectionError("This view has too many filters to be kept: take some off")
    with library.noting():
        others = library.connection.execute("SELECT count(*) FROM named_views WHERE name <> ?", (view.name,))
        if others.fetchone()[0] >= MOST_VIEWS:
            raise CorrectionError(f"There are {MOST_VIEWS} named views: take one away first")
        library.connection.execute(
            "INSERT OR REPLACE INTO named_views VALUES (?, ?, ?)", (view.name, view.address, view.at)
        )
    return view


def forget_view(library: Library, name: str) -> None:
    """Take a named view away, if it is there. Raises LibraryError where the library cannot be written."""
    with library.noting():
        library.connection.execute("DELETE FROM named_views WHERE name = ?", (name,))
