"""Draws a page of a PDF as the standard tells, as far as it places letters and pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from pypdf import PageObject, mult
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from extract.read.pdf.fonts import EM, Font, Fonts
from extract.read.pdf.glyphs import Drawn, Line
from extract.read.pdf.state import IDENTITY, MOST_SAVED, State, matrix_of, moved, text_of

MOST_FORMS = 2_000
"""Drawings in a page's drawing, counting each time that one is drawn."""

DEEPEST_FORM = 10
"""Drawings in drawings: programs nest them twice or thrice, bombs without end."""

Operands = Sequence[Any]


def draw(page: PageObject, fonts: Fonts) -> Drawn:
    """What a page draws. Raises what pypdf raises where it is damaged, or has no end."""
    pen = _Pen(fonts, page.pdf)
    content, resources = page.get("/Contents"), page.get("/Resources")
    if content is not None:
        resources = resources.get_object() if resources is not None else None
        pen.draw(content, resources if isinstance(resources, DictionaryObject) else DictionaryObject())
    return pen.drawn


class _Pen:
    """What is drawn, and with what; its methods are the operators of a page's content."""

    def __init__(self, fonts: Fonts, pdf: object) -> None:
        self.drawn = Drawn()
        self._fonts = fonts
        self._pdf = pdf
        self._forms = self._depth = 0
        self._resources = DictionaryObject()
        self._named: dict[str, Font] = {}
        self._state = State()
        self._saved: list[State] = []
        self._marked: list[tuple[int, str] | None] = []
        self._line = self._at = list(IDENTITY)

    def draw(self, content: object, resources: DictionaryObject) -> None:
        """Draws the content of the page, or of a form on it."""
        before = self._resources, self._named, self._state, self._saved, self._marked
        self._resources, self._named, self._state = resources, self._fonts.of(resources), replace(self._state)
        self._saved, self._marked = [], []
        try:
            for operands, operator in ContentStream(content, self._pdf, "bytes").operations:
                if (does := OPERATORS.get(operator)) and not self.drawn.is_full():
                    # With operands that are none of its own it draws nothing.
                    with suppress(TypeError, ValueError, LookupError, AttributeError, ArithmeticError):
                        does(self, operands)
        finally:
            self._resources, self._named, self._state, self._saved, self._marked = before

    def save(self, _: Operands) -> None:
        if len(self._saved) < MOST_SAVED:
            self._saved.append(replace(self._state))

    def restore(self, _: Operands) -> None:
        self._state = self._saved.pop()

    def transform(self, operands: Operands) -> None:
        self._state.matrix = mult(matrix_of(operands), self._state.matrix)

    def set(self, what: str, operands: Operands, unit: float = 1.0) -> None:
        setattr(self._state, what, float(operands[0]) * unit)

    def set_font(self, operands: Operands) -> None:
        self._state.font, self._state.size = self._named.get(operands[0]), float(operands[1])

    def begin_text(self, _: Operands) -> None:
        self._line = self._at = list(IDENTITY)

    def set_line(self, operands: Operands) -> None:
        self._line = self._at = matrix_of(operands)

    def move(self, operands: Operands) -> None:
        self._line = self._at = moved(self._line, float(operands[0]), float(operands[1]))

    def move_and_lead(self, operands: Operands) -> None:
        self._state.leading = -float(operands[1])
        self.move(operands)

    def next_line(self, _: Operands) -> None:
        self.move((0.0, -self._state.leading))

    def show_on_next_line(self, operands: Operands) -> None:
        self.next_line(())
        self.show(operands[-1:])

    def show_spaced(self, operands: Operands) -> None:
        self._state.word_spacing, self._state.letter_spacing = float(operands[0]), float(operands[1])
        self.show_on_next_line(operands)

    def show_apart(self, operands: Operands) -> None:
        for each in operands[0]:
            if isinstance(each, bytes):
                self.show((each,))
            else:
                self._advance(-float(each) / EM * self._state.size * self._state.stretch)

    def show(self, operands: Operands) -> None:
        state, shown = self._state, operands[0]
        if (font := state.font) is None or not isinstance(shown, bytes):
            return
        start = mult(moved(self._at, 0.0, state.rise), state.matrix)
        line = Line(start, state.size * font.height, font.vertical)
        at = 0.0
        for text, width, is_space in font.codes(shown):
            spacing = state.letter_spacing + (state.word_spacing if is_space else 0.0)
            advance = (width * state.size * font.scale + spacing) * state.stretch
            if self.drawn.is_full():
                break
            if glyph := line.place(text, at, advance):
                self.drawn.glyphs.append(glyph)
            at += advance
        self._advance(at)

    def _advance(self, by: float) -> None:
        is_down = self._state.font is not None and self._state.font.vertical
        self._at = moved(self._at, 0.0, -by) if is_down else moved(self._at, by, 0.0)

    def paint(self, operands: Operands) -> None:
        painted = self._named_in("/XObject", operands[0])
        if painted.get("/Subtype") == "/Image":
            self.picture(())
        elif isinstance(painted, StreamObject) and self._depth < DEEPEST_FORM and self._forms < MOST_FORMS:
            self._forms += 1
            self._paint_form(painted)

    def _paint_form(self, form: StreamObject) -> None:
        outer, resources = self._state.matrix, form.get("/Resources")
        self._depth += 1
        try:
            if "/Matrix" in form:
                self._state.matrix = mult(matrix_of(form.get("/Matrix")), outer)
            self.draw(form, resources.get_object() if resources is not None else self._resources)
        except PyPdfError:
            self.drawn.is_damaged = True
        finally:
            self._depth -= 1
            self._state.matrix = outer

    def _named_in(self, kind: str, name: str) -> Any:  # noqa: ANN401 - a file may give anything a name
        resources: Any = self._resources[kind]
        return resources[name]

    def picture(self, _: Operands) -> None:
        self.drawn.add_picture(self._state.matrix)

    def mark(self, operands: Operands) -> None:
        self._marked.append(None)
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = self._named_in("/Properties", properties)
        if properties is not None and "/ActualText" in properties:
            self._marked[-1] = len(self.drawn.glyphs), text_of(properties["/ActualText"])

    def unmark(self, _: Operands) -> None:
        if marked := self._marked.pop():
            self.drawn.reword(*marked)


OPERATORS: dict[bytes, Callable[[_Pen, Operands], None]] = {
    b"q": _Pen.save,
    b"Q": _Pen.restore,
    b"cm": _Pen.transform,
    b"BT": _Pen.begin_text,
    b"Tf": _Pen.set_font,
    b"Tm": _Pen.set_line,
    b"Td": _Pen.move,
    b"TD": _Pen.move_and_lead,
    b"T*": _Pen.next_line,
    b"Tj": _Pen.show,
    b"TJ": _Pen.show_apart,
    b"'": _Pen.show_on_next_line,
    b'"': _Pen.show_spaced,
    b"Tc": lambda pen, operands: pen.set("letter_spacing", operands),
    b"Tw": lambda pen, operands: pen.set("word_spacing", operands),
    b"Tz": lambda pen, operands: pen.set("stretch", operands, 0.01),
    b"TL": lambda pen, operands: pen.set("leading", operands),
    b"Ts": lambda pen, operands: pen.set("rise", operands),
    b"Do": _Pen.paint,
    b"INLINE IMAGE": _Pen.picture,
    b"BMC": _Pen.mark,
    b"BDC": _Pen.mark,
    b"EMC": _Pen.unmark,
}
"""What the standard calls them."""
