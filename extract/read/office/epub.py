"""E-books as one text: the pages of an EPUB in the order in which they are read, with what the book says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from itertools import chain

from lxml import etree

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.manifest import is_web_address, names_a_date
from extract.read.markup import BLOCKS, CELLS, UNREAD
from extract.read.office.epub_pages import pages_of
from extract.read.office.flow import Markup, Paragraph, named, paragraphs_of, paragraphs_of_html
from extract.read.office.members import Members
from extract.read.office.packed import is_packed_as, media_type, opened
from extract.read.office.properties import instant_in, language_in, line
from extract.read.pieces import Found, Piece, Text
from extract.read.plain import decode

XHTML = ("http://www.w3.org/1999/xhtml", "")
DC = "{http://purl.org/dc/elements/1.1/}"
EVENT = "{http://www.idpf.org/2007/opf}event"
MODIFIED = "dcterms:modified"

MEDIA_TYPE = "application/epub+zip"
CONTAINER = "META-INF/container.xml"

EVENTS = ("original-publication", "publication", "")
"""What a date must be that of, best first; most books have one date, which they say nothing more of."""

NOT_KNOWN = "0101-01-01"
"""How Calibre writes that it knows no date."""

MARKUP = Markup(
    blocks=named(XHTML, " ".join(BLOCKS - {"tr"})),
    rows=named(XHTML, "tr"),
    cells=named(XHTML, " ".join(CELLS)),
    words_in=named(XHTML, "body"),
    left_out=named(XHTML, " ".join(UNREAD | {"nav", "rt", "rp"})),
    signs=dict.fromkeys(named(XHTML, "br"), "\n"),
    verbatim=named(XHTML, "pre"),
)

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_ENCODING = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_OF_XML = frozenset({b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"})


def _is_it(piece: Piece, head: bytes) -> bool:
    return is_packed_as(piece, head, lambda members: CONTAINER in members or media_type(members) == MEDIA_TYPE)


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    with opened(piece, limits) as members:
        name, book = _description(members)
        paragraphs: list[Paragraph] = []
        faults: list[Unreadable] = []
        for page in pages_of(members, name, book):
            try:
                paragraphs += _page(members, page, limits)
            except Unreadable as error:
                if error.location == members.location:
                    raise
                faults.append(error)
        if not paragraphs:
            raise faults[0] if faults else members.nothing()
        yield from faults
        yield _with_properties(paragraphs, book)


def _description(members: Members) -> tuple[str, etree._Element]:
    """The member that describes the book, and its name."""
    container = members.tree(CONTAINER)
    files = () if container is None else container.iter("{*}rootfile")
    paths = (file.get("full-path") for file in files)
    for name in chain(paths, (members.find(r".*\.opf"),)):
        book = members.tree(name)
        if name and book is not None:
            return name, book
    remedy = "get it again, or convert it to EPUB anew"
    raise Unreadable(members.location, "does not say what it holds, as a book must", remedy)


def _page(members: Members, name: str, limits: Limits) -> list[Paragraph]:
    raw = members.read(name, limits.text_bytes)
    try:
        return members.counted(name, lambda most: paragraphs_of((_with_characters(raw),), MARKUP, most))
    except Unreadable as error:
        if not isinstance(error.__cause__, etree.LxmlError):
            raise
    return members.counted(name, lambda most: paragraphs_of_html((_as_utf8(raw),), MARKUP, most))


def _with_characters(raw: bytes) -> bytes:
    """The same with HTML's names of characters, which XML does not know, as their numbers."""
    return _ENTITY.sub(_as_number, raw)


def _as_number(found: re.Match[bytes]) -> bytes:
    name = found[1]
    characters = "" if name in _OF_XML else html5.get(name.decode("ascii"), "")
    return "".join(f"&#{ord(character)};" for character in characters).encode("ascii") or found[0]


def _as_utf8(raw: bytes) -> bytes:
    said = _ENCODING.match(raw)
    text = decode(raw, said[1].decode("ascii") if said else None)
    return text.encode("utf-8", errors="replace") if text else b""


def _with_properties(paragraphs: list[Paragraph], book: etree._Element) -> Text:
    date = _date(book)
    addresses = chain(_told(book, "source"), _told(book, "identifier"))
    stamps = (meta.text for meta in book.iter("{*}meta") if meta.get("property") == MODIFIED)
    return Text(
        "\n\n".join(paragraph.text for paragraph in paragraphs),
        title=next(_told(book, "title"), None),
        publisher=next(_told(book, "publisher"), None),
        url=next(filter(is_web_address, addresses), None),
        date=date,
        date_from="its book's description (dc:date)" if date else None,
        language=language_in(next(_told(book, "language"), None)),
        seen=next(filter(None, map(instant_in, stamps)), None),
    )


def _told(book: etree._Element, name: str) -> Iterator[str]:
    return filter(None, (line(element.text) for element in book.iter(f"{DC}{name}")))


def _date(book: etree._Element) -> str | None:
    """When it was published, where that is told as ISO text."""
    dates: dict[str, str] = {}
    for element in book.iter(f"{DC}date"):
        date = line(element.text)
        if date and names_a_date(date) and not date.startswith(NOT_KNOWN):
            dates.setdefault(element.get(EVENT, element.get("event", "")), date)
    return next((dates[event] for event in EVENTS if event in dates), None)


FORMAT = Format("e-book (EPUB)", frozenset({".epub"}), _is_it, _read)
