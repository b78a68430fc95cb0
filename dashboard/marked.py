"""A source's text as safe HTML with some of its words marked: everything else in it is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from extract.store.link import SAFE_SCHEMES

REPLACEMENT = "\ufffd"

QUOTED = re.compile("\u201c[^\u201c\u201d]*\u201d")
"""How explanations quote a source's words."""

OVERRIDES = frozenset("\u202d\u202e")
"""Signs that make letters run against their own direction: a text that needs them is one that deceives."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words to mark: where they stand, and what is known of them. A page marks at most one as chosen."""

    start: int
    end: int
    title: str = ""
    link: str = ""
    chosen: bool = False


def marked(text: str, spans: Iterable[Span] = ()) -> str:
    """The text as HTML. Spans outside the text or inside another one are left out."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if at <= span.start < span.end <= len(text):
            parts += (safe(text[at : span.start]), _mark(text[span.start : span.end], span))
            at = span.end
    return "".join((*parts, safe(text[at:])))


def safe(text: str) -> str:
    """Text as HTML that shows it and does nothing else."""
    return escape("".join(REPLACEMENT if _steers(sign) else sign for sign in text))


def explained(text: str) -> str:
    """The program's own sentence as HTML; what it quotes keeps its direction to itself."""
    return QUOTED.sub(r"<bdi>\g<0></bdi>", safe(text))


def name(text: str) -> str:
    """A name within the program's own words, its direction kept to itself."""
    return f"<bdi>{safe(text)}</bdi>"


def outside(url: str | None) -> str:
    """A link to a web address, shown with its host; nothing for addresses of other kinds."""
    if url is None:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in SAFE_SCHEMES or not host:
        return ""
    return f'<a href="{safe(url)}" target="_blank" rel="noopener noreferrer nofollow">{safe(host)}</a>'


def _mark(words: str, span: Span) -> str:
    chosen = ' id="chosen" class="chosen"' if span.chosen else ""
    title = f' title="{safe(span.title)}"' if span.title else ""
    inner = f"<mark{chosen}{title}>{safe(words)}</mark>"
    return f'<a class="quiet" href="{safe(span.link)}" target="_self">{inner}</a>' if span.link else inner


def _steers(sign: str) -> bool:
    return sign in OVERRIDES or (sign < " " and sign not in "\t\n\r")
