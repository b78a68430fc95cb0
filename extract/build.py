"""From files to a library: reads what is new or changed, runs the stages over it, writes it, links its claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.dates.neighbours import SURE_LENDER, DatedClaim
from extract.errors import InputError
from extract.events.stories import Tellable, stories
from extract.model import Source
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


def build(inputs: Sequence[Path], library: Library, read_on: int, progress: Progress | None = None) -> Report:
    """Read the inputs into the library; those that are there unchanged are left alone.

    A document that cannot be read is reported and stops no other. Raises InputError where an input is not there,
    ManifestError for a broken manifest, LibraryError where the library cannot be written.
    """
    found = find_documents(inputs)
    report = Report()
    known = library.digests()
    collection = _collection(library)
    done = 0
    for first in range(0, len(found), BATCH):
        batch = found[first : first + BATCH]
        read = _read_new(batch, known, read_on, report)
        _take_in(read, library, collection, report)
        done += len(batch)
        if progress:
            progress(done, len(found))
    if report.new or report.changed:
        _date_by_new_neighbours(library, collection)
        link_all(library)
    return report


def _read_new(found: Sequence[Found], known: dict[str, str], read_on: int, report: Report) -> dict[str, Source]:
    """Sources that are new or changed, by digest."""
    read: dict[str, Source] = {}
    marks = set(known.values())
    for each in found:
        try:
            source = read_document(each, read_on)
        except InputError as error:
            report.failures.append(str(error))
            continue
        mark = digest(source)
        if mark in marks or mark in read:
            report.unchanged += 1
        else:
            report.changed += source.location in known
            report.new += source.location not in known
            read[mark] = source
    known |= {source.location: mark for mark, source in read.items()}
    return read


def _take_in(read: dict[str, Source], library: Library, collection: Collection, report: Report) -> None:
    if not read:
        return
    documents = settle([analyse(source) for source in read.values()], collection)
    with library.writing():
        for mark, document in zip(read, documents, strict=True):
            library.put(document, mark)
            placed = sum(event.timex.interval is not None for event in document.events)
            report.dates += len(document.events)
            report.placed += placed
            report.undated += len(document.events) - placed


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


def _date_by_new_neighbours(library: Library, collection: Collection) -> None:
    """Documents of which nothing told the day of writing ask again, now that there are others."""
    undated = undated_sources(library)
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
