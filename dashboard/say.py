"""What every form has by which a person corrects something: why, who says so, the buttons, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import streamlit as st

from dashboard.marked import in_english, safe
from dashboard.refused import Refused
from dashboard.tongue import _
from extract.by import LONGEST_NAME, LONGEST_REASON, By, by
from extract.errors import DatelineError

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
    is_english: bool = False
    """Whether the words are English in whatever language the page is."""


def refused(about: str, error: DatelineError) -> Outcome:
    """What came of a word that was not taken."""
    return Outcome(about, f"{error}.", is_done=False, is_english=not isinstance(error, Refused))


def remember_who(key: Key) -> None:
    """To be called before the form: the field of each is another one, and would begin empty."""
    st.session_state[key("who")] = st.session_state.get(key("who")) or st.session_state.get(WHO, "")


def why_and_who(key: Key) -> None:
    """Draw the fields for the reason and for the name."""
    reason, name = st.columns([1.7, 1], gap="small")
    with reason:
        why(key)
    with name:
        who(key)


def why(key: Key, name: str = "why") -> None:
    """Draw the field for the reason."""
    st.text_input(_("Why"), key=key(name), placeholder=_("What tells you so"), max_chars=LONGEST_REASON)


def who(key: Key, visibility: Literal["visible", "collapsed"] = "visible") -> None:
    """Draw the field for the name; its label is collapsed where what stands beside it says enough."""
    limit = LONGEST_NAME
    st.text_input(_("Who"), key=key("who"), placeholder=_("Your name"), max_chars=limit, label_visibility=visibility)


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


def said_by(key: Key, reason: str | None = "why") -> By:
    """Who presses a button now, and why, by the field for the reason. Raises CorrectionError where that is too long."""
    kept = st.session_state
    kept[WHO] = kept[key("who")]
    return by(kept[WHO], kept[key(reason)] if reason else "", datetime.now(UTC))


def said_quickly() -> By:
    """The same where nobody is asked for a reason, by the name that was given last."""
    return by(st.session_state.get(WHO, ""), "", datetime.now(UTC))


def status(outcome: Outcome) -> str:
    """What came of a change, as HTML."""
    words = in_english(safe(outcome.words)) if outcome.is_english else safe(outcome.words)
    return f'<p class="{"done" if outcome.is_done else "note"}" role="status">{words}</p>'
