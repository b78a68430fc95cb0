"""When a source was written: why, who changed that, and the one control that changes it, on whichever page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import say
from dashboard.evidence import with_evidence
from dashboard.marked import name, safe
from dashboard.tongue import _, n_, number, p_
from dashboard.when import as_stored, hint, moment, written_in_words
from dashboard.why import explained
from dashboard.wording import apart
from extract import redate
from extract.errors import DatelineError
from extract.model import AnchorBasis
from extract.redate import Deed
from extract.said import UNKNOWN
from extract.store.corrections import Correction, history, last_change, undone
from extract.store.library import Library, open_to_change
from extract.store.shelf import Shelved
from extract.written import WRITTEN_WORDS, days_of, deed_of

SAID = "written-said"
"""What came of the last change."""


def line(source: Shelved) -> str:
    """The one line under a source's title, as HTML."""
    return f'<div class="from">{with_evidence(_known(source), source.evidence)}</div>'


def _known(source: Shelved) -> str:
    """When a source was written and how that is known."""
    days, how = written_in_words(source.start, source.end), _(WRITTEN_WORDS[source.basis])
    if days is not None:
        return _("Written {days}, {how}", days=days, how=how)
    if source.basis is AnchorBasis.CORRECTED:
        return _("Nobody knows when, {how}", how=how)
    return _("Nobody knows when")


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
    against = f'<h3 class="caps">{_("Doubts")}</h3><ul class="doubts">{doubts}</ul>' if doubts else ""
    return f'<h3 class="caps">{_("Evidence")}</h3><p class="why">{explained(source.evidence)}</p>{against}'


def changes(log: Sequence[Correction]) -> str:
    """The log as HTML, newest first; what was taken back is struck out."""
    gone = undone(log)
    items = "".join(_item(entry, taken_back=entry.id in gone) for entry in reversed(log))
    return f'<h3 class="caps">{_("Changes")}</h3><ol class="changes">{items}</ol>'


def _item(entry: Correction, *, taken_back: bool) -> str:
    why = f'<q class="source" dir="auto">{safe(entry.reason)}</q>' if entry.reason else ""
    done = f"<s>{safe(deed(entry))}</s>" if taken_back else safe(deed(entry))
    words = _("{who} {did}", who=name(entry.who), did=done)
    return f'<li>{words}{why}<span class="at">{moment(entry.at)}</span></li>'


def deed(entry: Correction) -> str:
    """What an entry of the log did: "set it to Monday 13 January 2025 (it was January 2025)"."""
    done = _(deed_of(entry).value).format(date=_date(entry.new))
    if entry.follows:
        return _("{done}, for an earlier text of this file", done=done)
    return _("{done} (it was {date})", done=done, date=_date(entry.old))


def _date(edtf: str | None) -> str:
    """A document's date as the library writes it, in words."""
    days = days_of(edtf)
    if days is None:
        return edtf if edtf and edtf != UNKNOWN else _("not known")
    return written_in_words(days.start, days.end) or _("not known")


def _control(path: Path, source: Shelved, log: Sequence[Correction]) -> None:
    key = partial("written-{}-{}".format, source.source_id)
    say.remember_who(key)
    with st.form(key("form"), border=False):
        st.html(f'<h3 class="caps">{_("Change it")}</h3>')
        st.text_input(p_("of a source", "Written"), key=key("date"), placeholder=hint())
        said = st.session_state.get(SAID)
        if said and said.about == source.source_id:
            st.html(say.status(said))
        say.why_and_who(key)
        choices = (
            (_("Set"), Deed.SET, True),
            (_("Back to the evidence"), Deed.CLEAR, source.basis is AnchorBasis.CORRECTED),
            (_("Undo"), Deed.UNDO, last_change(log) is not None),
        )
        say.buttons(key, choices, _act, path, source.source_id)


def _act(path: Path, source_id: str, what: Deed) -> None:
    kept, key = st.session_state, partial("written-{}-{}".format, source_id)
    try:
        said = say.said_by(key)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            change = redate.change(library, source_id, what, as_stored(kept[key("date")]), said)
            words = _settled(library, change)
    except DatelineError as error:
        kept[SAID] = say.refused(source_id, error)
        return
    kept[SAID] = say.Outcome(source_id, words, is_done=True)
    kept[key("date")] = kept[key("why")] = ""


def _settled(library: Library, change: redate.Change) -> str:
    """What came of a change that is made; others follow with the next one where they cannot now."""
    try:
        others = redate.settle_others(library, change)
    except DatelineError as error:
        later = _("Other sources follow with the next change: {reason}.", reason=apart(str(error)))
        return f"{_moved(change)} {later}"
    if not others:
        return _moved(change)
    anew = n_("{count} other source was dated anew.", "{count} other sources were dated anew.", others)
    return f"{_moved(change)} {anew}"


def _moved(change: redate.Change) -> str:
    """How much a change moved: "3 of 8 claims moved."."""
    return n_(
        "{moved} of {count} claim moved.", "{moved} of {count} claims moved.", change.claims, moved=number(change.moved)
    )
