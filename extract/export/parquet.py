"""The event table as Parquet, with its schema, the meaning of each column, and the manifest as the file's metadata."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from extract.export.cells import may_be_empty

ROWS_AT_ONCE = 10_000
"""Rows of one Parquet row group: some megabytes of memory."""

MANIFEST = b"dateline"
"""The key of the file's metadata under which the manifest stands as JSON."""


def schema(model: type[BaseModel]) -> pa.Schema:
    """A model's columns for Parquet.

    Days are text: Parquet's own dates reach back far enough, but not in every program that reads them.
    """
    return pa.schema(
        [
            pa.field(
                name,
                _type(field.annotation),
                nullable=may_be_empty(field),
                metadata={"description": field.description or ""},
            )
            for name, field in model.model_fields.items()
        ]
    )


def _type(annotation: object) -> pa.DataType:
    known: dict[object, pa.DataType] = {
        list[str]: pa.list_(pa.string()),
        bool: pa.bool_(),
        int: pa.int64(),
        float: pa.float64(),
    }
    return known.get(annotation, pa.string())


def write_parquet(rows: Iterable[BaseModel], stream: BinaryIO, model: type[BaseModel], manifest: str) -> None:
    """Rows of a model as Parquet; what holds several texts is a list of text."""
    remaining = iter(rows)
    columns = schema(model).with_metadata({MANIFEST: manifest.encode()})
    with pq.ParquetWriter(stream, columns, compression="zstd") as writer:
        while group := list(islice(remaining, ROWS_AT_ONCE)):
            values = [row.model_dump(mode="json") for row in group]
            writer.write_table(pa.Table.from_pylist(values, schema=columns))
