"""Documents that are a ZIP of XML, as those of word processors and books are: whether they are, and if not, why not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from extract.errors import Unreadable
from extract.read.limits import LIMITS, Limits
from extract.read.office.members import CHUNK, DAMAGED, SAVE_ANEW, WITH_PASSWORD, Members
from extract.read.packed_files import BROKEN_ZIP, ENCRYPTED_OFFICE, OLE
from extract.read.pieces import Piece

LONGEST_LIST = 5_000_000
"""Bytes of the list of members: fifty thousand, of which a scanned book has one a page. A longer one is an archive."""

LONGEST_END = 65_557
"""Bytes of a ZIP's end, which names the size of that list: 22, and a remark."""


@contextmanager
def opened(piece: Piece, limits: Limits) -> Iterator[Members]:
    """The members of a document. Raises Unreadable where it is locked, too large, or no ZIP."""
    with piece.open() as stream:
        try:
            if not _has_short_list(stream, size_of(piece, stream, limits)):
                raise _no_zip(piece, limits)
            archive = zipfile.ZipFile(stream)
        except BROKEN_ZIP as error:
            raise Unreadable(piece.location, *DAMAGED) from error
        with archive:
            yield Members(piece.location, archive, limits)


def size_of(piece: Piece, stream: BinaryIO, limits: Limits) -> int:
    """Bytes of an opened document; the stream is at its start again. Raises Unreadable where there are too many."""
    size = stream.seek(0, io.SEEK_END)
    if size > limits.file_bytes:
        raise Unreadable(piece.location, f"is larger than {limits.file_bytes:,} bytes", "split it into its documents")
    stream.seek(0)
    return size


def is_packed_as(piece: Piece, head: bytes, fits: Callable[[Members], bool]) -> bool:
    """Whether it is a ZIP whose members fit; what is broken does not."""
    if not head.startswith(b"PK\x03\x04"):
        return False
    try:
        with opened(piece, LIMITS) as members:
            return fits(members)
    except Unreadable:
        return False


def media_type(members: Members) -> str:
    """What the member "mimetype" says, which ODF and EPUB put first; empty where there is none. Raises Unreadable."""
    return members.read("mimetype", CHUNK).decode("ascii", errors="replace").strip() if "mimetype" in members else ""


def _has_short_list(stream: BinaryIO, size: int) -> bool:
    """Whether it ends as a ZIP does, with no more members than a document has: their list is held as a whole."""
    stream.seek(max(0, size - LONGEST_END))
    end = stream.read()
    at = end.rfind(b"PK\x05\x06")
    return at >= 0 and int.from_bytes(end[at + 12 : at + 16], "little") <= LONGEST_LIST


def _no_zip(piece: Piece, limits: Limits) -> Unreadable:
    if not piece.head(len(OLE)).startswith(OLE):
        return Unreadable(piece.location, *DAMAGED)
    if ENCRYPTED_OFFICE.encode("utf-16-le") in piece.read(limits.file_bytes):
        return Unreadable(piece.location, *WITH_PASSWORD)
    return Unreadable(piece.location, "is an old Office file under a new name", f"{SAVE_ANEW} as DOCX")
