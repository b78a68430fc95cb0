"""The source of a claim as people cite it: a footnote, and the forms that reference managers read.

Who wrote it is not known, so nobody is named. A date is as fine as it is known; what was inferred says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from extract.dates.bounds import bounds
from extract.dates.interval import Grain, Interval, from_day
from extract.export.outbound import DASHBOARD, encodable, reader_link
from extract.export.telling import host_of, source_of, written_of
from extract.export.wording import Words, words
from extract.label import in_line
from extract.model import AnchorBasis
from extract.store.columns import EventRow

INFERRED = frozenset({AnchorBasis.INFERRED, AnchorBasis.NEIGHBOURS})
"""How a date is known that nobody states."""

RIS_LINE_END = "\r\n"

RIS_DATE_PARTS = 4
"""Year, month, day, and a word on it, with a slash after each but the last."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim's source in three forms."""

    footnote: str
    """Plain text in one line."""
    csl: str
    """CSL-JSON: a list with one entry."""
    ris: str


def citation(row: EventRow, reader: str = DASHBOARD, language: str = "en") -> Citation:
    """The source of a claim; `reader` is where the dashboard is found, `language` that of the footnote's own words."""
    row = encodable(row)
    link, told = reader_link(row.event_id, reader), words(language)
    return Citation(_footnote(row, link, told), _csl(row, link, told), _ris(row, link))


def _footnote(row: EventRow, link: str, told: Words) -> str:
    written = written_of(row, told)
    parts = [
        source_of(row, told),
        told.say("report.written", date=written) if written else told.say("citation.undated"),
        _address(row),
        told.say("citation.quoted", sentence=in_line(row.sentence)),
        told.say("citation.read", link=link),
    ]
    return f"{', '.join(filter(None, parts[:3]))}. {parts[3]} {parts[4]}"


def _address(row: EventRow) -> str:
    """Of the source on the web; empty where it has none."""
    return in_line(row.source_url or "") if host_of(row.source_url) else ""


def _csl(row: EventRow, link: str, told: Words) -> str:
    entry: dict[str, Any] = {
        "id": in_line(row.event_id),
        "type": "webpage" if _address(row) else "document",
        "title": in_line(row.source_title or ""),
        "publisher": in_line(row.publisher or ""),
        "language": in_line(row.language),
        "issued": _issued(row),
        "URL": _address(row),
        "note": told.say("citation.read", link=link),
        "annote": in_line(row.sentence),
    }
    return json.dumps([{name: value for name, value in entry.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _issued(row: EventRow) -> dict[str, Any]:
    """CSL's date: one, or a range of two; what CSL has no parts for stands as it is written."""
    if not row.source_date:
        return {}
    ends = bounds(row.source_date)
    issued: dict[str, Any] = {"date-parts": _date_parts(ends)} if ends else {"literal": in_line(row.source_date)}
    return issued | ({"circa": True} if row.source_date_basis in INFERRED else {})


def _date_parts(ends: list[tuple[Interval, Grain]]) -> list[list[int]]:
    first, last = _parts(*ends[0]), _parts(*ends[-1])
    return [first] if first == last else [first, last]


def _parts(interval: Interval, grain: Grain) -> list[int]:
    """Year, month and day, as far as they are known; CSL counts years before 1 as -1, -2, without a year 0."""
    year, month, day = from_day(interval.start)
    known = {Grain.YEAR: 1, Grain.MONTH: 2}.get(grain, 3)
    return [year if year > 0 else year - 1, month, day][:known]


def _ris(row: EventRow, link: str) -> str:
    date = _shared(bounds(row.source_date or ""))
    lines = [
        ("TY", "ELEC" if _address(row) else "GEN"),
        ("TI", in_line(row.source_title or "")),
        ("PB", in_line(row.publisher or "")),
        ("PY", "".join(date[:1])),
        ("DA", "/".join((*date, *[""] * (RIS_DATE_PARTS - len(date)))) if date else ""),
        ("LA", in_line(row.language)),
        ("UR", _address(row)),
        ("LK", link),
        ("N1", in_line(row.sentence)),
        ("ID", in_line(row.event_id)),
    ]
    told = "".join(f"{tag}  - {value}{RIS_LINE_END}" for tag, value in lines if value)
    return f"{told}ER  - {RIS_LINE_END}"


def _shared(ends: list[tuple[Interval, Grain]]) -> list[str]:
    """Year, month and day as far as both ends of a stretch have the same: RIS tells one date, from the year 1 on."""
    if not ends or from_day(ends[0][0].start)[0] < 1:
        return []
    pairs = zip(_parts(*ends[0]), _parts(*ends[-1]), strict=False)
    same = takewhile(lambda pair: pair[0] == pair[1], pairs)
    return [f"{part:0{width}d}" for (part, _), width in zip(same, (4, 2, 2), strict=False)]
