"""The page of all that people corrected: who said what, when and why; what to look at again; and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import streamlit as st

from dashboard import clashing, find, state, taking_back, to_and_from
from dashboard.ask import ask
from dashboard.logged_words import item
from dashboard.tongue import _, n_
from extract.label import label
from extract.store.library import Library
from extract.store.log import Kind
from extract.store.logged import Logged, Which, count, page, people

AT_ONCE = 25
"""Entries on a page: each has a button, and is read rather than scanned."""

EVERYBODY = ""


def show(library: Library) -> None:
    """Draw the page."""
    state.leave()
    said = ask(library, people)
    total = sum(number for _name, number in said)
    head, box, which = st.columns([1.35, 1.75, 1.75], gap="medium", vertical_alignment="center")
    head.html(f'<h1>{_("Corrections")}</h1><p class="counts">{_counts(total, len(said))}</p>')
    # Each part has its place whether or not there is anything in it, so that none moves while the page is drawn anew.
    with st.container(key="panel-corrections"):
        outcome, conflicts, entries, files = (st.container() for _part in range(4))
    with outcome:
        taking_back.told()
    with files:
        to_and_from.show(library, total)
    if not total:
        entries.html(teaching())
        return
    with conflicts:
        clashing.show(library)
    with box:
        words = find.words("log-q", _("Find by words"))
    with which:
        kind, who = _filters(said)
    with entries:
        _list(library, Which(who, kind, words))


def teaching() -> str:
    """What can be corrected, and where, as HTML: for who comes before anybody has corrected anything."""
    places = (
        ("/", _("A claim"), _("on the timeline, under its evidence: accept it, star it, correct it, note something.")),
        ("/sources", _("A date of writing"), _("on the page Sources, or under a text's title in the reader.")),
        ("/actors", _("A name"), _("on the page Actors: two are one, one has another name, or is nobody.")),
    )
    items = "".join(f'<li><a href="{at}" target="_self">{what}</a>: {how}</li>' for at, what, how in places)
    kept = _("What people say goes before what the program found, is kept with name and reason, and can be taken back.")
    return f'<p>{_("Nobody has corrected anything yet.")} {kept}</p><ul class="teaching">{items}</ul>'


def _counts(total: int, persons: int) -> str:
    entries = n_("{count} entry", "{count} entries", total)
    return f"{entries} · {n_('{count} person', '{count} people', persons)}" if total else entries


class Of(StrEnum):
    """Of what people spoke."""

    ALL = "all"
    CLAIMS = "claims"
    SOURCES = "sources"
    ACTORS = "actors"


KINDS = {Of.ALL: None, Of.CLAIMS: Kind.CLAIM, Of.SOURCES: Kind.SOURCE, Of.ACTORS: Kind.ACTOR}


def _filters(said: Sequence[tuple[str, int]]) -> tuple[Kind | None, str]:
    names = {Of.ALL: _("all"), Of.CLAIMS: _("claims"), Of.SOURCES: _("sources"), Of.ACTORS: _("actors")}
    kinds, persons = st.columns([1.35, 1], gap="small")
    with kinds:
        of = find.of_kind(_("Of what"), "log-kind", names)
    who = persons.selectbox(
        _("Who"),
        [EVERYBODY, *(name for name, _number in said)],
        key="log-who",
        format_func=lambda name: label(name) or _("everybody"),
        label_visibility="collapsed",
    )
    return KINDS[of], who or EVERYBODY


def _list(library: Library, which: Which) -> None:
    total = ask(library, count, which)
    if not total:
        st.html(f'<p class="note">{_("No entry is like that. Take a word or a filter off.")}</p>')
        return
    pages = -(-total // AT_ONCE)
    number = int(st.pagination(pages, key=f"log-page-{pages}-{hash(which)}")) if pages > 1 else 1
    held: list[Logged] = ask(library, page, which, AT_ONCE, (number - 1) * AT_ONCE)
    for entry in held:
        with st.container(key=f"log-{entry.id}"):
            text, deed = st.columns([5.2, 1], gap="small", vertical_alignment="top")
            text.html(item(entry))
            with deed:
                taking_back.button(entry)
            taking_back.form(library.path, entry)
