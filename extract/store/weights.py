"""How much each story matters in its library and what it is called, kept so that the weightiest are found at once.

Triggers of schema.sql note the stories of which a claim came, went, changed its story or its actors; `weigh` works out
these alone. What is kept is a function of a story's claims and their sources, so that the way there does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from math import log2

from extract.model import Status
from extract.store.library import Library
from extract.store.query import AMONG, Condition

LATER = 30
"""Days after a happening from which on a source that tells of it refers back to it."""

ELLIPSIS = "\u2026"
"""Ends a headline that is cut."""

_KEPT_OF_STORY = "story_id, weight, sources, voices, languages, claims, days"

WEIGHT_DIGITS = 2

NOT_WEIGHED = Condition("e.story_id IN (SELECT story_id FROM unweighed)")
"""The claims of stories that changed."""

_COUNTED = """
WITH told AS (
    SELECT e.story_id, e.source_id, coalesce(v.voice, e.source_id) AS voice, s.language, s.anchor_start,
           e.end_day - e.start_day AS days, max(e.end_day) OVER (PARTITION BY e.story_id) AS came
    FROM events AS e JOIN sources AS s USING (source_id) LEFT JOIN voices AS v USING (source_id)
    WHERE {which} AND NOT e.rejected)
SELECT story_id, count(DISTINCT source_id), count(DISTINCT voice), count(DISTINCT language),
       count(DISTINCT CASE WHEN anchor_start >= came + {later} THEN voice END), count(*), min(days)
FROM told GROUP BY story_id
"""

# Whether a title is in a reader's language comes after whether it is a report, and before all else that `place` goes
# by: so the best of each language are enough to find the best for any reader.
_TITLED = """
WITH told AS MATERIALIZED (
    SELECT e.event_id, e.story_id, e.status, e.headline, s.language
    FROM events AS e JOIN sources AS s USING (source_id) WHERE {which} AND NOT e.rejected),
often AS (
    SELECT t.event_id, count(*) OVER (PARTITION BY t.story_id, a.actor) AS often
    FROM told AS t CROSS JOIN event_actors AS a USING (event_id)),
named AS MATERIALIZED (SELECT event_id, sum(often) AS named FROM often GROUP BY event_id),
placed AS (
    SELECT story_id, language, event_id, status = '{reported}' AS is_report, row_number() OVER (
        PARTITION BY story_id
        ORDER BY status <> '{reported}', instr(headline, '{ellipsis}') > 0, coalesce(named, 0) DESC,
                 length(headline), event_id) AS place
    FROM told LEFT JOIN named USING (event_id))
SELECT story_id, language, event_id, is_report, min(place) FROM placed GROUP BY story_id, language
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much a story matters, and what that is made of."""

    story_id: str
    weight: float
    sources: int
    voices: int
    """How many of the sources are independent: copies of one text are one voice."""
    languages: int
    claims: int
    days: int | None
    """Of its finest date; None where no claim is dated."""


@dataclass(frozen=True, slots=True)
class Title:
    """The headline that stands for a story, and the claim that it is of."""

    event_id: str
    headline: str


def weight(voices: int, languages: int, later: int) -> float:
    """How much a happening matters in a collection, in doublings.

    Of the independent voices that tell it, of the languages in which it is told, and half as much of the voices that
    still refer to it a month `later`.
    """
    return round(log2(1 + voices) + log2(languages) + log2(1 + later) / 2, WEIGHT_DIGITS)


def weighed(library: Library, which: Condition) -> Iterator[Weighed]:
    """The stories of some claims `e`, which have to be all of theirs, worked out anew."""
    found = library.connection.execute(_COUNTED.format(which=which.sql, later=LATER), which.parameters)
    for story_id, sources, voices, languages, later, claims, days in found:
        yield Weighed(story_id, weight(voices, languages, later), sources, voices, languages, claims, days)


def _titled(library: Library, which: Condition) -> Iterator[tuple[str, str, str, bool, int]]:
    """For each of the same stories and each language: the claim with the best headline, and its place among all."""
    sql = _TITLED.format(which=which.sql, reported=Status.REPORTED, ellipsis=ELLIPSIS)
    return iter(library.connection.execute(sql, which.parameters))


def weigh(library: Library) -> None:
    """Keep the weights and titles of the stories that changed. To be called inside `library.writing()`."""
    told = list(weighed(library, NOT_WEIGHED))
    library.connection.execute(
        f"DELETE FROM stories WHERE story_id IN (SELECT story_id FROM unweighed) AND NOT story_id {AMONG}",
        (json.dumps([each.story_id for each in told]),),
    )
    library.connection.executemany(
        f"INSERT INTO stories ({_KEPT_OF_STORY}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (story_id) DO UPDATE SET"
        " weight = excluded.weight, sources = excluded.sources, voices = excluded.voices,"
        " languages = excluded.languages, claims = excluded.claims, days = excluded.days",
        map(astuple, told),
    )
    library.connection.execute("DELETE FROM story_titles WHERE story_id IN (SELECT story_id FROM unweighed)")
    library.connection.executemany("INSERT INTO story_titles VALUES (?, ?, ?, ?, ?)", _titled(library, NOT_WEIGHED))
    library.connection.execute("DELETE FROM unweighed")


def weights_of(library: Library, stories: Collection[str]) -> dict[str, Weighed]:
    """What is kept of some stories, by their ids."""
    found = library.connection.execute(
        f"SELECT {_KEPT_OF_STORY} FROM stories WHERE story_id {AMONG}", (json.dumps(list(stories)),)
    )
    return {row[0]: Weighed(*row) for row in found}


def voices(library: Library, stories: Collection[str]) -> dict[str, int]:
    """How many independent sources tell some stories; copies of one text are one voice."""
    found = library.connection.execute(
        f"SELECT story_id, voices FROM stories WHERE story_id {AMONG}", (json.dumps(list(stories)),)
    )
    return dict(map(tuple, found))


def titles(library: Library, stories: Collection[str], language: str, among: Sequence[str] = ()) -> dict[str, Title]:
    """The titles that are kept of some stories, best in a reader's language; where languages are named, in one of them.

    What is reported goes before all; then what is in the reader's language; then what is whole and names most of those
    whom the story is about. Stories that none of the languages tells have none.
    """
    only, given = (f"AND t.language {AMONG}", (json.dumps(among),)) if among else ("", ())
    found = library.connection.execute(
        "SELECT t.story_id, t.language, t.event_id, t.is_report, t.place, e.headline"
        f" FROM story_titles AS t JOIN events AS e USING (event_id) WHERE t.story_id {AMONG} {only}",
        (json.dumps(list(stories)), *given),
    ).fetchall()
    headlines = {event_id: headline for _, _, event_id, *_, headline in found}
    best = _best(((*row[:5],) for row in found), language)
    return {story_id: Title(event_id, headlines[event_id]) for story_id, event_id in best.items()}


def titles_anew(library: Library, which: Condition, language: str) -> dict[str, str]:
    """Worked out anew as `weighed` does it: the claim whose headline is the title of each story."""
    return _best(_titled(library, which), language)


def _best(titled: Iterable[tuple[str, str, str, bool, int]], language: str) -> dict[str, str]:
    """For each story the claim that gives its title."""
    ranks: dict[str, tuple[bool, bool, int, str]] = {}
    for story_id, told_in, event_id, is_report, place in titled:
        rank = (not is_report, told_in != language, place, event_id)
        ranks[story_id] = min(rank, ranks.get(story_id, rank))
    return {story_id: event_id for story_id, (*_, event_id) in ranks.items()}
