"""What a library already knows that new documents need: days, tellable claims, texts unsure of their date."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.dates.interval import Grain, Interval, between
from extract.era import SUM_DIGITS, Vintage
from extract.model import ActorMention, ActorType, Anchor, AnchorBasis, Source, called
from extract.reason import Reason, read, read_all
from extract.store.corrections import corrected_dates
from extract.store.library import Library
from extract.store.query import AMONG, Condition
from extract.wording import worded


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim of the library, as other claims see it."""

    event_id: str
    source_id: str
    source_name: str
    interval: Interval | None
    grain: Grain | None
    actors: Mapping[str, ActorType]
    lent: tuple[tuple[int, float], ...]
    """The days that it lends to others."""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source of the library, and what dates it."""

    source: Source
    digest: str
    interval: Interval | None
    basis: AnchorBasis
    evidence: Reason
    confidence: float
    doubts: tuple[Reason, ...]

    def is_dated_by(self, anchor: Anchor) -> bool:
        """Whether the library tells of its date what the anchor does."""
        told = (anchor.interval, anchor.basis, anchor.confidence, *_worded(anchor))
        return told == (self.interval, self.basis, self.confidence, *_worded(self))


def _worded(dated: Anchor | KnownSource) -> list[str]:
    """Why it is dated so, in the words of libraries of earlier versions, which kept these."""
    return [worded(each) for each in (dated.evidence, *dated.doubts)]


_OF_SOURCE = (
    "source_id", "location", "raw", "text", "title", "publisher", "url", "page", "stated_date", "stated_by",
    "stated_language", "read_on", "seen", "happened", "is_excerpt",
)  # fmt: skip
"""Columns of the table that are what flows as a Source."""

EVERY = Condition("1")
"""All claims."""


def lent_to(library: Library, actors: Iterable[str], recurrence: str, newest: int, fewest: int) -> list[str]:
    """Ids of claims that may be of a day which comes again, the newest of each actor, sharing enough of some actors."""
    column = "lent_weekday" if len(recurrence) == 1 else "lent_date"
    found = Counter(
        event_id
        for actor in actors
        for (event_id,) in library.connection.execute(
            f"SELECT event_id FROM event_actors WHERE actor = ? AND {column} = ? ORDER BY lent_day DESC LIMIT ?",
            (actor, recurrence, newest),
        )
    )
    return [event_id for event_id, count in found.items() if count >= fewest]


def vintage_heard(library: Library) -> Vintage:
    """What its sources say of its age as they were asked by it."""
    heard = json.loads(library.meta("heard"))
    return Vintage(heard["recency"], {int(month): parts for month, parts in heard["months"].items()})


def heard_of(library: Library, source_id: str) -> Vintage:
    """The part of that which is one source's own."""
    found = library.connection.execute("SELECT recency, months FROM heard_of WHERE source_id = ?", (source_id,))
    recency, months = found.fetchone() or (0.0, "{}")
    return Vintage(recency, {int(month): parts for month, parts in json.loads(months).items()})


def note_heard(library: Library, told: Vintage) -> None:
    """Say by what its sources are asked from now on. To be called inside `library.writing()`."""
    text = json.dumps({"recency": told.recency, "months": told.months})
    library.connection.execute("UPDATE meta SET value = ? WHERE key = 'heard'", (text,))
    library.connection.execute("DELETE FROM heard_of")
    library.connection.execute("INSERT INTO heard_of SELECT source_id, recency, months FROM sources")


def vintage_told(library: Library, without: Collection[str] = ()) -> Vintage:
    """What the library's sources say of its age, some sources aside."""
    (bits,) = library.connection.execute("SELECT total(recency) FROM sources").fetchone()
    months = dict(iter(library.connection.execute("SELECT month, parts FROM months ORDER BY month")))
    aside = library.connection.execute(
        f"SELECT recency, months FROM sources WHERE source_id {AMONG}", (json.dumps(list(without)),)
    )
    for recency, parts in aside:
        bits -= recency
        for month, part in json.loads(parts).items():
            months[int(month)] -= part
    return Vintage(round(bits, SUM_DIGITS), {month: parts for month, parts in months.items() if parts})


def within(times: Iterable[tuple[Interval, Grain | None]]) -> Condition:
    """The claims that lie within any of some stretches, and are of the grain that stands with it."""
    found = (
        "event_id IN (SELECT x.event_id FROM json_each(?) AS t JOIN events AS x ON x.start_day >= t.value ->> 0"
        " AND x.start_day < t.value ->> 1 AND x.end_day <= t.value ->> 1 AND x.grain IS t.value ->> 2)"
    )
    return Condition(found, (json.dumps([(interval.start, interval.end, grain) for interval, grain in times]),))


def the_claims(events: Collection[str]) -> Condition:
    """Some claims by their ids."""
    return Condition(f"event_id {AMONG}", (json.dumps(list(events)),))


def in_sources(sources: Collection[str]) -> Condition:
    """The claims of some sources."""
    return Condition(f"source_id {AMONG}", (json.dumps(list(sources)),))


