"""Stand-off annotation for people who want the dates and not the app: a JSON line in, a JSON line out."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.actors.places import capitals
from extract.actors.roster import Roster
from extract.collection import Collection
from extract.dates.interval import iso_day
from extract.dates.side import Prefer
from extract.dates.statements import parse_stated
from extract.dates.write import edtf_span
from extract.errors import LineError
from extract.events.claims import is_range_end
from extract.events.context import tellables
from extract.events.stories import stories
from extract.model import Document, Source, Timex
from extract.pipeline import analyse, settle
from extract.said import OwnActor
from extract.wording import worded


class Line(BaseModel):
    """A document as it comes in."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    text: str
    lang: str | None = Field(default=None, pattern=r"^[a-z]{2,3}$")
    date: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Annotations:
    """Lines that go out, and the lines that were refused."""

    lines: list[str] = field(default_factory=list)
    refused: list[LineError] = field(default_factory=list)


def annotate(
    lines: Iterable[str], read_on: int, prefer: Prefer = Prefer.CONTEXT, own: Sequence[OwnActor] = ()
) -> Annotations:
    """Annotate documents as one collection: they share names and stories, and date one another.

    `read_on` is the day of reading; no document is taken to be written later. `own` are actors whom the user knows.
    Lines that break their form are refused with their number, and the rest is done.
    """
    result = Annotations()
    read = list(_read(lines, result))
    sources = [_source(line, read_on) for line in read]
    collection = Collection(roster=Roster(tuple(own)))
    documents = settle([analyse(source, collection.roster) for source in sources], collection, prefer)
    told = stories(claim for document in documents for claim in tellables(document, capitals()))
    for line, document in zip(read, documents, strict=True):
        result.lines.append(json.dumps(_written(line, document, told), ensure_ascii=False))
    return result


def _read(lines: Iterable[str], result: Annotations) -> Iterator[Line]:
    seen: set[str] = set()
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            line = parse_line(number, text, seen)
        except LineError as error:
            result.refused.append(error)
            continue
        seen.add(line.id)
        yield line


def parse_line(number: int, text: str, seen: Container[str] = ()) -> Line:
    """A line as a document; `seen` are the ids of earlier ones. Raises LineError naming the line and its fault."""
    try:
        line = Line.model_validate_json(text)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])) or 'JSON'}: {fault['msg']}" for fault in error.errors())
        raise LineError(number, "; ".join(faults)) from error
    if line.id in seen:
        raise LineError(number, f"id: {line.id!r} was used by an earlier line; give each document its own")
    if line.date is not None and parse_stated(line.date) is None:
        raise LineError(number, f"date: {line.date!r} is no date; write it as 2025-01-17, 2025-01 or 2025")
    return line


def _source(line: Line, read_on: int) -> Source:
    return Source(
        source_id=line.id,
        location=line.id,
        raw=line.text,
        text=line.text,
        title=line.title,
        url=line.url,
        stated_date=line.date,
        stated_language=line.lang,
        read_on=read_on,
    )


def _written(line: Line, document: Document, told: dict[str, str]) -> dict[str, object]:
    anchor = document.anchor
    story = {event.timex.start: told[event.event_id] for event in document.events}
    for one, other in pairwise(document.timexes):
        if one.start in story and is_range_end(one, other):
            story[other.start] = story[one.start]
    return {
        "id": line.id,
        "lang": document.language,
        "dct": edtf_span(anchor.told, anchor.grain) if anchor.told else None,
        "dct_basis": anchor.basis,
        "timexes": [_timex(timex, story.get(timex.start)) for timex in document.timexes],
        "actors": [
            {
                "start": actor.start,
                "end": actor.end,
                "text": actor.text,
                "type": actor.type,
                "canonical": actor.canonical,
            }
            for actor in document.actors
        ],
    }


def _timex(timex: Timex, story: str | None) -> dict[str, object]:
    interval = timex.interval
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": timex.edtf,
        "interval": [iso_day(interval.start), iso_day(interval.end)] if interval else None,
        "basis": timex.basis,
        "explanation": worded(timex.explanation),
        "event": story,
    }
