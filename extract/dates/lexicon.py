"""All words of a language that can belong to a date, each with what it can be there.

Joined from Babel, dateparser and the language's own file. A word is a *class* (one letter, so that a run of words can
be matched by a pattern over letters) and a value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.dates import letters
from extract.dates.entries import BOUNDS, Reading, Value, entries
from extract.dates.expression import System
from extract.dates.finder import ZONES, ending_in, finder
from extract.dates.interval import Grain, Mod
from extract.dates.named_days import named_days
from extract.dates.pack import Pack, load_pack
from extract.dates.vocabulary import LANGUAGE_CODE, UNDETERMINED, Vocabulary, tidy, vocabulary
from extract.errors import LanguageError

SHORTEST_SURE_NAME = 4
"""Names of months and weekdays under four letters ("sun", "mar") are other words too often to stand alone."""

NAMED = frozenset((letters.MONTH, letters.WEEKDAY, letters.LATENT[letters.MONTH], letters.LATENT[letters.WEEKDAY]))
NAMES = frozenset((letters.MONTH, letters.WEEKDAY, letters.OFFSET, letters.YEAR_MARK))


OTHER_SYSTEMS: Mapping[str, System] = {"AH": System.HIJRI, "SH": System.SOLAR_HIJRI}


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
    given_names: frozenset[str]
    dates_after: frozenset[str]
    abbreviations: frozenset[str]
    """Names of months and weekdays that a longer name of the same one begins with."""
    pattern: re.Pattern[str]
    """Finds words and numbers in folded text: group `word`, or one of those that `lex.py` reads."""
    joiners: Mapping[str, str]
    """What may stand between the parts of a date, to its letter."""
    of_words: frozenset[str]
    company: Mapping[str, frozenset[str]]
    """Words that make a doubtful token a date, by the token's kind."""
    length_suffixes: Mapping[str, Grain]
    counting: Mapping[str, frozenset[str]]
    """Words that count from now or from an event, by their key in the language's file."""
    between: frozenset[str]
    articles: frozenset[str]
    written_articles: frozenset[str]
    """The same, not folded."""
    name_before: frozenset[str]
    name_after: frozenset[str]
    """Words beside a date that make it a name."""
    bounds: tuple[tuple[Mod, re.Pattern[str]], ...]
    """What, right before a date, says that something lies before or after it."""
    own_years: tuple[tuple[System, tuple[int, int]], ...]
    """Years that, without their era, are counted in another calendar."""
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
    own = list(entries(pack))
    _refuse_the_unknown(pack)
    _refuse_the_supplied(pack, [(key, word) for key, _, word, reading in own if (word, reading) in supplied])
    forms: defaultdict[str, defaultdict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for _, written, word, reading in own:
        known_as = _latent_where_short(word, reading, latent, pack)
        readings[word].append(known_as)
        forms[word][written.lower()].append(known_as)
    for letter, table in ((letters.PLURAL_UNIT, pack.plurals), (letters.DEFINITE_UNIT, pack.definite)):
        _reread_units(readings, table, letter)
    for zone in ZONES:
        readings.setdefault(zone, [Reading(letters.ZONE, zone)])
    return Lexicon(
        language=pack.code,
        order=pack.order or known.order or "DMY",
        readings={word: tuple(sorted(set(found), key=_likeliest)) for word, found in readings.items()},
        written=_told_apart(forms),
        capitalised=frozenset(tidy(word) for word in pack.capitalised),
        given_names=frozenset(map(tidy, pack.given_names)),
        dates_after=frozenset(map(tidy, pack.dates_after)),
        abbreviations=_abbreviations(readings),
        pattern=finder(readings, _having(readings, letters.MONTHS), _having(readings, letters.UNITS), pack),
        joiners=_joiners(pack),
        of_words=frozenset(map(tidy, pack.joiners.of)),
        company={kind: frozenset(map(tidy, words)) for kind, words in pack.company},
        length_suffixes={tidy(suffix): grain for grain, listed in pack.length_suffixes.items() for suffix in listed},
        counting={key: frozenset(map(tidy, words)) for key, words in pack.counting},
        between=frozenset(map(tidy, pack.joiners.between)),
        articles=frozenset(map(tidy, pack.joiners.articles)),
        written_articles=frozenset(word.lower() for word in pack.joiners.articles),
        name_before=frozenset(map(tidy, pack.names.before)),
        name_after=frozenset(map(tidy, pack.names.after)),
        bounds=tuple((mod, ending_in(pack.edges[mod], pack)) for mod in sorted(BOUNDS & pack.edges.keys())),
        own_years=tuple((OTHER_SYSTEMS[era], years) for era, years in pack.years.items()),
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
        (letters.MONTH, known.months),
        (letters.WEEKDAY, known.weekdays),
        (letters.UNIT, known.units),
        (letters.OFFSET, known.offsets),
        (letters.NUMBER, known.numbers),
    )
    for letter, table in tables:
        yield from ((word, Reading(letter, value)) for word, value in table.items())


def _told_apart(forms: Mapping[str, Mapping[str, list[Reading]]]) -> dict[str, dict[str, tuple[Reading, ...]]]:
    return {
        word: {form: tuple(found) for form, found in by_form.items()}
        for word, by_form in forms.items()
        if len({frozenset(found) for found in by_form.values()}) > 1
    }


def _latent_where_short(word: str, reading: Reading, latent: set[str], pack: Pack) -> Reading:
    sure = set(map(tidy, pack.sure))
    short = (
        not pack.unspaced and word not in sure and len(word) < SHORTEST_SURE_NAME and reading.letter != letters.VAGUE
    )
    if reading.letter in letters.LATENT and (word in latent or short):
        return Reading(letters.LATENT[reading.letter], reading.value)
    return reading


def _reread_units(readings: defaultdict[str, list[Reading]], table: Mapping[Grain, list[str]], letter: str) -> None:
    """Let a word that the file lists as a plural or a definite form be no plain unit, whoever else lists it."""
    for grain, words in table.items():
        for word in map(tidy, words):
            others = [reading for reading in readings[word] if reading.letter != letters.UNIT]
            readings[word] = [*others, Reading(letter, grain)]


def _having(readings: Mapping[str, list[Reading]], wanted: frozenset[str]) -> list[str]:
    """Words of which at least one reading has one of the letters."""
    return [word for word, found in readings.items() if any(reading.letter in wanted for reading in found)]


def _abbreviations(readings: Mapping[str, list[Reading]]) -> frozenset[str]:
    names = [
        (word, reading.letter.upper(), reading.value)
        for word, found in readings.items()
        for reading in found
        if reading.letter in NAMED
    ]
    return frozenset(
        word
        for word, *meaning in names
        if any(other != word and other.startswith(word) and same == meaning for other, *same in names)
    )


def _joiners(pack: Pack) -> dict[str, str]:
    joiners = {"": "", ",": ",", "/": "/", ".": ".", "،": ",", "、": ",", "-": letters.HYPHEN}
    words = pack.joiners
    for letter, listed in (
        (letters.LIST, words.lists),
        (letters.RANGE, words.ranges),
        (letters.PLACE, words.places),
        (letters.ARTICLE, words.articles),
        ("'", words.possessive),
        (letters.OF, words.of),
    ):
        joiners |= {tidy(word): letter for word in listed}
    return joiners
