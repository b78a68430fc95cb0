"""From files to a library: reads what is new or changed, runs the stages over it, writes it, links its claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from extract.errors import LibraryError, Unreadable
from extract.gather import KILLED, Gathered, gather
from extract.inputs import Inputs, understood
from extract.read.folders import Found
from extract.read.limits import LIMITS, Limits
from extract.read.pieces import Piece
from extract.report import Progress, Report, Stage
from extract.said import OwnActor
from extract.store.cut_off import note_begun, note_ended, was_cut_off
from extract.store.library import Library
from extract.store.own import note_own_actors, own_actors
from extract.store.places import Plan, Standing, planned, standing
from extract.store.readings import are_waiting, files_of, forget_failures, read_from, wait_no_more
from extract.store.removed import removed
from extract.table import packs
from extract.take import take
from extract.work import digest_of
from extract.workers import Workers

PATIENCE = 5
"""How many times longer than a document may take to be read its process may live, before the system ends that."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a build goes about it."""

    jobs: int = 1
    """Processes that read and analyse."""
    limits: Limits = LIMITS
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which column of tables holds what, where somebody said it."""


AS_USUAL = Manner()


def build(
    inputs: Inputs | Sequence[Path],
    library: Library,
    read_on: int,
    progress: Progress | None = None,
    own: Sequence[OwnActor] | None = None,
    manner: Manner = AS_USUAL,
) -> Report:
    """Read files, folders and pages into the library; what is there unchanged is left alone.

    `own` are actors that the user gives in place of those given before, None: there is nothing new to say of them.
    What cannot be read is reported and stops nothing else; where a build was cut off, nothing is read in this process,
    and what ends another one is reported. Raises InputError where an input is not there, ManifestError for a broken
    manifest, LibraryError where the library cannot be written.
    """
    given = inputs if isinstance(inputs, Inputs) else understood(inputs)
    if own is not None and tuple(own) != own_actors(library):
        note_own_actors(library, own)
    is_wary = was_cut_off(library)
    note_begun(library)
    try:
        report = _built(given, library, read_on, progress or _nobody, manner, is_wary=is_wary)
    except BaseException:
        if not is_wary:
            with suppress(LibraryError):  # who cannot write that has something else to tell
                note_ended(library)
        raise
    if not any(each.reason == KILLED for each in report.failures):
        note_ended(library)
    return report


def _built(given: Inputs, library: Library, read_on: int, tell: Progress, manner: Manner, *, is_wary: bool) -> Report:
    limits = manner.limits
    with Workers(manner.jobs, PATIENCE * limits.seconds, is_wary) as workers:

        def gathered(afresh: Collection[str]) -> Gathered:
            files = (_with_columns(each, manner.columns) for each in given.files())
            told = lambda done: tell(Stage.READING, done, given.count)  # noqa: E731
            return gather(files, library, workers, limits, read_on, told, afresh)

        found, plan = _planned(library, gathered)
        out = removed(library)
        report = Report(
            plan.new, plan.changed, plan.unchanged, plan.earlier, sum(each.source_id in out for each in found.found),
            failures=found.failures, passed_over=found.passed_over,
        )  # fmt: skip
        take(library, _marks(found), plan, workers, tell, report)
    with library.noting():
        wait_no_more(library, {each.source_id for each in found.found})
        forget_failures(library, given.places, [each.location for each in report.failures])
        packs.keep(library)
    return report


def _nobody(_stage: Stage, _done: int, _total: int) -> None:
    """Is told."""


def _with_columns(found: Found | Unreadable, columns: Mapping[str, str]) -> Found | Unreadable:
    if isinstance(found, Unreadable):
        return found
    said = {**columns, **found.entry.columns}
    return replace(found, piece=replace(found.piece, columns=said)) if said else found


def _planned(library: Library, gathered: Callable[[Collection[str]], Gathered]) -> tuple[Gathered, Plan]:
    """What there is, and what is to be done about it; every text that is to be taken waits in the library."""
    found = gathered(())
    plan = _plan(found, library)
    marks = _marks(found)
    there = are_waiting(library)
    if lacking := {id_ for id_ in plan.taken if (id_, marks[id_]) not in there}:
        found = gathered(files_of(library, lacking))  # they were read by a run that did not need them
        plan = _plan(found, library)
    return found, plan


def _marks(found: Gathered) -> dict[str, str]:
    """The digest of each text, in order; of those that are alike that of the one read first."""
    marks: dict[str, str] = {}
    for each in found.found:
        marks.setdefault(each.source_id, each.digest)
    return marks


def _plan(found: Gathered, library: Library) -> Plan:
    held, new = standing(library, found.found), are_waiting(library)
    known = {each.source_id for each in held}
    return planned(
        held,
        found.found,
        partial(_is_still_there, library),
        lambda each: each.source_id in known or (each.source_id, each.digest) in new,
        removed(library),
    )


def _is_still_there(library: Library, old: Standing) -> bool:
    """Whether the file in which a text was read holds the same bytes still; an address is not asked again."""
    read = read_from(library, old.source_id, old.place)
    if read is None:
        return False
    place, file, stamp = read
    path = Path(file)
    if not path.is_absolute():
        return True
    if place != file:  # of what lies in it only the whole can be asked
        return path.is_file()
    try:
        return stamp.startswith(digest_of(Piece(file, path)))
    except Unreadable:
        return False
