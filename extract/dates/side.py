"""On which side of the time of writing a date with missing parts lies: what its clause shows, or what is wished for."""

from __future__ import annotations

from enum import StrEnum

from extract.dates.expression import Calendar, Expression
from extract.model import Manner, Outlook


class Prefer(StrEnum):
    """Where a date that gives no direction lies: as its context suggests, or always on one side."""

    CONTEXT = "context"
    PAST = "past"
    FUTURE = "future"


def side_of(manner: Manner, prefer: Prefer, expression: Expression) -> tuple[Outlook | None, str]:
    """The side on which a date lies, and the words that show it.

    The word right beside a date outweighs the tense. Beside a weekday both leave it open: "had filed by Wednesday",
    "had until Wednesday".
    """
    if prefer is not Prefer.CONTEXT:
        return (Outlook.PAST if prefer is Prefer.PAST else Outlook.PLANNED), ""
    weak = isinstance(expression, Calendar) and not expression.yearly and manner.outlook is Outlook.PAST
    if manner.lead is Outlook.OPEN and manner.outlook is Outlook.PLANNED:
        return manner.outlook, manner.outlook_words
    if manner.lead and isinstance(expression, Calendar):
        return (Outlook.OPEN if weak and manner.lead is Outlook.PLANNED else manner.lead), manner.lead_words
    return manner.outlook, manner.outlook_words
