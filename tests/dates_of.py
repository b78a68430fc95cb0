"""The dates of a text, all stages run, as if it were written on a given day in a given language."""

from __future__ import annotations

from extract.collection import Collection
from extract.model import Source, Timex
from extract.pipeline import analyse, settle


def dates_of(text: str, language: str, written: str | None) -> tuple[Timex, ...]:
    source = Source("test", "test", text, text, stated_date=written, stated_language=language)
    (document,) = settle([analyse(source)], Collection())
    return document.timexes
