"""What a text says against a date that is stated for it: a fetch date, a template's year, a page's header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from operator import itemgetter

from extract.dates.days import MOST_DAYS, Bits, Clue, Days, days_of
from extract.dates.interval import Grain, Interval, one_day
from extract.dates.statements import Statement
from extract.reason import Date, Reason

SLACK = 2
"""Days by which a stated date may differ from the day of writing: zones of time, papers that are dated ahead, pages
that show a text a day or two later."""

WORTH_TELLING = 1.5
"""Bits from which a clue is named among the objections."""


@dataclass(frozen=True, slots=True)
class Objection:
    """How much less likely the stated days are than those that fit the text best, in bits, and why."""

    bits: float
    reasons: tuple[Reason, ...]


NO_OBJECTION = Objection(0.0, ())


def objection(said: Statement, found: Sequence[Clue], within: Interval | None, read_on: int | None) -> Objection:
    """What clues say against a statement; `within` are the days on which they may place the text."""
    if read_on is not None and said.interval.start > read_on + SLACK:
        return Objection(inf, (Reason("read_before", {"day": Date(one_day(read_on), Grain.DAY)}),))
    hard = [clue for clue in found if not clue.soft]
    stated = Interval(said.interval.start - SLACK, said.interval.end + SLACK)
    if within is None or not hard or within.hull(stated).days > MOST_DAYS:
        return NO_OBJECTION
    days = days_of(within.hull(stated))
    weighed = [(clue, clue.weigh(days)) for clue in hard]
    total: Bits = sum(bits for _, bits in weighed)  # type: ignore[assignment]
    lost = [(_lost(bits, stated, days), clue.reason) for clue, bits in weighed]
    worst_first = sorted(lost, key=itemgetter(0), reverse=True)
    told = dict.fromkeys(reason for bits, reason in worst_first if reason and bits >= WORTH_TELLING)
    return Objection(_lost(total, stated, days), tuple(told))


def _lost(bits: Bits, stated: Interval, days: Days) -> float:
    """Bits by which the best of the stated days falls short of the best of all."""
    first = stated.start - days.interval.start
    return float(bits.max() - bits[first : first + stated.days].max())
