"""The row of filters over the timeline. Each widget's key is its name in the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

import streamlit as st

from dashboard import facets, sought, state
from dashboard.ask import ask
from dashboard.palette import ColourBy
from dashboard.terms import BASES, GRAINS, MARKS
from dashboard.tongue import N_, _, number
from dashboard.view import CONFIDENCES, VOICES, View
from dashboard.wording import kind_name
from extract.dates.interval import Grain
from extract.kind import Kind
from extract.label import language_name
from extract.model import DateBasis, Status
from extract.table import comparison, counts
from extract.table.filters import Certainty, Filters, Mark, Order
from extract.table.lanes import LaneBy
from extract.table.selection import EventTable

One = TypeVar("One")

CERTAINTIES = {Certainty.POSSIBLE: N_("sure or possible"), Certainty.SURE: N_("sure only")}
ORDERS = {Order.TIME: N_("by time"), Order.WEIGHT: N_("by weight")}
COLOURS = {ColourBy.STATUS: N_("colour: status"), ColourBy.KIND: N_("kind")}
LANE_NAMES = {
    LaneBy.STORY: N_("Story"),
    LaneBy.ACTOR: N_("Actor"),
    LaneBy.KIND: N_("Kind"),
    LaneBy.LANGUAGE: N_("Language"),
    LaneBy.SOURCE: N_("Source"),
}
LANGUAGES_IN_SIGHT = 5
"""More than these fill a line by themselves, and are put behind a button."""

OF_DATES = ("grain", "basis", "sure")
OF_TELLERS = ("voices", "told", "untold")
"""The filters behind one button each."""


def search() -> None:
    """The box for words."""
    st.text_input(
        _("Search"),
        key="q",
        placeholder=_("Search sentences, actors, titles in any script"),
        label_visibility="collapsed",
        live=True,
    )


def row(table: EventTable) -> None:
    """Every filter but words and time: side by side as far as the screen is wide."""
    columns = table.columns
    for key, known in (
        ("actor", columns.actors), ("kind", columns.kind), ("lang", columns.language), ("pub", columns.publisher),
        ("src", columns.source), ("told", columns.language), ("untold", columns.language),
        ("col", comparison.column_of(columns, state.held().across)),
    ):  # fmt: skip
        facets.keep(key, known.names)
    view = state.held()
    filters = view.filters
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="panel-filters"):
        facets.behind(_("Actor"), "actor", partial(sought.actors, table, filters), len(view.actor))
        facets.behind(_("Kind"), "kind", partial(_kinds, table, filters), len(view.kind))
        facets.behind(_("Source"), "source", partial(_sources, table, filters), len(view.pub) + len(view.src))
        facets.behind(_("Date"), "date", partial(_dates, table, filters), _set(view, OF_DATES))
        facets.behind(_("Told by"), "tellers", partial(_tellers, table, filters), _set(view, OF_TELLERS))
        facets.behind(_("Marks"), "mark", partial(_marks, table, filters), len(view.mark))
        _languages(table, filters, len(view.lang))
        statuses = ask(table, counts.facet, filters, "statuses")
        facets.pills(_("Status"), "status", {one: statuses.get(one, 0) for one in Status}, _status)


def drawing() -> None:
    """What lanes stand for, in which order stories and claims come, and what colours mean."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="panel-drawing"):
        one_of(_("Lanes"), "lanes", list(LaneBy), lambda one: _(LANE_NAMES[one]))
        order("order")
        one_of(_("Colours"), "colour", list(ColourBy), lambda one: _(COLOURS[one]))


def order(key: str) -> None:
    """In which order stories and claims come."""
    one_of(_("Order"), key, list(Order), lambda one: _(ORDERS[one]))


def certainty(table: EventTable, filters: Filters) -> None:
    """Whether claims must lie in the window for sure, with the number of those that do and of those that may."""
    held = ask(table, counts.within, filters)
    told = {Certainty.POSSIBLE: held.possible, Certainty.SURE: held.sure}
    one_of(_("Dates"), "time", list(Certainty), lambda one: f"{_(CERTAINTIES[one])} {number(told[one])}")


def _kinds(table: EventTable, filters: Filters) -> None:
    told = ask(table, counts.facet, filters, "kinds")
    known = (kind for kind in Kind if kind in table.columns.kind.names)
    facets.pills(_("Kind"), "kind", {kind: told.get(kind, 0) for kind in known}, lambda kind: kind_name(Kind(kind)))


def _sources(table: EventTable, filters: Filters) -> None:
    sought.publishers(table, filters, _("Publisher"))
    sought.sources(table, filters, _("Source"))


def _dates(table: EventTable, filters: Filters) -> None:
    grains = ask(table, counts.facet, filters, "grains")
    facets.pills(_("As fine as"), "grain", {one: grains[one] for one in Grain if one in grains}, _grain)
    bases = ask(table, counts.facet, filters, "bases")
    facets.pills(_("Known by"), "basis", {one: bases[one] for one in DateBasis if one in bases}, _basis)
    steps = ask(table, counts.as_sure, filters, tuple(percent / 100 for percent in CONFIDENCES))
    told = dict(zip(CONFIDENCES, steps.values(), strict=True))
    one_of(_("Confidence"), "sure", list(CONFIDENCES), partial(_confidence, told), shown=True)


def _tellers(table: EventTable, filters: Filters) -> None:
    voices = ask(table, counts.at_least, filters, VOICES)
    one_of(_("Independent sources"), "voices", list(VOICES), partial(_voices, voices), shown=True)
    for title, key in ((_("Its story is told in all of"), "told"), (_("and in none of"), "untold")):
        languages(table, title, key, ask(table, counts.told_in, filters, key))


def _marks(table: EventTable, filters: Filters) -> None:
    facets.pills(_("What people say of it"), "mark", ask(table, counts.with_marks, filters), _mark)


def _languages(table: EventTable, filters: Filters, chosen: int) -> None:
    draw = partial(languages, table, _("Language"), "lang", ask(table, counts.facet, filters, "languages"))
    if len(_spoken(table)) <= LANGUAGES_IN_SIGHT:
        draw()
    else:
        facets.behind(_("Language"), "lang", draw, chosen)


def languages(table: EventTable, title: str, key: str, told: Mapping[str, int]) -> None:
    """Draw all languages of a library, in an order that does not change with their counts."""
    facets.pills(title, key, {one: told.get(one, 0) for one in _spoken(table)}, language_name)


def _spoken(table: EventTable) -> Mapping[str, int]:
    """The languages of a library, that in which most is told first."""
    return ask(table, counts.facet, Filters(), "languages")


def one_of(title: str, key: str, options: list[One], name: Callable[[One], str], *, shown: bool = False) -> None:
    """Draw values of which always one is chosen."""
    st.segmented_control(
        title,
        options,
        key=key,
        format_func=name,
        required=True,
        label_visibility="visible" if shown else "collapsed",
    )


def _status(one: str) -> str:
    return _(one)


def _mark(one: str) -> str:
    return _(MARKS[Mark(one)])


def _grain(one: str) -> str:
    return _(GRAINS[Grain(one)])


def _basis(one: str) -> str:
    return _(BASES[DateBasis(one)])


def _confidence(told: Mapping[int, int], percent: int) -> str:
    least = f"{number(percent / 100)}+" if percent else _("any")
    return f"{least} · {number(told[percent])}"


def _voices(told: Mapping[int, int], voices: int) -> str:
    return f"{number(voices)}+ · {number(told[voices])}"


def _set(view: View, names: tuple[str, ...]) -> int:
    """How many of some filters are set."""
    return sum(getattr(view, name) != getattr(View(), name) for name in names)
