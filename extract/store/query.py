"""SQL that several modules share: lists as parameters, which dates are sure, the order of claims, words to search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


def is_sure(confidence: float, grain: Grain | None, mod: Mod | None, days: int) -> bool:
    """The same of a date whose interval has so many days, for rows that left the library."""
    longest = MOST_DAYS.get(grain, 0) if grain else 0
    return confidence >= SURE_CONFIDENCE and mod not in LOOSE_MODS and days <= longest


IN_ORDER = "start_day IS NULL, start_day, end_day, event_id"
"""Rows by time, undated ones last; the id makes the order the same on every run."""


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL for a WHERE over the view event_table, and its parameters in order."""

    sql: str
    parameters: tuple[object, ...] = ()

    def also(self, sql: str, *parameters: object) -> Condition:
        """Both conditions together."""
        return Condition(f"{self.sql} AND {sql}", (*self.parameters, *parameters))


def fts_expression(typed: str) -> str:
    """What people type, as FTS5 words that must all occur; text in quotes is a phrase, a last letter may be missing.

    Every word is quoted, so that no sign in it is read as FTS5's syntax. Empty where nothing can be searched for.
    """
    pieces = fold(typed).split('"')
    phrases = [phrase for piece in pieces[1::2] if (phrase := _words_of(piece))]
    words = [word for piece in pieces[0::2] for word in _words_of(piece).split()]
    return " AND ".join([*(f'"{phrase}"' for phrase in phrases), *(f'"{word}"*' for word in words)])


def searched(headline: str, sentence: str, title: str | None, actors: Iterable[str], note: str = "") -> str:
    """The words by which people find a claim, folded."""
    return fold(" ".join((headline, sentence, title or "", *actors, note)))


def _words_of(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())
