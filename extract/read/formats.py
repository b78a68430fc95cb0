"""All kinds of file, and how a piece of any kind becomes the documents that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.errors import Unreadable
from extract.read.archive import PACKED, TAR, ZIP
from extract.read.format import HEAD_BYTES, Format
from extract.read.limits import Limits
from extract.read.mail.message import EML, MBOX
from extract.read.markdown import MARKDOWN
from extract.read.office.docx import FORMAT as DOCX
from extract.read.office.epub import FORMAT as EPUB
from extract.read.office.odt import FORMAT as ODT
from extract.read.pdf.kind import PDF
from extract.read.pieces import Found, Piece, Text
from extract.read.plain import PLAIN
from extract.read.refused import REFUSED
from extract.read.tables.reader import CSV, JSON, SPREADSHEET
from extract.read.web.address_lists import ADDRESSES
from extract.read.web.feed import FEED
from extract.read.web.html import HTML
from extract.read.web.warc import WARC

FORMATS: tuple[Format, ...] = (
    *REFUSED, PDF, DOCX, ODT, EPUB, SPREADSHEET, ZIP, WARC, TAR, PACKED, FEED, HTML, MBOX, EML, ADDRESSES, JSON, CSV,
    MARKDOWN, PLAIN,
)  # fmt: skip
"""In the order in which they are asked: those that are packed as ZIP or gzip come before what is only that."""

ANOTHER_WAY = "save it anew from its own program, or as plain text"

SUFFIXES = frozenset(suffix for each in FORMATS for suffix in each.suffixes)
"""Names that end so are those of documents."""


def format_of(piece: Piece) -> Format | None:
    """Its kind by its content, else by its name; None where neither tells. Raises Unreadable where it has none."""
    head = piece.head(HEAD_BYTES)
    return next((each for each in FORMATS if each.is_it(piece, head)), None) or next(
        (each for each in FORMATS if piece.suffix in each.suffixes), None
    )


def parts(piece: Piece, limits: Limits) -> Iterator[Found]:
    """What a piece holds, gone through file by file where it holds many: pieces that hold one document or few.

    A text's `part` is its name in this piece. What cannot be read is told, and stops nothing else.
    """
    try:
        kind = format_of(piece)
    except Unreadable as error:
        yield error
        return
    if kind is None or not kind.holds_many:
        yield piece
        return
    for found in _opened(piece, kind, limits):
        if isinstance(found, Piece):
            within = found.location.removeprefix(f"{piece.location}/")
            for part in parts(found, limits):
                yield replace(part, part=_path(within, part.part)) if isinstance(part, Text) else part
        else:
            yield found


def texts(piece: Piece, limits: Limits) -> Iterator[Text | Unreadable]:
    """All documents of a piece, whatever lies in what; the `part` of each is its name in this piece."""
    try:
        kind = format_of(piece) or PLAIN
    except Unreadable as error:
        yield error
        return
    for found in _opened(piece, kind, limits):
        if isinstance(found, Piece):
            within = found.location.removeprefix(f"{piece.location}/")
            for text in texts(found, limits):
                yield text if isinstance(text, Unreadable) else replace(text, part=_path(within, text.part))
        else:
            yield found


def _opened(piece: Piece, kind: Format, limits: Limits) -> Iterator[Found]:
    """What a reader gives, each part by a name of its own."""
    if piece.depth > limits.depth:
        yield Unreadable(piece.location, f"lies in more than {limits.depth} archives", "unpack the outer ones")
        return
    names: set[int] = set()
    try:
        for found in kind.read(piece, limits):
            yield _named_apart(found, names)
    except Unreadable as error:
        yield error
    except Exception as error:  # noqa: BLE001 - a fault of one reader, or no memory for one document, ends no run
        yield Unreadable(piece.location, f"cannot be read ({type(error).__name__})", ANOTHER_WAY)


def _named_apart(found: Found, names: set[int]) -> Found:
    """The same under another name where a part before has its name; of names only their hashes are kept."""
    if isinstance(found, Unreadable):
        return found
    name = found.location if isinstance(found, Piece) else found.part
    apart, count = name, 1
    while hash(apart) in names:
        count += 1
        apart = f"{name} ({count})"
    names.add(hash(apart))
    if apart == name:
        return found
    return replace(found, location=apart) if isinstance(found, Piece) else replace(found, part=apart)


def _path(*names: str) -> str:
    return "/".join(filter(None, names))
