"""How stories appear on a chart: what they are called, which go by name where not all can, and what colours mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import streamlit as st

from dashboard.ask import ask
from dashboard.palette import ColourBy, kinds_coloured
from dashboard.view import View
from extract.kind import Kind
from extract.store import summary, weights
from extract.store.library import Library
from extract.store.query import Filters
from extract.store.weights import Title

USUAL_LANGUAGE = "en"
"""Of a reader whose browser does not say: the program's own."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a chart needs besides its marks."""

    titles: Mapping[str, Title] = field(default_factory=dict)
    """Of stories; where the claim that bears it is not shown, a story is called by the claim that dates it."""
    key: AbstractSet[str] = frozenset()
    """The stories of the key dates, which are labelled where not all can be."""
    colours: Mapping[Kind, str] | None = None
    """Of kinds; None where colours mean the status."""


def titles(library: Library, view: View, stories: Sequence[str]) -> dict[str, Title]:
    """What stories are called: in the reader's language where that can be, and in one of those that are filtered by."""
    locale = (st.context.locale or USUAL_LANGUAGE).partition("-")[0].lower()
    return ask(library, weights.titles, tuple(stories), locale, view.filters.languages)


def colours(library: Library, view: View) -> dict[Kind, str] | None:
    """The colours of kinds, the commonest of the whole library first; None where colours mean the status."""
    if view.colour is ColourBy.STATUS:
        return None
    return kinds_coloured(ask(library, summary.kinds, Filters()), view.kind)
