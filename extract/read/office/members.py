"""What a document that is a ZIP of XML consists of: its members by name, none unpacked beyond what a document may hold.

No name leads anywhere but to a member.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.office.flow import Markup, Paragraph, TooLong, paragraphs_of
from extract.read.packed_files import BROKEN_ZIP, LEAST_SUSPECT, LOCKED

CHUNK = 1 << 16

MOST_TOLD = 5_000_000
"""Bytes of a member that tells of the document (its properties, styles, list of chapters), and is held as a tree."""

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".jp2", ".emf", ".wmf")

WITH_PASSWORD = ("is locked with a password", "save a copy without it")
RECOGNISE = "run it through text recognition (OCR) first"
SAVE_ANEW = "open it in its program and save it anew"
DAMAGED = ("is damaged", f"get it again, or {SAVE_ANEW}")
BOMB_REMEDY = f"{SAVE_ANEW}, if you know who made it"


class Members:
    """The members of an opened document. Its methods raise Unreadable, naming the member, where it cannot be had."""

    def __init__(self, location: str, archive: zipfile.ZipFile, limits: Limits) -> None:
        self.location = location
        self._archive = archive
        self._ratio = limits.unpacked_ratio
        self._most = self._room = limits.file_bytes
        self._most_letters = self._letters = limits.text_bytes
        self._members = {info.filename.replace("\\", "/").lstrip("/"): info for info in archive.infolist()}

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def find(self, pattern: str) -> str | None:
        """The first member, in the order of the alphabet, whose whole name fits a pattern."""
        return min(filter(re.compile(pattern).fullmatch, self._members), default=None)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A member's bytes, some at a time; of all members no more than a document may have."""
        info = self._members.get(name)
        if info is None:
            raise Unreadable(self.at(name), "is missing", "get the document again")
        self._check(name, info)
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    self._room -= len(chunk)
                    if self._room < 0:
                        raise Unreadable(self.at(name), f"unpacks to more than {self._most:,} bytes", BOMB_REMEDY)
                    yield chunk
        except BROKEN_ZIP as error:
            raise Unreadable(self.at(name), *DAMAGED) from error

    def read(self, name: str, most: int) -> bytes:
        """The whole of a member that may have so many bytes."""
        data = bytearray()
        for chunk in self.chunks(name):
            data += chunk
            if len(data) > most:
                raise Unreadable(self.at(name), f"is larger than {most:,} bytes", "split the document")
        return bytes(data)

    def tree(self, name: str | None) -> etree._Element | None:
        """A small member of XML, None where it is not there or cannot be read: no reason to lose the text."""
        if name is None or name not in self:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            return etree.fromstring(self.read(name, MOST_TOLD), parser)
        except (etree.LxmlError, ValueError):
            return None
        except Unreadable as error:
            if error.location == self.location:  # it is the document that cannot be read
                raise
            return None

    def paragraphs(self, name: str, markup: Markup) -> list[Paragraph]:
        """The paragraphs of a member of XML."""
        return self.counted(name, lambda letters: paragraphs_of(self.chunks(name), markup, letters))

    def counted(self, name: str, read: Callable[[int], list[Paragraph]]) -> list[Paragraph]:
        """What is read of a member when told how many characters the document may still have."""
        try:
            paragraphs = read(self._letters)
        except TooLong as error:
            raise too_long(self.location, self._most_letters) from error
        except etree.LxmlError as error:
            raise Unreadable(self.at(name), *DAMAGED) from error
        self._letters -= sum(len(paragraph.text) for paragraph in paragraphs)
        return paragraphs

    def nothing(self) -> Unreadable:
        """Why a document that could be read holds no text."""
        if any(name.lower().endswith(PICTURES) and "humbnail" not in name for name in self._members):
            return Unreadable(self.location, "holds only pictures, no text", RECOGNISE)
        return Unreadable(self.location, "holds no text", "take it out, or see what was saved in it")

    def at(self, name: str) -> str:
        """Where a member is, for people."""
        return f"{self.location}/{name.encode('utf-8', errors='backslashreplace').decode()}"

    def _check(self, name: str, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & LOCKED:
            raise Unreadable(self.location, *WITH_PASSWORD)
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Unreadable(self.at(name), "is packed in an unknown way", SAVE_ANEW)
        if info.file_size > max(LEAST_SUSPECT, info.compress_size * self._ratio):
            reason = f"unpacks to {info.file_size:,} bytes, more than {self._ratio:,} times its size, as bombs do"
            raise Unreadable(self.at(name), reason, BOMB_REMEDY)


def too_long(location: str, most: int) -> Unreadable:
    """Why a document is not read that holds more characters than that."""
    return Unreadable(location, f"holds more than {most:,} characters of text", "split it into its documents")
