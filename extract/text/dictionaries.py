"""Dictionaries of many languages: which words there are, and the form under which a dictionary lists each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # dictionaries are loaded at their first use: who only reads what was found needs none
    from simplemma import Lemmatizer
    from simplemma.strategies.dictionaries import StreamDictionaryFactory


@cache
def _supported() -> frozenset[str]:
    from simplemma.strategies.dictionaries import dictionary_factory  # noqa: PLC0415

    return frozenset(dictionary_factory.SUPPORTED_LANGUAGES)


@cache
def _factory() -> StreamDictionaryFactory:
    """One for all, which keeps each dictionary as it is stored: some hold a million words, 140 MiB as Python's own."""
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # noqa: PLC0415

    return StreamDictionaryFactory(cache_max_size=len(_supported()))


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer  # noqa: PLC0415
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_factory()))


def words_listed(language: str) -> Mapping[str, str]:
    """The words of a language, each with its dictionary form. Raises ValueError for a language without dictionary."""
    return _factory().get_dictionary(language)


def dictionary_form(word: str, language: str) -> str:
    """The dictionary form of a word; the word itself in a language without dictionary."""
    return _lemmatizer().lemmatize(word, language) if language in _supported() else word
