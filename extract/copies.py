"""Which sources of a library are copies of one text: they are one voice, called by the smallest of their ids.

Voices are the connected components of the copies that are found in cells. Of a cell that many share, as pages of one
site do by what stands on all, the sources of the smallest ids are compared with all in it, and the others with these
alone. So what is found does not depend on the order in which sources came, and one more costs no more in a large
library: ids are digests, so that few of those that come are among the smallest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from extract.store.library import Library
from extract.store.voices import (
    forget_sketches,
    in_cells,
    keep_sketches,
    note_voiced,
    note_voices,
    sketches_of,
    sources_of,
    texts_of,
    unvoiced,
    voices_of,
)
from extract.text.sketch import Sketch, are_copies, cells, sketch

HEADS = 8
"""Sources of a cell that are compared with all in it: those with the smallest ids. All copies of one text are compared
with the same then; and where different texts meet by chance, they are mostly fewer."""

AT_ONCE = 1_000
"""Sources that find their copies together, those with the smallest ids first: so who heads a cell mostly stays, and
those in crowded ones are not compared again with others that come to head them."""

Sketches = Mapping[str, Sketch]


def keep_voices(library: Library) -> None:
    """Give sources their voices after some came, changed or went. To be called inside `library.writing()`."""
    while marked := unvoiced(library, AT_ONCE):
        held = _held(library, marked)
        there = {source: sketch(text) for source, text in texts_of(library, marked)}
        gone = {source: old for source, old in held.items() if there.get(source) != old}
        come = {source: new for source, new in there.items() if held.get(source) != new}
        if gone or come:
            _keep(library, gone, come)
        note_voiced(library, marked)


def _keep(library: Library, gone: Sketches, come: Sketches) -> None:
    """Write sketches that came in place of those that are gone, and the voices that change by that.

    A voice may fall apart that lost a source, or the word of one that headed a cell: its sources find one another anew.
    Other voices only grow together, by those that came and those that head a cell now.
    """
    touched = {cell for each in (*gone.values(), *come.values()) for cell in cells(each)}
    before = _heads(library, touched)
    loosened = set(voices_of(library, gone).values())
    forget_sketches(library, gone, _rows(gone))
    keep_sketches(library, {source: (new.shingles, new.least) for source, new in come.items()}, _rows(come))
    after = _heads(library, touched)
    none: frozenset[str] = frozenset()
    fallen = {source for cell, heads in before.items() for source in heads - after.get(cell, none)}
    risen = {source for cell, heads in after.items() for source in heads - before.get(cell, none)}
    loosened |= set(voices_of(library, fallen).values())
    loose = {*sources_of(library, loosened), *come}
    _join(library, loose, _held(library, loose | risen))


def _join(library: Library, loose: Collection[str], asking: Sketches) -> None:
    """Let some sources find their copies; those that are loose have no voice but their own yet."""
    pairs = set(_pairs(library, asking))
    others = {source for pair in pairs for source in pair}
    known = dict(asking) | _held(library, others - asking.keys())
    voices = voices_of(library, known) | {source: source for source in loose}
    groups = _Groups()
    for one, other in sorted(pairs):
        first, second = groups.name(voices[one]), groups.name(voices[other])
        if first != second and are_copies(known[one], known[other]):
            groups.join(first, second)
    renamed = {voice: groups.name(voice) for voice in sorted(set(voices.values()).difference(loose))}
    note_voices(
        library,
        {source: groups.name(source) for source in sorted(loose)},
        {old: new for old, new in renamed.items() if old != new},
    )


def _pairs(library: Library, asking: Sketches) -> Iterator[tuple[str, str]]:
    """Pairs of which one asks: it is compared with the heads of its cells, and where it heads one with all in it."""
    by_cell: defaultdict[int, set[str]] = defaultdict(set)
    for cell, source in _rows(asking):
        by_cell[cell].add(source)
    heads = in_cells(library, by_cell, HEADS)
    crowded = [cell for cell in by_cell if len(heads[cell]) == HEADS and not by_cell[cell].isdisjoint(heads[cell])]
    whole = in_cells(library, crowded)
    for cell, sources in by_cell.items():
        first = heads[cell]
        for source in sources:
            for other in whole.get(cell, first) if source in first else first:
                if other != source:
                    yield min(source, other), max(source, other)


def _heads(library: Library, among: Iterable[int]) -> dict[int, frozenset[str]]:
    return {cell: frozenset(sources) for cell, sources in in_cells(library, among, HEADS).items()}


def _held(library: Library, sources: Iterable[str]) -> dict[str, Sketch]:
    return {source: Sketch(*kept) for source, kept in sketches_of(library, sources).items()}


def _rows(sketches: Sketches) -> list[tuple[int, str]]:
    return [(cell, source) for source, each in sketches.items() for cell in cells(each)]


class _Groups:
    """What belongs together, called by the smallest name of each group."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def name(self, member: str) -> str:
        """The smallest name of the group of a member."""
        while (above := self._above.get(member, member)) != member:
            self._above[member] = member = self._above.get(above, above)
        return member

    def join(self, one: str, other: str) -> None:
        """Make one group of two, by their names."""
        self._above[max(one, other)] = min(one, other)
