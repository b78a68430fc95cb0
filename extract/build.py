"""From files to a library: reads what is new or changed, runs the stages over it, writes it, links its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from extract.actors.clusters import LARGEST_BLOCK, kept_under, sought_under
from extract.actors.roster import Roster
from extract.dates.anchor import SURE_ALONE
from extract.dates.neighbours import FEWEST_SHARED_ACTORS, MOST_CLAIMS_OF_ACTOR, DatedClaim, Neighbourhood
from extract.dates.vintage import is_news
from extract.errors import InputError
from extract.events.stories import stories, tellable
from extract.model import ActorMention, ActorType, CorrectedDate, Document, OwnActor, Source
from extract.pipeline import Analysis, Collection, analyse, settle, settle_anew
from extract.read.documents import Found, digest, find_documents, holds, read_document
from extract.store.corrections import corrected_dates, hand_down
from extract.store.known import (
    KnownSource,
    actor_types,
    actors_told_of,
    known_claims,
    known_sources,
    lent_to,
    names_near,
    note_heard,
    note_names,
    source_ids,
    unsure_sources,
    vintage_heard,
    vintage_told,
)
from extract.store.library import Library
from extract.store.own import is_named_by_them, note_named, note_own_actors, own_actors
from extract.store.places import Plan, Standing, planned, rearrange, standing
from extract.store.who import changes_in_force

BATCH = 500
"""Documents that are settled and written together: what an interrupted build has finished stays."""

Progress = Callable[[int, int], None]
"""Told how many documents are done, of how many."""


@dataclass(slots=True)
class Report:
    """What a build did."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    dates: int = 0
    """Dates found in what was read: mentions that claim something, placed or not."""
    placed: int = 0
    undated: int = 0
    failures: list[str] = field(default_factory=list)
    """Documents that could not be read: which, why, and the way out."""

    def count(self, documents: Sequence[Document]) -> None:
        """Add what was found in documents."""
        for document in documents:
            placed = sum(event.timex.interval is not None for event in document.events)
            self.dates += len(document.events)
            self.placed += placed
            self.undated += len(document.events) - placed


def build(
    inputs: Sequence[Path],
    library: Library,
    read_on: int,
    progress: Progress | None = None,
    own: Sequence[OwnActor] | None = None,
) -> Report:
    """Read files and folders into the library; what is there unchanged is left alone.

    `own` are actors that the user gives in place of those given before, None: there is nothing new to say of them.
    A document that cannot be read is reported and stops no other. Raises InputError where an input is not there,
    ManifestError for a broken manifest, LibraryError where the library cannot be written.
    """
    return build_from(find_documents(inputs), library, read_on, progress, own)


def build_from(
    found: Sequence[Found],
    library: Library,
    read_on: int,
    progress: Progress | None = None,
    own: Sequence[OwnActor] | None = None,
) -> Report:
    """The same for documents that were found before. Raises LibraryError where the library cannot be written."""
    if own is not None and tuple(own) != own_actors(library):
        note_own_actors(library, own)
    plan, report = _plan(found, library)
    was_linked = library.is_linked
    outdated = plan.displaced.keys() | plan.taken.keys()
    told_of = actors_told_of(library, outdated)
    aside, vintage = set(outdated), vintage_told(library, outdated)
    rearrange(library, plan)
    hand_down(library, plan.taken, plan.displaced)
    places = set(plan.taken.values())
    to_take = [each for each in found if each.location in places]
    done = len(found) - len(to_take)
    for first in range(0, len(to_take) + 1, BATCH):
        batch = to_take[first : first + BATCH]
        analyses = _read(batch, library, read_on, report)
        collection = replace(collection_for(library, analyses, aside), vintage=vintage)
        settled = settle(analyses, collection)
        documents = put_all(library, [(document, digest(document.source)) for document in settled])
        vintage = collection.vintage
        aside -= {document.source.source_id for document in documents}
        report.count(documents)
        told_of |= {actor for document in documents for event in document.events for actor in event.actors}
        if progress:
            progress(done + first + len(batch), len(found))
    if not is_named_by_them(library):
        _name_anew(library)
    if not library.is_linked:
        asking = None if hear(library) or not was_linked else told_of
        date_anew(library, unsure_sources(library, SURE_ALONE, asking, FEWEST_SHARED_ACTORS))
        link_all(library)
    return report


def _name_anew(library: Library) -> None:
    """Read who is named in all sources again, as the user knows some of them now."""
    sources = source_ids(library)
    for first in range(0, len(sources), BATCH):
        asking = known_sources(library, sources[first : first + BATCH])
        documents = _settled_anew(library, asking)
        put_all(library, [(document, each.digest) for document, each in zip(documents, asking, strict=True)])
    with library.writing():
        note_named(library)


