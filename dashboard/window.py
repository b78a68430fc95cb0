"""The window of time: its exact bounds, typed, and the steps by which it goes on, back, nearer and farther."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import state
from dashboard.period import as_typed, as_typed_last
from dashboard.tongue import N_, _
from extract.chart.steps import DRAWABLE
from extract.dates.interval import Interval

STEP = 0.5
"""Of the window's length, how far it goes in one step."""

NEARER, FARTHER = 0.5, 2.0
"""How long the window is after one step, of what it was."""

STEPS = (
    ("‹", N_("Earlier"), -STEP, 1.0),
    ("›", N_("Later"), STEP, 1.0),
    ("+", N_("Nearer"), 0.0, NEARER),
    ("−", N_("Farther"), 0.0, FARTHER),
)


def bounds() -> None:
    """Draw the fields for the first and the last day."""
    st.text_input(_("From"), key="since", placeholder=_("From: 2024, 480 BCE"), label_visibility="collapsed", width=150)
    st.text_input(_("To"), key="until", placeholder=_("To: 2025-01-31"), label_visibility="collapsed", width=150)


def steps(shown: Interval) -> None:
    """Draw the buttons that move what is shown."""
    with st.container(horizontal=True, gap=None, width="content", key="panel-steps"):
        for sign, name, by, times in STEPS:
            go = partial(_go, moved(shown, by, times))
            st.button(sign, key=f"window-{name}", help=_(name), on_click=go, type="tertiary")


def moved(shown: Interval, by: float, times: float) -> Interval:
    """A stretch moved by a share of its length, then made so many times as long round its middle; a day at least."""
    length = max(round(shown.days * times), 1)
    start = round(shown.start + shown.days * by + (shown.days - length) / 2)
    start = min(max(start, DRAWABLE.start), DRAWABLE.end - 1)
    return Interval(start, min(start + length, DRAWABLE.end))


def _go(window: Interval) -> None:
    state.set_window(as_typed(window.start), as_typed_last(window.last))
