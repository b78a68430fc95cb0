"""What the command `date` does: it tells when a source was written, or changes that and tells what came of it."""

from __future__ import annotations

from datetime import UTC, datetime

from extract import redate
from extract.by import by
from extract.redate import Deed
from extract.store.corrections import history
from extract.store.library import Library
from extract.store.shelf import find, shelved
from extract.written import changed, told


def tell(library: Library, named: str) -> str:
    """When a source was written, why, and who changed that. Raises CorrectionError where no one source is named."""
    source_id = find(library, named)
    return told(shelved(library, source_id), history(library, source_id))


def change(library: Library, named: str, deed: Deed, date: str, who: str, why: str) -> str:
    """Change when a source was written; what it was and is, and what moved.

    Raises CorrectionError where no one source is named or the change cannot be made, LibraryError where the library
    cannot be written.
    """
    source_id = find(library, named)
    before = shelved(library, source_id)
    made = redate.change(library, source_id, deed, date, by(who, why, datetime.now(UTC)))
    others = redate.settle_others(library, made)
    return changed(before, shelved(library, source_id), made.moved, others)
