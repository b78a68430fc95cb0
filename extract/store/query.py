"""Filters over the event table, turned into SQL in which everything that people typed or chose is a parameter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.dates.interval import Grain, Mod
from extract.text.fold import fold

MOST_DAYS: dict[Grain, int] = {
    Grain.DAY: 1,
    Grain.WEEK: 7,
    Grain.MONTH: 31,
    Grain.SEASON: 92,
    Grain.QUARTER: 92,
    Grain.HALF: 184,
    Grain.YEAR: 366,
    Grain.DECADE: 3_653,
    Grain.CENTURY: 36_525,
}
"""The longest unit of each grain: an interval of more days means one unit of several, so its date is not sure."""

LOOSE_MODS = (Mod.APPROX, Mod.BEFORE, Mod.AFTER)
"""Modifiers that leave open where the date's ends are."""

AMONG = "IN (SELECT value FROM json_each(?))"
"""SQL for one of the members of a list that is given as JSON, however many there are."""

SURE_CONFIDENCE = 0.5
"""Below it a date is more likely wrong than right, and is shown as possible only."""

_LOOSE = ", ".join(f"'{mod}'" for mod in LOOSE_MODS)
_LONGEST = " ".join(f"WHEN '{grain}' THEN {days}" for grain, days in MOST_DAYS.items())

SURE = (
    f"(confidence >= {SURE_CONFIDENCE} AND coalesce(mod, '') NOT IN ({_LOOSE})"
    f" AND coalesce(end_day - start_day <= CASE grain {_LONGEST} END, 0))"
)
"""SQL that says whether the date of a row is sure."""

IN_ORDER = "start_day IS NULL, start_day, end_day, event_id"
"""Rows by time, undated ones last; the id makes the order the same on every run."""


class Order(StrEnum):
    """In which order claims and stories come."""

    TIME = "time"
    WEIGHT = "weight"


class Certainty(StrEnum):
    """Whether a claim must lie in the window for sure, or may lie in it."""

    POSSIBLE = "possible"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims to show. What is empty filters nothing; values of one field are alternatives."""

    words: str = ""
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    first: int | None = None
    """First day of the window."""
    end: int | None = None
    """The day after the window's last."""
    certainty: Certainty = Certainty.POSSIBLE

    @property
    def limits_time(self) -> bool:
        """Whether undated claims are left out, because nobody can say that they lie in the window."""
        return self.first is not None or self.end is not None or self.certainty is Certainty.SURE

    def whenever(self) -> Filters:
        """The same filters without the window."""
        return replace(self, first=None, end=None, certainty=Certainty.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL for a WHERE over the view event_table, and its parameters in order."""

    sql: str
    parameters: tuple[object, ...] = ()

    def also(self, sql: str, *parameters: object) -> Condition:
        """Both conditions together."""
        return Condition(f"{self.sql} AND {sql}", (*self.parameters, *parameters))


def condition(filters: Filters) -> Condition:
    """The filters as SQL."""
    whole = Condition("1")
    if search := fts_expression(filters.words):
        whole = whole.also(
            "event_id IN (SELECT e.event_id FROM event_words AS w JOIN events AS e ON e.id = w.rowid"
            " WHERE w.words MATCH ?)",
            search,
        )
    elif filters.words.strip():
        whole = whole.also("0")  # nothing but signs that no word contains
    if filters.actors:
        whole = whole.also(
            f"event_id IN (SELECT event_id FROM event_actors WHERE actor IN ({_slots(filters.actors)}))",
            *filters.actors,
        )
    fields = (("kind", filters.kinds), ("language", filters.languages), ("status", filters.statuses))
    for column, values in fields:
        if values:
            whole = whole.also(f"{column} IN ({_slots(values)})", *values)
    return _in_window(whole, filters)


def _in_window(whole: Condition, filters: Filters) -> Condition:
    sure = filters.certainty is Certainty.SURE
    if filters.limits_time:
        whole = whole.also("start_day IS NOT NULL")
    if sure:
        whole = whole.also(SURE)
    if filters.first is not None:
        whole = whole.also("start_day >= ?" if sure else "end_day > ?", filters.first)
    if filters.end is not None:
        whole = whole.also("end_day <= ?" if sure else "start_day < ?", filters.end)
    return whole


def _slots(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def fts_expression(typed: str) -> str:
    """What people type, as FTS5 words that must all occur; text in quotes is a phrase, a last letter may be missing.

    Every word is quoted, so that no sign in it is read as FTS5's syntax. Empty where nothing can be searched for.
    """
    pieces = fold(typed).split('"')
    phrases = [phrase for piece in pieces[1::2] if (phrase := _words_of(piece))]
    words = [word for piece in pieces[0::2] for word in _words_of(piece).split()]
    return " AND ".join([*(f'"{phrase}"' for phrase in phrases), *(f'"{word}"*' for word in words)])


def searched(headline: str, sentence: str, title: str | None, actors: Iterable[str]) -> str:
    """The words by which people find a claim, folded."""
    return fold(" ".join((headline, sentence, title or "", *actors)))


def _words_of(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())
