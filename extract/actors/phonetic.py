"""How names sound: words of any script as one coarse alphabet of sounds, and how far two of them lie apart."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, groupby, permutations
from math import inf
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

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

CACHED_PAIRS = 12_000
"""Names recur all over a collection; so many compared pairs are remembered."""

FAR = 0.45
"""Words that lie further apart are not told from one another: nobody takes them for one name."""

BLOCK_LETTERS = 6
"""So many of a name's firm consonants make its key; the rest of a longer name adds nothing."""

ROUNDING = 1e-4
"""More than sums of numbers of 32 bits are wrong by, and less than any two words differ by."""

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


_NONE_CHEAPER: Mapping[str, float] = MappingProxyType({})


@cache
def _costs() -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, float]]:
    """What it costs to put a sound for another, and to leave one out, where that is less than `WHOLE`."""
    substitute: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for group in phones().costs.substitute:
        for one, other in permutations(group.sounds, 2):
            substitute[one][other] = min(group.cost, substitute[one].get(other, WHOLE))
    omit: dict[str, float] = {}
    for group in phones().costs.omit:
        omit |= dict.fromkeys(group.sounds, group.cost)
    return substitute, omit


@lru_cache(CACHED_PAIRS)
def distance(one: str, other: str, most: float = FAR) -> float:
    """How far two words' sounds lie apart: 0 where they sound the same, 1 where they lie further apart than `most`."""
    if one == other:
        return 0.0
    weight = max(_weight(one), _weight(other), LEAST_WEIGHT)
    if max(_cost_of_own(one, other), _cost_of_own(other, one)) > most * weight:
        return 1.0
    gap = _edit(one, other, most * weight + ROUNDING) / weight
    return gap if gap <= most else 1.0


def _cost_of_own(one: str, other: str) -> float:
    """What the sounds cost at least that only the first of two words has: each is left out, or another is put for it.

    Most words that are compared are told apart by that already, which takes a tenth of the time of `_edit`.
    """
    cheapest = _cheapest()
    return sum([cheapest.get(sound, WHOLE) for sound in _different(one) - _different(other)])


def are_far(one: str, others: Sequence[str], most: Sequence[float]) -> NDArray[np.bool_]:
    """Which words are surely further from one than so much each, by what `_cost_of_own` tells, for many at once.

    `distance` tells of the others whether they are.
    """
    costs = np.frombuffer(b"".join(map(_sound_costs, others)), np.float32).reshape(len(others), -1)
    more = costs - np.frombuffer(_sound_costs(one), np.float32)
    every = np.ones(more.shape[1], np.float32)
    least = (np.abs(more) @ every + np.abs(more @ every)) / 2  # the greater of what one has more, and the other
    weights = np.maximum([_weight(other) for other in others], max(_weight(one), LEAST_WEIGHT))
    far: NDArray[np.bool_] = least > np.array(most) * weights + ROUNDING
    return far


@lru_cache(CACHED_PAIRS)
def _sound_costs(heard: str) -> bytes:
    """What it costs at least to change all of a word, by sound, as numbers of 32 bits; what is not known comes last."""
    cheapest = _cheapest()
    places = {sound: place for place, sound in enumerate(cheapest)}
    costs = np.zeros(len(cheapest) + 1, np.float32)
    for sound in heard:
        costs[places.get(sound, -1)] += cheapest.get(sound, WHOLE)
    return costs.tobytes()


@lru_cache(CACHED_PAIRS)
def _different(heard: str) -> frozenset[str]:
    return frozenset(heard)


@cache
def _cheapest() -> Mapping[str, float]:
    """What it costs at least to change each sound, where that is less than `WHOLE`."""
    substitute, omit = _costs()
    return {
        sound: min(omit.get(sound, WHOLE), *substitute.get(sound, _NONE_CHEAPER).values(), WHOLE)
        for sound in {*omit, *substitute}
    }


@lru_cache(CACHED_PAIRS)
def _weight(heard: str) -> float:
    omit = _costs()[1]
    return sum(omit.get(sound, FIRM) for sound in heard)


def _edit(one: str, other: str, most: float) -> float:
    """Levenshtein's distance with a cost for each pair of sounds; infinite where it exceeds `most`.

    Of each row only the part within `most` is filled: most words that are compared leave it soon.
    """
    substitute, omit = _costs()
    rights, adds = ["", *other], [0.0, *(omit.get(sound, WHOLE) for sound in other)]
    row = list(accumulate(adds))
    first, last = 0, bisect_right(row, most) - 1
    for left in one:
        drop, changes = omit.get(left, WHOLE), substitute.get(left, _NONE_CHEAPER)
        above, row = row, [inf] * len(rights)
        diagonal = cost = inf
        within = []
        for at in range(first, len(rights)):
            right, up = rights[at], above[at]
            cost = min(diagonal + (0.0 if left == right else changes.get(right, WHOLE)), up + drop, cost + adds[at])
            diagonal = up
            if cost <= most:
                row[at] = cost
                within.append(at)
            elif at > last:
                break
        if not within:
            return inf
        first, last = within[0], within[-1]
    return row[-1]


@lru_cache(CACHED_PAIRS)
def block_keys(heard: str) -> frozenset[str]:
    """Keys of which two spellings of a name share one: its firm consonants, and these with one left out."""
    firm = firm_consonants(heard)
    shorter = {firm[:at] + firm[at + 1 :] for at in range(len(firm))} if len(firm) > 1 else set()
    return frozenset({firm} | shorter)


@lru_cache(CACHED_PAIRS)
def latin_keys(heard: str) -> frozenset[str]:
    """Keys of which two spellings in Latin letters share one: the firm consonants, with and without the unsure."""
    classes = _latin_classes()
    sure = "".join(sound for sound in heard if sound not in phones().latin_unsure)
    return frozenset({_firm(heard, classes), _firm(sure, classes)})


def firm_consonants(heard: str) -> str:
    """The key of a name's consonants as they are, none left out."""
    return _firm(heard, _classes())


def _firm(heard: str, classes: Mapping[str, str]) -> str:
    return "".join(classes[sound] for sound in heard if sound in classes)[:BLOCK_LETTERS] or NO_CONSONANT


def is_consonant(sound: str) -> bool:
    """Whether a sound is a consonant that every script writes."""
    return sound in _classes()


@cache
def _classes() -> dict[str, str]:
    return {sound: key for key, members in phones().blocks.items() for sound in members}


@cache
def _latin_classes() -> dict[str, str]:
    return {sound: key for key, members in phones().latin_blocks.items() for sound in members}
