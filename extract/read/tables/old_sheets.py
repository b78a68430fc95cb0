"""Whether a spreadsheet of before 2007 fits into memory: by the records of its cells, before anything opens it.

Such a file is an OLE file, sectors chained by a table, with a stream of records, the parts of which begin where its
first part says. Whatever of that does not hold together is damaged.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extract.read.packed_files import OLE

NAMES = ("Workbook", "Book")

HEADER_BYTES = 512
ENTRY_BYTES = 128
LONGEST_NAME = 64
LAST_SECTOR = 0xFFFFFFFA
"""Greater numbers mean ends, gaps, and sectors of the table itself."""

HEADER_SECTORS = 109
"""Of the table, which the header lists; of larger files there are more lists."""

END_OF_PART, SHEET, DIMENSIONS, STRINGS, MANY_NUMBERS = 0x000A, 0x0085, 0x0200, 0x00FC, 0x00BD
CELLS = frozenset((0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205,
                   0x0206, 0x027E, 0x0406, MANY_NUMBERS))  # fmt: skip
"""Records of cells, which begin with row and column."""

MOST_ROWS, MOST_COLUMNS = 65_536, 256
"""Of a sheet in these files."""

Damaged = (ValueError, struct.error, IndexError)
"""What is raised here for files that do not hold together."""


@dataclass(frozen=True, slots=True)
class OleFile:
    """The sectors of a file and the tables that chain them."""

    data: bytes
    sector: int
    """Bytes of one."""
    table: tuple[int, ...]
    directory: bytes

    def entries(self) -> Iterator[tuple[str, int, int]]:
        """Name, first sector and size of each stream."""
        for at in range(0, len(self.directory) - ENTRY_BYTES + 1, ENTRY_BYTES):
            (length,) = struct.unpack_from("<H", self.directory, at + LONGEST_NAME)
            name = self.directory[at : at + min(max(length - 2, 0), LONGEST_NAME)].decode("utf-16-le", errors="replace")
            first, size = struct.unpack_from("<II", self.directory, at + 116)
            yield name, first, size


def opened(data: bytes) -> OleFile:
    """An OLE file. Raises one of Damaged."""
    if not data.startswith(OLE) or len(data) < HEADER_BYTES:
        raise ValueError
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    tables, first_directory = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    small_tables, first_list, lists = struct.unpack_from("<III", data, 64)
    most = len(data) >> 9
    if (shift, small_shift) not in {(9, 6), (12, 6)} or max(tables, small_tables, lists) > most:
        raise ValueError
    listed = list(struct.unpack_from(f"<{HEADER_SECTORS}I", data, 76))
    size = 1 << shift
    for _ in range(lists):
        *more, first_list = struct.unpack(f"<{size // 4}I", _sector(data, first_list, size))
        listed += more
    numbers = [number for number in listed[: max(tables, 1)] if number < LAST_SECTOR]
    table = tuple(each for number in numbers for each in struct.unpack(f"<{size // 4}I", _sector(data, number, size)))
    return OleFile(data, size, table, _chained(data, size, table, first_directory))


def has_stream(data: bytes, *names: str) -> bool:
    """Whether an OLE file holds a stream of one of those names. Raises one of Damaged."""
    return any(name in names for name, _, _ in opened(data).entries())


def check_old_size(data: bytes) -> None:
    """Raises one of Damaged where a workbook's cells, or what it says of them, are beyond what such files hold."""
    ole = opened(data)
    found = [(first, size) for name, first, size in ole.entries() if name in NAMES]
    if not found:
        raise ValueError
    for first, size in found:
        _check_records(_stream(ole, first, size))


def _sector(data: bytes, number: int, size: int) -> bytes:
    sector = data[(number + 1) * size : (number + 2) * size]
    if not sector:
        raise ValueError
    return sector.ljust(size, b"\0")


def _chained(data: bytes, size: int, table: tuple[int, ...], first: int) -> bytes:
    numbers = []
    while first < LAST_SECTOR:
        numbers.append(first)
        first = table[first]
        if len(numbers) > len(table):
            raise ValueError
    return b"".join(_sector(data, number, size) for number in numbers)


def _stream(ole: OleFile, first: int, size: int) -> bytes:
    (least,) = struct.unpack_from("<I", ole.data, 56)
    if size >= least:
        return _chained(ole.data, ole.sector, ole.table, first)[:size]
    (first_small,) = struct.unpack_from("<I", ole.data, 60)
    small = _chained(ole.data, ole.sector, ole.table, first_small)
    small_table = struct.unpack(f"<{len(small) // 4}I", small)
    root = next(ole.entries())
    held = bytes(64) + _chained(ole.data, ole.sector, ole.table, root[1])  # so that its sectors are counted as others
    return _chained(held, 64, small_table, first)[:size]


def _check_records(stream: bytes) -> None:
    parts = [struct.unpack_from("<I", content)[0] for kind, content in _records(stream, 0) if kind == SHEET]
    for at in (0, *parts):
        if at > len(stream):
            raise ValueError
        for kind, content in _records(stream, at):
            _check(kind, content, len(stream))


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Of one part."""
    kind = None
    while kind != END_OF_PART and at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _check(kind: int, content: bytes, longest: int) -> None:
    if kind in CELLS:
        _row, column = struct.unpack_from("<HH", content)
        many = (len(content) - 6) // 6 if kind == MANY_NUMBERS else 1
        if column + many > MOST_COLUMNS:
            raise ValueError
    elif kind == DIMENSIONS:
        form = "<IIHH" if len(content) >= 12 else "<HHHH"
        first_row, last_row, first_column, last_column = struct.unpack_from(form, content)
        if max(first_row, last_row) > MOST_ROWS or max(first_column, last_column) > MOST_COLUMNS:
            raise ValueError
    elif kind == STRINGS and max(struct.unpack_from("<II", content)) > max(longest, 1 << 24):
        raise ValueError
