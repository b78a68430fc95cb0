"""A language's own file: what the calendar data of Babel and dateparser lack, checked on loading."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.dates.interval import Grain, Mod
from extract.dates.tables import (
    Approximate,
    Company,
    Counting,
    Cues,
    Directions,
    Example,
    Joiners,
    Marks,
    Moment,
    Names,
    PartOfDay,
    VagueValue,
    Words,
)
from extract.errors import LanguageError
from extract.text.fold import fold

Edge = Literal[Mod.START, Mod.MID, Mod.END]


class Pack(BaseModel):
    """All that a language's file may say.

    Words are lists. `months` go by number, 1 for January; `seasons` by TIMEX3's letters; `units`, `plurals`, `duals`
    and `definite` by grain; `edges` by TIMEX3's mods, START, MID and END; `vague` by TIMEX3's values. `numbers` and
    `ordinals` give each word its number; `offsets` each phrase its distance from now.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"^[a-z]{2,3}$")
    order: Literal["DMY", "MDY", "YMD"] | None = None
    article_belongs: bool = False
    """Whether the article belongs to every date's words, and not only to those that a unit heads."""
    cardinal_days: bool = False
    """Whether days are told by plain numbers in words: «due giugno»."""
    month_first: bool = False
    """Whether "January 17" is a way to write a date."""
    edges_follow: bool = False
    """Whether "end" and the like stand right after their unit: «yıl sonu»."""
    years: dict[Literal["AH", "SH"], tuple[int, int]] = {}
    """Years that, without their era, are counted in another calendar."""
    outer_first: bool = False
    """Whether the larger unit stands first: «ekim ayının ilk haftası»."""
    told_follows: bool = False
    """Whether "same", "last" and the like stand after what they tell of."""
    months: dict[int, Words] = {}
    weekdays: dict[int, Words] = {}
    """1 for Monday to 7 for Sunday, as in ISO 8601."""
    weekday_plurals: dict[int, Words] = {}
    seasons: dict[Literal["SP", "SU", "FA", "WI"], Words] = {}
    units: dict[Grain, Words] = {}
    plurals: dict[Grain, Words] = {}
    duals: dict[Grain, Words] = {}
    """Unit words that mean two of it."""
    definite: dict[Grain, Words] = {}
    """Unit words that hold their article: they count nothing by themselves."""
    offsets: dict[str, dict[Grain, int]] = {}
    """Counted from the time of writing."""
    told_offsets: dict[str, dict[Grain, int]] = {}
    """Counted from what the text has just told."""
    moments: dict[str, Moment] = {}
    names: Names = Names()
    parts: dict[PartOfDay, Words] = {}
    meridiem: dict[Literal["AM", "PM"], Words] = {}
    oclock: Words = []
    """What makes the number beside it an hour: "nine *o'clock*"."""
    holidays: dict[str, Words] = {}
    """Named days and seasons of the year, by the keys of `named_days.toml`."""
    hijri_months: dict[int, Words] = {}
    solar_months: dict[int, Words] = {}
    eras: dict[Literal["BCE", "CE", "AH", "SH"], Words] = {}
    """What counts years before or after Christ, or in the lunar or solar Hijri calendar."""
    directions: Directions = Directions()
    edges: dict[Mod, Words] = {}
    edge_words: dict[Edge, dict[Grain, Words]] = {}
    """An edge and its unit in one word: German »Jahresende«."""
    counting: Counting = Counting()
    weeks_on: dict[int, Words] = {}
    """What moves the weekday before it on by so many weeks: French « lundi *en huit* »."""
    numbers: dict[str, int | float] = {}
    """With halves where one word holds them: 2.5 for Greek «δυόμισι»."""
    halves: Words = []
    """What adds a half to the number before it, or to the unit: "two *and a half* years"."""
    halves_after: Words = []
    """What does so only after a unit and not before one: « deux ans *et demi* », but « et demi-heure »."""
    tens_multiply: bool = False
    """Whether three and ten together are thirty, and not thirteen."""
    ordinals: dict[str, int] = {}
    ordinal_suffixes: Words = []
    decade_suffixes: Words = []
    """What makes a year ending in 0 a decade: "the 1970*s*"."""
    decades: dict[int, Words] = {}
    """Names of decades by the years of their century: 90 for "the nineties"."""
    roman_suffixes: Words = []
    roman: bool = False
    """Whether centuries are counted in Roman numerals."""
    row_days: bool = False
    """Whether the word for today, with a number after it, is a day of a row: «اليوم الثالث»."""
    nouns_have_capitals: bool = False
    """Whether every noun has a capital: then a number before a small word counts nothing."""
    unspaced: bool = False
    """Whether words stand without spaces between them."""
    marks: Marks = Marks()
    quantities: Words = []
    """Counts that nobody can count: "several", "a few"."""
    approximate: Approximate = Approximate()
    fillers: Words = []
    """Adjectives that leave the unit after them as it is: "the *fiscal* year"."""
    periods: Words = []
    """Words for the part of a year that a text compares with that of another: "the same *period* last year"."""
    same_periods: Words = []
    """Words that say by themselves that it is the same period: 同期."""
    years_describe: bool = False
    """Whether a year stands before the noun it belongs to: "the *1988* quarter"."""
    repeats: Words = []
    """"every", "each"."""
    length_suffixes: dict[Grain, Words] = {}
    """What makes a number written together with it a counted length: Greek «24*ωρη»."""
    lengths: dict[Grain, dict[int, Words]] = {}
    """Counted lengths in one word, by unit and count: 2 weeks for "fortnight"."""
    sets: dict[str, Words] = {}
    """Words that tell by themselves how often, by TIMEX3's value: P1D for "daily"."""
    traps: Words = []
    """Names and phrases that hold a word for a date and are none: "the Sunday Times"."""
    vague: dict[VagueValue, Words] = {}
    joiners: Joiners = Joiners()
    company: Company = Company()
    proclitics: Words = []
    """Particles written together with the word that follows."""
    drop: Words = []
    """Words of Babel's and dateparser's that are no dates in real text."""
    sure: Words = []
    """Names of months and weekdays that are short and yet no other words."""
    latent: Words = []
    """Words that are dates only in company."""
    capitalised: Words = []
    """Words that are dates only with a capital."""
    given_names: Words = []
    """Words that, with a name right after them, are a person's: "*April* Smith"."""
    dates_after: Words = []
    """Words after which they are dates all the same, as they are after a number: "*in* May Parliament voted"."""
    headers: Words = []
    """What stands before the date of publication."""
    fetched: Words = []
    """What stands before the date on which a page was read or saved."""
    rights: Words = []
    """What stands beside the year of a page's notice of rights: "all rights reserved"."""
    connectives: Words = []
    """What a headline drops from its beginning."""
    cues: Cues = Cues()
    examples: list[Example] = []


