"""The timeline page: strip, lanes, evidence."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import crowd, dress, evidence, filters, head, key_dates, legend, strip, table, tray
from dashboard import lanes as drawn
from dashboard.ask import ask
from dashboard.lanes import Chart, Drawing
from dashboard.opened import table_of
from dashboard.view import View
from dashboard.wording import kind_name
from extract.chart.bars import Dress
from extract.chart.focus import focus, frame
from extract.chart.steps import DRAWABLE
from extract.dates.interval import Interval
from extract.kind import Kind
from extract.label import language_name
from extract.store import reading
from extract.store.library import Library
from extract.table import counts, lanes, order, spans, stories
from extract.table.filters import Order
from extract.table.lanes import LaneBy
from extract.table.selection import EventTable

MOST_LANES = {LaneBy.STORY: 40, LaneBy.ACTOR: 14, LaneBy.KIND: len(Kind), LaneBy.LANGUAGE: 30, LaneBy.SOURCE: 30}
"""Lanes drawn at once; the fullest come first, and the page says how many are left out."""


def show(library: Library) -> None:
    """Draw the page."""
    opened = table_of(library)
    view = head.show(opened, "timeline")
    found = ask(opened, counts.count, view.filters)
    chosen = view.event or key_dates.first(opened, view) or ask(opened, order.first, view.filters)
    with st.container(key="panel-body"):
        chart, panel = st.columns([2.45, 1], gap="large")
    with chart:
        _charts(opened, view, reading.story_of(library, chosen or ""))
        st.html(f'<span id="{drawn.BESIDE}" tabindex="-1"></span>')
        with st.container(key="place-table"):
            if found.claims:
                table.show(opened, view, found.claims, chosen or "")
        with st.container(key="place-tray"):
            tray.show(opened, view, ask(opened, counts.count, view.filters.whenever()).undated)
    with panel:
        evidence.show(opened, view, chosen)


def _charts(opened: EventTable, view: View, chosen: str) -> None:
    head.mistakes(view)
    told = ask(opened, spans.spans, view.filters.whenever())
    whole = told.extent(DRAWABLE)
    shown = focus(told, whole, view.filters) if whole else None
    with st.container():
        if whole and shown:
            strip.show(told, frame(whole, view.filters), shown)
    _time(opened, view, shown)
    if shown:
        _lanes(opened, view, chosen, shown)
    else:
        st.html(head.nothing(opened, view))


def _lanes(opened: EventTable, view: View, chosen: str, shown: Interval) -> None:
    in_lanes, total = ask(opened, lanes.lanes, view.filters, view.lanes, MOST_LANES[view.lanes])
    if not in_lanes:
        st.html(head.nothing(opened, view))
        return
    dates = key_dates.found(opened, view)
    key_dates.show(dates, ask(opened, stories.count_dated, view.filters), chosen)
    marked = frozenset(date.bar.mark.story_id for date in dates)
    worn = Dress({}, marked, dress.colours(opened, view), dress.when)
    drawing = Drawing(view, shown, chosen)
    names = _names(opened.library, in_lanes, view.lanes)
    if sum(in_lanes.values()) > crowd.MOST_MARKS and names:
        chart = key_dates.chart(dates, worn)
        filters.drawing()
        with st.container():
            if dates:
                drawn.show(chart, drawing, "key-lane")
        crowd.show(ask(opened, lanes.lane_spans, view.filters, view.lanes, tuple(in_lanes)), names, drawing)
    else:
        chart = _chart(opened, view, in_lanes, names, worn)
        filters.drawing()
        drawn.show(chart, drawing)
    st.html(legend.line(len(in_lanes), total, view.lanes, legend.kinds_of(chart)))


def _time(opened: EventTable, view: View, shown: Interval | None = None) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="panel-time"):
        head.time(opened, view, shown)


def _chart(opened: EventTable, view: View, in_lanes: dict[str, int], names: dict[str, str], worn: Dress) -> Chart:
    """Every claim of the lanes."""
    if view.lanes is LaneBy.STORY:
        titles = dress.titles(opened.library, view, tuple(in_lanes))
        marks = ask(opened, lanes.marks, view.filters, view.lanes, tuple(in_lanes), dress.bearers(titles))
    else:
        marks = ask(opened, lanes.marks, view.filters, view.lanes, tuple(in_lanes))
        titles = dress.titles(opened.library, view, tuple(sorted({mark.story_id for mark in marks})))
    ranked = list(in_lanes) if view.order is Order.WEIGHT and not names else ()
    return Chart(marks, names, replace(worn, titles=titles), ranked, sum(in_lanes.values()))


def _names(library: Library, in_lanes: dict[str, int], by: LaneBy) -> dict[str, str]:
    if by is LaneBy.STORY:  # a story is named by the label of its one bar
        return {}
    if by is LaneBy.SOURCE:
        titles = ask(library, reading.sources)
        return {lane: titles.get(lane, lane) for lane in in_lanes}
    if by is LaneBy.KIND:
        return {lane: kind_name(Kind(lane)) for lane in in_lanes}
    return {lane: language_name(lane) if by is LaneBy.LANGUAGE else lane for lane in in_lanes}
