"""A source's text as safe HTML with some of its words marked: everything else in it is only text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlsplit

from dashboard.catalogue import OWN
from dashboard.tongue import language
from extract.label import steady
from extract.store.link import SAFE_SCHEMES

ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True)
class Span:
    """Words to mark: where they stand, and what is known of them. A page marks at most one as chosen."""

    start: int
    end: int
    title: str = ""
    link: str = ""
    chosen: bool = False
    kind: str = ""
    """A class of the style sheet, for what is no date."""


def marked(text: str, spans: Iterable[Span] = ()) -> str:
    """The text as HTML. Spans outside the text or inside another one are left out."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if at <= span.start < span.end <= len(text):
            parts += (safe(text[at : span.start]), _mark(text[span.start : span.end], span))
            at = span.end
    return "".join((*parts, safe(text[at:])))


def around(text: str, span: Span, most: int) -> tuple[str, Span]:
    """So many letters of a text, whole words where there are any, round a span; and where the span stands in them."""
    if len(text) <= most:
        return text, span
    first = max(min((span.start + span.end - most) // 2, len(text) - most, span.start), 0)
    last = max(first + most, span.end)
    if first:
        first = text.find(" ", first - 1, span.start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", span.end, last), 0) or last
    before, after = (ELLIPSIS if first else ""), (ELLIPSIS if last < len(text) else "")
    moved = len(before) - first
    return f"{before}{text[first:last]}{after}", replace(span, start=span.start + moved, end=span.end + moved)


def safe(text: str) -> str:
    """Text as HTML that shows it and does nothing else."""
    return escape(steady(text))


def in_english(html: str) -> str:
    """What the program says in English alone, told as such where the page is in another language."""
    return html if language() == OWN else f'<span lang="{OWN}" dir="ltr">{html}</span>'


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
    chosen = ' id="chosen" class="chosen"' if span.chosen else f' class="{span.kind}"' if span.kind else ""
    title = f' title="{safe(span.title)}"' if span.title else ""
    inner = f"<mark{chosen}{title}>{safe(words)}</mark>"
    return f'<a class="quiet" href="{safe(span.link)}" target="_self">{inner}</a>' if span.link else inner
