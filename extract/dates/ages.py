"""What a text's people and things say of the day it was written: clues from the eras that name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from extract.dates.days import Bits, Clue, Days
from extract.era import Era, EraKind
from extract.reason import together

BEFORE = {
    EraKind.NOT_BEFORE: 9.0,
    EraKind.FORMER: 7.0,
    EraKind.ELECT: 6.0,
    EraKind.IN_OFFICE: 8.0,
    EraKind.NOT_AFTER: 0.0,
    EraKind.HOLDER: 3.0,
}
"""Bits against a day of writing before an era: nobody is called president who is not yet one."""
PASSING = frozenset({EraKind.ELECT, EraKind.IN_OFFICE, EraKind.NOT_AFTER})
"""Eras that pass."""

AFTER = 9.0
"""Bits against a day after it: an office that is over is called so ("the former president")."""
AFTER_THINGS = 4.0
"""The same for states and money of the past, which are written of without saying so."""


def age_clues(eras: Iterable[Era], is_story: bool) -> Iterator[Clue]:
    """The clues that eras give; several of one kind with the same words are a choice.

    Who is in office and what is there yet in a story is so at the time that it tells of.
    """
    telling = (era for era in eras if not (is_story and era.kind in PASSING))
    in_order = sorted(telling, key=lambda era: (era.kind, era.words, era.interval_first or 0))
    for (kind, _), group in groupby(in_order, key=lambda era: (era.kind, era.words)):
        choice = list(group)
        after = AFTER_THINGS if kind is EraKind.NOT_AFTER else AFTER
        yield Clue(together(era.told for era in choice), _in_one_of(choice, BEFORE[kind], after))


def _in_one_of(choice: Sequence[Era], before: float, after: float) -> Callable[[Days], Bits]:
    def weigh(days: Days) -> Bits:
        best: Bits = np.full(len(days.numbers), -np.inf)
        for era in choice:
            bits = np.zeros(len(days.numbers))
            if era.interval_first is not None:
                bits -= np.where(days.numbers < era.interval_first, before, 0.0)
            if era.interval_last is not None:
                bits -= np.where(days.numbers > era.interval_last, after, 0.0)
            best = np.maximum(best, bits)
        return best

    return weigh
