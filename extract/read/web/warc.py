"""Web archives (WARC) as the pages and files that were fetched, one in memory at a time."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from email.message import Message

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece
from extract.read.web.http_body import Response, decoded, response_of
from extract.read.web.page_facts import web_address
from extract.read.web.stated import stated_instant

MAGIC = b"WARC/"
GZIP = b"\x1f\x8b"
HEADERS_BYTES = 64_000
"""Of one answer's headers; servers and browsers stop before."""

OK = 200
FETCHED = (WarcRecordType.response, WarcRecordType.resource)

NO_DOCUMENT = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|(?:x-)?(?:java|ecma)script)(?![\w+-])|application/(?:(?:x-)?(?:java|ecma)script"
    r"|(?:x-)?font|vnd\.ms-fontobject|wasm|x-shockwave-flash|x-mpegurl|vnd\.apple\.mpegurl|dash\+xml|manifest\+json)",
    re.IGNORECASE,
)
"""Media types of what a page is made with, and no text."""

OF_THE_CRAWLER = ("urn:", "metadata:", "dns:", "whois:")
"""How addresses begin under which crawlers keep notes of their own."""

BROKEN = (OSError, ValueError, EOFError, RuntimeError)
"""What reading raises where an archive is damaged, or packed in a way that is not known."""

GET_IT_AGAIN = "get the file again; what stands before that place was read"


def _is_warc(_piece: Piece, head: bytes) -> bool:
    if not head.startswith(GZIP):
        return head.startswith(MAGIC)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(head)) as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except (*BROKEN, zlib.error):
        return False


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    number, holds_any = 0, False
    with piece.open() as stream:
        try:
            for number, record in enumerate(ArchiveIterator(stream, parse_http=False), start=1):
                found = _found(piece, record, number, limits)
                if found is not None:
                    holds_any = True
                    yield found
        except BROKEN as error:
            if not number:
                raise Unreadable(piece.location, "is no web archive that can be read", "get the file again") from error
            holds_any = True
            yield Unreadable(piece.location, f"is damaged after record {number}", GET_IT_AGAIN)
    if not holds_any:
        raise Unreadable(piece.location, "holds no pages", "see whether it is the archive that you mean")


def _found(piece: Piece, record: WarcRecord, number: int, limits: Limits) -> Found | None:
    """The document of a record, or why it cannot be had; None where there is none.

    Raises Unreadable where the first record is none.
    """
    if record.record_type == WarcRecordType.no_type or "Content-Length" not in record.headers:
        if number == 1:
            raise Unreadable(piece.location, "is no web archive that can be read", "get the file again")
        return _cut_off(piece, number)
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if record.record_type not in FETCHED or address.lower().startswith(OF_THE_CRAWLER):
        return None
    length = record.content_length
    head = _taken(record, min(length, HEADERS_BYTES))
    if len(head) < min(length, HEADERS_BYTES):
        return _cut_off(piece, number)
    response = response_of(head) if record.record_type == WarcRecordType.response else _as_stored(record)
    if response is None or response.status != OK or NO_DOCUMENT.match(response.media_type or ""):
        return None
    where = f"{piece.location}/{_name(number)}"
    if length > limits.file_bytes + response.length:
        reason = f"({address}) is larger than {limits.file_bytes:,} bytes"
        return Unreadable(where, reason, "get it from its address, and split it")
    block = head + _taken(record, length - len(head))
    if len(block) < length:
        return _cut_off(piece, number)
    try:
        body = decoded(block[response.length :], response.headers, limits.file_bytes, where)
    except Unreadable as error:
        return error
    return piece.within(
        _name(number),
        body,
        url=web_address(address),
        seen=stated_instant(record.headers.get("WARC-Date")),
        media_type=response.media_type,
    )


def _name(number: int) -> str:
    """By its place in the file, which is the same whatever else is read of it."""
    return f"record {number}"


def _taken(record: WarcRecord, count: int) -> bytes:
    """So many of the bytes that come next; fewer where the file ends."""
    parts = []
    while count > 0 and (part := record.reader.read(count)):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _as_stored(record: WarcRecord) -> Response:
    """A resource came without headers; its media type is that of its record."""
    headers = Message()
    headers["Content-Type"] = " ".join((record.headers.get("Content-Type") or "").split())
    return Response(OK, headers, 0)


def _cut_off(piece: Piece, number: int) -> Unreadable:
    return Unreadable(piece.location, f"is cut off in record {number}", GET_IT_AGAIN)


WARC = Format("web archive", frozenset({".warc"}), _is_warc, _read, holds_many=True)
