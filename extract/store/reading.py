"""What the library knows of one source, or of one claim: for reading it in place."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.dates.interval import Interval, between
from extract.figure import Figure
from extract.model import called
from extract.reason import Reason, read
from extract.store.columns import EventRow
from extract.store.library import Library
from extract.store.query import AMONG, IN_ORDER


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as it is read."""

    source_id: str
    location: str
    title: str | None
    publisher: str | None
    url: str | None
    language: str
    text: str
    date: str | None
    basis: str
    evidence: Reason
    anchor_start: int | None
    anchor_end: int | None

    @property
    def name(self) -> str:
        """Its title, else the last part of where it was read."""
        return called(self.title, self.location)


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A date in a source's text."""

    start: int
    end: int
    type: str
    timex3: str
    edtf: str | None
    explanation: Reason
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of the event table with what it takes to show it: its interval, and where its sentence starts."""

    row: EventRow
    start_day: int | None
    end_day: int | None
    sentence_start: int
    location: str
    why: Reason
    """Why its date is what it is."""
    source_evidence: Reason
    anchor_start: int | None
    anchor_end: int | None
    acts: tuple[str, ...]
    """What is done, the nearest to the date first."""
    figures: tuple[Figure, ...]
    """What is counted in it."""
    preferred: int
    """The entry of the log in which a person says that its date is its story's; 0: nobody does."""
    found_why: Reason | None
    """Why the program had found another date; None where nobody put that right."""
    voice: str
    """Shared by the sources that are copies of one text; the source's own id where there is no other."""

    @property
    def interval(self) -> Interval | None:
        """The days on which it may have happened; None where it is undated."""
        return between(self.start_day, self.end_day)

    @property
    def source_name(self) -> str:
        """Its source's title, else the last part of where that was read."""
        return called(self.row.source_title, self.location)

    @property
    def marked(self) -> tuple[int, int]:
        """Where the date's words stand in the sentence."""
        return self.row.char_start - self.sentence_start, self.row.char_end - self.sentence_start


AS_KEPT = ("start_day", "end_day", "sentence_start", "location", "anchor_start", "anchor_end", "preferred", "voice")
"""What a claim holds as the library keeps it."""


def sources(library: Library) -> dict[str, str]:
    """Id to name of every source, by the time of writing."""
    found = library.connection.execute(
        "SELECT source_id, title, location FROM sources ORDER BY anchor_start IS NULL, anchor_start, location"
    )
    return {source_id: called(title, location) for source_id, title, location in found}


def reading(library: Library, source_id: str) -> Reading | None:
    """A source with its text; None where there is none of that id."""
    row = library.connection.execute(
        "SELECT source_id, location, title, publisher, url, language, text, source_date AS date,"
        " source_date_basis AS basis, source_date_evidence AS evidence, anchor_start, anchor_end"
        " FROM sources WHERE source_id = ?",
        (source_id,),
    ).fetchone()
    return Reading(**{**row, "evidence": read(row["evidence"])}) if row else None


def mentions(library: Library, source_id: str) -> list[MentionRow]:
    """The dates in a source's text, in its order."""
    found = library.connection.execute(
        "SELECT char_start AS start, char_end AS end, type, timex3, edtf, explanation, event_id FROM mentions"
        " WHERE source_id = ? ORDER BY char_start",
        (source_id,),
    )
    return [MentionRow(**{**row, "explanation": read(row["explanation"])}) for row in found]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Somebody named in a source's text."""

    start: int
    end: int
    actor: str


def actors(library: Library, source_id: str) -> list[ActorRow]:
    """Who is named in a source's text, in its order; those of whom people say that they are nobody left out."""
    found = library.connection.execute(
        "SELECT char_start, char_end, canonical FROM actor_mentions WHERE source_id = ? AND NOT ignored"
        " ORDER BY char_start",
        (source_id,),
    )
    return [ActorRow(*row) for row in found]


def around(library: Library, claim: Claim, most: int) -> tuple[str, str] | None:
    """So many letters of a source's text before a claim's sentence, and after it; only these are read.

    None where the sentence does not stand there: a library that is being built may hold another text by now.
    """
    start = max(claim.sentence_start - most, 0)
    before, sentence = claim.sentence_start - start, len(claim.row.sentence)
    row = library.connection.execute(
        "SELECT substr(text, ?, ?) FROM sources WHERE source_id = ?",
        (start + 1, before + sentence + most, claim.row.source_id),
    ).fetchone()
    text = str(row[0]) if row else ""
    is_there = bool(row) and text[before : before + sentence] == claim.row.sentence
    return (text[:before], text[before + sentence :]) if is_there else None


def claim(library: Library, event_id: str) -> Claim | None:
    """One claim; None where there is none of that id."""
    found = claims(library, "event_id = ?", event_id)
    return found[0] if found else None


def story_of(library: Library, event_id: str) -> str:
    """The story that a claim tells; empty where there is no such claim."""
    found = library.connection.execute("SELECT story_id FROM events WHERE event_id = ?", (event_id,)).fetchone()
    return str(found[0]) if found else ""


def preferred(library: Library) -> dict[str, int]:
    """The claims of which a person says that their date is their story's; what was said last is the greatest."""
    return dict(map(tuple, library.connection.execute("SELECT event_id, preferred FROM event_table WHERE preferred")))


def of_story(library: Library, story_id: str) -> list[Claim]:
    """All claims that tell one story, by time."""
    return claims(library, "story_id = ?", story_id)


def of_stories(library: Library, stories: Sequence[str]) -> dict[str, list[Claim]]:
    """All claims that tell each of some stories, by time."""
    found: dict[str, list[Claim]] = {story: [] for story in stories}
    for claim in claims(library, f"story_id {AMONG}", json.dumps(list(stories))):
        found[claim.row.story_id].append(claim)
    return found


def of_source(library: Library, source_id: str) -> list[Claim]:
    """All claims of one source, by time."""
    return claims(library, "source_id = ?", source_id)


def claims(library: Library, where: str, *parameters: object, tail: str = "", order: str = IN_ORDER) -> list[Claim]:
    """Claims by time; `where`, `tail` and another `order` are the program's own SQL, as for `Library.rows`."""
    rows = library.rows(where, parameters, f"ORDER BY {order} {tail}")
    found = library.connection.execute(
        "SELECT e.event_id, e.start_day, e.end_day, e.sentence_start, s.location, e.explanation AS why,"
        " s.source_date_evidence AS evidence, s.anchor_start, s.anchor_end, e.acts, e.figures, e.preferred,"
        " e.found ->> '$.date.explanation' AS found_why, coalesce(v.voice, e.source_id) AS voice"
        " FROM events AS e JOIN sources AS s USING (source_id) LEFT JOIN voices AS v USING (source_id)"
        f" WHERE e.event_id IN (SELECT event_id FROM event_table WHERE {where} ORDER BY {order} {tail})",
        parameters,
    )
    beside = {each["event_id"]: each for each in found}
    # A library that is being built may change between the two questions.
    return [_claim(row, beside[row.event_id]) for row in rows if row.event_id in beside]


def _claim(row: EventRow, beside: Mapping[str, Any]) -> Claim:
    return Claim(
        row=row,
        why=read(beside["why"]),
        source_evidence=read(beside["evidence"]),
        found_why=read(beside["found_why"]) if beside["found_why"] else None,
        acts=tuple(json.loads(beside["acts"])),
        figures=_figures(beside["figures"]),
        **{name: beside[name] for name in AS_KEPT},
    )


def _figures(written: str) -> tuple[Figure, ...]:
    return tuple(Figure(*each) for each in json.loads(written))
