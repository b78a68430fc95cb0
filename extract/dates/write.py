"""Intervals written as TIMEX3 values, as EDTF and in words: the edge at which dates become text."""

from __future__ import annotations

from extract.dates.interval import (
    Grain,
    Interval,
    Mod,
    from_day,
    is_unit,
    iso_year,
    month_length,
    one_day,
    unit_of,
    whole_of,
)

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
TIMEX3_SEASONS = ("SP", "SU", "FA", "WI")
SEASON_NAMES = ("spring", "summer", "autumn", "winter")
EDTF_FIRST_SEASON = 21
EDTF_FIRST_QUARTER = 33
EDTF_FIRST_HALF = 40

LENGTH_UNITS = {
    Grain.SECOND: ("S", 1),
    Grain.MINUTE: ("M", 1),
    Grain.HOUR: ("H", 1),
    Grain.DAY: ("D", 1),
    Grain.WEEKEND: ("WE", 1),
    Grain.WEEK: ("W", 1),
    Grain.MONTH: ("M", 1),
    Grain.SEASON: ("M", 3),
    Grain.QUARTER: ("Q", 1),
    Grain.HALF: ("M", 6),
    Grain.YEAR: ("Y", 1),
    Grain.DECADE: ("Y", 10),
    Grain.CENTURY: ("Y", 100),
    Grain.MILLENNIUM: ("Y", 1000),
}
"""ISO 8601's letter for each unit of a duration, and how many of it one such unit makes."""

UNCOUNTED = {Grain.DECADE: "E", Grain.CENTURY: "C", Grain.MILLENNIUM: "L"}
"""TIMEX3's letters for these where nobody says how many; ten times an unknown number of years would be one of years."""

LEFT_OUT = {Grain.DECADE: 1, Grain.CENTURY: 2, Grain.MILLENNIUM: 3}
"""Last digits of the year that TIMEX3 leaves out."""

CLOCK_GRAINS = frozenset({Grain.HOUR, Grain.MINUTE, Grain.SECOND})
MILLION = 1_000_000
"""From here on `g` would write an exponent."""

EDTF_MODS = {Mod.APPROX: "{}~", Mod.BEFORE: "../{}", Mod.AFTER: "{}/.."}

MOD_WORDS = {
    Mod.START: "early {}",
    Mod.MID: "middle of {}",
    Mod.END: "end of {}",
    Mod.APPROX: "about {}",
    Mod.BEFORE: "before {}",
    Mod.AFTER: "after {}",
}
GRAIN_WORDS = {
    Grain.DAY: "to the day",
    Grain.WEEK: "week, no day given",
    Grain.MONTH: "month, no day given",
    Grain.SEASON: "season, no month given",
    Grain.QUARTER: "quarter, no month given",
    Grain.HALF: "half-year, no month given",
    Grain.YEAR: "year, no month given",
    Grain.DECADE: "decade, no year given",
    Grain.CENTURY: "century, no year given",
    Grain.MILLENNIUM: "millennium, no century given",
    Grain.WEEKEND: "weekend, no day given",
}
RANGE_SIGN = "/"
"""What EDTF writes between the ends of a range."""

UNKNOWN_YEAR = "XXXX"
"""TIMEX3's and EDTF's sign for a year that the text does not give."""

