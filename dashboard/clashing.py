"""What people said that has to be looked at again: why, and what can be done about it, above all that was said."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import streamlit as st

from dashboard import say, taking_back
from dashboard.ask import ask
from dashboard.logged_words import item
from dashboard.marked import name, safe
from dashboard.tongue import _, n_
from extract.amend import say_again
from extract.errors import DatelineError
from extract.store.conflicts import REASONS, WAYS_OUT, Conflict, Reason, clashes, conflicts
from extract.store.library import Library, open_to_change

AT_ONCE = 5
"""Conflicts on a page: each is read with both sides."""


def show(library: Library) -> None:
    """Draw them, where there are any."""
    every = ask(library, clashes)
    if not every:
        return
    told = n_("{count} entry has to be looked at again", "{count} entries have to be looked at again", len(every))
    with st.expander(told, key="panel-clashes", expanded=True):
        pages = -(-len(every) // AT_ONCE)
        number = int(st.pagination(pages, key=f"clashes-page-{pages}")) if pages > 1 else 1
        for conflict in conflicts(library, every[(number - 1) * AT_ONCE : number * AT_ONCE]):
            with st.container(key=f"clash-{_id(conflict)}"):
                st.html(told_of(conflict))
                _ways_out(library.path, conflict)


def _id(conflict: Conflict) -> str:
    return "-".join((conflict.clash.reason, conflict.entry.id, conflict.other.id if conflict.other else ""))


def told_of(conflict: Conflict) -> str:
    """A conflict as HTML: both sides, why, and the way out."""
    clash, who = conflict.clash, name(conflict.other.who) if conflict.other else ""
    why = _(REASONS[clash.reason], found=name(clash.found or ""), finds=name(clash.finds or ""), who=who)
    other = item(conflict.other) if conflict.other else ""
    return f'<p class="note"><b>{why}</b> {safe(_(WAYS_OUT[clash.reason]))}</p>{item(conflict.entry)}{other}'


def _ways_out(path: Path, conflict: Conflict) -> None:
    sides = [each for each in (conflict.entry, conflict.other) if each]
    place = f"clash-{_id(conflict)}"
    with st.container(horizontal=True, gap="small"):
        if conflict.clash.reason is Reason.DIFFERS:
            st.button(_("Say it again"), key=f"{place}-again", on_click=_again, args=(path, conflict))
        for side in sides:
            taking_back.button(side, place, named=len(sides) > 1)
    for side in sides:
        taking_back.form(path, side, place)


def _again(path: Path, conflict: Conflict) -> None:
    kept, entry = st.session_state, conflict.entry
    try:
        said = say.said_quickly()
        with closing(open_to_change(path, say.PATIENCE)) as library:
            say_again(library, entry.number, said)
    except DatelineError as error:
        kept[taking_back.SAID] = say.refused(entry.id, error)
        return
    kept[taking_back.SAID] = say.Outcome(entry.id, _("Said again: {entry}.", entry=entry.id), is_done=True)
