"""A source's words where they stand among the program's own: in one line, steering nothing beside them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from extract.events.centre import LONGEST_NAME

LONG_CONTEXT = re.compile(rf"\[(?:[^\]]*\u2026|[^\]]{{{LONGEST_NAME + 1},}})\]\s+")
"""The sentence that a headline goes on from, in brackets before it; names in brackets are shorter and whole."""

DIRECTION_SIGNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
"""Signs that turn the direction of what follows: in a label they would reach into the program's own words."""

ISOLATE, ISOLATE_END = "\u2068", "\u2069"
"""The signs before and after what keeps its direction to itself."""

OVERRIDES = frozenset("\u202d\u202e")
"""Signs that make letters run against their own direction: a text that needs them is one that deceives."""

LABELS_KEPT = 10_000
"""Labels that are kept: a page shows some hundreds, mostly the same ones again."""

REPLACEMENT = "\ufffd"

LAYOUT = "\t\n\r"
"""The control signs that a text may be laid out with."""

_CONTROL = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) - frozenset(LAYOUT)
_STEADIED = dict.fromkeys(map(ord, _CONTROL | OVERRIDES), REPLACEMENT)


def undirected(words: str) -> str:
    """Words without the signs that turn what follows."""
    return "".join(sign for sign in words if sign not in DIRECTION_SIGNS)


def isolated(words: str) -> str:
    """A source's words that turn nothing beside them, and are turned by nothing."""
    return f"{ISOLATE}{words}{ISOLATE_END}"


@cache
def language_name(code: str) -> str:
    """A language's name in that language; the code where there is no such language."""
    try:
        name = Locale.parse(code).get_display_name(code)
    except (ValueError, UnknownLocaleError, TypeError):
        return label(code)
    return name[:1].upper() + name[1:] if name else label(code)


def without_context(headline: str) -> str:
    """A headline without the sentence in brackets before it, for where there is no room for both; names stay."""
    return headline[found.end() :] if (found := LONG_CONTEXT.match(headline)) else headline


def label(text: str, most: int = 60) -> str:
    """A source's words as one short line without signs that steer direction or layout."""
    return _label(text[: 4 * most], most)


@lru_cache(LABELS_KEPT)
def _label(text: str, most: int) -> str:
    kept = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in undirected(text))
    line = " ".join(kept.split())
    if len(line) <= most:
        return line
    shorter = line[:most]
    at = shorter.rfind(" ")
    return f"{shorter[: at if at > most // 2 else most].rstrip(' ,;:.')}…"


def steady(text: str) -> str:
    """A source's text as it may be shown whole: what deceives, or has no shape, gives way to the sign for that."""
    return text.translate(_STEADIED)


def in_line(text: str) -> str:
    """The same in one line, however long."""
    return " ".join(steady(text).split())
