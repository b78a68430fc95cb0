"""Which of two that are called the same is meant: Georgia in the Caucasus or in America, Turkey or turkey."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import inf

from extract.actors.gazetteer import folded_paradigms, forms, words_of
from extract.actors.lexicon import Homonym, language
from extract.actors.page import Found, Mark, Page
from extract.actors.tokens import Bond
from extract.actors.words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """What tells that a name means another than the one that it is known for; all words folded, in all their forms."""

    another: str
    """Its canonical name; empty: nobody."""
    names: frozenset[str]
    """The forms of the name that are meant; none: all."""
    beside: frozenset[str]
    company: frozenset[str]
    against: frozenset[str]
    initial: bool


@cache
def rules(code: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of a language by the canonical name that they are about."""
    found: defaultdict[str, tuple[Rule, ...]] = defaultdict(tuple)
    for each in language(code).homonyms:
        found[each.of] += (_rule(code, each),)
    return dict(found)


def _rule(code: str, data: Homonym) -> Rule:
    paradigms = folded_paradigms(language(code))

    def inflected(names: Iterable[str]) -> frozenset[str]:
        return frozenset(form[0] for name in names for form in forms(words_of(name)[:1], paradigms))

    names = frozenset(words_of(name)[0] for name in data.names)
    return Rule(
        data.another, names, inflected(data.beside), inflected(data.company), inflected(data.against), data.initial
    )


def as_meant(page: Page, known: Iterable[Found]) -> Iterator[Found]:
    """Known names as their company means them; the words of those that are nobody's are free again."""
    table, company = rules(page.code), Company(page)
    for found in known:
        about = table.get(found.canonical or "", ())
        rule = next((rule for rule in about if _is_another(page, found, rule, company)), None)
        if rule is None:
            yield found
        elif rule.another:
            yield replace(found, canonical=rule.another, state=None)
        else:
            _free(page, found, rule)


class Company:
    """Where words stand in a text, looked for once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._places: dict[frozenset[str], list[int]] = {}

    def distance(self, found: Found, words: frozenset[str]) -> float:
        """Words between a name and the nearest of its company; infinite where there is none."""
        if words not in self._places:
            tokens = enumerate(self._page.tokens) if words else ()
            self._places[words] = [at for at, token in tokens if _is_one(self._page.words, token.word, words)]
        places = self._places[words]
        after = bisect_left(places, found.first)
        return min((abs(at - found.first) for at in places[max(after - 1, 0) : after + 1]), default=inf)


def _is_another(page: Page, found: Found, rule: Rule, company: Company) -> bool:
    token = page.tokens[found.first]
    if rule.names and token.word[found.cut :] not in rule.names:
        return False
    if any(_is_one(page.words, word, rule.beside) for word in _neighbours(page, found)):
        return True
    against = company.distance(found, rule.against)
    if rule.initial and token.initial and against == inf:
        return True
    return company.distance(found, rule.company) < against


def _free(page: Page, found: Found, rule: Rule) -> None:
    """Take the mark off words that name nobody; where capitals make names, they make none with what stands beside."""
    caseless = page.tokens[found.first].caseless
    for at in range(max(found.first - 1, 0), min(found.last + 1, len(page.tokens))):
        if found.first <= at < found.last:
            page.marks[at] = Mark.PLAIN if caseless else Mark.IGNORED
        elif not caseless and _is_one(page.words, page.tokens[at].word, rule.beside):
            page.marks[at] = Mark.IGNORED


def _neighbours(page: Page, found: Found) -> Iterator[str]:
    """The words right before and after, nothing but a space or hyphen between."""
    if found.first and page.tokens[found.first].bond in {Bond.SPACE, Bond.HYPHEN}:
        yield page.tokens[found.first - 1].word
    if found.last < len(page.tokens) and page.tokens[found.last].bond in {Bond.SPACE, Bond.HYPHEN}:
        yield page.tokens[found.last].word


def _is_one(words: Words, word: str, company: Collection[str]) -> bool:
    return any(bare in company for _, bare in words.bare(word))
