"""Plain text, whatever encoding it was saved in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from charset_normalizer import from_bytes

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece, Text

SAMPLE_BYTES = 200_000
"""Bytes from which the encoding is guessed where a file does not say it; guessing is slow."""

LOST = "\ufffd"
LAST_ASCII = "\x7f"

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

LEGACY_ENCODINGS = (
    "cp1252", "cp1253", "cp1251", "cp1256", "cp1250", "cp1254", "cp1255", "cp1257", "cp1258", "cp874",
    "iso8859_2", "iso8859_7", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
"""Encodings that texts are still found in; among all that exist, short texts are taken for the rarest."""

_OF_TEXTS = frozenset(
    codecs.lookup(name).name
    for name in (
        *LEGACY_ENCODINGS, "utf-8", "utf-16", "latin-1", "ascii", "iso8859_15", "iso8859_5", "iso8859_6", "iso8859_8",
        "iso8859_9", "koi8_u", "gbk", "gb2312", "cp866", "mac_greek",
    )
)  # fmt: skip
"""What is taken at its word where a document names it; Python has others that turn no bytes into letters."""


def decode(data: bytes, said: str | None = None) -> str | None:
    """The text of the bytes, None where they are none; `said` is the encoding that somebody gave with them."""
    marked = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for encoding in filter(None, (marked, None if marked else "utf-8", None if marked else _known(said))):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None if marked or b"\0" in data else _decode_by_guess(data)


def _known(encoding: str | None) -> str | None:
    """An encoding of texts that Python knows, by any of its names."""
    try:
        found = codecs.lookup(encoding) if encoding else None
    except (LookupError, ValueError):
        return None
    return found.name if found and found.name in _OF_TEXTS else None


def _decode_by_guess(data: bytes) -> str | None:
    damaged = data.decode("utf-8", errors="replace")
    lost = damaged.count(LOST)
    if sum(character > LAST_ASCII for character in damaged) > 2 * lost:
        return damaged  # UTF-8 in which few bytes are broken: hardly anything else looks like it
    guess = from_bytes(data[:SAMPLE_BYTES], cp_isolation=list(LEGACY_ENCODINGS)).best()
    if guess is None:
        return None
    # A byte that the sample did not hold may be outside the encoding: one lost letter is no reason to lose the text.
    return data.decode(guess.encoding, errors="replace")


def text_of(piece: Piece, limits: Limits) -> str:
    """The text of a piece. Raises Unreadable where it holds none or cannot be read."""
    data = piece.read(limits.text_bytes)
    if not data.strip():
        raise Unreadable(piece.location, "is empty", "give a file that holds text")
    text = decode(data)
    if text is None:
        reason = "is no plain text, or in an encoding that cannot be told"
        raise Unreadable(piece.location, reason, "save it as UTF-8 text")
    return text


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    yield Text(text_of(piece, limits))


PLAIN = Format("plain text", frozenset({".txt", ".text"}), lambda _piece, _head: False, _read)
