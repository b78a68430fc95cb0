"""The row of filters over the timeline. Each widget's key is its name in the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from dashboard import state
from dashboard.ask import ask
from dashboard.palette import ColourBy
from dashboard.wording import ISOLATE, ISOLATE_END, kind_name, label, language_name, without_markdown
from extract.kind import Kind
from extract.model import Status
from extract.store import summary
from extract.store.library import Library
from extract.store.query import Certainty, Filters, Order
from extract.store.summary import LaneBy

CERTAINTIES = {Certainty.POSSIBLE: "sure or possible", Certainty.SURE: "sure only"}
ORDERS = {Order.TIME: "by time", Order.WEIGHT: "by weight"}
COLOURS = {ColourBy.STATUS: "colour: status", ColourBy.KIND: "kind"}
LANE_NAMES = {
    LaneBy.STORY: "Story",
    LaneBy.ACTOR: "Actor",
    LaneBy.KIND: "Kind",
    LaneBy.LANGUAGE: "Language",
    LaneBy.SOURCE: "Source",
}


def search() -> None:
    """The box for words."""
    st.text_input(
        "Search",
        key="q",
        placeholder="Search sentences, actors, titles in any script",
        label_visibility="collapsed",
        live=True,
    )


def row(library: Library) -> None:
    """Actor, kind, language, status and lanes: side by side as far as the screen is wide."""
    every = ask(library, summary.actors)
    kinds = ask(library, summary.kinds, Filters())
    languages = ask(library, summary.languages, Filters())
    _keep("actor", every)
    st.session_state["kind"] = [_without_count(kind) for kind in st.session_state["kind"]]
    _keep("kind", kinds)
    _keep("lang", languages)
    others = state.held().filters
    with st.container(horizontal=True, gap="small"):
        st.multiselect("Actor", every, key="actor", format_func=_actor, placeholder="Everyone", select_all=False)
        _kinds([str(kind) for kind in Kind if kind in kinds], ask(library, summary.kinds, others))
        _pills("Language", "lang", languages, ask(library, summary.languages, others), language_name)
        _pills("Status", "status", [str(one) for one in Status], ask(library, summary.statuses, others), str)
        st.segmented_control("Lanes", list(LaneBy), key="lanes", format_func=LANE_NAMES.__getitem__, required=True)


def drawing() -> None:
    """In which order stories and claims come, and what colours mean."""
    for title, key, names in (("Order", "order", ORDERS), ("Colours", "colour", COLOURS)):
        st.segmented_control(
            title, list(names), key=key, format_func=names.__getitem__, required=True, label_visibility="collapsed"
        )


def time() -> None:
    """The window's exact bounds, and whether claims must lie in it for sure."""
    since, until, certainty, everything = st.columns([1.1, 1.1, 1.8, 1.0], gap="small", vertical_alignment="center")
    since.text_input("From", key="since", placeholder="From: 2024, 480 BCE", label_visibility="collapsed")
    until.text_input("To", key="until", placeholder="To: 2025-01-31", label_visibility="collapsed")
    with certainty:
        st.segmented_control(
            "Dates",
            list(Certainty),
            key="time",
            format_func=CERTAINTIES.__getitem__,
            required=True,
            label_visibility="collapsed",
        )
    everything.button(
        "Show everything",
        key="everything",
        on_click=state.clear,
        disabled=not state.held().is_filtered,
        type="tertiary",
        width="stretch",
    )


def _kinds(options: list[str], counts: dict[str, int]) -> None:
    def named(kind: str) -> str:
        return f"{kind_name(Kind(kind))} {counts.get(kind, 0):,}"

    st.multiselect("Kind", options, key="kind", format_func=named, placeholder="Every kind", select_all=False)


def _without_count(kind: str) -> str:
    """A kind, which comes as its name with the count that it had where somebody chose while that changed."""
    return {kind_name(each): str(each) for each in Kind}.get(kind.rpartition(" ")[0], kind)


def _pills(title: str, key: str, options: Iterable[str], counts: dict[str, int], name: Callable[[str], str]) -> None:
    def named(option: str) -> str:
        return f"{ISOLATE}{without_markdown(name(option))}{ISOLATE_END} {counts.get(option, 0):,}"

    st.pills(title, list(options), selection_mode="multi", key=key, format_func=named)


def _keep(key: str, options: Iterable[str]) -> None:
    """Take values that the library does not know off a filter: an address may have been made for another library."""
    known = set(options)
    st.session_state[key] = [value for value in st.session_state[key] if value in known]


def _actor(actor: str) -> str:
    return label(actor, 40)
