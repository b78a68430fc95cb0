"""A body as it was before its server packed it, a little at a time: packed, a gigabyte fits into a megabyte."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from extract.fetch.trouble import IN_BROWSER, LATER, Trouble

ASKED_FOR = "gzip, deflate"
"""Ways of packing of which every step can be bounded; servers are told that no other is understood."""

STEP = 1 << 16
"""Bytes that are unpacked at once."""

FRAME = 2
"""Bytes that tell whether deflated data have their frame."""

_GZIP = zlib.MAX_WBITS | 16
_GZIP_MARK = b"\x1f\x8b"
_PLAIN = frozenset({"", "identity", "none"})


def unpacked(chunks: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The body in chunks of STEP bytes at most where it was packed.

    Raises Trouble where it is damaged, cut off, or packed in a way that nobody asked for.
    """
    name = coding.strip().lower()
    if name in _PLAIN:
        return iter(chunks)
    if name in {"gzip", "x-gzip"}:
        return _inflated(chunks, _GZIP)
    if name == "deflate":
        return _deflated(chunks)
    raise Trouble("came packed in a way that was not asked for", IN_BROWSER)


def joined(chunks: Iterable[bytes], most: int, *, cut: bool = False) -> bytes:
    """All of it, of which there may be so many bytes; more is cut off, or raises Trouble."""
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > most and not cut:
            raise too_large(most)
        if len(data) >= most and cut:
            break
    return bytes(data[:most])


def bounded(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The same chunks. Raises Trouble after so many bytes."""
    count = 0
    for chunk in chunks:
        count += len(chunk)
        if count > most:
            raise too_large(most)
        yield chunk


def too_large(most: int) -> Trouble:
    """What to say of a page that has more bytes."""
    return Trouble(f"is larger than {most:,} bytes", "save it from your browser and name the file")


def _deflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Half of all servers leave out the frame that the standard asks for."""
    rest = iter(chunks)
    first = b""
    while len(first) < FRAME and (chunk := next(rest, b"")):
        first += chunk
    framed = len(first) >= FRAME and first[0] & 0x0F == zlib.DEFLATED and int.from_bytes(first[:FRAME]) % 31 == 0
    return _inflated(_chain(first, rest), zlib.MAX_WBITS if framed else -zlib.MAX_WBITS)


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _inflated(chunks: Iterable[bytes], window: int) -> Iterator[bytes]:
    engine = zlib.decompressobj(window)
    try:
        for chunk in chunks:
            data = chunk
            while data:
                if engine.eof:
                    if window != _GZIP or not data.startswith(_GZIP_MARK):
                        return  # what follows the end is no part of the page
                    engine = zlib.decompressobj(window)
                yield engine.decompress(data, STEP)
                data = engine.unused_data if engine.eof else engine.unconsumed_tail
        while not engine.eof and (last := engine.decompress(b"", STEP)):
            yield last
    except zlib.error as error:
        raise Trouble("came packed and damaged", LATER, passes=True) from error
    if not engine.eof:
        raise Trouble("broke off in the middle", LATER, passes=True)
