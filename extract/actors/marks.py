"""What each word of a text is known to be: part of a known name, a role, a people, a date, or nothing yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.actors.gazetteer import Entry, Peoples, Phrases, gazetteer, peoples
from extract.actors.homonyms import as_meant
from extract.actors.lexicon import language
from extract.actors.page import Found, Mark, Page
from extract.actors.roster import NOBODY, OwnName, Roster
from extract.actors.tokens import Bond, Token, headlines
from extract.actors.words import Words, words

TAKEN = frozenset({Mark.DATE, Mark.KNOWN, Mark.IGNORED})
"""Words that are no part of another known name."""


def read_page(
    text: str, tokens: list[Token], code: str, dates: Sequence[tuple[int, int]], roster: Roster = NOBODY
) -> Page:
    """Marks every word that the user or data know."""
    page = Page(text, code, tokens, [], [], headlines(text, tokens, language(code).title_case), words(code))
    page.marks = [_look(token, page.words) for token in tokens]
    _mark_dates(page, dates)
    _mark_own(page, roster.names(code))
    page.known.extend(as_meant(page, list(_mark_known(page, gazetteer(code)))))
    _mark_roles(page)
    _mark_peoples(page, code)
    return page


def _look(token: Token, lexicon: Words) -> Mark:
    if not token.capital or token.word in lexicon.calendar or token.word[-1].isdecimal():
        return Mark.PLAIN
    return Mark.PLAIN if token.word in lexicon.function else Mark.CAPITAL


def _mark_dates(page: Page, dates: Sequence[tuple[int, int]]) -> None:
    ordered = sorted(dates)
    starts = [start for start, _ in ordered]
    for index, token in enumerate(page.tokens):
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start < ordered[at][1]:
            page.marks[index] = Mark.DATE


def _mark_own(page: Page, names: Phrases[OwnName]) -> None:
    index = 0
    while names.first_words() and index < len(page.tokens):
        index = max(index + 1, _mark_own_at(page, names, index))


def _mark_own_at(page: Page, names: Phrases[OwnName], index: int) -> int:
    """Marks the longest of the user's names that begins here; the word after it."""
    token = page.tokens[index]
    if page.marks[index] is Mark.DATE:
        return index
    for cut, word in page.words.bare(token.word) if token.caseless else ((0, token.word),):
        for phrase, own in names.starting(word):
            last = index + len(phrase)
            if (
                not _reads(page, index, phrase)
                or not _as_written(page, index, last, own)
                or _is_person(page, index, last)
            ):
                continue
            if own.type is not None:
                page.known.append(Found(index, last, own.type, own.canonical, cut, own=True))
            page.marks[index:last] = [Mark.KNOWN if own.type else Mark.IGNORED] * len(phrase)
            return last
    return index


def _as_written(page: Page, first: int, last: int, own: OwnName) -> bool:
    """Whether the text has the capitals that the user gave."""
    token = page.tokens[first]
    if token.caseless:
        return True
    if own.upper:
        return all(each.upper for each in page.tokens[first:last])
    return token.capital or not own.capital


def _mark_known(page: Page, names: Phrases[Entry]) -> Iterator[Found]:
    index = 0
    while index < len(page.tokens):
        found = _known_at(page, names, index)
        if found is None:
            index += 1
            continue
        yield found
        page.marks[found.first : found.last] = [Mark.KNOWN] * (found.last - found.first)
        index = found.last


def _known_at(page: Page, names: Phrases[Entry], index: int) -> Found | None:
    token = page.tokens[index]
    if page.marks[index] in TAKEN or not (token.capital or token.caseless):
        return None
    for cut, word in page.words.bare(token.word) if token.caseless else ((0, token.word),):
        for phrase, entry in names.starting(word):
            last = index + len(phrase)
            if _reads(page, index, phrase) and (token.upper or not entry.acronym) and not _is_person(page, index, last):
                return Found(index, last, entry.type, entry.canonical, cut, True, entry.state)
    return None


def _is_person(page: Page, first: int, last: int) -> bool:
    """Whether the name of a place or a people is a person's here: "Jack London", "Michael Jordan"."""
    token = page.tokens[first]
    if token.caseless or last != first + 1:
        return False
    given = page.words.given
    before = page.tokens[first - 1] if first and token.bond is Bond.SPACE else None
    if before is not None and before.capital and before.word in given:
        return True
    after = page.tokens[last] if last < len(page.tokens) and page.tokens[last].bond is Bond.SPACE else None
    return token.word in given and after is not None and page.marks[last] is Mark.CAPITAL and not _is_role(page, last)


def _is_role(page: Page, index: int) -> bool:
    return any(_reads(page, index, phrase) for phrase, _ in page.words.roles.starting(page.tokens[index].word))


def _reads(page: Page, index: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words after the first are the phrase's, with nothing but a space or hyphen between."""
    if index + len(phrase) > len(page.tokens):
        return False
    rest = page.tokens[index + 1 : index + len(phrase)]
    return all(
        token.word == word and token.bond is not Bond.NONE and page.marks[index + 1 + at] not in TAKEN
        for at, (token, word) in enumerate(zip(rest, phrase[1:], strict=True))
    )


def _mark_roles(page: Page) -> None:
    index = 0
    while index < len(page.tokens):
        index = max(index + 1, _mark_role_at(page, index))


def _mark_role_at(page: Page, index: int) -> int:
    """Marks the longest role that begins here; the word after it."""
    if page.marks[index] in TAKEN:
        return index
    token = page.tokens[index]
    for _, word in page.words.bare(token.word) if token.caseless else ((0, token.word),):
        for phrase, as_title in page.words.roles.starting(word):
            last = index + len(phrase)
            if as_title and not (token.capital or token.caseless):
                continue
            if _reads(page, index, phrase) and not _is_surname(page, index, last):
                page.marks[index:last] = [Mark.ROLE] * len(phrase)
                return _mark_tail(page, last)
    return index


def _mark_tail(page: Page, at: int) -> int:
    """Marks what a role's complement has in capitals ("of Foreign Affairs"); the word after it."""
    while (
        at < len(page.tokens) and page.tokens[at].bond is Bond.SPACE and page.tokens[at].word in page.words.role_tails
    ):
        if page.marks[at] is Mark.CAPITAL:
            page.marks[at] = Mark.ROLE
        at += 1
    return at


def _is_surname(page: Page, index: int, last: int) -> bool:
    """Whether a word that could be a role ends a name: "Stephen King"."""
    token = page.tokens[index]
    if last != index + 1 or not token.capital or index == 0 or token.bond is not Bond.SPACE:
        return False
    before = page.tokens[index - 1]
    follows = last < len(page.tokens) and page.tokens[last].capital and page.tokens[last].bond is Bond.SPACE
    return before.word in page.words.given and before.capital and not follows


def _mark_peoples(page: Page, code: str) -> None:
    known = peoples(code)
    for index, token in enumerate(page.tokens):
        if page.marks[index] is Mark.CAPITAL:
            is_people = token.word in known and not _is_person(page, index, index + 1)
        else:
            is_people = (
                token.caseless and page.marks[index] is Mark.PLAIN and _is_caseless_people(page, token.word, known)
            )
        if is_people:
            page.marks[index] = Mark.PEOPLE


def _is_caseless_people(page: Page, word: str, known: Peoples) -> bool:
    return any(page.words.without_article(rest) in known for _, rest in page.words.bare(word))
