"""The actors page: who is in the library and how texts name them, and the control that says who is who."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from enum import StrEnum
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import streamlit as st

from dashboard import download, find, say, state
from dashboard.ask import ask
from dashboard.marked import name, safe
from dashboard.rows import Look, chosen_id, chosen_row, page_of
from dashboard.tongue import _, n_, np_, number, p_
from dashboard.view import View
from dashboard.when import moment
from dashboard.wording import number_of, said_to_be
from extract.errors import DatelineError
from extract.label import label, language_name
from extract.model import ActorType
from extract.recast import LONGEST_NAME, Deed, Wish, recast, told_of
from extract.store.cast import Form, Role, Title, cast, forms, titles
from extract.store.corrections import last_change
from extract.store.library import Library, open_to_change
from extract.store.who import Said, entries_about
from extract.text.fold import fold

CHOSEN, SAID = "cast-chosen", "cast-said"
"""The actor that is looked at, kept while other pages are open; and what came of the last change."""

MOST_OFFERED = 500
"""Other actors that are offered to be the same; further ones can be typed."""

MOST_TITLES = 30
"""Sources of which it is told what they call somebody."""


class Which(StrEnum):
    """Which actors are listed."""

    ALL = "all"
    PEOPLE = "people"
    PLACES = "places"
    ORGANISATIONS = "organisations"


WHICH = {
    Which.ALL: np_("actors", "all"),
    Which.PEOPLE: np_("actors", "people"),
    Which.PLACES: np_("actors", "places"),
    Which.ORGANISATIONS: np_("actors", "organisations"),
}
"""What each is called, with its context."""


TYPES = {
    Which.PEOPLE: ActorType.PERSON,
    Which.PLACES: ActorType.PLACE,
    Which.ORGANISATIONS: ActorType.ORGANISATION,
}


def look() -> Look:
    """How the list looks."""
    return Look(
        columns={
            "Name": st.column_config.TextColumn(_("Name"), width=300),
            "What": st.column_config.TextColumn(p_("of an actor", "What"), width=110),
            "Claims": st.column_config.NumberColumn(_("Claims"), width=70),
            "Mentions": st.column_config.NumberColumn(_("Mentions"), width=80),
            "Sources": st.column_config.NumberColumn(_("Sources"), width=70),
            "Timeline": st.column_config.LinkColumn(_("Timeline"), width=80, display_text=_("show")),
        },
        alt=_("The actors, one a row"),
        short=16,
        tallest=620,
    )


def show(library: Library) -> None:
    """Draw the page."""
    state.leave()
    every = ask(library, cast)
    head, box, which, button = st.columns([1.35, 1.5, 1.75, 0.55], gap="small", vertical_alignment="center")
    head.html(f'<h1>{_("Actors")}</h1><p class="counts">{number_of(len(every), "actor")}</p>')
    if not every:
        st.html(f'<p class="note">{_("No text of this library names anybody.")}</p>')
        return
    with box:
        words = find.words("cast-q", _("Find by name"))
    with which:
        kind = find.of_kind(_("Which"), "cast-which", {each: p_(*called) for each, called in WHICH.items()})
    gone = _("Nobody is called {actor} here any more.")
    chosen = chosen_id("actor", CHOSEN, {role.name for role in every}, gone)
    with button:
        told = _("{claims} of the actor who is chosen.")
        download.of(library, View(actor=(chosen,)) if chosen else None, told)
    listed, beside = st.columns([2.15, 1], gap="medium")
    with listed:
        _list(found(every, words, kind), chosen)
    with beside, st.container(key="panel-source"):
        _look(library, every, next((role for role in every if role.name == chosen), None))


def found(every: Sequence[Role], words: str, which: Which) -> list[Role]:
    """The actors of a kind whose names hold all the words."""
    wanted = fold(words).split()
    of_kind = (role for role in every if which is Which.ALL or role.type is TYPES[which])
    return [role for role in of_kind if not wanted or all(word in fold(role.name) for word in wanted)]


def _choose(actor: str) -> None:
    st.query_params.from_dict({"actor": actor})


def _list(roles: Sequence[Role], chosen: str | None) -> None:
    if not roles:
        told = _("Nobody is so named, and of this kind. Take a word off, or show all.")
        st.html(f'<p class="note">{told}</p>')
        return
    held = roles[page_of("cast", [role.name for role in roles], chosen)]
    chosen_row("cast", frame(held), [role.name for role in held], chosen, _choose, look())


def frame(roles: Sequence[Role]) -> pd.DataFrame:
    """The actors as people read them in a row."""
    return pd.DataFrame(
        {
            "Name": [label(role.name, 120) for role in roles],
            "What": [_(role.type.name.lower()) for role in roles],
            "Claims": [role.claims for role in roles],
            "Mentions": [role.mentions for role in roles],
            "Sources": [role.sources for role in roles],
            "Timeline": [f"/?actor={quote(role.name, safe='')}" for role in roles],
        }
    )


def _look(library: Library, every: Sequence[Role], role: Role | None) -> None:
    outcome = st.session_state.pop(SAID, None)
    if role is None:
        if outcome:
            st.html(say.status(outcome))
        told = _("Choose a row to see how texts name somebody, and to say who it is where you know better.")
        st.html(f"<p>{told}</p>")
        return
    named = ask(library, forms, role.name)
    st.html(looked_at(role, named, ask(library, titles, role.name)))
    log = entries_about(library, role.name)
    with st.container(key="panel-written"):
        _control(library.path, role, named, [each.name for each in every[:MOST_OFFERED] if each.name != role.name], log)
        if outcome:
            st.html(say.status(outcome))
        if said := told_of(library, role.name):
            st.html(changes(said))


def looked_at(role: Role, named: Sequence[Form], titled: Sequence[Title]) -> str:
    """Who an actor is, how texts name it and what they say that it is, as HTML."""
    items = "".join(
        f'<li><span class="source" dir="auto" lang="{safe(form.language)}">{safe(label(form.text, 120))}</span>'
        f' <span class="quiet">{name(language_name(form.language))} · {number(form.mentions)}</span></li>'
        for form in named
    )
    counts = " · ".join(
        (number_of(role.claims, "claim"), number_of(role.mentions, "mention"), number_of(role.sources, "source"))
    )
    link = f'<a href="/?actor={quote(role.name, safe="")}" target="_self">{_("on the timeline")}</a>'
    return (
        f'<h2 dir="auto">{safe(role.name)}</h2><p class="when"><b>{_(role.type.name.lower())}</b></p>'
        f'<p class="from">{counts} · {link}</p><h3 class="caps">{_("Named so")}</h3><ul class="forms why">{items}</ul>'
        f"{_titles(titled)}"
    )


def _titles(titled: Sequence[Title]) -> str:
    items = "".join(
        f'<li title="{safe(said_to_be(each))}"><span class="source" dir="auto" lang="{safe(each.language)}">'
        f"{safe(label(each.role, 120))}</span>"
        f' <a class="quiet" href="/reader?source={quote(each.source_id, safe="")}" target="_self">'
        f"{name(label(each.source_name, 50))}</a></li>"
        for each in titled[:MOST_TITLES]
    )
    return f'<h3 class="caps">{_("Called")}</h3><ul class="forms why">{items}</ul>' if items else ""


def changes(said: Sequence[Said]) -> str:
    """What people said of an actor, newest first, as HTML."""
    items = "".join(_item(entry) for entry in reversed(said))
    return f'<h3 class="caps">{_("Changes")}</h3><ol class="changes">{items}</ol>'


def _item(entry: Said) -> str:
    why = f'<q class="source" dir="auto">{safe(entry.reason)}</q>' if entry.reason else ""
    return f'<li>{_said(entry)}{why}<span class="at">{moment(entry.at)}</span></li>'


def _said(entry: Said) -> str:
    """What somebody said, as HTML."""
    forms, target = _(", ").join(map(name, entry.forms)), name(label(entry.target or "", 120))
    parts = {"who": name(entry.who), "actor": name(label(entry.actor, 120))}
    if entry.target is None:
        if entry.forms:
            return _("{who} said that {actor} where texts say {forms} is nobody", forms=forms, **parts)
        return _("{who} said that {actor} is nobody", **parts)
    if entry.forms:
        return _("{who} said that {actor} where texts say {forms} is {target}", forms=forms, target=target, **parts)
    return _("{who} said that {actor} is {target}", target=target, **parts)


def _control(path: Path, role: Role, named: Sequence[Form], others: Sequence[str], log: Sequence[Said]) -> None:
    key = partial("cast-{}-{}".format, hash(role.name))
    say.remember_who(key)
    with st.form(key("form"), border=False):
        st.html(f'<h3 class="caps">{_("Who is it?")}</h3>')
        st.selectbox(
            _("It is"),
            others,
            index=None,
            key=key("target"),
            accept_new_options=True,
            placeholder=_("another actor, or a new name"),
        )
        st.multiselect(
            _("Only where texts say"),
            list(dict.fromkeys(form.text for form in named)),
            key=key("forms"),
            placeholder=_("all of them"),
        )
        say.why_and_who(key)
        choices = (
            (_("Say so"), Deed.CALL, True),
            (_("It is nobody"), Deed.IGNORE, True),
            (_("Undo"), Deed.UNDO, last_change(log) is not None),
        )
        say.buttons(key, choices, _act, path, role.name)


def _act(path: Path, actor: str, what: Deed) -> None:
    kept, key = st.session_state, partial("cast-{}-{}".format, hash(actor))
    target = (kept[key("target")] or "")[: LONGEST_NAME + 1]
    try:
        said = say.said_by(key)
        with closing(open_to_change(path, say.PATIENCE)) as library:
            made = recast(library, actor, Wish(what, target, None, tuple(kept[key("forms")])), said)
    except DatelineError as error:
        kept[SAID] = say.refused(actor, error)
        return
    kept[SAID] = say.Outcome(actor, _anew(made.mentions, made.sources), is_done=True)
    kept[key("target")], kept[key("forms")], kept[key("why")] = None, [], ""
    if what is Deed.CALL and made.said.target and not made.said.forms:
        st.query_params.from_dict({"actor": made.said.target})


def _anew(mentions: int, sources: int) -> str:
    """How much a change reaches: "3 mentions in 2 sources named anew."."""
    place = n_("in {count} source", "in {count} sources", sources)
    return n_("{count} mention {place} named anew.", "{count} mentions {place} named anew.", mentions, place=place)
