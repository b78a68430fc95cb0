"""All words of a language that can belong to a date, each with what it can be there.

Joined from Babel, dateparser and the language's own file. A word is a *class* (one letter, so that a run of words can
be matched by a pattern over letters) and a value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from extract.dates.expression import LAST, NEXT, THIS
from extract.dates.interval import Grain, Mod
from extract.dates.pack import Pack, load_pack
from extract.dates.trie import trie_pattern
from extract.dates.vocabulary import LANGUAGE_CODE, UNDETERMINED, Vocabulary, tidy, vocabulary
from extract.errors import LanguageError

Value = int | str | Grain | Mod | tuple[int, Grain]

MONTH: Final = "M"
WEEKDAY: Final = "W"
SEASON: Final = "S"
UNIT: Final = "U"
PLURAL_UNIT: Final = "u"
DUAL_UNIT: Final = "G"
OFFSET: Final = "X"
DIRECTION: Final = "L"
EDGE: Final = "E"
NUMBER: Final = "C"
ORDINAL: Final = "O"
VAGUE: Final = "V"
AGO_BEFORE: Final = "B"
AGO_AFTER: Final = "A"
AHEAD_BEFORE: Final = "I"
AHEAD_AFTER: Final = "F"
LATER_BEFORE: Final = "K"
LATER_AFTER: Final = "H"
EARLIER_AFTER: Final = "R"
DEFINITE_UNIT: Final = "d"
TOLD: Final = "J"
REPEAT: Final = "e"
TRAP: Final = "t"
LATENT: Final = {MONTH: "m", WEEKDAY: "w", SEASON: "s"}
"""Classes of the words that are dates only in company."""

SHORTEST_SURE_NAME = 4
"""Names of months and weekdays under four letters ("sun", "mar") are other words too often to stand alone."""

SEASON_ORDER = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a word can be in a date."""

    letter: str
    value: Value


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language and what else its dates need."""

    language: str
    order: str
    """Order of numeric dates: DMY, MDY or YMD."""
    readings: Mapping[str, tuple[Reading, ...]]
    capitalised: frozenset[str]
    abbreviations: frozenset[str]
    """Names of months that a longer name of the same month begins with."""
    pattern: re.Pattern[str]
    """Finds words and numbers in folded text: groups `word`, or `iso`, `numeric`, `decade`, `number` and `short`."""
    joiners: Mapping[str, str]
    """What may stand between the parts of a date, to its letter."""
    month_company: frozenset[str]
    year_company: frozenset[str]
    of_event: frozenset[str]
    before_event: frozenset[str]
    month_first: bool
    pack: Pack


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; of the numeric forms alone where nothing is known of it.

    Raises LanguageError where the language's own file is broken.
    """
    known = vocabulary(language)
    pack = load_pack(language) or Pack(code=language if LANGUAGE_CODE.fullmatch(language) else UNDETERMINED)
    return build(known, pack)


def build(known: Vocabulary, pack: Pack) -> Lexicon:
    """Joins what is known of a language with its own file. Raises LanguageError for a word that is already supplied."""
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    dropped = {tidy(word) for word in pack.drop}
    latent = {tidy(word) for word in pack.latent}
    supplied = set(_supplied(known))
    for word, reading in supplied:
        if word and word not in dropped:
            readings[word].append(_latent_where_short(word, reading, latent))
    own = list(_own(pack))
    _refuse_the_supplied(pack, [(key, word) for key, word, reading in own if (word, reading) in supplied])
    for _, word, reading in own:
        readings[word].append(_latent_where_short(word, reading, latent))
    for letter, table in ((PLURAL_UNIT, pack.plurals), (DEFINITE_UNIT, pack.definite)):
        _reread_units(readings, table, letter)
    return Lexicon(
        language=pack.code,
        order=pack.order or known.order or "DMY",
        readings={word: tuple(sorted(set(found), key=repr)) for word, found in readings.items()},
        capitalised=frozenset(tidy(word) for word in pack.capitalised),
        abbreviations=_abbreviations(readings),
        pattern=_pattern(readings, pack),
        joiners=_joiners(pack),
        month_company=frozenset(map(tidy, pack.company.months)),
        year_company=frozenset(map(tidy, pack.company.years)),
        of_event=frozenset(map(tidy, pack.counting.of_event)),
        before_event=frozenset(map(tidy, pack.counting.before_event)),
        month_first=pack.month_first,
        pack=pack,
    )


def _refuse_the_supplied(pack: Pack, entries: list[tuple[str, str]]) -> None:
    if entries:
        listed = ", ".join(f"{word} ({key})" for key, word in entries)
        raise LanguageError(f"{pack.code}.toml: already supplied by Babel or dateparser, take them out: {listed}")


def _supplied(known: Vocabulary) -> Iterator[tuple[str, Reading]]:
    tables: tuple[tuple[str, Mapping[str, Value]], ...] = (
        (MONTH, known.months),
        (WEEKDAY, known.weekdays),
        (UNIT, known.units),
        (OFFSET, known.offsets),
        (NUMBER, known.numbers),
    )
    for letter, table in tables:
        yield from ((word, Reading(letter, value)) for word, value in table.items())


