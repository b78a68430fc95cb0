"""Names that are one actor's: compared by sound, and only with those of which the last word sounds alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.actors.lexicon import phones
from extract.actors.phonetic import block_keys, distance, sounds
from extract.actors.romanise import is_latin, romanise
from extract.text.fold import fold

SURNAME_NEAR = 0.28
"""Surnames of two scripts of which the sounds lie no further apart may be one, if the given names agree."""

GIVEN_NEAR = 0.3
"""Given names of two scripts further apart than this are a veto."""

BARE_NEAR = 0.2
"""A surname alone has no given name to confirm it, so that it must lie nearer."""

SAME_SCRIPT_NEAR = 0.13
"""Within one script spelling hardly varies: names that lie further apart are two people's."""

SHORT_NAME = 2
"""Given name and surname. Longer names may be cut into words otherwise elsewhere, and are compared as a whole too."""

APART = 1.0
"""The gap between names that cannot be one actor's."""

LARGEST_BLOCK = 200
"""So many actors are compared with a name at most; a block that holds more says too little to decide by."""

TELLING_VOWELS = frozenset("aou")
"""At the end of a given name these tell a woman's from a man's; "i", "e" and "y" are ways to write one sound."""

CACHED_NAMES = 100_000
"""Parsed names that are remembered: more than most collections have."""

