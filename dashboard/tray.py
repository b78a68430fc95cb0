"""The tray: claims that have no place on the timeline, each with the reason; and those that people rejected."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from dashboard.ask import ask
from dashboard.marked import Span, marked, name, safe
from dashboard.tongue import _, number
from dashboard.view import View
from dashboard.why import explained
from dashboard.wording import number_of
from extract.label import label
from extract.store.judged import rejected
from extract.store.reading import Claim
from extract.table import order
from extract.table.selection import EventTable

MOST = 30
"""Undated claims shown at once; the CSV has all."""


def show(table: EventTable, view: View, undated: int) -> None:
    """Draw the tray, folded."""
    with st.container():
        if undated:
            _undated(table, view, undated)
    if gone := ask(table.library, rejected):
        with st.expander(_("Rejected: {claims}", claims=number_of(len(gone), "claim")), key="panel-rejected"):
            st.html("".join(_rejected(event_id, headline, view) for event_id, headline in gone[:MOST]))


def _undated(table: EventTable, view: View, undated: int) -> None:
    held = ask(table, order.undated, view.filters.whenever(), MOST)
    with st.expander(
        _("Undated: {claims} that no source lets us date", claims=number_of(undated, "claim")), key="panel-tray"
    ):
        st.html("".join(item(claim, view) for claim in held))
        if undated > MOST:
            st.caption(_("The first {count} are shown; an export without a window holds all.", count=number(MOST)))


def _rejected(event_id: str, headline: str, view: View) -> str:
    link = f'<a href="{safe(view.link(event_id))}" target="_self">{_("look at it again")}</a>'
    return f'<p class="from"><span class="source" dir="auto">{safe(label(headline, 140))}</span> · {link}</p>'


def item(claim: Claim, view: View) -> str:
    """One undated claim as HTML."""
    row = claim.row
    start, end = claim.marked
    return (
        f'<blockquote dir="auto" lang="{safe(row.language)}">{marked(row.sentence, [Span(start, end)])}</blockquote>'
        f'<p class="from">{explained(claim.why)} · {name(label(claim.source_name, 50))} · '
        f'<a href="{safe(view.link(row.event_id))}" target="_self">{_("evidence")}</a> · '
        f'<a href="/reader?event={quote(row.event_id, safe="")}" target="_self">{_("read in place")}</a></p>'
    )
