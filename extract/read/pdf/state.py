"""What holds while a page of a PDF is drawn: which font, how large, and how its space lies on the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import create_string_object

from extract.read.pdf.fonts import Font

MOST_SAVED = 1_000
"""States that are saved at a time."""

Matrix = list[float]
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class State:
    """What is saved and brought back around a part of a drawing."""

    matrix: Matrix = field(default_factory=lambda: list(IDENTITY))
    """From the space in which is drawn to that of the page."""
    font: Font | None = None
    size: float = 0.0
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    """Of letters and spaces along the line."""
    leading: float = 0.0
    """From line to line."""
    rise: float = 0.0
    """Of letters above the line."""


def matrix_of(operands: Any) -> Matrix:  # noqa: ANN401 - a file may give anything for one
    """Six numbers as a matrix. Raises TypeError or ValueError where they are none."""
    a, b, c, d, e, f = (float(each) for each in operands)
    return [a, b, c, d, e, f]


def moved(matrix: Matrix, across: float, up: float) -> Matrix:
    """A matrix whose space is moved first."""
    a, b, c, d, e, f = matrix
    return [a, b, c, d, across * a + up * c + e, across * b + up * d + f]


def text_of(given: object) -> str:
    """A string of a content stream, which pypdf leaves as bytes, as text."""
    return str(create_string_object(given) if isinstance(given, bytes) else given)
