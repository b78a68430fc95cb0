"""One language's words as sets ready for looking up folded text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from extract.actors.gazetteer import Phrases, folded_paradigms, forms, words_of
from extract.actors.lexicon import Language, language, shared
from extract.text.fold import fold

DICTIONARIES = DefaultDictionaryFactory()

MIN_REST = 3
"""A word that would be shorter without its proclitic keeps it."""

CASE_FORMS = 4
"""A month or weekday may be written so many letters longer or shorter in its cases."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a language say about the names beside them."""

    function: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    roles: Phrases[bool]
    role_tails: frozenset[str]
    saying: frozenset[str]
    locatives: frozenset[str]
    organisation_heads: frozenset[str]
    other_heads: frozenset[str]
    calendar: frozenset[str]
    given: frozenset[str]
    proclitics: tuple[str, ...]
    contractions: dict[str, str]
    articles: tuple[str, ...]
    name_endings: tuple[str, ...]
    noun_capitals: bool
    common: Callable[[str], bool]
    """Whether a word in small letters, not folded, is in the dictionary."""

    def bare(self, word: str) -> Iterator[tuple[int, str]]:
        """(letters cut off, what remains) for a word with and without the proclitics it may have."""
        yield 0, word
        for proclitic in self.proclitics:
            rest = word[len(proclitic) :]
            if word.startswith(proclitic) and len(rest) >= MIN_REST:
                yield len(proclitic), rest
        for seam, start in self.contractions.items():
            at = word.find(seam)
            if 0 <= at <= 1 and len(word) - at - len(seam) >= MIN_REST:
                yield at + 1, start + word[at + len(seam) :]

    def without_article(self, word: str) -> str:
        """A word without the article written together with it."""
        for article in self.articles:
            if word.startswith(article) and len(word) >= len(article) + MIN_REST:
                return word[len(article) :]
        return word

    def stem(self, word: str) -> str:
        """A name's word without the ending of its case and without its article."""
        word = self.without_article(word)
        for ending in self.name_endings:
            if ending and word.endswith(ending) and len(word) >= len(ending) + MIN_REST:
                return word[: -len(ending)]
        return word


@cache
def words(code: str) -> Words:
    """A language's words."""
    data = language(code)
    roles: Phrases[bool] = Phrases()
    for phrase in (*data.roles, *data.honorifics):
        for form in forms(words_of(phrase), folded_paradigms(data)):
            roles.add(form, True)
    return Words(
        function=_folded(data.function_words),
        connectors=_folded(data.connectors),
        particles=_folded(data.particles),
        honorifics=_folded(data.honorifics),
        roles=roles,
        role_tails=_inflected(data, data.role_tails),
        saying=_folded(data.saying),
        locatives=_folded(data.locatives),
        organisation_heads=_inflected(data, data.organisation_heads),
        other_heads=_inflected(data, data.other_heads),
        calendar=frozenset(_calendar(code, data)),
        given=_inflected(data, data.given_names),
        proclitics=tuple(sorted(_folded(data.proclitics), key=len)),
        contractions={fold(seam): fold(start) for seam, start in data.contractions.items()},
        articles=tuple(fold(article) for article in data.articles),
        name_endings=tuple(sorted(_folded(data.name_endings), key=len, reverse=True)),
        noun_capitals=code in shared().noun_capitals,
        common=_dictionary(code) if data.dictionary else lambda word: False,
    )


def _folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases)


def _inflected(data: Language, phrases: Iterable[str]) -> frozenset[str]:
    paradigms = folded_paradigms(data)
    return frozenset(form[0] for phrase in phrases for form in forms(words_of(phrase)[:1], paradigms))


def _dictionary(code: str) -> Callable[[str], bool]:
    return DICTIONARIES.get_dictionary(code).__contains__


def _calendar(code: str, data: Language) -> Iterator[str]:
    """Months and weekdays: written with a capital in many languages, and never names."""
    yield from _inflected(data, data.calendar)
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return
    for table in (locale.months, locale.days):
        for context in ("format", "stand-alone"):
            yield from _inflected(data, table[context]["wide"].values())
