"""Dates in the reader's language: names and order of their parts as CLDR has them, the rest by the catalogue.

Babel's own formatting knows no day before the year 1 or after 9999, so its patterns are filled in here.
"""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from functools import lru_cache

from babel.dates import tokenize_pattern

from dashboard.catalogue import formats
from dashboard.tongue import _, language, np_, number, p_
from extract.dates.interval import Grain, Interval, from_day, is_unit, iso_year, one_day, unit_of, weekday
from extract.dates.write import ends, unit_named, within_month
from extract.said import UNKNOWN


class Case(IntEnum):
    """How a date stands in a phrase. Many languages decline it; a translation gives what differs, parted by bars."""

    ALONE = 0
    OF = 1
    """After "early", "middle of" and "end of"."""
    BY = 2
    """After "about", "before" and "after"."""


DATES_KEPT = 10_000
"""Dates in words that are kept: a page shows some hundreds, mostly the same ones again."""

BAR = "|"

WIDTHS = {3: "abbreviated", 4: "wide"}
"""Of a month's name, by the number of letters that stand for it in a pattern; fewer stand for its figure."""

NAMES = {
    Grain.DAY: np_("a day", "{date}"),
    Grain.WEEKEND: np_("a weekend by its Saturday", "the weekend of {date}"),
    Grain.WEEK: np_("a week by its Monday", "the week of {date}"),
    Grain.MONTH: np_("a month with its year", "{date}"),
    Grain.QUARTER: np_("a quarter", "quarter {number} of {year}"),
    Grain.HALF: np_("a half year", "half {number} of {year}"),
    Grain.YEAR: np_("a year", "{year}"),
    Grain.DECADE: np_("a decade", "the {year}s"),
    Grain.CENTURY: np_("a century", "the century from {year}"),
    Grain.MILLENNIUM: np_("a millennium", "the millennium from {year}"),
}
SEASONS = (
    np_("a season", "spring {year}"),
    np_("a season", "summer {year}"),
    np_("a season", "autumn {year}"),
    np_("a season", "winter {year}"),
)
MONTHS_BY = (
    np_("after “about”, “before”, “after”", "January"),
    np_("after “about”, “before”, “after”", "February"),
    np_("after “about”, “before”, “after”", "March"),
    np_("after “about”, “before”, “after”", "April"),
    np_("after “about”, “before”, “after”", "May"),
    np_("after “about”, “before”, “after”", "June"),
    np_("after “about”, “before”, “after”", "July"),
    np_("after “about”, “before”, “after”", "August"),
    np_("after “about”, “before”, “after”", "September"),
    np_("after “about”, “before”, “after”", "October"),
    np_("after “about”, “before”, “after”", "November"),
    np_("after “about”, “before”, “after”", "December"),
)
"""CLDR has names of months by themselves and beside a day, and no third case."""


def in_words(interval: Interval, grain: Grain, case: Case = Case.ALONE) -> str:
    """ "17 January 2025", "June 2024", "summer 2024", "the 1990s"; a stretch of several units by its ends."""
    return _in_words(interval, grain, case, language())


