"""Companies: a name without its legal form ("Corp."), and what a text calls it for short once that stood there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.actors.company import has_role, is_form
from extract.actors.lexicon import legal_forms
from extract.actors.page import Found, Mark, Page, one_line
from extract.actors.tokens import Bond
from extract.model import ActorType

Words = tuple[str, ...]

JOINING = frozenset({Bond.SPACE, Bond.HYPHEN, Bond.AND})
"""What stands between the words of one name."""


class _Name(NamedTuple):
    """A name's words `first` up to, without, `last`; with its legal form from `begin` up to `end`."""

    begin: int
    first: int
    last: int
    end: int

    @property
    def has_form(self) -> bool:
        return self.begin < self.first or self.last < self.end


def firms(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """Names, of which those with a legal form are companies, and so is each that is the beginning of just one of these.

    What a role stands before stays a person: "Mr. Ford" is nobody's short name. So does a surname of somebody else.
    """
    names = [_name(page, each) for each in found]
    named = {_words(page, *name[1:3]): page.surface(*name[1:3]) for name in reversed(names) if name.has_form}
    if not named:
        yield from found
        return
    meant = _beginnings(named)
    names = [name._replace(first=_beginning(page, name.first, name.last, meant)) for name in names]
    people = (name for name, each in zip(names, found, strict=True) if each.type is ActorType.PERSON)
    surnames = {page.tokens[name.last - 1].word for name in people if _words(page, *name[1:3]) not in meant}
    for each, name in zip(found, names, strict=True):
        words = _words(page, name.first, name.last)
        full = {words} if words in named else meant.get(words, set())
        is_somebody = not name.has_form and (words[-1] in surnames or has_role(page, name.first))
        if each.canonical is None and len(full) == 1 and not is_somebody:
            first = min(name.begin, name.first)
            yield Found(first, name.end, ActorType.ORGANISATION, one_line(named[min(full)]))
        else:
            yield each
    short = _evident(page, {words: full for words, full in meant.items() if words[-1] not in surnames})
    yield from _again(page, named | {words: named[full] for words, full in short.items()}, found)


def _evident(page: Page, meant: Mapping[Words, set[Words]]) -> dict[Words, Words]:
    """The first words of just one company each that the text has alone, with a capital that is not for the place.

    So everyday words are names: "demand for Sun's computers".
    """
    heads, function = page.words.organisation_heads, page.words.function
    shown = {
        token.word
        for index, token in enumerate(page.tokens)
        if token.capital and not token.initial and (token.word,) in meant and _is_alone(page, index)
    }
    single = {(word,): meant[(word,)] for word in shown if word not in heads and word not in function}
    return {words: min(full) for words, full in single.items() if len(full) == 1}


def _is_alone(page: Page, index: int) -> bool:
    """Whether a word is no role, people or date, and no part of a longer run of words with capitals."""
    follows, leads = (at < len(page.tokens) and page.tokens[at].bond in JOINING for at in (index, index + 1))
    follows = follows and page.tokens[index - 1].capital
    leads = leads and page.tokens[index + 1].capital
    return page.marks[index] in {Mark.CAPITAL, Mark.PLAIN} and not follows and not leads


def _again(page: Page, named: Mapping[Words, str], found: Iterable[Found]) -> Iterator[Found]:
    """Companies called by their whole name where nothing else showed that it is one: "Hale & Sons"."""
    taken = {at for each in [*found, *page.known] for at in range(each.first, each.last)}
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for words in named:
        lengths[words[0]].add(len(words))
    for first, token in enumerate(page.tokens):
        if first in taken or not token.capital or token.word not in lengths or has_role(page, first):
            continue
        for last in sorted((first + count for count in lengths[token.word]), reverse=True):
            words = _words(page, first, last)
            is_name = words in named and (len(words) > 1 or _is_alone(page, first))
            if is_name and taken.isdisjoint(range(first, last)):
                yield Found(first, last, ActorType.ORGANISATION, one_line(named[words]))
                break


def _name(page: Page, found: Found) -> _Name:
    first, last, end = found.first, found.last, found.last
    while last - first > 1 and page.tokens[first].upper and page.tokens[first].word in legal_forms():
        first += 1
    while last - first > 1 and is_form(page, last - 1):
        last -= 1
    while is_form(page, end):
        end += 1
    return _Name(found.first, first, last, end)


def _beginning(page: Page, first: int, last: int, meant: Container[Words]) -> int:
    """Where a company's name begins of which the first word was taken for another: "Dow Jones"."""
    while first > 0 and page.tokens[first - 1].capital and _words(page, first - 1, last) in meant:
        first -= 1
    return first


def _words(page: Page, first: int, last: int) -> Words:
    return tuple(token.word for token in page.tokens[first:last])


def _beginnings(names: Iterable[Words]) -> dict[Words, set[Words]]:
    """The names that begin with some words, by these."""
    begun: defaultdict[Words, set[Words]] = defaultdict(set)
    for name in names:
        for count in range(1, len(name) + 1):
            begun[name[:count]].add(name)
    return begun
