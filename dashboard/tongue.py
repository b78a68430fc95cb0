"""The interface's words in the language of whoever reads them: each session has its own, and none is kept for all.

The code is written in English, and its words are the names of their translations. `_` translates a text, `n_` one with
a count, `p_` one of several that are the same in English alone; what stands in braces is put there by name:

    _("Remove it")      n_("{count} claim", "{count} claims", 3)      _("{name} removed it", name=who)
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache

import streamlit as st
from babel.numbers import format_decimal
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.catalogue import OWN, catalogue, direction, formats, languages

COOKIE = "dateline-language"
"""What the browser keeps of a choice."""

NUMBERS_KEPT = 10_000
"""Written numbers that are kept: a page shows some hundreds, mostly the same ones again."""

READ, CHOSEN = "language-read", "language-chosen"
"""In the session: the code of the language that it reads, and whether somebody chose it in this session."""


_asked = threading.local()
"""The session that this thread asked for last, and its language: every word of a page asks."""


def language() -> str:
    """The code of the language that this session reads; English where no session asks."""
    session = get_script_run_ctx(suppress_warning=True)
    if session is None:
        return OWN
    if getattr(_asked, "session", None) is not session:
        _asked.session, _asked.code = session, _language()
    return str(_asked.code)


def _language() -> str:
    kept = st.session_state
    if READ not in kept:
        kept[READ] = first_known((st.context.cookies.get(COOKIE), st.context.locale))
    return str(kept[READ])


def choose(code: str) -> None:
    """Read in another language from now on."""
    if code in languages():
        st.session_state[READ], st.session_state[CHOSEN] = code, True
        _asked.session = None


def preferred() -> str:
    """The language in which titles are best for whoever reads: the chosen one, else the browser's, whichever it is."""
    if CHOSEN in st.session_state or st.context.cookies.get(COOKIE) in languages():
        return language()
    return _code(st.context.locale) or OWN


def first_known(asked: Iterable[str | None]) -> str:
    """The first of some locales ("el", "ar-LB") in whose language there is an interface, else English."""
    return next((code for locale in asked if (code := _code(locale)) in languages()), OWN)


def is_rtl() -> bool:
    """Whether this session reads from right to left."""
    return direction(language()) == "rtl"


def _(text: str, /, **values: object) -> str:
    """A text in the reader's language, with values in the place of their names in braces."""
    found = catalogue(language()).gettext(text)
    return found.format(**values) if values else found


def p_(context: str, text: str, /, **values: object) -> str:
    """As `_`, of a text that means several things, or stands in several cases; the context tells them apart."""
    found = catalogue(language()).pgettext(context, text)
    return found.format(**values) if values else found


def n_(one: str, many: str, count: int, /, **values: object) -> str:
    """A text in the form of its count, which stands there as `{count}`, as the reader's language writes numbers."""
    return catalogue(language()).ngettext(one, many, count).format(count=number(count), **values)


def N_(text: str) -> str:  # noqa: N802 - its name in all programs that are translated
    """Says that a text is translated elsewhere, by `_` of whatever holds it."""
    return text


def np_(context: str, text: str) -> tuple[str, str]:
    """Says the same of a text with its context, for `p_`."""
    return context, text


def nn_(one: str, many: str) -> tuple[str, str]:
    """Says the same of a text with a count, for `n_`."""
    return one, many


def number(value: float, pattern: str | None = None) -> str:
    """A number as the reader's language writes it: 1,204 or 1.204; `pattern` is one of CLDR's, as "0.00"."""
    return _number(value, pattern, language())


@lru_cache(NUMBERS_KEPT)
def _number(value: float, pattern: str | None, code: str) -> str:
    return format_decimal(value, format=pattern, locale=formats(code))


def _code(locale: str | None) -> str:
    return (locale or "").replace("_", "-").partition("-")[0].lower()
