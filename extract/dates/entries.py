"""What each word of a language's file can be in a date: its letter and value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extract.dates import letters
from extract.dates.expression import LAST, NEXT, THIS, WEEK_AFTER, System
from extract.dates.interval import Grain, Mod
from extract.dates.pack import Pack
from extract.dates.vocabulary import tidy

Value = int | float | str | Grain | Mod | System | tuple[object, ...] | None

PERIOD, SAME_PERIOD = "period", "same period"
"""Values of fillers that stand for a part of a year."""

SEASON_ORDER = ("SP", "SU", "FA", "WI")

BOUNDS = frozenset((Mod.BEFORE, Mod.AFTER))
"""Mods whose words stand before a date and do not belong to it."""


ERAS: Mapping[str, System | int] = {"BCE": -1, "CE": 1, "AH": System.HIJRI, "SH": System.SOLAR_HIJRI}


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a word can be in a date."""

    letter: str
    value: Value


Table = tuple[str, str, Iterable[tuple[Value, list[str]]]]
"""A key of a language's file, the letter of its words, and the words by value."""


def entries(pack: Pack) -> Iterator[tuple[str, str, str, Reading]]:
    """Key, form as written, word and reading of every entry of the language's file."""
    for key, letter, entries in (*_names(pack), *_counts(pack)):
        for value, words in entries:
            yield from ((key, word, tidy(word), Reading(letter, value)) for word in words)
    for grain, counted in pack.lengths.items():
        for count, words in counted.items():
            yield from (("lengths", word, tidy(word), Reading(letters.LENGTH_WORD, (count, grain))) for word in words)
    for key, letter, offsets in (
        ("offsets", letters.OFFSET, pack.offsets),
        ("told_offsets", letters.TOLD_PHRASE, pack.told_offsets),
    ):
        for phrase, offset in offsets.items():
            yield from ((key, phrase, tidy(phrase), Reading(letter, (count, grain))) for grain, count in offset.items())
    for mod, by_grain in pack.edge_words.items():
        for grain, words in by_grain.items():
            yield from (("edge_words", word, tidy(word), Reading(letters.EDGE_WORD, (mod, grain))) for word in words)
    for phrase, moment in pack.moments.items():
        yield "moments", phrase, tidy(phrase), Reading(letters.MOMENT, (moment.day, moment.part))


def _names(pack: Pack) -> tuple[Table, ...]:
    """What names a part of the calendar or of the day."""
    return (
        ("months", letters.MONTH, pack.months.items()),
        ("weekdays", letters.WEEKDAY, ((number - 1, words) for number, words in pack.weekdays.items())),
        ("weekday_plurals", letters.WEEKDAY_PLURAL, ((n - 1, words) for n, words in pack.weekday_plurals.items())),
        ("seasons", letters.SEASON, ((SEASON_ORDER.index(season), words) for season, words in pack.seasons.items())),
        ("hijri_months", letters.OTHER_MONTH, (((System.HIJRI, n), words) for n, words in pack.hijri_months.items())),
        ("solar_months", letters.OTHER_MONTH, (((System.SOLAR_HIJRI, n), w) for n, w in pack.solar_months.items())),
        ("holidays", letters.HOLIDAY, pack.holidays.items()),
        ("eras", letters.ERA, ((ERAS[era], words) for era, words in pack.eras.items())),
        ("units", letters.UNIT, pack.units.items()),
        ("plurals", letters.PLURAL_UNIT, pack.plurals.items()),
        ("definite", letters.DEFINITE_UNIT, pack.definite.items()),
        ("duals", letters.DUAL_UNIT, pack.duals.items()),
        ("marks.year", letters.YEAR_MARK, [("", pack.marks.year)]),
        ("marks.month", letters.MONTH_MARK, [("", pack.marks.month)]),
        ("marks.day", letters.DAY_MARK, [("", pack.marks.day)]),
        ("edges", letters.EDGE, ((mod, words) for mod, words in pack.edges.items() if mod not in BOUNDS)),
        ("vague", letters.VAGUE, pack.vague.items()),
        ("sets", letters.SET, pack.sets.items()),
        ("parts", letters.PART_OF_DAY, pack.parts.items()),
        ("meridiem", letters.MERIDIEM, pack.meridiem.items()),
        ("oclock", letters.HOUR_MARK, [("", pack.oclock)]),
    )


def _counts(pack: Pack) -> tuple[Table, ...]:
    """What counts, directs or repeats."""
    counting, directions = pack.counting, pack.directions
    return (
        ("numbers", letters.NUMBER, ((number, [word]) for word, number in pack.numbers.items())),
        ("ordinals", letters.ORDINAL, ((number, [word]) for word, number in pack.ordinals.items())),
        ("decades", letters.DECADE_NUMBER, ((1900 + years, words) for years, words in pack.decades.items())),
        ("halves", letters.HALF_MORE, [("", [*pack.halves, *pack.halves_after])]),
        ("quantities", letters.QUANTITY, [("", pack.quantities)]),
        ("approximate.before", letters.LOOSE_BEFORE, [("", pack.approximate.before)]),
        ("approximate.after", letters.LOOSE_AFTER, [("", pack.approximate.after)]),
        ("approximate.bounds", letters.BOUND, [("", pack.approximate.bounds)]),
        ("approximate.within", letters.SOMEWHERE, [("", pack.approximate.within)]),
        ("fillers", letters.FILLER, [("", pack.fillers)]),
        ("periods", letters.FILLER, [(PERIOD, pack.periods)]),
        ("same_periods", letters.FILLER, [(SAME_PERIOD, pack.same_periods)]),
        ("directions.last", letters.DIRECTION, [(LAST, directions.last)]),
        ("directions.last_unit", letters.UNIT_DIRECTION, [(LAST, directions.last_unit)]),
        ("directions.this", letters.DIRECTION, [(THIS, directions.this)]),
        ("directions.next", letters.DIRECTION, [(NEXT, directions.next)]),
        ("directions.week_after", letters.DIRECTION, [(WEEK_AFTER, directions.week_after)]),
        ("directions.told_last", letters.TOLD, [(LAST, directions.told_last)]),
        ("directions.told_this", letters.TOLD, [(THIS, directions.told_this)]),
        ("directions.told_unit", letters.TOLD_UNIT, [(THIS, directions.told_unit)]),
        ("directions.told_next", letters.TOLD, [(NEXT, directions.told_next)]),
        ("repeats", letters.REPEAT, [("", pack.repeats)]),
        ("traps", letters.TRAP, [("", pack.traps)]),
        ("counting.past_before", letters.AGO_BEFORE, [("", counting.past_before)]),
        ("counting.past_after", letters.AGO_AFTER, [("", counting.past_after)]),
        ("counting.future_before", letters.AHEAD_BEFORE, [("", counting.future_before)]),
        ("counting.future_after", letters.AHEAD_AFTER, [("", counting.future_after)]),
        ("counting.later_before", letters.LATER_BEFORE, [("", counting.later_before)]),
        ("counting.later_after", letters.LATER_AFTER, [("", counting.later_after)]),
        ("counting.earlier_before", letters.EARLIER_BEFORE, [("", counting.earlier_before)]),
        ("counting.earlier_after", letters.EARLIER_AFTER, [("", counting.earlier_after)]),
        ("weeks_on", letters.WEEKS_ON, pack.weeks_on.items()),
        ("counting.since_date", letters.SINCE_DATE, [("", counting.since_date)]),
        ("counting.ended", letters.ENDED, [(LAST, counting.ended)]),
        ("counting.ending", letters.ENDED, [(None, counting.ending)]),
    )
