"""A person's word that a source does not belong to the library: it stays out until that is taken back."""

from __future__ import annotations

from datetime import UTC

from extract.by import By
from extract.errors import CorrectionError
from extract.others import NOWHERE, reach, settle_reached
from extract.store.library import Library
from extract.store.removed import Removed, forget_removed, note_removed, removed_sources
from extract.store.shelf import shelved


def remove(library: Library, source_id: str, said: By) -> Removed:
    """Take a source out, with its claims; what people said of it is kept.

    Raises CorrectionError where there is none, LibraryError where the library cannot be written.
    """
    source = shelved(library, source_id)
    at = said.at.astimezone(UTC).isoformat(timespec="seconds")
    out = Removed(source_id, source.location, source.title, said.why, said.who, at)
    with library.writing():
        version = library.others_version if library.is_linked else None
        before = reach(library, [source_id])
        library.connection.execute("DELETE FROM sources WHERE source_id = ?", (source_id,))
        note_removed(library, out)
    settle_reached(library, before.changed_to(NOWHERE), version)
    return out


def let_in(library: Library, named: str) -> Removed:
    """Take that back, by the id or location: the next build of its file reads the source again.

    Raises CorrectionError where no such source was taken out, LibraryError where the library cannot be written.
    """
    out = next((each for each in removed_sources(library) if named in (each.source_id, each.location)), None)
    if out is None:
        raise CorrectionError(f"No source {named!r} was taken out of {library.path}")
    with library.noting():
        forget_removed(library, out.source_id)
    return out
