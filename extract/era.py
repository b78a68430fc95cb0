"""Stretches of time in which a text was likely written, by what it takes for granted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    told: str
    """Why, in words for a reader."""
