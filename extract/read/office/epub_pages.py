"""The pages of an EPUB in the order in which they are read: those of its spine, by names that lead nowhere else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from extract.errors import Unreadable
from extract.read.office.members import Members

LOCKS = "META-INF/encryption.xml"
CIPHER = "{http://www.w3.org/2001/04/xmlenc#}"
OPEN_LOCKS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Ways to garble a font, so that nobody takes it out of the book; they keep no reader from the text."""

PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
"""Kinds of member that are pages."""

MOST_PAGES = 50_000
"""Of a book: more than any has, and more than a ZIP of a book may hold."""


def pages_of(members: Members, book_name: str, book: etree._Element) -> Iterator[str]:
    """The names of the pages, each once, but for lists of contents and what is not in the order of reading.

    A name need not be that of a member. Raises Unreadable where a page is locked, so that the book cannot be read.
    """
    locked = _locked(members)
    seen = _lists_of_contents(members, book_name, book)
    items = {item.get("id"): item for item in book.iter("{*}item")}
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or item.get("media-type", "").lower() not in PAGES:
            continue
        name = _name(members, book_name, item.get("href", ""))
        if name in seen or "nav" in item.get("properties", "").split():
            continue
        if name in locked:
            raise Unreadable(members.location, "is locked by whoever sold it (DRM)", "get a copy without the lock")
        if len(seen) > MOST_PAGES:
            raise Unreadable(members.location, f"has more than {MOST_PAGES:,} pages", "split it")
        seen.add(name)
        yield name


def _lists_of_contents(members: Members, book_name: str, book: etree._Element) -> set[str]:
    references = (each for each in book.iter("{*}reference") if each.get("type", "").lower() == "toc")
    return {_name(members, book_name, each.get("href", "")) for each in references}


def _locked(members: Members) -> set[str]:
    """Members that nobody reads without a key."""
    tree = members.tree(LOCKS)
    if tree is None:
        return set()
    locked = set()
    for data in tree.iter(f"{CIPHER}EncryptedData"):
        method = data.find(f"{CIPHER}EncryptionMethod")
        if method is None or method.get("Algorithm") not in OPEN_LOCKS:
            locked |= {_name(members, "", each.get("URI", "")) for each in data.iter(f"{CIPHER}CipherReference")}
    return locked


def _name(members: Members, book_name: str, href: str) -> str:
    """The member that an address in the book means; addresses are relative, and percent-encoded."""
    path = href.partition("#")[0]
    folder = posixpath.dirname(book_name)
    for written in (unquote(path), path):
        name = posixpath.normpath(posixpath.join(folder, written)).lstrip("/")
        if name in members:
            return name
    return posixpath.normpath(posixpath.join(folder, unquote(path))).lstrip("/")
