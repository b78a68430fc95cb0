"""What may be asked of the event table: which claims to show, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Order(StrEnum):
    """In which order claims and stories come."""

    TIME = "time"
    WEIGHT = "weight"


class Certainty(StrEnum):
    """Whether a claim must lie in the window for sure, or may lie in it."""

    POSSIBLE = "possible"
    SURE = "sure"


class Mark(StrEnum):
    """What people may have said of a claim."""

    STARRED = "starred"
    NOTED = "noted"
    CHECKED = "checked"
    UNCHECKED = "unchecked"
    CORRECTED = "corrected"


class Alone(StrEnum):
    """Of what a story has but one."""

    VOICE = "voice"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims to show. What is empty filters nothing; values of one field are alternatives."""

    words: str = ""
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    grains: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    confidence: float = 0.0
    """The least."""
    voices: int = 1
    """The least number of independent sources that tell the claim's story."""
    told_in: tuple[str, ...] = ()
    """Languages in all of which its story is told."""
    not_told_in: tuple[str, ...] = ()
    """Languages in none of which its story is told."""
    marks: tuple[str, ...] = ()
    """What people say of claims: some of `Mark`."""
    agreements: tuple[str, ...] = ()
    """How those stand who tell its story; see `extract.agreement`."""
    alone: tuple[str, ...] = ()
    """Of what all its story has but one: independent sources, languages."""
    first: int | None = None
    """First day of the window."""
    end: int | None = None
    """The day after the window's last."""
    certainty: Certainty = Certainty.POSSIBLE

    @property
    def limits_time(self) -> bool:
        """Whether undated claims are left out, because nobody can say that they lie in the window."""
        return self.first is not None or self.end is not None or self.certainty is Certainty.SURE

    def whenever(self) -> Filters:
        """The same filters without the window."""
        return replace(self, first=None, end=None, certainty=Certainty.POSSIBLE)