COARSER = (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
"""The units that a value falls back to when its own is not known for sure."""


def iso_week(start: int) -> tuple[int, int]:
    """ISO year and week number of the week that begins on a Monday."""
    year = from_day(start + 3)[0]  # a week belongs to the year of its Thursday
    first_thursday_week = unit_of(unit_of(start + 3, Grain.YEAR).start + 3, Grain.WEEK).start
    return year, (start - first_thursday_week) // 7 + 1


def timex3_value(interval: Interval, grain: Grain) -> str:
    """TIMEX3's value; where the interval is wider than one unit, that of the smallest unit that holds it.

    `XXXX-XX-XX` where not even a century does.
    """
    if not is_unit(interval, grain):
        wider = next((unit for unit in COARSER if unit_of(interval.start, unit).holds(interval)), None)
        if wider is None:
            return f"{UNKNOWN_YEAR}-XX-XX"
        interval, grain = unit_of(interval.start, wider), wider
    year, month, _ = from_day(interval.start)
    if year < 0 or (year == 0 and grain not in LEFT_OUT):
        return _before_christ(interval, grain)
    if grain in (Grain.WEEK, Grain.WEEKEND):
        week_year, week = iso_week(unit_of(interval.start, Grain.WEEK).start)
        return f"{iso_year(week_year)}-W{week:02d}{'-WE' if grain is Grain.WEEKEND else ''}"
    return _in_year(iso_year(year), month, interval.start, grain)


def _in_year(year: str, month: int, start: int, grain: Grain) -> str:
    """The value of a unit that begins in a month of a written year."""
    if grain in LEFT_OUT:
        return year[: -LEFT_OUT[grain]]
    match grain:
        case Grain.MONTH:
            return f"{year}-{month:02d}"
        case Grain.SEASON:
            return f"{year}-{TIMEX3_SEASONS[month // 3 - 1]}"
        case Grain.QUARTER:
            return f"{year}-Q{month // 3 + 1}"
        case Grain.HALF:
            return f"{year}-H{month // 6 + 1}"
        case Grain.YEAR:
            return year
        case _:
            return f"{year}-{month:02d}-{from_day(start)[2]:02d}"


def _before_christ(interval: Interval, grain: Grain) -> str:
    """TIMEX3 writes years before Christ as they are counted: BC0480."""
    year, month, _ = from_day(interval.start)
    if grain in LEFT_OUT:
        return f"BC{(-year - 1) // 10 ** LEFT_OUT[grain]:0{4 - LEFT_OUT[grain]}d}"
    return _in_year(f"BC{1 - year:04d}", month, interval.start, grain)


def length_value(count: float | None, grain: Grain) -> str:
    """TIMEX3's value of a stretch of time: `P45Y`, `PT2H`; `PXY` where its count is not told."""
    letter, factor = LENGTH_UNITS[grain]
    if count is None:
        letter = UNCOUNTED.get(grain, letter)
    number = "X" if count is None else f"{count * factor:g}" if count * factor < MILLION else str(int(count * factor))
    return f"P{'T' if grain in CLOCK_GRAINS else ''}{number}{letter}"


def weekday_value(weekday: int) -> str:
    """TIMEX3's value of a weekday in no particular week; 0 is Monday."""
    return f"{UNKNOWN_YEAR}-WXX-{weekday + 1}"


def edtf_value(interval: Interval, grain: Grain, mod: Mod | None = None) -> str:
    """EDTF's value: `2025-01-17`, `2024-22` (summer), `199X`, `1984~`; weeks as an interval of days.

    An interval wider than one unit of its grain means one day of several: `[2025-01-13..2025-01-16]`.
    """
    if not is_unit(interval, grain):
        return f"[{edtf_bound(interval.start, grain)}..{edtf_bound(interval.last, grain)}]"
    year, month, _ = from_day(interval.start)
    match grain:
        case Grain.WEEK | Grain.WEEKEND | Grain.MILLENNIUM:
            return f"{edtf_day(interval.start)}/{edtf_day(interval.last)}"
        case Grain.SEASON:
            value = f"{edtf_year(year)}-{EDTF_FIRST_SEASON + month // 3 - 1}"
        case Grain.QUARTER:
            value = f"{edtf_year(year)}-{EDTF_FIRST_QUARTER + month // 3}"
        case Grain.HALF:
            value = f"{edtf_year(year)}-{EDTF_FIRST_HALF + month // 6}"
        case Grain.DECADE:
            value = f"{edtf_year(year)[:-1]}X"
        case Grain.CENTURY:
            value = f"{edtf_year(year)[:-2]}XX"
        case _:
            value = edtf_bound(interval.start, grain)
    return EDTF_MODS.get(mod, "{}").format(value) if mod else value


def edtf_span(interval: Interval, grain: Grain) -> str:
    """EDTF's value of the time within which something lies: an interval where that is no one unit of its grain."""
    if is_unit(interval, grain):
        return edtf_value(interval, grain)
    return f"{edtf_bound(interval.start, grain)}/{edtf_bound(interval.last, grain)}"


def edtf_year(year: int) -> str:
    """A year of four digits, signed before the year 0; `Y12000` beyond four digits."""
    return iso_year(year) if -9999 <= year <= 9999 else f"Y{year}"


def edtf_day(number: int) -> str:
    """A day; beyond four-digit years EDTF knows years alone."""
    year, month, day = from_day(number)
    if not -9999 <= year <= 9999:
        return edtf_year(year)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def edtf_bound(number: int, grain: Grain) -> str:
    """One end of an EDTF set: the year or month of a day where the grain is one, else the day.

    Beyond four-digit years EDTF knows years alone.
    """
    year, month, _ = from_day(number)
    if grain is Grain.YEAR or not -9999 <= year <= 9999:
        return edtf_year(year)
    return f"{iso_year(year)}-{month:02d}" if grain is Grain.MONTH else edtf_day(number)


def in_words(interval: Interval, grain: Grain) -> str:
    """The date for an English reader: "17 January 2025", "June 2024", "summer 2024", "the 1990s"."""
    if not is_unit(interval, grain):
        first, last = (in_words(unit_of(day, fine), fine) for day, fine in ends(interval, grain))
        return f"{first} to {last}"
    year, month, day = from_day(interval.start)
    match grain:
        case Grain.DAY:
            return f"{day} {MONTH_NAMES[month - 1]} {year_in_words(year)}"
        case Grain.WEEKEND:
            return f"the weekend of {in_words(unit_of(interval.start, Grain.DAY), Grain.DAY)}"
        case Grain.WEEK:
            return f"the week of {in_words(unit_of(interval.start, Grain.DAY), Grain.DAY)}"
        case Grain.MONTH:
            return f"{MONTH_NAMES[month - 1]} {year_in_words(year)}"
        case Grain.SEASON:
            return f"{SEASON_NAMES[month // 3 - 1]} {year_in_words(year)}"
        case Grain.QUARTER:
            return f"quarter {month // 3 + 1} of {year_in_words(year)}"
        case Grain.HALF:
            return f"half {month // 6 + 1} of {year_in_words(year)}"
        case Grain.YEAR:
            return year_in_words(year)
        case Grain.DECADE:
            return f"the {iso_year(year)}s"
        case Grain.CENTURY:
            return f"the century from {year_in_words(year)}"
        case _:
            return f"the millennium from {year_in_words(year)}"


def date_in_words(interval: Interval, grain: Grain, mod: Mod | None) -> str:
    """ "about June 2024"."""
    words = in_words(whole_of(interval, grain, mod), grain)
    return MOD_WORDS[mod].format(words) if mod else words


def grain_in_words(interval: Interval, grain: Grain, mod: Mod | None, edtf: str | None) -> str:
    """ "month, no day given"; "from the first to the last" of a range, "one day of these" where it may be any."""
    if edtf and RANGE_SIGN in edtf:
        return "from the first to the last"
    return GRAIN_WORDS[grain] if is_unit(whole_of(interval, grain, mod), grain) else f"one {grain} of these"


def interval_in_words(first: int | None, end: int | None) -> str | None:
    """An interval whose grain is not known, as the largest unit that it is, else from day to day."""
    if first is None or end is None:
        return None
    interval = Interval(first, end)
    if within_month(interval):
        return f"{from_day(first)[2]} to {in_words(one_day(interval.last), Grain.DAY)}"
    return in_words(interval, unit_named(interval))


def within_month(interval: Interval) -> bool:
    """Whether it is several days of one month, and not all of them: its ends share the month's name."""
    (year, month, _), (last_year, last_month, _) = from_day(interval.start), from_day(interval.last)
    return (year, month) == (last_year, last_month) and 1 < interval.days < month_length(year, month)


def unit_named(interval: Interval) -> Grain:
    """The grain of the largest calendar unit that an interval is; of one that is none, the day."""
    return next((grain for grain in Grain if is_unit(interval, grain)), Grain.DAY)


def ends(interval: Interval, grain: Grain) -> tuple[tuple[int, Grain], tuple[int, Grain]]:
    """First and last day of a stretch, each with the grain in which it is told: whole months and years as such."""
    whole = unit_of(interval.start, grain).start == interval.start and unit_of(interval.last, grain).end == interval.end
    fine = grain if whole and grain in (Grain.MONTH, Grain.YEAR) else Grain.DAY
    return (interval.start, fine), (interval.last, fine)


def year_in_words(year: int) -> str:
    """A year for readers: "2025", "480 BCE"."""
    return str(year) if year > 0 else f"{1 - year} BCE"
