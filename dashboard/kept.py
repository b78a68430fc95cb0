"""What people drop or paste is kept as files beside the library, so that it can be built anew from its documents."""

from __future__ import annotations

import os
import re
import threading
import unicodedata
from itertools import count
from pathlib import Path

from extract.errors import ExportError
from extract.read.folders import NO_DOCUMENTS
from extract.store.whole import written_whole

MOST_BYTES = 200
"""Of a name in UTF-8: file systems end at 255, and a sync program or an archive adds signs of its own."""

LONGEST_SUFFIX = 20
"""Bytes of what may be the ending of a name; a longer one is a part of it."""

UNNAMED = "document"

PARTS = re.compile(r"[/\\]")

REFUSED = frozenset('<>:"|?*')
"""Signs that some file systems take in no name."""

JOINERS = frozenset("\u200c\u200d")
"""Format signs that belong to the spelling of Persian and Indian words; all others deceive."""

_KEEPING = threading.Lock()
"""Two who drop files of one name at once must not both find that name free."""


def folder_of(library: Path) -> Path:
    """Where a library's documents are kept."""
    return library.with_name(f"{library.stem}-documents")


def tells_of_others(name: str) -> bool:
    """Whether a file of that name is no document, but a manifest that tells of others in its folder."""
    return Path(name).suffix.casefold() in NO_DOCUMENTS


def safe_name(name: str) -> str:
    """A name for a file: one part, which hides and steers nothing, is not too long and keeps its ending."""
    signs = (_as_kept(sign) for sign in PARTS.split(name)[-1])
    line = unicodedata.normalize("NFC", " ".join("".join(signs).split()))
    return _named(*_parted(line.lstrip(" .~").rstrip(" .")))


def keep(folder: Path, name: str, content: bytes | memoryview) -> Path:
    """Write a file into the folder, which is made; where it is kept. What has the same name is not touched.

    The same content under that name is the same file; another one gets a number. Raises ExportError, with the path,
    where it cannot be written.
    """
    stem, suffix = _parted(safe_name(name))
    with _KEEPING:
        _make(folder)
        for number in count(1):
            path = folder / _named(stem, suffix, f" ({number})" if number > 1 else "")
            if not os.path.lexists(path):
                with written_whole(path) as stream:
                    stream.write(content)
                return path
            if _holds(path, content):
                return path
    raise AssertionError  # numbers do not end


def _as_kept(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in {"Cc", "Zl", "Zp"}:
        return " "
    if kind == "Cs" or (kind == "Cf" and sign not in JOINERS):
        return ""
    return "_" if sign in REFUSED else sign


def _parted(name: str) -> tuple[str, str]:
    """A name without its ending, and the ending with its dot."""
    stem, dot, ending = name.rpartition(".")
    is_ending = stem and ending and " " not in ending and len(ending.encode()) <= LONGEST_SUFFIX
    return (stem, dot + ending) if is_ending else (name, "")


def _named(stem: str, suffix: str, number: str = "") -> str:
    tail = f"{number}{suffix}"
    room = MOST_BYTES - len(tail.encode())
    cut = stem.encode()[:room].decode(errors="ignore").rstrip(" .") or UNNAMED
    name = f"{cut}{tail}"
    return f"{Path(name).stem}.txt" if tells_of_others(name) else name


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder} cannot be made: {error.strerror or error}") from error


def _holds(path: Path, content: bytes | memoryview) -> bool:
    """Whether a file, and no link or folder, has exactly that content."""
    try:
        is_so_long = path.is_file() and not path.is_symlink() and path.stat().st_size == len(content)
        return is_so_long and path.read_bytes() == content
    except OSError:
        return False
