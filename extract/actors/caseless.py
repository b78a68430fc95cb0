"""Names in scripts without capitals: what follows a role or a given name, up to a word that cannot belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.actors.capitals import follows_saying
from extract.actors.marks import Found, Mark, Page
from extract.actors.tokens import Bond
from extract.model import ActorType

MAX_PARTS = 4
"""A name has at most so many words, particles not counted."""

USUAL_PARTS = 2
"""Beyond given name and surname a word belongs to the name only if its form says so."""

MAX_GAP = 3
"""A quotation mark and a space may stand between "the newspaper" and its name."""

MIN_LETTERS = 3
"""Shorter words are function words; a name's are longer."""


def find_caseless(page: Page) -> Iterator[Found]:
    """The names in scripts without capitals that no list knows."""
    index = 0
    while index < len(page.tokens):
        found = _at(page, index) if page.tokens[index].caseless else None
        if found is None:
            index += 1
            continue
        yield found
        index = found.last


def _at(page: Page, index: int) -> Found | None:
    if page.marks[index] is not Mark.PLAIN:
        return None
    after_role = _follows_role(page, index)
    if after_role or follows_saying(page, index) or _follows_people(page, index):
        return _announced(page, index, after_role)
    cut = _given_cut(page, index)
    last = _name_end(page, index)
    if cut is not None and last - index >= USUAL_PARTS:
        return Found(index, last, ActorType.PERSON, cut=cut)
    if not _is_unknown(page, index) or last == index:
        return None
    headed = _headed(page, index)
    if headed is not None:
        return Found(index, last, headed)
    if last - index >= USUAL_PARTS and _all_unknown(page, index, index + USUAL_PARTS):
        return Found(index, last, ActorType.PERSON)
    return None


def _headed(page: Page, index: int) -> ActorType | None:
    """What the word before says that a foreign name is: "the city of", "the newspaper"."""
    if index == 0 or page.tokens[index].bond not in {Bond.SPACE, Bond.NONE}:
        return None
    before = page.tokens[index - 1]
    if page.tokens[index].start - before.end > MAX_GAP:
        return None
    forms = [word for _, word in page.words.bare(before.word)]
    if any(word in page.words.organisation_heads for word in forms):
        return ActorType.ORGANISATION
    if page.tokens[index].bond is Bond.SPACE and any(word in page.words.locatives for word in forms):
        return ActorType.PLACE
    return None


def _follows_people(page: Page, index: int) -> bool:
    return index > 0 and page.tokens[index].bond is Bond.SPACE and page.marks[index - 1] is Mark.PEOPLE


def _announced(page: Page, index: int, after_role: bool) -> Found | None:
    """A name after a role or a verb of saying, where an everyday word may stand as well."""
    token = page.tokens[index]
    last = _name_end(page, index)
    if last == index:
        return None
    if token.word in page.words.given or _is_unknown(page, index):
        return Found(index, last, ActorType.PERSON)
    has_article = page.words.without_article(token.word) != token.word
    return Found(index, last, ActorType.PERSON) if after_role and not has_article and last - index > 1 else None


def _is_unknown(page: Page, index: int) -> bool:
    """Whether the dictionary has the word in none of its forms, as is so of most foreign names."""
    return page.words.has_vocabulary and not page.is_common(index)


def _all_unknown(page: Page, first: int, last: int) -> bool:
    return all(page.marks[at] is Mark.PLAIN and _is_unknown(page, at) for at in range(first, last))


def _given_cut(page: Page, index: int) -> int | None:
    """How many letters of proclitic stand before a given name; None where the word is none."""
    token = page.tokens[index]
    return next((cut for cut, word in page.words.bare(token.word) if word in page.words.given), None)


def _follows_role(page: Page, index: int) -> bool:
    """Whether a role stands before, with nothing but its complements between."""
    at = index
    while at > 0 and page.tokens[at].bond is Bond.SPACE:
        at -= 1
        if page.marks[at] is Mark.ROLE:
            return True
        tail = any(word in page.words.role_tails for _, word in page.words.bare(page.tokens[at].word))
        if not tail and page.marks[at] not in {Mark.PEOPLE, Mark.KNOWN}:
            return False
    return False


def _name_end(page: Page, first: int) -> int:
    """The word after a name that begins here."""
    at, parts = first, 0
    while at < len(page.tokens) and parts < MAX_PARTS and (at == first or page.tokens[at].bond is Bond.SPACE):
        particle = page.tokens[at].word in page.words.particles
        if (
            particle
            and at + 1 < len(page.tokens)
            and page.tokens[at + 1].bond is Bond.SPACE
            and _can_belong(page, at + 1)
        ):
            at, parts = at + 2, parts + 1
            continue
        if not _can_belong(page, at) or (parts >= USUAL_PARTS and not _extends(page, at)):
            break
        if at == first and page.tokens[at].word in page.words.role_tails:
            break
        at, parts = at + 1, parts + 1
    return at


def _can_belong(page: Page, at: int) -> bool:
    token = page.tokens[at]
    if page.marks[at] is Mark.PEOPLE:
        return page.words.without_article(token.word) != token.word and page.marks[at - 1] is Mark.PLAIN
    if page.marks[at] is not Mark.PLAIN or len(token.word) < MIN_LETTERS:
        return False
    return not any(_is_stop(page, word) for _, word in page.words.bare(token.word))


def _is_stop(page: Page, word: str) -> bool:
    return word in page.words.function or word in page.words.saying or word in page.words.organisation_heads


def _extends(page: Page, at: int) -> bool:
    """Whether a third word still belongs to the name: it has the article, or is a given name itself."""
    word = page.tokens[at].word
    return word in page.words.given or (page.words.without_article(word) != word and page.marks[at] is Mark.PLAIN)
