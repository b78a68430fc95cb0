"""What a text says that somebody is: the role beside a name, before it or behind a comma."""

from __future__ import annotations

from functools import cache

from extract.actors.company import ROLE_REACH
from extract.actors.gazetteer import peoples, words_of
from extract.actors.lexicon import language
from extract.actors.page import Found, Mark, Page
from extract.actors.tokens import Bond
from extract.model import ActorType

BESIDE_ROLE = frozenset({Mark.ROLE, Mark.PEOPLE, Mark.KNOWN})
"""What a role is made of: the office, and whose it is."""

LONGEST_ROLE = 10
"""So many words at most tell what somebody is."""

COMMAS = frozenset({",", "\u060c"})
"""What stands before a role that follows its name."""


def role_of(page: Page, found: Found) -> tuple[int, int] | None:
    """Where the text tells what a person is, beside the name; None where it does not."""
    if found.type is not ActorType.PERSON:
        return None
    words = _before(page, found.first) or _behind(page, found.last)
    return (page.tokens[words[0]].start, page.tokens[words[1] - 1].end) if words else None


def _before(page: Page, first: int) -> tuple[int, int] | None:
    """The words right before a name, as far back as they belong to a role."""
    begin = None
    at = first
    while at > 0 and first - at < LONGEST_ROLE and page.tokens[at].bond in {Bond.SPACE, Bond.DOT, Bond.HYPHEN}:
        at -= 1
        if _belongs(page, at):
            begin = at
        elif page.tokens[at].word not in page.words.role_tails or first - at > ROLE_REACH:
            break
    if begin is None:
        return None
    while begin > 0 and page.tokens[begin].bond is Bond.SPACE and page.tokens[begin - 1].word in _former(page.code):
        begin -= 1
    return (begin, first) if _tells(page, begin, first) else None


def _behind(page: Page, last: int) -> tuple[int, int] | None:
    """The words behind a name and a comma, up to the next break; without the article that they begin with."""
    if last >= len(page.tokens) or page.text[page.tokens[last - 1].end : page.tokens[last].start].strip() not in COMMAS:
        return None
    begin = last + 1 if page.tokens[last].word in page.words.function else last
    at = begin
    while at < len(page.tokens) and at - begin < LONGEST_ROLE and (at == begin or page.tokens[at].bond is Bond.SPACE):
        joins = page.tokens[at].word in page.words.role_tails or page.tokens[at].word in page.words.connectors
        if not _belongs(page, at) and not joins:
            break
        at += 1
    while at > begin and not _belongs(page, at - 1):
        at -= 1
    return (begin, at) if at > begin and _tells(page, begin, at) else None


@cache
def _former(code: str) -> frozenset[str]:
    """Words before an office that make it another one: "former", "vice"."""
    data = language(code)
    return frozenset(word for each in (*data.former, *data.lesser) for word in words_of(each))


def _belongs(page: Page, at: int) -> bool:
    """Whether a word is of an office, or says whose; peoples are written small in many languages."""
    return page.marks[at] in BESIDE_ROLE or page.tokens[at].word in peoples(page.code)


def _tells(page: Page, first: int, last: int) -> bool:
    """Whether an office is among them, and not just what people are called with their names."""
    roles = (page.tokens[at].word for at in range(first, last) if page.marks[at] is Mark.ROLE)
    return any(word not in page.words.honorifics for word in roles)
