"""Tables of spreadsheet files (XLSX, XLS, ODS): each visible sheet, once it is known to fit into memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from extract.errors import Unreadable
from extract.read.limits import LIMITS, Limits
from extract.read.office.members import WITH_PASSWORD, Members
from extract.read.office.packed import is_packed_as, media_type
from extract.read.packed_files import ENCRYPTED_OFFICE, OLE
from extract.read.pieces import Piece
from extract.read.tables.old_sheets import NAMES, Damaged, check_old_size, has_stream
from extract.read.tables.sheet_size import check_size
from extract.read.tables.table import Cell, RawRow, Table, of_rows

ZIP_MAGIC = b"PK\x03\x04"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
WORKBOOK = "xl/workbook.xml"

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})

SAVE_AGAIN = "open it in its program and save it again, as XLSX or CSV"
PANICS = "pyo3_runtime"
"""Where the errors come from that calamine did not foresee; they are no Exceptions."""

FAULTS = (CalamineError, ValueError, TypeError, OSError, OverflowError, LookupError, RuntimeError, MemoryError)


def is_spreadsheet(piece: Piece, head: bytes) -> bool:
    """Whether it is a ZIP or OLE file that holds a workbook."""
    return is_packed_as(piece, head, _holds_workbook) or (head.startswith(OLE) and _is_old(piece))


def is_meant(piece: Piece, head: bytes) -> bool:
    """Whether it is a broken one: its name says so, and it is no text that somebody has named so."""
    return piece.suffix in SUFFIXES and (b"\0" in head or head.startswith(b"PK"))


def tables_of_sheets(piece: Piece, limits: Limits) -> Iterator[Table]:
    """A table for each sheet that is shown and holds something. Raises Unreadable where none can be read."""
    if piece.head(len(ZIP_MAGIC)) == ZIP_MAGIC:
        check_size(piece, limits)
    else:
        _check_old(piece, limits)
    workbook = _opened(piece)
    shown = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    for name in shown or workbook.sheet_names:
        sheet = _sheet(piece, workbook, name)
        table = of_rows(name.replace("/", "-"), piece.location, _rows(piece, sheet))
        if table is not None:
            yield table


def _check_old(piece: Piece, limits: Limits) -> None:
    data = piece.read(limits.file_bytes)
    try:
        if has_stream(data, ENCRYPTED_OFFICE):
            raise Unreadable(piece.location, *WITH_PASSWORD)
        check_old_size(data)
    except Damaged as error:
        raise _damaged(piece) from error


@contextmanager
def _understood(piece: Piece) -> Iterator[None]:
    """Raises Unreadable for whatever calamine stumbles over."""
    try:
        yield
    except PasswordError as error:
        raise Unreadable(piece.location, *WITH_PASSWORD) from error
    except FAULTS as error:
        raise _damaged(piece) from error
    except BaseException as error:
        if type(error).__module__ != PANICS:
            raise
        raise _damaged(piece) from error


def _opened(piece: Piece) -> CalamineWorkbook:
    with _understood(piece), piece.open() as stream:
        return CalamineWorkbook.from_filelike(stream)


def _sheet(piece: Piece, workbook: CalamineWorkbook, name: str) -> CalamineSheet:
    with _understood(piece):
        return workbook.get_sheet_by_name(name)


def _rows(piece: Piece, sheet: CalamineSheet) -> Iterator[RawRow]:
    """From the first row that holds something; calamine goes through all, with empty cells as empty text."""
    above = sheet.start[0] if sheet.start else 0
    rows = iter(sheet.iter_rows())
    for number in count(1):
        with _understood(piece):
            found = next(rows, None)
        if found is None:
            return
        if number > above:
            cells: list[Cell] = list(found)
            while cells and cells[-1] in {"", None}:
                cells.pop()
            yield number, cells


def _damaged(piece: Piece) -> Unreadable:
    return Unreadable(piece.location, "is a damaged spreadsheet", SAVE_AGAIN)


def _holds_workbook(members: Members) -> bool:
    return WORKBOOK in members or media_type(members) == ODS_TYPE


def _is_old(piece: Piece) -> bool:
    """Whether an OLE file is a workbook, or one that a password locks."""
    try:
        names = (*NAMES, ENCRYPTED_OFFICE) if piece.suffix in SUFFIXES else NAMES
        return has_stream(piece.read(LIMITS.file_bytes), *names)
    except (Unreadable, *Damaged):
        return False
