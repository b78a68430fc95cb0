"""What SQLite and the disk complain of, as an error that names the library and, where there is one, the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import LibraryError

PRIMARY = 0xFF
"""The bits of an error's code that say of which kind it is."""
WAYS_OUT = {
    sqlite3.SQLITE_BUSY: ". Another program is writing to it: try again when that is done",
    sqlite3.SQLITE_READONLY: ". You may only read it: change that, or take a copy that is yours",
}


@contextmanager
def as_library_error(path: Path) -> Iterator[None]:
    """Raise LibraryError for what goes wrong inside."""
    try:
        yield
    except OSError as error:
        raise LibraryError(f"{path} cannot be used as a library: {error.strerror}") from error
    except sqlite3.Error as error:
        way_out = WAYS_OUT.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY, "")
        raise LibraryError(f"{path} cannot be used as a library: {error}{way_out}") from error
