"""The bytes of a page as one tree, which everything that reads the page shares."""

from __future__ import annotations

import codecs
import re
from email.message import Message

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extract.read.plain import decode

DECLARED_IN = 4096
"""Bytes at a page's start in which browsers and writers put its encoding; the standard wants it in 1,024."""

ON_THE_WEB = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Encodings that browsers read as a larger one, since pages that name them use its letters."""

WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be"})

LEAST_SUSPECT = 200_000
"""Characters up to which a page's tags cannot hold so many attributes that it matters."""

MOST_ATTRIBUTES = 1_000
"""Of one tag: the time to read them grows with their square, and no program is heard while that goes on."""

BEYOND_BOUNDS = "ERR_RESOURCE_LIMIT"
"""The parser's name for what makes it stop."""

_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ue000\ufffe\uffff]")
"""Characters that no tree may hold, and one that stands for an empty line in ours."""

_TAG = re.compile(r"<(script|style|[a-z])", re.IGNORECASE)
_IN_TAG = re.compile(r">|=\s*[\"']|[\s/](?=[^\s>/])")
_SCRIPT_END = re.compile(r"</(?:script|style)", re.IGNORECASE)


def page_text(data: bytes, media_type: str | None) -> str | None:
    """The page's source as text: by its byte order mark, as UTF-8, by what it was served as, by what it says, by guess.

    UTF-8 comes first, as no other text looks like it, and pages that were saved anew often name their old encoding.
    """
    said = served_encoding(media_type)
    if said and (wide := _python_name(said)) in WIDE:
        text: str | None = data.decode(wide, errors="replace")
    else:
        is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = decode(data if is_wide else data.replace(b"\0", b""), _as_read(said or _declared(data)))
    return _CONTROLS.sub("", text) if text is not None else None


def page_tree(source: str) -> tuple[HtmlElement | None, bool]:
    """The tree of a page's source, None where it holds none, and whether it holds the whole page.

    It ends where elements lie in one another hundreds deep, as where old pages never end their `<font>`.
    """
    if len(source) > LEAST_SUSPECT and _has_crowded_tag(source):
        return None, False
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    return tree, not any(error.type_name == BEYOND_BOUNDS for error in parser.error_log)


def served_encoding(media_type: str | None) -> str | None:
    """The encoding that is named in a media type: "text/html; charset=windows-1253"."""
    header = Message()
    header["Content-Type"] = " ".join((media_type or "").split())
    try:
        found = header.get_param("charset")
    except (ValueError, LookupError):
        return None
    return found.strip(" '\"") if isinstance(found, str) else None


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:DECLARED_IN]) or _DECLARATION.search(data[:DECLARED_IN])
    return found[1].decode("ascii", errors="ignore") if found else None


def _as_read(encoding: str | None) -> str | None:
    name = _python_name(encoding)
    return ON_THE_WEB.get(name, name) if name else None


def _python_name(encoding: str | None) -> str | None:
    try:
        return codecs.lookup(encoding).name if encoding else None
    except (LookupError, ValueError):
        return None


def _has_crowded_tag(source: str) -> bool:
    """Whether a tag has more attributes than any page needs."""
    position = 0
    while tag := _TAG.search(source, position):
        end = _end_of_tag(source, tag.end())
        if end is None:
            return True
        is_script = len(tag[1]) > 1
        position = _end_of_script(source, end) if is_script else end
    return False


def _end_of_tag(source: str, position: int) -> int | None:
    """Where a tag ends, None where that is not seen within so many attributes."""
    for _ in range(2 * MOST_ATTRIBUTES):  # each has a blank before it and a quotation mark after
        sign = _IN_TAG.search(source, position)
        if sign is None:
            return len(source)
        position = sign.end()
        if sign[0] == ">":
            return position
        if sign[0][0] == "=":
            closing = source.find(sign[0][-1], position)
            position = closing + 1 if closing >= 0 else len(source)
    return None


def _end_of_script(source: str, position: int) -> int:
    end = _SCRIPT_END.search(source, position)
    return end.end() if end else len(source)
