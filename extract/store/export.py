"""The event table as a file for other programs: CSV, JSON Lines or Parquet, written whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from extract.store.columns import COLUMNS, EventRow, Format
from extract.store.outbound import absolute, encodable
from extract.store.spreadsheet import OPTIONAL, read_csv, write_csv
from extract.store.whole import written_whole

__all__ = ["Format", "absolute", "export", "read_csv", "write", "write_csv", "write_jsonl", "write_parquet"]

ROWS_AT_ONCE = 10_000
"""Rows of one Parquet row group: some megabytes of memory."""


NOT_TEXT = {
    "actors": pa.list_(pa.string()),
    "char_start": pa.int64(),
    "char_end": pa.int64(),
    "confidence": pa.float64(),
}
"""Days are text: Parquet's own dates reach back far enough, but not in every program that reads them."""

SCHEMA = pa.schema([pa.field(name, NOT_TEXT.get(name, pa.string()), nullable=name in OPTIONAL) for name in COLUMNS])


def write_jsonl(rows: Iterable[EventRow], stream: TextIO) -> None:
    """Each row as JSON in a line of its own."""
    stream.writelines(row.model_dump_json() + "\n" for row in map(encodable, rows))


def write_parquet(rows: Iterable[EventRow], stream: BinaryIO) -> None:
    """The rows as Parquet with a fixed schema; actors are a list of text."""
    remaining = iter(rows)
    with pq.ParquetWriter(stream, SCHEMA, compression="zstd") as writer:
        while group := list(islice(remaining, ROWS_AT_ONCE)):
            values = [encodable(row).model_dump(mode="json") for row in group]
            writer.write_table(pa.Table.from_pylist(values, schema=SCHEMA))


def write(rows: Iterable[EventRow], stream: BinaryIO, form: Format) -> None:
    """The rows in that format; texts as UTF-8."""
    match form:
        case Format.CSV:
            _as_text(write_csv, rows, stream)
        case Format.JSONL:
            _as_text(write_jsonl, rows, stream)
        case Format.PARQUET:
            write_parquet(rows, stream)


def export(rows: Iterable[EventRow], path: Path, form: Format) -> None:
    """The rows as a file, which takes its name only when it is complete.

    Raises ExportError, with the path, where it cannot be written.
    """
    with written_whole(path) as stream:
        write(rows, stream, form)


def _as_text(writer: Callable[[Iterable[EventRow], TextIO], None], rows: Iterable[EventRow], stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        writer(rows, text)
    finally:
        text.detach()
