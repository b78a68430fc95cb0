"""The way back from an entry of the log: a button on each, and the form in its place that asks for why and who."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import say
from dashboard.tongue import _, p_
from extract.errors import DatelineError
from extract.store.library import open_to_change
from extract.store.logged import Logged, State
from extract.taken_back import take_back_entry

ASKED, SAID = "taking-back-asked", "taking-back-said"
"""The entry that somebody is about to take back, and what came of the last one."""


def told() -> None:
    """Draw what came of the last one."""
    outcome = st.session_state.pop(SAID, None)
    if outcome:
        st.html(say.status(outcome))


def button(entry: Logged, place: str = "log", *, named: bool = False) -> None:
    """Draw the button, where there is something to take back.

    `place` tells apart two of one entry; `named` says which one it is, where several stand together.
    """
    if entry.state is State.TAKEN_BACK:
        return
    text = _("Take {entry} back", entry=entry.id) if named else _("Take back")
    asked = f"{place}-{entry.id}"
    st.button(text, key=f"{place}-back-{entry.id}", type="tertiary", on_click=_ask, args=(asked,))


def _ask(asked: str) -> None:
    st.session_state[ASKED] = None if st.session_state.get(ASKED) == asked else asked


def form(path: Path, entry: Logged, place: str = "log") -> None:
    """Draw the form where somebody pressed the button."""
    if st.session_state.get(ASKED) != f"{place}-{entry.id}":
        return
    key = partial("back-{}-{}".format, entry.id)
    say.remember_who(key)
    with st.form(key(f"form-{place}"), border=False):
        say.why_and_who(key)
        back = p_("what somebody said", "Take it back")
        say.buttons(key, ((back, "back", True), (_("Leave it"), "leave", True)), _act, path, entry)


def _act(path: Path, entry: Logged, what: str) -> None:
    kept = st.session_state
    kept[ASKED] = None
    if what == "leave":
        return
    try:
        said = say.said_by(partial("back-{}-{}".format, entry.id))
        with closing(open_to_change(path, say.PATIENCE)) as library:
            take_back_entry(library, entry.kind, entry.number, said)
    except DatelineError as error:
        kept[SAID] = say.refused(entry.id, error)
        return
    kept[SAID] = say.Outcome(entry.id, _("Taken back: {entry}.", entry=entry.id), is_done=True)
