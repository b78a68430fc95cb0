"""What people say of actors, which stands above what is found: whom they know, and who is who."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import ActorType


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
