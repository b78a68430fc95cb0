"""A mailbox as its messages, one after the other: however large it is, one message is held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece, unreadable

LINE_BYTES = 65_536
"""Of a line that is read at once; the rest of a longer one comes as lines of its own, which begin nothing."""

WITH_ATTACHMENTS = 5
"""Times the bytes of a text that a message may have: what is attached is written in letters, a third longer."""

SEPARATOR = b"From "
HEADER = re.compile(rb"[!-9;-~]+:|>?From ")
"""How a line begins that can follow on a separator; a sentence that begins with "From" is followed by others."""

QUOTED_SEPARATOR = re.compile(rb">+From ")
"""A line of text that looked like a separator, or like one of these, and was given one mark more (mboxrd, mboxo)."""


def is_mbox(_piece: Piece, head: bytes) -> bool:
    """Whether it begins with a separator and the first header of a message."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf\r\n").partition(b"\n")
    return first.startswith(SEPARATOR) and HEADER.match(rest) is not None


def read_mbox(piece: Piece, limits: Limits) -> Iterator[Found]:
    """Its messages as pieces; one that is too large is named, and stops none of the others."""
    most = limits.text_bytes * WITH_ATTACHMENTS
    number = 0
    try:
        with piece.open() as stream:
            for number, message in enumerate(_messages(stream, most), 1):
                yield _message(piece, number, message, most)
    except OSError as error:
        raise unreadable(piece.location, error, "to its end") from error
    if not number:
        raise Unreadable(piece.location, "holds no messages", "export it again as MBOX")


def _message(piece: Piece, number: int, message: bytes | None, most: int) -> Found:
    name = f"message {number}"
    if message is None:
        reason = f"is larger than {most:,} bytes"
        return Unreadable(f"{piece.location}/{name}", reason, "save its attachments on their own")
    return piece.within(name, message, media_type="message/rfc822")


def _messages(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The bytes of each, None for one of which there are more."""
    lines: list[bytes] = []
    size = -1
    for line, begins in _lines(stream):
        if begins:
            if size >= 0:
                yield _whole(lines, size, most)
            lines, size = [], 0
            continue
        if size < 0:
            continue  # before the first separator
        size += len(line)
        if size <= most:
            lines.append(line[1:] if QUOTED_SEPARATOR.match(line) else line)
        else:
            lines.clear()
    if size >= 0:
        yield _whole(lines, size, most)


def _whole(lines: list[bytes], size: int, most: int) -> bytes | None:
    return b"".join(lines) if size <= most else None


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each line, and whether it is a separator: after an empty line, before a header."""
    after_empty, is_whole = True, True
    line = stream.readline(LINE_BYTES).removeprefix(b"\xef\xbb\xbf")
    while line:
        following = stream.readline(LINE_BYTES)
        may_begin = after_empty and is_whole and line.startswith(SEPARATOR)
        yield line, may_begin and HEADER.match(following) is not None
        after_empty, is_whole = is_whole and not line.strip(), line.endswith(b"\n")
        line = following
