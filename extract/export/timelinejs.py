"""Claims as TimelineJS3 reads them: dates no finer than their sources', and nothing of a source's text is markup.

TimelineJS counts years before 1 as -1, -2 and so on, without a year 0. It shows headlines and texts as HTML, and takes
the escapes off what it shows as a group: there stands nothing but letters, figures and spaces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from typing import Any, BinaryIO

from extract.dates.interval import Grain, Interval, from_day, iso_year, whole_of
from extract.export.days import interval_of
from extract.export.form import Format
from extract.export.manifest import Outcome, manifest_of
from extract.export.selection import Group, Selection
from extract.export.telling import date_of, grain_of, host_of, is_to_the_day, language_of, source_of
from extract.export.wording import Words, words
from extract.label import in_line
from extract.model import Status
from extract.store.columns import EventRow

FIRST_YEAR, LAST_YEAR = -271_820, 275_759
"""The years with months and days that TimelineJS can draw."""

BY_YEAR = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM})
BY_MONTH = frozenset({Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.HALF})
"""Grains whose ends are told as years, and as months; of all others as days."""

NO_MARKUP = re.compile(r"[<>&\"'`]")


def write_timelinejs(rows: Iterable[EventRow], stream: BinaryIO, selection: Selection) -> Outcome:
    """A timeline with a slide a claim, one after the other; what is to know of it comes last, under `dateline`."""
    told = words(selection.said.language)
    undated = beyond = 0
    stream.write(f'{{"scale": "human", "title": {_json(_title(selection))}, "events": ['.encode())
    between = b"\n"
    for row in rows:
        interval = interval_of(row)
        undated += interval is None
        beyond += interval is not None and not _is_drawable(interval)
        if interval and _is_drawable(interval):
            stream.write(between + _json(_slide(row, interval, selection, told)).encode())
            between = b",\n"
    bounds = {"first": iso_year(FIRST_YEAR), "last": iso_year(LAST_YEAR)}
    outcome = Outcome({"undated": undated, "out_of_years": beyond}, parts=bounds)
    manifest = manifest_of(selection, Format.TIMELINEJS, outcome).model_dump_json()
    stream.write(f'\n], "dateline": {manifest}}}\n'.encode())
    return outcome


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _is_drawable(interval: Interval) -> bool:
    return from_day(interval.start)[0] >= FIRST_YEAR and from_day(interval.last)[0] <= LAST_YEAR


def _title(selection: Selection) -> dict[str, Any]:
    filters = "; ".join(f"{name}: {value}" for name, value in selection.said.filters)
    return {"text": {"headline": _html(selection.said.title or "Dateline"), "text": _html(filters)}}


def _slide(row: EventRow, interval: Interval, selection: Selection, told: Words) -> dict[str, Any]:
    grain = row.grain or Grain.DAY
    whole = whole_of(interval, grain, row.mod)
    start, end = _parts(whole.start, grain), _parts(whole.last, grain)
    words_for_it = _no_markup(date_of(row))
    slide: dict[str, Any] = {
        "unique_id": f"dateline-{re.sub(r'[^A-Za-z0-9_-]', '-', row.event_id)}",
        "start_date": start | {"display_date": words_for_it},
        "display_date": words_for_it,
        "text": {"headline": _html(row.headline), "text": _text(row, told)},
        "group": _no_markup(_group(row, selection.said.group, told)),
    }
    if start != end:
        slide["end_date"] = end | {"display_date": words_for_it}
    return slide


def _parts(day: int, grain: Grain) -> dict[str, int]:
    """A day as finely as its grain tells it; 1 BCE is the year -1."""
    year, month, number = from_day(day)
    parts = {"year": year if year > 0 else year - 1}
    if grain in BY_YEAR:
        return parts
    return parts | {"month": month} if grain in BY_MONTH else parts | {"month": month, "day": number}


def _text(row: EventRow, told: Words) -> str:
    vague = "" if is_to_the_day(row) else grain_of(row)
    status = "" if row.status is Status.REPORTED else told.say(f"status.{row.status}")
    about = ". ".join(filter(None, (vague, status, ", ".join(map(in_line, row.actors)))))
    language = escape(in_line(row.language))
    parts = [
        f'<blockquote dir="auto" lang="{language}">{_html(row.sentence)}</blockquote>',
        f"<p>{_html(about)}</p>" if about else "",
        f"<p>{_html(told.say('told.why'))}: {_html(row.explanation)}</p>" if row.explanation else "",
        f"<p>{_html(told.say('told.source'))}: <bdi>{_html(source_of(row, told))}</bdi>{_link(row.link)}</p>",
    ]
    return "".join(parts)


def _link(url: str) -> str:
    host = host_of(url)
    return f' · <a href="{escape(in_line(url))}" rel="noopener noreferrer">{escape(host)}</a>' if host else ""


def _group(row: EventRow, by: Group, told: Words) -> str:
    return told.say(f"kind.{row.kind}") if by is Group.KIND else language_of(row.language)


def _html(text: str) -> str:
    return escape(in_line(text))


def _no_markup(text: str) -> str:
    return NO_MARKUP.sub("", text)
