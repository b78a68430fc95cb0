"""Rows of tables as documents: their text, and what their other cells say of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from extract.read.markup import paragraphs_of_text
from extract.read.pieces import Text
from extract.read.tables.cell_dates import iso_of
from extract.read.tables.language_names import code_of
from extract.read.tables.mapping import Field, Mapping
from extract.read.tables.table import Row


def document_of(row: Row, mapping: Mapping, day_first: bool | None) -> Text | None:
    """The document of a row, None where its cell of text is empty."""
    text = prose(row, mapping, "text")
    if not text:
        return None
    language = language_of(row, mapping)
    date = iso_of(row.cell(mapping.column("date")), day_first, language)
    return Text(
        text,
        title=line(row, mapping.what),
        publisher=line(row, mapping.column("publisher")),
        url=address(row.words(mapping.column("url"))),
        date=date,
        date_from=f'its row (column "{mapping.column("date")}")' if date else None,
        language=language,
    )


def prose(row: Row, mapping: Mapping, field: Field) -> str:
    """A cell as paragraphs, without markup."""
    return paragraphs_of_text(row.words(mapping.column(field)))


def line(row: Row, column: str | None) -> str | None:
    """A cell as one line, without markup; None where it is empty."""
    return " ".join(paragraphs_of_text(row.words(column)).split()) or None


def language_of(row: Row, mapping: Mapping) -> str | None:
    """ISO 639-1 of what a row says of its language."""
    named = row.words(mapping.column("language"))
    return code_of(named) if named else None


def address(text: str) -> str | None:
    """A web address, None where a cell holds anything else."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and host and not any(map(str.isspace, text)) else None
