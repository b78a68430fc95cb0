"""What a source says as HTML that shows it and does nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from extract.export.telling import host_of
from extract.label import in_line, steady

PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
QUOTED = re.compile("\u201c[^\u201c\u201d]*\u201d")
"""How explanations quote a source's words."""

DIGEST_LETTERS = 16


def safe(text: str) -> str:
    """Text as HTML, in its own lines."""
    return escape(steady(text))


def line(text: str) -> str:
    """Text as HTML, in one line."""
    return escape(in_line(text))


def isolated(text: str) -> str:
    """A source's words among the program's own, their direction kept to themselves."""
    return f"<bdi>{line(text)}</bdi>"


def explained(text: str) -> str:
    """The program's own sentence; what it quotes keeps its direction to itself."""
    return QUOTED.sub(r"<bdi>\g<0></bdi>", line(text))


def link(url: str, words: str = "") -> str:
    """A link to a web address, shown with its host; nothing for addresses of other kinds."""
    host = host_of(url)
    if not host:
        return ""
    shown = f"{escape(words)}, {line(host)}" if words else line(host)
    return f'<a href="{line(url)}" rel="noopener noreferrer nofollow" target="_blank">{shown}</a>'


def anchor(kind: str, name: str) -> str:
    """Where in the page something stands: its id as it is where that is plain, else a digest of it."""
    plain = name if PLAIN_NAME.fullmatch(name) else sha256(name.encode()).hexdigest()[:DIGEST_LETTERS]
    return f"{kind}-{plain}"


def marked(sentence: str, words: str) -> str:
    """A sentence with the words of its date marked wherever they stand in it by themselves, else wherever they do."""
    every = list(_places(sentence, words)) if words.strip() else []
    found = [place for place in every if _stands_alone(sentence, place, place + len(words))] or every
    parts, at = [], 0
    for place in found:
        end = place + len(words)
        parts += [safe(sentence[at:place]), f"<mark>{safe(sentence[place:end])}</mark>"]
        at = end
    return "".join((*parts, safe(sentence[at:])))


def _places(sentence: str, words: str) -> Iterator[int]:
    """Where words stand in a sentence, without overlaps."""
    place = sentence.find(words)
    while place >= 0:
        yield place
        place = sentence.find(words, place + len(words))


def _stands_alone(sentence: str, start: int, end: int) -> bool:
    """Whether words are no part of longer ones: "May" is none of "Mayor"."""
    return not (sentence[max(start - 1, 0) : start].isalnum() or sentence[end : end + 1].isalnum())
