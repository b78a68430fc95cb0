"""What is known of a language's full stops: after which words they do not end a sentence."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import LanguageError

DATA = files("extract.text").joinpath("data/stops")
"""One file a language, named by its ISO 639-1 code."""


class StopRules(BaseModel):
    """One language's file. Words stand without their last stop."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stops: str = ""
    """Characters that end a sentence in this language beside those that do so in all."""
    titles: frozenset[str] = frozenset()
    """Something always follows them: the stop never ends the sentence."""
    before_number: frozenset[str] = frozenset()
    """Abbreviations before a number, whole words elsewhere: "No. 5", but "He said no."."""
    inside: frozenset[str] = frozenset()
    """They stand anywhere, also at the end: the next word decides."""
    dates: frozenset[str] = frozenset()
    """Short names of months and weekdays: abbreviations before a number or one another."""
    starters: frozenset[str] = frozenset()
    """Words that open a sentence after an abbreviation of `inside`."""
    ordinal_stop: bool = False
    """Whether a stop after a number makes it an ordinal."""


@lru_cache(maxsize=64)
def stop_rules(language: str) -> StopRules:
    """The rules of a language; those that hold everywhere where it has no file.

    Raises LanguageError where a file breaks its form.
    """
    # The name is compared, never made into a path: it may come from a manifest.
    file = next((entry for entry in DATA.iterdir() if entry.name == f"{language}.toml"), None)
    try:
        rules = StopRules.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))) if file else StopRules()
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"extract/text/data/stops/{language}.toml: {error}") from error
    return rules.model_copy(
        update={
            "titles": _all_cases(rules.titles),
            "before_number": _all_cases(rules.before_number),
            "inside": _all_cases(rules.inside),
            "dates": _all_cases(rules.dates | _short_date_names(language)),
        }
    )


def _all_cases(words: frozenset[str]) -> frozenset[str]:
    return words | {word[:1].upper() + word[1:] for word in words} | {word.upper() for word in words}


def _short_date_names(language: str) -> frozenset[str]:
    """CLDR's short names of months and weekdays that are not their full names as well (May)."""
    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = (locale.months, locale.days)
    full = {name for kind in names for name in kind["format"]["wide"].values()}
    short = {name for kind in names for form in kind.values() for name in form["abbreviated"].values()}
    return frozenset(name.rstrip(".") for name in short - full)
