"""Dictionaries of many languages: which words there are, and the form under which a dictionary lists each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import StreamDictionaryFactory
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES


@cache
def _factory() -> StreamDictionaryFactory:
    """One for all, which keeps each dictionary as it is stored: some hold a million words, 140 MiB as Python's own."""
    return StreamDictionaryFactory(cache_max_size=len(SUPPORTED_LANGUAGES))


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_factory()))


def words_listed(language: str) -> Mapping[str, str]:
    """The words of a language, each with its dictionary form. Raises ValueError for a language without dictionary."""
    return _factory().get_dictionary(language)


def dictionary_form(word: str, language: str) -> str:
    """The dictionary form of a word; the word itself in a language without dictionary."""
    return _lemmatizer().lemmatize(word, language) if language in SUPPORTED_LANGUAGES else word
