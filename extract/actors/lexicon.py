"""What the data files say: one for all languages and one for each, read once and checked strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError

from extract.actors.office import Office
from extract.errors import LanguageError
from extract.text.fold import fold

DATA = Path(__file__).parent / "data"

CANONICAL = "en"
"""The language of canonical names; its names and Latin acronyms also stand in texts of every other."""


class Strict(BaseModel):
    """A part of a data file: no key that is not known, and never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shared(Strict):
    """What holds in every language. Territories are keyed by their ISO 3166 code."""

    noun_capitals: frozenset[str]
    name_syllables: tuple[str, ...]
    cities: tuple[str, ...]
    country_names: dict[str, str]
    organisation_codes: dict[str, str]
    capital_zones: dict[str, str]
    city_names: dict[str, str]
    capitals: dict[str, str]
    legal_forms: tuple[str, ...]
    """What stands after a company's name and says in which form of law it is one."""
    seats: dict[str, str]
    """Cities that stand for another than the state whose capital they are."""


class Homonym(Strict):
    """A name that may mean another than the one that it is known for."""

    of: str
    """The canonical name of the one that it is known for."""
    another: str = ""
    """That of the other; empty: nobody, as of an everyday word."""
    names: tuple[str, ...] = ()
    """The names that may mean it; none: all."""
    beside: tuple[str, ...] = ()
    """Words of which one right before or after the name tells that the other is meant."""
    company: tuple[str, ...] = ()
    """Words that tell the same anywhere in the text, where they stand nearer than any of `against`."""
    against: tuple[str, ...] = ()
    """Words that speak for the one that it is known for."""
    initial: bool = False
    """Whether it is nobody at the beginning of a sentence, where everyday words have a capital, too."""
    example: tuple[str, ...]
    """Sentences in which the other is meant,"""
    counter: tuple[str, ...]
    """and those in which it is not."""


class Language(Strict):
    """What is known of one language; a language without a file has none of it and still works."""

    code: str
    dictionary: bool = False
    """Whether the lemmatiser's dictionary is worth its loading time to tell common words from names."""
    title_case: bool = False
    """Whether headlines write every long word with a capital."""
    prefixes: tuple[str, ...] = ()
    """What a common word may begin with beyond its form in the dictionary."""
    endings: tuple[tuple[str, str], ...] = ()
    """What a common word may end with, and what its form in the dictionary has instead."""
    function_words: tuple[str, ...] = ()
    """Words that are never a name, nor begin one."""
    connectors: tuple[str, ...] = ()
    """Words that stand inside the names of organisations: "of", "for"."""
    name_syllables: tuple[str, ...] = ()
    """What stands in small letters behind a hyphen in names: "Kim Jong-un"."""
    particles: tuple[str, ...] = ()
    """Small words inside people's names: "al", "bin", "von"."""
    roles: tuple[str, ...] = ()
    """What people are: "president", "foreign minister"."""
    honorifics: tuple[str, ...] = ()
    """What people are called with their name: "Mr"."""
    role_tails: tuple[str, ...] = ()
    """Words between a role and the name that follows: "elect", "former"."""
    saying: tuple[str, ...] = ()
    """Verbs of which the subject is somebody."""
    locatives: tuple[str, ...] = ()
    """Words after which a name is more likely a place."""
    organisation_heads: tuple[str, ...] = ()
    """A run of capitalised words with one of these is an organisation."""
    other_heads: tuple[str, ...] = ()
    """A run of capitalised words with one of these is no actor: a treaty, a war, a tomb."""
    calendar: tuple[str, ...] = ()
    """Words of the calendar written with a capital that CLDR lacks."""
    demonyms: tuple[str, ...] = ()
    """Peoples and adjectives of countries that the endings do not make."""
    demonym_endings: tuple[str, ...] = ()
    """What follows the stem of a country's name in the words for its people."""
    given_names: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    """What is written together with the word that follows."""
    contractions: dict[str, str] = {}
    """Where a proclitic changes what follows: the letters on the seam and what the word alone begins with."""
    articles: tuple[str, ...] = ()
    """Articles written together with their word, which a name may lose."""
    paradigms: tuple[tuple[str, ...], ...] = ()
    """Endings that take each other's place; a word with the first takes the others."""
    name_cases: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """For each gender the patterns of names: their endings by case, the nominative's first."""
    name_endings: tuple[str, ...] = ()
    """Endings that a person's name takes with its case."""
    countries: dict[str, tuple[str, ...]] = {}
    """Names that CLDR lacks, by ISO 3166 code."""
    metonyms: dict[str, tuple[str, ...]] = {}
    """What stands for a state: the Kremlin."""
    homonyms: tuple[Homonym, ...] = ()
    not_places: tuple[str, ...] = ()
    """Names of CLDR's that are everyday words in this language."""
    offices: dict[Office, tuple[str, ...]] = {}
    """What the holders of an office are called, beside their names."""
    former: tuple[str, ...] = ()
    """What says, beside an office or a state, that it is over: "former", "ex"."""
    lesser: tuple[str, ...] = ()
    """What says that it is another office: "vice", "acting"."""
    elect: tuple[str, ...] = ()
    """What says that it is soon to begin."""
    office_links: tuple[str, ...] = ()
    """Words between an office, its state and its holder: "of", "Mr"."""
    adjectives: dict[str, tuple[str, ...]] = {}
    """What belongs to a state, by its ISO 3166 code or English name."""
    ages: dict[str, tuple[str, ...]] = {}
    """Names of things that date a text, by their English name."""
    gone: tuple[str, ...] = ()
    """Words beside a state or somebody in office that tell of the end: "collapse", "ouster"."""


