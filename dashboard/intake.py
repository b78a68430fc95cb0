"""The form by which documents come in: files, a pasted text, what lies on this machine, addresses, the samples."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import given, say
from dashboard.kept import folder_of, keep, tells_of_others
from dashboard.marked import name
from dashboard.pasted import Pasted, as_markdown, file_name
from dashboard.refused import Refused
from dashboard.tongue import N_, _, p_
from dashboard.under_way import builds
from dashboard.wording import apart
from extract.by import LONGEST_REASON
from extract.errors import DatelineError
from extract.label import label

SAID = "intake-said"
"""Why the last thing that was given was not taken; gone once something is."""

TAKEN = "intake-taken"
"""How many times something was taken: a field for files is emptied, and the form closed, by putting another in its
place."""

key = partial("intake-{}".format)

FORMS = {
    "files": N_("Files"),
    "text": N_("Or a text"),
    "path": N_("Or what lies on this machine"),
    "addresses": N_("Or web pages"),
}


def show(path: Path, *, is_empty: bool) -> None:
    """Draw the form, open where the library holds nothing and nothing is under way, or something was not taken."""
    build = builds().of(path)
    is_awaited = is_empty and not (build and build.is_running)
    place = f"intake-{is_awaited}-{st.session_state.get(TAKEN, 0)}"
    is_open = is_awaited or SAID in st.session_state
    with st.container(key="panel-intake"), st.expander(_("Add documents"), key=place, expanded=is_open):
        if is_empty:
            _samples(path)
        left, right = st.columns(2, gap="large")
        with left:
            _files(path)
            _machine(path)
            _addresses(path)
        with right:
            _text(path)


def _samples(path: Path) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        words = _("Try it with the five sample articles")
        st.button(words, key=key("samples"), on_click=_act, args=(path, "samples"))
        st.html(f'<p class="from">{_("or bring your own:")}</p>', width="content")
    _status("samples")


def _files(path: Path) -> None:
    with _form("files"):
        st.file_uploader(_("Files"), accept_multiple_files=True, key=_uploads(), label_visibility="collapsed")
        _end(path, "files", _("Read these files"))
    told = _("Files and texts are kept in {folder}.", folder=name(label(str(folder_of(path)), 200)))
    st.html(f'<p class="from">{told}</p>')


def _uploads() -> str:
    return key(f"files-{st.session_state.get(TAKEN, 0)}")


def _text(path: Path) -> None:
    with _form("text"):
        st.text_area(
            _("Text"), key=key("text"), placeholder=_("Paste it here"), height=172, label_visibility="collapsed"
        )
        title, day = st.columns([1.7, 1], gap="small")
        title.text_input(
            p_("of a source", "Title"), key=key("title"), placeholder=_("May be left out"), max_chars=LONGEST_REASON
        )
        day.text_input(p_("of a source", "Written"), key=key("date"), placeholder=_("2025-01-13, if known"))
        st.text_input(_("Address"), key=key("url"), placeholder=_("https://, where it was found"))
        _end(path, "text", _("Read this text"))


def _machine(path: Path) -> None:
    if not given.is_own_machine():
        st.html(f'<p class="from">{_(given.NOT_OWN)}</p>')
        return
    with _form("path"):
        hint = _("/home/me/letters, or the path of a file")
        st.text_input(_("Folder or file"), key=key("path"), placeholder=hint, label_visibility="collapsed")
        _end(path, "path", _("Read this folder or file"))


def _addresses(path: Path) -> None:
    if not given.may_fetch():
        st.html(f'<p class="from">{_(given.NO_FETCHING, command=given.TO_FETCH)}</p>')
        return
    with _form("addresses"):
        st.text_area(
            _("Addresses"), key=key("addresses"), placeholder=_("https://, one a line"), label_visibility="collapsed"
        )
        _end(path, "addresses", _("Fetch these pages"))


def _form(what: str) -> DeltaGenerator:
    st.html(f'<h3 class="caps">{_(FORMS[what])}</h3>')
    return st.form(key(f"form-{what}"), border=False, enter_to_submit=what == "path")


def _end(path: Path, what: str, words: str) -> None:
    _status(what)
    st.form_submit_button(words, key=key(f"take-{what}"), on_click=_act, args=(path, what))


def _status(what: str) -> None:
    said = st.session_state.get(SAID)
    if said and said.about == what:
        st.html(say.status(said))


def _act(path: Path, what: str) -> None:
    kept = st.session_state
    try:
        builds().refuse_a_second(path)
        builds().start(TAKERS[what](path), path)
    except DatelineError as error:
        kept[SAID] = say.refused(what, error)
        return
    kept.pop(SAID, None)
    kept[TAKEN] = kept.get(TAKEN, 0) + 1
    for each in TYPED[what]:
        kept[key(each)] = ""


def _take_samples(_path: Path) -> list[str]:
    return [given.near(given.SAMPLES)]


def _take_files(path: Path) -> list[str]:
    dropped = st.session_state.get(_uploads()) or []
    if not dropped:
        raise Refused(_("There is no file yet: drop some, or choose them"))
    if manifest := next((each.name for each in dropped if tells_of_others(each.name)), None):
        raise Refused(
            _("{file} tells of other files: name the folder in which it lies beside them", file=apart(label(manifest)))
        )
    for each in dropped:
        keep(folder_of(path), each.name, each.getbuffer())
    return [given.near(folder_of(path))]


def _take_text(path: Path) -> list[str]:
    pasted = Pasted(*(st.session_state[key(each)] or "" for each in TYPED["text"]))
    today = date.today().toordinal()  # noqa: DTZ011 - the user's own day is meant
    keep(folder_of(path), file_name(pasted), as_markdown(pasted, today).encode("utf-8", errors="replace"))
    return [given.near(folder_of(path))]


def _take_path(_path: Path) -> list[str]:
    return [given.path_of(st.session_state[key("path")])]


def _take_addresses(_path: Path) -> list[str]:
    return given.addresses_of(st.session_state[key("addresses")])


TYPED = {
    "samples": (),
    "files": (),
    "text": ("text", "title", "url", "date"),
    "path": ("path",),
    "addresses": ("addresses",),
}
"""The fields of each form, which are emptied when it was taken."""

TAKERS: dict[str, Callable[[Path], list[str]]] = {
    "samples": _take_samples,
    "files": _take_files,
    "text": _take_text,
    "path": _take_path,
    "addresses": _take_addresses,
}
