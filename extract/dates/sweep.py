"""The days that most evidence agrees on: weighted stretches of time, laid over one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.dates.interval import Interval

RIVAL_DISTANCE = 183
"""Days between the middles of two stretches within which they are one answer and no rivals."""

MOST_RIVALS = 6
"""Rival answers that are weighed against the best; later ones carry next to nothing."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days that a piece of evidence favours; each unit of weight makes it twice as likely."""

    interval: Interval
    weight: float


@dataclass(frozen=True, slots=True)
class Finding:
    """The most likely days, and the share of likelihood that they hold against rival answers."""

    interval: Interval
    share: float


def sweep(windows: Iterable[Window], within: Interval) -> Finding | None:
    """The stretch of `within` with the greatest sum of weights; None where nothing favours any day."""
    change: defaultdict[int, float] = defaultdict(float)
    for window in windows:
        shared = window.interval.shared(within)
        if shared:
            change[shared.start] += window.weight
            change[shared.end] -= window.weight
    if not change:
        return None
    return _best(_levels(change))


def _levels(change: dict[int, float]) -> list[tuple[float, Interval]]:
    levels, height = [], 0.0
    for day, following in pairwise(sorted(change)):
        height += change[day]
        levels.append((round(height, 6), Interval(day, following)))
    return levels


def _best(levels: Sequence[tuple[float, Interval]]) -> Finding:
    """Highest first; of equals the latest."""
    ranked = sorted(levels, key=lambda level: (-level[0], -level[1].start))
    answers: list[tuple[float, Interval]] = []
    for height, interval in ranked:
        if all(_apart(interval, other) for _, other in answers):
            answers.append((height, interval))
        if len(answers) > MOST_RIVALS:
            break
    best_height, best = answers[0]
    likelihoods = [2.0 ** (height - best_height) for height, _ in answers]
    return Finding(_widened(best, best_height, levels), 1.0 / sum(likelihoods))


def _apart(one: Interval, other: Interval) -> bool:
    return abs((one.start + one.end) - (other.start + other.end)) > 2 * RIVAL_DISTANCE


def _widened(best: Interval, height: float, levels: Sequence[tuple[float, Interval]]) -> Interval:
    """The best stretch with its neighbours of the same height."""
    for level, interval in levels:
        if level == height and (interval.start == best.end or interval.end == best.start):
            best = best.hull(interval)
    return best
