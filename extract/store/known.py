"""What a library already knows that new documents need: names, dated days, tellable claims, texts without a date."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from extract.dates.interval import Grain, Interval
from extract.model import ActorType, AnchorBasis, Source
from extract.store.library import Library


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim of the library, as other claims see it."""

    event_id: str
    source_id: str
    source_name: str
    interval: Interval | None
    grain: Grain | None
    actors: tuple[str, ...]


def actor_types(library: Library) -> dict[str, ActorType]:
    """Canonical names and what they name: the type that most mentions give them."""
    found = library.connection.execute(
        "SELECT canonical, type FROM actor_mentions GROUP BY canonical, type ORDER BY canonical, count(*), type"
    )
    return {canonical: ActorType(kind) for canonical, kind in found}


def known_claims(library: Library) -> Iterator[KnownClaim]:
    """All claims, with the names of their sources."""
    found = library.connection.execute(
        "SELECT e.event_id, e.source_id, coalesce(s.title, s.location), e.start_day, e.end_day, e.grain, e.actors"
        " FROM event_table AS e JOIN sources AS s USING (source_id) ORDER BY e.start_day, e.event_id"
    )
    for event_id, source_id, name, start, end, grain, actors in found:
        interval = None if start is None else Interval(start, end)
        yield KnownClaim(
            event_id, source_id, name, interval, Grain(grain) if grain else None, tuple(json.loads(actors))
        )


def lenders(library: Library, least_confidence: float) -> set[str]:
    """Ids of the sources that are at least so sure of their own date, and have it not from others."""
    found = library.connection.execute(
        "SELECT source_id FROM sources WHERE source_date_basis <> ? AND source_date_confidence >= ?",
        (AnchorBasis.NEIGHBOURS, least_confidence),
    )
    return {source_id for (source_id,) in found}


def undated_sources(library: Library, actors: Container[str], fewest: int) -> list[tuple[Source, str]]:
    """Sources whose day of writing nothing has told so far and that name enough of some actors, with their digests."""
    named = Counter(
        source_id
        for source_id, actor in library.connection.execute(
            "SELECT DISTINCT source_id, canonical FROM actor_mentions JOIN sources USING (source_id)"
            " WHERE source_date_basis = ?",
            (AnchorBasis.NONE,),
        )
        if actor in actors
    )
    found = library.connection.execute(
        "SELECT source_id, location, raw, text, title, publisher, url, stated_date, stated_language, read_on, digest"
        " FROM sources WHERE source_date_basis = ? ORDER BY source_id",
        (AnchorBasis.NONE,),
    )
    return [(Source(*values), digest) for *values, digest in found if named[values[0]] >= fewest]
