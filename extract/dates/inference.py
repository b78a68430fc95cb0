"""When a text was written, inferred from what it says: all evidence laid over all days, told no finer than it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from extract.dates.clues import clues
from extract.dates.days import MOST_DAYS, Belief, Clue, believe, days_of
from extract.dates.expression import Offset
from extract.dates.interval import LONGEST_MONTH, Grain, Interval, unit_of
from extract.dates.register import tells_a_story
from extract.dates.statements import Statement
from extract.dates.told import Told, newest_past, speaks_from_its_present
from extract.dates.vintage import usual
from extract.era import Vintage
from extract.reason import Reason

YEARS_BACK = 60
"""How far back from the day of reading a text without any year may have been written."""

FEW_DAYS = 7
"""An answer of at most so many days is told as days, a longer one as the months or the year that hold it."""
A_QUARTER = 92

LEAST_SHARES = ((FEW_DAYS, 0.6), (LONGEST_MONTH, 0.6), (A_QUARTER, 0.75), (Grain.YEAR, 0.75))
"""How likely an answer must be, finest first: so many days in a row, or a calendar year. More than all others together,
and three times as likely where it is coarse; what remains is spread over years of days, and the confidence tells of it.
Of such answers to TempEval-3's texts, more than nine of ten are right."""

CREDIBLE = 0.95
"""Of the days of months or a year that are told, those are kept that hold this share of them together."""

DAYS_PER_YEAR = 366
LATEST = 3 * DAYS_PER_YEAR
"""Days after the newest date of a text in which it was written, where nobody says when it was read."""

LONGEST_SILENCE = 10 * DAYS_PER_YEAR
"""Days: a text whose newest date in full is older is history; its weekdays and days are those of its story."""


FOR, AGAINST = 0.5, -3.0
"""Bits by which a clue makes the answer likelier than the average day, or less likely, to be named as its reason, or as
one that does not fit."""
MOST_REASONS = 6


MARGINS = (7, 31, 92, 183)
"""Days before and after the answer: what means the same from all of them is as sure as they are."""


@dataclass(frozen=True, slots=True)
class Inference:
    """The days on which a text was written, as far as it tells; how finely, how sure, and why."""

    interval: Interval
    grain: Grain
    share: float
    wider: tuple[tuple[Interval, float], ...]
    """Longer stretches round the days, with their shares."""
    reasons: tuple[Reason, ...]
    """The clues that speak for it, the strongest first."""
    objections: tuple[Reason, ...]
    """Those that do not fit."""


@dataclass(frozen=True)
class Question:
    """What there is to infer from; what it says by itself is worked out once."""

    told: Sequence[Told]
    """The mentions of the text itself, without those of its page's head."""
    read_on: int | None
    report: Told | None = None
    """The day of the text's dateline, where that lacks the year."""
    beside: tuple[Clue, ...] = ()
    """Clues from elsewhere than the text's dates."""
    said: tuple[Statement, ...] = ()
    """What is stated of its date."""

    @cached_property
    def clues(self) -> list[Clue]:
        """All clues."""
        return [*clues(self.told, self.report), *self.beside]

    @cached_property
    def within(self) -> Interval | None:
        """The days on which the text can have been written, as far as anything bounds them."""
        return _bounds(self.told, self.read_on)

    @cached_property
    def is_open(self) -> bool:
        """Whether the text lets itself be dated: it speaks from its present, and the days of a story are its own."""
        return speaks_from_its_present(self.told) and not tells_a_story(self.told, None)

    @cached_property
    def evidence(self) -> Belief | None:
        """What the text alone says, before any thought of when texts are usually written: for others to draw on."""
        return believe(self.clues, days_of(self.within)) if self.within else None


def infer(asked: Question, vintage: Vintage | None, near: Sequence[Clue] = ()) -> Inference | None:
    """The answer that all clues carry; None where they do not.

    `vintage` is what the others of its collection say of how old texts are here, None where nothing is to be thought of
    that; `near` are clues that others lend.
    """
    told, found = asked.told, [*asked.clues, *near]
    if asked.within is None or asked.evidence is None or not found or not asked.is_open:
        return None
    gathered = [usual(vintage, asked.within)] if vintage else []
    belief = asked.evidence.after([*near, *gathered])
    answer = _answer(belief)
    if answer is None or _is_history(told, answer[0]):
        return None
    interval, grain = answer
    gains = _gains(found, belief, interval)
    reasons = [reason for reason, bits in gains.items() if bits >= FOR][:MOST_REASONS]
    reasons += [reason for reason, bits in _gains(gathered, belief, interval).items() if bits >= FOR]
    unfit = [reason for reason, bits in gains.items() if bits <= AGAINST]
    return Inference(interval, grain, belief.of(interval), _wider(interval, belief), tuple(reasons), tuple(unfit))


def _wider(interval: Interval, belief: Belief) -> tuple[tuple[Interval, float], ...]:
    stretches = (Interval(interval.start - days, interval.end + days) for days in MARGINS)
    return tuple((each, belief.of(each)) for each in stretches)


def _bounds(told: Sequence[Told], read_on: int | None) -> Interval | None:
    newest = newest_past(told)
    if read_on is None and newest is None:
        return None
    last = read_on if read_on is not None else newest[0].last + LATEST if newest else 0
    first = unit_of(last, Grain.YEAR).start - YEARS_BACK * DAYS_PER_YEAR
    if newest:
        first = min(first, newest[0].start - DAYS_PER_YEAR)
    return Interval(max(first, last - MOST_DAYS), last + 1) if first <= last else None


def _gains(found: Sequence[Clue], belief: Belief, interval: Interval) -> dict[Reason, float]:
    """What each clue adds to the likelihood of an answer against the average day, in bits, the most first."""
    days, first = belief.days, interval.start - belief.days.interval.start
    inside = belief.shares[first : first + interval.days]
    gains: defaultdict[Reason, float] = defaultdict(float)
    for clue in found:
        if clue.reason is None:
            continue
        bits = clue.weigh(days)
        gains[clue.reason] += float(np.average(bits[first : first + interval.days], weights=inside) - bits.mean())
    return dict(sorted(gains.items(), key=lambda gain: -gain[1]))


def _answer(belief: Belief) -> tuple[Interval, Grain] | None:
    """The finest answer that is likely enough: its days, how finely it is told."""
    for measure, least in LEAST_SHARES:
        if isinstance(measure, Grain):
            unit, share = belief.best_unit(measure)
            if share >= least:
                return _credible(belief, unit), measure
        elif some := belief.shortest(least, measure):
            few = measure <= FEW_DAYS
            return (some, Grain.DAY) if few else (_credible(belief, belief.best_days(measure)), Grain.MONTH)
    return None


def _credible(belief: Belief, unit: Interval) -> Interval:
    """The days of a stretch that are not excluded."""
    first = belief.days.interval.start
    kept = belief.shares[unit.start - first : unit.end - first]
    return Belief(days_of(unit), kept / kept.sum()).shortest(CREDIBLE, unit.days) or unit


def _is_history(told: Sequence[Told], answer: Interval) -> bool:
    """Whether the newest date in full lies far before the answer, and no "today" speaks of the time of writing."""
    newest = newest_past(told)
    speaks_of_now = any(isinstance(each.expression, Offset) for each in told)
    return newest is not None and not speaks_of_now and answer.start - newest[0].end > LONGEST_SILENCE
