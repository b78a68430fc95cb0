"""The kinds of file that a selection is written to: what each is called, and whom it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The kinds of file, by the names under which they are asked for."""

    CSV = "csv"
    CSV_RAW = "csv-raw"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PARQUET = "parquet"
    ICS = "ics"
    TIMELINEJS = "timelinejs"
    MD = "md"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Form:
    """What is to know of a kind of file before one is written."""

    suffix: str
    """With which its names end."""
    media_type: str
    is_table: bool = False
    """Whether it has the event table's columns: such a one may hold stories too, a row a story."""


FORMS = {
    Format.CSV: Form(".csv", "text/csv", is_table=True),
    Format.CSV_RAW: Form(".raw.csv", "text/csv", is_table=True),
    Format.XLSX: Form(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_table=True),
    Format.JSONL: Form(".jsonl", "application/jsonl", is_table=True),
    Format.PARQUET: Form(".parquet", "application/vnd.apache.parquet", is_table=True),
    Format.ICS: Form(".ics", "text/calendar"),
    Format.TIMELINEJS: Form(".json", "application/json"),
    Format.MD: Form(".md", "text/markdown"),
    Format.HTML: Form(".html", "text/html"),
}


def format_of(name: str) -> Format | None:
    """The kind of file that a name ends with; of several the one with the longest end. None where it tells none."""
    lower = PurePath(name).name.lower()
    told = [form for form, kind in FORMS.items() if lower.endswith(kind.suffix)]
    return max(told, key=lambda form: len(FORMS[form].suffix), default=None)
