"""What texts tell of their age: stretches of time by what they take for granted, and how old a collection is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extract.reason import Reason


class EraKind(StrEnum):
    """What tells the stretch, the surest first."""

    NOT_BEFORE = "not_before"
    """A thing that came on a known day."""
    FORMER = "former"
    """Somebody whose office, or something of which the time, is called over."""
    ELECT = "elect"
    """Somebody chosen for an office that is soon to begin."""
    IN_OFFICE = "in_office"
    """Somebody named with an office, which lasted so long."""
    NOT_AFTER = "not_after"
    """A thing that is gone since a known day."""
    HOLDER = "holder"
    """Somebody named without the office that made the name known."""


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch in which a text was likely written. Several of one kind with the same words are a choice."""

    words: str
    """The words of the text."""
    interval_first: int | None
    """Its first day; None where it has no beginning."""
    interval_last: int | None
    """Its last day, which belongs to it; None where it has no end."""
    kind: EraKind
    told: Reason


SUM_DIGITS = 9  # of a sum of bits: the last depend on their order


@dataclass(frozen=True, slots=True)
class Vintage:
    """What texts say by themselves of the age of their collection."""

    recency: float = 0.0
    """Bits for its being recent."""
    months: Mapping[int, int] = field(default_factory=dict)
    """How many texts are of each month, counted from January 1970: of each text the parts that it is sure of."""
