"""What a person says of a claim, beside its evidence: that it is right, what is not, which event it is of, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import put_right, say
from dashboard.ask import ask
from dashboard.judged_words import changes, done
from dashboard.tongue import _
from extract.by import By
from extract.errors import DatelineError
from extract.label import isolated, label
from extract.said import LONGEST_NOTE, Verdict
from extract.store.corrections import last_change, standing
from extract.store.judged import Judged, entries_about, near
from extract.store.library import Library, open_to_change
from extract.store.reading import Claim

SAID = "judged-said"
"""What came of the last thing that was said."""

MOST_OFFERED = 200
"""Claims that are offered to be of the same event; the id of any other can be typed."""

ACCEPT_KEY = "a"
"""On the keyboard, where nobody types into a field."""

UNDO, UNCHECK, STAR, UNSTAR, NOTE = "undo", "uncheck", "star", "unstar", "note"


def show(library: Library, event_id: str, story: Sequence[Claim]) -> None:
    """Draw the control for a claim; `story` are all claims of its event, none where it was rejected."""
    log = entries_about(library, [event_id])
    claim = next((one for one in story if one.row.event_id == event_id), None)
    outcome = st.session_state.get(SAID)
    told = outcome if outcome and outcome.about == event_id else None
    key = partial("judged-{}-{}".format, event_id)
    say.remember_who(key)
    with st.container(key="panel-said"):
        _at_hand(library.path, event_id, claim, log, key)
        with st.container():  # always: what is being typed below stays
            if told:
                st.html(say.status(told))
        if claim:
            put_right.show(library.path, claim, key, SAID)
    if story:
        with st.expander(_("Is that so?"), key="panel-judged", on_change="rerun") as folded:
            if folded.open:
                _of_stories(library, event_id, story, key)
                _note(library.path, claim, key)
    if counting := standing(log):
        st.html(changes(counting, event_id))


def _at_hand(path: Path, event_id: str, claim: Claim | None, log: Sequence[Judged], key: say.Key) -> None:
    """What people do most: each is one press, by the name beside it."""
    with st.container(horizontal=True, gap="small", key="panel-at-hand"):
        press = partial(_button, path, event_id, key)
        if claim:
            checked, starred = claim.row.checked, claim.row.starred
            accept = UNCHECK if checked else Verdict.ACCEPT
            press(_("Accepted") if checked else _("Accept"), accept, chosen=checked, shortcut=ACCEPT_KEY)
            press(_("Starred") if starred else _("Star"), UNSTAR if starred else STAR, chosen=starred)
            put_right.opener(claim, key)
        press(_("Undo"), UNDO, possible=last_change(log) is not None)
        say.who(key, "collapsed")


def _button(  # noqa: PLR0913 - what a button is
    path: Path,
    event_id: str,
    key: say.Key,
    text: str,
    what: str,
    *,
    chosen: bool = False,
    possible: bool = True,
    shortcut: str | None = None,
) -> None:
    st.button(
        text,
        key=key(what),
        type="primary" if chosen else "secondary",
        on_click=_act,
        args=(path, event_id, None, what),
        disabled=not possible,
        shortcut=shortcut,
    )


def _of_stories(library: Library, event_id: str, story: Sequence[Claim], key: say.Key) -> None:
    offered = {one: (date, words) for one, date, words in ask(library, near, event_id, MOST_OFFERED)}
    with st.form(key("form"), border=False):
        st.selectbox(
            _("It is of the same event as"),
            list(offered),
            index=None,
            key=key("other"),
            format_func=lambda one: _offer(*offered[one]) if one in offered else one,
            accept_new_options=True,
            placeholder=_("another claim, or its id"),
        )
        say.why(key)
        others = len(story) > 1
        choices = (
            (_("Same event"), Verdict.JOIN, True),
            (_("Another event"), Verdict.PART, others),
            (_("Prefer its date"), Verdict.PREFER, others),
            (_("No claim"), Verdict.REJECT, True),
        )
        say.buttons(key, choices, _act, library.path, event_id, "why")


def _note(path: Path, claim: Claim | None, key: say.Key) -> None:
    if claim is None:
        return
    # Another note of the claim needs another field: this one would keep what was typed.
    field = f"{NOTE}-{hash(claim.row.note)}"
    with st.form(key("note-form"), border=False):
        st.text_area(_("Note"), claim.row.note or "", key=key(field), max_chars=LONGEST_NOTE, height=90)
        st.form_submit_button(
            _("Keep the note"), key=key(NOTE), on_click=_act, args=(path, claim.row.event_id, None, NOTE, field)
        )


def _offer(date: str, words: str) -> str:
    return f"{date} · {isolated(label(words, 90))}"


def _act(path: Path, event_id: str, reason: str | None, what: str, field: str = "") -> None:
    """Say it; `reason` is the field for why, and `field` that of the note."""
    kept, key = st.session_state, partial("judged-{}-{}".format, event_id)
    other = kept.get(key("other")) or ""
    if what == Verdict.JOIN and not other:
        kept[SAID] = say.Outcome(event_id, _("Choose the claim that is of the same event."), is_done=False)
        return
    from extract.judge import judge, take_back, undo  # noqa: PLC0415 - loads what finds dates, for which nobody should wait who only reads
    from extract.remark import note, star  # noqa: PLC0415

    deeds: dict[str, Callable[[Library, By], object]] = {
        UNDO: lambda library, said: undo(library, event_id, said),
        UNCHECK: lambda library, said: take_back(library, _checked_by(library, event_id), said),
        STAR: lambda library, said: star(library, event_id, said, is_on=True),
        UNSTAR: lambda library, said: star(library, event_id, said, is_on=False),
        NOTE: lambda library, said: note(library, event_id, kept[key(field)], said),
        Verdict.JOIN: lambda library, said: judge(library, Verdict.JOIN, [event_id, other], said),
    }
    try:
        said = say.said_by(key, reason)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            if deed := deeds.get(what):
                deed(library, said)
            else:
                judge(library, Verdict(what), [event_id], said)
    except DatelineError as error:
        kept[SAID] = say.refused(event_id, error)
        return
    kept[SAID] = say.Outcome(event_id, done(what), is_done=True)
    put_right.close()
    kept[key("other")] = None
    if reason:
        kept[key(reason)] = ""


def _checked_by(library: Library, event_id: str) -> int:
    """The entry by which a claim is checked; 0 where somebody has taken it back meanwhile."""
    found = library.connection.execute("SELECT checked FROM events WHERE event_id = ?", (event_id,)).fetchone()
    return int(found[0]) if found else 0
