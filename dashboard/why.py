"""Why a date is what it is, in the reader's language; the words of texts keep their direction to themselves."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.marked import in_english, name, safe
from dashboard.tongue import language, number
from dashboard.wording import date_in_words
from extract.label import isolated, undirected
from extract.reason import AS_IT_IS, Reason
from extract.wording import OWN, Speech, languages, worded


def explained(reason: Reason) -> str:
    """A reason as HTML: neither templates nor dates hold signs that mean anything there."""
    if reason.key == AS_IT_IS:  # in a library of an earlier version
        return in_english(safe(worded(reason)))
    return worded(reason, _speech(name))


def in_text(reason: Reason) -> str:
    """A reason as plain text."""
    return worded(reason, _speech(lambda words: isolated(undirected(words))))


def _speech(quoted: Callable[[str], str]) -> Speech:
    code = language()
    return Speech(code if code in languages() else OWN, date_in_words, number, quoted)
