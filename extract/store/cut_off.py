"""Whether a build before this one ended though nobody stopped it: what it read may have ended its process."""

from __future__ import annotations

from extract.store.library import Library

UNDER_WAY = "under_way"
"""The key of meta that is there while a build works."""


def was_cut_off(library: Library) -> bool:
    """Whether a build began here that has not come to its end, nor was stopped."""
    return bool(library.meta(UNDER_WAY))


def note_begun(library: Library) -> None:
    """A build begins."""
    with library.noting():
        library.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, '1')", (UNDER_WAY,))


def note_ended(library: Library) -> None:
    """It ended as it should, and nothing that it met is deadly."""
    with library.noting():
        library.connection.execute("DELETE FROM meta WHERE key = ?", (UNDER_WAY,))
