"""Claims as all-day events of a calendar (RFC 5545): a month is the stretch of its days, and says that it is one.

Calendars know the years 1 to 9999 alone. Claims that lie elsewhere, or nowhere, are counted in the calendar itself.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from icalendar import Calendar, Event, vText

from extract.dates.interval import Interval, iso_day
from extract.export.days import interval_of
from extract.export.form import Format
from extract.export.manifest import MADE_BY, Outcome, manifest_of
from extract.export.selection import Selection
from extract.export.telling import host_of, is_to_the_day, source_of, when_of
from extract.export.wording import Words, words
from extract.label import in_line
from extract.model import Status
from extract.store.columns import EventRow

NAMEABLE = Interval(1, date.max.toordinal())
"""The days that an event can have: it ends on the day after its last, which must have a name too."""

LANGUAGE = re.compile(r"[a-z]{2,3}")
"""A language's code, which alone may stand among a line's parameters."""

END = b"END:VCALENDAR\r\n"


def write_calendar(rows: Iterable[EventRow], stream: BinaryIO, selection: Selection) -> Outcome:
    """A calendar with an event a claim.

    What it leaves out stands at its head, so the events wait on disk until they are all known.
    """
    told = words(selection.said.language)
    undated = beyond = 0
    with tempfile.TemporaryFile() as events:
        for row in rows:
            interval = interval_of(row)
            undated += interval is None
            beyond += interval is not None and not NAMEABLE.holds(interval)
            if interval and NAMEABLE.holds(interval):
                events.write(_event(row, interval, selection, told).to_ical())
        bounds = {"first": iso_day(NAMEABLE.start), "last": iso_day(NAMEABLE.last)}
        outcome = Outcome({"undated": undated, "out_of_years": beyond}, parts=bounds)
        stream.write(_head(selection, outcome, told))
        events.seek(0)
        shutil.copyfileobj(events, stream)
    stream.write(END)
    return outcome


def _head(selection: Selection, outcome: Outcome, told: Words) -> bytes:
    """The calendar's own lines, with what is to know of it."""
    manifest = manifest_of(selection, Format.ICS, outcome)
    title = in_line(selection.said.title) or told.say("calendar.called")
    left_out = [
        told.say("calendar.left_out", claims=told.count("claim", each.number), why=each.what)
        for each in manifest.left_out
    ]
    holds = " ".join([told.say("calendar.held", claims=told.count("claim", manifest.rows)), *left_out])
    calendar = Calendar()
    calendar.add("prodid", f"-//Dateline//{MADE_BY}//{told.language.upper()}")
    calendar.add("version", "2.0")
    for name, value in (("name", title), ("x-wr-calname", title), ("description", holds), ("x-wr-caldesc", holds)):
        calendar.add(name, vText(value))
    # The library would take \N, as in C:\News, for the end of a line.
    calendar.add("x-dateline-manifest", vText(manifest.model_dump_json().replace("\\\\", "\\u005c")))
    head: bytes = calendar.to_ical()
    return head.removesuffix(END)


def _event(row: EventRow, interval: Interval, selection: Selection, told: Words) -> Event:
    event = Event()
    event.add("uid", f"{in_line(row.event_id)}@dateline")
    event.add("dtstamp", selection.said.moment)
    event.add("dtstart", date.fromordinal(interval.start))
    event.add("dtend", date.fromordinal(interval.end))
    event.add("transp", "TRANSPARENT")  # what happened keeps nobody busy
    spoken = {"language": row.language} if LANGUAGE.fullmatch(row.language) else {}
    event.add("summary", _summary(row, told), spoken)
    event.add("description", _description(row, told))
    event.add("categories", [told.say(f"kind.{row.kind}"), told.say(f"status.{row.status}")])
    if host_of(row.link):
        event.add("url", in_line(row.link))
    return event


def _summary(row: EventRow, told: Words) -> str:
    """What happened; what is not plainly reported, or not to the day, is said there where every calendar shows it."""
    headline = in_line(row.headline)
    if row.status is not Status.REPORTED:
        headline = told.say("calendar.put", status=told.say(f"status.{row.status}"), headline=headline)
    if is_to_the_day(row):
        return headline
    return told.say("calendar.of", headline=headline, when=when_of(row))


def _description(row: EventRow, told: Words) -> str:
    lines = (
        ("when", when_of(row)),
        ("said", in_line(row.sentence)),
        ("why", in_line(row.explanation)),
        ("status", told.say(f"status.{row.status}")),
        ("source", source_of(row, told)),
        ("read", in_line(row.link) if host_of(row.link) else ""),
    )
    return "\n".join(f"{told.say(f'told.{key}')}: {value}" for key, value in lines if value)
