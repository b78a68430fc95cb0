"""What a page tells machines about itself in JSON-LD, whatever else stands there."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator

from lxml.html import HtmlElement

Node = dict[str, object]

MOST_NODES = 2_000
"""A page describes itself in a few nodes; lists of thousands are a shop's."""

LEADS_ON = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys below which a page goes on to speak of itself; below others it speaks of comments, reviews and other pages."""

ARTICLE = re.compile(r"(?:Article|Posting|^Report)$")
"""How schema.org's names of all kinds of article end."""

PAGE = re.compile(r"Page$")
UNLIKELY = 4

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|(?://\s*)?\]\]>)?[\s;]*$"
)
"""What old programs put around a script."""


def article_nodes(tree: HtmlElement) -> list[Node]:
    """The nodes that describe the page or its article, the likeliest to be of the article first."""
    return sorted((node for node in _nodes(tree) if _rank(node) < UNLIKELY), key=_rank)


def text_of(value: object) -> str | None:
    """The first text of a value, which may be a list, or a node with a name or value of its own."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return value.strip() or None if isinstance(value, str) else None


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    waiting: deque[object] = deque(_blocks(tree))
    for _ in range(MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value[:MOST_NODES])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in LEADS_ON if key in value)


def _blocks(tree: HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        if not (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            continue
        try:
            yield json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue  # a block that is broken says nothing about the next


def _types(node: Node) -> tuple[str, ...]:
    types = node.get("@type")
    return tuple(str(each) for each in (types if isinstance(types, list) else [types]))


def _rank(node: Node) -> int:
    """How likely it is the article: 0 is most likely, UNLIKELY is not at all."""
    is_article = any(ARTICLE.search(each) for each in _types(node))
    if "headline" in node:
        return 0 if is_article else 2
    if is_article:
        return 1
    return 3 if any(PAGE.search(each) for each in _types(node)) else UNLIKELY