def known_claims(library: Library, which: Condition = EVERY) -> Iterator[KnownClaim]:
    """Claims by the day that they lend, with the names of their sources."""
    found = library.connection.execute(
        "SELECT e.event_id, e.source_id, s.title, s.location, e.start_day, e.end_day, e.grain,"
        " (SELECT json_group_object(a.actor, a.type) FROM event_actors AS a WHERE a.event_id = e.event_id), e.lent"
        f" FROM event_table AS e JOIN sources AS s USING (source_id) WHERE {which.sql} ORDER BY e.lent_day, e.event_id",
        which.parameters,
    )
    for event_id, source_id, title, location, start, end, grain, actors, lent in found:
        interval = between(start, end)
        days = tuple((day, share) for day, share in json.loads(lent))
        grained = Grain(grain) if grain else None
        named = {actor: ActorType(kind) for actor, kind in json.loads(actors).items()}
        yield KnownClaim(event_id, source_id, called(title, location), interval, grained, named, days)


def unsure_sources(library: Library) -> list[str]:
    """Ids of the sources that may ask others for their date."""
    found = library.connection.execute("SELECT source_id FROM sources WHERE is_unsure ORDER BY source_id")
    return [source_id for (source_id,) in found]


def may_borrow(library: Library, asks: Collection[str], actors: Collection[str], fewest: int) -> set[str]:
    """Ids of the sources that may ask others for their date, and in which a claim asks so and names enough actors."""
    found = library.connection.execute(
        f"SELECT DISTINCT source_id FROM event_asks JOIN events USING (event_id) WHERE actor {AMONG} AND ask {AMONG}"
        " GROUP BY event_id, ask HAVING count(*) >= ?",
        (json.dumps(list(actors)), json.dumps(list(asks)), fewest),
    )
    return {source_id for (source_id,) in found}


def asked_by(library: Library, sources: Collection[str]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """What claims of some sources ask: the source, the recurrence of which they mean one day, and their actors."""
    found = library.connection.execute(
        "SELECT source_id, ask, json_group_array(actor) FROM event_asks JOIN events USING (event_id)"
        f" WHERE source_id {AMONG} AND actor != '' GROUP BY event_id, ask",
        (json.dumps(list(sources)),),
    )
    return ((source_id, ask, frozenset(json.loads(actors))) for source_id, ask, actors in found)


def held_with(library: Library, digests: Mapping[str, str]) -> set[str]:
    """Ids of the sources that the library holds with these digests."""
    found = library.connection.execute(
        f"SELECT source_id, digest FROM sources WHERE source_id {AMONG}", (json.dumps(list(digests)),)
    )
    return {source_id for source_id, digest in found if digests[source_id] == digest}


def count_sources(library: Library) -> int:
    """How many sources there are."""
    (count,) = library.connection.execute("SELECT count(*) FROM sources").fetchone()
    return int(count)


def source_ids(library: Library) -> list[str]:
    """Ids of all sources, in order."""
    return [found for (found,) in library.connection.execute("SELECT source_id FROM sources ORDER BY source_id")]


def known_sources(library: Library, sources: Sequence[str]) -> list[KnownSource]:
    """Some sources, in the order of their ids, with what people say of their dates."""
    said = corrected_dates(library, sources)
    found = library.connection.execute(
        f"SELECT {', '.join(_OF_SOURCE)}, digest, anchor_start, anchor_end, source_date_basis, source_date_evidence,"
        f" source_date_confidence, source_date_doubts FROM sources WHERE source_id {AMONG} ORDER BY source_id",
        (json.dumps(list(sources)),),
    )
    return [
        KnownSource(
            Source(
                **dict(zip(_OF_SOURCE, (*values, bool(is_excerpt)), strict=True)),
                corrected=said.get(values[0]),
            ),
            digest,
            between(start, end),
            AnchorBasis(basis),
            read(why),
            confidence,
            read_all(doubts),
        )
        for *values, is_excerpt, digest, start, end, basis, why, confidence, doubts in found
    ]


def actors_named(library: Library, source_id: str) -> tuple[ActorMention, ...]:
    """The mentions of actors in a source, in its order, with the names that its collection and people gave them."""
    found = library.connection.execute(
        f"SELECT {MENTION_COLUMNS} FROM actor_mentions WHERE source_id = ? ORDER BY char_start", (source_id,)
    )
    return tuple(mention_of(row) for row in found)


MENTION_COLUMNS = "char_start, char_end, text, type, canonical, found, found_type, ignored, role, told_start, told_end"


def mention_of(row: Sequence[Any]) -> ActorMention:
    """A row of actor_mentions, by MENTION_COLUMNS."""
    start, end, text, kind, canonical, found, found_type, ignored, role, *told = row
    was = (found, ActorType(found_type))
    same = was == (canonical, ActorType(kind)) and not ignored
    told_in = (told[0], told[1]) if role else None
    return ActorMention(
        start, end, text, ActorType(kind), canonical, None if same else was, bool(ignored), role, told_in
    )
