"""How names sound: words of any script as one coarse alphabet of sounds, and how far two of them lie apart."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from math import inf

from extract.actors.lexicon import phones
from extract.text.fold import fold

START = "^"
"""Marks graphemes that sound so at the start of a word only."""

FIRM = 1.0
"""What a sound weighs that the data do not call light."""

WHOLE = 1.5
"""What it costs to put one sound for another, or leave it out, where the data name nothing cheaper: more than the sound
weighs, for one consonant too many ("Tsipas", "Tsipras") tells two names apart."""

LEAST_WEIGHT = 1.5
"""A name of light sounds alone weighs so much, so that its vowels do not decide."""

CACHED_PAIRS = 30_000
"""Names recur all over a collection; so many compared pairs are remembered."""

FAR = 0.45
"""Words that lie further apart are not told from one another: nobody takes them for one name."""

BLOCK_LETTERS = 6
"""So many of a name's firm consonants make its key; the rest of a longer name adds nothing."""

NO_CONSONANT = "~"
"""The key of names that have none that is firm: "Hugh", "Wei"."""

MAX_SOUNDS = 40
"""No name sounds longer; what does is cut, so that comparing stays cheap whatever the text holds."""


@lru_cache(CACHED_PAIRS)
def sounds(word: str, keeps_article: bool = False) -> str:
    """A word's sounds, without its article if any; letters that the data do not know stand for themselves."""
    table, longest = _graphemes()
    letters = _letters(word, table, "" if keeps_article else _article(word))
    heard: list[str] = []
    at = 0
    while at < len(letters):
        size = next(n for n in range(longest, 0, -1) if n == 1 or letters[at : at + n] in table)
        piece = letters[at : at + size]
        sound = table.get(piece, piece)
        heard.append(sound if at else table.get(START + piece, sound))
        at += len(piece)
    return "".join(sound for sound, _ in groupby("".join(heard)))[:MAX_SOUNDS]


def _letters(word: str, table: dict[str, str], article: str) -> str:
    """Small letters, folded where the table does not know them as they are: "ş" it knows, "é" it does not."""
    return "".join(letter if letter in table else fold(letter) for letter in word.lower())[len(article) :]


def _article(word: str) -> str:
    return next((each for each in phones().articles if word.startswith(each) and len(word) > len(each) + 2), "")


@cache
def _graphemes() -> tuple[dict[str, str], int]:
    table = phones().graphemes
    return table, max(map(len, table))


@cache
def _costs() -> tuple[dict[tuple[str, str], float], dict[str, float]]:
    substitute: dict[tuple[str, str], float] = {}
    for group in phones().costs.substitute:
        for one in group.sounds:
            for other in group.sounds:
                cost = min(group.cost, substitute.get((one, other), WHOLE))
                substitute[one, other] = 0.0 if one == other else cost
    omit: dict[str, float] = {}
    for group in phones().costs.omit:
        omit |= dict.fromkeys(group.sounds, group.cost)
    return substitute, omit


@lru_cache(CACHED_PAIRS)
def distance(one: str, other: str) -> float:
    """How far two words' sounds lie apart: 0 where they sound the same, 1 where they are far from it."""
    if one == other:
        return 0.0
    weight = max(_weight(one), _weight(other), LEAST_WEIGHT)
    gap = _edit(one, other, FAR * weight) / weight
    return gap if gap <= FAR else 1.0


@lru_cache(CACHED_PAIRS)
def _weight(heard: str) -> float:
    omit = _costs()[1]
    return sum(omit.get(sound, FIRM) for sound in heard)


def _edit(one: str, other: str, most: float) -> float:
    """Levenshtein's distance with a cost for each pair of sounds; given up for infinite where it must exceed `most`."""
    substitute, omit = _costs()
    row = [0.0]
    for sound in other:
        row.append(row[-1] + omit.get(sound, WHOLE))
    for left in one:
        drop = omit.get(left, WHOLE)
        above, row = row, [row[0] + drop]
        for at, right in enumerate(other):
            change = 0.0 if left == right else substitute.get((left, right), WHOLE)
            row.append(min(above[at] + change, above[at + 1] + drop, row[at] + omit.get(right, WHOLE)))
        if min(row) > most:
            return inf
    return row[-1]


@lru_cache(CACHED_PAIRS)
def block_keys(heard: str) -> frozenset[str]:
    """Keys of which two spellings of a name share one: its firm consonants, and these with one left out."""
    classes = _classes()
    firm = "".join(classes[sound] for sound in heard if sound in classes)[:BLOCK_LETTERS] or NO_CONSONANT
    shorter = {firm[:at] + firm[at + 1 :] for at in range(len(firm))} if len(firm) > 1 else set()
    return frozenset({firm} | shorter)


def is_consonant(sound: str) -> bool:
    """Whether a sound is a consonant that every script writes."""
    return sound in _classes()


@cache
def _classes() -> dict[str, str]:
    return {sound: key for key, members in phones().blocks.items() for sound in members}
