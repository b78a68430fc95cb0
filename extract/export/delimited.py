"""The event table as CSV for programs: what the cells hold is what the table holds."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from pydantic import BaseModel

from extract.export.cells import in_cell


def write_raw_csv(rows: Iterable[BaseModel], stream: TextIO, model: type[BaseModel]) -> None:
    """Rows under a line of their columns, in UTF-8 without a byte order mark, as RFC 4180 has it.

    A spreadsheet would run some cells as formulas: it is not for those. The stream is opened with `newline=""`.
    """
    writer = csv.writer(stream)
    writer.writerow(model.model_fields)
    writer.writerows([in_cell(getattr(row, name)) for name in model.model_fields] for row in rows)
