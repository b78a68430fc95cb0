"""One language's words as sets ready for looking up folded text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from extract.actors.gazetteer import Phrases, folded_paradigms, forms, words_of
from extract.actors.lexicon import CANONICAL, Language, language, shared
from extract.actors.places import writes_latin
from extract.text.dictionaries import words_listed
from extract.text.fold import fold

MIN_REST = 3
"""A word that would be shorter without its proclitic keeps it."""

MIN_STEM = 2
"""What is left of a word without its endings must have so many letters to be looked up."""

CACHED_WORDS = 20_000
"""Looked-up words of a language that are remembered: more than any text's everyday words."""


class Vocabulary:
    """The common words of a language, in small letters as written; words that the dictionary writes large are none."""

    def __init__(self, listed: Container[str], data: Language) -> None:
        self._listed = listed
        self._prefixes = data.prefixes
        self._endings = data.endings
        self._seen = lru_cache(CACHED_WORDS)(self._look_up)

    def __contains__(self, surface: str) -> bool:
        return self._seen(surface)

    def lists(self, surface: str) -> bool:
        """Whether the word stands in the dictionary as it is written."""
        return _letters(surface) in self._listed

    def _look_up(self, surface: str) -> bool:
        word = _letters(surface)
        if word in self._listed:
            return True
        stems = [word, *(word[: -len(end)] + written for end, written in self._endings if word.endswith(end))]
        stems += [stem[len(each) :] for stem in stems for each in self._prefixes if stem.startswith(each)]
        return any(len(stem) >= MIN_STEM and stem in self._listed for stem in stems)


def _letters(surface: str) -> str:
    return "".join(filter(str.isalpha, surface)).lower()


class Proclitics:
    """Small words written together with the next: "and", "in", "to" in Arabic."""

    def __init__(self, data: Language) -> None:
        self._listed = tuple(sorted(_folded(data.proclitics), key=len))
        self._contractions = {fold(seam): fold(start) for seam, start in data.contractions.items()}
        self.cut = lru_cache(CACHED_WORDS)(self._cut)

    def _cut(self, word: str) -> tuple[tuple[int, str], ...]:
        cuts = [(0, word)]
        for size in (len(each) for each in self._listed if word.startswith(each)):
            cuts += [(size, word[size:])] if len(word) >= size + MIN_REST else []
        for seam, start in self._contractions.items():
            at = word.find(seam)
            if 0 <= at <= 1 and len(word) - at - len(seam) >= MIN_REST:
                cuts.append((at + 1, start + word[at + len(seam) :]))
        return tuple(cuts)


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a language say about the names beside them."""

    function: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    syllables: frozenset[str]
    """What stands in small letters behind a hyphen in names: "Kim Jong-un"."""
    honorifics: frozenset[str]
    roles: Phrases[bool]
    """What people are; True where only a capital makes it a title."""
    role_tails: frozenset[str]
    saying: frozenset[str]
    locatives: frozenset[str]
    organisation_heads: Mapping[str, str]
    """What organisations are, in all forms, and the first form of each: "υπουργείου" is of "υπουργείο"."""
    other_heads: frozenset[str]
    calendar: frozenset[str]
    given: frozenset[str]
    proclitics: Proclitics
    articles: tuple[str, ...]
    name_endings: tuple[str, ...]
    paradigms: tuple[tuple[str, ...], ...]
    """Sets of endings, the nominative's first."""
    noun_capitals: bool
    vocabulary: Vocabulary
    has_vocabulary: bool

    def bare(self, word: str) -> tuple[tuple[int, str], ...]:
        """(letters cut off, what remains) for a word with and without the proclitics it may have."""
        return self.proclitics.cut(word)

    def without_article(self, word: str) -> str:
        """A word without the article written together with it."""
        for article in self.articles:
            if word.startswith(article) and len(word) >= len(article) + MIN_REST:
                return word[len(article) :]
        return word

    def stem(self, word: str) -> str:
        """A name's word without its article and without all that may be endings of its cases."""
        word = self.without_article(word)
        while word.endswith(self.name_endings):
            fits = (each for each in self.name_endings if word.endswith(each) and len(word) >= len(each) + MIN_REST)
            ending = next(fits, None)
            if ending is None:
                break
            word = word[: -len(ending)]
        return word


@cache
def words(code: str) -> Words:
    """A language's words."""
    data = language(code)
    foreign = language(CANONICAL) if not writes_latin(code) else Language(code=code)
    roles: Phrases[bool] = Phrases()
    offices = [name for names in data.offices.values() for name in names]
    for phrases, as_title in ((data.roles, False), (offices, False), (data.honorifics, True)):
        for phrase in phrases:
            for form in forms(words_of(phrase), folded_paradigms(data)):
                roles.add(form, as_title)
    return Words(
        function=_folded((*data.function_words, *foreign.function_words)),
        connectors=_folded(data.connectors),
        particles=_folded((*data.particles, *foreign.particles)),
        syllables=_folded((*shared().name_syllables, *data.name_syllables)),
        honorifics=_folded(data.honorifics),
        roles=roles,
        role_tails=_inflected(data, data.role_tails),
        saying=_folded(data.saying),
        locatives=_folded(data.locatives),
        organisation_heads={fold(head): head for head in foreign.organisation_heads} | _first_forms(data),
        other_heads=_inflected(data, data.other_heads) | _folded(foreign.other_heads),
        calendar=frozenset(_calendar(code, data)),
        given=_inflected(data, data.given_names) | _folded(foreign.given_names),
        proclitics=Proclitics(data),
        articles=tuple(fold(article) for article in data.articles),
        name_endings=tuple(sorted(filter(None, _folded(data.name_endings)), key=len, reverse=True)),
        paradigms=folded_paradigms(data),
        noun_capitals=code in shared().noun_capitals,
        vocabulary=Vocabulary(words_listed(code) if data.dictionary else (), data),
        has_vocabulary=data.dictionary,
    )


def _folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases)


def _inflected(data: Language, phrases: Iterable[str]) -> frozenset[str]:
    paradigms = folded_paradigms(data)
    return frozenset(form[0] for phrase in phrases for form in forms(words_of(phrase)[:1], paradigms))


def _first_forms(data: Language) -> dict[str, str]:
    """The heads of organisations in all forms; a form that is of two is of the one listed first."""
    return {
        form: head
        for head in reversed(data.organisation_heads)
        for form in sorted(_inflected(data, (head,)), key=lambda form: form == fold(head))
    }


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
