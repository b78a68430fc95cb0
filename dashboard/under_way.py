"""The build of the library that is looked at: how far it is, and at last what came of it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.marked import in_english, safe
from dashboard.noted import Ended
from dashboard.running import Build, Builds
from dashboard.tongue import _, n_, nn_, number
from extract.label import label

LOOKS_EVERY = 1.0
"""Seconds after which the page asks again how far a build is."""

MOST_LINES = 6
"""Of the last words of a build that failed."""

COUNTS = {
    "new": nn_("{count} new", "{count} new"),
    "changed": nn_("{count} changed", "{count} changed"),
    "unchanged": nn_("{count} unchanged", "{count} unchanged"),
}
RARE = {
    "earlier": nn_("{count} earlier versions of others", "{count} earlier versions of others"),
    "removed": nn_("{count} removed by a person", "{count} removed by a person"),
}
"""What is told of a build's report, some of it only where there is any."""


UNITS = ((nn_("{count} hour", "{count} hours"), 3600), (nn_("{count} minute", "{count} minutes"), 60))
SECOND = (nn_("{count} second", "{count} seconds"), 1)
"""In which it is told how long a build still takes, each with its seconds."""


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
    stop.button(_("Stop"), key="build-stop", on_click=build.stop, disabled=build.is_stopping, width="stretch")


def words(build: Build) -> str:
    """How far it is: "Finding dates · 120 of 4,000 · 31 a second · 2 minutes left"."""
    seen = build.seen
    if build.is_stopping:
        return _("Stopping: what was read is kept")
    if seen is None:
        return _("Starting")
    parts = [_(seen.stage.value), _("{done} of {total}", done=number(seen.done), total=number(seen.total))]
    if seen.rate:
        often = _("{rate} a second") if seen.rate >= 1 else _("{rate} a minute")
        parts.append(often.format(rate=number(round(seen.rate if seen.rate >= 1 else 60 * seen.rate))))
    if seen.seconds_left:
        parts.append(_("{time} left", time=in_time(seen.seconds_left)))
    return " · ".join(parts)


def in_time(seconds: float) -> str:
    """ "40 seconds", "3 minutes", "2 hours"."""
    words, length = next((unit for unit in UNITS if seconds >= 1.5 * unit[1]), SECOND)
    return n_(*words, max(1, round(seconds / length)))


def outcome(ended: Ended) -> str:
    """What came of a build, as HTML."""
    if ended.is_done:
        return f'<p class="done" role="status">{report(ended)}</p>'
    if ended.is_stopped:
        told = _("Stopped. What was read is kept: add the same again to go on from there.")
        return f'<p class="note" role="status">{told}</p>'
    last = "\n".join(label(line, 400) for line in ended.words.splitlines()[-MOST_LINES:])
    told = in_english(safe(last)) if last else _("the program was ended by the system ({code})", code=ended.code)
    return f'<div class="note" role="status">{_("The documents could not be read.")} <pre>{told}</pre></div>'


def report(ended: Ended) -> str:
    """ "Sources: 3 new, 0 changed, 12 unchanged. 40 dates found, 2 of them undated. 1 could not be read: ..."."""
    held = ended.report
    counts = [n_(*what, held.get(name, 0)) for name, what in COUNTS.items()]
    counts += [n_(*what, held[name]) for name, what in RARE.items() if held.get(name)]
    told = [_("Sources: {counts}.", counts=_(", ").join(counts))]
    if dates := held.get("dates", 0):
        undated = number(held.get("undated", 0))
        told.append(
            n_(
                "{count} date found, {undated} of them undated.",
                "{count} dates found, {undated} of them undated.",
                dates,
                undated=undated,
            )
        )
    if ended.failures:
        told.append(
            n_(
                "{count} could not be read: see the failures.",
                "{count} could not be read: see the failures.",
                ended.failures,
            )
        )
    return " ".join(told)
