"""All pages of a PDF, one after the other, and which of them cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.generic import StreamObject

from extract.read.limits import Limits
from extract.read.pdf.fonts import Fonts
from extract.read.pdf.lines import Line, Page, read_page
from extract.read.pdf.order import Evidence
from extract.read.pdf.pen import draw
from extract.read.pdf.running import without_running

FEWEST_LETTERS = 25
"""Of a page that is read: a scan may bear a number, a stamp or the name of the program that made it."""

PICTURE = 0.25
"""Part of a page that pictures cover at least where they may be what was to be read."""

MOST_UNKNOWN = 0.3
"""Part of a page's letters that may be unknown: symbols and formulas are, on pages that can be read."""


@dataclass(slots=True)
class Document:
    """The pages of a PDF, and the numbers of those that cannot be read."""

    pages: list[Page] = field(default_factory=list)
    evidence: Evidence = field(default_factory=Evidence)
    has_pictures: bool = False
    scanned: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    cut: str | None = None
    """Why the last pages were left out, None where they were not."""

    def lines(self) -> list[list[Line]]:
        """Of each page that has some."""
        return [page.lines for page in self.pages if page.lines]


def read_document(reader: PdfReader, limits: Limits) -> Document:
    """Reads the pages, as many as there may be. Raises what pypdf raises where it does not find them."""
    document, fonts, total, signs = Document(), Fonts(), len(reader.pages), 0
    for number in range(1, min(total, limits.pages) + 1):
        try:
            page = _read(number, reader, fonts, document)
        except Exception:  # noqa: BLE001 - a page may be broken in any way, and the document has others
            document.broken.append(number)
            continue
        finally:
            _forget(reader)
        document.pages.append(page)
        signs += sum(len(line.text) for line in page.lines)
        if signs > limits.text_bytes:
            document.cut = f"holds more than {limits.text_bytes:,} letters"
            break
    else:
        document.cut = f"has more than {limits.pages:,} pages" if total > limits.pages else None
    _choose_readings(document)
    without_running(document.pages)
    _sort_out(document)
    return document


def _read(number: int, reader: PdfReader, fonts: Fonts, document: Document) -> Page:
    page = reader.pages[number - 1]
    drawn = draw(page, fonts)
    if drawn.is_damaged:
        document.broken.append(number)
    read = read_page(number, drawn, document.evidence)
    read.pictures = drawn.picture_area / _area(page) if drawn.pictures else None
    return read


def _area(page: PageObject) -> float:
    """Of a page, in square points."""
    return max(1.0, abs(float(page.mediabox.width) * float(page.mediabox.height)))


def _forget(reader: PdfReader) -> None:
    """Lets go of what pypdf keeps of pages that were read: a book's pictures together do not fit in memory."""
    kept = reader.resolved_objects
    for key in [key for key, value in kept.items() if isinstance(value, StreamObject)]:
        del kept[key]


def _choose_readings(document: Document) -> None:
    """Settles in which order right-to-left lines are stored, which the whole document tells."""
    evidence = document.evidence
    for page in document.pages:
        for line in page.lines:
            if line.readings:
                line.text, line.readings = evidence.choose(line.readings), None
            line.rtl = line.rtl and not evidence.is_drawn_rightwards
        page.lines = [line for line in page.lines if line.text]


def _sort_out(document: Document) -> None:
    for page in document.pages:
        letters = sum(character.isalpha() for line in page.lines for character in line.text)
        document.has_pictures |= page.pictures is not None
        if page.unknown > MOST_UNKNOWN:
            document.unknown.append(page.number)
            page.lines = []
        elif letters < FEWEST_LETTERS and (page.pictures or 0.0) >= PICTURE:
            document.scanned.append(page.number)
