"""How stories appear on a chart: what they are called, which go by name where not all can, and what colours mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.ask import ask
from dashboard.palette import ColourBy, kinds_coloured
from dashboard.tongue import preferred
from dashboard.view import View
from dashboard.when import interval_in_words
from dashboard.wording import apart
from extract.kind import Kind
from extract.store import weights
from extract.store.library import Library
from extract.store.weights import Title
from extract.table import counts
from extract.table.filters import Filters
from extract.table.selection import EventTable


def titles(library: Library, view: View, stories: Sequence[str]) -> dict[str, Title]:
    """What stories are called: in the reader's language where that can be, and in one of those that are filtered by."""
    return ask(library, weights.titles, tuple(stories), preferred(), view.filters.languages)


def when(first: int, end: int) -> str:
    """Days in the reader's language, within a chart's label."""
    return apart(interval_in_words(first, end) or "")


def bearers(titles: Mapping[str, Title]) -> tuple[str, ...]:
    """The claims that bear some titles."""
    return tuple(title.event_id for title in titles.values())


def colours(table: EventTable, view: View) -> dict[Kind, str] | None:
    """The colours of kinds, the commonest of the whole library first; None where colours mean the status."""
    if view.colour is ColourBy.STATUS:
        return None
    return kinds_coloured(ask(table, counts.facet, Filters(), "kinds"), view.kind)
