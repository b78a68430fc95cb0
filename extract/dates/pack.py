"""A language's own file: what the calendar data of Babel and dateparser lack, checked on loading."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.dates.interval import Grain, Mod
from extract.errors import LanguageError
from extract.text.fold import fold

Words = list[str]

VagueValue = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]

PartOfDay = Literal["MO", "MI", "AF", "EV", "NI", "DT", "00:00", "12:00"]
"""TIMEX3's parts of the day; midnight and noon are times of the clock."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Directions(_Table):
    """Words for the unit before, the current one and the one after: "last June"."""

    last: Words = []
    this: Words = []
    next: Words = []
    week_after: Words = []
    """The same, but with a weekday that of the next week: "*next* Friday"."""
    last_unit: Words = []
    """Words for the last of units alone: "*recent* years"."""
    told_last: Words = []
    """The same, seen from what the text has just told: "the *preceding* month"."""
    told_this: Words = []
    """"the *same* day"."""
    told_unit: Words = []
    """The same before units alone: "*that* year", where "that Friday" opens another clause as often."""
    told_next: Words = []
    """"the *following* week"."""


class Moment(_Table):
    """A part of a day counted from the day of writing: "tonight", "last night"."""

    day: int
    part: PartOfDay


class Approximate(_Table):
    """Words that make a date or length loose, by where they stand: "*about* 1950"."""

    before: Words = []
    after: Words = []
    bounds: Words = []
    """Words for more or less than a length: "*at least* three days"."""
    within: Words = []
    """Words for some time within the date, which change nothing of it: "*earlier* this year"."""


class Names(_Table):
    """Words beside a date that make it a name: "17 November *Street*"."""

    before: Words = []
    after: Words = []


class Marks(_Table):
    """What is written right after the number of a year, month or day and makes it one: 2013年2月12日."""

    year: Words = []
    month: Words = []
    day: Words = []


class Counting(_Table):
    """Words that make a length of time a distance from now, by where they stand: "ago" stands after it."""

    past_before: Words = []
    past_after: Words = []
    future_before: Words = []
    doubtful: Words = []
    """Of these, words that also tell how long something takes: they count only where the clause ends."""
    future_after: Words = []
    later_before: Words = []
    """Words that count a length on from something told, and those that count it back."""
    later_after: Words = []
    earlier_before: Words = []
    earlier_after: Words = []
    since_date: Words = []
    """Words between a length and the date it is counted from: "a week *from* Tuesday"."""
    with_object: Words = []
    """Of these, the words that count from what follows, unless the clause ends there: "a month *after* the attack"."""
    of_event: Words = []
    """Words that, after a unit, name what a distance is counted from: "three days before" in «قبل ثلاثة أيام *من*»."""
    before_event: Words = []
    """The same after a word for "ago": «τρεις μέρες πριν *τις* εκλογές»."""


class Joiners(_Table):
    """Words that may stand between the parts of one date and add nothing to it."""

    of: Words = []
    articles: Words = []
    """Articles before a unit belong to the words of its date: "*the* third quarter"."""
    possessive: Words = []
    """What makes the unit before it the owner of the edge after it: "the week*'s* close"."""
    places: Words = []
    """Prepositions of time within a date: "5 p.m. *on* Friday", "early *in* 1990"."""
    ranges: Words = []
    """What stands between the ends of a range: "3 *to* 7 May"."""
    lists: Words = []
    """"and", "or"."""


class Company(_Table):
    """Words that, standing before a doubtful one, make it a date: "in May", "since 2011"."""

    months: Words = []
    weekdays: Words = []
    days: Words = []
    """What makes 15/2 a date: "on"."""
    years: Words = []
    vague: Words = []
    """What makes a latent word a vague time: "in *the* past"."""
    units: Words = []
    """What makes a unit alone the one that the text is about: "for *the* quarter", „*am* Wochenende“."""
    parts: Words = []
    """What makes a part of the day alone a time: "in *the* morning"."""
    clocks: Words = []
    """What makes 9:30 a time of the day: "at"."""


class Cue(_Table):
    """Words and parts of words by which a clause shows how it stands to the time of writing."""

    words: Words = []
    beginnings: Words = []
    """Verb prefixes; `but` lists the beginnings of other words that start alike."""
    endings: Words = []
    but: Words = []


class Cues(_Table):
    """How a clause is put: as told, as planned, as somebody's allegation, as denied, as going on now."""

    ahead_before: Words = []
    """Words that, right before a date, put it after the time of writing: "*by* May"."""
    ahead_after: Words = []
    """The same for words right after a date."""
    back_before: Words = []
    """And those that put it before: "*since* May"."""
    back_after: Words = []
    past: Cue = Cue()
    planned: Cue = Cue()
    alleged: Cue = Cue()
    denied: Cue = Cue()
    present: Cue = Cue()


class Example(_Table):
    """A text, and the TIMEX3 value of each stretch of it that is a date; none for a text that holds none."""

    text: str
    finds: dict[str, str] = {}
    written: str = "2025-01-15"
    """The day on which the text is taken to be written."""


class Pack(_Table):
    """All that a language's file may say.

    Words are lists. `months` go by number, 1 for January; `seasons` by TIMEX3's letters; `units`, `plurals`, `duals`
    and `definite` by grain; `edges` by TIMEX3's mods, START, MID and END; `vague` by TIMEX3's values. `numbers` and
    `ordinals` give each word its number; `offsets` each phrase its distance from now.
    """

    code: str = Field(pattern=r"^[a-z]{2,3}$")
    order: Literal["DMY", "MDY", "YMD"] | None = None
    article_belongs: bool = False
    """Whether the article belongs to every date's words, and not only to those that a unit heads."""
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
    counting: Counting = Counting()
    numbers: dict[str, int] = {}
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
    unspaced: bool = False
    """Whether words stand without spaces between them."""
    marks: Marks = Marks()
    quantities: Words = []
    """Counts that nobody can count: "several", "a few"."""
    approximate: Approximate = Approximate()
    fillers: Words = []
    """Adjectives that leave the unit after them as it is: "the *fiscal* year"."""
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
    headers: Words = []
    """What stands before the date of publication."""
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
    packs = filter(None, map(load_pack, pack_codes()))
    return frozenset(fold(label) for pack in packs for label in pack.headers)
