"""Pages that were fetched, each in a file of its own: asked for again, a server need only say that nothing is new.

A file is written whole or not at all, and what is broken is as if it were not there; any number of runs may share a
folder, and everything in it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.fetch.trouble import Trouble

UNFINISHED = ".part"
DAY = 86_400
"""Seconds after which an unfinished file is one that nobody will finish."""

OWN = 0o700
"""What somebody reads is nobody else's business."""


class Page(BaseModel):
    """What is known of a page beside its bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str
    """As it was asked for."""
    url: str
    """Where it was, at the end of all redirects."""
    seen: str
    """When it was fetched, as an ISO instant in UTC."""
    media_type: str | None
    etag: str | None
    last_modified: str | None


class Cache:
    """A folder of pages. Raises Trouble where it cannot be written to."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or default_folder()
        self._sweep()

    def get(self, address: str) -> tuple[Page, bytes] | None:
        """A page and its body, None where it is not there, or no longer whole."""
        try:
            digest, _, rest = self._file(address).read_bytes().partition(b"\n")
        except OSError:
            return None
        if digest != _digest(rest):
            return None
        head, _, body = rest.partition(b"\n")
        try:
            page = Page.model_validate_json(head)
        except ValidationError:
            return None
        return (page, body) if page.address == address else None

    def keep(self, page: Page, body: bytes) -> None:
        """Puts a page there, in the place of an older one."""
        rest = page.model_dump_json().encode() + b"\n" + body
        try:
            self._write(self._file(page.address), _digest(rest) + b"\n" + rest)
        except OSError as error:
            reason = f"cannot be kept in {self.folder} ({error.strerror or error})"
            raise Trouble(reason, "make room there, or name another folder") from error

    def _file(self, address: str) -> Path:
        name = hashlib.sha256(address.encode()).hexdigest()
        return self.folder / name[:2] / name

    def _write(self, file: Path, data: bytes) -> None:
        self.folder.mkdir(mode=OWN, parents=True, exist_ok=True)
        file.parent.mkdir(mode=OWN, exist_ok=True)
        number, name = tempfile.mkstemp(suffix=UNFINISHED, dir=file.parent)
        part = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
            part.replace(file)
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def _sweep(self) -> None:
        """Takes away what runs left that were killed while they wrote."""
        for part in self.folder.glob(f"*/*{UNFINISHED}"):
            try:
                if part.stat().st_mtime < time.time() - DAY:
                    part.unlink()
            except OSError:  # another run was faster
                continue


def default_folder() -> Path:
    """Where programs of this user keep what can be had again."""
    if (told := os.environ.get("XDG_CACHE_HOME")) and Path(told).is_absolute():
        return Path(told) / "dateline"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    if sys.platform == "win32" and (told := os.environ.get("LOCALAPPDATA")):
        return Path(told) / "dateline" / "cache"
    return Path.home() / ".cache" / "dateline"


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
