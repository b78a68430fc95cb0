"""The link to the very sentence: a text fragment on the source's address, else the reader page."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

SAFE_SCHEMES = frozenset({"http", "https"})
"""Addresses of other kinds (javascript:, file:) are never made into links."""

ALLOWED_IN_ADDRESS = "%/:=&?~+!$,;@()*[]"
"""Signs that mean something in an address, and the one that begins an encoded sign; all others are encoded."""

WORDS_AT_EACH_END = 5
"""Enough words to find a sentence, few enough to survive small edits of the page."""


def link_to(url: str | None, event_id: str, sentence: str) -> str:
    """`https://...#:~:text=first words,last words`, or `/reader?event=ID` where the source has no web address."""
    if url is None or not _is_web_address(url):
        return f"/reader?event={event_id}"
    words = sentence.split()
    pieces = [words] if len(words) <= 2 * WORDS_AT_EACH_END else [words[:WORDS_AT_EACH_END], words[-WORDS_AT_EACH_END:]]
    fragment = ",".join(_encode(" ".join(piece)) for piece in pieces)
    return f"{quote(url.partition('#')[0], safe=ALLOWED_IN_ADDRESS)}#:~:text={fragment}"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in SAFE_SCHEMES and bool(parts.netloc)


def _encode(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
