"""The form by which a person adds a claim that a source makes and nobody found."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import say
from dashboard.tongue import N_, _
from dashboard.when import as_stored, unknown
from extract.errors import DatelineError
from extract.handmade import NewClaim
from extract.judge import add_claim
from extract.model import Status
from extract.said import LONGEST_HEADLINE
from extract.store.library import Library, open_to_change

SAID = "add-said"
"""What came of the last claim that was added."""

ADD = "add"

SAYS_SO = {
    Status.REPORTED: N_("reports it"),
    Status.PLANNED: N_("says it is planned"),
    Status.ALLEGED: N_("says others allege it"),
    Status.DENIED: N_("denies it"),
}


def show(library: Library, source_id: str) -> None:
    """Draw the form for a source."""
    key = partial("add-{}-{}".format, source_id)
    say.remember_who(key)
    with st.form(key("form"), border=False):
        when, status = st.columns([1.7, 1], gap="small")
        when.text_input(
            _("When"), key=key("when"), placeholder=_("13 January 2025, 2025-01, 2025, or {unknown}", unknown=unknown())
        )
        status.selectbox(_("The source"), list(Status), key=key("status"), format_func=lambda one: _(SAYS_SO[one]))
        st.text_input(_("What happened"), key=key("what"), placeholder=_("In a line"), max_chars=LONGEST_HEADLINE)
        st.text_area(_("The words of the source that tell it"), key=key("quote"), placeholder=_("Copied from its text"))
        say.why_and_who(key)
        said = st.session_state.get(SAID)
        if said and said.about == source_id:
            st.html(say.status(said))
        say.buttons(key, ((_("Add"), ADD, True),), _act, library.path, source_id)


def _act(path: Path, source_id: str, _what: str) -> None:
    kept, key = st.session_state, partial("add-{}-{}".format, source_id)
    when = as_stored(kept[key("when")])
    new = NewClaim(source_id, when, kept[key("what")], kept[key("quote")], kept[key("status")])
    try:
        said = say.said_by(key)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            add_claim(library, new, said)
    except DatelineError as error:
        kept[SAID] = say.refused(source_id, error)
        return
    kept[SAID] = say.Outcome(source_id, _("Added: it is on the timeline now."), is_done=True)
    for field in ("when", "what", "quote", "why"):
        kept[key(field)] = ""
