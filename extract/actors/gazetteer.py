"""The names that data know (states, cities, organisations) in all their forms, and the peoples named after states."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Generic, TypeVar

from extract.actors.lexicon import CANONICAL, Language, language, organisations
from extract.actors.places import cities, countries
from extract.actors.tokens import words_in
from extract.model import ActorType
from extract.text.fold import fold, fold_with_origin

MAX_FORMS = 64
"""A name of many words has more combinations of cases than any text uses; beyond this only its own form counts."""

SHORT_ACRONYM = 5
"""A name in capitals up to this length is an acronym and counts only in capitals: "US", not "us"."""

MIN_STEM = 3
"""Shorter stems of countries' names begin too many other words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a name."""

    canonical: str
    type: ActorType
    state: str | None = None
    """The state that a capital or metonym may stand for."""
    acronym: bool = False


T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases found by their first two words, the longest first."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}

    def add(self, words: tuple[str, ...], entry: T) -> None:
        """Adds a phrase; what was there first stays."""
        known = self._by_first.setdefault(words[0], {}).setdefault(_second(words), [])
        if all(words != other for other, _ in known):
            known.append((words, entry))
            known.sort(key=lambda pair: -len(pair[0]))

    def first_words(self) -> Set[str]:
        """The words with which phrases begin."""
        return self._by_first.keys()

    def starting(self, word: str, after: str) -> Iterator[tuple[tuple[str, ...], T]]:
        """The phrases that begin with a word and go on, if they do, with the one after it ("" at the end)."""
        known = self._by_first.get(word)
        if known is None:
            return
        if after:
            yield from known.get(after, ())
        yield from known.get("", ())


def _second(words: tuple[str, ...]) -> str:
    return words[1] if len(words) > 1 else ""


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase's folded words, as the text's are cut."""
    folded = fold_with_origin(phrase)
    return tuple(folded.text[first:last].replace(".", "") for first, last in words_in(folded, phrase))


def forms(words: tuple[str, ...], paradigms: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    """A phrase in every combination of its words' endings, its own form first."""
    options = [tuple(dict.fromkeys(word_forms(word, paradigms))) for word in words]
    total = 1
    for option in options:
        total *= len(option)
    yield from product(*options) if total <= MAX_FORMS else [words]


def word_forms(word: str, paradigms: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """A word, and its cases by each paradigm that it may follow."""
    yield word
    for nominative, *others in paradigms:
        if word.endswith(nominative) and len(word) > len(nominative) + 1:
            stem = word[: len(word) - len(nominative)]
            yield from (stem + ending for ending in others)


@cache
def gazetteer(code: str) -> Phrases[Entry]:
    """Every known name as a language writes it, then as English does."""
    phrases: Phrases[Entry] = Phrases()
    own = language(code).not_places
    for each in dict.fromkeys((code, CANONICAL)):
        data = language(each)
        paradigms = folded_paradigms(data)
        unwanted = {fold(word) for word in (*own, *data.not_places)}
        for name, entry in _entries(each):
            words = words_of(name)
            if not words or fold(name) in unwanted or (len(words) == 1 and len(words[0]) < 2):
                continue
            acronym = name.replace(".", "").isupper() and len(words[0]) <= SHORT_ACRONYM and len(words) == 1
            marked = Entry(entry.canonical, entry.type, entry.state, acronym)
            for form in [words] if acronym else forms(words, paradigms):
                phrases.add(form, marked)
    return phrases


def folded_paradigms(data: Language) -> tuple[tuple[str, ...], ...]:
    """A language's sets of endings, folded as the text is."""
    return tuple(tuple(fold(ending) for ending in paradigm) for paradigm in data.paradigms)


def _entries(code: str) -> Iterator[tuple[str, Entry]]:
    for name, canonical in organisations().names(code):
        yield name, Entry(canonical, ActorType.ORGANISATION)
    for name, canonical, is_organisation in countries(code):
        yield name, Entry(canonical, ActorType.ORGANISATION if is_organisation else ActorType.PLACE)
    for name, canonical, state in cities(code):
        yield name, Entry(canonical, ActorType.PLACE, state)


@dataclass(frozen=True)
class Peoples:
    """The words for a language's peoples and the adjectives of countries: "Russian", "Ρώσος"."""

    listed: frozenset[str]
    stems: frozenset[str]
    endings: frozenset[str]

    def __contains__(self, word: str) -> bool:
        if word in self.listed:
            return True
        if not word.endswith(self._ends):
            return False
        ends = (ending for ending in self._ends if word.endswith(ending))
        return any(len(word) - len(ending) >= MIN_STEM and word[: -len(ending)] in self.stems for ending in ends)

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        return tuple(sorted(filter(None, self.endings)))


@cache
def peoples(code: str) -> Peoples:
    """The peoples that a language names, listed or made from its countries."""
    data = language(code)
    paradigms = folded_paradigms(data)
    listed = frozenset(form[0] for word in data.demonyms for form in forms(words_of(word), paradigms))
    endings = frozenset(fold(ending) for ending in data.demonym_endings)
    return Peoples(listed, frozenset(_stems(code)), endings)


def _stems(code: str) -> Iterator[str]:
    """The stems of one-word countries: the name less its article and its last vowels."""
    articles = tuple(fold(article) for article in language(code).articles)
    for name, _, _ in countries(code):
        words = words_of(name)
        if len(words) != 1:
            continue
        word = words[0]
        for article in articles:
            word = word.removeprefix(article) if len(word) > len(article) + MIN_STEM else word
        yield from (word[:cut] for cut in (len(word), len(word) - 1, len(word) - 2) if cut >= MIN_STEM)
