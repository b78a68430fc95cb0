"""The timeline page: strip, lanes, evidence."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import crowd, download, dress, evidence, filters, key_dates, lanes, legend, state, strip, table, tray
from dashboard.ask import ask
from dashboard.dress import Dress
from dashboard.focus import focus, frame
from dashboard.lanes import Chart
from dashboard.marked import safe
from dashboard.period import HELP
from dashboard.scale import extent
from dashboard.view import View
from dashboard.wording import kind_name, language_name, number_of
from extract.kind import Kind
from extract.store import reading, summary, weights
from extract.store.library import Library
from extract.store.query import Order
from extract.store.summary import Counts, LaneBy

MOST_LANES = {LaneBy.STORY: 60, LaneBy.ACTOR: 14, LaneBy.KIND: len(Kind), LaneBy.LANGUAGE: 30, LaneBy.SOURCE: 30}
"""Lanes drawn at once; the fullest come first, and the page says how many are left out."""


def show(library: Library) -> None:
    """Draw the page."""
    state.arrive()
    head, box, button = st.columns([1.35, 2.4, 0.55], gap="medium", vertical_alignment="center")
    with box:
        filters.search()
    filters.row(library)
    view = state.current()
    counts = ask(library, summary.count, view.filters)
    with head:
        st.html(heading(ask(library, summary.held), counts, view))
    with button:
        download.button(library, view.filters)
    chosen = view.event or key_dates.first(library, view) or ask(library, summary.first, view.filters)
    with st.container(key="panel-body"):
        chart, panel = st.columns([2.45, 1], gap="large")
    with chart:
        _charts(library, view, chosen or "")
        if counts.claims:
            table.show(library, view, counts.claims, chosen or "")
        tray.show(library, view, ask(library, summary.count, view.filters.whenever()).undated)
    with panel:
        evidence.show(library, view, chosen)


def heading(held: Counts, counts: Counts, view: View) -> str:
    """The page's title, and how much of the library is shown."""
    claims = number_of(held.claims, "claim")
    if view.is_filtered:
        claims = f"<b>{counts.claims:,} of {claims}</b>"
    return (
        "<h1>Dateline</h1><p class='counts'>"
        f"{number_of(held.sources, 'source')} · {number_of(held.languages, 'language')} · {claims}, "
        f"{held.undated:,} undated</p>"
    )


def _charts(library: Library, view: View, chosen: str) -> None:
    for mistake in view.mistakes:
        st.html(f'<p class="note">“{safe(mistake)}” is no date. Write {HELP}.</p>')
    spans = ask(library, summary.spans, view.filters.whenever())
    whole = extent(spans)
    if whole is None:
        filters.time()
        st.html(nothing(library, view))
        return
    shown = focus(spans, whole, view.filters)
    strip.show(spans, frame(whole, view.filters), shown)
    filters.time()
    order, total = ask(library, summary.lanes, view.filters, view.lanes, MOST_LANES[view.lanes])
    if not order:
        st.html(nothing(library, view))
        return
    dates = key_dates.found(library, view)
    key_dates.show(dates, ask(library, weights.count_dated, view.filters), chosen)
    worn = Dress({}, frozenset(date.bar.mark.story_id for date in dates), dress.colours(library, view))
    names = _names(library, order, view.lanes)
    if sum(order.values()) > crowd.MOST_MARKS and names:
        chart = key_dates.chart(dates, worn)
        _above(chart, len(order), total, view.lanes)
        if dates:
            lanes.show(chart, shown, chosen, "key-lane")
        crowd.show(ask(library, summary.lane_spans, view.filters, view.lanes, list(order)), names, shown)
        return
    chart = _chart(library, view, order, names, worn)
    _above(chart, len(order), total, view.lanes)
    lanes.show(chart, shown, chosen)


def _chart(library: Library, view: View, order: dict[str, int], names: dict[str, str], worn: Dress) -> Chart:
    """Every claim of the lanes."""
    marks = ask(library, summary.marks, view.filters, view.lanes, list(order))
    worn = replace(worn, titles=dress.titles(library, view, sorted({mark.story_id for mark in marks})))
    ranked = list(order) if view.order is Order.WEIGHT and not names else ()
    return Chart(marks, names, worn, ranked)


def _above(chart: Chart, drawn: int, total: int, by: LaneBy) -> None:
    """Draw what stands over the lanes: what their marks mean, and how they are drawn."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="panel-legend"):
        st.html(legend.line(drawn, total, by, legend.kinds_of(chart)))
        filters.drawing()


def _names(library: Library, order: dict[str, int], by: LaneBy) -> dict[str, str]:
    if by is LaneBy.STORY:  # a story is named by the label of its one bar
        return {}
    if by is LaneBy.SOURCE:
        titles = reading.sources(library)
        return {lane: titles.get(lane, lane) for lane in order}
    if by is LaneBy.KIND:
        return {lane: kind_name(Kind(lane)) for lane in order}
    return {lane: language_name(lane) if by is LaneBy.LANGUAGE else lane for lane in order}


def nothing(library: Library, view: View) -> str:
    """What to say when there is nothing to draw."""
    if not ask(library, summary.held).sources:
        return (
            '<p class="note">This library is empty. Fill it: <code>python -m extract build FOLDER '
            f"--library {safe(str(library.path))}</code></p>"
        )
    if view.is_filtered:
        return '<p class="note">No dated claim is left by these filters. Take one off, or show everything.</p>'
    return '<p class="note">No claim of this library could be dated. The undated ones are below.</p>'
