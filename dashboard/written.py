"""When a source was written: why, who changed that, and the one control that changes it, on whichever page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import say
from dashboard.evidence import with_evidence
from dashboard.marked import explained, name, safe
from extract import redate
from extract.errors import DatelineError
from extract.model import AnchorBasis
from extract.redate import Deed
from extract.store.corrections import Correction, history, last_change, undone
from extract.store.library import Library, open_to_change
from extract.store.shelf import Shelved
from extract.written import deed, moment, outcome, written

DATE_HINT = "2025-01-13, 2025-01, 2025 or unknown"

SAID = "written-said"
"""What came of the last change."""


def line(source: Shelved) -> str:
    """The one line under a source's title, as HTML."""
    words = written(source)
    known = f"Written {words}" if source.start is not None else words.capitalize()
    return f'<div class="from">{with_evidence(known, source.evidence)}</div>'


def show(library: Library, source: Shelved) -> None:
    """Draw the evidence, the control and the log."""
    log = history(library, source.source_id)
    with st.container(key="panel-written"):
        st.html(reasons(source))
        _control(library.path, source, log)
        if log:
            st.html(changes(log))


def reasons(source: Shelved) -> str:
    """Why a source is dated so, and what speaks against it, as HTML."""
    doubts = "".join(f"<li>{explained(doubt)}</li>" for doubt in source.doubts)
    against = f'<h3 class="caps">Doubts</h3><ul class="doubts">{doubts}</ul>' if doubts else ""
    return f'<h3 class="caps">Evidence</h3><p class="why">{explained(source.evidence)}</p>{against}'


def changes(log: Sequence[Correction]) -> str:
    """The log as HTML, newest first; what was taken back is struck out."""
    gone = undone(log)
    items = "".join(_item(entry, taken_back=entry.id in gone) for entry in reversed(log))
    return f'<h3 class="caps">Changes</h3><ol class="changes">{items}</ol>'


def _item(entry: Correction, *, taken_back: bool) -> str:
    why = f'<q class="source" dir="auto">{safe(entry.reason)}</q>' if entry.reason else ""
    done = f"<s>{safe(deed(entry))}</s>" if taken_back else safe(deed(entry))
    return f'<li>{name(entry.who)} {done}{why}<span class="at">{moment(entry.at)}</span></li>'


def _control(path: Path, source: Shelved, log: Sequence[Correction]) -> None:
    key = partial("written-{}-{}".format, source.source_id)
    say.remember_who(key)
    with st.form(key("form"), border=False):
        st.html('<h3 class="caps">Change it</h3>')
        st.text_input("Written", key=key("date"), placeholder=DATE_HINT)
        said = st.session_state.get(SAID)
        if said and said.about == source.source_id:
            st.html(say.status(said))
        say.why_and_who(key)
        choices = (
            ("Set", Deed.SET, True),
            ("Back to the evidence", Deed.CLEAR, source.basis is AnchorBasis.CORRECTED),
            ("Undo", Deed.UNDO, last_change(log) is not None),
        )
        say.buttons(key, choices, _act, path, source.source_id)


def _act(path: Path, source_id: str, what: Deed) -> None:
    kept, key = st.session_state, partial("written-{}-{}".format, source_id)
    try:
        said = say.said_by(key)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            change = redate.change(library, source_id, what, kept[key("date")], said)
            words = _settled(library, change)
    except DatelineError as error:
        kept[SAID] = say.Outcome(source_id, f"{error}.", is_done=False)
        return
    kept[SAID] = say.Outcome(source_id, words, is_done=True)
    kept[key("date")] = kept[key("why")] = ""


def _settled(library: Library, change: redate.Change) -> str:
    """What came of a change that is made; others follow with the next one where they cannot now."""
    try:
        others = redate.settle_others(library, change)
    except DatelineError as error:
        return f"{outcome(change.moved, change.claims, 0)} Other sources follow with the next change: {error}."
    return outcome(change.moved, change.claims, others)
