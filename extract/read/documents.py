"""From a text as its reader found it to a source: cleaned, with what is known of it and an id of its own."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace

from extract.errors import Unreadable
from extract.model import Source
from extract.read.addresses import page_of
from extract.read.litter.clean import clean
from extract.read.litter.rules import comparable
from extract.read.manifest import NO_ENTRY, Entry, is_web_address, names_a_date
from extract.read.pieces import Text

SOURCE_ID_LENGTH = 16
"""Hex digits of a digest: 64 bits tell billions of documents apart."""

LONGEST_TITLE = 150
"""Characters of a first line that may be a headline."""

FEWEST_TITLE_WORDS = 3
"""A shorter first line is a rubric, a place or a name."""

SENTENCE_END = re.compile(r"[.\u2026\u06d4\u0964\u3002]\W*$")
"""How a first line ends that is a sentence of the text; headlines may ask or exclaim."""

HALF = re.compile(r"[\ud800-\udfff]")
TOLD = ("text", "title", "publisher", "url", "date", "date_from", "language", "seen", "happened")
"""What may hold any signs."""

LANGUAGE = re.compile(r"[a-z]{2}")


def make_source(found: Text, location: str, known: Entry = NO_ENTRY, read_on: int | None = None) -> Source:
    """The document with what is known of it, of which the manifest's word counts most; `read_on` is the day of reading.

    Its title stands at the head of its text. Raises Unreadable where that holds nothing but litter.
    """
    found = _sound(found)
    raw = _with_title(found)
    text = clean(raw)
    if not text:
        raise Unreadable(location, "holds no text", "take it out, or see what was saved in it")
    url = known.url or (found.url if found.url and is_web_address(found.url) else None)
    dated = found.date if found.date and names_a_date(found.date) else None
    return Source(
        source_id=_id_of(text),
        location=location,
        raw=raw,
        text=text,
        title=known.title or _line(found.title) or headline(text),
        publisher=known.publisher or _line(found.publisher),
        url=url,
        page=page_of(url) if url else None,
        stated_date=known.date or dated,
        stated_by=None if known.date else found.date_from if dated else None,
        stated_language=known.language or _language(found.language),
        read_on=read_on,
        seen=found.seen,
        is_excerpt=found.is_excerpt,
        happened=found.happened,
    )


def digest(source: Source) -> str:
    """Changes when anything changes that was given: the text, or what is known of it."""
    given = (
        source.raw,
        source.title,
        source.publisher,
        source.url,
        source.stated_date,
        source.stated_by,
        source.stated_language,
        source.happened,
    )
    return hashlib.sha256(json.dumps(given).encode()).hexdigest()


def headline(text: str) -> str | None:
    """The first line where it reads as a headline, None where it is a sentence, or broken off by the line's width."""
    first, _, rest = text.partition("\n")
    title = first.strip()
    following = rest.partition("\n")[0]
    stands_alone = rest.startswith("\n") or len(following) > 2 * len(first)
    is_short = len(title) <= LONGEST_TITLE and len(title.split()) >= FEWEST_TITLE_WORDS
    return title if stands_alone and is_short and not SENTENCE_END.search(title) else None


def _sound(found: Text) -> Text:
    """The same without halves of characters, which nothing can store."""
    told = {name: value for name in TOLD if (value := getattr(found, name)) and HALF.search(value)}
    for name, value in told.items():
        found = replace(found, **{name: HALF.sub("\ufffd", value)})  # type: ignore[arg-type]
    return found


def _with_title(found: Text) -> str:
    """The text with the title that came with it as its first line; an event's begins with its date."""
    title = _line(found.title)
    if title is None or found.happened:
        return found.text
    first = found.text.lstrip()[: 2 * len(title) + LONGEST_TITLE].partition("\n")[0]
    return found.text if comparable(first) == comparable(title) else f"{title}\n\n{found.text}"


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _language(code: str | None) -> str | None:
    return code if code and LANGUAGE.fullmatch(code) else None


def _id_of(text: str) -> str:
    """The same for texts that differ in white space alone: they are saved in many ways."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:SOURCE_ID_LENGTH]
