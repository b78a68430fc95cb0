"""Names by their capitals: runs of capitalised words, less what only looks like a name, typed by their company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.actors.company import has_role, is_form, is_joined, is_where, says
from extract.actors.page import Found, Mark, Page
from extract.actors.places import is_state
from extract.actors.tokens import Bond
from extract.model import ActorType
from extract.text.fold import fold

MAX_NAME = 5
"""A person's name of more words is a title or a headline."""

MAX_ORGANISATION = 9
"""So many words may an organisation's name have."""

MAX_PARTICLES = 3
"""So many small words may stand inside a name: "van de la"."""

MAX_CONNECTORS = 2
"""So many small words may join the parts of an organisation's name: "of the"."""

ROMAN_NUMERAL = re.compile(r"[ivxlcdm]+")
"""A number written in capitals is no acronym."""

WHOLE_NAME = 2
"""Words of a name in full at least."""

SILENT = frozenset({Mark.PLAIN, Mark.DATE, Mark.IGNORED})
"""Words with which no name begins, for all their capitals."""

MIN_LETTERS = 3
"""A single word of fewer letters is an initial or an abbreviation."""


def find_capitalised(page: Page) -> Iterator[Found]:
    """The names in scripts with capitals that no list knows."""
    cities = {each.first: each.last for each in page.known if _is_city(each)}
    index = 0
    while index < len(page.tokens):
        if not page.tokens[index].capital or page.in_headline[index] or page.marks[index] in SILENT:
            index += 1
            continue
        end = _run_end(page, index)
        organisation = _organisation(page, index, end, cities) or _headed(page, index, end)
        if organisation is not None:
            yield organisation
            index = organisation.last
            continue
        if not _is_other(page, index, end):
            yield from _names(page, index, end)
        index = end


def _run_end(page: Page, first: int) -> int:
    """The word after a run of capitalised words, particles of names included."""
    last = first + 1
    while last < len(page.tokens):
        token = page.tokens[last]
        if token.bond is Bond.NONE or (token.bond is Bond.DOT and not _abbreviated(page, last - 1)):
            break
        if (token.capital or page.marks[last] is Mark.CAPITAL) and page.marks[last] is not Mark.DATE:
            last += 1
            continue
        after = _after_particles(page, last)
        if after is None:
            break
        last = after + 1
    return last


def _after_particles(page: Page, at: int) -> int | None:
    """The capitalised word after "von der" and the like; None where there is none."""
    for index in range(at, min(at + MAX_PARTICLES + 1, len(page.tokens))):
        token = page.tokens[index]
        if token.bond is Bond.NONE or page.marks[index] is Mark.DATE:
            return None
        if token.capital:
            return index if index > at else None
        if token.word not in page.words.particles:
            return None
    return None


def _abbreviated(page: Page, index: int) -> bool:
    word = page.tokens[index].word
    return len(word) == 1 or word in page.words.honorifics


def _organisation(page: Page, first: int, end: int, cities: Mapping[int, int]) -> Found | None:
    """An organisation's name where one of the run's words says so; its complement ("of ...") included.

    `cities` are the places that are no states, from their first word to the word after.
    """
    heads = [at for at in range(first, end) if page.tokens[at].word in page.words.organisation_heads]
    heads = [at for at in heads if page.marks[at] is not Mark.KNOWN]
    if not heads:
        return None
    last = _complement_end(page, end, cities)
    while first < heads[0] and _is_opening(page, first):
        first += 1
    if last - first < 2 or last - first > MAX_ORGANISATION:
        return None
    return Found(first, last, ActorType.ORGANISATION, _named(page, first, last))


def _headed(page: Page, first: int, end: int) -> Found | None:
    """An organisation of everyday words after its head in small letters: "υπουργείο Εσωτερικών"; a name may follow."""
    head = first - 1
    if head < 0 or page.tokens[first].bond is not Bond.SPACE or page.tokens[head].capital:
        return None
    given = page.words.given
    last = next((at for at in range(first, end) if page.tokens[at].word in given), end)
    if page.tokens[head].word not in page.words.organisation_heads or not _all_common(page, first, last):
        return None
    return Found(head, last, ActorType.ORGANISATION, _named(page, head, last)) if last > first else None


def _named(page: Page, first: int, last: int) -> str | None:
    """An organisation's name in the nominative where it begins with its head; None: as it stands."""
    token = page.tokens[first]
    head = page.words.organisation_heads.get(token.word)
    if head is None or (fold(head) == token.word and token.capital):
        return None
    rest = page.surface(first, last)[token.end - token.start :]
    return " ".join(f"{head[:1].upper()}{head[1:]}{rest}".split())


def _all_common(page: Page, first: int, end: int) -> bool:
    given, particles = page.words.given, page.words.particles
    parts = (at for at in range(first, end) if page.tokens[at].capital or page.tokens[at].word not in particles)
    return all(
        page.marks[at] is Mark.CAPITAL and page.is_common(at) and page.tokens[at].word not in given for at in parts
    )


