"""What every form has by which a person corrects something: why, who says so, the buttons, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from dashboard.marked import safe
from extract import redate
from extract.redate import By

PATIENCE = 5.0
"""Seconds that a person waits for another writer before being told that the library is busy."""

WHO = "written-who"
"""Who makes changes, which is kept while other pages are open."""

Key = Callable[[str], str]
"""The key of a widget of one form, by its name there."""

Button = tuple[str, str, bool]
"""What a button says, what it does, and whether that is possible; the first of several is the usual one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of what a person said, for the page that is drawn after it."""

    about: str
    """The id or name of what it was said of."""
    words: str
    is_done: bool


def remember_who(key: Key) -> None:
    """To be called before the form: the field of each is another one, and would begin empty."""
    st.session_state[key("who")] = st.session_state.get(key("who")) or st.session_state.get(WHO, "")


def why_and_who(key: Key) -> None:
    """Draw the fields for the reason and for the name."""
    why, who = st.columns([1.7, 1], gap="small")
    why.text_input("Why", key=key("why"), placeholder="What tells you so", max_chars=redate.LONGEST_REASON)
    who.text_input("Who", key=key("who"), placeholder="Your name", max_chars=redate.LONGEST_NAME)


def buttons(key: Key, choices: Sequence[Button], act: Callable[..., None], *args: Any) -> None:  # noqa: ANN401
    """Draw the buttons; `act` hears `args` and what the pressed one does."""
    with st.container(horizontal=True, gap="small"):
        for number, (text, what, possible) in enumerate(choices):
            st.form_submit_button(
                text,
                key=key(what),
                type="secondary" if number else "primary",
                on_click=act,
                args=(*args, what),
                disabled=not possible,
            )


def said_by(key: Key) -> By:
    """Who presses a button now, and why. Raises CorrectionError where that is too long."""
    kept = st.session_state
    kept[WHO] = kept[key("who")]
    return redate.by(kept[WHO], kept[key("why")], datetime.now(UTC))


def status(outcome: Outcome) -> str:
    """What came of a change, as HTML."""
    return f'<p class="{"done" if outcome.is_done else "note"}" role="status">{safe(outcome.words)}</p>'
