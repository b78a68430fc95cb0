"""The ends of a date as the library writes it (EDTF), read back for those to whom it is told."""

from __future__ import annotations

import re

from extract.dates.interval import Grain, Interval, is_day, months, one_day, to_day, unit_of

BOUND = re.compile(r"(?<![Y\d])(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dX])", re.ASCII)
"""One end: a year, a month or a day."""


def bounds(edtf: str) -> list[tuple[Interval, Grain]]:
    """Each year, month or day that a value names, in its order; none where it names units of other kinds."""
    found = [_bound(*(int(part) if part else None for part in parts)) for parts in BOUND.findall(edtf)]
    return [bound for bound in found if bound]


def _bound(year: int | None, month: int | None, day: int | None) -> tuple[Interval, Grain] | None:
    if year is None or (month is not None and not is_day(year, month, day or 1)):
        return None
    if month is None:
        return unit_of(to_day(year), Grain.YEAR), Grain.YEAR
    return (months(year, month), Grain.MONTH) if day is None else (one_day(to_day(year, month, day)), Grain.DAY)
