"""What a text looks back on says nothing of when it was written: the youngest of what it names tells that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.era import Era, EraKind

FIRM = frozenset({EraKind.NOT_BEFORE, EraKind.FORMER, EraKind.ELECT, EraKind.IN_OFFICE})
"""What shows that a text is younger than something else that it names."""

PASSING = frozenset({EraKind.IN_OFFICE, EraKind.NOT_AFTER})
"""What a text may look back on."""


def without_looking_back(eras: Iterable[Era]) -> Iterator[Era]:
    """The eras but those that were over when another firm one, with all that its words may mean, had not begun."""
    found = list(eras)
    begin = _youngest(found)
    for era in found:
        passed = era.interval_last is not None and begin is not None and era.interval_last <= begin
        if not (passed and era.kind in PASSING):
            yield era


def _youngest(eras: list[Era]) -> int | None:
    """The latest of the days on which the firm eras begin."""
    begins: defaultdict[tuple[EraKind, str], list[int]] = defaultdict(list)
    for era in eras:
        if era.kind in FIRM and era.interval_first is not None:
            begins[era.kind, era.words].append(era.interval_first)
    return max((min(days) for days in begins.values()), default=None)
