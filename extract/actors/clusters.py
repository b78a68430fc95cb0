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

CACHED_NAMES = 100_000
"""Parsed names that are remembered: more than most collections have."""

SEPARATORS = re.compile(r"[\s\-'.\u2019]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut into the words that count, as they sound."""

    text: str
    words: tuple[str, ...]
    latin: bool

    def keys(self) -> frozenset[str]:
        """The blocks of its last word, and of its last two, which another script may write as one."""
        last = block_keys(self.surname)
        return last | block_keys("".join(self.words[-2:])) if len(self.words) > 1 else last

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
        return -len(name.words), not name.text.isascii(), -self.counts[name.text], name.text


class Clusters:
    """The actors of one kind. Names already settled are given first and never renamed."""

    def __init__(self, fixed: Iterable[str], people: bool) -> None:
        self._people = people
        self._blocks: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_text: dict[str, Cluster] = {}
        for text in fixed:
            self._add(parse(text), Cluster([], text))

    def join(self, counts: Counter[str]) -> None:
        """Places names: the full ones first, then the bare ones that join them."""
        for text in sorted(counts, key=lambda text: (-len(parse(text).words), not is_latin(text), text)):
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
        if not ranked or (len(name.words) == 1 and len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]

    def _add(self, name: Name, cluster: Cluster) -> None:
        if name.text in self._by_text:
            return
        cluster.names.append(name)
        self._by_text[name.text] = cluster
        for key in name.keys():
            block = self._blocks[key]
            if all(other is not cluster for other in block[-LARGEST_BLOCK:]):
                block.append(cluster)

    def _gaps(self, name: Name) -> Iterator[tuple[float, Cluster]]:
        seen: set[int] = set()
        for key in sorted(name.keys()):
            for cluster in self._blocks.get(key, ())[:LARGEST_BLOCK]:
                if id(cluster) in seen:
                    continue
                seen.add(id(cluster))
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
    near = (SAME_SCRIPT_NEAR, SAME_SCRIPT_NEAR) if same_script else (SURNAME_NEAR, GIVEN_NEAR)
    return surname + given if surname <= near[0] and given <= near[1] else APART


def _given_gap(one: str, other: str) -> float:
    """How far two given names lie apart; an initial agrees with every name that begins so."""
    if min(len(one), len(other)) == 1:
        return 0.0 if one[:1] == other[:1] else APART
    return _sound_gap(one, other)


def _sound_gap(one: str, other: str) -> float:
    return distance(min(one, other), max(one, other))
