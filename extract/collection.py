"""What is known of a collection by the documents that were settled before, and learned from those that come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from extract.actors.changes import Changes
from extract.actors.namesakes import Company, no_company
from extract.actors.roster import NOBODY, Roster
from extract.actors.unify import Actor
from extract.dates.neighbours import Neighbourhood
from extract.dates.vintage import beside, together, without_months
from extract.era import Vintage
from extract.model import KnownActor


@dataclass(slots=True)
class Collection:
    """What is known of the documents that were settled before."""

    actors: tuple[KnownActor, ...] = ()
    """Those whose names are near to what comes."""
    roster: Roster = NOBODY
    """The actors that the user knows."""
    company: Company = no_company
    """Tells whom its documents name beside somebody."""
    changes: Changes = field(default_factory=dict)
    """What people said since of who is who."""
    neighbourhood: Neighbourhood = field(default_factory=Neighbourhood)
    vintage: Vintage = field(default_factory=Vintage)
    """What its documents say of it."""
    own: Callable[[str], Vintage] | None = None
    """Tells what of that a source has said itself, where all have been heard; None: they are heard as they come."""
    renamed: dict[Actor, Actor] = field(default_factory=dict)
    """What some of them are called now that a document gave a better name."""

    def vintage_beside(self, source_id: str, said: Vintage) -> Vintage:
        """What the others tell one of its sources of how old texts are here; `said` is what that one says itself."""
        if self.own is None:
            return without_months(self.vintage, said)
        return beside(self.vintage, self.own(source_id), said)

    def hear(self, said: Iterable[Vintage]) -> None:
        """Learn what documents say of the collection's age."""
        if self.own is None:
            self.vintage = together([self.vintage, *said])