LANGUAGES = files("extract.dates").joinpath("languages")


@cache
def load_pack(code: str) -> Pack | None:
    """The pack of a language, None where it has no file. Raises LanguageError naming file and key."""
    path = LANGUAGES.joinpath(f"{code}.toml")
    return read_pack(path) if path.is_file() else None


def read_pack(path: Traversable) -> Pack:
    """A pack from its file. Raises LanguageError naming file and key."""
    try:
        pack = Pack.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{path.name}: {error}") from error
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise LanguageError(f"{path.name}: {faults}") from error
    if f"{pack.code}.toml" != path.name:
        raise LanguageError(f"{path.name}: code: says {pack.code!r}, which is another file's name")
    return pack


def pack_codes() -> tuple[str, ...]:
    """Codes of the languages that have a file."""
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in LANGUAGES.iterdir() if entry.name[-5:] == ".toml")
    )


@cache
def connectives(code: str) -> tuple[str, ...]:
    """What a headline drops from its beginning, folded; nothing for a language without a file."""
    pack = load_pack(code)
    return tuple(map(fold, pack.connectives)) if pack else ()


@cache
def header_labels() -> frozenset[str]:
    """What stands before a date of publication in any language: sites and scrapers label in others than the text's."""
    return frozenset(fold(label) for pack in _packs() for label in pack.headers)


@cache
def fetch_labels() -> frozenset[str]:
    """What stands before the date on which a page was read, in any language."""
    return frozenset(fold(label) for pack in _packs() for label in pack.fetched)


@cache
def rights_words() -> frozenset[str]:
    """What stands beside the year of a notice of rights, in any language."""
    return frozenset(fold(words) for pack in _packs() for words in pack.rights)


def _packs() -> list[Pack]:
    return [pack for pack in map(load_pack, pack_codes()) if pack]
