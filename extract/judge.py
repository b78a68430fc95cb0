"""What people say of claims: of one event, of another one, the date that counts, right, no claim, one more; and back.

What is said goes into a log first, in one write with the rows that show it. Claims find their stories in a second one,
where what was said concerns them; where that is cut off, the next build does it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.by import By
from extract.errors import CorrectionError
from extract.handmade import NewClaim, row_of
from extract.others import NOWHERE, Reach, reach, reach_of, settle_reached
from extract.redate import NOT_THERE
from extract.said import Verdict
from extract.store.corrections import last_change, standing, undone
from extract.store.counting import OF_WHOLE, append_all
from extract.store.judged import Judged, entries_about, entry
from extract.store.library import Library
from extract.store.shown import as_found, date_shown, rows_of

SHORTEST_ID = 4
"""Characters of an id that may stand for all of it where no other begins so."""

MOVING = frozenset({Verdict.JOIN, Verdict.PART, Verdict.REJECT, Verdict.ADD, Verdict.AMEND})
"""Verdicts after which claims may be of other stories, or these have another name; the rest is of the claim alone."""

BY_DATE = frozenset({Verdict.ACCEPT, Verdict.PREFER, Verdict.REJECT})
"""Verdicts that are said of a date: where the program finds another one later, they are to be looked at again."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as people speak of it, which may have been rejected."""

    event_id: str
    source_id: str
    story_id: str
    headline: str
    is_dated: bool
    is_rejected: bool
    is_checked: bool
    is_starred: bool
    note: str | None
    date: str
    """As people read it in one place."""


def told(library: Library, name: str) -> Told:
    """A claim by its id, or by the beginning of it. Raises CorrectionError where there is none, or several."""
    found = library.connection.execute(
        "SELECT * FROM events"
        " WHERE event_id = :name OR length(:name) >= :least AND substr(event_id, 1, length(:name)) = :name LIMIT 2",
        {"name": name.strip(), "least": SHORTEST_ID},
    ).fetchall()
    if len(found) > 1:
        raise CorrectionError(f"Several claims begin with {name!r}: write more of the id")
    if not found:
        raise CorrectionError(f"{library.path} holds no claim {name!r}: its source may say something else by now")
    row = dict(found[0])
    return Told(
        row["event_id"],
        row["source_id"],
        row["story_id"],
        row["headline"],
        row["start_day"] is not None,
        bool(row["rejected"]),
        bool(row["checked"]),
        bool(row["starred"]),
        row["note"],
        date_shown(row),
    )


def claim_of(library: Library, name: str) -> Told:
    """The same for a claim that nobody rejected. Raises CorrectionError where somebody did."""
    claim = told(library, name)
    if claim.is_rejected:
        raise CorrectionError(f"The claim {claim.event_id} was rejected: take that back first")
    return claim


def judge(library: Library, verdict: Verdict, names: Sequence[str], said: By) -> Judged:
    """Say that claims are of one event, or not of their story's; that one's date counts, or is right; that it is none.

    Raises CorrectionError where one is not known, or it is so already; LibraryError where nothing can be written.
    """

    def make() -> Judged:
        claims = [claim_of(library, name) for name in names]
        if objection := _objection(library, verdict, claims):
            raise CorrectionError(objection)
        new = said_of(library, verdict, claims, said)
        if verdict not in BY_DATE:
            return new
        (row,) = rows_of(library, new.claims)
        return replace(new, found=date_shown(as_found(row)), new=claims[0].date if verdict is Verdict.ACCEPT else None)

    return write(library, lambda: [make()])[0]


def add_claim(library: Library, new: NewClaim, said: By) -> Judged:
    """Add a claim that nobody found. Raises CorrectionError where it cannot be made, or is there; LibraryError."""

    def make() -> Judged:
        row = row_of(library, new, said)
        event_id = str(row["event_id"])
        if any(each.verdict is Verdict.ADD for each in standing(entries_about(library, [event_id]))):
            raise CorrectionError(f"This claim was added already: {event_id}")
        return added(row, new, said)

    return write(library, lambda: [make()])[0]


