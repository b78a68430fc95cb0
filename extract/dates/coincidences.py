"""Two mentions that mean one day: "on Friday" and "on 17 January" of the same text fit together in few years only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

import numpy as np

from extract.dates.days import UNIX_YEAR, Bits, Clue, Days, Numbers, Truths
from extract.dates.expression import LAST, Offset
from extract.dates.interval import DAYS_PER_WEEK, MONTHS_PER_YEAR, Grain, from_day
from extract.dates.meanings import day_meant, weekdays_meant
from extract.dates.told import Told
from extract.model import Outlook
from extract.reason import Reason

SAME_MATTER = 0.85
"""How often a day without year that is planned is a weekday that the text names for a plan of the same people, and how
often the day of a dateline is one that the text names: 13 of 16 datelines of TempEval-3's training texts. Plans of
others fall on other days (none of 8 there), and what is past is dated once it is older than its week (none of 60)."""
SAME_WORDS = 0.5
"""How often a date that has its weekday beside it ("on Friday, 17 January") is the next such weekday."""

YESTERDAY, LAST_TOLD = -1, 3.0
"""Bits for this: the day that a text calls yesterday is one that it also gives with its weekday. Of other days, and of
today and tomorrow, nothing of the kind holds (TempEval-3's training texts: 1 of 78)."""

SAME_MONTH = 2.0
"""Bits for this: "last December" is the December that the text also gives with its year."""


def coincidences(told: Sequence[Told], report: Told | None) -> Iterator[Clue]:
    """The clues that a text's dates give together; `report` is the day of its dateline."""
    weekdays = {(each.weekday, each.outlook, each.actors): each for each in told if each.weekday is not None}
    deictic = {e.count: each for each in told if isinstance(e := each.expression, Offset) and e.grain is Grain.DAY}
    dated = [each for each in told if _is_dated(each)]
    for each in _distinct(dated):
        if each.yearless_day and (each == report or each.outlook is Outlook.PLANNED):
            yield from _with_weekdays(each, list(weekdays.values()))
    named = [each for each in _distinct(dated) if each.weekday is not None]
    if named and YESTERDAY in deictic:
        yield _with_dates(deictic[YESTERDAY], named)
    yield from _same_months(told)


def _is_dated(each: Told) -> bool:
    whole = each.in_full
    return each.yearless_day is not None or (whole is not None and whole.days == 1)


def _distinct(dated: Sequence[Told]) -> list[Told]:
    """Each date once: what a text repeats is no new evidence."""
    return list({(each.expression, each.outlook): each for each in dated}.values())


def _with_weekdays(each: Told, named: Sequence[Told]) -> Iterator[Clue]:
    alike = tuple(other for other in named if other == each or (other.bare_weekday is not None and _agree(each, other)))
    chance = len({other.weekday for other in alike}) / DAYS_PER_WEEK
    if not 0 < chance < 1:
        return
    often = SAME_WORDS if alike == (each,) else SAME_MATTER
    gain, loss = log2((often + (1 - often) * chance) / chance), log2(1 - often)

    def weigh(days: Days) -> Bits:
        meant = [found for other in alike for found in weekdays_meant(other.weekday or 0, other.outlook, days)]
        return np.where(_meets(each, meant, days), gain, loss)

    weekdays = tuple(Reason("quoted", {"words": words}) for words in dict.fromkeys(one.mention.text for one in alike))
    yield Clue(Reason("falls_on", {"words": each.mention.text, "weekdays": weekdays}), weigh)


def _agree(one: Told, other: Told) -> bool:
    """Whether two clauses look the same way and speak of the same people, if of any.

    A dateline looks on all that is not to come, whoever it is about.
    """
    planned = Outlook.PLANNED
    if one.outlook is not planned:
        return other.outlook is not planned
    are_strangers = one.actors and other.actors and one.actors.isdisjoint(other.actors)
    return other.outlook in (None, planned) and not are_strangers


def _with_dates(each: Told, dated: Sequence[Told]) -> Clue:
    def weigh(days: Days) -> Bits:
        meant = [found for other in dated if (found := day_meant(other, days)) is not None]
        return np.where(_meets(each, meant, days), LAST_TOLD, 0.0)

    return Clue(Reason("last_told", {"words": each.mention.text}), weigh)


def _meets(each: Told, others: Sequence[Numbers], days: Days) -> Truths:
    """The days of writing from which a mention means one of the days that others mean."""
    one = day_meant(each, days)
    found = np.zeros(len(days.numbers), dtype=bool)
    for other in others:
        found |= one == other
    return found


def _same_months(told: Sequence[Told]) -> Iterator[Clue]:
    given = {from_day(whole.start)[:2] for each in told if (whole := each.in_full) and _within_month(each)}
    for each in told:
        date = each.yearless_month
        if date is None or date.month is None or date.direction != LAST:
            continue
        wanted = [_months_since_1970(year, month) for year, month in given if month == date.month]
        if wanted and each.outlook is not Outlook.PLANNED:
            month = date.month

            def weigh(days: Days, month: int = month, wanted: Sequence[int] = tuple(wanted)) -> Bits:
                last = days.months - (days.months - (month - 1) - 1) % MONTHS_PER_YEAR - 1
                return np.where(np.isin(last, wanted), SAME_MONTH, 0.0)

            yield Clue(Reason("same_month", {"words": each.mention.text}), weigh)


def _within_month(each: Told) -> bool:
    return each.calendar is not None and each.calendar.month is not None


def _months_since_1970(year: int, month: int) -> int:
    return (year - UNIX_YEAR) * MONTHS_PER_YEAR + month - 1
