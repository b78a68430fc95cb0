"""The page Key dates: a collection, or what is filtered of it, in so many dates, to be read and to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
import streamlit as st

from dashboard import chips, download, entries, filters, head, key_dates, rail
from dashboard.ask import ask
from dashboard.key_dates import KeyDate
from dashboard.marked import name, safe
from dashboard.opened import table_of
from dashboard.tongue import _, number
from dashboard.view import DATES, View
from dashboard.when import interval_in_words, year_in_words
from dashboard.wording import number_of
from extract.chart.focus import focus
from extract.chart.headings import headings
from extract.dates.interval import Grain, Interval, from_day, is_unit, to_day
from extract.store.library import Library
from extract.table import stories
from extract.table.selection import EventTable
from extract.table.spans import Spans


def show(library: Library) -> None:
    """Draw the page."""
    opened = table_of(library)
    view = head.show(opened, "key-dates", _("Key dates"))
    head.mistakes(view)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="panel-dates"):
        head.time(opened, view)
        filters.one_of(_("How many dates"), "dates", list(DATES), number)
    found = key_dates.found(opened, replace(view, key=view.dates))
    with st.container(key="panel-digest"):
        st.html(page(opened, view, found) if found else head.nothing(opened, view))


def page(opened: EventTable, view: View, dates: Sequence[KeyDate]) -> str:
    """All dates under their headings, as HTML."""
    intervals = [Interval(date.bar.mark.start, date.bar.mark.end) for date in dates]
    placed = sorted(zip(headings(intervals), dates, strict=True), key=lambda each: _order(*each))
    told, shown = entries.told(opened, view, dates), stretch(intervals, view)
    sections = "".join(
        _section(unit, [entries.entry(told, date, shown) for _, date in held])
        for unit, held in groupby(placed, key=lambda each: each[0])
    )
    style = f"--all: {rail.ground(intervals, shown)}; --base: '{download.address()}'"
    return f'<div class="digest" style="{safe(style)}">{_about(opened, view, len(dates), shown)}{sections}</div>'


def _section(unit: Interval, held: Sequence[str]) -> str:
    return f"<section><h2>{safe(heading(unit))}</h2>{''.join(held)}</section>"


def _order(unit: Interval, date: KeyDate) -> tuple[int, int, int, int, str]:
    """By time; what stands under a century before what stands under its years."""
    mark = date.bar.mark
    return unit.start, -unit.days, mark.start, mark.end, mark.event_id


def stretch(dates: Sequence[Interval], view: View) -> Interval:
    """What the strips reach over: the window; else where most dates lie, and as far as others lie near to them."""
    starts = np.array([date.start for date in dates], dtype=np.int64)
    ends = np.array([date.end for date in dates], dtype=np.int64)
    spans = Spans(starts, ends, np.ones(len(dates), dtype=bool))
    shown = focus(spans, Interval(int(starts.min()), int(ends.max())), view.filters)
    near = spans.extent(Interval(shown.start - shown.days, shown.end + shown.days))
    is_windowed = view.filters.first is not None or view.filters.end is not None
    return shown.hull(near) if near and not is_windowed else shown


def heading(unit: Interval) -> str:
    """A year, decade, century or longer stretch as a heading: "2024", "1990s", "481 BCE to 472 BCE"."""
    first, last = from_day(unit.start)[0], from_day(unit.last)[0]
    if is_unit(unit, Grain.DECADE) and first > 0:
        return _("{year}s", year=first)
    if unit != Interval(to_day(first), to_day(last + 1)):
        return interval_in_words(unit.start, unit.end) or ""
    words = year_in_words(first), year_in_words(last)
    return words[0] if first == last else _("{first} to {last}", first=words[0], last=words[1])


def _about(opened: EventTable, view: View, drawn: int, shown: Interval) -> str:
    """How many of the dates these are, of what, and how far the strips reach."""
    total = ask(opened, stories.count_dated, view.filters)
    told = number_of(total, "story", "stories")
    few = _("The {drawn} weightiest of {stories}, in order of time.", drawn=number(drawn), stories=told)
    parts = [few if drawn < total else _("{stories}, in order of time.", stories=told)]
    if said := _("; ").join(name(words) for words in chips.words(opened.library, view)):
        parts.append(_("Filtered: {filters}.", filters=said))
    return f'<p class="from about">{" ".join([*parts, safe(rail.ends(shown))])}</p>'
