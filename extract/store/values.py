"""What was found in a source as values of the library's tables, by column."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence

from extract.dates.interval import iso_day, recurrences
from extract.dates.write import edtf_span
from extract.model import ActorMention, Document, Event, Source, Timex
from extract.reason import kept, kept_all
from extract.store.link import link_to

ADDRESSES = ("https://", "http://")


def place_of(location: str) -> str:
    """A location as a path from the root, so that it is the same however it is named; an address is one already."""
    if location.startswith(ADDRESSES):
        return location
    return os.path.abspath(location)  # noqa: PTH100 - Path.resolve asks the disk


def source_values(document: Document, digest: str) -> dict[str, object]:
    """Of its row in sources."""
    source, anchor = document.source, document.anchor
    return {
        "source_id": source.source_id,
        "location": source.location,
        "place": place_of(source.location),
        "digest": digest,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "page": source.page,
        "language": document.language,
        "raw": source.raw,
        "text": source.text,
        "stated_date": source.stated_date,
        "stated_by": source.stated_by,
        "stated_language": source.stated_language,
        "source_date": edtf_span(anchor.told, anchor.grain) if anchor.told else None,
        "source_date_basis": anchor.basis,
        "source_date_evidence": kept(anchor.evidence),
        "source_date_confidence": anchor.confidence,
        "source_date_doubts": kept_all(anchor.doubts),
        "recency": document.vintage.recency,
        "months": json.dumps(document.vintage.months),
        "anchor_start": anchor.interval and anchor.interval.start,
        "anchor_end": anchor.interval and anchor.interval.end,
        "is_unsure": document.is_unsure,
        "read_on": source.read_on,
        "seen": source.seen,
        "is_excerpt": source.is_excerpt,
        "happened": source.happened,
    }


def actor_values(source_id: str, actor: ActorMention) -> dict[str, object]:
    """Of a mention of somebody."""
    found, found_type = actor.as_found
    told_start, told_end = actor.told_in or (None, None)
    return {
        "source_id": source_id,
        "char_start": actor.start,
        "char_end": actor.end,
        "text": actor.text,
        "type": actor.type,
        "canonical": actor.canonical,
        "found": found,
        "found_type": found_type,
        "ignored": actor.ignored,
        "role": actor.role,
        "told_start": told_start,
        "told_end": told_end,
    }


def timex_values(source_id: str, timex: Timex, event_id: str | None) -> dict[str, object]:
    """Of a mention of a time, and of the claim that it dates, if any."""
    return {
        "source_id": source_id,
        "char_start": timex.start,
        "char_end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "timex3": timex.value,
        "mod": timex.mod,
        "edtf": timex.edtf,
        "start_day": timex.interval and timex.interval.start,
        "end_day": timex.interval and timex.interval.end,
        "explanation": kept(timex.explanation),
        "event_id": event_id,
    }


def event_values(source: Source, event: Event) -> dict[str, object]:
    """Of a claim, which is its own story as long as nobody linked it."""
    timex = event.timex
    return {
        "event_id": event.event_id,
        "story_id": event.event_id,
        "source_id": source.source_id,
        "date_text": timex.text,
        "headline": event.headline,
        "sentence": event.sentence,
        "sentence_start": event.sentence_start,
        "status": event.status,
        "kind": event.kind,
        "acts": json.dumps(event.acts),
        "figures": json.dumps([(each.value, each.thing, each.words) for each in event.figures], ensure_ascii=False),
        "link": link_to(source.url, event.event_id, event.sentence),
        "char_start": timex.start,
        "char_end": timex.end,
        **date_values(timex, event.lent),
    }


def date_values(timex: Timex, lent: Sequence[tuple[int, float]]) -> dict[str, object]:
    """Of a claim's date, and of the days that it lends to others."""
    interval = timex.interval
    return {
        "start_day": interval and interval.start,
        "end_day": interval and interval.end,
        "start": interval and iso_day(interval.start),
        "end": interval and iso_day(interval.last),
        "edtf": timex.edtf,
        "timex3": timex.value,
        "grain": timex.grain,
        "mod": timex.mod,
        "date_basis": timex.basis,
        "explanation": kept(timex.explanation),
        "confidence": timex.confidence,
        "lent": json.dumps(lent),
        **lent_values(lent),
    }


def ask_values(event: Event) -> list[dict[str, object]]:
    """Of what a claim asks of others: each recurrence by itself and with each of the actors."""
    who = ("", *event.actors)
    return [{"event_id": event.event_id, "ask": ask, "actor": actor} for ask in event.asks for actor in who]


def lent_values(lent: Sequence[tuple[int, float]]) -> dict[str, object]:
    """Of the day that a claim most likely lends to others."""
    day = lent[0][0] if lent else None
    date, week = (None, None) if day is None else recurrences(day)
    return {"lent_day": day, "lent_date": date, "lent_weekday": week}
