"""What a PDF's font makes of the bytes that a page shows: for each code its letters and its width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject, PdfObject
from pypdf.generic._font import Font as PypdfFont

UNKNOWN = "\ufffd"
"""Stands for a code of which the file does not tell the letter."""

NUMBERS_ONLY = ("/Identity-H", "/Identity-V")
"""Encodings whose codes number a font's drawings: only a map of its own tells what they mean."""

MOST_FONTS = 200
"""Fonts that are kept for the pages to come; each may hold a map of 65,000 letters."""

MOST_LETTERS = 20
"""That one code may stand for: the longest ligature has eighteen, and a bomb has thousands."""

EM = 1000.0
"""Widths are given in thousandths of the font's size."""

FINEST_DOTS = 1 / 250
"""A font of type 3 with a finer measure draws outlines, and its size is that of its letters; others draw dots."""

Code = tuple[str, float, bool]
"""Letters, width in ems, and whether it is the space of one byte, which word spacing widens."""


@dataclass(slots=True)
class Font:
    """One font of a PDF."""

    vertical: bool
    """Whether its letters are set from top to bottom."""
    scale: float
    """What widths are multiplied by: fonts of type 3 are drawn to a measure of their own."""
    height: float
    """What its size is multiplied by to tell how large its letters are."""
    _font: PypdfFont
    _numbers_only: bool
    _known: dict[str, Code] = field(default_factory=dict)

    def codes(self, shown: bytes) -> Iterator[Code]:
        """The codes in a string that a page shows."""
        for code in self._split(shown):
            known = self._known.get(code)
            if known is None:
                known = self._known[code] = self._look_up(code)
            yield known

    def _split(self, shown: bytes) -> str:
        """Each code as one character, as pypdf's tables have it."""
        encoding = self._font.encoding
        if isinstance(encoding, dict):
            return shown.decode("latin-1")
        try:
            return shown.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return shown.decode(encoding, "replace")

    def _look_up(self, code: str) -> Code:
        encoding, widths = self._font.encoding, self._font.character_widths
        is_simple = isinstance(encoding, dict)
        letter = encoding.get(ord(code), code) if isinstance(encoding, dict) else code
        width = float(widths.get(code, widths["default"])) / EM
        return self._letters(letter), width, is_simple and code == " "

    def _letters(self, letter: str) -> str:
        mapped = self._font.character_map.get(letter)
        if not self._font.interpretable or (mapped is None and self._numbers_only):
            return UNKNOWN
        letters = str(letter if mapped is None else mapped)[:MOST_LETTERS]
        if letters.isspace():
            return " "
        is_name = letters.startswith("/") and len(letters) > 1
        # Private and control characters, and halves of characters, are no letters that can be written down.
        return (
            UNKNOWN if is_name or any(unicodedata.category(each) in {"Cc", "Co", "Cs"} for each in letters) else letters
        )


class Fonts:
    """A document's fonts, each read once as long as there are not too many."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], Font | None] = {}

    def of(self, resources: DictionaryObject) -> dict[str, Font]:
        """A page's or form's fonts by the names that it calls them; those that are broken are left out."""
        fonts = resources.get("/Font")
        fonts = fonts.get_object() if fonts is not None else None
        if not isinstance(fonts, DictionaryObject):
            return {}
        found = {name: self._font(fonts.raw_get(name)) for name in fonts}
        return {name: font for name, font in found.items() if font is not None}

    def _font(self, given: PdfObject) -> Font | None:
        if not isinstance(given, IndirectObject):
            return _read(given)
        key = given.idnum, given.generation
        if key not in self._kept:
            if len(self._kept) >= MOST_FONTS:
                self._kept.clear()
            self._kept[key] = _read(given)
        return self._kept[key]


def _read(given: PdfObject) -> Font | None:
    try:
        resource = given.get_object()
        if not isinstance(resource, DictionaryObject):
            return None
        encoding = resource.get("/Encoding")
        name = str(encoding.get_object()) if encoding is not None else ""
        font = PypdfFont.from_font_resource(resource)
        scale, height = _measure(resource)
        return Font(name.endswith("-V"), scale, height, font, name in NUMBERS_ONLY)
    except Exception:  # noqa: BLE001 - a font may be broken in any way, and a page has others
        return None


def _measure(resource: DictionaryObject) -> tuple[float, float]:
    """By what widths and sizes of a font are multiplied."""
    if resource.get("/Subtype") != "/Type3":
        return 1.0, 1.0
    matrix: Any = resource["/FontMatrix"]
    across, up = abs(float(matrix[0])), abs(float(matrix[3]))
    if up < FINEST_DOTS:
        return across * EM, 1.0
    box: Any = resource["/FontBBox"]
    return across * EM, up * abs(float(box[3]) - float(box[1])) or 1.0
