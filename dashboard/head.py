"""The top of each page that shows the event table: how much of it is shown, what is filtered, and a file of that."""

from __future__ import annotations

import streamlit as st

from dashboard import chips, download, filters, state, views, window
from dashboard.ask import ask
from dashboard.marked import name, safe
from dashboard.period import HELP
from dashboard.tongue import _, n_, number
from dashboard.view import View
from dashboard.wording import number_of
from extract.dates.interval import Interval
from extract.table import counts
from extract.table.counts import Counts
from extract.table.selection import EventTable

TITLE = "Dateline"


def show(opened: EventTable, page: str, title: str = TITLE) -> View:
    """Draw it, and the view that it leads to; `page` tells the pages that share one view from one another."""
    state.arrive(page)
    head, box, named, button = st.columns([1.35, 2.1, 0.45, 0.55], gap="small", vertical_alignment="center")
    with box:
        filters.search()
    filters.row(opened)
    view = state.current()
    chips.show(opened.library, view)
    found = ask(opened, counts.count, view.filters)
    with head:
        st.html(heading(ask(opened, counts.held), found, view, title))
    with named:
        views.button(opened.library, view)
    with button:
        download.button(opened.library, view, found.claims)
    return view


def heading(held: Counts, found: Counts, view: View, title: str = TITLE) -> str:
    """The page's title, and how much of the library is shown."""
    claims = number_of(held.claims, "claim")
    if view.is_filtered:
        claims = f"<b>{_('{count} of {all}', count=number(found.claims), all=claims)}</b>"
    told = n_("{claims}, {count} undated", "{claims}, {count} undated", held.undated, claims=claims)
    parts = (number_of(held.sources, "source"), number_of(held.languages, "language"), told)
    return f"<h1>{title}</h1><p class='counts'>{' · '.join(parts)}</p>"


def time(opened: EventTable, view: View, shown: Interval | None = None) -> None:
    """Draw the window's bounds, steps from what is `shown` to what is beside it, and how surely claims must lie in."""
    window.bounds()
    if shown:
        window.steps(shown)
    filters.certainty(opened, view.filters)


def mistakes(view: View) -> None:
    """Say which bounds of the window are no dates."""
    with st.container():
        for mistake in view.mistakes:
            words = _("“{words}” is no date. Write {examples}.", words=name(mistake), examples=_(HELP))
            st.html(f'<p class="note">{words}</p>')


def nothing(opened: EventTable, view: View) -> str:
    """What to say when there is nothing to draw."""
    if not ask(opened, counts.held).sources:
        command = f"<code dir='ltr'>python -m extract build FOLDER --library {safe(str(opened.library.path))}</code>"
        words = _("This library is empty. Fill it on the page Sources, or here: {command}", command=command)
    elif view.is_filtered:
        words = _("No dated claim is left by these filters. Take one off, or show everything.")
    else:
        words = _("No claim of this library could be dated. The undated ones are below.")
    return f'<p class="note">{words}</p>'
