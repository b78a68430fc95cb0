"""Kinds of file that are known and not read, each with the way to make one that is."""

from __future__ import annotations

from collections.abc import Iterator

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.packed_files import OLE
from extract.read.pieces import Found, Piece

SAVE_AS = "open it in its program and save it as {}"

KINDS: tuple[tuple[tuple[bytes, ...], frozenset[str], str, str], ...] = (
    ((OLE,), frozenset({".doc", ".dot", ".wps"}), "an old Word file", SAVE_AS.format("DOCX")),
    ((OLE,), frozenset({".msg"}), "an Outlook message", SAVE_AS.format("EML")),
    ((b"!BDN",), frozenset({".pst", ".ost"}), "an Outlook mailbox", "export it as MBOX or EML"),
    ((b"{\\rtf",), frozenset({".rtf"}), "a rich text file", SAVE_AS.format("DOCX or ODT")),
    ((OLE, b"PK"), frozenset({".ppt", ".pptx", ".odp", ".key"}), "a presentation", SAVE_AS.format("PDF")),
    ((b"PK",), frozenset({".pages"}), "a Pages file", SAVE_AS.format("DOCX or PDF")),
    ((b"Rar!",), frozenset({".rar"}), "a RAR archive", "unpack it, and give the folder"),
    ((b"7z\xbc\xaf\x27\x1c",), frozenset({".7z"}), "a 7-Zip archive", "unpack it, and give the folder"),
    ((b"AT&TFORM",), frozenset({".djvu", ".djv"}), "a DjVu book", "convert it to PDF with its text"),
    ((b"TPZ", b"BOOKMOBI"), frozenset({".mobi", ".azw", ".azw3"}), "a Kindle book", "convert it to EPUB"),
)
"""How their content begins, what their names end in, what they are, and what to do. Both must fit: a ZIP may be any."""


def _format(magic: tuple[bytes, ...], suffixes: frozenset[str], name: str, remedy: str) -> Format:
    def is_it(piece: Piece, head: bytes) -> bool:
        return piece.suffix in suffixes and head.startswith(magic)

    def read(piece: Piece, _limits: Limits) -> Iterator[Found]:
        raise Unreadable(piece.location, f"is {name}, which is not read", remedy)

    return Format(name, frozenset(), is_it, read)


REFUSED = tuple(_format(*kind) for kind in KINDS)
