"""The event table as a file for other programs: CSV, JSON Lines or Parquet, written whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from extract.store.columns import EventRow, Format
from extract.store.outbound import absolute, encodable
from extract.store.spreadsheet import may_be_empty, read_csv, write_csv
from extract.store.whole import written_whole

__all__ = ["Format", "absolute", "export", "read_csv", "write", "write_csv", "write_jsonl", "write_parquet"]

ROWS_AT_ONCE = 10_000
"""Rows of one Parquet row group: some megabytes of memory."""


Rows = Iterable[BaseModel]


def schema(model: type[BaseModel]) -> pa.Schema:
    """A model's columns for Parquet.

    Days are text: Parquet's own dates reach back far enough, but not in every program that reads them.
    """
    fields = model.model_fields.items()
    return pa.schema([pa.field(name, _type(field.annotation), nullable=may_be_empty(field)) for name, field in fields])


def _type(annotation: object) -> pa.DataType:
    known: dict[object, pa.DataType] = {
        list[str]: pa.list_(pa.string()),
        int: pa.int64(),
        float: pa.float64(),
    }
    return known.get(annotation, pa.string())


def write_jsonl(rows: Iterable[BaseModel], stream: TextIO) -> None:
    """Each row as JSON in a line of its own."""
    stream.writelines(row.model_dump_json() + "\n" for row in map(encodable, rows))


def write_parquet(rows: Iterable[BaseModel], stream: BinaryIO, model: type[BaseModel] = EventRow) -> None:
    """Rows of a model as Parquet with its schema; what holds several texts is a list of text."""
    remaining = iter(rows)
    columns = schema(model)
    with pq.ParquetWriter(stream, columns, compression="zstd") as writer:
        while group := list(islice(remaining, ROWS_AT_ONCE)):
            values = [encodable(row).model_dump(mode="json") for row in group]
            writer.write_table(pa.Table.from_pylist(values, schema=columns))


def write(rows: Iterable[BaseModel], stream: BinaryIO, form: Format, model: type[BaseModel] = EventRow) -> None:
    """The rows in that format; texts as UTF-8."""
    match form:
        case Format.CSV:
            _as_text(partial(write_csv, model=model), rows, stream)
        case Format.JSONL:
            _as_text(write_jsonl, rows, stream)
        case Format.PARQUET:
            write_parquet(rows, stream, model)


def export(rows: Iterable[BaseModel], path: Path, form: Format, model: type[BaseModel] = EventRow) -> None:
    """The rows as a file, which takes its name only when it is complete.

    Raises ExportError, with the path, where it cannot be written.
    """
    with written_whole(path) as stream:
        write(rows, stream, form, model)


def _as_text(writer: Callable[[Rows, TextIO], None], rows: Rows, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        writer(rows, text)
    finally:
        text.detach()
