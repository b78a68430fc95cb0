"""What a file says that somebody said, as an entry of this library's log: checked as if it were said here."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from extract.amend import with_columns
from extract.by import by
from extract.errors import CorrectionError
from extract.events.claims import EVENT_ID_LENGTH
from extract.handmade import NewClaim, row_of
from extract.log_file import ActorLine, Added, ClaimLine, Line, SourceLine
from extract.recast import check_name
from extract.redate import as_stored
from extract.remark import STARRED, note_of
from extract.said import Verdict
from extract.store.corrections import Correction
from extract.store.judged import OF_STORIES, Judged
from extract.store.known import known_sources
from extract.store.library import Library
from extract.store.query import AMONG
from extract.store.who import Said, is_known

FEWEST = {Verdict.JOIN: 2}
"""Claims without which nothing can be said of them together; of all others one is enough."""

AN_ID = re.compile(rf"[0-9a-f]{{{EVENT_ID_LENGTH}}}")


def entry_of(line: Line, undoes: int | None, follows: int | None) -> Correction | Said | Judged:
    """A line as an entry, unchecked; `undoes` and `follows` are the numbers that others have here."""
    said = by(line.who, line.why, line.at)
    told = (said.why, said.who, said.after([]), undoes)
    match line:
        case SourceLine():
            return Correction(0, line.source, line.location, line.old, line.new, *told, follows)
        case ActorLine():
            return Said(0, line.actor, line.forms, line.target, line.type, *told)
        case ClaimLine():
            status = {"status": line.added.status} if line.added else None
            entry = Judged(0, line.says, line.claims, *told, status, follows, str(line.field))
            return replace(entry, old=line.old, new=line.new, found=line.found, headline=line.headline)


def checked_source(library: Library, entry: Correction) -> Correction:
    """The entry as it can be written. Raises CorrectionError where there is no such source, or its date is none."""
    known = known_sources(library, [entry.source_id])
    if not known:
        raise CorrectionError(f"this library holds no source {entry.source_id}, which was {entry.location}")
    source = known[0].source
    read_on = source.read_on or datetime.fromisoformat(entry.at).toordinal()
    new = None if entry.new is None else as_stored(entry.new, read_on)
    return replace(entry, new=new, location=source.location)


def checked_actor(library: Library, entry: Said) -> Said:
    """The entry as it can be written. Raises CorrectionError where nobody is called so, or a name is none."""
    if not is_known(library, entry.actor):
        raise CorrectionError(f"nobody is called {entry.actor!r} in this library")
    if entry.target is not None:
        check_name(entry.target)
    return entry


def checked_claim(library: Library, entry: Judged, added: Added | None, coming: Collection[str]) -> Judged:
    """The entry as it can be written; `coming` are claims that were added just before, and are no rows yet.

    Raises CorrectionError where a claim is not there, or that cannot be said of it.
    """
    if entry.verdict is Verdict.ADD:
        return _checked_added(library, entry, added)
    given = library.connection.execute(
        f"SELECT event_id, source_id FROM events WHERE event_id {AMONG}", (json.dumps(list(entry.claims)),)
    )
    there = dict(given.fetchall())
    for claim, source in entry.claims.items():
        if claim not in coming and there.get(claim) != source:
            raise CorrectionError(f"this library holds no claim {claim} of the source {source}")
    is_one = entry.verdict not in OF_STORIES
    if len(entry.claims) < FEWEST.get(entry.verdict, 1) or (is_one and len(entry.claims) > 1):
        raise CorrectionError(f"{entry.verdict} cannot be said of {len(entry.claims)} claims")
    return _with_value(entry)


def _with_value(entry: Judged) -> Judged:
    match entry.verdict:
        case Verdict.AMEND if entry.field and entry.new is not None:
            return with_columns(entry)
        case Verdict.AMEND:
            raise CorrectionError("it does not say what of the claim is otherwise, or what it is")
        case Verdict.NOTE:
            return replace(entry, new=note_of(entry.new or ""), field="")
        case Verdict.STAR:
            return replace(entry, new=STARRED if entry.new else None, field="")
        case Verdict.ACCEPT if entry.new is None:
            raise CorrectionError("it does not say which date is right")
        case Verdict.ACCEPT:
            return replace(entry, field="")
        case _:
            return replace(entry, field="", new=None)


def _checked_added(library: Library, entry: Judged, added: Added | None) -> Judged:
    if added is None or len(entry.claims) != 1:
        raise CorrectionError("it does not say what the claim is")
    ((claim, source_id),) = entry.claims.items()
    found = library.connection.execute(
        "SELECT 1 FROM events WHERE event_id = ? AND event_id NOT IN"
        " (SELECT event_id FROM judged WHERE verdict = 'add')",
        (claim,),
    ).fetchone()
    if found or not AN_ID.fullmatch(claim):
        raise CorrectionError(f"a claim cannot be added as {claim}: that is another one, or no id")
    date = entry.new or ""
    new = NewClaim(source_id, date, added.headline, added.quote, added.status, added.sentence)
    row = row_of(library, new, by(entry.who, entry.reason, datetime.fromisoformat(entry.at)), claim)
    return replace(entry, row=row, headline=str(row["headline"]), field="")
