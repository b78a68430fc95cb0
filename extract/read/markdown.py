"""Markdown as the text that it sets: no signs of emphasis, no addresses of links, and what its front matter tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.pieces import Found, Piece, Text
from extract.read.plain import text_of

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
"""Lines of `key: value` between two lines of dashes, as note and site programs write them before the text."""

KEYS = {"title": "title", "date": "date", "url": "url", "source": "url", "link": "url", "publisher": "publisher",
        "lang": "language", "language": "language"}  # fmt: skip
"""What is taken from the front matter, and as what."""

_PARSER = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    raw = text_of(piece, limits)
    front = FRONT_MATTER.match(raw)
    told = _told(front[1]) if front else {}
    date = told.get("date")
    tokens = _PARSER.parse(raw[front.end() :] if front else raw)
    heading = next((text for text in _headings(tokens)), None)
    yield Text(
        "\n\n".join(_paragraphs(tokens)),
        title=told.get("title") or heading,
        publisher=told.get("publisher"),
        url=told.get("url"),
        date=date,
        date_from="its front matter (date)" if date else None,
        language=told.get("language"),
    )


def _told(lines: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in lines.splitlines():
        key, _, value = line.partition(":")
        text = value.strip().strip("\"'").strip()
        if text and (name := KEYS.get(key.strip().lower())):
            told.setdefault(name, text)
    return told


def _headings(tokens: Iterable[Token]) -> Iterator[str]:
    opened = False
    for token in tokens:
        if opened:
            yield _inline(token)
        opened = token.type == "heading_open" and token.tag == "h1"


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    """What stands between signs, a row of a table as one paragraph."""
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "tr_open":
                row = []
            case "tr_close":
                yield from [" | ".join(filter(None, row))] if row and any(row) else []
                row = None
            case "inline" if row is not None:
                row.append(_inline(token))
            case "inline" if text := _inline(token):
                yield text
            case "fence" | "code_block" if text := token.content.strip():
                yield text


def _inline(token: Token) -> str:
    """The words of a paragraph: line breaks are blanks, pictures are what stands for them."""
    parts = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                parts.append(child.content)
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "image":
                parts.append(child.content)
    return " ".join("".join(parts).split())


MARKDOWN = Format("Markdown", frozenset({".md", ".markdown"}), lambda _piece, _head: False, _read)
