"""The columns of a comparison: whom they stand for, which they are, and how others are chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from dashboard import facets, filters, sought
from dashboard.ask import ask
from dashboard.tongue import N_, _, n_
from dashboard.view import View
from extract.label import label, language_name
from extract.store import reading
from extract.table import comparison, counts
from extract.table.comparison import Across, Stories
from extract.table.selection import EventTable

USUAL = 4
"""Columns where nobody says which: beside titles and evidence, as many as can be read on a laptop's screen."""

MOST = 12
"""With more columns nobody sees a row as a whole."""

NAME_LETTERS = 40

FILTERED = {Across.LANGUAGE: "lang", Across.SOURCE: "src", Across.PUBLISHER: "pub"}
"""The filters by the same thing."""

NAMES = {Across.LANGUAGE: N_("Language"), Across.SOURCE: N_("Source"), Across.PUBLISHER: N_("Publisher")}


def tellers(opened: EventTable, view: View, stories: Stories) -> tuple[str, ...]:
    """The columns: those that somebody chose, else those that are filtered by, else the fullest of some stories."""
    return _given(view)[:MOST] or ask(opened, comparison.fullest, stories, view.across, USUAL)


def _given(view: View) -> tuple[str, ...]:
    filtered: tuple[str, ...] = getattr(view, FILTERED[view.across])
    return view.col or filtered


def choose(opened: EventTable, view: View) -> None:
    """Draw what columns stand for, and a button that opens the choice of them."""
    filters.one_of(_("Columns"), "across", list(Across), lambda one: _(NAMES[one]))
    facets.behind(_("Columns"), "col", partial(_offer, opened, view), len(view.col))


def _offer(opened: EventTable, view: View) -> None:
    match view.across:
        case Across.SOURCE:
            sought.sources(opened, view.filters, _("Columns"), "col")
        case Across.PUBLISHER:
            sought.publishers(opened, view.filters, _("Columns"), "col")
        case Across.LANGUAGE:
            told = ask(opened, counts.facet, view.filters, "languages")
            filters.languages(opened, _("Columns"), "col", told)


def told(view: View, count: int) -> str:
    """Which columns there are, in words."""
    if not count:  # a claim has a source and a language
        return _("No publisher of these stories is known")
    if view.col:
        return n_("{count} column, as chosen", "{count} columns, as chosen", count)
    if _given(view):
        return n_("{count} column: what is filtered by", "{count} columns: those that are filtered by", count)
    return n_("{count} column", "The {count} columns that tell most of these stories", count)


def named(opened: EventTable, across: Across, chosen: Sequence[str]) -> Mapping[str, str]:
    """What columns are called."""
    match across:
        case Across.LANGUAGE:
            return {one: language_name(one) for one in chosen}
        case Across.PUBLISHER:
            return {one: label(one, NAME_LETTERS) for one in chosen}
    titles = ask(opened.library, reading.sources)
    return {one: label(titles.get(one, one), NAME_LETTERS) for one in chosen}
