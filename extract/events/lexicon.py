"""What is known of acts: which there are, of which kind each is, and the words of languages for them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.errors import LanguageError
from extract.kind import Kind
from extract.model import ActorType
from extract.text.dictionaries import dictionary_form
from extract.text.fold import fold

DATA = files("extract.events").joinpath("data")
SCHEME = "kinds.toml"
THINGS = "things.toml"

LEAST_REST = 3
"""Letters that a word keeps without what is written together with it."""

CACHED_WORDS = 20_000
"""Words of a language whose readings are remembered: more than any text's everyday words."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KindEntry(_Table):
    """A kind of happening: its name for readers, its types in PLOVER and ACE 2005, and its acts with what each is."""

    label: str
    plover: list[str]
    ace: list[str]
    acts: dict[str, str] = Field(min_length=1)


class ActExample(_Table):
    """A sentence and the acts that its words tell, in its order; none where its words only look like some."""

    text: str
    acts: list[str]


class LanguageActs(_Table):
    """A language's file.

    Words stand in their dictionary form, several in a row for a phrase; a word of which the dictionary knows no form
    stands in each of its own. `prefixes` and `suffixes` are written together with words and taken off before a word is
    looked up; `traps` are phrases whose words tell no act there.
    """

    code: str = Field(pattern=r"^[a-z]{2,3}$")
    prefixes: list[str] = []
    suffixes: list[str] = []
    acts: dict[str, list[str]]
    things: dict[str, list[str]] = {}
    """What figures count, a word each."""
    traps: list[str] = []
    pronouns: dict[Literal["PER", "ORG"], list[str]] = {}
    """Words that stand for one person, and for one body where a verb of saying follows, as subjects alone."""
    intents: list[str] = []
    """Verbs, in each form, of which only somebody can be the subject: "expects"."""
    anaphors: list[str] = []
    """Words with which a sentence begins that goes on from another: "they", "the move"."""
    companies: list[str] = []
    """Words for a company that was named before: "the company"."""
    leaning: list[str] = []
    """Words that begin a clause which tells nothing without another: "which", "for", "and"."""
    conceding: list[str] = []
    """Those of them without which a clause stands by itself: "although"."""
    alternatives: list[str] = []
    """Words that begin a clause which says the one before in another way: "or 9%"."""
    complements: list[str] = []
    """Words that begin what is said after a verb of saying: "that"."""
    determiners: list[str] = []
    """Words that begin what names somebody or something, in all their forms: "the", "its"."""
    unfinished: list[str] = []
    """Words after which something must follow, besides those: "was", "very"."""
    examples: list[ActExample] = Field(min_length=1)


@dataclass(slots=True)
class Branch:
    """A place in the tree of phrases: what ends here, and what may follow."""

    acts: tuple[str, ...] | None = None
    """What a phrase that ends here tells: two acts where it can mean either, none for a trap; None where none ends."""
    next: dict[str, Branch] = field(default_factory=dict)


class ActWords:
    """A language's words for acts, ready for looking up."""

    def __init__(self, data: LanguageActs) -> None:
        self._code = data.code
        self._prefixes = ("", *data.prefixes)
        self._suffixes = ("", *data.suffixes)
        self.root = Branch()
        for trap in data.traps:
            self._add(trap)
        for act, phrases in data.acts.items():
            for phrase in phrases:
                self._add(phrase, act)
        self.pronouns = {fold(word): ActorType(kind) for kind, words in data.pronouns.items() for word in words}
        self.intents = frozenset(map(fold, data.intents))
        self.anaphors = tuple(map(fold, data.anaphors))
        self.companies = tuple(map(fold, data.companies))
        self.leaning, self.conceding = tuple(map(fold, data.leaning)), tuple(map(fold, data.conceding))
        self.alternatives = tuple(map(fold, data.alternatives))
        self.complements, self.determiners = tuple(map(fold, data.complements)), tuple(map(fold, data.determiners))
        self.unfinished = tuple(map(fold, data.unfinished))
        self._things = {fold(word): thing for thing, words in data.things.items() for word in words}
        self.readings = lru_cache(CACHED_WORDS)(self._readings)

    def thing(self, word: str) -> str | None:
        """What a word names that figures count."""
        return next((self._things[each] for each in self.readings(word) if each in self._things), None)

    def _add(self, phrase: str, *acts: str) -> None:
        branch = self.root
        for word in fold(phrase).split():
            branch = branch.next.setdefault(word, Branch())
        branch.acts = (*(branch.acts or ()), *acts)

    def _readings(self, word: str) -> tuple[str, ...]:
        """A word as written, in its dictionary form, and both without what may be written together with it; folded."""
        cores = dict.fromkeys(
            word[len(prefix) : len(word) - len(suffix)]
            for prefix, suffix in product(self._prefixes, self._suffixes)
            if word.startswith(prefix) and word.endswith(suffix) and self._leaves_enough(word, prefix, suffix)
        )
        forms = dict.fromkeys(each for core in cores for each in (core, dictionary_form(core, self._code)))
        return tuple(dict.fromkeys(map(fold, forms)))

    @staticmethod
    def _leaves_enough(word: str, prefix: str, suffix: str) -> bool:
        return not (prefix or suffix) or len(word) - len(prefix) - len(suffix) >= LEAST_REST


@cache
def scheme() -> Mapping[Kind, KindEntry]:
    """The kinds of happening. Raises LanguageError where the file breaks its form."""
    file = DATA.joinpath(SCHEME)
    try:
        return {Kind(name): KindEntry.model_validate(entry) for name, entry in _read(file).items()}
    except ValidationError as error:
        raise _fault(file, error) from error


@cache
def kinds_of_acts() -> Mapping[str, Kind]:
    """The kind of each act."""
    return {act: kind for kind, entry in scheme().items() for act in entry.acts}


@cache
def act_words(language: str) -> ActWords | None:
    """A language's words for acts; None where it has no file. Raises LanguageError naming file and key."""
    file = next((entry for entry in language_files() if entry.name == f"{language}.toml"), None)
    return ActWords(language_acts(file)) if file else None


def language_files() -> list[Traversable]:
    """The files of all languages that have words for acts."""
    files = (entry for entry in DATA.iterdir() if entry.name.endswith(".toml") and entry.name not in (SCHEME, THINGS))
    return sorted(files, key=str)


def language_acts(file: Traversable) -> LanguageActs:
    """A language's file. Raises LanguageError naming file and key."""
    try:
        data = LanguageActs.model_validate(_read(file))
    except ValidationError as error:
        raise _fault(file, error) from error
    if f"{data.code}.toml" != file.name:
        raise LanguageError(f"{file.name}: code: says {data.code!r}, which is another file's name")
    known = kinds_of_acts()
    unknown = [act for act in (*data.acts, *_acts_of(data.examples)) if act not in known]
    if unknown:
        raise LanguageError(f"{file.name}: acts: {unknown[0]!r} is none of {SCHEME}; write one of {', '.join(known)}")
    if strange := data.things.keys() - things():
        raise LanguageError(f"{file.name}: things: {min(strange)!r} is none of {THINGS}")
    return data


@cache
def things() -> frozenset[str]:
    """What figures count in all languages."""
    return frozenset(_read(DATA.joinpath(THINGS)))


def _acts_of(examples: Iterable[ActExample]) -> list[str]:
    return [act for example in examples for act in example.acts]


def _read(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{file.name}: {error}") from error


def _fault(file: Traversable, error: ValidationError) -> LanguageError:
    faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
    return LanguageError(f"{file.name}: {faults}")
