"""The second half of a build: what was gathered is taken into the library, and all claims find their stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from extract.actors.roster import Roster
from extract.among import BATCH, as_heard, collection_for, lent_nothing, put_again, put_all
from extract.collection import Collection
from extract.dates.vintage import says_the_same, together
from extract.era import Vintage
from extract.errors import Unreadable
from extract.gather import ASKED_TOGETHER, HEAVY, KILLED, SAVE_ANEW
from extract.model import Document, Source
from extract.others import NOWHERE, Known, Reach, hear, no_analysis, reach, settle_all, settle_reached
from extract.pipeline import Analysis, analyse, settle, told_beside
from extract.read.documents import digest
from extract.rename import Renaming, rename_actors
from extract.report import Progress, Report, Stage
from extract.said import OwnActor
from extract.spool import Spool
from extract.store.corrections import corrected_dates, hand_down
from extract.store.known import count_sources, known_sources, source_ids, vintage_heard, vintage_told
from extract.store.library import Library
from extract.store.own import is_named_by_them, note_named, own_actors
from extract.store.places import Plan, rearrange
from extract.store.readings import note_failure, waiting
from extract.work import analysed
from extract.workers import Lost, Workers


@dataclass(slots=True)
class _Taking:
    """What is under way: what was written last, and how far all of it reaches."""

    plan: Plan
    aside: set[str]
    """Sources that count no more until they are written anew."""
    vintage: Vintage
    version: int | None
    """The library's before it; None where all is linked anew."""
    before: Reach
    after: Reach
    told: frozenset[str] = frozenset()
    """Sources that were written last: they have heard of all others."""
    later: dict[str, Vintage] = field(default_factory=dict)
    """Where all is linked anew: sources that state no date, with what they say of their collection's age. They are told
    after all others, by the age that is known then, so that hardly any has to be told twice."""
    own: Callable[[str], Vintage] | None = None
    """Tells what these say, when all have said it: they are heard no more."""
    renaming: Renaming = field(default_factory=Renaming)


def take(
    library: Library, marks: Mapping[str, str], plan: Plan, workers: Workers, tell: Progress, report: Report
) -> None:
    """Let the library hold what the plan says; `marks` are the texts that wait, by their ids and digests, in order."""
    taking = _begin(library, plan)
    order = [(id_, mark) for id_, mark in marks.items() if id_ in plan.taken]
    own, done = own_actors(library), 0
    with closing(Spool[Analysis]()) as kept:
        for analyses in _rounds(_analyses(library, order, plan, workers, own), taking, kept, workers):
            while settled := _settled(library, analyses, taking, own, kept, report):
                report.count(_write(library, settled, taking))
                done += settled.count
                tell(Stage.FINDING, done, len(order))
        workers.end()
        known: Known = kept.get
        if not is_named_by_them(library):
            _name_anew(library)
            taking.version, taking.told, taking.later, known = None, frozenset(), {}, no_analysis
        if not library.is_linked:
            tell(Stage.LINKING, 0, 1)
            _link(library, taking, known)
            tell(Stage.LINKING, 1, 1)


def _begin(library: Library, plan: Plan) -> _Taking:
    """Let sources stand where they stand now, and see what others know of them."""
    is_more = len(plan.taken) > count_sources(library)  # than there was: all are linked anew, which costs less
    version = library.others_version if library.is_linked and not is_more else None
    reached = partial(reach, library) if version is not None else _nothing
    before, vintage = reached(plan.outdated), vintage_told(library, plan.outdated)
    _rearrange(library, plan)
    after = reached(plan.moved.keys())  # others tell where their neighbours stand
    hand_down(library, plan.taken, plan.displaced)
    return _Taking(plan, set(plan.outdated), vintage, version, before, after)


def _analyses(
    library: Library, order: Sequence[tuple[str, str]], plan: Plan, workers: Workers, own: tuple[OwnActor, ...]
) -> Iterator[Analysis | Lost[Source]]:
    """What the texts that wait say by themselves."""
    sources = (replace(each, location=plan.taken[each.source_id]) for each in waiting(library, order))
    said = _as_said(library, sources)
    return workers.in_order(partial(analysed, own), said, lambda source: len(source.raw), len(order))


def _rounds(
    analyses: Iterable[Analysis | Lost[Source]], taking: _Taking, kept: Spool[Analysis], workers: Workers
) -> Iterator[Iterator[Analysis | Lost[Source]]]:
    """All analyses in the order in which they are written."""
    if taking.version is not None:
        yield iter(analyses)
        return
    yield _put_off(analyses, taking, kept)
    taking.vintage, taking.own = together([taking.vintage, *taking.later.values()]), taking.later.__getitem__
    put_off = (analysis for each in taking.later if (analysis := kept.get(each)))
    told = workers.in_order(
        partial(told_beside, taking.vintage), put_off, lambda each: len(each.source.raw), len(taking.later)
    )
    yield (Lost(each.task.source) if isinstance(each, Lost) else each for each in told)


