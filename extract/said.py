"""What people say, which stands above what is found: whom they know, who is who, and what claims are worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.model import ActorType

UNKNOWN = "unknown"
"""What stands for a date where a person says that nobody knows it."""

LONGEST_HEADLINE = 300
"""Characters: a longer one is a text that slipped in, and no line of a list."""
LONGEST_NOTE = 2000
"""Characters: a remark is read beside the evidence; what is longer is a document of its own."""


@dataclass(frozen=True, slots=True)
class ActorChange:
    """What somebody said of who is who: all that is called `actor`, or some forms of it, is `target`."""

    actor: str
    target: str | None
    """None: it is nobody."""
    type: ActorType | None = None
    """None: what it was."""
    forms: frozenset[str] = frozenset()
    """Folded words by which texts name it; none: all."""


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor whom the user knows: what it is called everywhere, and how else it is written."""

    canonical: str
    type: ActorType | None
    """None: it is nobody, whatever it looks like."""
    aliases: tuple[str, ...] = ()
    language: str | None = None
    """Of the texts in which the aliases hold; None: of all."""


class Verdict(StrEnum):
    """What people can say of claims."""

    JOIN = "join"
    """They tell of one event."""
    PART = "part"
    """They tell of another event than all the rest."""
    PREFER = "prefer"
    """Its date is that of its story."""
    REJECT = "reject"
    """It claims nothing, or nothing that is so."""
    ADD = "add"
    """It is in the source, and nobody found it."""
    ACCEPT = "accept"
    """A person checked it, and its date is right."""
    AMEND = "amend"
    """One field of it is otherwise."""
    NOTE = "note"
    """Somebody remarks something on it."""
    STAR = "star"
    """It is a mark to come back to."""


class Field(StrEnum):
    """What of a claim people can put right."""

    DATE = "date"
    STATUS = "status"
    KIND = "kind"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What somebody said of claims, by their ids."""

    verdict: Verdict
    claims: tuple[str, ...]