def added(row: Mapping[str, object], new: NewClaim, said: By) -> Judged:
    """The entry that adds a claim, which has that row in events."""
    claims, headline = {str(row["event_id"]): new.source_id}, str(row["headline"])
    date = " ".join(new.date.split())
    return Judged(0, Verdict.ADD, claims, said.why, said.who, said.after([]), row=row, new=date, headline=headline)


def undo(library: Library, name: str, said: By) -> Judged:
    """Take back what was said last of a claim, or the last undo; an undo may be undone.

    Raises CorrectionError where nothing was said of it, LibraryError where the library cannot be written.
    """

    def make() -> Judged:
        meant = name if entries_about(library, [name]) else told(library, name).event_id
        last = last_change(entries_about(library, [meant]))
        if last is None:
            raise CorrectionError(f"Nobody has said anything of the claim {meant} that could be taken back")
        return _taking_back(last, said)

    return write(library, lambda: [make()])[0]


def take_back(library: Library, number: int, said: By) -> Judged:
    """Take back one entry of the log, whatever was said since; an undo may be undone.

    Raises CorrectionError where there is none, or it was taken back already; LibraryError.
    """

    def make() -> Judged:
        meant = entry(library, number)
        if meant is None or number in undone(entries_about(library, meant.claims)):
            raise CorrectionError(NOT_THERE)
        return _taking_back(meant, said)

    return write(library, lambda: [make()])[0]


def _taking_back(meant: Judged, said: By) -> Judged:
    # What it gave stands in the entry that it takes back.
    return replace(
        meant, id=0, reason=said.why, who=said.who, at=said.after([meant]), undoes=meant.id, row=None, follows=None
    )


def write(library: Library, make: Callable[[], Sequence[Judged]]) -> Sequence[Judged]:
    """Write entries and what follows from them for the rows and stories of all claims, in one write or two.

    `make` is called inside `library.writing()`.
    """
    with library.writing():
        version = library.others_version if library.is_linked else None
        made = make()
        before = _reach(library, made)
        append_all(library, made)
        touched = before.changed_to(_reach(library, made))
        is_settled = not any(each.verdict in MOVING for each in made)
        if is_settled and version is not None:
            library.note_linked()
    if not is_settled:
        settle_reached(library, touched, version)
    return made


def _reach(library: Library, made: Sequence[Judged]) -> Reach:
    """How far the claims reach that are otherwise by some entries."""
    whole = {source for each in made if each.verdict in OF_WHOLE for source in each.claims.values()}
    claims = {claim for each in made if each.verdict is Verdict.AMEND for claim in each.claims}
    if not whole and not claims:
        return NOWHERE
    return reach(library, whole) | reach_of(library, claims)


def said_of(library: Library, verdict: Verdict, claims: Sequence[Told], said: By) -> Judged:
    """An entry of claims as they are told now, after all that was said of them."""
    named = {each.event_id: each.source_id for each in claims}
    at = said.after(entries_about(library, named))
    return Judged(0, verdict, named, said.why, said.who, at, headline=claims[0].headline)


def _objection(library: Library, verdict: Verdict, claims: Sequence[Told]) -> str | None:
    """Why something cannot be said of claims; None where it can."""
    stories = {each.story_id for each in claims}
    match verdict:
        case Verdict.JOIN:
            return "These claims are of one story already" if len(stories) == 1 else None
        case Verdict.PART if len(stories) > 1:
            return "These claims are of different stories already"
        case Verdict.PART if _members(library, claims[0].story_id) <= {each.event_id for each in claims}:
            return "These claims are a story of their own already: no other tells of it"
        case Verdict.PREFER if not claims[0].is_dated:
            return "This claim has no date that could be preferred"
        case Verdict.ACCEPT if claims[0].is_checked:
            return "It is checked already"
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
