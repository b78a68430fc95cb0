"""What a message's headers say, in letters: subject, sender, date, and the names of what is attached."""

from __future__ import annotations

import re
from binascii import Error as Base64Error
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from extract.read.plain import decode

FIRST_MAIL = 1971
"""The year. An earlier date is that of a clock that was never set."""

LONGEST_NAME = 120
"""Characters of the name of a file."""

LONGEST_HEADER = 10_000
"""Characters: what is longer is no subject, name or date."""

UNFIT_FOR_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?:[-,;\s]|$)")

STATEFUL = ("iso-2022-", "iso2022", "csiso2022", "hz", "utf-7", "utf7")
"""Encodings that write all letters in ASCII, so that they cannot be told by their bytes; they must be said."""


def header(message: Message, name: str) -> str | None:
    """The first header of that name as text, None where there is none or it is empty."""
    raw = _raw(message, name)
    return words(raw) or None if raw else None


def words(raw: str) -> str:
    """A header as people read it: encoded words (RFC 2047) decoded, whatever they are broken by; on one line."""
    try:
        pieces = decode_header(raw[:LONGEST_HEADER])
    except (HeaderParseError, Base64Error, ValueError):
        pieces = [(raw[:LONGEST_HEADER], None)]
    return " ".join("".join(_letters(content, charset) for content, charset in pieces).split())


def body_text(data: bytes, charset: str | None) -> str | None:
    """The letters of a body, in what it says its encoding is, or what that can only be; None where it holds none."""
    if charset and charset.lower().startswith(STATEFUL):
        try:
            return data.decode(charset, errors="replace")
        except (LookupError, ValueError):
            return decode(data)
    if charset and charset.lower().startswith(("utf-16", "utf-32", "utf16", "utf32")) and b"\0" in data:
        return data.decode(charset, errors="replace").replace("\0", "")
    return decode(data, charset)


def sender(message: Message) -> str | None:
    """The name of who sent it, else the address."""
    raw = _raw(message, "From") or _raw(message, "Sender")
    if not raw:
        return None
    name, address = parseaddr(" ".join(raw[:LONGEST_HEADER].split()))
    return words(name).strip("'\" ") or words(address) or None


def sent(message: Message) -> tuple[str, str] | tuple[None, None]:
    """When it was sent, in the sender's own offset (a day, where none is given), and where that stands."""
    if when := _moment(_raw(message, "Date")):
        return when, "the message's Date header"
    received = [text for name, text in message.raw_items() if name.lower() == "received" and isinstance(text, str)]
    # Each server puts its own on top: the last is that of the first, which took the message from its sender.
    if received and (when := _moment(received[-1].rpartition(";")[2])):
        return when, "the message's Received header (when it was passed on first)"
    return None, None


def language(message: Message) -> str | None:
    """ISO 639-1, where the message says it."""
    found = LANGUAGE.match(header(message, "Content-Language") or "")
    return found[1].lower() if found else None


def file_name(part: Message) -> str | None:
    """The name that an attachment gives itself, without any folders; None where it gives none."""
    raw = part.get_filename()
    if not raw:
        return None
    last = words(raw).replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = UNFIT_FOR_NAMES.sub("", last).strip().lstrip(".").strip()
    stem, dot, suffix = name.rpartition(".")
    if len(name) > LONGEST_NAME and dot and len(suffix) < LONGEST_NAME:
        name = stem[: LONGEST_NAME - len(suffix) - 1] + dot + suffix
    return name[:LONGEST_NAME] or None


def _raw(message: Message, name: str) -> str | None:
    """As it stands in the file; the parsed form loses bytes that are no ASCII."""
    return next((str(text) for key, text in message.raw_items() if key.lower() == name.lower()), None)


def _letters(content: bytes | str, charset: str | None) -> str:
    data = content.encode("utf-8", errors="surrogateescape") if isinstance(content, str) else content
    return (body_text(data, charset) or data.decode("ascii", errors="ignore")).replace("\0", "")


def _moment(raw: str | None) -> str | None:
    try:
        found = parsedate_to_datetime(" ".join(raw[:LONGEST_HEADER].split())) if raw else None
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    if not isinstance(found, datetime) or found.year < FIRST_MAIL:
        return None
    return found.isoformat() if found.tzinfo else found.date().isoformat()
