"""How many of what, for all stages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of something a text tells."""

    value: float
    thing: str
    """What is counted, as `extract/events/data/things.toml` lists it."""
    words: str
    """The number and what it counts, as the text has them."""
