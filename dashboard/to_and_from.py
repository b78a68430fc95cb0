"""The log as a file: all of it to take along, and what others said elsewhere to bring in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import streamlit as st

from dashboard import say
from dashboard.marked import safe
from dashboard.tongue import N_, _, n_
from extract.bring import Brought, bring
from extract.errors import DatelineError, InputError
from extract.label import label
from extract.log_file import lines
from extract.store.library import Library, open_read_only, open_to_change

CAME = "to-and-from-came"
"""What came of the last file."""

MOST_TOLD = 20
"""Refused lines that are told; the command line tells all."""


def show(library: Library, total: int) -> None:
    """Draw both."""
    path = library.path
    with st.container(key="panel-to-and-from"):
        st.html(f'<h3 class="caps">{_("To a file and from one")}</h3>')
        st.html(f'<p class="from">{_(EXPLAINED)}</p>')
        came = st.session_state.pop(CAME, None)
        if came:
            st.html(came)
        if total:
            st.download_button(
                _("Export the log"),
                data=lambda: as_file(path),
                file_name="dateline-corrections.jsonl",
                mime="application/jsonl",
                on_click="ignore",
            )
        with st.form("log-import", border=False, clear_on_submit=True):
            st.file_uploader(_("A log that somebody exported"), type=["jsonl"], key="log-file")
            st.form_submit_button(_("Bring it in"), key="log-bring", on_click=_bring, args=(path,))


EXPLAINED = N_(
    "The file holds all that people said here, a line an entry. Brought into a copy of this library or a later one, "
    "each entry keeps its name, time and reason; what is there already is not doubled."
)


def as_file(path: Path) -> bytes:
    """The whole log."""
    with closing(open_read_only(path)) as library:
        return "".join(lines(library)).encode()


def _bring(path: Path) -> None:
    given = st.session_state["log-file"]
    if given is None:
        st.session_state[CAME] = _status(_("Choose a file first."), is_done=False)
        return
    st.session_state[CAME] = _brought(path, given.getvalue(), label(given.name))


def _brought(path: Path, content: bytes, name: str) -> str:
    try:
        texts = _decoded(content, name).split("\n")
        with closing(open_to_change(path, say.PATIENCE)) as library:
            return outcome(bring(library, texts, name))
    except DatelineError as error:
        return say.status(say.refused("", error))


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 at byte {error.start}: it is no log that was exported") from error


def outcome(brought: Brought) -> str:
    """What came of a file, as HTML."""
    came = n_("{count} entry came", "{count} entries came", brought.came)
    there = n_("{count} was here already", "{count} were here already", brought.there)
    if not brought.refused:
        return _status(f"{_(', ').join((came, there))}.", is_done=True)
    refused = n_("{count} cannot be said here", "{count} cannot be said here", len(brought.refused))
    told = "".join(f"<li>{safe(label(each, 300))}</li>" for each in brought.refused[:MOST_TOLD])
    more = len(brought.refused) - MOST_TOLD
    rest = f"<li>{n_('and {count} more', 'and {count} more', more)}</li>" if more > 0 else ""
    said = _(", ").join((came, there, refused))
    return f'{_status(f"{said}:", is_done=True)}<ul class="doubts">{told}{rest}</ul>'


def _status(words: str, *, is_done: bool) -> str:
    return say.status(say.Outcome("", words, is_done=is_done))
