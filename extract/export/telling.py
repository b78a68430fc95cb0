"""A row in the words that all files for people share: when, with how fine that is, and where it can be read."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from extract.dates.bounds import bounds
from extract.dates.interval import Grain
from extract.dates.write import CLOCK_GRAINS, date_in_words, grain_in_words, in_words, interval_in_words
from extract.export.days import interval_of
from extract.export.wording import Words
from extract.label import in_line, label, language_name
from extract.store.columns import EventRow
from extract.store.link import SAFE_SCHEMES


def date_of(row: EventRow) -> str:
    """The row's date in words, as fine as its source tells it; empty where it is undated."""
    interval, grain = interval_of(row), _grain(row)
    if interval is None:
        return ""
    return date_in_words(interval, grain, row.mod) if grain else in_line(row.edtf or row.timex3)


def grain_of(row: EventRow) -> str:
    """How fine that is: "month, no day given"; empty where that is not known."""
    interval, grain = interval_of(row), _grain(row)
    return grain_in_words(interval, grain, row.mod, row.edtf) if interval and grain else ""


def when_of(row: EventRow) -> str:
    """Both: "June 2024 · month, no day given"."""
    return " · ".join(filter(None, (date_of(row), grain_of(row))))


def is_to_the_day(row: EventRow) -> bool:
    """Whether the date is one day, so that nothing has to be said of how fine it is."""
    interval = interval_of(row)
    return interval is not None and interval.days == 1 and _grain(row) is Grain.DAY and row.mod is None


def _grain(row: EventRow) -> Grain | None:
    """Of its interval, which is made of days."""
    return Grain.DAY if row.grain in CLOCK_GRAINS else row.grain


def source_of(row: EventRow, told: Words) -> str:
    """Title and publisher of the source, as far as they are known."""
    parts = (in_line(part) for part in (row.source_title, row.publisher) if part)
    return ", ".join(part for part in parts if part) or told.say("told.nameless")


def written_of(row: EventRow, told: Words) -> str:
    """When the source was written, and how that is known: "17 January 2025, by its header"; empty where unknown."""
    if not row.source_date:
        return ""
    return f"{_days(row.source_date, told)}, {told.say(f'basis.{row.source_date_basis}')}"


@lru_cache(maxsize=1024)
def _days(edtf: str, told: Words) -> str:
    """A date of writing in words, its ends as fine as they are; as it stands where it is of another kind."""
    ends = bounds(edtf)
    if not ends:
        return in_line(edtf)
    (first, fine), (last, fine_too) = ends[0], ends[-1]
    if first == last:
        return in_words(first, fine)
    if fine is fine_too is Grain.DAY and first.start < last.end:
        return interval_in_words(first.start, last.end) or ""
    return told.say("report.period", first=in_words(first, fine), last=in_words(last, fine_too))


@lru_cache(maxsize=1024)
def language_of(code: str) -> str:
    """A language's own name, in a line; its code where it has none."""
    return label(language_name(code))


def host_of(url: str | None) -> str:
    """The host of a web address; empty for addresses of other kinds, which are never made into links."""
    try:
        parts = urlsplit(url or "")
        host = parts.netloc.rpartition("@")[2] if parts.hostname else ""
    except ValueError:
        return ""
    return host if parts.scheme in SAFE_SCHEMES else ""
