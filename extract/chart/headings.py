"""The headings of a list of dates: under which year, decade or century each of them stands."""

from __future__ import annotations

from collections.abc import Sequence

from extract.dates.interval import Grain, Interval, unit_of

UNITS = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)

MOST = 16
"""More headings than these are no help: the next larger unit has fewer."""


def headings(dates: Sequence[Interval]) -> list[Interval]:
    """For each date the unit that it stands under: the finest that makes few enough, or a larger one that holds it.

    What no unit holds stands under itself: no date is put into a year that its source does not name.
    """
    for place in range(len(UNITS)):
        found = [_heading(date, UNITS[place:]) for date in dates]
        if len(set(found)) <= MOST:
            break
    return found if dates else []


def _heading(date: Interval, units: Sequence[Grain]) -> Interval:
    held = (unit_of(date.start, unit) for unit in units)
    return next((unit for unit in held if unit.holds(date)), date)
