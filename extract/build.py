"""From files to a library: reads what is new or changed, runs the stages over it, writes it, links its claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.dates.neighbours import FEWEST_SHARED_ACTORS, SURE_LENDER, DatedClaim
from extract.errors import InputError
from extract.events.stories import Tellable, stories
from extract.model import Document, Source
from extract.pipeline import Analysis, Collection, analyse, settle
from extract.read.documents import Found, digest, find_documents, read_document
from extract.store.known import actor_types, known_claims, lenders, undated_sources
from extract.store.library import Library

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


@dataclass(frozen=True, slots=True)
class _Known:
    """What the library holds, so that a document is taken once."""

    digests: dict[str, str]
    """Location to digest."""
    locations: dict[str, str]
    """Source id to location."""

    def holds(self, source: Source, mark: str) -> bool:
        """Whether nothing about it is new; a text that stands at two places is the one that was read first."""
        if self.locations.get(source.source_id, source.location) != source.location:
            return True
        return self.digests.get(source.location) == mark

    def learn(self, source: Source, mark: str) -> None:
        self.digests[source.location] = mark
        self.locations[source.source_id] = source.location


def build(inputs: Sequence[Path], library: Library, read_on: int, progress: Progress | None = None) -> Report:
    """Read files and folders into the library; what is there unchanged is left alone.

    A document that cannot be read is reported and stops no other. Raises InputError where an input is not there,
    ManifestError for a broken manifest, LibraryError where the library cannot be written.
    """
    return build_from(find_documents(inputs), library, read_on, progress)


def build_from(found: Sequence[Found], library: Library, read_on: int, progress: Progress | None = None) -> Report:
    """The same for documents that were found before. Raises LibraryError where the library cannot be written."""
    report, told_of = Report(), set[str]()
    known = _Known(library.digests(), library.locations())
    collection = _collection(library)
    for first in range(0, len(found), BATCH):
        batch = found[first : first + BATCH]
        documents = _take_in(_read_new(batch, known, read_on, report), library, collection)
        report.count(documents)
        told_of |= {actor for document in documents for event in document.events for actor in event.actors}
        if progress:
            progress(first + len(batch), len(found))
    if not library.is_linked:
        _date_by_new_neighbours(library, collection, told_of or set(collection.actors))
        link_all(library)
    return report


def _read_new(found: Sequence[Found], known: _Known, read_on: int, report: Report) -> dict[str, Source]:
    """Sources that are new or changed, by digest."""
    read: dict[str, Source] = {}
    for each in found:
        try:
            source = read_document(each, read_on)
        except InputError as error:
            report.failures.append(str(error))
            continue
        mark = digest(source)
        if known.holds(source, mark):
            report.unchanged += 1
            continue
        report.changed += source.location in known.digests
        report.new += source.location not in known.digests
        known.learn(source, mark)
        read[mark] = source
    return read


def _take_in(read: dict[str, Source], library: Library, collection: Collection) -> list[Document]:
    if not read:
        return []
    documents = settle([analyse(source) for source in read.values()], collection)
    with library.writing():
        for mark, document in zip(read, documents, strict=True):
            library.put(document, mark)
    return documents


def _collection(library: Library) -> Collection:
    """What the library already knows."""
    collection = Collection(actors=actor_types(library))
    sure = lenders(library, SURE_LENDER)
    collection.neighbourhood.add(
        DatedClaim(claim.source_id, claim.source_name, claim.interval.start, frozenset(claim.actors))
        for claim in known_claims(library)
        if claim.source_id in sure and claim.interval and claim.interval.days == 1
    )
    return collection


def _date_by_new_neighbours(library: Library, collection: Collection, told_of: set[str]) -> None:
    """Documents of which nothing told the day of writing ask again, now that others tell of the same actors."""
    undated = undated_sources(library, told_of, FEWEST_SHARED_ACTORS)
    analyses: list[Analysis] = [analyse(source) for source, _ in undated]
    settled = [
        (document, mark)
        for document, (_, mark) in zip(settle(analyses, collection), undated, strict=True)
        if document.anchor.interval
    ]
    if settled:
        with library.writing():
            for document, mark in settled:
                library.put(document, mark)


def link_all(library: Library) -> None:
    """Give each claim of the library its story."""
    types = actor_types(library)
    tellables = (
        Tellable(claim.event_id, claim.interval, claim.grain, frozenset((name, types[name]) for name in claim.actors))
        for claim in known_claims(library)
    )
    linked = stories(tellables)
    with library.writing():
        library.set_stories(linked)
        library.note_linked()
