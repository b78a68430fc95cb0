"""Which column of a table is what, and what a person says of that."""

from __future__ import annotations

from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from typing import Literal, get_args

from extract.errors import Unreadable
from extract.read.tables.columns import comparable

Field = Literal[
    "text", "title", "date", "url", "language", "publisher", "start", "end", "headline", "words", "edtf"
]  # fmt: skip
"""`date` is when a text was published; `start` and `end`, or `edtf`, when a ready-made event happened, `words` how that
is said for people, `headline` what happened."""

FIELDS: tuple[str, ...] = get_args(Field)

MOST_LISTED = 40
"""Columns that a message names."""

CHOOSE = "name one by --column {field}=NAME"


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of one table, and for each field that has one the name of its column."""

    location: str
    columns: tuple[str, ...]
    """All that the table has."""
    chosen: Named[str, str] = field(default_factory=dict)
    """Columns by field."""
    by_content: frozenset[str] = frozenset()
    """Fields whose columns were told by what stands in them, as no name does."""

    def column(self, name: Field) -> str | None:
        """The column of a field, None where it has none."""
        return self.chosen.get(name)

    @property
    def tells_events(self) -> bool:
        """Whether the rows are ready-made events: a column says when something happened. A text beside it goes on."""
        return "start" in self.chosen or "edtf" in self.chosen

    @property
    def what(self) -> str | None:
        """The column that says what happened, or the title of a text."""
        return self.column("headline") or self.column("title")

    @property
    def is_usable(self) -> bool:
        """Whether a row can be read as a document or an event."""
        return "text" in self.chosen or (self.tells_events and self.what is not None)

    def listed(self) -> str:
        """The columns, for people."""
        names = ", ".join(self.columns[:MOST_LISTED])
        return f"{names} ..." if len(self.columns) > MOST_LISTED else names


def overridden(mapping: Mapping, choices: Named[str, str]) -> Mapping:
    """The same with columns that a person has chosen; an empty name says that there is none.

    A column that is chosen serves no other field any more. Raises Unreadable for a field or column that does not
    exist, with those that do.
    """
    taken = {name: _found(mapping, name, column) for name, column in choices.items()}
    kept = {name: column for name, column in mapping.chosen.items() if column not in taken.values()}
    chosen = {name: column for name, column in (kept | taken).items() if column}
    return Mapping(mapping.location, mapping.columns, chosen, mapping.by_content & (kept.keys() - taken.keys()))


def must_be_usable(mapping: Mapping) -> Mapping:
    """The mapping itself. Raises Unreadable where its rows are neither documents nor events, with the columns."""
    if mapping.is_usable:
        return mapping
    wanted, meant = ("headline", "that says what happened") if mapping.tells_events else ("text", "that could be text")
    reason = f"has no column {meant}: its columns are {mapping.listed()}"
    raise Unreadable(mapping.location, reason, CHOOSE.format(field=wanted))


def _found(mapping: Mapping, name: str, named: str) -> str:
    """The column that a person means, by its very name or one that is written otherwise."""
    if name not in FIELDS:
        reason = f"is to be read with a field {name!r}, which does not exist"
        raise Unreadable(mapping.location, reason, f"the fields are {', '.join(FIELDS)}")
    if not named or named in mapping.columns:
        return named
    alike = [column for column in mapping.columns if comparable(column) == comparable(named)]
    if len(alike) == 1 and comparable(named):
        return alike[0]
    reason = f"has no column {named!r} that could be {name}: its columns are {mapping.listed()}"
    raise Unreadable(mapping.location, reason, CHOOSE.format(field=name))