SEPARATORS = re.compile(r"[\s\-'.\u2019]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut into the words that count, as they sound."""

    text: str
    words: tuple[str, ...]
    latin: bool

    @property
    def fullness(self) -> int:
        """How many of its words are more than an initial."""
        return sum(len(word) > 1 for word in self.words)

    @property
    def is_bare(self) -> bool:
        """Whether it has no given name, or an initial at most."""
        return len(self.words) == 1 or len(self.words[0]) == 1

    def surname_keys(self) -> frozenset[str]:
        """The blocks of its last word, and of its last two, which another script may write as one."""
        last = block_keys(self.surname)
        return last | block_keys("".join(self.words[-2:])) if len(self.words) > SHORT_NAME else last

    def full_keys(self) -> list[str]:
        """The blocks of surname and given name together."""
        return sorted(f"{last} {first}" for last in self.surname_keys() for first in block_keys(self.words[0]))

    @property
    def surname(self) -> str:
        """The sounds of the last word."""
        return self.words[-1]


@lru_cache(CACHED_NAMES)
def parse(text: str) -> Name:
    """A name's words as sounds, without the small ones that come and go."""
    pieces = [piece for piece in SEPARATORS.split(text) if piece]
    firm = [piece for piece in pieces if fold(piece) not in phones().weak] or pieces or [text]
    return Name(text, tuple(sounds(piece) for piece in firm), is_latin(text))


@dataclass(slots=True)
class Cluster:
    """The names of one actor; `fixed` is the canonical name where it was settled before."""

    names: list[Name]
    fixed: str | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def canonical(self) -> str:
        """The fixed name; else the fullest of the Latin ones; else the fullest of all, transliterated."""
        if self.fixed is not None:
            return self.fixed
        best = min([name for name in self.names if name.latin] or self.names, key=self._rank)
        return best.text if best.latin else romanise(best.text)

    def _rank(self, name: Name) -> tuple[int, bool, int, str]:
        return -name.fullness, not name.text.isascii(), -self.counts[name.text], name.text


class Clusters:
    """The actors of one kind. Names already settled are given first and never renamed."""

    def __init__(self, fixed: Iterable[str], people: bool) -> None:
        self._people = people
        self._full: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._bare: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._all: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_text: dict[str, Cluster] = {}
        for text in fixed:
            self._add(parse(text), Cluster([], text))

    def join(self, counts: Counter[str]) -> None:
        """Places names: the full ones first, then the bare ones that join them."""
        for text in sorted(counts, key=_order):
            name = parse(text)
            cluster = self.find(text) or Cluster([])
            self._add(name, cluster)
            cluster.counts[text] += counts[text]

    def names(self) -> dict[str, str]:
        """The canonical name of each name that was placed."""
        return {text: cluster.canonical() for text, cluster in self._by_text.items()}

    def find(self, text: str) -> Cluster | None:
        """The nearest actor; None where none is near, or a bare surname lies equally near to two."""
        if text in self._by_text:
            return self._by_text[text]
        name = parse(text)
        ranked = sorted(self._gaps(name), key=lambda pair: (pair[0], pair[1].names[0].text))
        if not ranked or (name.is_bare and len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]

    def _add(self, name: Name, cluster: Cluster) -> None:
        if name.text in self._by_text:
            return
        cluster.names.append(name)
        self._by_text[name.text] = cluster
        for key in name.surname_keys():
            _append(self._all[key], cluster)
            if name.is_bare:
                _append(self._bare[key], cluster)
        for key in () if name.is_bare else name.full_keys():
            _append(self._full[key], cluster)

    def _gaps(self, name: Name) -> Iterator[tuple[float, Cluster]]:
        if name.is_bare or not self._people:
            blocks = [self._all.get(key, []) for key in sorted(name.surname_keys())]
        else:
            blocks = [self._bare.get(key, []) for key in sorted(name.surname_keys())]
            blocks += [self._full.get(key, []) for key in name.full_keys()]
        for cluster in {id(cluster): cluster for block in blocks for cluster in block}.values():
            gap = self._gap(name, cluster)
            if gap < APART:
                yield gap, cluster

    def _gap(self, name: Name, cluster: Cluster) -> float:
        """The gap to the nearest of the cluster's names, unless one of the full ones speaks against it."""
        compare = _gap_of_people if self._people else _gap_of_words
        gaps = [(compare(name, other), other) for other in cluster.names]
        vetoes = (gap for gap, other in gaps if len(name.words) > 1 and len(other.words) > 1)
        if self._people and any(gap >= APART for gap in vetoes):
            return APART
        return min(gap for gap, _ in gaps)


def _order(text: str) -> tuple[bool, int, bool, str]:
    """Full names before bare ones, Latin ones before others, so that the order of documents does not matter."""
    name = parse(text)
    return name.is_bare, -len(name.words), not name.latin, text


def _append(block: list[Cluster], cluster: Cluster) -> None:
    if len(block) < LARGEST_BLOCK and all(other is not cluster for other in block):
        block.append(cluster)


def _gap_of_words(one: Name, other: Name) -> float:
    """How far two names of places or organisations lie apart, word by word."""
    if len(one.words) != len(other.words):
        return APART
    limit = SAME_SCRIPT_NEAR if one.latin == other.latin else BARE_NEAR
    gap = max(_sound_gap(*pair) for pair in zip(one.words, other.words, strict=True))
    return gap if gap <= limit else APART


def _gap_of_people(one: Name, other: Name) -> float:
    """How far two persons' names lie apart by surname and given name; what stands between them says little."""
    same_script = one.latin and other.latin
    surname = _sound_gap(one.surname, other.surname)
    if len(one.words) == 1 or len(other.words) == 1:
        return surname if surname <= (SAME_SCRIPT_NEAR if same_script else BARE_NEAR) else APART
    if max(len(one.words), len(other.words)) > SHORT_NAME:
        whole = _sound_gap("".join(one.words), "".join(other.words))
        if whole <= (SAME_SCRIPT_NEAR if same_script else BARE_NEAR):
            return whole
    given = _given_gap(one.words[0], other.words[0])
    if same_script and _ends_otherwise(one.words[0], other.words[0]):
        return APART
    near = (SAME_SCRIPT_NEAR, SAME_SCRIPT_NEAR) if same_script else (SURNAME_NEAR, GIVEN_NEAR)
    return surname + given if surname <= near[0] and given <= near[1] else APART


def _given_gap(one: str, other: str) -> float:
    """How far two given names lie apart; an initial agrees with every name that begins so."""
    if min(len(one), len(other)) == 1:
        return 0.0 if one[:1] == other[:1] else APART
    return _sound_gap(one, other)


def _ends_otherwise(one: str, other: str) -> bool:
    """Whether two given names of one script differ in a final vowel, as "Mario" and "Maria" or "Paul" and "Paula" do."""
    return min(len(one), len(other)) > 1 and one[-1] != other[-1] and bool({one[-1], other[-1]} & TELLING_VOWELS)


def _sound_gap(one: str, other: str) -> float:
    return distance(min(one, other), max(one, other))
