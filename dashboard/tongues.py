"""The choice of the interface's language, at the top of every page, and what the browser is told of it."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue import direction, languages
from dashboard.tongue import CHOSEN, COOKIE, _, choose, language, number

WIDGET = "language-control"

SECONDS_KEPT = 365 * 24 * 60 * 60
"""How long a browser keeps a choice: a year."""

TELL = (
    "<script id='language'>document.documentElement.lang = '{code}'; "
    "document.documentElement.dir = '{direction}';</script>"
)
KEEP = (
    f"<script id='choice'>document.cookie = '{COOKIE}={{code}}; max-age={SECONDS_KEPT}; path=/; samesite=lax';</script>"
)
"""Both are the same on every page but for the code, which is one of those that have a catalogue."""

TURN = """body {{ direction: {direction}; --upload: "{upload}"; --per-file: "{per_file}"; }}"""
"""Comes before anything is drawn, and so before the script, which turns the whole page: a choice is made in a session.

What Streamlit says in English in its field for files is said in these words by the style sheet.
"""

WITH_STYLE = "<span></span><style>{style}</style>"
"""What is style alone Streamlit draws apart from the page, and now and then after it."""


def dress() -> None:
    """Turn the page to its language. To be called before anything is drawn."""
    most = number(st.get_option("server.maxUploadSize"))
    per_file = _("{most} MB per file", most=most)
    turn = TURN.format(direction=direction(language()), upload=_("Choose files"), per_file=per_file)
    st.html(WITH_STYLE.format(style=turn))


def show() -> None:
    """Draw the control, and let the browser know which language the page is in."""
    code = language()
    with st.container(key="panel-tongue"):
        st.segmented_control(
            _("Language of these pages"),
            list(languages()),
            key=WIDGET,
            default=code,
            format_func=languages().__getitem__,
            on_change=_choose,
            required=True,
            label_visibility="collapsed",
        )
        st.html(script(code, keep=CHOSEN in st.session_state), unsafe_allow_javascript=True)


def script(code: str, *, keep: bool) -> str:
    """What tells the browser of a language, and lets it keep the choice."""
    told = TELL.format(code=code, direction=direction(code))
    return told + KEEP.format(code=code) if keep else told


def _choose() -> None:
    choose(st.session_state[WIDGET])
