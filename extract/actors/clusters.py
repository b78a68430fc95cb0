"""Names that are one actor's: compared by sound, and only with those of which the last word sounds alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extract.actors.lexicon import phones
from extract.actors.phonetic import block_keys, distance, sounds
from extract.actors.romanise import is_latin, romanise
from extract.model import ActorType
from extract.text.fold import fold

SURNAME_NEAR = 0.28
"""Surnames of which the sounds lie no further apart may be one."""

GIVEN_NEAR = 0.34
"""Given names have more spellings ("Masoud", "Massoud") and say less; further apart they are a veto."""

SAME_SCRIPT_NEAR = 0.12
"""Within one script spelling hardly varies: names that lie further apart are two people's."""

BARE_NEAR = 0.2
"""A surname alone has no given name to confirm it, so that it must lie nearer."""

CACHED_NAMES = 100_000

SEPARATORS = re.compile(r"[\s\-'.]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut into the words that count, with their sounds."""

    text: str
    words: tuple[str, ...]
    latin: bool

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
class _Cluster:
    names: list[Name]
    fixed: str | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def canonical(self) -> str:
        """The fixed name; else the fullest of the Latin ones; else the fullest of all, transliterated."""
        if self.fixed is not None:
            return self.fixed
        latin = [name for name in self.names if name.latin]
        best = min(latin or self.names, key=self._rank)
        return best.text if best.latin else romanise(best.text)

    def _rank(self, name: Name) -> tuple[int, bool, int, str]:
        return -len(name.words), not name.text.isascii(), -self.counts[name.text], name.text


class Clusters:
    """The actors of one type. Names already settled are given first and never renamed."""

    def __init__(self, fixed: Iterable[str], type_: ActorType) -> None:
        self._whole = type_ is not ActorType.PERSON
        self._blocks: defaultdict[str, list[_Cluster]] = defaultdict(list)
        self._all: list[_Cluster] = []
        for text in fixed:
            self._add(parse(text), fixed=text)

    def join(self, counts: Counter[str]) -> dict[str, str]:
        """The canonical name of each name: full names first, then the bare ones that join them."""
        placed: dict[str, _Cluster] = {}
        for text in sorted(counts, key=lambda text: (-len(parse(text).words), not is_latin(text), text)):
            name = parse(text)
            cluster = self._find(name) or self._add(name)
            if all(name.text != other.text for other in cluster.names):
                cluster.names.append(name)
                self._index(cluster, name)
            cluster.counts[text] += counts[text]
            placed[text] = cluster
        return {text: cluster.canonical() for text, cluster in placed.items()}

    def _add(self, name: Name, fixed: str | None = None) -> _Cluster:
        cluster = _Cluster([name], fixed)
        self._all.append(cluster)
        self._index(cluster, name)
        return cluster

    def _index(self, cluster: _Cluster, name: Name) -> None:
        for key in block_keys(name.surname):
            block = self._blocks[key]
            if all(other is not cluster for other in block):
                block.append(cluster)

    def _find(self, name: Name) -> _Cluster | None:
        """The nearest cluster; None where none is near, or a bare surname lies equally near to two."""
        near: dict[int, tuple[float, _Cluster]] = {}
        for key in block_keys(name.surname):
            for cluster in self._blocks.get(key, ()):
                if id(cluster) not in near:
                    gap = min(self._gap(name, other) for other in cluster.names)
                    near[id(cluster)] = (gap, cluster)
        ranked = sorted((gap, cluster.names[0].text, at) for at, (gap, cluster) in enumerate(near.values()) if gap < 1)
        if not ranked or (len(name.words) == 1 and _is_torn(ranked)):
            return None
        return list(near.values())[ranked[0][2]][1]

    def _gap(self, one: Name, other: Name) -> float:
        """How far two names lie apart; 1 where they cannot be one actor's."""
        if one.text == other.text:
            return 0.0
        if self._whole:
            return _gap_of_words(one, other) if len(one.words) == len(other.words) else 1.0
        same_script = one.latin == other.latin
        return _gap_of_people(one, other, SAME_SCRIPT_NEAR if same_script and one.latin else SURNAME_NEAR)


def _is_torn(ranked: Sequence[tuple[float, str, int]]) -> bool:
    """Whether a bare surname has two owners equally near."""
    return len(ranked) > 1 and ranked[0][0] == ranked[1][0]


def _gap_of_words(one: Name, other: Name) -> float:
    gaps = [distance(*sorted(pair)) for pair in zip(one.words, other.words, strict=True)]
    limit = SAME_SCRIPT_NEAR if one.latin == other.latin else BARE_NEAR
    return max(gaps) if max(gaps) <= limit else 1.0


def _gap_of_people(one: Name, other: Name, limit: float) -> float:
    surname = distance(*sorted((one.surname, other.surname)))
    if len(one.words) == 1 or len(other.words) == 1:
        return surname if surname <= min(limit, BARE_NEAR) else 1.0
    given = _given_gap(one.words[0], other.words[0])
    return surname + given if surname <= limit and given <= GIVEN_NEAR else 1.0


def _given_gap(one: str, other: str) -> float:
    """How far two given names lie apart; an initial agrees with every name that begins so."""
    if min(len(one), len(other)) == 1:
        return 0.0 if one[:1] == other[:1] else 1.0
    return distance(*sorted((one, other)))
