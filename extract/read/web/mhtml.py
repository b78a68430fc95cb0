"""Pages that browsers saved as one file (MHTML): the page is the first HTML part, what follows is its pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from extract.errors import Unreadable
from extract.read.pieces import Piece
from extract.read.web.stated import stated_instant

LONGEST_HEADER = 64_000
"""Bytes of a part's headers; servers refuse smaller ones."""

LONGEST_LINE = 1_000_000
"""Bytes read at once; lines of base64 and quoted-printable have 76, those of a page kept as it is may have more."""

PAGES = frozenset({"text/html", "application/xhtml+xml"})
GET_IT_AGAIN = "save the page again"

_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from: *\"?<?saved by )", re.IGNORECASE | re.MULTILINE)
_OF_MAIL = re.compile(rb"^(?:received|message-id|to|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)
_FOLDED = re.compile(rb"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page in an MHTML file."""

    data: bytes
    media_type: str | None
    url: str | None
    """Where the browser had it from."""
    saved: str | None
    """When it was saved, as an ISO instant."""


def is_mhtml(head: bytes) -> bool:
    """Whether a file that begins so is a saved page and no e-mail message."""
    headers = _FOLDED.sub(b" ", head.lstrip().split(b"\r\n\r\n")[0].split(b"\n\n")[0])
    if not _RELATED.search(headers):
        return False
    return bool(_SAVED.search(headers)) or not _OF_MAIL.search(headers)


def saved_page(piece: Piece, most: int) -> SavedPage:
    """The page of a piece, of so many bytes at most. Raises Unreadable."""
    with piece.open() as stream:
        headers = _headers(stream)
        boundaries = _boundary(headers)
        while boundaries and _skip_to(stream, boundaries):
            part = _headers(stream)
            boundaries |= _boundary(part)
            if part.get_content_type() in PAGES:
                data = _body(stream, boundaries, piece, 2 * most)
                return _page(part, data, headers)
    raise Unreadable(piece.location, "is a saved page that holds no HTML", GET_IT_AGAIN)


def _page(part: Message, data: bytes, headers: Message) -> SavedPage:
    encoding = str(part.get("Content-Transfer-Encoding", "8bit")).encode("ascii", errors="ignore").split(b"\n")[0]
    decoded = message_from_bytes(b"Content-Transfer-Encoding: " + encoding + b"\n\n" + data).get_payload(decode=True)
    url = headers.get("Snapshot-Content-Location") or part.get("Content-Location") or headers.get("Content-Location")
    return SavedPage(
        data=decoded if isinstance(decoded, bytes) else b"",
        media_type=str(part.get("Content-Type", "")) or None,
        url="".join(str(url).split()) if url else None,
        saved=_instant(headers.get("Date")),
    )


def _headers(stream: BinaryIO) -> Message:
    lines = []
    size = 0
    while (line := stream.readline(LONGEST_HEADER)) and size < LONGEST_HEADER:
        if line.strip():
            lines.append(line)
        elif lines:
            break
        size += len(line)
    return BytesHeaderParser().parsebytes(b"".join(lines))


def _boundary(headers: Message) -> set[bytes]:
    found = headers.get_boundary()
    return {b"--" + found.encode("utf-8", errors="replace")} if found else set()


def _skip_to(stream: BinaryIO, boundaries: set[bytes]) -> bool:
    """Goes to the beginning of the next part; False where there is none."""
    while line := stream.readline(LONGEST_LINE):
        if line.rstrip() in boundaries:
            return True
    return False


def _body(stream: BinaryIO, boundaries: set[bytes], piece: Piece, most: int) -> bytes:
    """What follows up to the next part, or to the end of a file that was cut off."""
    ends = boundaries | {each + b"--" for each in boundaries}
    lines = []
    while (line := stream.readline(LONGEST_LINE)) and line.rstrip() not in ends:
        lines.append(line)
        most -= len(line)
        if most < 0:
            raise Unreadable(piece.location, "holds a page that is too large", "split it into its documents")
    return b"".join(lines)


def _instant(raw: object) -> str | None:
    try:
        return stated_instant(parsedate_to_datetime(str(raw)).isoformat()) if raw else None
    except (ValueError, TypeError, OverflowError):
        return None
