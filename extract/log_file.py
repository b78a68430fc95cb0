"""The log of what people corrected as a file that people can read: a header, then a JSON object a line, oldest first.

It is taken along to a copy of the library, to a later one, or to a colleague's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from extract.by import LONGEST_NAME, LONGEST_REASON
from extract.errors import InputError, LineError
from extract.model import ActorType, Status
from extract.said import LONGEST_HEADLINE, Verdict
from extract.said import Field as OfClaim
from extract.store import corrections, judged, who
from extract.store.corrections import Correction
from extract.store.judged import Judged
from extract.store.library import Library
from extract.store.log import Kind
from extract.store.query import AMONG
from extract.store.who import Said

VERSION = 1
"""Of the file's form; a file of a later one is refused."""

ENTRIES_AT_ONCE = 2_000
"""Entries that are held in memory together: some megabytes."""

MOST_CLAIMS = 10_000
"""Claims of which one entry can speak: no story has more."""

LONGEST_VALUE = 10_000
"""Characters of a value: more than any field that people can give."""

Value = Annotated[str, Field(max_length=LONGEST_VALUE)]
Id = Annotated[str, Field(min_length=1, max_length=200)]


class Header(BaseModel):
    """The first line."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    dateline: Literal["corrections"]
    version: int = Field(ge=1)


FIRST_LINE = Header(dateline="corrections", version=VERSION).model_dump_json()


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    """What other lines of the file call it."""
    at: AwareDatetime
    who: str = Field(min_length=1, max_length=LONGEST_NAME)
    why: str = Field("", max_length=LONGEST_REASON)
    undoes: Id | None = None
    follows: Id | None = None

    @property
    def reason(self) -> str:
        """What the log calls it."""
        return self.why

    @property
    def time(self) -> str:
        """When it was said, as the log writes it."""
        return self.at.astimezone(UTC).isoformat(timespec="seconds")


class SourceLine(_Line):
    """Somebody said when a source was written."""

    kind: Literal["source"]
    source: Id
    title: str | None = None
    """For people: what the source is called."""
    location: Value
    old: Value | None = None
    new: Value | None = None


class ActorLine(_Line):
    """Somebody said who an actor is."""

    kind: Literal["actor"]
    actor: Value
    forms: tuple[Value, ...] = ()
    target: Value | None = None
    type: ActorType | None = None


class Added(BaseModel):
    """A claim that somebody added; when it happened stands under `new`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: str = Field(max_length=LONGEST_HEADLINE)
    quote: str
    sentence: str
    status: Status = Status.REPORTED


class ClaimLine(_Line):
    """Somebody said something of claims."""

    kind: Literal["claim"]
    says: Verdict
    claims: dict[Id, Id] = Field(min_length=1, max_length=MOST_CLAIMS)
    """Each with its source."""
    headline: Value = ""
    """For people: what the first of them told then."""
    field: OfClaim | Literal[""] = ""
    old: Value | None = None
    new: Value | None = None
    found: Value | None = None
    added: Added | None = None


Line = SourceLine | ActorLine | ClaimLine

_LINES: TypeAdapter[Line] = TypeAdapter(Annotated[Line, Field(discriminator="kind")])


def lines(library: Library) -> Iterator[str]:
    """The whole log as the lines of a file, each with its end."""
    yield f"{FIRST_LINE}\n"
    last = 0
    while some := library.connection.execute(
        "SELECT id, kind, number FROM log WHERE id > ? ORDER BY id LIMIT ?", (last, ENTRIES_AT_ONCE)
    ).fetchall():
        last = some[-1][0]
        for line in _written(library, [(Kind(kind), number) for _, kind, number in some]):
            yield f"{line.model_dump_json(exclude_defaults=True)}\n"


def _written(library: Library, entries: Sequence[tuple[Kind, int]]) -> Iterator[Line]:
    numbers = {kind: [number for of, number in entries if of is kind] for kind in Kind}
    sources = corrections.numbered(library, numbers[Kind.SOURCE])
    actors = who.numbered(library, numbers[Kind.ACTOR])
    claims = judged.numbered(library, numbers[Kind.CLAIM])
    found = library.connection.execute(
        f"SELECT source_id, title FROM sources WHERE source_id {AMONG}",
        (json.dumps([each.source_id for each in sources.values()]),),
    )
    titles = dict(found.fetchall())
    for kind, number in entries:
        match kind:
            case Kind.SOURCE:
                yield _source(sources[number], titles.get(sources[number].source_id))
            case Kind.ACTOR:
                yield _actor(actors[number])
            case Kind.CLAIM:
                yield _claim(claims[number])


def _shared(kind: Kind, entry: Correction | Said | Judged, follows: int | None) -> dict[str, Any]:
    return {
        "id": f"{kind}-{entry.id}",
        "at": entry.at,
        "who": entry.who,
        "why": entry.reason,
        "undoes": None if entry.undoes is None else f"{kind}-{entry.undoes}",
        "follows": None if follows is None else f"{kind}-{follows}",
    }


def _source(entry: Correction, title: str | None) -> SourceLine:
    shared = _shared(Kind.SOURCE, entry, entry.follows) | {"old": entry.old, "new": entry.new}
    return SourceLine(kind="source", source=entry.source_id, title=title, location=entry.location, **shared)


def _actor(entry: Said) -> ActorLine:
    shared = _shared(Kind.ACTOR, entry, None)
    return ActorLine(kind="actor", **shared, actor=entry.actor, forms=entry.forms, target=entry.target, type=entry.type)


def _claim(entry: Judged) -> ClaimLine:
    return ClaimLine(
        kind="claim",
        **_shared(Kind.CLAIM, entry, entry.follows),
        says=entry.verdict,
        claims=dict(entry.claims),
        headline=entry.headline,
        field=OfClaim(entry.field) if entry.field else "",
        old=entry.old,
        new=entry.new,
        found=entry.found,
        added=_added(entry),
    )


def _added(entry: Judged) -> Added | None:
    if entry.verdict is not Verdict.ADD or entry.row is None:
        return None
    row = {name: str(entry.row[name]) for name in ("headline", "date_text", "sentence", "status")}
    return Added(
        headline=row["headline"], quote=row["date_text"], sentence=row["sentence"], status=Status(row["status"])
    )


def _check_header(text: str, name: str) -> None:
    try:
        header = Header.model_validate_json(text)
    except ValidationError as error:
        raise InputError(f"{name} is no log of corrections: its first line has to be {FIRST_LINE}") from error
    if header.version > VERSION:
        raise InputError(f"{name} is a log of version {header.version}, this program reads {VERSION}: use a newer one")


def parsed(texts: Iterable[str], name: str) -> Iterator[Line | LineError]:
    """The entries of a file, and the lines that are none, each with its number.

    Raises InputError, with the file's name, where the first line says that it is no log.
    """
    numbered = enumerate(texts, 1)
    _check_header(next(numbered, (1, ""))[1].removeprefix("\ufeff"), name)
    for number, text in numbered:
        if not text.strip():
            continue
        try:
            yield _LINES.validate_json(text)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(map(str, fault["loc"]))
            yield LineError(number, f"{place}: {fault['msg']}" if place else fault["msg"])
