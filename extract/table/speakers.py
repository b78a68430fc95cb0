"""Who tells each of some stories, and the claims that speak for it in several languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from extract.agreement import Agreement
from extract.table.agreement import CODES
from extract.table.columns import Columns, Ints
from extract.table.comparison import SHOWN_IN_ORDER, Across, Cell, cells
from extract.table.filters import Filters
from extract.table.order import names
from extract.table.selection import EventTable
from extract.table.stories import rows_of

Dating = tuple[tuple[str, str], ...]
"""Stories, each with the claim by which it is dated."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who tells a story."""

    sources: tuple[str, ...]
    """All of them, those with most claims first."""
    languages: tuple[str, ...]
    """Likewise."""
    quotes: tuple[str, ...]
    """Claims that the filters let through, each in another language; that by which the story is dated first."""
    is_disputed: bool
    """Whether some of them conflict."""
    claims: int
    """How many there are in all."""


def speakers(table: EventTable, filters: Filters, dating: Dating, most: int) -> dict[str, Speakers]:
    """Who tells stories, with so many quotes of each at most."""
    columns, dated_by = table.columns, dict(dating)
    places = columns.stories_called(dated_by)
    every = table.agreements().of_story
    sources, languages = _tellers(columns, list(places.values()))
    told = _by_language(table, filters, list(dated_by))
    spoken = _languages(columns, list(dated_by.values()))
    return {
        story: Speakers(
            tuple(columns.source.names[code] for code, _ in sources[place].most_common()),
            tuple(columns.language.names[code] for code, _ in languages[place].most_common()),
            tuple(_quotes(dated_by[story], spoken.get(dated_by[story], ""), told[place]))[:most],
            bool(every[place] == CODES[Agreement.CONFLICT]),
            sources[place].total(),
        )
        for story, place in places.items()
    }


def _tellers(columns: Columns, places: list[int]) -> tuple[defaultdict[int, Counter[int]], ...]:
    """How many claims of each story are of which source, and in which language, by their codes."""
    wanted = np.zeros(len(columns.story_keys), dtype=bool)
    wanted[places] = True
    rows = np.flatnonzero(wanted[columns.story])
    told: tuple[defaultdict[int, Counter[int]], ...] = (defaultdict(Counter), defaultdict(Counter))
    for counts, codes in zip(told, (columns.source.codes, columns.language.codes), strict=True):
        for place, code in zip(columns.story[rows].tolist(), codes[rows].tolist(), strict=True):
            counts[place][code] += 1
    return told


def _by_language(table: EventTable, filters: Filters, stories: list[str]) -> defaultdict[int, dict[str, Cell]]:
    """What the selected claims of stories tell, by language."""
    rows: Iterable[Ints] = rows_of(table, filters, stories).values()
    every = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
    found: defaultdict[int, dict[str, Cell]] = defaultdict(dict)
    for (place, language), cell in cells(table, every, Across.LANGUAGE, table.columns.language.names).items():
        found[place][language] = cell
    return found


def _languages(columns: Columns, events: list[str]) -> dict[str, str]:
    rows = columns.rows_called(events)
    spoken = (columns.language.names[code] for code in columns.language.codes[rows].tolist())
    return dict(zip(names(columns, rows), spoken, strict=True))


def _quotes(dated_by: str, spoken: str, told: dict[str, Cell]) -> Iterable[str]:
    """The claim that dates a story, then the best of each other language: what agrees before what conflicts."""
    yield dated_by
    others = [cell.given[0] for language, cell in told.items() if language != spoken]
    others.sort(key=lambda each: (SHOWN_IN_ORDER.index(each.agreement), -each.sources, each.event_id))
    yield from (each.event_id for each in others)
