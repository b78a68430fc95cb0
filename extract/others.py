"""What the new date of one document changes for the others: who borrows asks again, and claims find their stories.

Only what it can reach is looked at, so that a large library waits no longer than a small one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.build import BATCH, date_anew, dated_as_known, every_story, hear, link_all, put_all
from extract.dates.anchor import SURE_ALONE
from extract.dates.interval import Grain, Interval
from extract.dates.neighbours import FEWEST_SHARED_ACTORS
from extract.events.stories import stories, tellable
from extract.store.known import (
    actors_named,
    in_sources,
    known_claims,
    known_sources,
    may_borrow,
    types_of,
    unsure_sources,
    within,
)
from extract.store.library import Library

Time = tuple[Interval, Grain | None]
"""Claims are compared with those of the very same time alone."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far claims reach: the times at which others may tell the same, and what is lent, a day and its actors."""

    times: frozenset[Time]
    lent: frozenset[tuple[tuple[tuple[int, float], ...], frozenset[str]]]

    def changed_to(self, after: Reach) -> Reach:
        """How far a change reaches: to all times of before and after, and to what is lent on one side alone."""
        return Reach(self.times | after.times, self.lent ^ after.lent)


def reach(library: Library, sources: Sequence[str]) -> Reach:
    """How far the claims of some sources reach as they stand."""
    claims = list(known_claims(library, in_sources(sources)))
    told = (tellable(each.event_id, each.interval, each.grain, (), {}) for each in claims)
    return Reach(
        frozenset((each.interval, each.grain) for each in told if each.interval),
        frozenset((each.lent, frozenset(each.actors)) for each in claims if each.lent),
    )


def settle_all(library: Library) -> int:
    """Date anew and link whatever is not linked; how many sources have another date."""
    if not library.is_linked:
        hear(library)
    count = date_anew(library, unsure_sources(library, SURE_ALONE, None, FEWEST_SHARED_ACTORS))
    link_all(library)
    return count


def settle_reached(library: Library, source_id: str, touched: Reach, version: int) -> int:
    """The same after a change of one source in a library that was linked before; `version` is that of the change.

    `touched` is how far the change of the source's claims reaches.
    """
    asking = (
        may_borrow(library, SURE_ALONE, days[0][0], actors, FEWEST_SHARED_ACTORS) for days, actors in touched.lent
    )
    others = sorted(set().union(*asking) - {source_id})
    count, times = 0, touched.times
    for first in range(0, len(others), BATCH):
        changed, reached = _ask_again(library, others[first : first + BATCH])
        count, times = count + changed, times | reached
    link_within(library, times, version)
    return count


def link_within(library: Library, times: frozenset[Time], version: int) -> None:
    """Give the claims of some times their stories; all claims, where others have written since that version."""
    with library.writing():
        alone = library.others_version == version
        library.set_stories(_stories(library, times) if alone else every_story(library))
        library.note_linked()


def _ask_again(library: Library, sources: Sequence[str]) -> tuple[int, frozenset[Time]]:
    """Write those that have another date now: how many, and which times their claims reach."""
    asked = [
        (dated_as_known(library, each.source, actors_named(library, each.source.source_id)), each)
        for each in known_sources(library, sources)
    ]
    changed = [(document, each.digest) for document, each in asked if not each.is_dated_by(document.anchor)]
    ids = [document.source.source_id for document, _ in changed]
    before = reach(library, ids)
    put_all(library, changed)
    return len(changed), before.changed_to(reach(library, ids)).times


def _stories(library: Library, times: frozenset[Time]) -> dict[str, str]:
    """The stories of all claims of some times, as those of other times have no part in them."""
    claims = list(known_claims(library, within(times)))
    types = types_of(library, {actor for claim in claims for actor in claim.actors})
    found = [tellable(claim.event_id, claim.interval, claim.grain, claim.actors, types) for claim in claims]
    return stories(claim for claim in found if (claim.interval, claim.grain) in times)
