"""Days and instants as pages and feeds state them, kept as they are written and never filled in."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate

from dateutil.parser import parse

LONGEST_DATE = 64
"""Characters; what is longer is a sentence."""

EARLIEST_YEAR = 1400
"""What pages say of themselves is no older than print; a smaller number is a mistake of a program."""

UNSET = frozenset({date(1970, 1, 1), date(1, 1, 1)})
"""What programs write where nobody has given a date."""

_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?=$|[T ]|Z$|[+-]\d\d:\d\d$)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?(?:Z|[+-]\d{4})?)?$")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FILLERS = (datetime(2003, 5, 11), datetime(2016, 10, 23))  # noqa: DTZ001
"""Two days that share nothing: what a date leaves out shows where they lead to different ones."""


def stated_day(raw: object) -> str | None:
    """The day, month or year that is written, as ISO text: the day in the zone that is written, never another.

    None for what is no date, for one whose day and month may be swapped, and for what programs write as "none".
    """
    text = " ".join(raw.split()) if isinstance(raw, str) else ""
    if not text or len(text) > LONGEST_DATE:
        return None
    found = _ISO.match(text)
    if found:
        return _checked(found[1], found[3], found[4])
    compact = _COMPACT.match(text)
    if compact:
        return _checked(*compact.groups())
    return _in_words(text) if _YEAR.search(text) else None


def stated_instant(raw: object) -> str | None:
    """The instant that is written, as ISO text; the day where no more is written, None where none is."""
    text = raw.strip() if isinstance(raw, str) else ""
    day = stated_day(text)
    if day is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return day
    if found.tzinfo is None:
        return day
    try:
        return found.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError:
        return day


def _in_words(text: str) -> str | None:
    """Of "Tue, 10 Jun 2025 08:00:00 +0300", "June 10, 2025", "June 2025"."""
    of_mail = parsedate(text)
    if of_mail and str(of_mail[0]) in text:
        return _checked(*of_mail[:3])
    try:
        readings = [
            parse(text, default=filler, dayfirst=dayfirst, ignoretz=True)
            for filler in _FILLERS
            for dayfirst in (False, True)
        ]
    except (ValueError, OverflowError):
        return None
    if len({reading.date() for reading in readings}) == 1:
        return _checked(readings[0].year, readings[0].month, readings[0].day)
    if len({(reading.year, reading.month) for reading in readings}) == 1:
        return _checked(readings[0].year, readings[0].month, None)
    return None


def _checked(year: str | int, month: str | int | None, day: str | int | None) -> str | None:
    """ISO text of what the calendar has."""
    try:
        found = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if found.year < EARLIEST_YEAR or (day and found in UNSET):
        return None
    if not month:
        return f"{found:%Y}"
    return f"{found:%Y-%m-%d}" if day else f"{found:%Y-%m}"
