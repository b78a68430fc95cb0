"""The build of the library that is looked at: how far it is, and at last what came of it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.marked import safe
from dashboard.noted import Ended
from dashboard.running import Build, Builds
from dashboard.wording import label, number_of

LOOKS_EVERY = 1.0
"""Seconds after which the page asks again how far a build is."""

MOST_LINES = 6
"""Of the last words of a build that failed."""

COUNTS = {"new": "new", "changed": "changed", "unchanged": "unchanged"}
RARE = {"earlier": "earlier versions of others", "removed": "removed by a person"}
"""What is told of a build's report, some of it only where there is any."""


@st.cache_resource(show_spinner=False)
def builds() -> Builds:
    """Those of all who look at this server."""
    return Builds()


def show(path: Path) -> None:
    """Draw the progress of a library's build, or what came of the last one."""
    build = builds().of(path)
    if build is None:
        return
    with st.container(key="panel-build"):
        if build.is_running:
            st.fragment(_progress, run_every=LOOKS_EVERY)(build)
        elif build.ended:
            st.html(outcome(build.ended))


def _progress(build: Build) -> None:
    if not build.is_running:
        st.rerun()  # of the whole page, which shows what was read
    told, stop = st.columns([9, 1], gap="medium", vertical_alignment="bottom")
    seen = build.seen
    told.progress(min(seen.done / seen.total, 1.0) if seen and seen.total else 0.0, text=words(build))
    stop.button("Stop", key="build-stop", on_click=build.stop, disabled=build.is_stopping, width="stretch")


def words(build: Build) -> str:
    """How far it is: "Finding dates · 120 of 4,000 · 31 a second · 2 minutes left"."""
    seen = build.seen
    if build.is_stopping:
        return "Stopping: what was read is kept"
    if seen is None:
        return "Starting"
    parts = [seen.stage.value, f"{seen.done:,} of {seen.total:,}"]
    if seen.rate:
        parts.append(f"{seen.rate:,.0f} a second" if seen.rate >= 1 else f"{60 * seen.rate:,.0f} a minute")
    if seen.seconds_left:
        parts.append(f"{in_time(seen.seconds_left)} left")
    return " · ".join(parts)


def in_time(seconds: float) -> str:
    """ "40 seconds", "3 minutes", "2 hours"."""
    for unit, length in (("hour", 3600), ("minute", 60)):
        if seconds >= 1.5 * length:
            return number_of(round(seconds / length), unit)
    return number_of(max(1, round(seconds)), "second")


def outcome(ended: Ended) -> str:
    """What came of a build, as HTML."""
    if ended.is_done:
        return f'<p class="done" role="status">{report(ended)}</p>'
    if ended.is_stopped:
        told = "Stopped. What was read is kept: add the same again to go on from there."
        return f'<p class="note" role="status">{told}</p>'
    last = "\n".join(label(line, 400) for line in ended.words.splitlines()[-MOST_LINES:])
    told = last or f"the program was ended by the system ({ended.code})"
    return f'<div class="note" role="status">The documents could not be read. <pre>{safe(told)}</pre></div>'


def report(ended: Ended) -> str:
    """ "Sources: 3 new, 0 changed, 12 unchanged. 40 dates found, 2 of them undated. 1 could not be read: ..."."""
    held = ended.report
    counts = [f"{held.get(name, 0):,} {what}" for name, what in COUNTS.items()]
    counts += [f"{held[name]:,} {what}" for name, what in RARE.items() if held.get(name)]
    dates = held.get("dates", 0)
    found = f" {number_of(dates, 'date')} found, {held.get('undated', 0):,} of them undated." if dates else ""
    lost = f" {ended.failures:,} could not be read: see the failures." if ended.failures else ""
    return f"Sources: {', '.join(counts)}.{found}{lost}"