def _own(pack: Pack) -> Iterator[tuple[str, str, Reading]]:
    """Key, word and reading of every entry of the language's file."""
    counting = pack.counting
    tables: tuple[tuple[str, str, Iterable[tuple[Value, list[str]]]], ...] = (
        ("months", MONTH, pack.months.items()),
        ("weekdays", WEEKDAY, ((number - 1, words) for number, words in pack.weekdays.items())),
        ("seasons", SEASON, ((SEASON_ORDER.index(season), words) for season, words in pack.seasons.items())),
        ("units", UNIT, pack.units.items()),
        ("duals", DUAL_UNIT, pack.duals.items()),
        ("edges", EDGE, pack.edges.items()),
        ("vague", VAGUE, pack.vague.items()),
        ("numbers", NUMBER, ((number, [word]) for word, number in pack.numbers.items())),
        ("ordinals", ORDINAL, ((number, [word]) for word, number in pack.ordinals.items())),
        ("directions.last", DIRECTION, [(LAST, pack.directions.last)]),
        ("directions.this", DIRECTION, [(THIS, pack.directions.this)]),
        ("directions.next", DIRECTION, [(NEXT, pack.directions.next)]),
        ("directions.told", TOLD, [("", pack.directions.told)]),
        ("repeats", REPEAT, [("", pack.repeats)]),
        ("traps", TRAP, [("", pack.traps)]),
        ("counting.past_before", AGO_BEFORE, [("", counting.past_before)]),
        ("counting.past_after", AGO_AFTER, [("", counting.past_after)]),
        ("counting.future_before", AHEAD_BEFORE, [("", counting.future_before)]),
        ("counting.future_after", AHEAD_AFTER, [("", counting.future_after)]),
        ("counting.later_before", LATER_BEFORE, [("", counting.later_before)]),
        ("counting.later_after", LATER_AFTER, [("", counting.later_after)]),
        ("counting.earlier_after", EARLIER_AFTER, [("", counting.earlier_after)]),
    )
    for key, letter, entries in tables:
        for value, words in entries:
            yield from ((key, tidy(word), Reading(letter, value)) for word in words)
    for phrase, offset in pack.offsets.items():
        for grain, count in offset.items():
            yield "offsets", tidy(phrase), Reading(OFFSET, (count, grain))


def _latent_where_short(word: str, reading: Reading, latent: set[str]) -> Reading:
    if reading.letter in LATENT and (word in latent or len(word) < SHORTEST_SURE_NAME):
        return Reading(LATENT[reading.letter], reading.value)
    return reading


def _reread_units(readings: defaultdict[str, list[Reading]], table: Mapping[Grain, list[str]], letter: str) -> None:
    for grain, words in table.items():
        for word in map(tidy, words):
            others = [reading for reading in readings[word] if reading.letter != UNIT]
            readings[word] = [*others, Reading(letter, grain)]


def _abbreviations(readings: Mapping[str, list[Reading]]) -> frozenset[str]:
    months = [
        (word, reading.value)
        for word, found in readings.items()
        for reading in found
        if reading.letter in (MONTH, LATENT[MONTH])
    ]
    return frozenset(
        word
        for word, month in months
        if any(other != word and other.startswith(word) and same == month for other, same in months)
    )


def _joiners(pack: Pack) -> dict[str, str]:
    joiners = {"": "", ",": ",", "/": "/", ".": ".", "،": ","}
    joiners |= {tidy(word): "T" for word in pack.joiners.articles}
    joiners |= {tidy(word): "'" for word in pack.joiners.possessive}
    return joiners | {tidy(word): "P" for word in pack.joiners.of}


def _pattern(readings: Mapping[str, list[Reading]], pack: Pack) -> re.Pattern[str]:
    words = trie_pattern(readings)
    before = f"(?:{_either(pack.proclitics)})?"
    ordinal = _either(pack.ordinal_suffixes)
    decade = _either(pack.decade_suffixes)
    return re.compile(
        rf"(?<!\w){before}(?P<word>{words})(?!\w)"
        rf"|(?<![\w])(?<!\d[.,:/])(?<![^\W\d]-)(?<![$€£#]){before}(?:"
        r"(?P<iso>\d{4}-\d\d-\d\d)(?=t\d|[^\w-]|-?$)"
        r"|(?P<numeric>\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)\d{4})(?![\w/])"
        rf"|(?P<decade>\d{{3}}0(?:{decade}))(?!\w)"
        rf"|(?P<number>\d{{1,4}})(?P<ordinal>{ordinal})?(?![\w%€$£°]|[.,:/]\d)"
        r"|(?P<short>'\d\d)(?!\w))"
    )


def _either(parts: Iterable[str]) -> str:
    """A pattern for any of the parts, the longest first; one that never matches where there are none."""
    return "|".join(sorted((re.escape(tidy(part)) for part in parts), key=len, reverse=True)) or "(?!)"
