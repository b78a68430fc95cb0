"""From files to a library: reads what is new or changed, runs the stages over it, writes it, links its claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from extract.actors.roster import Roster
from extract.among import BATCH, as_heard, collection_for, put_again, put_all
from extract.copies import keep_voices
from extract.errors import InputError
from extract.model import Document
from extract.others import NOWHERE, Reach, hear, reach, settle_all, settle_reached
from extract.pipeline import Analysis, analyse, settle
from extract.read.documents import Found, digest, find_documents, holds, read_document
from extract.rename import Renaming, rename_actors
from extract.said import OwnActor
from extract.store.corrections import corrected_dates, hand_down
from extract.store.known import count_sources, known_sources, source_ids, vintage_told
from extract.store.library import Library
from extract.store.own import is_named_by_them, note_named, note_own_actors, own_actors
from extract.store.places import Plan, found_at, planned, rearrange, standing

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
    is_more = len(plan.taken) > count_sources(library)  # than there was: all are linked anew, which costs less
    version = library.others_version if library.is_linked and not is_more else None
    reached = partial(reach, library) if version is not None else _nothing
    before = reached(plan.outdated)
    aside, vintage, heard_all = set(plan.outdated), vintage_told(library, plan.outdated), frozenset[str]()
    _rearrange(library, plan)
    after, renaming = reached(plan.moved.keys()), Renaming()  # others tell where their neighbours stand
    hand_down(library, plan.taken, plan.displaced)
    places = set(plan.taken.values())
    to_take = [each for each in found if each.location in places]
    done = len(found) - len(to_take)
    for first in range(0, max(len(to_take), 1), BATCH):
        batch = to_take[first : first + BATCH]
        known_at, roster = library.others_version, Roster(own_actors(library))
        analyses = _read(batch, library, read_on, roster, report)
        collection = replace(collection_for(library, analyses, aside, roster), vintage=vintage)
        settled = settle(analyses, collection)
        renaming |= rename_actors(library, collection.renamed)
        documents = put_all(library, [(document, digest(document.source)) for document in settled], known_at)
        vintage = collection.vintage
        heard_all = frozenset(document.source.source_id for document in documents)
        aside -= heard_all
        after |= reached(heard_all)
        report.count(documents)
        if progress:
            progress(done + first + len(batch), len(found))
    if not is_named_by_them(library):
        _name_anew(library)
        version, heard_all = None, frozenset()
    if library.is_linked:
        return report
    if version is not None and library.others_version != version:  # who wrote meanwhile was not heard
        version, heard_all = None, frozenset()
    if hear(library) or version is None:
        settle_all(library, heard_all)
    else:
        touched = (before | renaming.before).changed_to(after | renaming.after)
        settle_reached(library, touched, version, heard_all, renaming.sources)
    return report


def _nothing(_sources: Collection[str]) -> Reach:
    """How far claims reach where all are linked anew."""
    return NOWHERE


def _rearrange(library: Library, plan: Plan) -> None:
    if plan.gone or plan.moved:
        with library.writing():
            rearrange(library, plan)
            keep_voices(library)


def _name_anew(library: Library) -> None:
    """Read who is named in all sources again, as the user knows some of them now."""
    sources, roster = source_ids(library), Roster(own_actors(library))
    for first in range(0, len(sources), BATCH):
        known_at = library.others_version
        asking = known_sources(library, sources[first : first + BATCH])
        analyses = [analyse(each.source, roster) for each in asking]
        known = collection_for(library, analyses, {each.source.source_id for each in asking}, roster)
        collection = as_heard(library, known)
        documents = zip(settle(analyses, collection), asking, strict=True)
        rename_actors(library, collection.renamed)
        put_again(library, [(document, each.digest) for document, each in documents], known_at)
    with library.writing():
        note_named(library)


def _plan(found: Sequence[Found], library: Library) -> tuple[Plan, Report]:
    """What is to be done about documents, each read once for it; texts are not kept, as a pile may be large."""
    failures, read = [], []
    for each in found:
        try:
            source = read_document(each)
        except InputError as error:
            failures.append(str(error))
        else:
            read.append(found_at(source.source_id, source.location, digest(source)))
    plan = planned(standing(library, read), read, lambda old: holds(Path(old.location), old.source_id))
    return plan, Report(new=plan.new, changed=plan.changed, unchanged=plan.unchanged, failures=failures)


def _read(batch: Sequence[Found], library: Library, read_on: int, roster: Roster, report: Report) -> list[Analysis]:
    """What the documents of a batch say by themselves; those that cannot be read are reported."""
    sources = []
    for each in batch:
        try:
            sources.append(read_document(each, read_on))
        except InputError as error:  # it was readable a moment ago
            report.failures.append(str(error))
    said = corrected_dates(library, [source.source_id for source in sources])
    return [analyse(replace(source, corrected=said.get(source.source_id)), roster) for source in sources]
