"""The small words beside an office or a state: what calls it over, what makes it another, what only links."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from extract.actors.gazetteer import Phrases, folded_paradigms, forms, words_of
from extract.actors.lexicon import language


class Company(StrEnum):
    """What a word beside an office says of it."""

    FORMER = "former"
    LESSER = "lesser"
    ELECT = "elect"
    LINK = "link"
    STATE = "state"


@cache
def company(code: str) -> Phrases[Company]:
    """The words of a language that stand beside offices."""
    data = language(code)
    table: Phrases[Company] = Phrases()
    lists = (
        (data.former, Company.FORMER),
        (data.lesser, Company.LESSER),
        (data.elect, Company.ELECT),
        (data.office_links, Company.LINK),
    )
    for names, kind in lists:
        for name in names:
            for form in forms(words_of(name), folded_paradigms(data)):
                table.add(form, kind)
    return table
