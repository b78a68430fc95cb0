"""Files that hold addresses of pages: lists, one a line, and the shortcuts that browsers save."""

from __future__ import annotations

import codecs
import plistlib
import re
from collections.abc import Iterator

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece

LONGEST_SHORTCUT = 65_536
"""Bytes; shortcuts have a few hundred."""

WHOLE_HEAD = 4_096
"""A file's beginning of so many bytes may be cut off within a line; a shorter one is the whole file."""

_ADDRESS = re.compile(r"https?://[^\s<>\"/?#][^\s<>\"]*", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|\s)#.*")
_SECTION = re.compile(r"^\s*\[(?:InternetShortcut|Desktop Entry)\]\s*$", re.IGNORECASE | re.MULTILINE)
_TARGET = re.compile(r"^\s*URL\s*=\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLISTS = (b"bplist00", b"<?xml", b"<!DOCTYPE plist", b"<plist")


def is_address_list(head: bytes) -> bool:
    """Whether a file with that beginning holds addresses of pages, and nothing else but comments after a `#`."""
    lines = _lines(_text(head))
    if len(head) >= WHOLE_HEAD and len(lines) > 1:
        lines.pop()
    told = list(_told(lines))
    return bool(told) and all(_ADDRESS.fullmatch(line) for line in told)


def addresses_in(text: str) -> list[str]:
    """The addresses of a list, in its order; a line that is none comes as it is, for whoever fetches to refuse."""
    return list(_told(_lines(text)))


def address_list(content: bytes) -> list[str]:
    """The same of a list's bytes, in UTF-8 or UTF-16."""
    return addresses_in(_text(content))


def is_shortcut(head: bytes) -> bool:
    """Whether a file with that beginning is a shortcut to a page (.url, .webloc, .desktop)."""
    return len(head) < WHOLE_HEAD and shortcut(head) is not None


def shortcut(content: bytes) -> str | None:
    """The address that a shortcut leads to, None where it leads to no page or is none."""
    if len(content) > LONGEST_SHORTCUT:
        return None
    told = _of_plist(content) if content.lstrip().startswith(_PLISTS) else _of_sections(_text(content))
    return told if told and _ADDRESS.fullmatch(told) else None


def _of_sections(text: str) -> str | None:
    if not (section := _SECTION.search(text)):
        return None
    inside = re.split(r"^\s*\[", text[section.end() :], maxsplit=1, flags=re.MULTILINE)[0]
    found = _TARGET.search(inside)
    return found[1] if found else None


def _of_plist(content: bytes) -> str | None:
    try:
        held = plistlib.loads(content)
    except Exception:  # noqa: BLE001 - it raises whatever comes up in a broken file
        return None
    told = held.get("URL") if isinstance(held, dict) else None
    return told if isinstance(told, str) else None


def _text(content: bytes) -> str:
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    return content.removeprefix(mark).decode(encoding, errors="replace")


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").splitlines()


def _told(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if told := _COMMENT.sub("", line).strip():
            yield told


def _is_met(_piece: Piece, head: bytes) -> bool:
    return is_shortcut(head) or is_address_list(head)


def _read(piece: Piece, _limits: Limits) -> Iterator[Found]:
    """Only what a person names is fetched: a list that lies in a folder may be anybody's."""
    raise Unreadable(piece.location, "holds addresses of pages", "name it itself, and they are fetched")


ADDRESSES = Format("list of addresses", frozenset({".url", ".webloc", ".desktop"}), _is_met, _read)
