"""The parts of a message: what was written, chosen among its forms, and what hangs on it."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from mimetypes import guess_extension

from extract.read.mail.headers import body_text, file_name
from extract.read.mail.text import written
from extract.read.markup import paragraphs_of_html
from extract.read.pieces import Piece

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
ENCRYPTED = frozenset(
    ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
)
PASSED_OVER = frozenset(
    (
        "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
        "application/pgp-keys", "message/delivery-status", "message/disposition-notification",
        "message/external-body", "message/partial", "text/rfc822-headers",
    )
)  # fmt: skip
"""Parts that programs wrote for programs."""

SEALS = (".p7s", ".p7m", ".asc", ".sig", ".pgp", ".gpg")
SHOWN_IN_TEXT = ("image/", "font/", "text/css", "audio/", "video/")

DEEPEST = 40
"""Parts in parts: mail programs make five or six."""

RICHER = 5
"""So many times longer is what a page says than the plain text beside it where that only asks to see the page."""


@dataclass(slots=True)
class Contents:
    """What a message holds, sorted."""

    texts: list[str] = field(default_factory=list)
    """What was written, in its order."""
    attached: list[Message] = field(default_factory=list)
    is_encrypted: bool = False
    """Whether a part cannot be read without a key."""


def contents_of(message: Message) -> Contents:
    """All of a message's parts."""
    contents = Contents()
    _sort(message, contents, 0)
    return contents


def attachments(piece: Piece, parts: list[Message]) -> Iterator[Piece]:
    """The files that hang on a message, but for pictures that are shown in its text, and signatures."""
    forwarded = 0
    for number, part in enumerate(parts, 1):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            forwarded += 1
            yield piece.within(f"forwarded {forwarded}.eml", _forwarded(part), media_type=kind)
            continue
        name = file_name(part) or f"attachment {number}{guess_extension(kind) or ''}"
        data = b"" if _belongs_to_text(part, kind) or name.lower().endswith(SEALS) else _bytes(part)
        if data:
            charset = part.get_content_charset()
            yield piece.within(name, data, media_type=f"{kind}; charset={charset}" if charset else kind)


def _sort(part: Message, contents: Contents, depth: int) -> None:
    kind = part.get_content_type()
    if depth > DEEPEST or kind in PASSED_OVER:
        return
    if kind in ENCRYPTED:
        contents.is_encrypted = True
    elif kind == "message/rfc822" or _is_attached(part, depth):
        contents.attached.append(part)
    elif kind == "multipart/alternative":
        _sort_alternatives(part, contents, depth)
    elif part.is_multipart():
        for child in _children(part):
            _sort(child, contents, depth + 1)
    elif (is_broken := kind.startswith("multipart/")) or kind in {"text/plain", "text/html"}:
        # What says that it has parts and has none is mostly a text whose parts' bounds were lost.
        contents.texts += filter(None, [_body(part, "text/plain" if is_broken else kind)])


def _sort_alternatives(part: Message, contents: Contents, depth: int) -> None:
    """The plain one of several forms of one text, unless it only points to the other; what is attached to any."""
    forms = []
    for child in _children(part):
        forms.append((child.get_content_type() != "text/plain", form := Contents()))
        _sort(child, form, depth + 1)
        contents.attached += form.attached
        contents.is_encrypted |= form.is_encrypted
    told = [(rank, "\n\n".join(form.texts)) for rank, form in sorted(forms, key=lambda ranked: ranked[0]) if form.texts]
    if told:
        first = told[0][1]
        longest = max((text for _, text in told), key=len)
        contents.texts.append(longest if len(longest) > RICHER * len(first) else first)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_attached(part: Message, depth: int) -> bool:
    if part.get_content_maintype() == "multipart":
        return False
    if not part.get_content_type().startswith("text/"):
        return True
    return depth > 0 and (part.get_content_disposition() == "attachment" or part.get_filename() is not None)


def _body(part: Message, kind: str) -> str:
    data = _bytes(part)
    charset = part.get_content_charset()
    if kind == "text/plain":
        flowed = str(part.get_param("format") or "").lower() == "flowed"
        del_sp = str(part.get_param("delsp") or "").lower() == "yes"
        return written(body_text(data, charset) or "", flowed=flowed, del_sp=del_sp)
    named = META_CHARSET.search(data[:4096])
    html = body_text(data, charset or (named[1].decode("ascii") if named else None)) or ""
    return paragraphs_of_html(html, quoted=False) or paragraphs_of_html(html)


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _belongs_to_text(part: Message, kind: str) -> bool:
    is_inline = part.get_content_disposition() == "inline" or part["Content-ID"] is not None
    return is_inline and kind.startswith(SHOWN_IN_TEXT)


def _forwarded(part: Message) -> bytes:
    inner = _children(part)
    data = inner[0].as_bytes() if inner else _bytes(part)
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return data
    try:
        return b64decode(data.strip(), validate=True)
    except (Base64Error, ValueError):
        return data
