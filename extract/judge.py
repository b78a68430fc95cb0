"""What people say of claims: of one event, of another one, the date that counts, no claim at all, one more; and back.

What is said goes into a log first, in one write with the rows that show it. Claims find their stories in a second one;
where that is cut off, the next build does it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC

from extract.errors import CorrectionError
from extract.handmade import NewClaim, row_of
from extract.others import NOWHERE, reach, settle_reached
from extract.redate import By
from extract.said import Verdict
from extract.store.corrections import last_change, standing
from extract.store.judged import OF_ONE, Judged, add, entries
from extract.store.library import Library

SHORTEST_ID = 4
"""Characters of an id that may stand for all of it where no other begins so."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as people speak of it, which may have been rejected."""

    event_id: str
    source_id: str
    story_id: str
    headline: str
    is_dated: bool
    is_rejected: bool


def told(library: Library, name: str) -> Told:
    """A claim by its id, or by the beginning of it. Raises CorrectionError where there is none, or several."""
    found = library.connection.execute(
        "SELECT event_id, source_id, story_id, headline, start_day IS NOT NULL, rejected FROM events"
        " WHERE event_id = :name OR length(:name) >= :least AND substr(event_id, 1, length(:name)) = :name LIMIT 2",
        {"name": name.strip(), "least": SHORTEST_ID},
    ).fetchall()
    if len(found) > 1:
        raise CorrectionError(f"Several claims begin with {name!r}: write more of the id")
    if not found:
        raise CorrectionError(f"{library.path} holds no claim {name!r}: its source may say something else by now")
    event_id, source_id, story_id, headline, is_dated, is_rejected = found[0]
    return Told(event_id, source_id, story_id, headline, bool(is_dated), bool(is_rejected))


def judge(library: Library, verdict: Verdict, names: Sequence[str], said: By) -> Judged:
    """Say that claims are of one event, or are not of their story's; that one's date counts, or that it is none.

    Raises CorrectionError where one is not known, or it is so already; LibraryError where nothing can be written.
    """
    return _write(library, lambda: _entry(library, verdict, [told(library, name) for name in names], said))


def add_claim(library: Library, new: NewClaim, said: By) -> Judged:
    """Add a claim that nobody found. Raises CorrectionError where it cannot be made, or is there; LibraryError."""

    def entry() -> Judged:
        row = row_of(library, new, said)
        event_id = str(row["event_id"])
        if any(event_id in each.claims for each in standing(entries(library)) if each.verdict is Verdict.ADD):
            raise CorrectionError(f"This claim was added already: {event_id}")
        return _said(Verdict.ADD, {event_id: new.source_id}, said, row=row)

    return _write(library, entry)


def undo(library: Library, name: str, said: By) -> Judged:
    """Take back what was said last of a claim, or the last undo; an undo may be undone.

    Raises CorrectionError where nothing was said of it, LibraryError where the library cannot be written.
    """

    def entry() -> Judged:
        known = {event_id for each in entries(library) for event_id in each.claims}
        meant = name if name in known else told(library, name).event_id
        last = last_change([each for each in entries(library) if meant in each.claims])
        if last is None:
            raise CorrectionError(f"Nobody has said anything of the claim {meant} that could be taken back")
        return _said(last.verdict, dict(last.claims), said, undoes=last.id)

    return _write(library, entry)


def _write(library: Library, make: Callable[[], Judged]) -> Judged:
    with library.writing():
        version = library.others_version if library.is_linked else None
        entry = make()
        sources = set(entry.claims.values()) if entry.verdict in OF_ONE else set()
        before = reach(library, sources)
        add(library, entry)
        touched = before.changed_to(reach(library, sources)) if sources else NOWHERE
    settle_reached(library, touched, version)
    return entry


def _entry(library: Library, verdict: Verdict, claims: Sequence[Told], said: By) -> Judged:
    if objection := _objection(library, verdict, claims):
        raise CorrectionError(objection)
    return _said(verdict, {each.event_id: each.source_id for each in claims}, said)


def _said(
    verdict: Verdict,
    claims: dict[str, str],
    said: By,
    undoes: int | None = None,
    row: dict[str, object] | None = None,
) -> Judged:
    at = said.at.astimezone(UTC).isoformat(timespec="seconds")
    return Judged(0, verdict, claims, said.why, said.who, at, undoes, row)


def _objection(library: Library, verdict: Verdict, claims: Sequence[Told]) -> str | None:
    """Why something cannot be said of claims; None where it can."""
    stories = {each.story_id for each in claims}
    if gone := next((each for each in claims if each.is_rejected), None):
        return f"The claim {gone.event_id} was rejected: take that back first"
    match verdict:
        case Verdict.JOIN:
            return "These claims are of one story already" if len(stories) == 1 else None
        case Verdict.PART if len(stories) > 1:
            return "These claims are of different stories already"
        case Verdict.PART if _members(library, claims[0].story_id) <= {each.event_id for each in claims}:
            return "These claims are a story of their own already: no other tells of it"
        case Verdict.PREFER if not claims[0].is_dated:
            return "This claim has no date that could be preferred"
        case Verdict.PREFER if _preferred(library, claims[0].story_id) == claims[0].event_id:
            return "Its date is preferred already"
        case _:
            return None


def _members(library: Library, story_id: str) -> set[str]:
    found = library.connection.execute("SELECT event_id FROM events WHERE story_id = ? AND NOT rejected", (story_id,))
    return {event_id for (event_id,) in found}


def _preferred(library: Library, story_id: str) -> str | None:
    found = library.connection.execute(
        "SELECT event_id FROM events WHERE story_id = ? AND preferred ORDER BY preferred DESC LIMIT 1", (story_id,)
    ).fetchone()
    return str(found[0]) if found else None
