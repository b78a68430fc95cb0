"""A person's word that a source does not belong to the library, and that it does after all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import given, say
from dashboard.marked import name, safe
from dashboard.under_way import builds
from dashboard.wording import label, number_of
from extract.errors import DatelineError
from extract.remove import let_in, remove
from extract.store.library import Library, open_to_change
from extract.store.readings import files_of
from extract.store.removed import Removed, removed_sources
from extract.store.shelf import Shelved
from extract.store.values import ADDRESSES
from extract.written import moment

SAID = "removing-said"
"""What came of the last removal, or of taking one back."""

OUT = "removed"
"""What is said of the list of removed ones, and not of a source."""

MEANS = (
    '<p class="from">It leaves the library with its claims, and no build takes it in again '
    "until somebody takes it back. Its file is not touched.</p>"
)
"""What removing does, before it is done."""

MOST_LISTED = 20
"""Removed sources whose reasons are listed; all of them can be chosen."""


def control(path: Path, source: Shelved, chosen: str) -> None:
    """Draw the form that removes a source; `chosen` keeps in the session that it is looked at."""
    key = partial("removing-{}-{}".format, source.source_id)
    said = st.session_state.get(SAID)
    refused = said if said and said.about == source.source_id else None
    say.remember_who(key)
    with (
        st.expander("Remove it", key="panel-removing", expanded=refused is not None),
        st.form(key("form"), border=False),
    ):
        st.html(MEANS)
        if refused:
            st.html(say.status(refused))
        say.why_and_who(key)
        say.buttons(key, (("Remove this source", "remove", True),), _remove, path, source, chosen)


def _remove(path: Path, source: Shelved, chosen: str, _what: str) -> None:
    kept, key = st.session_state, partial("removing-{}-{}".format, source.source_id)
    try:
        with closing(open_to_change(path, say.PATIENCE)) as library:
            remove(library, source.source_id, say.said_by(key))
    except DatelineError as error:
        kept[SAID] = say.Outcome(source.source_id, f"{error}.", is_done=False)
        return
    kept[SAID] = say.Outcome(OUT, f"Removed: {label(source.name)}", is_done=True)
    kept.pop(chosen, None)
    st.query_params.clear()


def show(library: Library) -> None:
    """Draw the list of removed sources, if there are any, and what takes one of them back."""
    out = {each.source_id: each for each in removed_sources(library)}
    said = st.session_state.get(SAID)
    told = said if said and said.about == OUT else None
    if told:
        st.html(say.status(told))
    if not out:
        return
    with st.expander(f"{number_of(len(out), 'removed source')}", key="panel-removed"):
        st.html(listed(list(out.values())))
        with st.form("removed-form", border=False):
            st.selectbox("Removed", list(out), key="removed-one", format_func=lambda one: _offer(out[one]))
            st.form_submit_button("Take it back", key="removed-back", on_click=_take_back, args=(library.path,))


def _offer(out: Removed) -> str:
    return f"{label(out.name, 90)} · {label(out.location, 90)}"


def listed(out: Sequence[Removed]) -> str:
    """The last removed sources as HTML: which, who took them out, and why."""
    more = f"<li>and {len(out) - MOST_LISTED:,} more</li>" if len(out) > MOST_LISTED else ""
    return f'<ol class="changes">{"".join(_item(each) for each in out[:MOST_LISTED])}{more}</ol>'


def _item(out: Removed) -> str:
    why = f'<q class="source" dir="auto">{safe(out.reason)}</q>' if out.reason else ""
    words = f"{name(out.who)} removed {name(label(out.name, 120))} ({name(label(out.location, 120))})"
    return f'<li>{words}{why}<span class="at">{moment(out.at)}</span></li>'


def _take_back(path: Path) -> None:
    kept = st.session_state
    try:
        with closing(open_to_change(path, say.PATIENCE)) as library:
            out = let_in(library, kept["removed-one"])
            files = _still_there(files_of(library, [out.source_id]))
    except DatelineError as error:
        kept[SAID] = say.Outcome(OUT, f"{error}.", is_done=False)
        return
    kept[SAID] = say.Outcome(OUT, f"{_read_again(path, files)} Taken back: {label(out.name)}", is_done=True)


def _still_there(files: set[str]) -> list[str]:
    """Where a source was read and can be read again; a web page only where pages may be fetched."""
    return [
        each if each.startswith(ADDRESSES) else given.near(Path(each))
        for each in sorted(files)
        if (given.may_fetch() if each.startswith(ADDRESSES) else Path(each).is_file())
    ]


def _read_again(path: Path, files: list[str]) -> str:
    if not files:
        return "Its file is gone: it comes back when that is read again."
    try:
        builds().start(files, path)
    except DatelineError as error:
        return f"The next build of its file reads it again: {error}."
    return "Its file is read again."
