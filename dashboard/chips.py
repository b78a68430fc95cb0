"""What is filtered, each part as a chip that takes it off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st

from dashboard import state
from dashboard.ask import ask
from dashboard.terms import AGREEMENTS, ALONE, BASES, GRAINS, MARKS
from dashboard.tongue import _, number
from dashboard.view import MANY, View
from dashboard.wording import as_text, kind_name
from extract.agreement import Agreement
from extract.dates.interval import Grain
from extract.kind import Kind
from extract.label import isolated, label, language_name
from extract.model import DateBasis
from extract.store import reading
from extract.store.library import Library
from extract.table.filters import Alone, Certainty, Mark

LETTERS = 40
"""Of what somebody searched for, or of a name, on a chip: enough to tell it from the others."""

LETTERS_IN_WORDS = 300
"""Of the same where it is to be read: whole titles."""

Chip = tuple[str, str, str]
"""The filter's name in the view, the value that it takes off, and what it says."""


def show(library: Library, view: View) -> None:
    """Draw a chip for each value of each filter, and a button that takes all off; nothing where none is set."""
    every = list(chips(view, _titles(library, view)))
    with st.container(horizontal=True, gap="small", key="panel-chips"):  # always: what follows keeps its place
        if not every:
            st.html("<span></span>")  # keeps the room
            return
        for name, value, said in every:
            st.button(
                f"{isolated(as_text(said))} ✕",
                key=f"chip-{name}-{value}",
                on_click=state.without,
                args=(name, value),
                help=_("Take this filter off"),
            )
        st.button(_("Show everything"), key="everything", on_click=state.clear, type="tertiary")


def words(library: Library, view: View) -> list[str]:
    """What is filtered, each part in words."""
    return [said for _name, _value, said in chips(view, _titles(library, view), LETTERS_IN_WORDS)]


def chips(view: View, titles: Mapping[str, str], most: int = LETTERS) -> Iterator[Chip]:
    """What is filtered, in the order in which the filters stand; of others' words at most so many letters."""
    if view.q.strip():
        yield "q", view.q, f"“{label(view.q, most)}”"
    for name in MANY:
        for value in getattr(view, name):
            yield name, value, _said(name, value, titles, most)
    if view.sure:
        yield "sure", "", _("confidence {least} or more", least=number(view.sure / 100))
    if view.voices > 1:
        yield "voices", "", _("{least} or more independent sources", least=number(view.voices))
    if view.since.strip():
        yield "since", view.since, _("from {date}", date=label(view.since, most))
    if view.until.strip():
        yield "until", view.until, _("to {date}", date=label(view.until, most))
    if view.time is Certainty.SURE:
        yield "time", "", _("sure dates only")


def _said(name: str, value: str, titles: Mapping[str, str], most: int) -> str:
    match name:
        case "kind":
            return kind_name(Kind(value))
        case "status":
            return _(value)
        case "grain":
            return _(GRAINS[Grain(value)])
        case "basis":
            return _(BASES[DateBasis(value)])
        case "mark":
            return _(MARKS[Mark(value)])
        case "agree":
            return _(AGREEMENTS[Agreement(value)])
        case "only":
            return _(ALONE[Alone(value)])
        case "lang":
            return language_name(value)
        case "told":
            return _("told in {language}", language=language_name(value))
        case "untold":
            return _("not told in {language}", language=language_name(value))
        case "src":
            return label(titles.get(value, value), most)
    return label(value, most)


def _titles(library: Library, view: View) -> Mapping[str, str]:
    return ask(library, reading.sources) if view.src else {}
