"""An answer of a web server as it was recorded: its status, its headers, and its body as it was written."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from fastwarc.stream_io import BrotliReader, GzipReader, ZstdReader

from extract.errors import Unreadable

RAW_DEFLATE = -15
"""zlib's sign for a stream without its frame, which many servers call "deflate"."""

STEP = 4096
"""Bytes unpacked at once: where a body is cut off, the last step is lost."""

SIZE_DIGITS = 12
"""Of a chunk's size in hexadecimal; more is none."""

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")


@dataclass(frozen=True, slots=True)
class Response:
    """What stands before a body."""

    status: int
    headers: Message
    length: int
    """Bytes up to where the body begins."""

    @property
    def media_type(self) -> str | None:
        """As the server gave it, in one line."""
        return " ".join(str(self.headers.get("Content-Type", "")).split()) or None


def response_of(head: bytes) -> Response | None:
    """What stands at the beginning of a recorded answer, None where it is none."""
    status = _STATUS.match(head)
    end = _END.search(head)
    if not status or not end:
        return None
    _, _, lines = head[: end.end()].partition(b"\n")
    return Response(int(status[1]), BytesHeaderParser().parsebytes(lines), end.end())


def decoded(body: bytes, headers: Message, most: int, location: str) -> bytes:
    """The body as it was before it was packed for its way; as it is where its headers are wrong.

    Many crawlers keep it unpacked beside the headers that it came with. Raises Unreadable where it is too large.
    """
    if "chunked" in str(headers.get("Transfer-Encoding", "")).lower():
        body = b"".join(_chunks(body)) or body
    encodings = re.split(r"[\s,]+", str(headers.get("Content-Encoding", "")).strip().lower())
    for encoding in reversed(encodings):
        body = _unpacked(body, encoding, most)
        if len(body) > most:
            raise Unreadable(location, f"unpacks to more than {most:,} bytes", "leave it out, it is no document")
    return body


def _chunks(body: bytes) -> Iterator[bytes]:
    """The chunks up to where they end, or are broken."""
    position = 0
    while (line_end := body.find(b"\n", position, position + 1_000)) >= 0:
        size = body[position:line_end].partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,%d}" % SIZE_DIGITS, size) or not (count := int(size, 16)):
            return
        yield body[line_end + 1 : line_end + 1 + count]
        position = line_end + 1 + count
        position += len(body[position : position + 2]) - len(body[position : position + 2].lstrip(b"\r\n"))


def _unpacked(body: bytes, encoding: str, most: int) -> bytes:
    if encoding == "deflate":
        return _inflated(body, zlib.MAX_WBITS, most) or _inflated(body, RAW_DEFLATE, most) or body
    reader = {"gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader}.get(encoding)
    if reader is None:
        return body
    parts: list[bytes] = []
    size = 0
    try:
        with reader(io.BytesIO(body)) as stream:
            while size <= most and (part := stream.read(STEP)):
                parts.append(part)
                size += len(part)
    except (OSError, ValueError, EOFError, RuntimeError):
        pass  # cut off, or never packed: what was unpacked counts
    return b"".join(parts) or body


def _inflated(body: bytes, frame: int, most: int) -> bytes:
    try:
        return zlib.decompressobj(frame).decompress(body, most + 1)
    except zlib.error:
        return b""
