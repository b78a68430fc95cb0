"""What the words beside and in a name say of it: that it speaks, has a role, is a company's."""

from __future__ import annotations

from extract.actors.lexicon import legal_forms
from extract.actors.page import Mark, Page
from extract.actors.tokens import Bond

ROLE_REACH = 6
"""A role stands at most so many words before the name."""


def says(page: Page, first: int, last: int) -> bool:
    """Whether a verb of saying stands beside the name."""
    after = page.tokens[last] if last < len(page.tokens) else None
    if after is not None and after.bond is Bond.SPACE and after.word in page.words.saying:
        return True
    return follows_saying(page, first)


def is_where(page: Page, first: int) -> bool:
    """Whether the word before a name says that it is a place: "in Moscow said the minister"."""
    return first > 0 and page.tokens[first].bond is Bond.SPACE and page.kinds[first - 1].locative


def follows_saying(page: Page, first: int) -> bool:
    """Whether the word before is a verb of saying, and not one that a place follows."""
    if first == 0 or page.tokens[first].bond is not Bond.SPACE:
        return False
    before = page.kinds[first - 1]
    return before.saying and not before.locative


def has_role(page: Page, first: int) -> bool:
    """Whether a role stands before the name, with nothing but peoples, places and the like between."""
    at = first
    while at > 0 and first - at < ROLE_REACH and page.tokens[at].bond in {Bond.SPACE, Bond.DOT, Bond.HYPHEN}:
        at -= 1
        if page.marks[at] is Mark.ROLE:
            return True
        if page.marks[at] not in {Mark.KNOWN, Mark.PEOPLE} and page.tokens[at].word not in page.words.role_tails:
            break
    return False


def is_form(page: Page, at: int) -> bool:
    """Whether a word that follows another is a company's legal form."""
    token = page.tokens[at] if at < len(page.tokens) else None
    return token is not None and token.capital and token.bond in {Bond.SPACE, Bond.AND} and token.word in legal_forms()


def is_joined(page: Page, first: int, last: int) -> bool:
    """Whether "&" joins the words of a name."""
    return any(page.tokens[at].bond is Bond.AND for at in range(first + 1, last))
