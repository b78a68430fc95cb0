"""The tray: claims that have no place on the timeline, each with the reason; and those that people rejected."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from dashboard.ask import ask
from dashboard.marked import Span, explained, marked, name, safe
from dashboard.view import View
from dashboard.wording import label, number_of
from extract.store import reading
from extract.store.judged import rejected
from extract.store.library import Library
from extract.store.query import condition
from extract.store.reading import Claim

MOST = 100
"""Undated claims shown at once; the CSV has all."""


def show(library: Library, view: View, undated: int) -> None:
    """Draw the tray, folded."""
    if undated:
        _undated(library, view, undated)
    if gone := ask(library, rejected):
        with st.expander(f"Rejected: {number_of(len(gone), 'claim')}", key="panel-rejected"):
            st.html("".join(_rejected(event_id, headline, view) for event_id, headline in gone[:MOST]))


def _undated(library: Library, view: View, undated: int) -> None:
    where = condition(view.filters.whenever()).also("start_day IS NULL")
    held = reading.claims(library, where.sql, *where.parameters, tail=f"LIMIT {MOST}")
    with st.expander(f"Undated: {number_of(undated, 'claim')} that no source lets us date", key="panel-tray"):
        st.html("".join(item(claim, view) for claim in held))
        if undated > MOST:
            st.caption(f"The first {MOST} are shown; the CSV of a view without a window holds all.")


def _rejected(event_id: str, headline: str, view: View) -> str:
    link = f'<a href="{safe(view.link(event_id))}" target="_self">look at it again</a>'
    return f'<p class="from"><span class="source" dir="auto">{safe(label(headline, 140))}</span> · {link}</p>'


def item(claim: Claim, view: View) -> str:
    """One undated claim as HTML."""
    row = claim.row
    start, end = claim.marked
    return (
        f'<blockquote dir="auto" lang="{safe(row.language)}">{marked(row.sentence, [Span(start, end)])}</blockquote>'
        f'<p class="from">{explained(row.explanation)} · {name(label(claim.source_name, 50))} · '
        f'<a href="{safe(view.link(row.event_id))}" target="_self">evidence</a> · '
        f'<a href="/reader?event={quote(row.event_id, safe="")}" target="_self">read in place</a></p>'
    )
