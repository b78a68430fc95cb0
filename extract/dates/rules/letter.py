"""Which letter stands for a finished part in the stages that follow."""

from __future__ import annotations

from extract.dates import letters
from extract.dates.candidates import grain_of
from extract.dates.expression import At, Calendar, Clock, Expression, Length, NoDate, Part, Repeated, Stretch, Vague
from extract.dates.interval import Grain


def letter_of(expression: Expression) -> str:
    """The letter that stands for a finished part in the stages that follow."""
    match expression:
        case Length():
            return letters.LENGTH
        case Clock():
            return letters.TIME
        case Stretch() | Repeated() | Vague() | NoDate() | Part():
            return letters.DONE
        case At():
            return letters.TIMED
        case Calendar():
            return _letter_of_calendar(expression)
    return letters.DAY_AWAY if grain_of(expression) is Grain.DAY else letters.UNIT_AWAY


def _letter_of_calendar(calendar: Calendar) -> str:
    if calendar.year is not None:
        return letters.CLOSED
    if calendar.direction is not None or calendar.told is not None:
        return letters.DAY_AWAY if grain_of(calendar) is Grain.DAY else letters.UNIT_AWAY
    if calendar.yearly:
        return letters.OPEN
    return letters.BARE_WEEKDAY if calendar.day is None else letters.DAY_AWAY