def _settled_anew(library: Library, asking: Sequence[KnownSource]) -> list[Document]:
    """Sources of the library as they are now, among the others by whose age they were asked before."""
    roster = Roster(own_actors(library))
    analyses = [analyse(each.source, roster) for each in asking]
    known = collection_for(library, analyses, {each.source.source_id for each in asking})
    return settle(analyses, replace(known, vintage=vintage_heard(library), is_whole=True))


def hear(library: Library) -> bool:
    """Let the library's sources be asked by what they say of its age by now; whether that is news.

    What a person says of one date is heard with the next documents, so that it is no matter of all the library.
    """
    told = vintage_told(library)
    if not is_news(told, vintage_heard(library)):
        return False
    with library.writing():
        note_heard(library, told)
    return True


def _plan(found: Sequence[Found], library: Library) -> tuple[Plan, Report]:
    """What is to be done about documents, each read once for it; texts are not kept, as a pile may be large."""
    failures, read = [], []
    for each in found:
        try:
            source = read_document(each)
        except InputError as error:
            failures.append(str(error))
        else:
            read.append(Standing(source.source_id, source.location, digest(source)))
    plan = planned(standing(library), read, lambda old: holds(Path(old.location), old.source_id))
    return plan, Report(new=plan.new, changed=plan.changed, unchanged=plan.unchanged, failures=failures)


def _read(batch: Sequence[Found], library: Library, read_on: int, report: Report) -> list[Analysis]:
    """What the documents of a batch say by themselves; those that cannot be read are reported."""
    sources = []
    for each in batch:
        try:
            sources.append(read_document(each, read_on))
        except InputError as error:  # it was readable a moment ago
            report.failures.append(str(error))
    said = corrected_dates(library, [source.source_id for source in sources])
    roster = Roster(own_actors(library))
    return [analyse(replace(source, corrected=said.get(source.source_id)), roster) for source in sources]


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


def dated_as_known(library: Library, source: Source, actors: tuple[ActorMention, ...]) -> Document:
    """A source as it is dated among those that the library holds, its actors named as they are."""
    return settle_anew(source, actors, collection_of(library, {each.canonical for each in actors}))


def collection_for(library: Library, analyses: Sequence[Analysis], without: AbstractSet[str]) -> Collection:
    """What documents need to know of the library's, but for some that speak for themselves or no more.

    So few names and claims, by how the documents' own names sound, that a large library costs no more.
    """
    sought = {(actor.canonical, actor.type is ActorType.PERSON) for each in analyses for actor in each.actors}
    known = names_near(library, {key for name in sought for key in sought_under(*name)}, LARGEST_BLOCK, without)
    changes = changes_in_force(library)
    actors = {*known, *(name for name, _ in sought), *(change.target for change in changes if change.target)}
    return Collection(known, Roster(own_actors(library)), changes, _lenders(library, actors, without))


def collection_of(library: Library, actors: AbstractSet[str]) -> Collection:
    """What of it can date a source that tells of some actors: so few claims that a large library costs no more."""
    return Collection(neighbourhood=_lenders(library, actors), vintage=vintage_heard(library), is_whole=True)


def _lenders(library: Library, actors: AbstractSet[str], without: AbstractSet[str] = frozenset()) -> Neighbourhood:
    """The claims that can date what tells of some actors, but for those of some sources."""
    near = Neighbourhood()
    for claim in known_claims(library, lent_to(actors, MOST_CLAIMS_OF_ACTOR, FEWEST_SHARED_ACTORS)):
        if claim.source_id not in without:
            near.add(DatedClaim(claim.source_id, claim.source_name, claim.lent, frozenset(claim.actors)))
    return near


def date_anew(library: Library, unsure: Sequence[str]) -> int:
    """Documents that are not sure of their date ask again, as others tell something else now of the same actors.

    Returns how many have another date now, or the same for another reason.
    """
    count = 0
    for first in range(0, len(unsure), BATCH):
        asking = known_sources(library, unsure[first : first + BATCH])
        pairs = zip(_settled_anew(library, asking), asking, strict=True)
        changed = [(document, each.digest) for document, each in pairs if not each.is_dated_by(document.anchor)]
        count += len(put_all(library, changed))
    return count


def link_all(library: Library) -> None:
    """Give each claim of the library its story."""
    version, linked = library.others_version, every_story(library)
    with library.writing():
        if library.others_version != version:  # somebody has written in the meantime
            linked = every_story(library)
        library.set_stories(linked)
        library.note_linked()


def every_story(library: Library) -> dict[str, str]:
    """The story of each claim: event_id to story_id."""
    types = actor_types(library)
    return stories(
        tellable(claim.event_id, claim.interval, claim.grain, claim.actors, types) for claim in known_claims(library)
    )