class World(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """Canonical names, each with its names by language; it is itself a name in every language."""

    def names(self, code: str) -> Iterator[tuple[str, str]]:
        """(name, canonical name) as a language has them."""
        for canonical, names in self.root.items():
            yield from ((name, canonical) for name in (canonical, *names.get(code, ())))


class _Group(Strict):
    sounds: str
    cost: float


class _Costs(Strict):
    substitute: tuple[_Group, ...]
    omit: tuple[_Group, ...]


class Phones(Strict):
    """How graphemes of all scripts sound, what it costs to confuse sounds, and how they are written in Latin."""

    graphemes: dict[str, str]
    costs: _Costs
    blocks: dict[str, str]
    latin_blocks: dict[str, str]
    latin_unsure: str
    romanise: dict[str, str] = {}
    articles: dict[str, str] = {}
    """Articles that a name's first letters may be, and how they are written in Latin."""
    weak: tuple[str, ...] = ()
    """Words of a name that other sources leave out: "al", "bin"."""
    given: tuple[tuple[str, ...], ...] = ()
    """Given names that languages translate."""
    weak_beginnings: tuple[str, ...] = ()
    """What such words are where they are written together with the name: "abdul"."""
    unvowelled: tuple[str, ...] = ()
    """Scripts that leave most vowels unwritten, as Unicode names them."""
    filler: str = ""
    """The vowel written in their place."""
    long_vowels: dict[str, str] = {}
    """Letters that are a vowel between consonants."""


Model = TypeVar("Model", bound=BaseModel)


@cache
def shared() -> Shared:
    """What holds in every language."""
    return read(DATA / "shared.toml", Shared)


@cache
def legal_forms() -> frozenset[str]:
    """Folded words of which one after a name, with a capital, shows a company."""
    return frozenset(map(fold, shared().legal_forms))


@cache
def organisations() -> World:
    """The organisations that are known in every language."""
    return read(DATA / "world" / "organisations.toml", World)


@cache
def places() -> World:
    """Places beside the states and cities of CLDR."""
    return read(DATA / "world" / "places.toml", World)


@cache
def phones() -> Phones:
    """The sounds of all scripts."""
    return read(DATA / "phones.toml", Phones)


@cache
def language(code: str) -> Language:
    """What is known of a language; nothing, where it has no file."""
    path = DATA / f"{code}.toml"
    known = code.isalpha() and path.is_file() and path.name not in {"shared.toml", "phones.toml"}
    return read(path, Language) if known else Language(code=code)


def read(path: Path, model: type[Model]) -> Model:
    """A data file as the model that it must fit."""
    try:
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{path.name}: {error}. Put this line right.") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LanguageError(f"{path.name}, {key}: {first['msg']}.") from error
