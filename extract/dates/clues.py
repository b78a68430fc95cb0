"""What a text's own dates say of the day it was written: each clue favours some stretches of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.dates.candidates import in_year
from extract.dates.expression import LAST, THIS, Calendar, Expression, Mention, Offset, System, core
from extract.dates.interval import DAYS_PER_WEEK, Grain, Interval, from_day, months, one_day, weekday
from extract.dates.sweep import Window
from extract.dates.write import MONTH_NAMES
from extract.model import Manner, Outlook

FAR_PAST, FAR_FUTURE = -4_000_000, 8_000_000
"""Days before and after all that is ever written."""

NOT_BEFORE = 4.0
"""Weight of this: a text is not older than what it reports as past."""
NOT_AFTER = 2.0
"""Weight of this: a text is older than what it announces. Plans are told as plans after their day, too."""

LAGS = ((183, 3.5), (365, 2.0), (730, 0.75))
"""Days from the newest date that is told as past, and the weight of having been written within them."""
YEAR_LAGS = ((365, 1.5), (730, 0.75))
"""The same where the text gives no more than a year: it then looks back on it from any distance."""
SAME_UNIT = 0.5
"""Weight of having been written in the very month or year that the text names in full."""
LONGEST_MONTH = 31
AHEAD = ((365, 1.5),)

NEWS_SPAN = 60
"""A day named without its year lies within so many days of the time of writing, on the side that the tense tells."""
UNDIRECTED_SPAN = 45
"""The same, on either side, where no tense tells."""
YEARLESS = 2.0
YEARLESS_UNDIRECTED = 1.0
AGREEING_WEEKDAY = 5.0
"""Weight of a year in which a date falls on the weekday that stands beside it."""
COINCIDENCE = 4.0
"""Weight of a year in which a date falls on a weekday that the text names elsewhere, for the days around it, when both
are planned or both past."""
CHANCE_COINCIDENCE = 1.0
"""The same when they are not: they hardly mean the same day."""
NEAR = "is near"
NEARNESS: dict[Outlook | None, str] = {Outlook.PLANNED: "is soon to come", Outlook.PAST: "was not long ago"}
"""How a clue tells on which side of the time of writing a day without year lies."""
DEICTIC_WEEKDAY = 8.0
"""Weight of the days on which "today, Monday" can be written: it cannot be on others."""
SAME_DAY = {-1: 1.0, 0: 0.5}
"""Weight of this: the day that a report calls yesterday, or today, is the last one that it names; it rather names
yesterday."""
CLOSE_LAGS = ((2, 0.5), (7, 1.0), (14, 0.75), (31, 0.5))
"""Days from a day that is told as past without its year, and the weight of having been written within them: news is
quick."""
OTHER_MONTH = 0.5
"""Weight of this: "last December" is not written in December."""

WEEKDAY_TOLERANCE = 3.01 / DAYS_PER_WEEK
"""A day loses a seventh for each day that lies between it and a weekday it is told with; three are not yet proof."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the manner of its clause."""

    mention: Mention
    manner: Manner

    @property
    def expression(self) -> Expression:
        """What its words ask for, edge and time of day left out."""
        return core(self.mention.expression)


@dataclass(frozen=True, slots=True)
class Clue:
    """Stretches of time that something in the text favours, and the clue in words, told for a day of them."""

    windows: tuple[Window, ...]
    words: str


def speaks_from_its_present(told: Iterable[Told]) -> bool:
    """Whether anything in the text is counted from the time of writing; else that time is nowhere in it."""
    return any(
        isinstance(each.expression, Offset) or (isinstance(each.expression, Calendar) and each.expression.year is None)
        for each in told
    )


def clues(told: Sequence[Told], years: range) -> Iterator[Clue]:
    """The clues that a text's mentions give, for a document written in one of the years."""
    yield from _yesterday_clues(told, years)
    calendar = [(each, each.expression) for each in told if isinstance(each.expression, Calendar)]
    bare_weekdays: dict[int | None, Told] = {
        e.weekday: each for each, e in calendar if e.weekday is not None and e.month is None
    }
    yield from _explicit_clues(told)
    for each, expression in calendar:
        if expression.year is not None or expression.month is None:
            continue
        if expression.day is not None:
            yield from _yearless_clues(each, expression, bare_weekdays, years)
        elif expression.direction == LAST:
            yield _other_month(each, expression.month, years)


