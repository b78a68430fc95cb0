"""What a file holds and where it comes from: a manifest beside each file, and within it where the format has a place.

It says which claims were chosen and by what, how many there are, how many the format cannot hold and why, which
program wrote the file of which library, and what each column means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from extract.export.form import FORMS, Format
from extract.export.selection import Amount, Selection
from extract.export.wording import Words, words
from extract.version import VERSION

MADE_BY = f"Dateline {VERSION}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the rows of a selection in a file."""

    left_out: Mapping[str, int] = field(default_factory=dict)
    """Rows that the format has no place for, by the reason: keys of the messages under left_out."""
    altered: Mapping[str, int] = field(default_factory=dict)
    """Texts that had to be changed, by what was done: keys of the messages under altered."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """What these messages name."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Filter(_Part):
    """One thing by which claims were chosen."""

    name: str
    value: str


class LibraryState(_Part):
    """Which state of which kind of library."""

    version: str
    changes: int


class Note(_Part):
    """So many rows or texts of which something is to be said."""

    number: int
    what: str


class Column(_Part):
    """A column and its meaning."""

    name: str
    meaning: str


class Data(_Part):
    """The file that a manifest stands beside."""

    name: str
    size: int = Field(description="in bytes")
    sha256: str


class Manifest(_Part):
    """All that is to know of a file of claims."""

    made_by: str
    moment: datetime
    format: Format
    title: str
    address: str
    language: str = Field(description="of the words of this manifest, ISO 639-1")
    library: LibraryState
    filters: tuple[Filter, ...]
    in_library: Amount
    selected: Amount
    rows: int = Field(description="in the file: claims, or stories where these were asked for")
    left_out: tuple[Note, ...]
    altered: tuple[Note, ...]
    columns: tuple[Column, ...]
    data: Data | None = Field(default=None, description="none where the manifest stands within the file")


def manifest_of(selection: Selection, form: Format, outcome: Outcome) -> Manifest:
    """What is to be said of a selection that became a file."""
    said, told = selection.said, words(selection.said.language)
    fields = selection.model.model_fields.items() if FORMS[form].is_table else ()
    return Manifest(
        made_by=MADE_BY,
        moment=said.moment,
        format=form,
        title=said.title,
        address=said.address,
        language=told.language,
        library=LibraryState(version=selection.version, changes=selection.changes),
        filters=tuple(Filter(name=name, value=value) for name, value in said.filters),
        in_library=selection.held,
        selected=selection.chosen,
        rows=selection.rows - sum(outcome.left_out.values()),
        left_out=_notes("left_out", outcome.left_out, outcome, told),
        altered=_notes("altered", outcome.altered, outcome, told),
        columns=tuple(Column(name=name, meaning=each.description or "") for name, each in fields),
    )


def _notes(table: str, numbers: Mapping[str, int], outcome: Outcome, told: Words) -> tuple[Note, ...]:
    return tuple(
        Note(number=number, what=told.say(f"{table}.{reason}", **outcome.parts))
        for reason, number in numbers.items()
        if number
    )


def lines_of(manifest: Manifest) -> list[tuple[str, str]]:
    """A manifest for readers: names and values in order, without the columns."""
    told = words(manifest.language)
    chosen_by = [(each.name, each.value) for each in manifest.filters]
    lines = [
        ("called", manifest.title),
        ("chosen", amount_in_words(manifest.selected, told)),
        ("filters", "; ".join(f"{name}: {value}" for name, value in chosen_by) or told.say("manifest.no_filters")),
        ("written", told.count("row", manifest.rows)),
        *(
            ("left_out", told.say("manifest.left_out_is", claims=told.count("claim", each.number), why=each.what))
            for each in manifest.left_out
        ),
        *(
            ("altered", told.say("manifest.altered_is", n=f"{each.number:,}", what=each.what))
            for each in manifest.altered
        ),
        ("held", amount_in_words(manifest.in_library, told)),
        ("address", manifest.address),
        ("library", library_in_words(manifest.library, told)),
        ("moment", manifest.moment.isoformat(timespec="seconds")),
        ("made_by", manifest.made_by),
        ("format", manifest.format),
    ]
    return [(told.say(f"manifest.{key}"), value) for key, value in lines if value]


def amount_in_words(amount: Amount, told: Words) -> str:
    """How much something holds: "33 claims of 16 stories, in 5 sources and 3 languages; 2 have no date"."""
    counted = told.say(
        "manifest.amount",
        claims=told.count("claim", amount.claims),
        stories=told.count("story", amount.stories),
        sources=told.count("source", amount.sources),
        languages=told.count("language", amount.languages),
    )
    undated = told.count("undated", amount.undated)
    return told.say("manifest.amount_undated", amount=counted, undated=undated) if amount.undated else counted


def library_in_words(library: LibraryState, told: Words) -> str:
    """Of which kind a library is, and in which state: "version 9, 12 writes"."""
    return told.say("manifest.library_is", version=library.version, changes=told.count("change", library.changes))
