"""What people said of claims: a log that is only added to, and what of it counts, as the library's rows show it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extract.model import DateBasis
from extract.said import ClaimChange, Verdict
from extract.store.corrections import standing
from extract.store.library import Library
from extract.store.query import AMONG

OF_ONE = frozenset({Verdict.PREFER, Verdict.REJECT, Verdict.ADD})
"""What is said of claims one by one; the rest is said of stories."""


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
    """The row of the claim that is added."""
    follows: int | None = None
    """The entry that this one repeats for the claims of a later text."""

    @property
    def change(self) -> ClaimChange:
        """What it says."""
        return ClaimChange(self.verdict, tuple(self.claims))


def entries(library: Library) -> list[Judged]:
    """All that was ever said, oldest first."""
    found = library.connection.execute(
        "SELECT id, verdict, claims, reason, who, at, undoes, row, follows FROM claim_changes ORDER BY id"
    )
    return [
        Judged(id_, Verdict(verdict), json.loads(claims), reason, who, at, undoes, row and json.loads(row), follows)
        for id_, verdict, claims, reason, who, at, undoes, row, follows in found
    ]


def add(library: Library, said: Judged) -> None:
    """Write an entry, whose own id is not looked at, and let the rows show it. Inside `library.writing()`."""
    values = {
        "verdict": said.verdict,
        "claims": json.dumps(said.claims),
        "row": _as_json(said.row),
        "reason": said.reason,
        "who": said.who,
        "at": said.at,
        "undoes": said.undoes,
        "follows": said.follows,
    }
    library.insert("claim_changes", [values])
    if said.verdict in OF_ONE:
        _show(library, said)


def _show(library: Library, said: Judged) -> None:
    """Let the rows of the claims of which an entry speaks show what counts of all that was said."""
    counting = {
        (claim, entry.verdict): {
            "event_id": claim,
            "verdict": entry.verdict,
            "source_id": source_id,
            "row": _as_json(entry.row),
            "said": entry.id,
        }
        for entry in standing(entries(library))
        if entry.verdict in OF_ONE
        for claim, source_id in entry.claims.items()
    }
    library.connection.execute("DELETE FROM judged")
    library.insert("judged", list(counting.values()))
    gone = [claim for claim in said.claims if (claim, Verdict.ADD) not in counting]
    library.connection.execute(
        f"DELETE FROM events WHERE date_basis = ? AND event_id {AMONG}", (DateBasis.BY_HAND, json.dumps(gone))
    )
    library.show_judged(set(said.claims.values()))


def _as_json(row: Mapping[str, object] | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def found_stories(library: Library, claims: Collection[str]) -> dict[str, str]:
    """The stories that linking found for some claims, and all claims in these; whatever people said of them since."""
    found = library.connection.execute(
        f"SELECT event_id, t.story_id FROM events LEFT JOIN tellings AS t USING (telling_id) WHERE event_id {AMONG}",
        (json.dumps(sorted(claims)),),
    ).fetchall()
    stories = {event_id: story_id or event_id for event_id, story_id in found}
    others = library.connection.execute(
        f"SELECT event_id, t.story_id FROM tellings AS t JOIN events USING (telling_id) WHERE t.story_id {AMONG}",
        (json.dumps(sorted(set(stories.values()))),),
    )
    return stories | dict(others.fetchall())


def regrouped_before(library: Library) -> list[str]:
    """The claims of which people changed the story, as it was written last."""
    return [event_id for (event_id,) in library.connection.execute("SELECT event_id FROM regrouped")]


def note_regrouped(library: Library, stories: Mapping[str, str], claims: Collection[str]) -> None:
    """Write the stories of some claims; `claims` are those of which people change the story. Inside `writing()`."""
    library.set_stories(stories)
    library.connection.execute("DELETE FROM regrouped")
    library.insert("regrouped", [{"event_id": event_id} for event_id in sorted(claims)])


def rejected(library: Library) -> list[tuple[str, str]]:
    """The claims that people rejected, with their headlines, by time."""
    found = library.connection.execute(
        "SELECT event_id, headline FROM events WHERE rejected ORDER BY start_day IS NULL, start_day, event_id"
    )
    return [(event_id, headline) for event_id, headline in found]


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