def weekday_clues(told: Sequence[Told], near: Interval) -> Iterator[Clue]:
    """ "Today, Monday" is written on a Monday; the Mondays of a stretch of time."""
    named = {
        (e.count, e.weekday): each
        for each in told
        if isinstance(e := each.expression, Offset) and e.grain is Grain.DAY and e.weekday is not None
    }
    for (count, number), each in named.items():
        first = near.start + (number - count - weekday(near.start)) % DAYS_PER_WEEK
        days = range(first, near.end, DAYS_PER_WEEK)
        windows = tuple(Window(one_day(day), DEICTIC_WEEKDAY) for day in days)
        yield Clue(windows, f"the weekdays named agree with it: \u201c{each.mention.text}\u201d")


def _yesterday_clues(told: Sequence[Told], years: range) -> Iterator[Clue]:
    """A report that speaks of yesterday or today is written right after the newest day that it names as past."""
    counts = {
        e.count: each
        for each in told
        if isinstance(e := each.expression, Offset) and e.grain is Grain.DAY and e.count in (-1, 0)
    }
    days = [interval.start for each in told for interval in _past_days(each, years)]
    for count, each in counts.items():
        windows = tuple(Window(one_day(day - count), SAME_DAY[count]) for day in days)
        if windows:
            yield Clue(windows, f"\u201c{each.mention.text}\u201d is the last day that it tells of")


def _past_days(each: Told, years: range) -> Iterator[Interval]:
    expression = each.expression
    if not isinstance(expression, Calendar) or expression.day is None or expression.month is None:
        return
    if each.manner.outlook is Outlook.PLANNED:
        return
    named = [expression.year] if expression.year is not None else years
    yield from (interval for year in named if (interval := in_year(expression, year)))


def newest_past(told: Sequence[Told]) -> Interval | None:
    """The newest date that the text gives in full and tells as past."""
    past, _ = dates_in_full(told)
    return max((interval for interval, _ in past), key=_newness, default=None)


def _newness(interval: Interval) -> tuple[int, int]:
    return interval.start, -interval.end


def dates_in_full(told: Sequence[Told]) -> tuple[list[tuple[Interval, Told]], list[tuple[Interval, Told]]]:
    """Dates with a year, first those told as past, then those to come."""
    past: list[tuple[Interval, Told]] = []
    planned: list[tuple[Interval, Told]] = []
    for each in told:
        expression = each.expression
        if not isinstance(expression, Calendar) or expression.year is None or expression.unit:
            continue
        if interval := in_year(expression, expression.year):
            (planned if each.manner.outlook is Outlook.PLANNED else past).append((interval, each))
    return past, planned


def _explicit_clues(told: Sequence[Told]) -> Iterator[Clue]:
    past, planned = dates_in_full(told)
    if past:
        newest, each = max(past, key=lambda found: _newness(found[0]))
        yield Clue(tuple(_since(newest)), f"it tells of \u201c{each.mention.text}\u201d")
    if planned:
        soonest, each = min(planned, key=lambda found: found[0].end)
        yield Clue(tuple(_until(soonest)), f"\u201c{each.mention.text}\u201d is still to come")


def _since(interval: Interval) -> Iterator[Window]:
    yield Window(Interval(interval.start, FAR_FUTURE), NOT_BEFORE)
    if interval.days > 1:
        yield Window(interval, SAME_UNIT)
    start = interval.start if interval.days == 1 else interval.end
    yield from _steps(start, YEAR_LAGS if interval.days > LONGEST_MONTH else LAGS, 1)


def _until(interval: Interval) -> Iterator[Window]:
    yield Window(Interval(FAR_PAST, interval.end), NOT_AFTER)
    yield from _steps(interval.end, AHEAD, -1)


def _steps(start: int, steps: tuple[tuple[int, float], ...], sign: int) -> Iterator[Window]:
    """Windows whose weights add up to each step's own."""
    for (days, weight), (_, beyond) in zip(steps, (*steps[1:], (0, 0.0)), strict=True):
        first, last = sorted((start, start + sign * days))
        yield Window(Interval(first, last), weight - beyond)