@lru_cache(DATES_KEPT)
def _in_words(interval: Interval, grain: Grain, case: Case, _code: str) -> str:
    """The same, in the language of this code, which is that of the session."""
    if not is_unit(interval, grain):
        first, last = (in_words(unit_of(day, fine), fine) for day, fine in ends(interval, grain))
        return _("{first} to {last}", first=first, last=last)
    context, text = SEASONS[from_day(interval.start)[1] // 3 - 1] if grain is Grain.SEASON else NAMES[grain]
    return _declined(p_(context, text), case).format(**_parts(interval.start, grain, case))


def interval_in_words(first: int | None, end: int | None) -> str | None:
    """An interval whose grain is not known, as the largest unit that it is, else from day to day."""
    if first is None or end is None:
        return None
    interval = Interval(first, end)
    if within_month(interval):
        return _("{first} to {date}", first=from_day(first)[2], date=in_words(one_day(interval.last), Grain.DAY))
    return in_words(interval, unit_named(interval))


def counted_in_words(first: int, end: int, sure: int, possible: int) -> str:
    """What stands beside the pointer over a bar of counts: "January 2025: 12 sure, 3 possible"."""
    days = interval_in_words(first, end)
    return _("{days}: {sure} sure, {possible} possible", days=days, sure=number(sure), possible=number(possible))


def written_in_words(first: int | None, end: int | None) -> str | None:
    """Days of writing, a single one with its weekday: "Monday 13 January 2025"; None where unknown."""
    words = interval_in_words(first, end)
    if words is None or first is None or end != first + 1:
        return words
    named = formats(language()).days["format"]["wide"][weekday(first)]
    return _("{weekday} {date}", weekday=named, date=words)


def moment(at: str) -> str:
    """A time that is kept as ISO 8601 has it: "22 November 2026, 06:10 UTC"."""
    time = datetime.fromisoformat(at)
    day = in_words(one_day(time.date().toordinal()), Grain.DAY)
    return _("{date}, {time} UTC", date=day, time=f"{time:%H:%M}")


def unknown() -> str:
    """What stands for a date that nobody knows, as people type it."""
    return p_("typed instead of a date", "unknown")


def hint() -> str:
    """How a date is typed, for a field that takes one."""
    return _("2025-01-13, 2025-01, 2025 or {unknown}", unknown=unknown())


def as_stored(typed: str) -> str:
    """A date that somebody typed, with the reader's word for an unknown one as `extract` has it."""
    return UNKNOWN if typed.strip().casefold() == unknown().casefold() else typed


def year_in_words(year: int) -> str:
    """ "2025", "480 BCE"."""
    return str(year) if year > 0 else _("{year} BCE", year=1 - year)


def day_and_month(day: int) -> str:
    """ "30 Dec"."""
    return _filled(formats(language()).datetime_skeletons["MMMd"].pattern, day)


def month_alone(day: int) -> str:
    """ "Dec"."""
    return str(formats(language()).months["stand-alone"]["abbreviated"][from_day(day)[1]])


def _parts(start: int, grain: Grain, case: Case) -> dict[str, object]:
    """What the name of a unit may hold, of one that begins on a day."""
    year, month, _first = from_day(start)
    return {
        "date": _month_and_year(start, case) if grain is Grain.MONTH else _whole(start),
        "year": iso_year(year) if grain is Grain.DECADE else year_in_words(year),
        "number": month // 3 + 1 if grain is Grain.QUARTER else month // 6 + 1,
    }


def _declined(forms: str, case: Case) -> str:
    """A translation in a case: the last one that it gives serves for all that it does not give."""
    every = forms.split(BAR)
    return every[min(case, len(every) - 1)]


def _whole(day: int) -> str:
    return _filled(formats(language()).date_formats["long"].pattern, day)


def _month_and_year(day: int, case: Case) -> str:
    return _filled(formats(language()).datetime_skeletons["yMMMM"].pattern, day, case)


def _filled(pattern: str, day: int, case: Case = Case.ALONE) -> str:
    """One of CLDR's patterns with the parts of a day; the case is that of a month."""
    parts = tokenize_pattern(pattern)
    return "".join(
        str(held) if kind == "chars" else _field(str(held[0]), int(held[1]), day, case) for kind, held in parts
    )


def _field(letter: str, length: int, day: int, case: Case) -> str:
    year, month, number = from_day(day)
    if letter == "y":
        return year_in_words(year)
    if letter == "d":
        return f"{number:0{length}d}"
    if length not in WIDTHS:
        return f"{month:0{length}d}"
    if case is Case.BY:
        return p_(*MONTHS_BY[month - 1])
    context = "stand-alone" if letter == "L" and case is Case.ALONE else "format"
    return str(formats(language()).months[context][WIDTHS[length]][month])
