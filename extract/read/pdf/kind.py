"""PDF as a kind of file. What reads it is loaded with the first one: most builds have none, and it is large."""

from __future__ import annotations

from collections.abc import Iterator

from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece

MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024
"""Bytes from the start among which viewers look for it."""


def _is_pdf(piece: Piece, head: bytes) -> bool:
    if piece.suffix == ".pdf":  # some programs put something before it
        return MAGIC in head[:MAGIC_WITHIN]
    return head.lstrip().startswith(MAGIC)


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    from extract.read.pdf.reader import read

    return read(piece, limits)


PDF = Format("PDF", frozenset({".pdf"}), _is_pdf, _read)
