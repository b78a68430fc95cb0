"""Feeds (RSS and Atom): each entry is a document, or an announcement of one."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import feedparser

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.markup import is_markup, paragraphs_of_html
from extract.read.pieces import Found, Piece, Text
from extract.read.web.page_facts import language_code, web_address
from extract.read.web.page_tree import page_text
from extract.read.web.stated import stated_day, stated_instant

Entry = dict[str, Any]

PLAIN_TYPE = "text/plain"
SAVE_ANEW = "save the feed again"

BROKEN = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What reading raises where a feed is stranger than its reader thought."""

DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
"""Said for every feed: its bytes were read as others are, as one broken letter makes feedparser misread them all."""

DATES = {
    "published": "its feed's entry (published)",
    "created": "its feed's entry (created)",
    "updated": "its feed's entry (updated)",
}
"""Where the day of an entry may stand, the best first: many feeds tell of nothing but the last change."""

_BEGINNING = re.compile(
    r"(?:\ufeff|\s|<!--(?>.*?-->)|<\?[^>]*>|<!doctype[^>]*>)*+<(?:rss[\s>]|(?:\w+:)?RDF\s|(?:\w+:)?feed\s)",
    re.IGNORECASE | re.DOTALL,
)
_DECLARATION = re.compile(r"^[\ufeff\s]*<\?xml[^>]*>\s*")
_OF_FEEDS = re.compile(
    r"<rss[\s>]|purl\.org/(?:rss|net/rss)|my\.netscape\.com/rdf|w3\.org/2005/Atom|purl\.org/atom", re.IGNORECASE
)
_ENDING = re.compile(rb"</(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed)\s*>", re.IGNORECASE)
ENDING_WITHIN = 2000
"""Bytes at a feed's end in which it is closed; programs add remarks after that."""


def _is_feed(_piece: Piece, head: bytes) -> bool:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8", errors="ignore")
    return bool(_BEGINNING.match(text)) and bool(_OF_FEEDS.search(text))


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    source = page_text(piece.read(limits.text_bytes), piece.media_type) or ""
    data = DECLARATION + _DECLARATION.sub("", source, count=1).encode("utf-8", errors="replace")
    try:
        # A stream is only read; of bytes and texts feedparser tries whether they are a file's name or an address.
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        found = [_text(entry, feed.feed, number, piece) for number, entry in enumerate(feed.entries, start=1)]
    except BROKEN as error:
        raise Unreadable(piece.location, "is no feed that can be read", SAVE_ANEW) from error
    if not any(found):
        raise Unreadable(piece.location, "holds no entries with a text", SAVE_ANEW)
    yield from filter(None, found)
    if feed.bozo and not _ENDING.search(data[-ENDING_WITHIN:]):
        yield Unreadable(piece.location, "is cut off", f"{SAVE_ANEW}; what stands before that place was read")


def _text(entry: Entry, feed: Entry, number: int, piece: Piece) -> Text | None:
    """The document of an entry, None where it holds not even a title."""
    title = _one_line(entry.get("title"))
    whole = _longest(entry.get("content"))
    text = whole or _plain(entry.get("summary"), entry.get("summary_detail")) or title
    if not text:
        return None
    where = next((name for name in DATES if stated_day(dict.get(entry, name))), None)
    has_both = "published" in entry and where != "updated"
    return Text(
        text,
        part=f"entry {number}",
        title=title,
        publisher=_one_line(feed.get("title")),
        url=_address(entry, feed, piece),
        date=stated_day(dict.get(entry, where)) if where else None,
        date_from=DATES[where] if where else None,
        language=_language(entry, feed),
        seen=(stated_instant(dict.get(entry, "updated")) if has_both else None) or piece.seen,
        is_excerpt=not whole,
    )


def _longest(contents: Sequence[Entry] | None) -> str:
    """An entry may hold its text in several forms."""
    return max((_plain(each.get("value"), each) for each in contents or ()), key=len, default="")


def _plain(value: str | None, detail: Entry | None) -> str:
    """The text as paragraphs. Most feeds say of everything that it is HTML."""
    if not value:
        return ""
    if (detail or {}).get("type") == PLAIN_TYPE:
        return value.strip()
    return paragraphs_of_html(value) if is_markup(value) else html.unescape(value).strip()


def _one_line(value: str | None) -> str | None:
    if not value:
        return None
    text = paragraphs_of_html(value) if is_markup(value) else html.unescape(value)
    return " ".join(text.split()) or None


def _address(entry: Entry, feed: Entry, piece: Piece) -> str | None:
    return web_address(entry.get("link"), piece.url or web_address(feed.get("link"))) if entry.get("link") else None


def _language(entry: Entry, feed: Entry) -> str | None:
    """Feeds that say it only for the whole hand it down to what lies in them."""
    details = (*(entry.get("content") or ()), entry.get("summary_detail"), entry.get("title_detail"), feed)
    codes = (language_code((detail or {}).get("language")) for detail in details)
    return next(filter(None, codes), None)


FEED = Format("feed", frozenset({".rss", ".atom"}), _is_feed, _read)
