"""A PDF as one document: the lines of its pages become the text that they were made of."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

from pypdf import PasswordType, PdfReader, apply_configuration, get_configuration
from pypdf.errors import DependencyError

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.pdf.document import Document, read_document
from extract.read.pdf.joining import Words, joined
from extract.read.pdf.paragraphs import Paragraph, paragraphs
from extract.read.pdf.properties import Properties, is_title, properties
from extract.read.pieces import Found, Piece, Text

LARGEST_STREAM = 50_000_000
"""Bytes of one page's content, unpacked: text is a hundred thousand, a map ten million, and a bomb has no end."""

MOST_TOKENS = 1_000_000
"""Operators and operands of one page: a newspaper's has a quarter as many."""

LARGER = 1.15
"""Times the size of the text that a headline has at least."""

FIRST = 8
"""Paragraphs of the first page among which the headline is."""

LONGEST_HEADLINE = 300
FEWEST_LETTERS = 5
"""Characters of a headline; a single letter in large type begins a text."""

BEGINNING = 5_000
"""Characters of a text in which its title stands if it is there."""

MOST_RANGES = 10
"""Of pages that one message names."""

OCR = "run {} through text recognition (OCR) first"
ANEW = "open it in a PDF viewer and print it to a new PDF, or get it again"

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it complains of is told, or of no matter


def read(piece: Piece, limits: Limits) -> Iterator[Found]:
    """The text of a PDF, and which of its pages could not be read. Raises Unreadable where none could."""
    bounds = get_configuration().with_overwrites(
        zlib_maximum_output_length=LARGEST_STREAM, stream_parsing_work_maximum_count=MOST_TOKENS
    )
    with piece.open() as stream, apply_configuration(bounds):
        found = list(_read(piece.location, stream, limits))
    yield from found


def _read(location: str, stream: BinaryIO, limits: Limits) -> Iterator[Found]:
    if stream.seek(0, os.SEEK_END) > limits.file_bytes:
        raise Unreadable(location, f"is larger than {limits.file_bytes:,} bytes", "split it into its documents")
    stream.seek(0)
    try:
        reader = PdfReader(stream, strict=False)
        is_locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
        document = None if is_locked else read_document(reader, limits)
    except DependencyError as error:
        raise Unreadable(
            location, "is locked in a way that is not known", "open it in a PDF viewer and print it to a new PDF"
        ) from error
    except Exception as error:
        raise Unreadable(location, "is damaged, or no PDF", ANEW) from error
    if document is None:
        raise Unreadable(location, "is locked with a password", "save a copy without it")
    yield _text(location, document, _properties(reader))
    yield from _troubles(location, document)


def _properties(reader: PdfReader) -> Properties:
    try:
        return properties(reader)
    except Exception:  # noqa: BLE001 - they may be broken in any way, and the text is there
        return Properties()


def _text(location: str, document: Document, given: Properties) -> Text:
    parts = paragraphs(document.lines())
    words = Words(line.text for page in document.pages for line in page.lines)
    texts = [joined([line.text for line in part.lines], words) for part in parts]
    text = "\n\n".join(filter(None, texts))
    _raise_where_nothing(location, document, text)
    title = given.title if given.title and is_title(given.title, text[:BEGINNING]) else _headline(parts, texts)
    return Text(
        text,
        title=title,
        publisher=given.publisher,
        url=given.url,
        date=given.date,
        date_from=given.date_from,
        language=given.language,
    )


def _raise_where_nothing(location: str, document: Document, text: str) -> None:
    """Raises Unreadable where a document has no text, or none that can be relied on."""
    others = {*document.scanned, *document.unknown}
    has_text = any(page.lines and page.number not in others for page in document.pages)
    if has_text and not document.evidence.is_reliable():
        raise Unreadable(
            location,
            "holds right-to-left text whose order cannot be told",
            "save it from its program as DOCX or plain text",
        )
    if has_text and text:
        return
    if document.scanned or (document.has_pictures and not document.unknown):
        raise Unreadable(location, "holds only pictures of pages, no text", OCR.format("it"))
    if document.unknown:
        raise Unreadable(location, "has fonts that do not tell which letters they draw", OCR.format("it"))
    if document.broken:
        raise Unreadable(location, "is damaged", ANEW)
    raise Unreadable(location, "holds no text", "see whether it is the right file")


def _headline(parts: Sequence[Paragraph], texts: Sequence[str]) -> str | None:
    """What stands in the largest type at the top of the first page, where that is larger than the rest."""
    sizes: Counter[float] = Counter()
    for part in parts:
        for line in part.lines:
            sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    first = parts[0].lines[0].page
    top = [(part.lines[0].size, text) for part, text in zip(parts, texts, strict=True) if part.lines[0].page == first]
    large = [
        (size, text)
        for size, text in top[:FIRST]
        if size >= LARGER * usual and sum(map(str.isalpha, text)) >= FEWEST_LETTERS and len(text) <= LONGEST_HEADLINE
    ]
    return max(large, key=lambda each: each[0])[1] if large else None


def _troubles(location: str, document: Document) -> Iterator[Unreadable]:
    """Why a part of the pages could not be read."""
    for numbers, reason, remedy in (
        (document.scanned, "holds only pictures, no text, on {}", OCR.format("them")),
        (document.unknown, "has fonts that do not tell which letters they draw on {}", OCR.format("them")),
        (document.broken, "is damaged on {}", ANEW),
    ):
        if numbers:
            yield Unreadable(location, reason.format(_ranges(numbers)), remedy)
    if document.cut:
        yield Unreadable(location, document.cut, "split it into parts; only its beginning was read")


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers of pages for people: "page 3", "pages 3-7, 9"."""
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])]
    ranges = [f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs]
    more = f" and {len(ranges) - MOST_RANGES} more places" if len(ranges) > MOST_RANGES else ""
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(ranges[:MOST_RANGES])}{more}"
