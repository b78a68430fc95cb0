"""When a document was written: a ladder of evidence, best first, and its answer as an interval with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

import dateparser

from extract.dates.candidates import in_year
from extract.dates.clues import (
    FAR_PAST,
    Clue,
    Told,
    clues,
    dates_in_full,
    narrowed,
    newest_past,
    speaks_from_its_present,
    weekday_clues,
    years_to_search,
)
from extract.dates.expression import Calendar, Offset
from extract.dates.interval import Grain, Interval, covering, is_day, months, one_day, to_day, unit_of
from extract.dates.pack import header_labels
from extract.dates.sweep import Window, sweep
from extract.dates.write import in_words
from extract.model import Anchor, AnchorBasis, CorrectedDate, Source
from extract.text.fold import fold

GIVEN_CONFIDENCE = 1.0
HEADER_CONFIDENCE = 0.97
INFERRED_CONFIDENCE = 0.95
"""Times the share of likelihood that the answer holds."""

SMALLEST_SHARE = 0.6
"""An answer that is not more likely than its rivals together by half is no answer."""

SURE_ALONE = 0.85
"""An inference of this confidence asks no neighbours."""

HEADER_LENGTH = 300
"""Characters at the beginning of a text in which its date of publication may stand."""

YEARS_BACK = 60
"""How far back from the day of reading a text without any year may have been written."""

RECENT_WEIGHT = 1.0
RECENT_STEP = 3
"""Of years that fit equally, a later one is likelier: each step of three years back halves it, up to four steps."""
RECENT_STEPS = 4

LONGEST_SILENCE = 10 * 366
"""Days: a text whose newest date in full is older is history; its weekdays and days are those of its story."""

NARROW = 31
"""Stretches of at most so many days are narrowed by the weekdays that the text names."""
FEW_DAYS = 7
"""An answer of at most so many days is told as days, a longer one as its month or year."""
A_QUARTER = 92
A_MONTH = 31

ISO_PARTS = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?")
APART = r"\W{1,2}(?:[^\W\d]{1,3}\W)?"
"""What stands between the parts of a date in words: a space or comma, or a short word such as "of"."""
IN_WORDS = re.compile(rf"(?:\d{{1,2}}{APART})?[^\W\d]{{3,}}{APART}(?:\d{{1,2}}{APART})?\d{{4}}")
"""A month in letters and a year in full, with or without a day: of figures alone nobody knows which is the month, and
dateparser makes a date of nearly anything."""

NO_ANCHOR = Anchor(None, Grain.YEAR, AnchorBasis.NONE, "nothing tells when it was written", 0.0)


def anchor_of(source: Source, told: Sequence[Told], near: Sequence[Clue] = ()) -> Anchor:
    """The document's date: as stated, as its header says, or inferred from its own dates and those of its neighbours.

    `near` are clues that other documents lend; an answer that needs them has the basis `neighbours`.
    """
    text, stated, read_on = source.text, source.stated_date, source.read_on
    if source.corrected:
        return corrected(source.corrected)
    if stated and (given := parse_stated(stated)):
        return Anchor(*given, AnchorBasis.GIVEN, f"stated with the document: {stated}", GIVEN_CONFIDENCE)
    if (header := _header(text, told)) and _can_be(header, told, read_on):
        return header
    alone = _inferred(told, read_on, ())
    if alone and (alone.confidence >= SURE_ALONE or not near):
        return alone
    return (_inferred(told, read_on, near) if near else None) or alone or NO_ANCHOR


def corrected(said: CorrectedDate) -> Anchor:
    """The date that a person gives a document. Raises ValueError for what is no date."""
    if said.date is None:
        return Anchor(None, Grain.YEAR, AnchorBasis.CORRECTED, said.words, 0.0)
    read = parse_stated(said.date)
    if read is None:
        raise ValueError(f"{said.date!r} is no day, month or year")
    return Anchor(*read, AnchorBasis.CORRECTED, said.words, GIVEN_CONFIDENCE)


def parse_stated(stated: str) -> tuple[Interval, Grain] | None:
    """A date that is known to be one: ISO, or in words of a language that dateparser reads; None for other texts."""
    parts = ISO_PARTS.fullmatch(stated.strip())
    if parts:
        return _from_iso(*(int(part) if part else None for part in parts.groups()))
    if not IN_WORDS.fullmatch(stated.strip()):
        return None
    read = dateparser.date.DateDataParser(settings={"REQUIRE_PARTS": ["year"]}).get_date_data(stated)
    if read.date_obj is None:
        return None
    grain = {"month": Grain.MONTH, "year": Grain.YEAR}.get(read.period or "", Grain.DAY)
    return unit_of(to_day(read.date_obj.year, read.date_obj.month, read.date_obj.day), grain), grain


def _from_iso(year: int | None, month: int | None = None, day: int | None = None) -> tuple[Interval, Grain] | None:
    if year is None or (month is not None and not is_day(year, month, day or 1)):
        return None
    if day is not None and month is not None:
        return one_day(to_day(year, month, day)), Grain.DAY
    if month is not None:
        return months(year, month), Grain.MONTH
    return unit_of(to_day(year), Grain.YEAR), Grain.YEAR


def _header(text: str, told: Sequence[Told]) -> Anchor | None:
    for each in told:
        mention, expression = each.mention, each.expression
        if mention.start > HEADER_LENGTH:
            return None
        if not isinstance(expression, Calendar) or expression.day is None or expression.year is None:
            continue
        line_start = text.rfind("\n", 0, mention.start) + 1
        before = fold(text[line_start : mention.start]).strip(" :|-\u2022")
        after = text[mention.end :].partition("\n")[0].strip()
        if (before in header_labels()) or (not before and not after):
            interval = in_year(expression, expression.year)
            quoted = text[line_start : mention.end].strip()
            evidence = f"its header says \u201c{quoted}\u201d"
            return Anchor(
                interval, Grain.DAY, AnchorBasis.HEADER, evidence, HEADER_CONFIDENCE, (mention.start, mention.end)
            )
    return None


def _can_be(header: Anchor, told: Sequence[Told], read_on: int | None) -> bool:
    """Whether the text can have been written then: not after it was read, nor before what it tells as past.

    A page's template or a table of years gives such dates.
    """
    if header.interval is None or (read_on is not None and header.interval.start > read_on):
        return False
    newest = newest_past(told)
    return newest is None or newest.start <= header.interval.start


def _inferred(told: Sequence[Told], read_on: int | None, near: Sequence[Clue]) -> Anchor | None:
    if not speaks_from_its_present(told):
        return None
    years = years_to_search(told, read_on, YEARS_BACK)
    if not years:
        return None
    end = to_day(years[-1] + 1) if read_on is None else read_on + 1
    found = [*clues(told, years), *near]
    prior = Clue(tuple(_recency(years)), "")
    within = Interval(to_day(years[0]), end)
    result = sweep((w for clue in (*found, prior) for w in clue.windows), within)
    if result and (named := list(weekday_clues(told, _round_about(result.interval)))):
        found += named
        result = sweep((w for clue in (*found, prior) for w in clue.windows), within)
    if result is None or result.share < SMALLEST_SHARE or not _in_any(result.interval, found):
        return None
    window, weekdays = result.interval, list[str]()
    if window.days <= NARROW:
        window, weekdays = narrowed(window, told)
    grain = _grain_told(window)
    if grain is None or (not near and _is_history(told, window)):
        return None
    basis = AnchorBasis.NEIGHBOURS if near else AnchorBasis.INFERRED
    return Anchor(window, grain, basis, _evidence(window, grain, found, weekdays), INFERRED_CONFIDENCE * result.share)


def _round_about(interval: Interval) -> Interval:
    """The stretch in which the weekdays that a text names can move the answer."""
    return Interval(interval.start - A_MONTH, min(interval.end, interval.start + A_QUARTER) + A_MONTH)


def _is_history(told: Sequence[Told], window: Interval) -> bool:
    """Whether the newest date in full lies far before the answer, and no "today" speaks of the time of writing."""
    newest = max((interval.end for side in dates_in_full(told) for interval, _ in side), default=None)
    speaks_of_now = any(isinstance(each.expression, Offset) for each in told)
    return newest is not None and not speaks_of_now and window.start - newest > LONGEST_SILENCE


def _recency(years: range) -> list[Window]:
    """Windows that make each later step of years likelier."""
    last = to_day(years[-1] + 1)
    starts = [to_day(years[-1] + 1 - RECENT_STEP * step) for step in range(1, RECENT_STEPS + 1)]
    return [Window(Interval(start, last), RECENT_WEIGHT) for start in starts]


def _in_any(interval: Interval, found: Sequence[Clue]) -> bool:
    return any(window.interval.holds(interval) for clue in found for window in clue.windows)


def _grain_told(window: Interval) -> Grain | None:
    """How finely the answer is told, no finer than it is known: by days, month or year; None where it spans more."""
    if window.days <= FEW_DAYS:
        return Grain.DAY
    if unit_of(window.start, Grain.MONTH).holds(window):
        return Grain.MONTH
    if window.days <= A_QUARTER:
        return Grain.DAY
    return Grain.YEAR if unit_of(window.start, Grain.YEAR).holds(window) else None


def _evidence(window: Interval, grain: Grain, found: Sequence[Clue], weekdays: Sequence[str]) -> str:
    holding = [
        clue.words
        for clue in found
        if any(each.interval.holds(window) and each.interval.start > FAR_PAST for each in clue.windows)
    ]
    words = list(dict.fromkeys(holding))
    if weekdays:
        words.append("the weekdays named agree with it: " + ", ".join(f"\u201c{name}\u201d" for name in weekdays))
    return f"{in_words(covering(window, grain), grain)} fits best: {'; '.join(words)}"
