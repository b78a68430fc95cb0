"""What each word of a text is known to be: part of a known name, a role, a people, a date, or nothing yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.actors.company import is_form
from extract.actors.gazetteer import Entry, Phrases, T, gazetteer
from extract.actors.homonyms import as_meant
from extract.actors.kinds import kind
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
    lexicon = words(code)
    marks = [_look(token, lexicon) for token in tokens]
    in_headline = headlines(text, tokens, language(code).title_case)
    page = Page(text, code, tokens, marks, [], in_headline, lexicon, [kind(code, token.word) for token in tokens])
    _mark_parts_of_names(page)
    _mark_dates(page, dates)
    _mark_own(page, roster.names(code))
    page.known.extend(as_meant(page, list(_mark_known(page, gazetteer(code)))))
    _mark_roles(page)
    _mark_peoples(page)
    return page


def _look(token: Token, lexicon: Words) -> Mark:
    if not token.capital or token.word in lexicon.calendar or token.word[-1].isdecimal():
        return Mark.PLAIN
    return Mark.PLAIN if token.word in lexicon.function else Mark.CAPITAL


def _mark_parts_of_names(page: Page) -> None:
    """Marks words that are a name's for what stands beside them, whatever they are elsewhere: "Theresa *May*"."""
    for index, token in enumerate(page.tokens):
        if (token.capital or token.bond is Bond.HYPHEN) and page.marks[index] is Mark.PLAIN:
            page.marks[index] = Mark.CAPITAL if _is_part_of_name(page, index) else Mark.PLAIN


def _is_part_of_name(page: Page, index: int) -> bool:
    token, bond = page.tokens[index], page.tokens[index].bond
    before = page.tokens[index - 1] if index and bond is not Bond.NONE else None
    if not token.capital:  # "Kim Jong-*un*"
        follows_name = before is not None and page.marks[index - 1] is Mark.CAPITAL
        return follows_name and bond is Bond.HYPHEN and token.word in page.words.syllables
    after = page.tokens[index + 1].bond if index + 1 < len(page.tokens) else Bond.NONE
    if after is not Bond.NONE and page.marks[index + 1] is not Mark.CAPITAL:
        after = Bond.NONE
    if len(token.word) == 1:
        return after is Bond.DOT and (before is None or not before.capital)
    behind_given = before is not None and before.capital and bond is Bond.SPACE and before.word in page.words.given
    if behind_given and not page.words.noun_capitals:
        return True
    if token.word in page.words.particles:  # "Marine *Le* Pen"
        return after is Bond.SPACE and before is not None and page.marks[index - 1] is Mark.CAPITAL
    if after is not Bond.SPACE or token.word not in page.words.calendar:
        return False
    return token.word in page.words.given or is_form(page, index + 2)  # "*June* Osborn", "*Sun* Microsystems Inc."


def _mark_dates(page: Page, dates: Sequence[tuple[int, int]]) -> None:
    for start, end in dates:
        at = bisect_left(page.tokens, start, key=lambda token: token.start)
        while at < len(page.tokens) and page.tokens[at].start < end:
            page.marks[at] = Mark.DATE
            at += 1


def _mark_own(page: Page, names: Phrases[OwnName]) -> None:
    index = 0
    while names.first_words() and index < len(page.tokens):
        index = max(index + 1, _mark_own_at(page, names, index))


def _mark_own_at(page: Page, names: Phrases[OwnName], index: int) -> int:
    """Marks the longest of the user's names that begins here; the word after it."""
    if page.marks[index] is Mark.DATE:
        return index
    for cut, last, own in _phrases_at(page, names, index):
        if not _as_written(page, index, last, own) or _is_person(page, index, last):
            continue
        if own.type is not None:
            page.known.append(Found(index, last, own.type, own.canonical, cut, own=True))
        page.marks[index:last] = [Mark.KNOWN if own.type else Mark.IGNORED] * (last - index)
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
    if not page.kinds[index].name or page.marks[index] in TAKEN or not (token.capital or token.caseless):
        return None
    for cut, last, entry in _phrases_at(page, names, index):
        if (token.upper or not entry.acronym) and not _is_person(page, index, last):
            return Found(index, last, entry.type, entry.canonical, cut, True, entry.state)
    return None


def _phrases_at(page: Page, table: Phrases[T], index: int) -> Iterator[tuple[int, int, T]]:
    """(letters cut off, the word after, what it stands for) of each phrase that begins at a word; the longest first."""
    after = page.tokens[index + 1].word if index + 1 < len(page.tokens) else ""
    for cut, word in page.words.bare(page.tokens[index].word):
        for phrase, entry in table.starting(word, after):
            if _reads(page, index, phrase):
                yield cut, index + len(phrase), entry


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
    return page.kinds[index].role and any(True for _ in _phrases_at(page, page.words.roles, index))


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
    if not page.kinds[index].role or page.marks[index] in TAKEN:
        return index
    token = page.tokens[index]
    for _, last, as_title in _phrases_at(page, page.words.roles, index):
        if (token.capital or token.caseless or not as_title) and not _is_surname(page, index, last):
            page.marks[index:last] = [Mark.ROLE] * (last - index)
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


def _mark_peoples(page: Page) -> None:
    for index, token in enumerate(page.tokens):
        free = Mark.PLAIN if token.caseless else Mark.CAPITAL
        if page.kinds[index].people and page.marks[index] is free and not _is_person(page, index, index + 1):
            page.marks[index] = Mark.PEOPLE
