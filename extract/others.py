"""What changed claims mean for others: who is unsure of its date asks again, and claims find their stories.

Only what they can reach is looked at, so that a large library waits no longer than a small one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from extract.among import BATCH, collection_of, put_again
from extract.dates.interval import recurrences
from extract.dates.neighbours import FEWEST_SHARED_ACTORS
from extract.dates.vintage import is_news
from extract.events.likeness import unit_told
from extract.linking import Linker, Time
from extract.pipeline import Analysis, date_anew
from extract.store.known import (
    KnownClaim,
    actors_named,
    count_sources,
    in_sources,
    known_claims,
    known_sources,
    may_borrow,
    note_heard,
    the_claims,
    unsure_sources,
    vintage_heard,
    vintage_told,
)
from extract.store.library import Library


@dataclass(frozen=True, slots=True)
class Reach:
    """How far claims reach: the times at which others may tell the same, and the claims that others may borrow from."""

    times: frozenset[Time] = frozenset()
    undated: frozenset[str] = frozenset()
    """Ids of claims without time."""
    lent: frozenset[tuple[str, tuple[tuple[int, float], ...], frozenset[str]]] = frozenset()
    """The source's name, the days and the actors of each."""

    def __or__(self, other: Reach) -> Reach:
        """As far as both together."""
        return Reach(self.times | other.times, self.undated | other.undated, self.lent | other.lent)

    def changed_to(self, after: Reach) -> Reach:
        """How far a change reaches: to all times of before and after, and to what is lent on one side alone."""
        return Reach(self.times | after.times, self.undated | after.undated, self.lent ^ after.lent)


Known = Callable[[str], Analysis | None]
"""What a source says by itself, by its id, where that is at hand."""


def no_analysis(_source_id: str) -> None:
    """Nothing is at hand."""


NOWHERE = Reach()
"""How far nothing reaches."""


def reach(library: Library, sources: Collection[str]) -> Reach:
    """How far the claims of some sources reach as they stand."""
    return _reach(known_claims(library, in_sources(sources)))


def reach_of(library: Library, claims: Collection[str]) -> Reach:
    """The same of some claims by their ids."""
    return _reach(known_claims(library, the_claims(claims)))


def _reach(known: Iterable[KnownClaim]) -> Reach:
    claims = list(known)
    return Reach(
        frozenset((when, each.grain) for each in claims if (when := unit_told(each.interval, each.grain))),
        frozenset(each.event_id for each in claims if each.interval is None),
        frozenset((each.source_name, each.lent, frozenset(each.actors)) for each in claims if each.lent),
    )


def hear(library: Library) -> bool:
    """Let the library's sources be asked by what they say of its age by now; whether that is news.

    What a person says of one date is heard with the next documents, so that it is no matter of all the library.
    """
    told = vintage_told(library)
    if not is_news(told, vintage_heard(library), count_sources(library)):
        return False
    with library.writing():
        note_heard(library, told)
    return True


def settle_all(library: Library, told: Collection[str] = (), known: Known = no_analysis) -> int:
    """Let all ask again that may, and link all claims; how many sources have another date, or the same by another way.

    Sources that were `told` have heard all others already; of some it is `known` what they say by themselves. Where the
    library was not linked, what it says of its age is heard first.
    """
    if not library.is_linked:
        hear(library)
    count, _ = _ask_again(library, [each for each in unsure_sources(library) if each not in told], known)
    link_all(library)
    return count


def settle_reached(
    library: Library, touched: Reach, version: int | None, told: Collection[str] = (), renamed: Collection[str] = ()
) -> int:
    """The same after a change in a library; `version` is the library's at the change, None where it was not linked
    before it: then all ask and are linked.

    `touched` is how far the change reaches; sources that were `told` have heard of it already; those in which actors
    were `renamed` ask in any case.
    """
    if version is None:
        return settle_all(library)
    asking = set(unsure_sources(library)).intersection(renamed) if renamed else set()
    for _, days, actors in touched.lent:
        asking |= may_borrow(library, recurrences(days[0][0]), actors, FEWEST_SHARED_ACTORS)
    count, moved = _ask_again(library, sorted(asking.difference(told)))
    _link_within(library, touched | moved, version)
    return count


def _ask_again(library: Library, sources: Sequence[str], known: Known = no_analysis) -> tuple[int, Reach]:
    """Write those that are dated otherwise now: how many, and how far their claims reach."""
    count, touched = 0, NOWHERE
    for first in range(0, len(sources), BATCH):
        version = library.others_version
        asking = [
            (each, actors_named(library, each.source.source_id))
            for each in known_sources(library, sources[first : first + BATCH])
        ]
        others = collection_of(library)
        changed = []
        for each, actors in asking:
            dating = date_anew(each.source, actors, others, known(each.source.source_id))
            if not each.is_dated_by(dating.anchor):
                changed.append((dating.document(), each.digest))
        before = reach(library, [document.source.source_id for document, _ in changed])
        ids = [document.source.source_id for document in put_again(library, changed, version)]
        touched, count = touched | before.changed_to(reach(library, ids)), count + len(ids)
    return count, touched


def link_all(library: Library) -> None:
    """Give each claim of the library its story."""
    with library.writing():
        Linker(library).link_all()
        library.note_linked()


def _link_within(library: Library, touched: Reach, version: int) -> None:
    """Give the claims of some times their stories; all claims, where others have written since that version."""
    with library.writing():
        linker = Linker(library)
        if library.others_version == version:
            linker.link(touched.times, touched.undated)
        else:
            linker.link_all()
        library.note_linked()
