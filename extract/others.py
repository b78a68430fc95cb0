"""What the new date of one document changes for the others: who borrows asks again, and claims find their stories.

Only what it can reach is looked at, so that a large library waits no longer than a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.build import BATCH, date_anew, every_story, link_all, neighbourhood, put_all
from extract.dates.anchor import SURE_ALONE
from extract.dates.interval import Grain, Interval
from extract.dates.neighbours import FEWEST_SHARED_ACTORS
from extract.events.stories import Tellable, stories, tellable
from extract.pipeline import settle_anew
from extract.store.known import (
    actor_types,
    actors_named,
    actors_told_of,
    known_claims,
    known_sources,
    of_sources,
    telling_of,
    types_of,
    unsure_sources,
    within,
)
from extract.store.library import Library

Time = tuple[Interval, Grain | None]
"""Claims are compared with those of the very same time alone."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far claims reach: the times at which other claims may tell the same, and the actors that they tell of."""

    times: frozenset[Time] = frozenset()
    actors: frozenset[str] = frozenset()

    def __or__(self, other: Reach) -> Reach:
        return Reach(self.times | other.times, self.actors | other.actors)


def reach(library: Library, sources: Sequence[str]) -> Reach:
    """How far the claims of some sources reach as they stand."""
    claims = (tellable(each.event_id, each.interval, each.grain, (), {}) for each in of_sources(library, sources))
    return Reach(frozenset(_times(claims)), frozenset(actors_told_of(library, sources)))


def _times(claims: Iterable[Tellable]) -> set[Time]:
    return {(claim.interval, claim.grain) for claim in claims if claim.interval}


def settle_all(library: Library) -> int:
    """Date anew and link whatever is not linked; how many sources have another date."""
    count = date_anew(library, actor_types(library).keys())
    link_all(library)
    return count


def settle_reached(library: Library, source_id: str, touched: Reach, version: int) -> int:
    """The same after a change of one source in a library that was linked before; `version` is that of the change.

    `touched` is how far the source's claims reached before and after.
    """
    unsure = unsure_sources(library, SURE_ALONE, touched.actors, FEWEST_SHARED_ACTORS)
    others = [other for other in unsure if other != source_id]
    count, times = 0, touched.times
    for first in range(0, len(others), BATCH):
        changed, reached = _ask_again(library, others[first : first + BATCH])
        count, times = count + changed, times | reached
    with library.writing():
        alone = library.others_version == version
        library.set_stories(_stories(library, times) if alone else every_story(library))
        library.note_linked()
    return count


def _ask_again(library: Library, sources: Sequence[str]) -> tuple[int, frozenset[Time]]:
    """Write those that have another date now: how many, and which times their claims reach."""
    named = {source_id: actors_named(library, source_id) for source_id in sources}
    names = {actor.canonical for actors in named.values() for actor in actors}
    near = neighbourhood(library, frozenset(), telling_of(names))
    asked = [
        (settle_anew(each.source, named[each.source.source_id], near), each) for each in known_sources(library, sources)
    ]
    changed = [(document, each.digest) for document, each in asked if not each.is_dated_by(document.anchor)]
    ids = [document.source.source_id for document, _ in changed]
    before = reach(library, ids)
    put_all(library, changed, near)
    return len(changed), before.times | reach(library, ids).times


def _stories(library: Library, times: frozenset[Time]) -> dict[str, str]:
    """The stories of all claims of some times, as those of other times have no part in them."""
    claims = list(known_claims(library, within(times)))
    types = types_of(library, {actor for claim in claims for actor in claim.actors})
    found = [tellable(claim.event_id, claim.interval, claim.grain, claim.actors, types) for claim in claims]
    return stories(claim for claim in found if (claim.interval, claim.grain) in times)
