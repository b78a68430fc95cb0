"""A selection of claims as a file: `write` into a stream, `save` as a file with its manifest, `zipped` as both in one.

The rows must be as many as the selection says: a library that was written to meanwhile gives an error, and no file that
says of itself what is not so. `extract.export.taken` reads both at one moment of the library.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from pydantic import BaseModel

from extract.errors import ExportError
from extract.export.calendar import write_calendar
from extract.export.delimited import write_raw_csv
from extract.export.form import FORMS, Format
from extract.export.manifest import Data, Manifest, Outcome, manifest_of
from extract.export.outbound import absolute, encodable, encodable_text
from extract.export.parquet import write_parquet
from extract.export.report.html import write_html
from extract.export.report.markdown import write_markdown
from extract.export.selection import Said, Selection
from extract.export.spreadsheet import write_csv
from extract.export.timelinejs import write_timelinejs
from extract.export.workbook import write_workbook
from extract.store.columns import EventRow
from extract.store.whole import written_whole

MANIFEST_SUFFIX = ".manifest.json"

FIRST_ZIP_YEAR = 1980
"""Archives know no time before it."""

BLOCK = 1 << 20
"""Bytes of a file that are read at once."""

Rows = Iterable[Any]
Writer = Callable[[Rows, BinaryIO, Selection], Outcome]


def write(selection: Selection, rows: Iterable[BaseModel], stream: BinaryIO, form: Format) -> Manifest:
    """Write the rows in that format, and give the manifest of what was written. Texts are UTF-8.

    Raises ExportError where there are more or fewer rows than the selection says, or where the format holds claims
    alone and the rows are stories.
    """
    if not (FORMS[form].is_table or selection.holds_claims):
        raise ExportError(f"{form} holds claims alone, no stories: take {_tables()}")
    selection = replace(selection, said=_encodable(selection.said))
    outcome = WRITERS[form](_fit(selection, rows), stream, selection)
    return manifest_of(selection, form, outcome)


def save(
    selection: Selection, rows: Iterable[BaseModel], path: Path, form: Format, *, manifest: bool = True
) -> Manifest:
    """Write a file, which takes its name only when it is complete, and its manifest beside it.

    Raises ExportError as `write` does, and, with the path, where a file cannot be written. What is no file, but a pipe
    or a device, gets no manifest.
    """
    with written_whole(path) as stream:
        told = write(selection, rows, stream, form)
    if not (manifest and path.is_file()):
        return told
    with path.open("rb") as written:
        told = _with_data(told, path.name, written)
    with written_whole(path.with_name(path.name + MANIFEST_SUFFIX)) as stream:
        stream.write(_as_json(told))
    return told


def zipped(
    selection: Selection, rows: Iterable[BaseModel], stream: BinaryIO, form: Format, name: str = "dateline"
) -> Manifest:
    """Write an archive of the file, called `name` and its format's suffix, and its manifest. Raises as `write` does."""
    file_name = name + FORMS[form].suffix
    with tempfile.TemporaryFile() as data:
        told = write(selection, rows, data, form)
        told = _with_data(told, file_name, data)
        data.seek(0)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open(_member(file_name, selection), "w") as member:
                shutil.copyfileobj(data, member)
            archive.writestr(_member(file_name + MANIFEST_SUFFIX, selection), _as_json(told))
    return told


def _encodable(said: Said) -> Said:
    """What a person asked for, so that it can be written: it may come from an address that anybody made up."""
    filters = tuple((encodable_text(name), encodable_text(value)) for name, value in said.filters)
    return replace(said, title=encodable_text(said.title), address=encodable_text(said.address), filters=filters)


def _fit(selection: Selection, rows: Iterable[BaseModel]) -> Iterator[BaseModel]:
    """The rows as they leave: links that work elsewhere, texts that can be encoded; counted."""
    given = 0
    for given, row in enumerate(rows, 1):
        if given <= selection.rows:
            yield encodable(absolute(row, selection.said.reader) if isinstance(row, EventRow) else row)
    if given != selection.rows:
        raise ExportError(
            f"{given} rows were read where {selection.rows} were expected: the library was written to meanwhile. "
            "Export it again"
        )


def _with_data(told: Manifest, name: str, written: BinaryIO) -> Manifest:
    """The manifest of a file that can be read again, by which anybody can tell whether it is still that one."""
    size = written.seek(0, io.SEEK_END)
    written.seek(0)
    digest = hashlib.sha256()
    while block := written.read(BLOCK):
        digest.update(block)
    return told.model_copy(update={"data": Data(name=name, size=size, sha256=digest.hexdigest())})


def _as_json(manifest: Manifest) -> bytes:
    return (manifest.model_dump_json(indent=2) + "\n").encode()


def _member(name: str, selection: Selection) -> zipfile.ZipInfo:
    """A file of an archive, from the moment of the selection: the same selection gives the same archive."""
    moment = max(selection.said.moment.astimezone(UTC), datetime(FIRST_ZIP_YEAR, 1, 1, tzinfo=UTC))
    member = zipfile.ZipInfo(name, moment.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _tables() -> str:
    return ", ".join(form for form, kind in FORMS.items() if kind.is_table)


def _as_text(writer: Callable[[Rows, TextIO, type[BaseModel]], None]) -> Writer:
    def written(rows: Rows, stream: BinaryIO, selection: Selection) -> Outcome:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        try:
            writer(rows, text, selection.model)
        finally:
            text.detach()
        return Outcome()

    return written


def _write_jsonl(rows: Rows, stream: TextIO, _: type[BaseModel]) -> None:
    """Each row as JSON in a line of its own."""
    stream.writelines(row.model_dump_json() + "\n" for row in rows)


def _write_parquet(rows: Rows, stream: BinaryIO, selection: Selection) -> Outcome:
    manifest = manifest_of(selection, Format.PARQUET, Outcome()).model_dump_json()
    write_parquet(rows, stream, selection.model, manifest)
    return Outcome()


WRITERS: dict[Format, Writer] = {
    Format.CSV: _as_text(write_csv),
    Format.CSV_RAW: _as_text(write_raw_csv),
    Format.XLSX: write_workbook,
    Format.JSONL: _as_text(_write_jsonl),
    Format.PARQUET: _write_parquet,
    Format.ICS: write_calendar,
    Format.TIMELINEJS: write_timelinejs,
    Format.MD: write_markdown,
    Format.HTML: write_html,
}
