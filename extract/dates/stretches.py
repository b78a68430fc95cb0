"""Stretches of time in their place: they end with the day of writing, or on a date that the words name."""

from __future__ import annotations

from dataclasses import replace

from extract.dates.explain import Meaning, placed, placeless
from extract.dates.expression import Length, Mention, Placed, Stretch
from extract.dates.interval import MONTHS_IN, Grain, Interval, from_day, is_unit, same_day, shift_unit, unit_of
from extract.dates.place import View, place
from extract.dates.why import RELATIVE_CONFIDENCE
from extract.dates.write import CLOCK_GRAINS, edtf_day, length_value, timex3_value
from extract.model import Anchor, DateBasis, Timex, TimexType
from extract.reason import Amount, Date, Reason


def length_in_timex3(length: Length) -> str:
    """A length as TIMEX3 writes it: `P2Y6M`."""
    value = length_value(length.count, length.grain)
    if length.rest is None:
        return value
    rest = length_value(length.rest.count, length.rest.grain).removeprefix("P")
    return value + (rest.removeprefix("T") if "T" in value else rest)


def _plain(reason: Reason, interval: Interval) -> Reason:
    return Reason("plain", {"reason": reason, "result": Date(interval, Grain.DAY)})


def up_to_now(mention: Mention, stretch: Stretch, anchor: Anchor) -> Timex:
    """ "The last two years": a length that has its place beside the time of writing."""
    length = stretch.length
    plain = placeless(mention, TimexType.DURATION, length_in_timex3(length), Reason("length"))
    if not _is_whole(length) or length.grain in CLOCK_GRAINS or not anchor.ends or stretch.direction == 0:
        return plain
    nearest, farthest = (-1, -int(length.count or 0)) if stretch.direction < 0 else (1, int(length.count or 0))
    ends = [shift_unit(day, count, length.grain) for day in anchor.ends for count in (nearest, farthest)]
    interval = min(ends).hull(max(ends))
    reason = Reason("stretch", {"count": Amount(length.count or 0, length.grain)})
    return replace(plain, interval=interval, grain=Grain.DAY, explanation=_plain(reason, interval))


def up_to_a_date(mention: Mention, stretch: Stretch, until: Placed, anchor: Anchor, view: View) -> Timex:
    """ "The year ended March 31": the calendar's own year or quarter where it ends with one, else a length in place.

    A numbered quarter keeps its number in TIMEX3's value, as business counts it, whatever its months are.
    """
    length = stretch.length
    plain = placeless(mention, TimexType.DURATION, length_in_timex3(length), Reason("length"))
    ends = {place(until, replace(view, now=day)) for day in anchor.ends or (None,)}
    end = ends.pop()
    if end is None or ends or not _is_whole(length):
        return plain
    interval = Interval(same_day(end.end, -int(length.count or 0), length.grain), end.end)
    reason = Reason("ended", {"count": Amount(length.count or 0, length.grain)})
    if length.count == 1 and is_unit(interval, length.grain) and stretch.quarter in (None, _quarter_of(interval)):
        meaning = Meaning(interval, length.grain, DateBasis.RELATIVE, reason, RELATIVE_CONFIDENCE)
        return placed(mention, meaning, anchor)
    found = replace(plain, interval=interval, grain=Grain.DAY, explanation=_plain(reason, interval))
    if stretch.quarter is None:
        return found
    edtf = f"{edtf_day(interval.start)}/{edtf_day(interval.last)}"
    found = replace(found, type=TimexType.DATE, edtf=edtf, confidence=RELATIVE_CONFIDENCE)
    return numbered(found, stretch.quarter)


def numbered(timex: Timex, quarter: int) -> Timex:
    """A quarter with its number in the year of its last day, as TimeML writes what a business counts."""
    if timex.interval is None:
        return timex
    year = timex3_value(unit_of(timex.interval.last, Grain.YEAR), Grain.YEAR)
    return replace(timex, value=f"{year}-Q{quarter}")


def _is_whole(length: Length) -> bool:
    """Whether it is a number of whole units."""
    return length.count is not None and length.rest is None and length.count == int(length.count)


def _quarter_of(interval: Interval) -> int:
    """The number of the calendar's quarter in which it begins."""
    return (from_day(interval.start)[1] - 1) // MONTHS_IN[Grain.QUARTER] + 1