def _is_opening(page: Page, index: int) -> bool:
    """Whether a word is in a run for its place alone, or says who somebody is."""
    if page.marks[index] in {Mark.ROLE, Mark.PLAIN, Mark.DATE}:
        return True
    return page.tokens[index].initial and page.tokens[index].word in page.words.function


def _complement_end(page: Page, end: int, cities: Mapping[int, int]) -> int:
    """Where "of Foreign Affairs" after an organisation's name ends; a state after "of" stays its own."""
    at = end
    while at < len(page.tokens) and at - end <= MAX_CONNECTORS and page.tokens[at].bond is Bond.SPACE:
        if page.tokens[at].word not in page.words.connectors:
            break
        at += 1
    if at == end or at >= len(page.tokens) or page.tokens[at].bond is not Bond.SPACE:
        return end
    return _run_end(page, at) if page.marks[at] is Mark.CAPITAL else cities.get(at, end)


def _is_city(found: Found) -> bool:
    """Whether it is a place and no state: the University of Oxford is one, what a state has is the state's."""
    return found.type is ActorType.PLACE and found.canonical is not None and not is_state(found.canonical)


def _is_other(page: Page, first: int, end: int) -> bool:
    """Whether the run names a treaty, a war, a monument: nobody who acts."""
    heads, given = page.words.other_heads, page.words.given  # "Bill" is a law, and a man
    run = (token.word for token in page.tokens[first:end])
    return end - first > 1 and any(word in heads and word not in given for word in run)


def _names(page: Page, first: int, end: int) -> Iterator[Found]:
    """The names in a run, between its known names, roles and peoples."""
    at = first
    while at < end:
        if page.marks[at] is not Mark.CAPITAL:
            at += 1
            continue
        last = at + 1
        while last < end and (page.marks[last] is Mark.CAPITAL or _inside(page, last, end)):
            last += 1
        found = _name(page, at, last)
        if found is not None:
            yield found
        at = last


def _inside(page: Page, at: int, end: int) -> bool:
    """Whether a small particle here joins two parts of one name."""
    after = _after_particles(page, at)
    return after is not None and after < end and page.marks[after] is Mark.CAPITAL


def _name(page: Page, first: int, last: int) -> Found | None:
    while first < last and page.tokens[first].initial and not _may_begin(page, first, last):
        first += 1
    count = last - first
    if count < 1 or count > MAX_NAME:
        return None
    is_head = count == 1 and page.tokens[first].word in page.words.organisation_heads
    if has_role(page, first) and not page.tokens[first].upper and not is_head:
        return Found(first, last, ActorType.PERSON)
    return _single(page, first) if count == 1 else _several(page, first, last)


def _may_begin(page: Page, first: int, last: int) -> bool:
    """Whether a sentence's first word may be of the name up to `last`, and has its capital not just for its place."""
    token = page.tokens[first]
    if token.word in page.words.given or token.upper:
        return True
    if last - first > 1 and page.tokens[first + 1].bond in {Bond.HYPHEN, Bond.DOT}:
        return True
    if token.word not in page.words.function and (is_joined(page, first, last) or is_form(page, last - 1)):
        return True
    if not page.words.has_vocabulary and last - first > WHOLE_NAME and page.tokens[first + 1].word in page.words.given:
        return False  # a noun before a name in full
    return token.word not in page.words.function and not page.is_common(first)


def _several(page: Page, first: int, last: int) -> Found | None:
    if is_form(page, last - 1):
        return Found(first, last, ActorType.ORGANISATION)
    if _all_common(page, first, last):
        return None
    if is_joined(page, first, last):
        return Found(first, last, ActorType.ORGANISATION)
    if page.words.noun_capitals and page.tokens[first].word not in page.words.given:
        return None
    is_person = page.tokens[first].word in page.words.given or not is_where(page, first)
    return Found(first, last, ActorType.PERSON if is_person else ActorType.PLACE)


def _single(page: Page, first: int) -> Found | None:
    token = page.tokens[first]
    if len(token.word) < MIN_LETTERS and not token.upper:
        return None
    if token.upper:
        return None if ROMAN_NUMERAL.fullmatch(token.word) else Found(first, first + 1, ActorType.ORGANISATION)
    if page.words.noun_capitals or token.word in page.words.other_heads:
        return None
    if token.word in page.words.organisation_heads:
        return None
    if says(page, first, first + 1):
        return Found(first, first + 1, ActorType.PERSON)
    if token.quoted:
        return None
    sure = not page.is_common(first) and (page.words.has_vocabulary or not token.initial)
    if is_where(page, first):
        return Found(first, first + 1, ActorType.PLACE, sure=sure)
    is_given = token.word in page.words.given
    return Found(first, first + 1, ActorType.PERSON if is_given else ActorType.ORGANISATION, sure=sure)
