"""What is written, as whoever asks for it says: which claims, how many, of which library, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

from extract.chart.bars import PLAIN, Dress
from extract.export.outbound import DASHBOARD
from extract.store.columns import EventRow


class Group(StrEnum):
    """By what programs that draw rows of their own put claims together."""

    KIND = "kind"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person asked for, in words."""

    moment: datetime
    """When; with a time zone. It stands in the files for the time at which they were made."""
    title: str = ""
    """What the selection is called; empty: by what it is."""
    filters: tuple[tuple[str, str], ...] = ()
    """What it was chosen by: name and value of each filter, for people."""
    address: str = ""
    """Of the view that shows the same claims."""
    reader: str = DASHBOARD
    """Where the dashboard is found: links to its reader begin so."""
    language: str = "en"
    """Of the reader, ISO 639-1: of the program's own words where there are any in it, and of titles."""
    group: Group = Group.KIND


@dataclass(frozen=True, slots=True)
class Amount:
    """How much something holds."""

    claims: int
    undated: int
    stories: int
    sources: int
    languages: int


@dataclass(frozen=True, slots=True)
class Stories:
    """What is known of the stories of a selection beside its claims: for reports, which tell them."""

    dress: Dress = PLAIN
    """What they are called, and which are the key dates; where nothing is said of those, most sources decide."""
    voices: Mapping[str, int] = field(default_factory=dict)
    """How many independent sources tell each; the sources of its claims where nothing is said."""
    preferred: Mapping[str, int] = field(default_factory=dict)
    """Claims of which a person says that their date is their story's; what was said last is the greatest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is to be written: `rows` rows of `model`, no more and no less."""

    said: Said
    rows: int
    chosen: Amount
    """What the selection holds."""
    held: Amount
    """What the whole library holds."""
    version: str
    """The library's."""
    changes: int
    """How many writes the library had seen."""
    model: type[BaseModel] = EventRow
    stories: Stories = field(default_factory=Stories)

    @property
    def holds_claims(self) -> bool:
        """Whether a row is a claim, and not a story."""
        return issubclass(self.model, EventRow)
