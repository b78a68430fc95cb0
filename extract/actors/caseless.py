"""Names in scripts without capitals: what follows a role or a given name, up to a word that cannot belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.actors.company import follows_saying
from extract.actors.page import Found, Mark, Page
from extract.actors.tokens import Bond
from extract.model import ActorType

MAX_PARTS = 4
"""A name has at most so many words, particles not counted."""

USUAL_PARTS = 2
"""Beyond given name and surname a word belongs to the name only if its form says so."""

ROLE_REACH = 8
"""A role and its complements ("the minister of water resources of ...") have at most so many words."""

MAX_GAP = 3
"""A quotation mark and a space may stand between "the newspaper" and its name."""

NAMED_FOR = frozenset({Mark.PEOPLE, Mark.KNOWN})
"""What a role may be of: "the president of Russia", "the Russian president"."""

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
    if page.marks[index] is not Mark.PLAIN or page.kinds[index].stop:
        return None
    after_role = _follows_role(page, index)
    if after_role or follows_saying(page, index) or (_follows_people(page, index) and not page.kinds[index].article):
        return _announced(page, index, after_role)
    given, unknown = page.kinds[index].given, _is_unknown(page, index)
    last = _name_end(page, index) if unknown or given is not None else index
    if last == index:
        return None
    if given is not None and last - index >= USUAL_PARTS:
        return Found(index, last, ActorType.PERSON, cut=given)
    if not unknown:
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
    kind = page.kinds[index - 1]
    if kind.head:
        return ActorType.ORGANISATION
    return ActorType.PLACE if kind.locative and page.tokens[index].bond is Bond.SPACE else None


def _follows_people(page: Page, index: int) -> bool:
    return index > 0 and page.tokens[index].bond is Bond.SPACE and page.marks[index - 1] is Mark.PEOPLE


def _announced(page: Page, index: int, after_role: bool) -> Found | None:
    """A name after a role or a verb of saying, where an everyday word may stand as well."""
    last = _name_end(page, index)
    if last == index:
        return None
    kind = page.kinds[index]
    titled = after_role and not kind.article and _is_definite(page, index - 1) and page.is_listed(index)
    if titled or kind.given == 0 or _is_unknown(page, index):
        return Found(index, last, ActorType.PERSON)
    return None


def _is_definite(page: Page, index: int) -> bool:
    """Whether what stands before is a definite title or a state: what follows without an article can only be a name."""
    return page.kinds[index].article or page.marks[index] is Mark.KNOWN


def _is_unknown(page: Page, index: int) -> bool:
    """Whether the dictionary has the word in none of its forms, as is so of most foreign names."""
    return page.words.has_vocabulary and not page.is_common(index)


def _all_unknown(page: Page, first: int, last: int) -> bool:
    return all(page.marks[at] is Mark.PLAIN and _is_unknown(page, at) for at in range(first, last))


def _follows_role(page: Page, index: int) -> bool:
    """Whether a role stands before, with nothing but its complements between."""
    at = index
    while at > 0 and index - at < ROLE_REACH and page.tokens[at].bond is Bond.SPACE:
        at -= 1
        if page.marks[at] is Mark.ROLE:
            return True
        if not page.kinds[at].tail and page.marks[at] not in NAMED_FOR:
            return False
    return False


def _name_end(page: Page, first: int) -> int:
    """The word after a name that begins here; the same word where none does."""
    if not _can_belong(page, first) or page.kinds[first].tail:
        return first
    at, parts = first, 0
    while at < len(page.tokens) and parts < MAX_PARTS and (at == first or page.tokens[at].bond is Bond.SPACE):
        if page.kinds[at].particle and _goes_on(page, at + 1):
            at += 2
        elif _can_belong(page, at) and (parts < USUAL_PARTS or _extends(page, first, at)):
            at += 1
        else:
            break
        parts += 1
    return at


def _goes_on(page: Page, at: int) -> bool:
    return at < len(page.tokens) and page.tokens[at].bond is Bond.SPACE and _can_belong(page, at)


def _can_belong(page: Page, at: int) -> bool:
    """Whether a word may be part of a name; a people's name may be a surname ("al-Masri")."""
    kind = page.kinds[at]
    if page.marks[at] is Mark.PEOPLE:
        return kind.article and at > 0 and page.marks[at - 1] is Mark.PLAIN
    return page.marks[at] is Mark.PLAIN and len(page.tokens[at].word) >= MIN_LETTERS and not kind.stop


def _extends(page: Page, first: int, at: int) -> bool:
    """Whether a third word still belongs to the name: it has the article, is a given name, or the surname of two."""
    kind = page.kinds[at]
    if kind.given == 0 or (kind.article and page.marks[at] is Mark.PLAIN):
        return True
    is_open = all(page.kinds[each].given is not None for each in range(first, at))
    return is_open and not (page.words.has_vocabulary and page.is_common(at))