def _put_off(
    analyses: Iterable[Analysis | Lost[Source]], taking: _Taking, kept: Spool[Analysis]
) -> Iterator[Analysis | Lost[Source]]:
    """Those of which all is told; what the others say is kept."""
    for each in analyses:
        if isinstance(each, Lost) or each.vintage is None:
            yield each
        else:
            kept.put(each.source.source_id, each)
            taking.later[each.source.source_id] = each.vintage


def _batch(analyses: Iterator[Analysis | Lost[Source]]) -> list[Analysis | Lost[Source]]:
    """The next ones: few where they are books, as all of a batch are in memory together."""
    batch: list[Analysis | Lost[Source]] = []
    weight = 0
    for each in analyses:
        batch.append(each)
        weight += len(each.task.raw if isinstance(each, Lost) else each.source.raw)
        if len(batch) == BATCH or weight > HEAVY:
            break
    return batch


@dataclass(frozen=True, slots=True)
class _Settled:
    """Documents that are to be written."""

    count: int
    """Of the texts that were gone through for them; some may have ended the process that did it."""
    documents: Sequence[Document]
    known_at: int
    """The library's version when they were settled."""
    collection: Collection


def _settled(
    library: Library,
    analyses: Iterator[Analysis | Lost[Source]],
    taking: _Taking,
    own: tuple[OwnActor, ...],
    kept: Spool[Analysis],
    report: Report,
) -> _Settled | None:
    """The next documents, settled among those of the library; their analyses are needed no more when they are."""
    batch = _batch(analyses)
    if not batch:
        return None
    good = list(_without_lost(batch, library, report))
    known_at = library.others_version
    collection = replace(
        collection_for(library, good, taking.aside, Roster(own)), vintage=taking.vintage, own=taking.own
    )
    documents = settle(good, collection)
    for analysis, document in zip(good, documents, strict=True):
        if document.is_unsure and not analysis.alone:  # it asks again when all have spoken
            kept.put(document.source.source_id, analysis)
    return _Settled(len(batch), documents, known_at, collection)


def _write(library: Library, settled: _Settled, taking: _Taking) -> Sequence[Document]:
    """Write documents, and what the library learns by them."""
    taking.renaming |= rename_actors(library, settled.collection.renamed)
    marked = [(each, digest(each.source)) for each in settled.documents]
    documents = put_all(library, marked, settled.known_at, taking.plan.heirs)
    taking.vintage = settled.collection.vintage
    taking.told = frozenset(document.source.source_id for document in documents)
    taking.aside -= taking.told
    if taking.version is not None:
        taking.after |= reach(library, taking.told)
    return documents


def _link(library: Library, taking: _Taking, known: Known) -> None:
    """Let those ask again who are unsure of their dates, and let all claims find their stories."""
    version, told = taking.version, taking.told
    if version is not None and library.others_version != version:  # who wrote meanwhile was not heard
        version, told = None, frozenset()
    if hear(library) or version is None:
        settle_all(library, _left_alone(library, taking) if taking.later else told, known)
    else:
        renaming = taking.renaming
        touched = (taking.before | renaming.before).changed_to(taking.after | renaming.after)
        settle_reached(library, touched, version, told, renaming.sources)


def _left_alone(library: Library, taking: _Taking) -> AbstractSet[str]:
    """Sources told last that asking again would tell nothing else."""
    if not says_the_same(vintage_heard(library), taking.vintage):
        return frozenset()
    return lent_nothing(library, taking.later.keys())


def _as_said(library: Library, sources: Iterable[Source]) -> Iterator[Source]:
    """Sources with what people say of their dates."""
    rest = iter(sources)
    while some := list(islice(rest, ASKED_TOGETHER)):
        said = corrected_dates(library, [each.source_id for each in some])
        yield from (replace(each, corrected=said.get(each.source_id)) for each in some)


def _without_lost(analyses: Iterable[Analysis | Lost[Source]], library: Library, report: Report) -> Iterator[Analysis]:
    """Those that came to their end; the others are reported."""
    for each in analyses:
        if not isinstance(each, Lost):
            yield each
            continue
        failure = Unreadable(each.task.location, KILLED, SAVE_ANEW)
        report.failures.append(failure)
        with library.noting():
            note_failure(library, failure, each.task.location, each.task.location)


def _nothing(_sources: Iterable[str]) -> Reach:
    """How far claims reach where all are linked anew."""
    return NOWHERE


def _rearrange(library: Library, plan: Plan) -> None:
    if plan.gone or plan.moved:
        with library.writing():
            rearrange(library, plan)


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
