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

from extract.dates import letters as L
from extract.dates.expression import LAST, NEXT, THIS, WEEK_AFTER, System
from extract.dates.interval import Grain, Mod
from extract.dates.named_days import named_days
from extract.dates.pack import Pack, load_pack
from extract.dates.trie import trie_pattern
from extract.dates.vocabulary import LANGUAGE_CODE, UNDETERMINED, Vocabulary, tidy, vocabulary
from extract.errors import LanguageError

Value = int | str | Grain | Mod | System | tuple[object, ...] | None

SHORTEST_SURE_NAME = 4
"""Names of months and weekdays under four letters ("sun", "mar") are other words too often to stand alone."""

NAMES = frozenset((L.MONTH, L.WEEKDAY, L.OFFSET))

SEASON_ORDER = ("SP", "SU", "FA", "WI")

ZONES = ("gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "eet", "eest", "bst", "msk")
"""Time zones' names, which are the same in all languages; they move no day and are passed over."""

ERAS: Mapping[str, System | int] = {"BCE": -1, "CE": 1, "AH": System.HIJRI, "SH": System.SOLAR_HIJRI}


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
    written: Mapping[str, Mapping[str, tuple[Reading, ...]]]
    """Of words that differ in their accents alone, what each form means: Greek χρόνια are years, χρονιά is one."""
    capitalised: frozenset[str]
    abbreviations: frozenset[str]
    """Names of months and weekdays that a longer name of the same one begins with."""
    pattern: re.Pattern[str]
    """Finds words and numbers in folded text: group `word`, or one of those that `lex.py` reads."""
    joiners: Mapping[str, str]
    """What may stand between the parts of a date, to its letter."""
    company: Mapping[str, frozenset[str]]
    """Words that make a doubtful token a date, by the token's kind."""
    length_suffixes: Mapping[str, Grain]
    of_event: frozenset[str]
    before_event: frozenset[str]
    articles: frozenset[str]
    written_articles: frozenset[str]
    """The same, not folded."""
    name_before: frozenset[str]
    name_after: frozenset[str]
    """Words beside a date that make it a name."""
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
            readings[word].append(_latent_where_short(word, reading, latent, pack))
    own = list(_own(pack))
    _refuse_the_unknown(pack)
    _refuse_the_supplied(pack, [(key, word) for key, _, word, reading in own if (word, reading) in supplied])
    forms: defaultdict[str, defaultdict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for _, written, word, reading in own:
        known_as = _latent_where_short(word, reading, latent, pack)
        readings[word].append(known_as)
        forms[word][written.lower()].append(known_as)
    for letter, table in ((L.PLURAL_UNIT, pack.plurals), (L.DEFINITE_UNIT, pack.definite)):
        _reread_units(readings, table, letter)
    for zone in ZONES:
        readings.setdefault(zone, [Reading(L.ZONE, zone)])
    return Lexicon(
        language=pack.code,
        order=pack.order or known.order or "DMY",
        readings={word: tuple(sorted(set(found), key=_likeliest)) for word, found in readings.items()},
        written=_told_apart(forms),
        capitalised=frozenset(tidy(word) for word in pack.capitalised),
        abbreviations=_abbreviations(readings),
        pattern=_pattern(readings, pack),
        joiners=_joiners(pack),
        company={kind: frozenset(map(tidy, words)) for kind, words in pack.company},
        length_suffixes={tidy(suffix): grain for grain, listed in pack.length_suffixes.items() for suffix in listed},
        of_event=frozenset(map(tidy, pack.counting.of_event)),
        before_event=frozenset(map(tidy, pack.counting.before_event)),
        articles=frozenset(map(tidy, pack.joiners.articles)),
        written_articles=frozenset(word.lower() for word in pack.joiners.articles),
        name_before=frozenset(map(tidy, pack.names.before)),
        name_after=frozenset(map(tidy, pack.names.after)),
        month_first=pack.month_first,
        pack=pack,
    )


def _likeliest(reading: Reading) -> tuple[bool, str]:
    """Names before numbers, as a capital tells them; else any fixed order."""
    return reading.letter not in NAMES, repr(reading)


def _refuse_the_unknown(pack: Pack) -> None:
    unknown = sorted(pack.holidays.keys() - named_days().keys())
    if unknown:
        raise LanguageError(f"{pack.code}.toml: holidays.{unknown[0]}: named_days.toml has no such day")


def _refuse_the_supplied(pack: Pack, entries: list[tuple[str, str]]) -> None:
    if entries:
        listed = ", ".join(f"{word} ({key})" for key, word in entries)
        raise LanguageError(f"{pack.code}.toml: already supplied by Babel or dateparser, take them out: {listed}")


def _supplied(known: Vocabulary) -> Iterator[tuple[str, Reading]]:
    tables: tuple[tuple[str, Mapping[str, Value]], ...] = (
        (L.MONTH, known.months),
        (L.WEEKDAY, known.weekdays),
        (L.UNIT, known.units),
        (L.OFFSET, known.offsets),
        (L.NUMBER, known.numbers),
    )
    for letter, table in tables:
        yield from ((word, Reading(letter, value)) for word, value in table.items())


def _told_apart(forms: Mapping[str, Mapping[str, list[Reading]]]) -> dict[str, dict[str, tuple[Reading, ...]]]:
    return {
        word: {form: tuple(found) for form, found in by_form.items()}
        for word, by_form in forms.items()
        if len({frozenset(found) for found in by_form.values()}) > 1
    }


def _own(pack: Pack) -> Iterator[tuple[str, str, str, Reading]]:
    """Key, form as written, word and reading of every entry of the language's file."""
    counting, directions = pack.counting, pack.directions
    tables: tuple[tuple[str, str, Iterable[tuple[Value, list[str]]]], ...] = (
        ("months", L.MONTH, pack.months.items()),
        ("weekdays", L.WEEKDAY, ((number - 1, words) for number, words in pack.weekdays.items())),
        ("seasons", L.SEASON, ((SEASON_ORDER.index(season), words) for season, words in pack.seasons.items())),
        ("hijri_months", L.OTHER_MONTH, (((System.HIJRI, n), words) for n, words in pack.hijri_months.items())),
        ("solar_months", L.OTHER_MONTH, (((System.SOLAR_HIJRI, n), words) for n, words in pack.solar_months.items())),
        ("holidays", L.HOLIDAY, pack.holidays.items()),
        ("eras", L.ERA, ((ERAS[era], words) for era, words in pack.eras.items())),
        ("units", L.UNIT, pack.units.items()),
        ("plurals", L.PLURAL_UNIT, pack.plurals.items()),
        ("definite", L.DEFINITE_UNIT, pack.definite.items()),
        ("duals", L.DUAL_UNIT, pack.duals.items()),
        ("marks.year", L.YEAR_MARK, [("", pack.marks.year)]),
        ("marks.month", L.MONTH_MARK, [("", pack.marks.month)]),
        ("marks.day", L.DAY_MARK, [("", pack.marks.day)]),
        ("edges", L.EDGE, pack.edges.items()),
        ("vague", L.VAGUE, pack.vague.items()),
        ("sets", L.SET, pack.sets.items()),
        ("parts", L.PART_OF_DAY, pack.parts.items()),
        ("meridiem", L.MERIDIEM, pack.meridiem.items()),
        ("oclock", L.HOUR_MARK, [("", pack.oclock)]),
        ("numbers", L.NUMBER, ((number, [word]) for word, number in pack.numbers.items())),
        ("ordinals", L.ORDINAL, ((number, [word]) for word, number in pack.ordinals.items())),
        ("decades", L.DECADE_NUMBER, ((1900 + years, words) for years, words in pack.decades.items())),
        ("quantities", L.QUANTITY, [("", pack.quantities)]),
        ("approximate.before", L.LOOSE_BEFORE, [("", pack.approximate.before)]),
        ("approximate.after", L.LOOSE_AFTER, [("", pack.approximate.after)]),
        ("approximate.bounds", L.BOUND, [("", pack.approximate.bounds)]),
        ("approximate.within", L.SOMEWHERE, [("", pack.approximate.within)]),
        ("fillers", L.FILLER, [("", pack.fillers)]),
        ("directions.last", L.DIRECTION, [(LAST, directions.last)]),
        ("directions.this", L.DIRECTION, [(THIS, directions.this)]),
        ("directions.next", L.DIRECTION, [(NEXT, directions.next)]),
        ("directions.week_after", L.DIRECTION, [(WEEK_AFTER, directions.week_after)]),
        ("directions.told_last", L.TOLD, [(LAST, directions.told_last)]),
        ("directions.told_this", L.TOLD, [(THIS, directions.told_this)]),
        ("directions.told_unit", L.TOLD_UNIT, [(THIS, directions.told_unit)]),
        ("directions.told_next", L.TOLD, [(NEXT, directions.told_next)]),
        ("repeats", L.REPEAT, [("", pack.repeats)]),
        ("traps", L.TRAP, [("", pack.traps)]),
        ("counting.past_before", L.AGO_BEFORE, [("", counting.past_before)]),
        ("counting.past_after", L.AGO_AFTER, [("", counting.past_after)]),
        ("counting.future_before", L.AHEAD_BEFORE, [("", counting.future_before)]),
        ("counting.future_after", L.AHEAD_AFTER, [("", counting.future_after)]),
        ("counting.later_before", L.LATER_BEFORE, [("", counting.later_before)]),
        ("counting.later_after", L.LATER_AFTER, [("", counting.later_after)]),
        ("counting.earlier_before", L.EARLIER_BEFORE, [("", counting.earlier_before)]),
        ("counting.earlier_after", L.EARLIER_AFTER, [("", counting.earlier_after)]),
        ("counting.since_date", L.SINCE_DATE, [("", counting.since_date)]),
    )
    for key, letter, entries in tables:
        for value, words in entries:
            yield from ((key, word, tidy(word), Reading(letter, value)) for word in words)
    for grain, counted in pack.lengths.items():
        for count, words in counted.items():
            yield from (("lengths", word, tidy(word), Reading(L.LENGTH_WORD, (count, grain))) for word in words)
    for phrase, offset in pack.offsets.items():
        for grain, count in offset.items():
            yield "offsets", phrase, tidy(phrase), Reading(L.OFFSET, (count, grain))
    for phrase, offset in pack.told_offsets.items():
        for grain, count in offset.items():
            yield "told_offsets", phrase, tidy(phrase), Reading(L.TOLD_PHRASE, (count, grain))
    for phrase, moment in pack.moments.items():
        yield "moments", phrase, tidy(phrase), Reading(L.MOMENT, (moment.day, moment.part))


def _latent_where_short(word: str, reading: Reading, latent: set[str], pack: Pack) -> Reading:
    short = pack.spaced and len(word) < SHORTEST_SURE_NAME and reading.letter != L.VAGUE
    if reading.letter in L.LATENT and (word in latent or short):
        return Reading(L.LATENT[reading.letter], reading.value)
    return reading


def _reread_units(readings: defaultdict[str, list[Reading]], table: Mapping[Grain, list[str]], letter: str) -> None:
    """Let a word that the file lists as a plural or a definite form be no plain unit, whoever else lists it."""
    for grain, words in table.items():
        for word in map(tidy, words):
            others = [reading for reading in readings[word] if reading.letter != L.UNIT]
            readings[word] = [*others, Reading(letter, grain)]


def _abbreviations(readings: Mapping[str, list[Reading]]) -> frozenset[str]:
    letters = {L.MONTH, L.WEEKDAY, L.LATENT[L.MONTH], L.LATENT[L.WEEKDAY]}
    names = [
        (word, reading.letter.upper(), reading.value)
        for word, found in readings.items()
        for reading in found
        if reading.letter in letters
    ]
    return frozenset(
        word
        for word, *meaning in names
        if any(other != word and other.startswith(word) and same == meaning for other, *same in names)
    )


def _joiners(pack: Pack) -> dict[str, str]:
    joiners = {"": "", ",": ",", "/": "/", ".": ".", "،": ",", "、": ",", "-": L.HYPHEN}
    words = pack.joiners
    for letter, listed in (
        (L.LIST, words.lists),
        (L.RANGE, words.ranges),
        (L.PLACE, words.places),
        (L.ARTICLE, words.articles),
        ("'", words.possessive),
        (L.OF, words.of),
    ):
        joiners |= {tidy(word): letter for word in listed}
    return joiners


def _pattern(readings: Mapping[str, list[Reading]], pack: Pack) -> re.Pattern[str]:
    words = trie_pattern(readings)
    before = f"(?:{_either(pack.proclitics)})?"
    ordinal = _either(pack.ordinal_suffixes)
    decade = _either(pack.decade_suffixes)
    opens, closes = (r"(?<!\w)", r"(?!\w)") if pack.spaced else ("", "")
    letter = r"\w" if pack.spaced else r"[a-z\d_]"
    roman = rf"|(?<!\w)(?P<roman>[ivx]{{1,6}})(?:{ordinal})?(?!\w)" if pack.roman else ""
    return re.compile(
        rf"{opens}{before}(?P<word>{words}){closes}{roman}"
        rf"|(?<!{letter})(?<!\d[.,:/])(?<![^\W\d]-)(?<![$€£#]){before}(?:"
        rf"(?P<iso>\d{{4}}-\d\d?-\d\d?)(?=t\d|(?!{letter}|-\w)|-?$)"
        rf"|(?P<numeric>\d{{1,2}}(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{4}})(?!{letter}|/)"
        rf"|(?P<brief>\d{{1,2}}(?P<sep2>[./-])\d{{1,2}}(?P=sep2)\d\d)(?!{letter}|[/:-]|[.,]\d)"
        rf"|(?P<clock>(?:[01]?\d|2[0-4])[:h][0-5]\d)(?::[0-5]\d)?(?!{letter}|:|[.,]\d)"
        rf"|(?P<pair>\d\d?\s?/\s?\d\d?|\d\d?\.\d\d?(?=\.)|\d\d?[./-]\d{{4}}|\d{{4}}-0[1-9]|(?<![^\n])\d{{4}}-1[0-2](?![^\n]))(?!{letter}|[/%:-]|[.,]\d|\.-)"
        rf"|(?P<compound>\d{{1,3}}(?:[ -]?(?:{_either(_suffixes(pack))})))(?!{letter})"
        r"|(?P<quarter>(?:\d\d)?[qh][1-4])(?!\w)"
        rf"|(?P<decade>\d{{3}}0(?:{decade}))(?!{letter})"
        rf"|(?P<thousands>\d{{1,3}}(?:[,.]\d{{3}})+)(?!{letter}|[.,]?\d)"
        rf"|(?P<number>\d{{1,4}})(?P<ordinal>{ordinal})?(?!{letter}|[%€$£°]|[.,:/]\d)"
        rf"|(?P<short>'\d\d)(?P<shortdecade>{decade})?(?!{letter}))"
    )


def _suffixes(pack: Pack) -> list[str]:
    return [suffix for listed in pack.length_suffixes.values() for suffix in listed]


def _either(parts: Iterable[str]) -> str:
    """A pattern for any of the parts, the longest first; one that never matches where there are none."""
    return "|".join(sorted((re.escape(tidy(part)) for part in parts), key=len, reverse=True)) or "(?!)"
