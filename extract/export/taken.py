"""A selection out of a library: its rows one by one, and all that is to be said of it, as they stood at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from extract.chart.bars import Dress
from extract.dates.interval import iso_day
from extract.export.form import Format
from extract.export.report.told import KEY_STORIES
from extract.export.selection import Amount, Said, Selection, Stories
from extract.export.wording import Words, words
from extract.kind import Kind
from extract.label import language_name
from extract.store import weights
from extract.store.columns import EventRow
from extract.store.library import Library
from extract.store.reading import preferred
from extract.table import counts, order, stories
from extract.table.columns import columns_of
from extract.table.counts import Counts
from extract.table.filters import Certainty, Filters
from extract.table.selection import EventTable

REPORTS = frozenset({Format.MD, Format.HTML})
"""Formats that tell stories, and so ask what these are called and who tells them."""


@contextmanager
def taken(
    library: Library, filters: Filters, said: Said, form: Format
) -> Iterator[tuple[Selection, Iterator[EventRow]]]:
    """The claims of a selection in order of time, to be written while the context lasts; who writes meanwhile does not
    matter. What is said of the filters is put into words where nobody has done so. Raises LibraryError."""
    with library.at_one_moment():
        table = EventTable(library, columns_of(library))
        yield selected(table, filters, said, form), order.rows(table, filters)


def selected(table: EventTable, filters: Filters, said: Said, form: Format) -> Selection:
    """What is to be said of a selection of claims."""
    library, told = table.library, stories.ids_of(table, filters)
    found = counts.count(table, filters)
    return Selection(
        said=said if said.filters else replace(said, filters=in_words(filters, words(said.language))),
        rows=found.claims,
        chosen=_amount(found, len(told)),
        held=_amount(counts.held(table), len(table.columns.story_keys)),
        version=library.meta("version"),
        changes=int(library.meta("changes")),
        stories=_known(table, filters, said, told) if form in REPORTS else Stories(),
    )


def in_words(filters: Filters, told: Words) -> tuple[tuple[str, str], ...]:
    """Filters by name and value, for people."""
    values = (
        ("words", filters.words),
        ("actors", ", ".join(filters.actors)),
        ("kinds", ", ".join(told.say(f"kind.{Kind(kind)}") for kind in filters.kinds)),
        ("languages", ", ".join(map(language_name, filters.languages))),
        ("statuses", ", ".join(told.say(f"status.{status}") for status in filters.statuses)),
        ("publishers", ", ".join(filters.publishers)),
        ("sources", ", ".join(filters.sources)),
        ("grains", ", ".join(filters.grains)),
        ("bases", ", ".join(filters.bases)),
        ("confidence", told.say("filters.at_least", least=f"{filters.confidence:g}") if filters.confidence else ""),
        ("voices", told.say("filters.at_least", least=filters.voices) if filters.voices > 1 else ""),
        ("told_in", ", ".join(map(language_name, filters.told_in))),
        ("not_told_in", ", ".join(map(language_name, filters.not_told_in))),
        ("marks", ", ".join(filters.marks)),
        ("agreements", ", ".join(filters.agreements)),
        ("alone", ", ".join(filters.alone)),
        ("time", _window(filters, told)),
        ("certainty", told.say("filters.sure") if filters.certainty is Certainty.SURE else ""),
    )
    return tuple((told.say(f"filters.{name}"), value) for name, value in values if value)


def _window(filters: Filters, told: Words) -> str:
    first = None if filters.first is None else iso_day(filters.first)
    last = None if filters.end is None else iso_day(filters.end - 1)
    if first and last:
        return told.say("filters.between", first=first, last=last)
    if first:
        return told.say("filters.since", first=first)
    return told.say("filters.until", last=last) if last else ""


def _amount(held: Counts, stories: int) -> Amount:
    return Amount(held.claims, held.undated, stories, held.sources, held.languages)


def _known(table: EventTable, filters: Filters, said: Said, told: list[str]) -> Stories:
    key = [each.story_id for each in stories.weightiest(table, filters, KEY_STORIES)]
    titles = weights.titles(table.library, told, said.language, filters.languages)
    voices = {story_id: each.voices for story_id, each in weights.weights_of(table.library, told).items()}
    return Stories(Dress(titles, frozenset(key)), voices, preferred(table.library))
