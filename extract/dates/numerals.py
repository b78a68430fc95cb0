"""Number words that make one number together: "twenty-five", "two thousand", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.dates import letters
from extract.dates.entries import Reading

TEN = 10
TENS = range(20, 100, 10)
"""Number words that the words for one to nine complete."""

SCALES = (100, 1000)

CENTURIES_IN_WORDS = range(13, 21)
"""First halves of years that are read in two: "nineteen ninety-six"."""


def composed(one: Sequence[Reading], other: Sequence[Reading], *, tens_multiply: bool, hyphen: bool) -> Reading | None:
    """The number that two words make together; None where they make none.

    With a hyphen between them, five and ten are a range and not fifteen.
    """
    first, second = _number(one), _number(other)
    if first is None:
        return None
    ordinal = next((r.value for r in other if r.letter == letters.ORDINAL and isinstance(r.value, int)), None)
    if ordinal is not None and ordinal < TEN and first in TENS:
        return Reading(letters.ORDINAL, first + ordinal)
    if second is None:
        return None
    if one[0].letter == letters.YEAR_NUMBER:
        return Reading(letters.YEAR_NUMBER, first + second) if first % TEN == 0 and second < TEN else None
    if second in SCALES and first < second:
        return _letter(first * second)
    rest = first % SCALES[0]
    if first >= SCALES[0] and ((second < SCALES[0] and not rest) or (second < TEN and rest in TENS)):
        return _letter(first + second)
    if first in TENS and second < TEN:
        return Reading(letters.NUMBER, first + second)
    if second == TEN and first < TEN and not hyphen:
        return Reading(letters.NUMBER, first * TEN if tens_multiply else first + TEN)
    if tens_multiply and first == TEN and second < TEN:
        return Reading(letters.NUMBER, first + second)
    if first in CENTURIES_IN_WORDS and TEN <= second < SCALES[0]:
        return Reading(letters.YEAR_NUMBER, first * SCALES[0] + second)
    return None


def _number(readings: Sequence[Reading]) -> int | None:
    numbers = (r.value for r in readings if r.letter in (letters.NUMBER, letters.YEAR_NUMBER))
    return next((number for number in numbers if isinstance(number, int)), None)


def _letter(number: int) -> Reading:
    """A year where it can be one: "two thousand"."""
    return Reading(letters.YEAR_NUMBER if 1300 <= number <= 2199 else letters.NUMBER, number)
