"""Dates that come with a document or stand at its head: stated, in a header line, in its address, in its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import dateparser

from extract.dates.interval import Grain, Interval, is_day, months, one_day, to_day, unit_of
from extract.dates.pack import fetch_labels, header_labels
from extract.dates.told import Told
from extract.model import AnchorBasis, Source
from extract.reason import Reason
from extract.text.fold import fold

HEADER_LENGTH = 300
"""Characters at the beginning of a text in which its date of publication may stand."""

ISO_PARTS = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?")
APART = r"\W{1,2}(?:[^\W\d]{1,3}\W)?"
"""What stands between the parts of a date in words: a space or comma, or a short word such as "of"."""
IN_WORDS = re.compile(rf"(?:\d{{1,2}}{APART})?[^\W\d]{{3,}}{APART}(?:\d{{1,2}}{APART})?\d{{4}}")
"""A month in letters and a year in full, with or without a day: of figures alone nobody knows which is the month, and
dateparser makes a date of nearly anything."""
ANY_IN_WORDS = re.compile(rf"(?<!\w)(?=({IN_WORDS.pattern}))")
"""The same from each word of a text on."""

IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)", re.ASCII)
"""A day or month in the path of an address: /2025/01/13/, 2025-01-13, 20250113; a month needs its slashes."""

DATE_BEGINS = re.compile(r"[:\d]")
A_YEAR = re.compile(r"\d{4}")
A_WORD = re.compile(r"[^\W\d]{2,}")
MOST_HEADER_WORDS = 7
"""A label, a weekday, a month by its two names, a zone of time; with more, a line tells what happened on that day."""

BETWEEN = " :|/,;-\u2013\u2014\u2022\u00b7()[]"
"""What stands between a label and its date, and between one date of a head and the next label."""
TIME_OF_DAY = re.compile(
    r"[\s,|\-\u2013\u2014\u2022]*(?:\d{1,2}[:.]\d\d(?::\d\d)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\s*(?:[+-]\d\d:?\d\d)?\s*",
    re.IGNORECASE,
)
"""What may stand behind a date that is alone on its line."""

DATELINE = re.compile(r"[^\n.!?:;]{2,60}?[,.]?\s\Z")
"""What stands before the date of a dateline: a place, perhaps with its land."""
AFTER_DATELINE = re.compile(
    r"[.,]?\s*(?:[(/\[][^)/\]\n]{2,40}[)/\]]\.?)?\s*(?:--|[-\u2013\u2014_:])|[.,]?\s*[(/][^)/\n]{2,40}[)/]"
)
"""What stands after it: an agency in brackets, a dash."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A date of writing that somebody states."""

    interval: Interval
    grain: Grain
    basis: AnchorBasis
    reason: Reason
    """Who states it."""
    bounds: tuple[int, int] | None = None
    """Where in the text, if there."""


def statements(source: Source, told: Sequence[Told]) -> list[Statement]:
    """All dates of writing that are stated for a document, the most trustworthy first."""
    if source.happened:  # its head says when something happened
        return list(_given(source))
    return [*_given(source), *_headers(source.text, told), *_address(source), *_datelines(source.text, told)]


def parse_stated(stated: str) -> tuple[Interval, Grain] | None:
    """A date that is known to be one: ISO, or in words of a language that dateparser reads; None for other texts."""
    parts = ISO_PARTS.fullmatch(stated.strip())
    if parts:
        return _from_parts(*(int(part) if part else None for part in parts.groups()))
    if not IN_WORDS.fullmatch(stated.strip()):
        return None
    read = dateparser.date.DateDataParser(settings={"REQUIRE_PARTS": ["year"]}).get_date_data(stated)
    if read.date_obj is None:
        return None
    grain = {"month": Grain.MONTH, "year": Grain.YEAR}.get(read.period or "", Grain.DAY)
    return unit_of(to_day(read.date_obj.year, read.date_obj.month, read.date_obj.day), grain), grain


def _from_parts(year: int | None, month: int | None = None, day: int | None = None) -> tuple[Interval, Grain] | None:
    if year is None or (month is not None and not is_day(year, month, day or 1)):
        return None
    if day is not None and month is not None:
        return one_day(to_day(year, month, day)), Grain.DAY
    if month is not None:
        return months(year, month), Grain.MONTH
    return unit_of(to_day(year), Grain.YEAR), Grain.YEAR


def _given(source: Source) -> Iterator[Statement]:
    if source.stated_date and (given := parse_stated(source.stated_date)):
        reason = Reason("given", {"stated": source.stated_date})
        if source.stated_by:
            reason = Reason("given_by", {"stated": source.stated_date, "where": source.stated_by})
        yield Statement(*given, AnchorBasis.GIVEN, reason)


