"""The language that a cell names: by its code ("el", "el-GR", "ell") or by its name in one of several languages."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from extract.read.tables.columns import languages_of_names
from extract.text.fold import fold

CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
TWO_LETTERS = 2


@cache
def code_of(cell: str) -> str | None:
    """ISO 639-1 of a language that is named, None where it has no such code or the name is not known."""
    found = CODE.fullmatch(cell)
    code = found[1].lower() if found else ""
    if code in _codes():
        return code
    told = get_global("language_aliases").get(code) or _names().get(fold(cell).strip())
    return told if told in _codes() else None


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").languages) if len(code) == TWO_LETTERS)


@cache
def _names() -> dict[str, str]:
    named = [Locale(language).languages for language in languages_of_names()]
    return {fold(str(languages[code])): code for languages in named for code in _codes() if code in languages}
