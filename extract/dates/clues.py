"""What a text's own dates say of the day it was written: each clue weighs every day on which it can have been."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from extract.dates.coincidences import coincidences
from extract.dates.days import DAYS_IN_YEAR, UNIX_YEAR, Bits, Clue, Days, Numbers, Truths
from extract.dates.expression import LAST, Calendar, Offset
from extract.dates.interval import DAYS_PER_WEEK, LONGEST_MONTH, MONTHS_PER_YEAR, Grain, Interval, from_day
from extract.dates.meanings import around, day_meant, nearest
from extract.dates.told import Told, in_full_past, soonest_planned
from extract.model import Outlook
from extract.reason import Reason

NOT_BEFORE = {Grain.DAY: 4.0, Grain.MONTH: 4.0, Grain.YEAR: 1.5}
"""Bits against this: a text is older than the newest date that it reports as past; one more for each doubling of the
years between. One text of seven tells of something to come in the past form ("was set for 1990"; TempEval-3)."""
MOST_PAST = 3
"""The newest dates that are heard on that: one may be a slip, three are not."""
NOT_AFTER = 3.0
"""Bits against this: a text is newer than what it announces. Plans are told as plans after their day, too."""

LOOKS_BACK = {Grain.DAY: 30, Grain.MONTH: 60, Grain.YEAR: 230}
"""Days from the newest date told as past within which each day of writing is about as likely; then it halves as the
distance doubles. Half of all news texts name none of the last three years (TempEval-3's training texts)."""
AFTER_YEAR = 330
"""Days after a year before that begins: all through the next one its name is as usual."""
FARTHEST_BACK = 36_525
SOME = 0.98
"""A century: dates farther back come at any distance, and some texts name none but such."""
MOST_YEARS = 4
"""Years named that count for how near the newest lies; the others hang together."""
NOT_NAMED_NOW = {Grain.DAY: 1.0, Grain.MONTH: 2.0, Grain.YEAR: 3.0}
"""Bits against this: a text gives the running year with its dates; a year that is named is rather another one."""
LOOKS_AHEAD = 180
"""The same for the time before the first date that is announced with its year."""

DISTANCES = (0, 7, 14, 31, 61, 92)
Nearness = tuple[tuple[float, ...], tuple[float, ...]]
NEARNESS: dict[Outlook | None, Nearness] = {
    Outlook.PAST: ((2.0, 2.6, 2.9, 2.1, 1.1, 0.0, -1.1), (0.5, 0.5, 0.5, 0.0, -1.0, -2.0, -3.0)),
    Outlook.PLANNED: ((1.5, 0.5, -1.0, -2.0, -3.0, -4.0, -4.0), (1.5, 3.6, 3.1, 1.9, 1.4, 0.2, -1.6)),
    None: ((3.5, 3.5, 2.0, 1.5, 0.0, -1.0, -1.5), (3.5, 2.5, 2.0, 1.0, 0.0, -1.0, -1.5)),
}
"""Bits for a day of writing so far from a day that is told without its year: first where the day lies behind, then
ahead; by steps of DISTANCES. Rounded shares of TempEval-3's training texts."""
WITH_WEEKDAY: dict[Outlook | None, Nearness] = {
    Outlook.PAST: ((3.0, 4.5, 3.0, 1.0, -1.5, -3.0, -3.5), (1.5, 1.5, 0.5, -1.0, -2.5, -3.5, -4.0)),
    Outlook.PLANNED: ((1.5, 1.5, 0.0, -1.5, -3.0, -4.0, -4.0), (1.5, 4.3, 3.3, 1.5, 0.5, -1.0, -2.5)),
    None: ((3.5, 4.3, 3.0, 1.0, -1.0, -2.0, -2.5), (3.5, 3.5, 2.5, 1.0, -1.0, -2.0, -2.5)),
}
"""The same for a day whose weekday is named beside it: that is done for days of this week and the next."""
IMMINENT: Nearness = ((0.0, 0.5, -1.0, -2.0, -3.0, -4.0, -4.0), (0.0, 5.3, 1.5, 0.5, -0.5, -2.0, -4.0))
"""The same for a day that is said to come within days: too rare in those texts, taken to be true six times of seven."""
NEARNESS_TOLD: dict[Outlook | None, str] = {Outlook.PAST: "not_long_ago", Outlook.PLANNED: "soon_to_come"}
MOST_YEARLESS = 3
"""Days without year that speak for themselves; of more, each counts less: a chronicle's days are not all near."""

WEEKDAY_PAST = (1.5, 1.1, -0.2, -0.5, -1.8, -2.5, -2.5)
WEEKDAY_PLANNED = (0.0, 1.3, 0.6, 0.0, -0.5, -1.5, -1.5)
"""Bits for a day of writing so many days after a weekday told as past, or before one that is to come."""
SENT = (3.0, 3.0, 1.0)
"""Bits for a day of writing so many days after the day of a dateline, beside what nearness gives."""
AGREES, DISAGREES = 2.7, -5.0
"""Bits for a day on which a weekday fits the date that stands beside it, and for one on which it does not."""

MONTHS_BACK = (-1.5, 1.6, 1.1, 0.3, 0.3, 0.3, 0.3, -0.7, -0.7, -0.7, -0.7, -0.7)
MONTHS_AHEAD = (0.3, 1.5, 0.5, 0.5, 0.3, 0.0, -0.7, -0.7, -0.7, -0.7, -0.7, -1.0)
"""Bits for a month of writing so many months after a month that is told as past without its year, or before one."""
OTHER_MONTH = -4.0
"""Bits for this: "last December" is written in December."""


def clues(told: Sequence[Told], report: Told | None = None) -> Iterator[Clue]:
    """The clues that a text's mentions give; `report` is the day of its dateline, where that lacks the year."""
    if report:
        yield _sent(report)
    yield from _in_full(told)
    yield from _yearless_days(told)
    yield from _weekdays(told)
    yield from _months(told)
    yield from coincidences(told, report)


def _sent(each: Told) -> Clue:
    """A report is written on the day of its dateline, or edited on the next."""
    date = each.yearless_day

    def weigh(days: Days) -> Bits:
        if date is None:
            return days.nothing
        before, _ = around(date, days)
        return np.where(days.numbers - before < len(SENT), np.take(SENT, days.numbers - before, mode="clip"), 0.0)

    return Clue(Reason("sent", {"words": each.mention.text}), weigh)


def _in_full(told: Sequence[Told]) -> Iterator[Clue]:
    past = in_full_past(told)
    for interval, each in past[:MOST_PAST]:
        yield Clue(Reason("tells_of", {"words": each.mention.text}), _not_before(interval))
    if past:
        reason = Reason("tells_of", {"words": past[0][1].mention.text})
        yield Clue(reason, _soon_after([interval for interval, _ in past]), soft=True)
    if soonest := soonest_planned(told):
        interval, each = soonest
        yield Clue(Reason("to_come", {"words": each.mention.text}), _until(interval))


def _not_before(interval: Interval) -> Callable[[Days], Bits]:
    against = NOT_BEFORE[_coarseness(interval)]

    def weigh(days: Days) -> Bits:
        lead = interval.start - days.numbers
        bits: Bits = np.where(lead > 0, -against - np.log2(1 + np.maximum(lead, 0) / DAYS_IN_YEAR), 0.0)
        return bits

    return weigh


def _soon_after(past: Sequence[Interval]) -> Callable[[Days], Bits]:
    """How likely the newest of the dates that a text names lies so far back: of several years, it lies nearer."""
    in_order = sorted(past, key=lambda interval: interval.start)
    starts, lasts = np.array([each.start for each in in_order]), np.array([each.last for each in in_order])
    years = np.array([from_day(each.start)[0] - UNIX_YEAR for each in in_order])
    near = np.array([LOOKS_BACK[_coarseness(each)] for each in in_order], dtype=float)
    waits = np.array([AFTER_YEAR if _coarseness(each) is Grain.YEAR else 0 for each in in_order])
    named_now = np.array([NOT_NAMED_NOW[_coarseness(each)] for each in in_order])
    others = min(len(set(years)), MOST_YEARS) - 1

    def weigh(days: Days) -> Bits:
        newest = np.maximum(np.searchsorted(starts, days.numbers, side="right") - 1, 0)
        lag = np.clip(days.numbers - lasts[newest] - waits[newest], 0, FARTHEST_BACK)
        farther = 1 - SOME * np.log1p(lag / near[newest]) / np.log1p(FARTHEST_BACK / near[newest])
        running = np.where(days.years == years[newest], named_now[newest], 0.0)
        bits: Bits = others * np.log2(farther) - np.log2(1 + lag / near[newest]) - running
        return bits

    return weigh


def _coarseness(interval: Interval) -> Grain:
    if interval.days == 1:
        return Grain.DAY
    return Grain.MONTH if interval.days <= LONGEST_MONTH else Grain.YEAR


def _until(interval: Interval) -> Callable[[Days], Bits]:
    def weigh(days: Days) -> Bits:
        ahead = np.maximum(interval.start - days.numbers, 0)
        return np.where(days.numbers >= interval.end, -NOT_AFTER, -np.log2(1 + ahead / LOOKS_AHEAD))

    return weigh


def _yearless_days(told: Sequence[Told]) -> Iterator[Clue]:
    named = {(date, each.outlook): each for each in told if (date := each.yearless_day)}
    share = min(1.0, MOST_YEARLESS / max(len(named), 1))
    for (date, outlook), each in named.items():
        key = "within_days" if each.is_imminent else NEARNESS_TOLD.get(outlook, "is_near")
        yield Clue(Reason(key, {"words": each.mention.text}), _near(date, _nearness(each), share))
        if date.weekday is not None:
            reason = Reason("weekday_of_years", {"words": each.mention.text})
            yield Clue(reason, _on_its_weekday(each, date))


def _nearness(each: Told) -> Nearness:
    if each.is_imminent:
        return IMMINENT
    tables = WITH_WEEKDAY if each.weekday is not None else NEARNESS
    return tables.get(each.outlook, tables[None])


def _near(date: Calendar, nearness: Nearness, share: float) -> Callable[[Days], Bits]:
    behind, ahead = nearness

    def weigh(days: Days) -> Bits:
        before, after = around(date, days)
        back = np.take(behind, np.searchsorted(DISTANCES, days.numbers - before, side="left"))
        forth = np.take(ahead, np.searchsorted(DISTANCES, after - days.numbers, side="left"))
        bits: Bits = share * np.maximum(back, forth)
        return bits

    return weigh


def _on_its_weekday(each: Told, date: Calendar) -> Callable[[Days], Bits]:
    """On the side that its clause tells, or on the nearer one: clauses are misread more often than calendars."""

    def weigh(days: Days) -> Bits:
        meant = day_meant(each, days)
        if meant is None:
            return days.nothing
        agrees = _is_on(meant, date.weekday) | _is_on(nearest(date, days), date.weekday)
        return np.where(agrees, AGREES, DISAGREES)

    return weigh


def _is_on(numbers: Numbers, number: int | None) -> Truths:
    found: Truths = (numbers - 1) % DAYS_PER_WEEK == number
    return found


def _weekdays(told: Sequence[Told]) -> Iterator[Clue]:
    for each in told:
        expression = each.expression
        if isinstance(expression, Offset) and expression.grain is Grain.DAY and expression.weekday is not None:
            reason = Reason("weekday_agrees", {"words": each.mention.text})
            yield Clue(reason, _written_on(expression.weekday - expression.count))
    named = {(each.bare_weekday, each.outlook): each for each in told if each.bare_weekday is not None}
    for (number, outlook), each in named.items():
        if number is not None:
            reason = Reason("weekday_agrees", {"words": each.mention.text})
            yield Clue(reason, _near_weekday(number, outlook is Outlook.PLANNED))


def _written_on(number: int) -> Callable[[Days], Bits]:
    return lambda days: np.where(days.weekdays == number % DAYS_PER_WEEK, AGREES, DISAGREES)


def _near_weekday(number: int, planned: bool) -> Callable[[Days], Bits]:
    table = np.array(WEEKDAY_PLANNED if planned else WEEKDAY_PAST)

    def weigh(days: Days) -> Bits:
        away = number - days.weekdays if planned else days.weekdays - number
        bits: Bits = table[away % DAYS_PER_WEEK]
        return bits

    return weigh


def _months(told: Sequence[Told]) -> Iterator[Clue]:
    named = {(date.month, date.direction, each.outlook): each for each in told if (date := each.yearless_month)}
    share = min(1.0, MOST_YEARLESS / max(len(named), 1))
    for (month, direction, outlook), each in named.items():
        if month is None:
            continue
        if direction == LAST:
            yield Clue(Reason("other_month", {"words": each.mention.text}), _not_in(month))
        elif direction is None:
            key = "soon_to_come" if outlook is Outlook.PLANNED else "not_long_ago"
            table = MONTHS_AHEAD if outlook is Outlook.PLANNED else MONTHS_BACK
            reason = Reason(key, {"words": each.mention.text})
            yield Clue(reason, _months_away(month, table, 1 if outlook is Outlook.PLANNED else -1, share))


def _not_in(month: int) -> Callable[[Days], Bits]:
    return lambda days: np.where(days.months % MONTHS_PER_YEAR == month - 1, OTHER_MONTH, 0.0)


def _months_away(month: int, table: Sequence[float], sign: int, share: float) -> Callable[[Days], Bits]:
    bits = share * np.array(table)

    def weigh(days: Days) -> Bits:
        found: Bits = bits[sign * (month - 1 - days.months % MONTHS_PER_YEAR) % MONTHS_PER_YEAR]
        return found

    return weigh
