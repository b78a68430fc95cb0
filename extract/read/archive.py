"""ZIP and tar archives as the files that they hold, whatever these are called and however large they claim to be."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import IO, BinaryIO

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.packed_files import BROKEN_ZIP, LEAST_SUSPECT, LOCKED
from extract.read.pieces import Found, Piece

UTF8_NAME = 0x800
"""A flag of a ZIP's member: its name is UTF-8."""

UNPACK_IT = "unpack it yourself, and give the folder"

BROKEN = (*BROKEN_ZIP, tarfile.TarError, lzma.LZMAError)
"""What unpacking raises where an archive is damaged, cut off, or packed in a way that is not known."""

Unpacked = IO[bytes] | io.BufferedIOBase

TAR_MAGIC = b"ustar"
TAR_MAGIC_AT = 257
OPENERS: dict[bytes, Callable[[BinaryIO], Unpacked]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
"""How streams that begin so are unpacked."""

LEFT_BY_PROGRAMS = ("__MACOSX", "PaxHeader", ".DS_Store", "Thumbs.db")
"""What programs that pack put beside what was packed."""


@dataclass(slots=True)
class _Room:
    """What an archive may still hold. Raises Unreadable for the whole of it where it is full."""

    location: str
    limits: Limits
    members: int = 0
    unpacked: int = 0

    def enter(self) -> None:
        self.members += 1
        if self.members > self.limits.members:
            raise Unreadable(self.location, f"holds more than {self.limits.members:,} files", UNPACK_IT)

    def unpack(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.unpacked_bytes:
            raise Unreadable(
                self.location, f"holds more than {self.limits.unpacked_bytes:,} bytes when unpacked", UNPACK_IT
            )


def _read_zip(piece: Piece, limits: Limits) -> Iterator[Found]:
    room = _Room(piece.location, limits)
    with piece.open() as stream, closing(_opened(piece, stream)) as archive:
        for member in archive.infolist():
            name = _name(_as_meant(member))
            if member.is_dir() or not name:
                continue
            room.enter()
            where = f"{piece.location}/{name}"
            if member.flag_bits & LOCKED:
                yield Unreadable(where, "is locked with a password", "unpack it with the password, and give the folder")
            elif _is_bomb(member.file_size, member.compress_size, limits):
                yield Unreadable(where, f"unpacks to {member.file_size:,} bytes, as bombs do", UNPACK_IT)
            else:
                room.unpack(member.file_size)
                yield _unpacked(piece, name, partial(archive.open, member), limits)


def _opened(piece: Piece, stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        raise Unreadable(piece.location, "is a damaged ZIP archive", "get it again") from error


def _as_meant(member: zipfile.ZipInfo) -> str:
    """Its name; many programs write UTF-8 without saying so, which is then read as the letters of an old PC."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _is_bomb(unpacked: int, packed: int, limits: Limits) -> bool:
    return unpacked > LEAST_SUSPECT and unpacked > packed * limits.unpacked_ratio


def _read_tar(piece: Piece, limits: Limits) -> Iterator[Found]:
    room = _Room(piece.location, limits)
    with piece.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|*") as archive:
                for member in archive:
                    name = _name(member.name)
                    if not member.isreg() or not name:
                        continue
                    room.enter()
                    room.unpack(member.size)
                    yield _unpacked(piece, name, partial(_extracted, archive, member), limits)
        except BROKEN as error:
            raise Unreadable(
                piece.location, "is a damaged tar archive, of which the rest is lost", "get it again"
            ) from error


def _extracted(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Unpacked:
    return archive.extractfile(member) or io.BytesIO()


def _unpacked(piece: Piece, name: str, opened: Callable[[], Unpacked], limits: Limits) -> Found:
    """A member as a piece, or why it is none. What it holds counts, and not what the archive says of it."""
    where = f"{piece.location}/{name}"
    try:
        with opened() as stream:
            data = stream.read(limits.file_bytes + 1)
    except BROKEN:
        return Unreadable(where, "is damaged in its archive", "get the archive again")
    if len(data) > limits.file_bytes:
        return Unreadable(where, f"is larger than {limits.file_bytes:,} bytes in its archive", UNPACK_IT)
    return piece.within(name, data)


def _name(name: str) -> str:
    """A member's name as a path that stays in its archive; empty for what no person has put there."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    if not parts or any(part.startswith(LEFT_BY_PROGRAMS) for part in parts):
        return ""
    return "/".join(parts).replace("\0", "").encode("utf-8", errors="backslashreplace").decode()


def _is_zip(_piece: Piece, head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _is_tar(piece: Piece, head: bytes) -> bool:
    opener = next((opener for magic, opener in OPENERS.items() if head.startswith(magic)), None)
    if opener is not None:
        try:
            with piece.open() as packed, opener(packed) as stream:
                head = stream.read(TAR_MAGIC_AT + len(TAR_MAGIC))
        except BROKEN:
            return False
    return head[TAR_MAGIC_AT:].startswith(TAR_MAGIC)


def _is_packed(_piece: Piece, head: bytes) -> bool:
    return head.startswith(tuple(OPENERS))


def _read_packed(piece: Piece, limits: Limits) -> Iterator[Found]:
    """A single file that was packed by itself: "letters.txt.gz"."""
    name = piece.name.removesuffix(piece.suffix) or "content"
    with piece.open() as packed:
        head = packed.read(len(max(OPENERS, key=len)))
        packed.seek(0)
        opener = next((opener for magic, opener in OPENERS.items() if head.startswith(magic)), None)
        if opener is None:
            raise Unreadable(piece.location, "is no packed file, or a damaged one", "get it again")
        yield _unpacked(piece, name, partial(opener, packed), limits)


ZIP = Format("ZIP archive", frozenset({".zip"}), _is_zip, _read_zip, holds_many=True)
TAR = Format("tar archive", frozenset({".tar", ".tgz"}), _is_tar, _read_tar, holds_many=True)
PACKED = Format("packed file", frozenset({".gz", ".bz2", ".xz"}), _is_packed, _read_packed, holds_many=True)
