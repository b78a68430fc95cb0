"""Whether a spreadsheet that is packed as ZIP fits into memory: by what it really holds, before anything opens it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from lxml import etree

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.office.packed import opened
from extract.read.packed_files import BROKEN_ZIP, LEAST_SUSPECT
from extract.read.pieces import Piece
from extract.read.tables.sheet_extent import Extent, parser_for

MOST_CELLS = 12_000_000
"""Of the rectangle of one sheet that holds all its cells, which is kept in memory as a whole: a gigabyte at worst. The
longest sheet that Excel makes may have eleven columns."""

CHUNK = 1 << 20
LOCAL_HEADER = 30
LENGTHS_AT = 26
"""Of a member's name and extra field, in the header that stands before its content."""

MARKUP = (".xml", ".rels")
SAVE_AGAIN = "open it in its program and save it as CSV"


def check_size(piece: Piece, limits: Limits) -> None:
    """Raises Unreadable where a spreadsheet is damaged, or unpacks to more than is read."""
    with opened(piece, limits):
        pass  # its list of members is no longer than that of a document
    room = limits.file_bytes
    try:
        with piece.open() as stream, zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                room -= _checked(piece, stream, member, limits, room)
    except (*BROKEN_ZIP, etree.LxmlError) as error:
        reason = "is a damaged spreadsheet"
        raise Unreadable(piece.location, reason, "open it in its program and save it again") from error


def _checked(piece: Piece, stream: IO[bytes], member: zipfile.ZipInfo, limits: Limits, room: int) -> int:
    """The bytes that a member unpacks to, whatever it says of itself."""
    most = min(room, max(LEAST_SUSPECT, member.compress_size * limits.unpacked_ratio))
    extent = Extent()
    # calamine would go on without end in markup that is broken: what is no markup does not get there.
    parser = parser_for(extent) if member.filename.endswith(MARKUP) else None
    size = 0
    for chunk in filter(None, _unpacked(stream, member)):
        size += len(chunk)
        if max(size, member.file_size) > most:
            reason = f"unpacks to more than {limits.file_bytes:,} bytes, or to far more than spreadsheets do"
            raise Unreadable(piece.location, reason, SAVE_AGAIN)
        if parser is not None:
            parser.feed(chunk)
        if extent.cells > MOST_CELLS:
            reason = f"has a sheet of more than {MOST_CELLS:,} cells, with the empty ones between them"
            raise Unreadable(piece.location, reason, SAVE_AGAIN)
    if parser is not None and size:
        parser.close()
    if extent.largest_count > size:
        raise zipfile.BadZipFile  # room would be made for what it announces
    return size


def _unpacked(stream: IO[bytes], member: zipfile.ZipInfo) -> Iterator[bytes]:
    """All that is packed, where a ZIP library stops at the size that the archive gives, and others do not."""
    stream.seek(member.header_offset + LENGTHS_AT)
    lengths = stream.read(4)
    skipped = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    stream.seek(member.header_offset + LOCAL_HEADER + skipped)
    left = member.compress_size
    inflate = zlib.decompressobj(-zlib.MAX_WBITS) if member.compress_type == zipfile.ZIP_DEFLATED else None
    if inflate is None and member.compress_type != zipfile.ZIP_STORED:
        raise NotImplementedError
    while left > 0 and (packed := stream.read(min(CHUNK, left))):
        left -= len(packed)
        if inflate is None:
            yield packed
            continue
        while packed and not inflate.eof:
            yield inflate.decompress(packed, CHUNK)
            packed = inflate.unconsumed_tail
