"""The timeline page: strip, lanes, evidence."""

from __future__ import annotations

import streamlit as st

from dashboard import crowd, download, evidence, filters, lanes, state, strip, table, tray
from dashboard.ask import ask
from dashboard.focus import focus, frame
from dashboard.marked import safe
from dashboard.period import HELP
from dashboard.scale import extent
from dashboard.view import View
from dashboard.wording import kind_name, language_name, number_of
from extract.dates.interval import Interval
from extract.kind import Kind
from extract.store import reading, summary
from extract.store.library import Library
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
    chosen = view.event or ask(library, summary.most_told, view.filters)
    with st.container(key="panel-body"):
        chart, panel = st.columns([2.45, 1], gap="large")
    with chart:
        _charts(library, view, chosen or "")
        if counts.claims:
            table.show(library, view.filters, counts.claims, chosen or "")
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
    _lanes(library, view, order, shown, chosen)
    st.html(key(len(order), total, view.lanes))


def _lanes(library: Library, view: View, order: dict[str, int], shown: Interval, chosen: str) -> None:
    names = _names(library, order, view.lanes)
    asked = (view.filters, view.lanes, list(order))
    if sum(order.values()) > crowd.MOST_MARKS and names:
        crowd.show(ask(library, summary.lane_spans, *asked), names, shown)
    else:
        lanes.show(ask(library, summary.marks, *asked), names, shown, chosen)


def _names(library: Library, order: dict[str, int], by: LaneBy) -> dict[str, str]:
    if by is LaneBy.STORY:  # a story is named by the label of its one bar
        return {}
    if by is LaneBy.SOURCE:
        titles = reading.sources(library)
        return {lane: titles.get(lane, lane) for lane in order}
    if by is LaneBy.KIND:
        return {lane: kind_name(Kind(lane)) for lane in order}
    return {lane: language_name(lane) if by is LaneBy.LANGUAGE else lane for lane in order}


def key(drawn: int, total: int, by: LaneBy) -> str:
    """The one line that says what the marks mean, and what is not drawn."""
    what = {LaneBy.STORY: "stories"}.get(by, f"{by}s")
    left_out = f" · the {drawn:,} fullest of {total:,} {what}: narrow the view to see others" if drawn < total else ""
    return (
        '<p class="key"><i class="swatch sure"></i>sure <i class="swatch pale"></i>possible '
        '<i class="swatch planned"></i>planned <i class="swatch alleged"></i>alleged '
        f'<i class="swatch denied"></i>denied <span>thinner = vaguer &nbsp; number = sources{left_out}</span></p>'
    )


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
