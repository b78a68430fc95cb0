"""A long text file as a stream of its letters, whatever encoding it was saved in, of which little is held at a time."""

from __future__ import annotations

import codecs
import io
from typing import TextIO

from charset_normalizer import from_bytes

from extract.errors import Unreadable
from extract.read.pieces import Piece, unreadable
from extract.read.plain import BYTE_ORDER_MARKS, LAST_ASCII, LEGACY_ENCODINGS, LOST, SAMPLE_BYTES

CHUNK_BYTES = 1_000_000
LONGEST_MARK = 4


def open_text(piece: Piece, encoding: str) -> TextIO:
    """Its letters, with line ends as they are, to be closed. Raises Unreadable."""
    return io.TextIOWrapper(piece.open(), encoding=encoding, errors="replace", newline="")


def encoding_of(piece: Piece) -> str:
    """What its mark says, else UTF-8 where all of it is that, else what the place that is not looks like.

    Raises Unreadable where it is no text.
    """
    head = piece.head(LONGEST_MARK)
    marked = next((name for mark, name in BYTE_ORDER_MARKS if head.startswith(mark)), None)
    if marked:
        return marked
    sample = _first_that_is_no_utf8(piece)
    if sample is None:
        return "utf-8"
    damaged = sample.decode("utf-8", errors="replace")
    if sum(character > LAST_ASCII for character in damaged) > 2 * damaged.count(LOST):
        return "utf-8"  # in which few bytes are broken: hardly anything else looks like it
    guess = from_bytes(sample, cp_isolation=list(LEGACY_ENCODINGS)).best()
    if guess is None:
        raise _no_text(piece)
    return guess.encoding


def _first_that_is_no_utf8(piece: Piece) -> bytes | None:
    """The bytes from the first line that is no UTF-8, None where all are. Raises Unreadable where some are no text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample = None
    try:
        with piece.open() as stream:
            while chunk := stream.read(CHUNK_BYTES):
                if b"\0" in chunk:
                    raise _no_text(piece)
                sample = sample or _sample(decoder, chunk)
    except OSError as error:
        raise unreadable(piece.location, error, "to its end") from error
    return sample


def _sample(decoder: codecs.IncrementalDecoder, chunk: bytes) -> bytes | None:
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError as error:
        # What was kept of the chunk before is counted with it; a line's begin is no middle of a letter.
        start = chunk.rfind(b"\n", 0, max(error.start, 0)) + 1
        return chunk[start : start + SAMPLE_BYTES]
    return None


def _no_text(piece: Piece) -> Unreadable:
    reason = "is no plain text, or in an encoding that cannot be told"
    return Unreadable(piece.location, reason, "save it as UTF-8 text")
