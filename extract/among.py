"""A document among the others of its library: what it needs to know of them, and how it is written beside them.

Only what is near to it is asked for, so that a document of a large library costs no more than one of a small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, partial
from types import MappingProxyType

from extract.actors.changes import as_said, firm_names, in_order
from extract.actors.clusters import LARGEST_BLOCK, kept_under, key_of, sought_under
from extract.actors.names import parse
from extract.actors.roster import Roster
from extract.actors.unify import Actor, is_settled, stays
from extract.collection import Collection
from extract.dates.neighbours import FEWEST_SHARED_ACTORS, MOST_CLAIMS_OF_ACTOR, DatedClaim, Lenders, Neighbourhood
from extract.follow import Spoken, follow, spoken_of
from extract.model import ActorMention, ActorType, Document, KnownActor, Source
from extract.pipeline import Analysis, date_anew
from extract.store.corrections import corrected_dates
from extract.store.known import asked_by, heard_of, held_with, known_claims, lent_to, the_claims, vintage_heard
from extract.store.library import Library
from extract.store.names import named_beside, names_near, note_names
from extract.store.own import own_actors
from extract.store.readings import wait_no_more
from extract.store.who import changes_in_force

NO_HEIRS: Mapping[str, str] = MappingProxyType({})

BATCH = 100
"""Documents that are settled, written and held in memory together: what an interrupted build has finished stays. Of
twice as many a build needs 25 MiB more, and names them 7 % quicker."""


def collection_for(
    library: Library, analyses: Sequence[Analysis], without: AbstractSet[str], roster: Roster
) -> Collection:
    """What documents need to know of the library's, but for some that speak for themselves or no more.

    So few names, by how the documents' own sound, that a large library costs no more. `roster` are the user's actors.
    """
    named = {(actor.canonical, actor.type) for each in analyses for actor in each.actors}
    sought = {each for each in named if not is_settled(each[0], roster)}
    changes = in_order(changes_in_force(library))
    keeps_name = partial(stays, roster=roster, firm=firm_names(changes))
    known = _known_near(sought, partial(names_near, library, most=LARGEST_BLOCK, without=without), keeps_name)
    near = Neighbourhood(_lenders(library, frozenset(without)))
    company = cache(lambda name: named_beside(library, name, without))
    return Collection(known, roster, company, changes, near)


def _known_near(
    sought: AbstractSet[Actor],
    kept_under_any: Callable[[Iterable[str]], Iterable[KnownActor]],
    keeps_name: Callable[[KnownActor], bool],
) -> tuple[KnownActor, ...]:
    """The actors who may be some that documents name, of those that are kept under keys.

    Who is called exactly so is known, and another only where a bare surname may be meant; those who wait for a better
    name can have it from new names alone.
    """
    same = kept_under_any({key_of(name) for name, _ in sought})
    told = sought & {(own, each.type) for each in same for own in each.own_names}
    bare = {each for each in told if parse(each[0]).is_bare}
    full = filter(keeps_name, kept_under_any(_keys_sought(bare)))
    return tuple({*same, *full, *kept_under_any(_keys_sought(sought - told))})


def _keys_sought(names: Iterable[Actor]) -> set[str]:
    return {key for name, type_ in names for key in sought_under(name, type_ is ActorType.PERSON)}


def collection_of(library: Library) -> Collection:
    """What of it can date sources whose actors have their names, and that it counts among its own."""
    near, roster = Neighbourhood(_lenders(library)), Roster(own_actors(library))
    return as_heard(library, Collection(roster=roster, neighbourhood=near))


def as_heard(library: Library, collection: Collection) -> Collection:
    """A collection for sources that the library holds: they ask by what all have heard, each but for its own part."""
    return replace(collection, vintage=vintage_heard(library), own=partial(heard_of, library))


def lent_nothing(library: Library, sources: AbstractSet[str]) -> AbstractSet[str]:
    """Those of some sources that no claims of others can date."""
    near, lent = Neighbourhood(_lenders(library)), set[str]()
    for source_id, recurrence, actors in asked_by(library, sources):
        if source_id not in lent and near.sharing(actors, recurrence, source_id):
            lent.add(source_id)
    return sources - lent


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
    return date_anew(source, actors, collection_of(library)).document()


def put_all(
    library: Library, documents: Sequence[tuple[Document, str]], version: int, heirs: Mapping[str, str] = NO_HEIRS
) -> list[Document]:
    """Write documents with their digests. `version` is the library's when they were read.

    What people have said since, while another wrote, counts. `heirs` are sources in whose place another is written,
    each with that one: what people said of their claims is said of the same claims there. They wait no more.
    """
    if not documents:
        return []
    come = {document.source.source_id for document, _ in documents}
    over = {old: new for old, new in heirs.items() if new in come}
    with library.writing():
        spoken = spoken_of(library, over) if over else Spoken()
        written = _put(library, documents, version, over)
        follow(library, spoken, over)
        wait_no_more(library, come)
        return written


def put_again(library: Library, documents: Sequence[tuple[Document, str]], version: int) -> list[Document]:
    """The same for documents that the library held at that version; those that it holds no more stay away."""
    if not documents:
        return []
    with library.writing():
        held = held_with(library, {document.source.source_id: mark for document, mark in documents})
        return _put(library, [each for each in documents if each[0].source.source_id in held], version)


def _put(
    library: Library, documents: Sequence[tuple[Document, str]], version: int, heirs: Mapping[str, str] = NO_HEIRS
) -> list[Document]:
    replaced: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in heirs.items():
        replaced[new].append(old)
    current = [document for document, _ in documents]
    if library.others_version != version:
        current = _as_said(library, current)
    marks = (mark for _, mark in documents)
    library.put_all(list(zip(current, marks, strict=True)), replaced)
    note_names(library, _names_found(current), kept_under)
    return current


def _names_found(documents: Iterable[Document]) -> set[tuple[str, str, ActorType]]:
    """What documents alone call their actors, and as whom these were found."""
    mentions = (mention for document in documents for mention in (*document.actors, *document.ignored))
    return {(each.own_name, *each.as_found) for each in mentions if each.own_name}


def _as_said(library: Library, documents: Sequence[Document]) -> list[Document]:
    """Documents dated, and their actors named, as people say by now."""
    dates = corrected_dates(library, [each.source.source_id for each in documents])
    changes = in_order(changes_in_force(library))
    current = []
    for document in documents:
        before = sorted((*document.actors, *document.ignored), key=lambda actor: actor.start)
        source = replace(document.source, corrected=dates.get(document.source.source_id))
        actors = [as_said(actor, changes) for actor in before]
        same = source == document.source and actors == before
        current.append(document if same else dated_as_known(library, source, tuple(actors)))
    return current
