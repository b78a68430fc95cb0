"""What a person says of a claim, beside its evidence: of which event it is, which date counts, that it is none."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import say
from dashboard.ask import ask
from dashboard.marked import name, safe
from dashboard.wording import ISOLATE, ISOLATE_END, label, number_of
from extract.errors import DatelineError
from extract.judge import judge, undo
from extract.said import Verdict
from extract.store.corrections import last_change, standing
from extract.store.judged import Judged, entries, near
from extract.store.library import Library, open_to_change
from extract.store.reading import Claim
from extract.written import moment

SAID = "judged-said"
"""What came of the last thing that was said."""

MOST_OFFERED = 200
"""Claims that are offered to be of the same event; the id of any other can be typed."""

UNDO = "undo"

SAYS = {
    Verdict.JOIN: "said that it is of the same event as {}",
    Verdict.PART: "said that it is of another event",
    Verdict.PREFER: "prefers its date",
    Verdict.REJECT: "rejected it",
    Verdict.ADD: "added it",
}

DONE = {
    Verdict.JOIN: "The claims are one story now.",
    Verdict.PART: "The claim is a story of its own now.",
    Verdict.PREFER: "The story has this date now.",
    Verdict.REJECT: "The claim is rejected: it is in no list and no export any more.",
    UNDO: "Taken back.",
}


def show(library: Library, event_id: str, story: Sequence[Claim]) -> None:
    """Draw the control for a claim; `story` are all claims of its event, none where it was rejected."""
    log = [entry for entry in entries(library) if event_id in entry.claims]
    outcome = st.session_state.get(SAID)
    told = outcome if outcome and outcome.about == event_id else None
    with st.expander("Is that so?", key="panel-judged", expanded=told is not None or not story):
        _control(library, event_id, story, log)
        if told:
            st.html(say.status(told))
        if counting := standing(log):
            st.html(changes(counting, event_id))


def _control(library: Library, event_id: str, story: Sequence[Claim], log: Sequence[Judged]) -> None:
    key = partial("judged-{}-{}".format, event_id)
    offered = {one: (date, words) for one, date, words in ask(library, near, event_id, MOST_OFFERED)} if story else {}
    say.remember_who(key)
    with st.form(key("form"), border=False):
        if story:
            st.selectbox(
                "It is of the same event as",
                list(offered),
                index=None,
                key=key("other"),
                format_func=lambda one: _offer(*offered[one]) if one in offered else one,
                accept_new_options=True,
                placeholder="another claim, or its id",
            )
        say.why_and_who(key)
        others = len(story) > 1
        choices = (
            *((("Same event", Verdict.JOIN, True), ("Another event", Verdict.PART, others)) if story else ()),
            *((("Prefer its date", Verdict.PREFER, others), ("No claim", Verdict.REJECT, True)) if story else ()),
            ("Undo", UNDO, last_change(log) is not None),
        )
        say.buttons(key, choices, _act, library.path, event_id)


def _offer(date: str, words: str) -> str:
    return f"{date} · {ISOLATE}{label(words, 90)}{ISOLATE_END}"


def _act(path: Path, event_id: str, what: str) -> None:
    kept, key = st.session_state, partial("judged-{}-{}".format, event_id)
    other = kept.get(key("other")) or ""
    try:
        if what == Verdict.JOIN and not other:
            kept[SAID] = say.Outcome(event_id, "Choose the claim that is of the same event.", is_done=False)
            return
        said = say.said_by(key)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            if what == UNDO:
                undo(library, event_id, said)
            else:
                judge(library, Verdict(what), [event_id, *([other] if what == Verdict.JOIN else [])], said)
    except DatelineError as error:
        kept[SAID] = say.Outcome(event_id, f"{error}.", is_done=False)
        return
    kept[SAID] = say.Outcome(event_id, DONE[what], is_done=True)
    kept[key("other")], kept[key("why")] = None, ""


def changes(said: Sequence[Judged], event_id: str) -> str:
    """What people said of a claim and what counts, newest first, as HTML."""
    items = "".join(_item(entry, event_id) for entry in reversed(said))
    return f'<h3 class="caps">Changes</h3><ol class="changes">{items}</ol>'


def _item(entry: Judged, event_id: str) -> str:
    others = number_of(len([one for one in entry.claims if one != event_id]), "other claim")
    why = f'<q class="source" dir="auto">{safe(entry.reason)}</q>' if entry.reason else ""
    words = f"{name(entry.who)} {SAYS[entry.verdict].format(others)}"
    return f'<li>{words}{why}<span class="at">{moment(entry.at)}</span></li>'
