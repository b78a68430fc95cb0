"""The stories of claims as people join and part them, beside those that linking found."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from extract.store.judged import OF_STORIES, Judged, entries_about
from extract.store.library import Library
from extract.store.query import AMONG


def was_said_of_stories(library: Library) -> bool:
    """Whether anybody ever joined or parted claims."""
    found = library.connection.execute("SELECT 1 FROM claim_changes WHERE verdict IN ('join', 'part') LIMIT 1")
    return found.fetchone() is not None


def in_stories_that_changed(library: Library) -> list[str]:
    """The claims of stories of which something came, went, changed or was said since they were weighed."""
    found = library.connection.execute("SELECT event_id FROM events WHERE story_id IN (SELECT story_id FROM unweighed)")
    return [event_id for (event_id,) in found]


def said_with(library: Library, claims: Collection[str]) -> tuple[set[str], list[Judged]]:
    """Some claims with all whose stories depend on one another by what people said, and that, by time."""
    known: set[str] = set()
    log: dict[int, Judged] = {}
    while claims:
        told_together = found_stories(library, claims)
        known |= told_together.keys()
        said = entries_about(library, told_together.keys(), OF_STORIES)
        log |= {entry.id: entry for entry in said}
        named = {claim for entry in said for claim in entry.claims}
        claims = named - known
        known |= named  # what is in the library no more is asked for once
    return known, sorted(log.values(), key=lambda entry: (entry.at, entry.id))


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
    library.connection.execute(f"DELETE FROM regrouped WHERE event_id {AMONG}", (json.dumps(sorted(stories)),))
    library.insert("regrouped", [{"event_id": event_id} for event_id in sorted(claims)])
