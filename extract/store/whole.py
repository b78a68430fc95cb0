"""Files that are written whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from extract.errors import ExportError


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream to a file beside `path` that takes its place at the end, and is gone where there was no good end.

    Raises ExportError, with the path, where it cannot be written.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder: name a file in it")
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with unfinished.open("xb") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(f"{path} cannot be written: {reason}. Name a file in a folder that is yours") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
