"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from extract.errors import ExportError

PERMISSIONS = 0o777
"""The bits of a file's mode that say who may do what with it."""


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream to a file beside `path` that takes its place at the end, and is gone where there was no good end.

    Where `path` is a link, what it leads to is replaced; who may read a file stays. What is no file, but a pipe or a
    device, is written straight into. Raises ExportError, with the path, where it cannot be written.
    """
    try:
        mode = _mode(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise ExportError(f"{path} is a folder: name a file in it")
        with _straight(path) if mode is not None and not stat.S_ISREG(mode) else _replacing(path, mode) as stream:
            yield stream
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(f"{path} cannot be written: {reason}. Name a file in a folder that is yours") from error


def _mode(path: Path) -> int | None:
    """What stands there, behind all links; None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


@contextmanager
def _straight(path: Path) -> Iterator[BinaryIO]:
    with path.open("wb") as stream:
        yield stream


@contextmanager
def _replacing(path: Path, mode: int | None) -> Iterator[BinaryIO]:
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f".unfinished-{secrets.token_hex(4)}")
    try:
        with unfinished.open("xb") as stream:
            if mode is not None:
                unfinished.chmod(mode & PERMISSIONS)
            yield stream
        unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
