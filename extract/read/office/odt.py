"""OpenDocument texts, packed or as one flat XML file: paragraphs, lists and tables in their order, then the notes.

What was deleted under tracking, comments, headers, footers and lists of contents are left out. The day on which a file
was made or changed is no date of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.office.flow import Markup, Paragraph, TooLong, named, paragraphs_of
from extract.read.office.members import CHUNK, DAMAGED, WITH_PASSWORD, too_long
from extract.read.office.packed import is_packed_as, media_type, opened, size_of
from extract.read.office.properties import instant_in, language_in, line, title_in
from extract.read.pieces import Found, Piece, Text

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE = (f"{_ODF}{name}:1.0" for name in ("office", "text", "table"))
DRAW, SVG = f"{_ODF}drawing:1.0", f"{_ODF}svg-compatible:1.0"
LOCK = f"{{{_ODF}manifest:1.0}}encryption-data"
DC = "{http://purl.org/dc/elements/1.1/}"

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
"""Of texts; those of templates and of master documents begin with it."""

FLAT = re.compile(rb"<(?:\w+:)?document\s[^>]*mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.text")
FLAT_HEAD = 16_384
"""Bytes in which a flat file names its kind, behind the names of some forty namespaces."""

MOST_PROPERTIES = 1_000_000
"""Bytes from a flat file's start in which its properties end."""

TITLE = "Title"
"""The style's name as the format fixes it: programs show it in their user's language."""

TITLE_REACH = 5
"""Paragraphs from the start among which one in that style is the title of the document."""

FIRST_LEVEL = "1"

MARKUP = Markup(
    blocks=named((TEXT,), "p h"),
    rows=named((TABLE,), "table-row"),
    cells=named((TABLE,), "table-cell"),
    words_in=named((TEXT,), "p h"),
    left_out=(
        named((OFFICE,), "meta settings scripts styles automatic-styles master-styles font-face-decls")
        | named((OFFICE,), "annotation forms binary-data")
        | named((TEXT,), "tracked-changes note-citation ruby-text script number table-of-content illustration-index")
        | named((TEXT,), "table-index object-index user-index alphabetical-index")
        | named((TABLE,), "tracked-changes covered-table-cell")
        | named((SVG,), "title desc")
    ),
    signs={f"{{{TEXT}}}s": " ", f"{{{TEXT}}}tab": "\t", f"{{{TEXT}}}line-break": "\n"},
    insets=named((DRAW,), "text-box custom-shape rect ellipse circle line polyline polygon path connector caption"),
    notes=named((TEXT,), "note"),
    styles={f"{{{TEXT}}}p": f"{{{TEXT}}}style-name", f"{{{TEXT}}}h": f"{{{TEXT}}}outline-level"},
)


def _is_it(piece: Piece, head: bytes) -> bool:
    if is_packed_as(piece, head, lambda members: media_type(members).startswith(MEDIA_TYPE)):
        return True
    return b"opendocument" in head and _is_flat(piece)


def _is_flat(piece: Piece) -> bool:
    try:
        return FLAT.search(piece.head(FLAT_HEAD)) is not None
    except Unreadable:
        return False


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    yield _flat(piece, limits) if _is_flat(piece) else _unpacked(piece, limits)


def _unpacked(piece: Piece, limits: Limits) -> Text:
    with opened(piece, limits) as members:
        manifest = members.tree("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(LOCK), None) is not None:
            raise Unreadable(piece.location, *WITH_PASSWORD)
        paragraphs = members.paragraphs("content.xml", MARKUP)
        if not paragraphs:
            raise members.nothing()
        root = members.tree("meta.xml")
        return _with_properties(paragraphs, None if root is None else root.find(f"{{{OFFICE}}}meta"))


def _flat(piece: Piece, limits: Limits) -> Text:
    with piece.open() as stream:
        try:
            size_of(piece, stream, limits)
            paragraphs = paragraphs_of(iter(lambda: stream.read(CHUNK), b""), MARKUP, limits.text_bytes)
        except TooLong as error:
            raise too_long(piece.location, limits.text_bytes) from error
        except (etree.LxmlError, OSError) as error:
            raise Unreadable(piece.location, *DAMAGED) from error
    if not paragraphs:
        raise Unreadable(piece.location, "holds no text", "take it out, or see what was saved in it")
    return _with_properties(paragraphs, _flat_properties(piece))


def _flat_properties(piece: Piece) -> etree._Element | None:
    """Those that stand before the text."""
    meta = f"{{{OFFICE}}}meta"
    parser = etree.XMLPullParser(("end",), tag=meta, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        parser.feed(piece.head(MOST_PROPERTIES))
    except etree.LxmlError:
        return None
    return next((element for _, element in parser.read_events()), None)


def _with_properties(paragraphs: list[Paragraph], meta: etree._Element | None) -> Text:
    told = {element.tag: element.text for element in meta} if meta is not None else {}
    on_page = next((line(each.text) for each in paragraphs[:TITLE_REACH] if each.style == TITLE), None)
    heading = next((line(each.text) for each in paragraphs[:TITLE_REACH] if each.style == FIRST_LEVEL), None)
    return Text(
        "\n\n".join(paragraph.text for paragraph in paragraphs),
        title=on_page or title_in(told.get(f"{DC}title")) or heading,
        language=language_in(told.get(f"{DC}language")),
        seen=instant_in(told.get(f"{DC}date")),
    )


FORMAT = Format("OpenDocument text", frozenset({".odt", ".fodt"}), _is_it, _read)
