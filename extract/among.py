"""A document among the others of its library: what it needs to know of them, and how it is written beside them.

Only what is near to it is asked for, so that a document of a large library costs no more than one of a small.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from extract.actors.clusters import LARGEST_BLOCK, kept_under, sought_under
from extract.actors.roster import Roster
from extract.dates.neighbours import FEWEST_SHARED_ACTORS, MOST_CLAIMS_OF_ACTOR, DatedClaim, Lenders, Neighbourhood
from extract.model import ActorMention, ActorType, CorrectedDate, Document, Source
from extract.pipeline import Analysis, Collection, settle_anew
from extract.store.corrections import corrected_dates
from extract.store.known import known_claims, lent_to, named_beside, names_near, note_names, the_claims, vintage_heard
from extract.store.library import Library
from extract.store.own import own_actors
from extract.store.who import changes_in_force

BATCH = 500
"""Documents that are settled and written together: what an interrupted build has finished stays."""


def collection_for(library: Library, analyses: Sequence[Analysis], without: AbstractSet[str]) -> Collection:
    """What documents need to know of the library's, but for some that speak for themselves or no more.

    So few names, by how the documents' own sound, that a large library costs no more.
    """
    sought = {(actor.canonical, actor.type is ActorType.PERSON) for each in analyses for actor in each.actors}
    known = names_near(library, {key for name in sought for key in sought_under(*name)}, LARGEST_BLOCK, without)
    near = Neighbourhood(_lenders(library, frozenset(without)))
    company = cache(lambda name: named_beside(library, name, without))
    return Collection(known, Roster(own_actors(library)), company, changes_in_force(library), near)


def collection_of(library: Library) -> Collection:
    """What of it can date sources whose actors have their names, and that it counts among its own."""
    near, roster = Neighbourhood(_lenders(library)), Roster(own_actors(library))
    return Collection(roster=roster, neighbourhood=near, vintage=vintage_heard(library), is_whole=True)


def _lenders(library: Library, without: frozenset[str] = frozenset()) -> Lenders:
    """Where claims are found that can date others, but for those of some sources."""

    def lenders(actors: AbstractSet[str], recurrence: str) -> Iterable[DatedClaim]:
        lent = lent_to(library, actors, recurrence, MOST_CLAIMS_OF_ACTOR, FEWEST_SHARED_ACTORS)
        for claim in known_claims(library, the_claims(lent)):
            if claim.source_id not in without:
                yield DatedClaim(claim.source_id, claim.source_name, claim.lent, frozenset(claim.actors))

    return lenders


def dated_as_known(library: Library, source: Source, actors: tuple[ActorMention, ...]) -> Document:
    """A source as it is dated among those that the library holds, its actors named as they are."""
    return settle_anew(source, actors, collection_of(library))


def put_all(library: Library, documents: Sequence[tuple[Document, str]]) -> list[Document]:
    """Write documents with their digests, each dated as people say by now: they may have spoken in the meantime."""
    if not documents:
        return []
    with library.writing():
        said = corrected_dates(library, [document.source.source_id for document, _ in documents])
        current = [(_as_said(library, document, said), mark) for document, mark in documents]
        for document, mark in current:
            library.put(document, mark)
        note_names(library, _names_found(document for document, _ in current))
    return [document for document, _ in current]


def _names_found(documents: Iterable[Document]) -> dict[tuple[str, ActorType], AbstractSet[str]]:
    """The names of documents as they were found, with the keys under which others find them."""
    mentions = (mention for document in documents for mention in (*document.actors, *document.ignored))
    found = {mention.found or (mention.canonical, mention.type) for mention in mentions}
    return {name: kept_under(name[0]) for name in found}


def _as_said(library: Library, document: Document, said: Mapping[str, CorrectedDate]) -> Document:
    source, corrected = document.source, said.get(document.source.source_id)
    if source.corrected == corrected:
        return document
    return dated_as_known(library, replace(source, corrected=corrected), document.actors)
