"""A kind of file: how it is known, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.read.limits import Limits
from extract.read.pieces import Found, Piece

HEAD_BYTES = 4096
"""How much of a file's beginning tells its kind."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. Its reader raises Unreadable where nothing of a piece can be read."""

    name: str
    """For people: "e-mail message"."""
    suffixes: frozenset[str]
    """Of names that such files have; they count only where no content tells the kind."""
    is_it: Callable[[Piece, bytes], bool]
    """Whether a piece is of this kind by its content, of which the first HEAD_BYTES are given."""
    read: Callable[[Piece, Limits], Iterator[Found]]
    holds_many: bool = False
    """Whether such a file may hold so much that it is gone through part by part, and never as a whole."""
