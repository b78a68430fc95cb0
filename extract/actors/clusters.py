"""Names that are one actor's: compared by sound, and only with those of which the last word sounds alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from extract.actors.names import APART, Name, gap_of_people, gap_of_words, last_words, last_words_of_people, parse
from extract.actors.phonetic import are_far, block_keys, latin_keys
from extract.actors.romanise import romanise

LARGEST_BLOCK = 200
"""So many actors are compared with a name at most; a block that holds more says too little to decide by."""


NAMES_KEPT = 6_000
"""Names of which the keys are remembered: those of some hundred documents, which name the same people."""

FEW = 8
"""Clusters that are compared one by one: for more, it is worth while to look first which may be near."""

ALL, BARE, FULL, SAME = "a", "b", "f", "="
"""Kinds of keys of kept names: of all, of those without a given name, of surname and given name, and the very name."""

AMONG_LATIN, LATIN, OTHER = "n", "l", "o"
"""Whose keys these are: of names in Latin letters for such names, which hardly vary, and for others, and of others."""

_KEPT = {True: (AMONG_LATIN, LATIN), False: (OTHER,)}
_SOUGHT = {True: (AMONG_LATIN, OTHER), False: (LATIN, OTHER)}
"""By whether a name is in Latin letters."""


@dataclass(slots=True)
class Cluster:
    """The names of one actor; `fixed` is the canonical name where it was settled before."""

    names: list[Name]
    fixed: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    is_own: bool = False
    """Whether the user says that its names are one actor's: then none of them speaks against another."""
    so_far: set[str] = field(default_factory=set)
    """What it was called before, for want of a better name."""

    def canonical(self) -> str:
        """The fixed name; else the fullest Latin one; else what it was called; else the fullest, transliterated."""
        if self.fixed is not None:
            return self.fixed
        if latin := [name for name in self.names if name.latin]:
            return min(latin, key=self._rank).text
        return min(self.so_far, default="") or _large(romanise(min(self.names, key=self._rank).text))

    def _rank(self, name: Name) -> tuple[int, bool, int, str]:
        return -name.fullness, not name.text.isascii(), -self.counts[name.text], name.text


class Clusters:
    """The actors of one kind."""

    def __init__(self, people: bool) -> None:
        self._people = people
        self._blocks: dict[str, dict[int, Cluster]] = {}
        """By the keys that were sought so far, each cluster under its identity: most keys nobody seeks."""
        self._by_text: dict[str, Cluster] = {}

    def settle(self, canonical: str, names: Iterable[str], is_own: bool = False) -> None:
        """Gives an actor whose name is settled and never changes; before any names are placed."""
        cluster = Cluster([], canonical, is_own=is_own)
        for text in names:
            self._add(parse(text), cluster)

    def join(self, counts: Counter[str], so_far: Mapping[str, str]) -> None:
        """Places names: the full ones first, then the bare ones that join them.

        `so_far` is what actors of some of these names are called, until they have a better one.
        """
        self.expect(counts)
        for text in sorted(counts, key=_order):
            name = parse(text)
            cluster = self.find(text) or Cluster([])
            self._add(name, cluster)
            cluster.counts[text] += counts[text]
            if text in so_far:
                cluster.so_far.add(so_far[text])

    def expect(self, texts: Iterable[str]) -> None:
        """Make ready for names that will be looked for: one by one it takes longer."""
        keys = {key for text in texts for key in sought_under(text, self._people) if key not in self._blocks}
        self._blocks |= {key: {} for key in keys}
        for text, cluster in self._by_text.items() if keys else ():
            for key in kept_under(text):
                if key in keys:
                    self._keep(key, cluster)

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

    def namesakes(self, text: str) -> list[str]:
        """Canonical names of those named in full to whom a bare surname lies equally near; none where it is one's."""
        name = parse(text)
        if not name.is_bare:
            return []
        full = [pair for pair in self._gaps(name) if any(not other.is_bare for other in pair[1].names)]
        least = min((gap for gap, _ in full), default=APART)
        nearest = sorted({cluster.canonical() for gap, cluster in full if gap == least})
        return nearest if len(nearest) > 1 else []

    def _add(self, name: Name, cluster: Cluster) -> None:
        if name.text in self._by_text:
            return
        cluster.names.append(name)
        self._by_text[name.text] = cluster
        for key in kept_under(name.text):
            if key in self._blocks:
                self._keep(key, cluster)

    def _keep(self, key: str, cluster: Cluster) -> None:
        block = self._blocks[key]
        if len(block) < LARGEST_BLOCK:
            block[id(cluster)] = cluster

    def _gaps(self, name: Name) -> Iterator[tuple[float, Cluster]]:
        self.expect((name.text,))
        found: dict[int, Cluster] = {}
        for key in sought_under(name.text, self._people):
            found |= self._blocks[key]
        for cluster in self._without_far(name, found) if len(found) > FEW else found.values():
            gap = self._gap(name, cluster)
            if gap < APART:
                yield gap, cluster

    def _without_far(self, name: Name, clusters: Mapping[int, Cluster]) -> Iterable[Cluster]:
        """Those that may be near by their last words; most share no more with it than the key under which they lie."""
        pairs = [(which, other) for which, cluster in clusters.items() for other in cluster.names]
        limits = last_words_of_people if self._people else last_words
        others = [other for _, other in pairs]
        far = are_far(name.surname, [other.surname for other in others], limits(name, others))
        near = {which for (which, _), is_far in zip(pairs, far.tolist(), strict=True) if not is_far}
        return (cluster for which, cluster in clusters.items() if which in near)

    def _gap(self, name: Name, cluster: Cluster) -> float:
        """The gap to the nearest of the cluster's names, unless one of the full ones speaks against it."""
        compare = gap_of_people if self._people else gap_of_words
        may_veto = self._people and not cluster.is_own and len(name.words) > 1
        least = APART
        for other in cluster.names:
            gap = compare(name, other)
            if gap >= APART and may_veto and len(other.words) > 1:
                return APART
            least = min(least, gap)
        return least


@lru_cache(maxsize=NAMES_KEPT)
def kept_under(text: str) -> tuple[str, ...]:
    """Keys under which a name is kept, so that those which may be its actor's find it."""
    name = parse(text)
    kind = BARE if name.is_bare else FULL
    return (key_of(text), *(key for among in _KEPT[name.latin] for key in _keys(name, among, ALL, kind)))


@lru_cache(maxsize=NAMES_KEPT)
def sought_under(text: str, is_person: bool) -> tuple[str, ...]:
    """Keys under which the names lie with which a name is compared."""
    name = parse(text)
    kinds = (ALL,) if name.is_bare or not is_person else (BARE, FULL)
    return tuple(key for among in _SOUGHT[name.latin] for key in _keys(name, among, *kinds))


def key_of(text: str) -> str:
    """The key under which only the names lie that are written the same."""
    return f"{SAME} {text}"


def _keys(name: Name, among: str, *kinds: str) -> Iterator[str]:
    by = latin_keys if among == AMONG_LATIN else block_keys
    for kind in kinds:
        for key in name.full_keys(by) if kind == FULL else sorted(name.surname_keys(by)):
            yield f"{kind}{among} {key}"


def _large(name: str) -> str:
    """A name with a capital: scripts without capitals give none."""
    return name[:1].upper() + name[1:]


def _order(text: str) -> tuple[bool, int, bool, str]:
    """Full names before bare ones, Latin ones before others, so that the order of documents does not matter."""
    name = parse(text)
    return name.is_bare, -len(name.words), not name.latin, text
