"""What people said of claims: a log that is only added to."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.said import ClaimChange, Verdict
from extract.store.library import Library
from extract.store.log import Kind, enter
from extract.store.query import AMONG

OF_STORIES = (Verdict.JOIN, Verdict.PART)
"""What is said of stories; the rest is said of claims one by one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry of the log: somebody said something of claims, or took that back."""

    id: int
    verdict: Verdict
    claims: Mapping[str, str]
    """Their ids, each with its source's, as they were named; that of the new one where one is added."""
    reason: str
    who: str
    at: str
    undoes: int | None = None
    row: Mapping[str, object] | None = None
    """The columns in events that it gives: all of them where a claim is added."""
    follows: int | None = None
    """The entry that this one repeats for the claims of a later text."""
    field: str = ""
    """What of a claim is otherwise; empty but for claims that are amended."""
    old: str | None = None
    """What people read there before."""
    new: str | None = None
    """What they read there since; the date that was checked, or as it was typed where a claim is added; the note."""
    found: str | None = None
    """What the program had found there."""
    headline: str = ""
    """What the first of the claims told then."""

    @property
    def change(self) -> ClaimChange:
        """What it says."""
        return ClaimChange(self.verdict, tuple(self.claims))

    @property
    def said(self) -> tuple[object, ...]:
        """What makes it the same as another, beside who says so, when and why."""
        status = self.row.get("status") if self.row and self.verdict is Verdict.ADD else None
        return self.verdict, sorted(self.claims.items()), self.field, self.new, status


_COLUMNS = "id, verdict, claims, reason, who, at, undoes, row, follows, field, old, new, found, headline"


def entries(library: Library, verdicts: Collection[Verdict] = tuple(Verdict)) -> list[Judged]:
    """All that was ever said, by time; verdicts of some kinds alone, where these are named."""
    return _read(library, f"verdict {AMONG}", json.dumps(list(verdicts)))


def numbered(library: Library, numbers: Iterable[int]) -> dict[int, Judged]:
    """Some entries by their ids; those that are not there are left out."""
    return {each.id: each for each in _read(library, f"id {AMONG}", json.dumps(list(numbers)))}


def entry(library: Library, number: int) -> Judged | None:
    """One entry; None where there is none of that id."""
    return numbered(library, [number]).get(number)


def entries_about(
    library: Library, claims: Collection[str], verdicts: Collection[Verdict] = tuple(Verdict)
) -> list[Judged]:
    """All that was ever said of some claims, by time; verdicts of some kinds alone, where these are named."""
    named = f"SELECT entry FROM claims_named WHERE event_id {AMONG}"
    given = (json.dumps(sorted(claims)), json.dumps(list(verdicts)))
    return _read(library, f"id IN ({named}) AND verdict {AMONG}", *given)


def entries_of_sources(library: Library, sources: Collection[str]) -> list[Judged]:
    """All that was ever said of the claims of some sources, by time."""
    named = f"SELECT entry FROM claims_named WHERE source_id {AMONG}"
    return _read(library, f"id IN ({named})", json.dumps(sorted(sources)))


def followed(library: Library, numbers: Iterable[int]) -> set[int]:
    """Which of some entries were repeated for a later text, and are told by the entry that follows."""
    found = library.connection.execute(
        f"SELECT follows FROM claim_changes WHERE follows {AMONG}", (json.dumps(sorted(numbers)),)
    )
    return {number for (number,) in found}


def _read(library: Library, where: str, *parameters: object) -> list[Judged]:
    found = library.connection.execute(
        f"SELECT {_COLUMNS} FROM claim_changes WHERE {where} ORDER BY at, id", parameters
    )
    return [_entry(*row) for row in found]


def _entry(number: int, verdict: str, claims: str, reason: str, who: str, at: str, *rest: Any) -> Judged:  # noqa: ANN401
    undoes, row, *more = rest
    given = row and json.loads(row)
    return Judged(number, Verdict(verdict), json.loads(claims), reason, who, at, undoes, given, *more)


def append(library: Library, said: Judged) -> int:
    """Write an entry, whose own id is not looked at; the id that it got. To be called inside `library.writing()`."""
    values = {
        "verdict": said.verdict,
        "claims": json.dumps(said.claims),
        "headline": said.headline,
        "field": said.field,
        "old": said.old,
        "new": said.new,
        "found": said.found,
        "row": None if said.row is None else json.dumps(said.row, ensure_ascii=False),
        "reason": said.reason,
        "who": said.who,
        "at": said.at,
        "undoes": said.undoes,
        "follows": said.follows,
    }
    number = library.insert_one("claim_changes", values)
    named = [{"event_id": claim, "entry": number, "source_id": source} for claim, source in said.claims.items()]
    library.insert("claims_named", named)
    words = (said.headline, said.verdict, said.field, said.old or "", said.new or "")
    enter(library, Kind.CLAIM, number, said, said.said, words)
    return number


def rejected(library: Library) -> list[tuple[str, str]]:
    """The claims that people rejected, with their headlines, by time."""
    found = library.connection.execute(
        "SELECT event_id, headline FROM events WHERE rejected ORDER BY start_day IS NULL, start_day, event_id"
    )
    return [(event_id, headline) for event_id, headline in found]


def rejected_headline(library: Library, event_id: str) -> str | None:
    """What a claim told that people rejected; None where nobody did."""
    found = library.connection.execute(
        "SELECT headline FROM events WHERE event_id = ? AND rejected", (event_id,)
    ).fetchone()
    return str(found[0]) if found else None


NEAR_DAYS = 400
"""Days before and after a claim among which others are offered that may be of the same event: years are mistaken."""


def near(library: Library, event_id: str, most: int) -> list[tuple[str, str, str]]:
    """Claims of other stories that may be of the same event: id, date, headline.

    Those that share an actor come first, then the nearest; so many at most. None where the claim has no date.
    """
    found = library.connection.execute(
        "SELECT e.event_id, coalesce(e.edtf, e.timex3), e.headline FROM events AS c JOIN events AS e"
        " ON e.start_day BETWEEN c.start_day - :days AND c.start_day + :days AND e.story_id <> c.story_id"
        " WHERE c.event_id = :id AND NOT e.rejected ORDER BY NOT EXISTS (SELECT 1 FROM event_actors AS a"
        " JOIN event_actors AS b USING (actor) WHERE a.event_id = c.event_id AND b.event_id = e.event_id),"
        " abs(e.start_day - c.start_day), e.event_id LIMIT :most",
        {"id": event_id, "days": NEAR_DAYS, "most": most},
    )
    return [(name, date, headline) for name, date, headline in found]
