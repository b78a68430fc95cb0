"""Named views: behind a button, the list of those that are kept, and a field to keep the one that is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st

from dashboard import say, state
from dashboard.tongue import _
from dashboard.view import View, query, read
from dashboard.wording import without_markdown
from extract.errors import DatelineError
from extract.store.library import Library, open_to_change
from extract.store.views import LONGEST_NAME, NamedView, forget_view, name_view, named_views

NAME = "views-name"
SAID = "views-said"
"""What came of the last thing that was done."""


def button(library: Library, view: View) -> None:
    """Draw the button, and what opens with it."""
    with st.popover(_("Views"), key="open-views", width="stretch"):
        kept = named_views(library)
        if not kept:
            st.html(f'<p class="from">{_("A view is what you see: filters, window and lanes. Keep it by a name.")}</p>')
        for each in kept:
            _line(library.path, each, view)
        with st.form("views-form", border=False):
            st.text_input(_("Name"), key=NAME, max_chars=LONGEST_NAME, placeholder=_("A name for what you see"))
            st.form_submit_button(_("Keep this view"), on_click=_keep, args=(library.path, view))
        if outcome := st.session_state.pop(SAID, None):
            st.html(say.status(outcome))


def _line(path: Path, kept: NamedView, view: View) -> None:
    shown = read(parse_qs(kept.address))
    is_this = shown.filters == view.filters and shown.lanes is view.lanes
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            without_markdown(kept.name, LONGEST_NAME),
            key=f"view-{kept.name}",
            type="secondary" if is_this else "tertiary",
            on_click=partial(state.show, shown),
        )
        st.button(
            "✕", key=f"view-forget-{kept.name}", type="tertiary", help=_("Take this view away"),
            on_click=partial(_change, path, kept.name, partial(forget_view, name=kept.name)),
        )  # fmt: skip


def _keep(path: Path, view: View) -> None:
    name = st.session_state[NAME]
    address = query(view).removeprefix("?")
    _change(path, name, partial(name_view, name=name, address=address, at=datetime.now(UTC)))
    if st.session_state[SAID].is_done:
        st.session_state[NAME] = ""


def _change(path: Path, name: str, change: Callable[[Library], object]) -> None:
    """Change the list, and note what came of it."""
    try:
        with closing(open_to_change(path, say.PATIENCE)) as library:
            change(library)
    except DatelineError as error:
        st.session_state[SAID] = say.refused(name, error)
        return
    st.session_state[SAID] = say.Outcome(name, _("Done."), is_done=True)
