"""The form by which a person puts fields of a claim right: only what they change is said."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Literal

import streamlit as st

from dashboard import say
from dashboard.tongue import _
from dashboard.when import as_stored, hint
from dashboard.wording import kind_name
from extract.errors import DatelineError
from extract.kind import Kind
from extract.model import Status
from extract.said import LONGEST_HEADLINE, Field
from extract.store.library import open_to_change
from extract.store.reading import Claim
from extract.store.shown import date_shown

OPEN = "put-right-open"
"""The claim of which the form is open."""

EDIT_KEY = "e"
"""On the keyboard, where nobody types into a field."""

REASON = "put-right-reason"
"""The field for why."""


def opener(claim: Claim, key: say.Key) -> None:
    """Draw the button that opens the form, and closes it."""
    kind: Literal["primary", "secondary"] = "primary" if _is_open(claim) else "secondary"
    st.button(_("Correct…"), key=key("put-right"), type=kind, on_click=_toggle, args=(claim,), shortcut=EDIT_KEY)


def _is_open(claim: Claim) -> bool:
    return bool(st.session_state.get(OPEN) == claim.row.event_id)


def _toggle(claim: Claim) -> None:
    kept, key, row = st.session_state, partial("judged-{}-{}".format, claim.row.event_id), claim.row
    if _is_open(claim):
        close()
        return
    kept[OPEN] = row.event_id
    kept[key(Field.DATE)], kept[key(REASON)] = "", ""
    kept[key(Field.STATUS)], kept[key(Field.KIND)], kept[key(Field.HEADLINE)] = row.status, row.kind, row.headline


def close() -> None:
    """Close the form, whose fields may show what is no more."""
    st.session_state.pop(OPEN, None)


def show(path: Path, claim: Claim, key: say.Key, outcome: str) -> None:
    """Draw the form where it is open; what comes of it is kept in the session as `outcome`."""
    if not _is_open(claim):
        return
    row = claim.row
    with st.form(key("put-right-form"), border=False):
        now = _("Date, now {date}", date=date_shown(row.model_dump()))
        st.text_input(now, key=key(Field.DATE), placeholder=hint())
        status, kind = st.columns(2, gap="small")
        status.selectbox(_("Status"), list(Status), key=key(Field.STATUS), format_func=_)
        kind.selectbox(_("Kind"), list(Kind), key=key(Field.KIND), format_func=kind_name)
        st.text_area(
            _("Headline"), key=key(Field.HEADLINE), max_chars=max(LONGEST_HEADLINE, len(row.headline)), height=80
        )
        say.why(key, REASON)
        say.buttons(key, ((_("Save"), "save", True),), _save, path, claim, outcome)


def _save(path: Path, claim: Claim, outcome: str, _what: str) -> None:
    kept, row, event_id = st.session_state, claim.row, claim.row.event_id
    key = partial("judged-{}-{}".format, event_id)
    now = {Field.DATE: "", Field.STATUS: row.status, Field.KIND: row.kind, Field.HEADLINE: row.headline}
    given = {field: str(kept[key(field)]).strip() for field in now}
    given[Field.DATE] = as_stored(given[Field.DATE])
    values = {field: text for field, text in given.items() if text != now[field].strip()}
    if not values:
        kept[outcome] = say.Outcome(event_id, _("Change a field first."), is_done=False)
        return
    from extract.amend import amend  # noqa: PLC0415 - loads what finds dates, for which nobody should wait who only reads

    try:
        said = say.said_by(key, REASON)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            amend(library, event_id, values, said)
    except DatelineError as error:
        kept[outcome] = say.refused(event_id, error)
        return
    kept[outcome] = say.Outcome(
        event_id, _("Corrected. What was found is kept, and comes back with Undo."), is_done=True
    )
    close()
