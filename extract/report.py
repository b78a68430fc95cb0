"""What a build tells: how far it is while it works, and at last what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extract.errors import Unreadable
from extract.model import Document


class Stage(StrEnum):
    """What a build does, in this order."""

    READING = "Reading"
    """Files; of those that did not change only whether they did."""
    FINDING = "Finding dates"
    """Documents that are new or changed."""
    LINKING = "Linking"
    """What all claims have in common."""


Progress = Callable[[Stage, int, int], None]
"""Told how much is done, of how much."""


@dataclass(slots=True)
class Report:
    """What a build did."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    earlier: int = 0
    """Documents that are older versions of others."""
    removed: int = 0
    """Documents that a person took out of the library."""
    dates: int = 0
    """Dates found in what was read: mentions that claim something, placed or not."""
    placed: int = 0
    undated: int = 0
    failures: list[Unreadable] = field(default_factory=list)
    """What could not be read: where, why, and the way out."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files that are no documents, by the ends of their names."""

    def count(self, documents: Sequence[Document]) -> None:
        """Add what was found in documents."""
        for document in documents:
            placed = sum(event.timex.interval is not None for event in document.events)
            self.dates += len(document.events)
            self.placed += placed
            self.undated += len(document.events) - placed
