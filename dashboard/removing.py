"""A person's word that a source does not belong to the library, and that it does after all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import given, say
from dashboard.marked import name, safe
from dashboard.tongue import N_, _, n_, p_
from dashboard.under_way import builds
from dashboard.when import moment
from dashboard.wording import apart, number_of
from extract.errors import DatelineError
from extract.label import label
from extract.remove import let_in, remove
from extract.store.library import Library, open_to_change
from extract.store.readings import files_of
from extract.store.removed import Removed, removed_sources
from extract.store.shelf import Shelved
from extract.store.values import ADDRESSES

SAID = "removing-said"
"""What came of the last removal, or of taking one back."""

OUT = "removed"
"""What is said of the list of removed ones, and not of a source."""

MEANS = N_(
    "It leaves the library with its claims, and no build takes it in again until somebody takes it back. "
    "Its file is not touched."
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
        st.expander(_("Remove it"), key="panel-removing", expanded=refused is not None),
        st.form(key("form"), border=False),
    ):
        st.html(f'<p class="from">{_(MEANS)}</p>')
        if refused:
            st.html(say.status(refused))
        say.why_and_who(key)
        say.buttons(key, ((_("Remove this source"), "remove", True),), _remove, path, source, chosen)


def _remove(path: Path, source: Shelved, chosen: str, _what: str) -> None:
    kept, key = st.session_state, partial("removing-{}-{}".format, source.source_id)
    try:
        with closing(open_to_change(path, say.PATIENCE)) as library:
            remove(library, source.source_id, say.said_by(key))
    except DatelineError as error:
        kept[SAID] = say.refused(source.source_id, error)
        return
    kept[SAID] = say.Outcome(OUT, _("Removed: {source}", source=apart(label(source.name))), is_done=True)
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
    with st.expander(number_of(len(out), "removed source"), key="panel-removed"):
        st.html(listed(list(out.values())))
        with st.form("removed-form", border=False):
            st.selectbox(_("Removed"), list(out), key="removed-one", format_func=lambda one: _offer(out[one]))
            back = p_("a removed source", "Take it back")
            st.form_submit_button(back, key="removed-back", on_click=_take_back, args=(library.path,))


def _offer(out: Removed) -> str:
    return f"{label(out.name, 90)} · {label(out.location, 90)}"


def listed(out: Sequence[Removed]) -> str:
    """The last removed sources as HTML: which, who took them out, and why."""
    rest = len(out) - MOST_LISTED
    more = f"<li>{n_('and {count} more', 'and {count} more', rest)}</li>" if rest > 0 else ""
    return f'<ol class="changes">{"".join(_item(each) for each in out[:MOST_LISTED])}{more}</ol>'


def _item(out: Removed) -> str:
    why = f'<q class="source" dir="auto">{safe(out.reason)}</q>' if out.reason else ""
    source, place = name(label(out.name, 120)), name(label(out.location, 120))
    words = _("{who} removed {source} ({place})", who=name(out.who), source=source, place=place)
    return f'<li>{words}{why}<span class="at">{moment(out.at)}</span></li>'


def _take_back(path: Path) -> None:
    kept = st.session_state
    try:
        with closing(open_to_change(path, say.PATIENCE)) as library:
            out = let_in(library, kept["removed-one"])
            files = _still_there(files_of(library, [out.source_id]))
    except DatelineError as error:
        kept[SAID] = say.refused(OUT, error)
        return
    words = _("Taken back: {source}", source=apart(label(out.name)))
    kept[SAID] = say.Outcome(OUT, f"{_read_again(path, files)} {words}", is_done=True)


def _still_there(files: set[str]) -> list[str]:
    """Where a source was read and can be read again; a web page only where pages may be fetched."""
    return [
        each if each.startswith(ADDRESSES) else given.near(Path(each))
        for each in sorted(files)
        if (given.may_fetch() if each.startswith(ADDRESSES) else Path(each).is_file())
    ]


def _read_again(path: Path, files: list[str]) -> str:
    if not files:
        return _("Its file is gone: it comes back when that is read again.")
    try:
        builds().start(files, path)
    except DatelineError as error:
        return _("The next build of its file reads it again: {reason}.", reason=apart(str(error)))
    return _("Its file is read again.")