def is_header_line(line: str) -> bool:
    """Whether a line says when its page was published or read, and hardly more: it is no headline."""
    if IN_WORDS.fullmatch(line.strip(BETWEEN)):
        return True
    label = _folded(DATE_BEGINS.split(line, maxsplit=1)[0])
    is_labelled = label in header_labels() | fetch_labels()
    return is_labelled and A_YEAR.search(line) is not None and len(A_WORD.findall(line)) <= MOST_HEADER_WORDS


def telling(text: str, told: Sequence[Told], said: Sequence[Statement]) -> list[Told]:
    """The mentions that belong to the text itself: the dates of its page's head tell when that was made or read."""
    heads = [each.bounds for each in said if each.bounds and each.basis is AnchorBasis.HEADER]
    heads += [bounds for label, bounds, _ in _labelled(text, told) if _folded(label) in fetch_labels()]
    return [each for each in told if not _meets((each.mention.start, each.mention.end), heads)]


def _headers(text: str, told: Sequence[Told]) -> list[Statement]:
    """Dates of header lines, the earliest first: a text is published before it is updated.

    A date alone on its line is one where there is no other: several make a table.
    """
    found = list(_header_lines(text, told))
    labelled = sorted((each for is_labelled, each in found if is_labelled), key=lambda each: each.interval)
    alone = [each for is_labelled, each in found if not is_labelled]
    return labelled + (alone if len(alone) == 1 else [])


def _header_lines(text: str, told: Sequence[Told]) -> Iterator[tuple[bool, Statement]]:
    for before, bounds, whole in _labelled(text, told):
        label = _folded(before)
        after = text[bounds[1] :].partition("\n")[0]
        if label in header_labels() or (not label and TIME_OF_DAY.fullmatch(after)):
            reason = Reason("header", {"line": before + text[slice(*bounds)]})
            yield bool(label), Statement(whole, Grain.DAY, AnchorBasis.HEADER, reason, bounds)


def _labelled(text: str, told: Sequence[Told]) -> Iterator[tuple[str, tuple[int, int], Interval]]:
    """The days in full of a text's head, each with its bounds and the words before it on its line."""
    found = {(each.mention.start, each.mention.end): each.in_full for each in told}
    days = {bounds: whole for bounds, whole in found.items() if whole and whole.days == 1}
    days |= {bounds: whole for bounds, whole in _in_other_words(text) if not _meets(bounds, days)}
    end = 0
    for bounds, whole in sorted(days.items()):
        if bounds[0] > HEADER_LENGTH:
            return
        start = max(text.rfind("\n", 0, bounds[0]) + 1, end)
        yield text[start : bounds[0]].lstrip(BETWEEN), bounds, whole
        end = bounds[1]


def _in_other_words(text: str) -> Iterator[tuple[tuple[int, int], Interval]]:
    """Days behind a label, in words of another language than the text's."""
    labels = header_labels() | fetch_labels()
    for found in ANY_IN_WORDS.finditer(text, 0, HEADER_LENGTH):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if _folded(before) in labels and (read := parse_stated(found[1])) and read[1] is Grain.DAY:
            yield found.span(1), read[0]


def _folded(label: str) -> str:
    return fold(label).strip(BETWEEN)


def _meets(bounds: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(first < bounds[1] and bounds[0] < last for first, last in others)


def _address(source: Source) -> Iterator[Statement]:
    path = (source.url or "").partition("://")[2].partition("/")[2]
    for found in IN_ADDRESS.finditer("/" + path):
        year, apart, month, day = found.groups()
        if day is None and apart != "/":
            continue
        if read := _from_parts(int(year), int(month), int(day) if day else None):
            yield Statement(*read, AnchorBasis.ADDRESS, Reason("address", {"part": found.group()}))
            return


def _datelines(text: str, told: Sequence[Told]) -> Iterator[Statement]:
    for each in told:
        whole = each.in_full
        if is_dateline(text, each) and whole and whole.days == 1:
            reason = Reason("dateline", {"line": _line(text, each)})
            yield Statement(whole, Grain.DAY, AnchorBasis.DATELINE, reason, (each.mention.start, each.mention.end))


def is_dateline(text: str, each: Told) -> bool:
    """Whether a day stands where a report says where and when it was sent: "ATHENS, Jan 13 (Agency) -"."""
    mention, date = each.mention, each.calendar
    if mention.start > HEADER_LENGTH or date is None or date.day is None or date.month is None:
        return False
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return bool(DATELINE.fullmatch(before)) and bool(AFTER_DATELINE.match(text, mention.end))


def _line(text: str, each: Told) -> str:
    start = text.rfind("\n", 0, each.mention.start) + 1
    return text[start : each.mention.end].strip()
