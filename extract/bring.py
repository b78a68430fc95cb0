"""What people said elsewhere comes into a library: each entry as it was said, by whom and when, and none twice.

All that can be said here is said, in one write; claims find their stories in a second one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from extract.errors import CorrectionError, LineError
from extract.log_file import ClaimLine, Line, parsed
from extract.others import Reach, reach, reach_of, settle_reached
from extract.recast import rename_as_said
from extract.redate import redate
from extract.said import Verdict
from extract.said_elsewhere import checked_actor, checked_claim, checked_source, entry_of
from extract.store import corrections, judged, who
from extract.store.corrections import Correction
from extract.store.counting import OF_WHOLE, count
from extract.store.judged import Judged
from extract.store.known import known_sources
from extract.store.library import Library
from extract.store.log import Kind, content, digest_of, number_of
from extract.store.retell import retell
from extract.store.who import Said

Entry = Correction | Said | Judged
Taken = TypeVar("Taken", Correction, Said, Judged)


@dataclass(slots=True)
class Brought:
    """What came of a file."""

    came: int = 0
    """Entries that are new here."""
    there: int = 0
    """Entries that were here already."""
    refused: list[str] = field(default_factory=list)
    """What cannot be said here, each with the reason."""


@dataclass(slots=True)
class _Coming:
    """What has come so far: of each entry of the file its number here, and the new ones."""

    numbers: dict[str, tuple[Kind, int]] = field(default_factory=dict)
    alike: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)
    actors: list[Said] = field(default_factory=list)
    claims: list[Judged] = field(default_factory=list)
    added: set[str] = field(default_factory=set)
    """Ids of the claims that come with it."""


def bring(library: Library, texts: Iterable[str], name: str) -> Brought:
    """Let what a file says be said in a library; `texts` are its lines, `name` what it is called.

    Lines that are broken, or that cannot be said here, are refused with their number and reason; the rest is done.
    Raises InputError where it is no such file, LibraryError where the library cannot be written.
    """
    brought, coming = Brought(), _Coming()
    with library.noting():
        version = library.others_version if library.is_linked else None
        for line in parsed(texts, name):
            if isinstance(line, LineError):
                brought.refused.append(f"{name}, {line}")
                continue
            try:
                is_new = _enter(library, line, coming)
            except CorrectionError as error:
                brought.refused.append(f"{name}, {line.id}: {error}")
                continue
            brought.came += is_new
            brought.there += not is_new
        if not brought.came:
            return brought
        touched, renamed = _let_count(library, coming)
        library.note_change()
    settle_reached(library, touched, version, coming.sources, renamed)
    return brought


def _enter(library: Library, line: Line, coming: _Coming) -> bool:
    """Write an entry into its log where it is not there; whether it was new. Raises CorrectionError."""
    kind = Kind(line.kind)
    undoes, follows = _number(line.undoes, kind, coming), _number(line.follows, kind, coming)
    if line.undoes is not None and undoes is None:
        raise CorrectionError(f"what it takes back, {line.undoes}, is not here")
    entry = entry_of(line, undoes, follows)
    told = content(library, kind, entry, entry.said)
    there = number_of(library, digest_of(told, coming.alike[told]))
    number = _append(library, line, entry, coming) if there is None else there
    coming.alike[told] += 1
    coming.numbers[line.id] = kind, number
    return there is None


def _append(library: Library, line: Line, entry: Entry, coming: _Coming) -> int:
    """Write an entry into its log; the number that it got. Raises CorrectionError where it cannot be said here."""
    undone = entry.undoes
    match entry:
        case Correction():
            dated = None if undone is None else corrections.numbered(library, [undone])[undone]
            again = dated and _undoing(dated, entry, new=entry.new, follows=None)
            of_source = again or checked_source(library, entry)
            coming.sources.add(of_source.source_id)
            return corrections.add(library, of_source)
        case Said():
            named = None if undone is None else who.numbered(library, [undone])[undone]
            of_actor = _undoing(named, entry) if named else checked_actor(library, entry)
            coming.actors.append(of_actor)
            return who.add(library, of_actor)
        case Judged():
            told = None if undone is None else judged.numbered(library, [undone])[undone]
            added = line.added if isinstance(line, ClaimLine) else None
            meant = told and _undoing(told, entry, row=None, follows=None)
            of_claims = meant or checked_claim(library, entry, added, coming.added)
            coming.claims.append(of_claims)
            coming.added.update(of_claims.claims if of_claims.verdict is Verdict.ADD else ())
            return judged.append(library, of_claims)


def _undoing(meant: Taken, entry: Entry, **other: Any) -> Taken:  # noqa: ANN401 - fields of each log's own
    """An entry that takes another one back, as somebody said it."""
    return replace(meant, reason=entry.reason, who=entry.who, at=entry.at, undoes=entry.undoes, **other)


def _number(name: str | None, kind: Kind, coming: _Coming) -> int | None:
    """The number that another entry of the file has here; None where it is none of that log, or did not come."""
    found = coming.numbers.get(name or "")
    return found[1] if found and found[0] is kind else None


def _let_count(library: Library, coming: _Coming) -> tuple[Reach, list[str]]:
    """Let the library show what has come: how far that reaches, and the sources whose actors are called otherwise."""
    renamed = sorted({source_id for source_id, _ in rename_as_said(library, coming.actors)})
    whole = {source for each in coming.claims if each.verdict in OF_WHOLE for source in each.claims.values()}
    whole |= coming.sources.union(renamed)
    amended = {claim for each in coming.claims if each.verdict is Verdict.AMEND for claim in each.claims}
    before = reach(library, whole) | reach_of(library, amended)
    retell(library, renamed)
    for known in known_sources(library, sorted(coming.sources)):
        redate(library, known)
    count(library, coming.claims)
    return before.changed_to(reach(library, whole) | reach_of(library, amended)), renamed
