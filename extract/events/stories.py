"""Who else tells it: tellings of different times that are of one event make a story.

A coarse time leads to the finer one that it holds, a plan to what came of it, and a date that is one month or year off
to the one that more sources give. Each telling leads to one other at most, and only where no second one fits as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from extract.dates.interval import Grain, Interval
from extract.events.likeness import Tellable, distance
from extract.events.tellings import (
    MOST_IN_CELL,
    Telling,
    agreement,
    gather,
    have_act_in_common,
    kept_in,
    nearest,
    sought_in,
    telling,
)

MARGIN = 1.0
"""Bits by which the likeliest must lead: else several happenings fit a vague time, and it is left alone."""

OUTCOME = 2.0
"""Bits for a plan having come true in what is told of the same act: most plans that texts tell of do."""

LATE = -1.5
"""Bits against its having done so after its time."""

SHIFTED = -3.0
"""Bits against two sources' giving one event two months or years: most often these are two events."""

SHIFTING_GRAINS = frozenset({Grain.MONTH, Grain.YEAR})

SOONEST = 183
"""Days in which what is planned "soon" may come."""


def leads_to(told: Telling, candidates: Iterable[Telling]) -> Telling | None:
    """The telling of another time whose event it tells; None where there is none, or several fit as well."""
    allowed = [(bits, each) for each in candidates if (bits := _allowance(told, each)) is not None]
    likely = sorted(
        ((agreement(told, each) + bits, each) for bits, each in allowed),
        key=lambda found: (-found[0], found[1].telling_id),
    )
    if not likely or likely[0][0] <= 0:
        return None
    bits, best = likely[0]
    rivals = (other for other, each in likely[1:] if not _is_of(best, each))
    return best if bits - next(rivals, 0.0) >= MARGIN else None


def _is_of(one: Telling, other: Telling) -> bool:
    """Whether one of two times lies within the other, so that both may be of one event."""
    if one.when is None or other.when is None or one.when == other.when:
        return False
    return one.when.holds(other.when) or other.when.holds(one.when)


def _allowance(told: Telling, other: Telling) -> float | None:
    """What their times say for or against one event; None where the first telling cannot lead to the second."""
    if other.when is None:
        return None
    holds = told.when is not None and told.when.days > other.when.days and told.when.holds(other.when)
    if told.is_planned and (holds or _may_slip_to(told, other.when)) and have_act_in_common(told, other):
        return OUTCOME if holds or told.when is None else OUTCOME + LATE
    if holds:
        return 0.0
    shifted = not (told.is_planned or other.is_planned) and _are_next(told, other) and _rank(told) < _rank(other)
    return SHIFTED if shifted else None


def _may_slip_to(plan: Telling, came: Interval) -> bool:
    """Whether a plan may have come true later: as late again as it was early at most; without time, soon."""
    if plan.written is None:
        return False
    if plan.when is None:
        return plan.written.last < came.start <= plan.written.last + SOONEST
    ahead = distance(plan.when, plan.written) + plan.when.days
    return came.days <= plan.when.days and plan.when.end <= came.start <= plan.when.last + ahead


def _are_next(one: Telling, other: Telling) -> bool:
    """Whether they give the months, or the years, on both sides of one midnight."""
    if one.when is None or other.when is None or one.grain is not other.grain or one.grain not in SHIFTING_GRAINS:
        return False
    return one.when.end == other.when.start or other.when.end == one.when.start


def _rank(told: Telling) -> tuple[int, str]:
    """More voices lead."""
    return told.sources, told.telling_id


def stories(claims: Iterable[Tellable]) -> dict[str, str]:
    """Story of each claim: event_id to story_id, which is the smallest event_id of the story.

    The result does not depend on the order in which the claims come.
    """
    blocks: defaultdict[tuple[Interval | None, Grain | None], list[Tellable]] = defaultdict(list)
    for claim in claims:
        blocks[claim.when, claim.grain].append(claim)
    made = [each for (when, _), block in blocks.items() for each in (gather(block) if when else map(alone, block))]
    told = {each.telling_id: each for each, _ in made}
    cells: defaultdict[int, set[str]] = defaultdict(set)
    for each in told.values():
        for cell in kept_in(each):
            cells[cell].add(each.telling_id)
    led = {}
    for each in told.values():
        sought = (cells[cell] for cell in sought_in(each) if len(cells.get(cell, ())) <= MOST_IN_CELL)
        near = nearest(name for found in sought for name in found if name != each.telling_id)
        best = leads_to(each, [told[name] for name in near])
        if best:
            led[each.telling_id] = best.telling_id
    named = named_stories(told, led)
    return {event_id: named[each.telling_id] for each, ids in made for event_id in ids}


def alone(claim: Tellable) -> tuple[Telling, frozenset[str]]:
    """The telling of a claim without time."""
    return telling([claim]), frozenset([claim.event_id])


def named_stories(every: Iterable[str], led: Mapping[str, str]) -> dict[str, str]:
    """The story of each telling, by which telling leads to which: its smallest id."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name in every:
        root = name
        while root in led:
            root = led[root]
        members[root].append(name)
    return {name: min(names) for names in members.values() for name in names}
