"""Mail: a message as what its writer wrote, with what is attached as pieces; a mailbox as its messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.mail.headers import header, language, sender, sent
from extract.read.mail.mbox import WITH_ATTACHMENTS, is_mbox, read_mbox
from extract.read.mail.parts import attachments, contents_of
from extract.read.pieces import Found, Piece, Text

KNOWN_HEADERS = frozenset(
    (b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to")
)
FEWEST_KNOWN = 2
"""Of a message's first headers: one alone may begin any note."""

HEADER_LINE = re.compile(rb"([!-9;-~]+):")
PGP_MESSAGE = "-----BEGIN PGP MESSAGE-----"


FAULTS = (MessageError, ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError,
          OverflowError, NotImplementedError)  # fmt: skip
"""What the parser of messages raises on those that break its rules."""


def _is_message(piece: Piece, head: bytes) -> bool:
    """Whether it begins with headers of which at least two are those of messages."""
    known: set[bytes] = set()
    for line in head.lstrip(b"\xef\xbb\xbf\r\n").splitlines():
        found = HEADER_LINE.match(line)
        if found:
            known |= {found[1].lower()} & KNOWN_HEADERS
        elif not line.startswith((b" ", b"\t", b">From ")) or not known:
            break
    return len(known) >= FEWEST_KNOWN or (bool(known) and (piece.media_type or "").startswith("message/rfc822"))


def _read_message(piece: Piece, limits: Limits) -> Iterator[Found]:
    data = piece.read(limits.text_bytes * WITH_ATTACHMENTS).lstrip(b"\xef\xbb\xbf\r\n")
    try:
        yield from _found(piece, message_from_bytes(data), limits)
    except FAULTS as error:
        reason = "is a message that is damaged or broken off"
        raise Unreadable(piece.location, reason, "save it again from your mail program") from error


def _found(piece: Piece, message: Message, limits: Limits) -> Iterator[Found]:
    contents = contents_of(message)
    text = "\n\n".join(contents.texts)
    if contents.is_encrypted or PGP_MESSAGE in text:
        yield Unreadable(piece.location, "is encrypted", "save it decrypted from your mail program")
    elif len(text) > limits.text_bytes:
        yield Unreadable(piece.location, f"holds more than {limits.text_bytes:,} letters", "split it")
    elif text or not contents.attached:
        yield _text(piece, message, text)
    yield from attachments(piece, contents.attached)


def _text(piece: Piece, message: Message, text: str) -> Text:
    """The message. Raises Unreadable where it has neither text nor subject."""
    title = header(message, "Subject")
    if not text and not title:
        raise Unreadable(piece.location, "holds no text", "take it out, or see what was saved in it")
    date, date_from = sent(message)
    return Text(
        text or title or "",  # what is only a subject says it all there
        title=title,
        publisher=sender(message),
        date=date,
        date_from=date_from,
        language=language(message),
    )


EML = Format("e-mail message", frozenset({".eml"}), _is_message, _read_message)
MBOX = Format("mailbox", frozenset({".mbox", ".mbx"}), is_mbox, read_mbox, holds_many=True)