def _yearless_clues(
    each: Told, expression: Calendar, bare_weekdays: dict[int | None, Told], years: range
) -> Iterator[Clue]:
    days = [interval.start for year in years if (interval := in_year(expression, year))]
    outlook, words = each.manner.outlook, each.mention.text
    weight = YEARLESS_UNDIRECTED if outlook is None else YEARLESS
    span = UNDIRECTED_SPAN if outlook is None else NEWS_SPAN
    windows = tuple(Window(around(day, span, outlook), weight) for day in days)
    if outlook is not Outlook.PLANNED:
        windows += tuple(Window(Interval(day, day + lag + 1), weight) for day in days for lag, weight in CLOSE_LAGS)
    yield Clue(windows, f"\u201c{words}\u201d {NEARNESS.get(outlook, NEAR)}")
    if expression.weekday is not None:
        agreeing = [day for day in days if weekday(day) == expression.weekday]
        windows = tuple(Window(around(day, span, outlook), AGREEING_WEEKDAY) for day in agreeing)
        yield Clue(windows, f"\u201c{words}\u201d has that weekday only in some years")
        return
    for number, named in bare_weekdays.items():
        falling = [day for day in days if weekday(day) == number]
        agreement = COINCIDENCE if named.manner.outlook is outlook else CHANCE_COINCIDENCE
        windows = tuple(Window(around(day, DAYS_PER_WEEK - 1, outlook), agreement) for day in falling)
        yield Clue(windows, f"\u201c{words}\u201d falls on the \u201c{named.mention.text}\u201d of the text")


def around(day: int, span: int, outlook: Outlook | None) -> Interval:
    """The days of writing from which a day is told so: before it when planned, after it when past, else both."""
    before = 0 if outlook is Outlook.PAST else span
    after = 0 if outlook is Outlook.PLANNED else span
    return Interval(day - before, day + after + 1)


def _other_month(each: Told, month: int, years: range) -> Clue:
    windows = tuple(Window(months(year, month + 1, 11), OTHER_MONTH) for year in years)
    return Clue(windows, f"\u201c{each.mention.text}\u201d is not written in {MONTH_NAMES[month - 1]}")


def narrowed(window: Interval, told: Sequence[Told]) -> tuple[Interval, list[str]]:
    """The days of a short stretch that agree best with the weekdays that the text names, and the words that say so."""
    scores = {day: _weekday_score(day, told) for day in range(window.start, window.end)}
    fitting = {day: score for day, score in scores.items() if score is not None}
    named = [each.mention.text for each in told if _names_weekday(each)]
    if not fitting or not named:
        return window, []
    best = max(fitting.values())
    kept = [day for day, score in fitting.items() if score >= best - WEEKDAY_TOLERANCE]
    return one_day(min(kept)).hull(one_day(max(kept))), named


def _names_weekday(each: Told) -> bool:
    expression = each.expression
    return isinstance(expression, Calendar | Offset) and expression.weekday is not None and not _dated(expression)


def _dated(expression: Calendar | Offset) -> bool:
    return isinstance(expression, Calendar) and expression.month is not None


def _weekday_score(day: int, told: Sequence[Told]) -> float | None:
    """How well the text's weekdays agree with a day of writing; None where one contradicts it."""
    score = 0.0
    for each in told:
        expression = each.expression
        if isinstance(expression, Offset) and expression.weekday is not None:
            if weekday(day + expression.count) != expression.weekday:
                return None
        elif isinstance(expression, Calendar) and _is_bare_weekday(expression):
            score += 1 - _days_off(day, expression.weekday or 0, each.manner.outlook) / DAYS_PER_WEEK
    return score


def _is_bare_weekday(expression: Calendar) -> bool:
    named = expression.weekday is not None and not _dated(expression)
    return named and expression.direction in (None, THIS)


def _days_off(day: int, number: int, outlook: Outlook | None) -> int:
    ahead = (number - weekday(day)) % DAYS_PER_WEEK
    return ahead if outlook is Outlook.PLANNED else (DAYS_PER_WEEK - ahead) % DAYS_PER_WEEK


def years_to_search(told: Sequence[Told], read_on: int | None, most: int) -> range:
    """The years in which the document can have been written; none where nothing bounds them."""
    named = [
        e.year
        for each in told
        if isinstance(e := each.expression, Calendar) and e.year is not None and e.system is System.GREGORIAN
    ]
    if read_on is None and not named:
        return range(0)
    last = from_day(read_on)[0] if read_on is not None else max(named) + 2
    first = max((year for year in named if year <= last), default=last - most)
    return range(max(first, last - most) - 1, last + 1)
