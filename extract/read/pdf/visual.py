"""Right-to-left text that is stored in the order in which it is seen, put in the order in which it is read.

Unicode tells the direction of each character; what is done here undoes what a program did when it laid out a line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

RTL = frozenset({"R", "AL"})
NUMBERS = frozenset({"EN", "AN"})
JOINS = "CS"
JOINS_BUT_IN_ARABIC = "ES"
"""Of stops and slashes, and of hyphens: one between two digits is a part of the number; a hyphen is none where the
letter before it is of Arabic's kind ("AL")."""

FORMS = ("\ufb00", "\ufeff")
"""From where to where ligatures and shapes of letters stand, which fonts alone should know."""

JOINER = "JOINER"
"""In the name of what is not seen and yet changes a word."""

STRETCH = unicodedata.lookup("ARABIC TATWEEL")

SIDES = {"LEFT": "RIGHT", "RIGHT": "LEFT", "LESS-THAN": "GREATER-THAN", "GREATER-THAN": "LESS-THAN"}
"""Words in the names of what is seen mirrored in text that runs from right to left."""


@lru_cache(maxsize=4096)
def direction(sign: str) -> str:
    """Its class in Unicode's bidirectional algorithm; "R" or "AL" where any letter of it is so."""
    classes = [unicodedata.bidirectional(each) for each in sign]
    return next((each for each in classes if each in RTL), classes[0] if classes else "ON")


def as_read(seen: Sequence[str], *, rtl: bool, mirror: bool) -> list[str]:
    """The signs of a line, which are given from left to right, in the order in which they are read.

    `rtl` tells which way the line as a whole is read, and `mirror` whether brackets are given as they look.
    """
    if rtl:
        return _turned(seen, mirror=mirror)
    signs: list[str] = []
    start = 0
    for first, end in _passages(seen, RTL, {"L"}):
        signs += [*seen[start:first], *_turned(seen[first:end], mirror=mirror)]
        start = end
    return [*signs, *seen[start:]]


def plain(text: str) -> str:
    """Text without the shapes of its letters, ligatures, and what is not seen."""
    if text.isascii():
        return text
    formless = "".join(unicodedata.normalize("NFKC", each).strip() if _is_form(each) else each for each in text)
    return "".join(each for each in unicodedata.normalize("NFC", formless) if not _is_hidden(each))


def unstretched(text: str) -> str:
    """Text without what draws words out; at a word's end that character is meant."""
    return "".join(
        each for each, after in zip(text, f"{text[1:]} ", strict=True) if each != STRETCH or not after.isalpha()
    )


@lru_cache(maxsize=1024)
def mirrored(sign: str) -> str:
    """A bracket as the one that faces it; anything else as it is."""
    if len(sign) != 1 or not unicodedata.mirrored(sign):
        return sign
    words = unicodedata.name(sign).replace("-POINTING", " -POINTING").split(" ")
    name = " ".join(SIDES.get(word, word) for word in words).replace(" -POINTING", "-POINTING")
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return sign


def _is_form(character: str) -> bool:
    return FORMS[0] <= character < FORMS[1]


def _is_hidden(character: str) -> bool:
    return (
        unicodedata.category(character) == "Cf"
        and JOINER not in unicodedata.name(character, "")
        and (character != "\u00ad")
    )


def _turned(seen: Sequence[str], *, mirror: bool) -> list[str]:
    """A passage that is read from right to left, but for its numbers and what else is read from left to right."""
    straight = dict(_straight(seen))
    starts = {end: start for start, end in straight.items()}
    signs: list[str] = []
    at = len(seen)
    while at:
        start = starts.get(at)
        if start is None:
            at -= 1
            signs.append(mirrored(seen[at]) if mirror else seen[at])
        else:
            signs += seen[start:at]
            at = start
    return signs


def _straight(seen: Sequence[str]) -> list[tuple[int, int]]:
    """Where what is read from left to right begins and ends."""
    found: list[tuple[int, int]] = []
    start = 0
    for first, end in _passages(seen, frozenset({"L"}) | NUMBERS, RTL):
        if any(direction(sign) == "L" for sign in seen[first:end]):
            found += _numbers(seen, start, first)
            start = _without_day(seen, first, _with_closing(seen, first, end))
            found.append((first, start))
    return [*found, *_numbers(seen, start, len(seen))]


def _passages(seen: Sequence[str], of: Collection[str], without: Collection[str]) -> Iterator[tuple[int, int]]:
    """The longest passages that begin and end with a sign of those directions, and hold none of the others."""
    first = end = -1
    for at, sign in enumerate(seen):
        way = direction(sign)
        if way in without and end > first:
            yield first, end
        if way in without:
            first = end = -1
        elif way in of:
            first, end = (at if first < 0 else first), at + 1
    if end > first:
        yield first, end


def _numbers(seen: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        first = at
        while at < end and (direction(seen[at]) in NUMBERS or (at > first and _joins(seen, at, end))):
            at += 1
        if at > first:
            yield first, at
        else:
            at += 1


def _joins(seen: Sequence[str], at: int, end: int) -> bool:
    """Whether a sign between digits is a part of their number."""
    if at + 1 >= end or direction(seen[at + 1]) not in NUMBERS:
        return False
    way = direction(seen[at])
    return way == JOINS or (way == JOINS_BUT_IN_ARABIC and _letter_before(seen, at) != "AL")


def _letter_before(seen: Sequence[str], at: int) -> str | None:
    """The direction of the letter that is read before a number: it is seen on its right."""
    return next((way for sign in seen[at:] if (way := direction(sign)) in RTL), None)


def _with_closing(seen: Sequence[str], first: int, end: int) -> int:
    """The end of a passage with the bracket that closes one in it."""
    if end == len(seen) or unicodedata.category(seen[end][:1] or " ") != "Pe":
        return end
    return end + 1 if mirrored(seen[end]) in seen[first:end] else end


def _without_day(seen: Sequence[str], first: int, end: int) -> int:
    """The end of a passage without a number that stands behind another one ("May 2025 17"): it is read before it."""
    at = end
    while at > first and direction(seen[at - 1]) in NUMBERS:
        at -= 1
    space = at
    while space > first and seen[space - 1] == " ":
        space -= 1
    return space if space < at < end and direction(seen[space - 1]) in NUMBERS else end
