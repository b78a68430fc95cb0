"""Who is who within one document: a surname joins the full name that the document gives it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import permutations

from extract.actors.company import is_where
from extract.actors.gazetteer import word_forms, words_of
from extract.actors.nominative import in_nominative
from extract.actors.page import Found, Mark, Page
from extract.actors.tokens import Bond
from extract.model import ActorType

Paradigms = tuple[tuple[str, ...], ...]

MOST_NAMESAKES = 20
"""Of more people with one surname in a document a bare surname tells nothing."""


SETTLED = frozenset({Mark.KNOWN, Mark.DATE, Mark.ROLE, Mark.IGNORED})
"""Words that are something else."""


class People:
    """The persons that a document names in full, found by the stem of their last word."""

    def __init__(self, page: Page, found: Iterable[Found]) -> None:
        self._page = page
        names: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for each in found:
            stems = self._stems(each)
            if each.type is ActorType.PERSON and len(stems) > 1:
                names[stems][page.surface(each.first, each.last, each.cut)] += 1
        best = {stems: _best(forms, page.words.paradigms) for stems, forms in names.items()}
        self._names = {stems: in_nominative(name, page.code) for stems, name in best.items()}
        self._by_surname: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._by_given: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._by_middle: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for stems in self._names:
            self._by_surname[stems[-1]].add(stems)
            self._by_given[stems[0]].add(stems)
            for stem in stems[1:-1]:
                self._by_middle[stem].add(stems)

    def _stems(self, found: Found) -> tuple[str, ...]:
        words = self._page.words
        stems = []
        for at in range(found.first, found.last):
            word = self._page.tokens[at].word[found.cut if at == found.first else 0 :]
            if word not in words.particles:
                stems.append(words.stem(word))
        return tuple(stems) or ("",)

    @property
    def some(self) -> bool:
        """Whether there are any."""
        return bool(self._names)

    def full_name(self, found: Found) -> str | None:
        """The fullest name in the document of which this is a part; None where two people share it."""
        stems = self._stems(found)
        alone = len(stems) == 1 and found.type is not ActorType.PLACE
        name = self._fullest(stems) or (self._fullest_of(stems, self._beginning(stems[0])) if alone else None)
        return self._names[self._fullest(name) or name] if name else None

    def _beginning(self, stem: str) -> Set[tuple[str, ...]]:
        return self._by_given.get(stem) or self._by_middle.get(stem) or frozenset()

    def _fullest(self, stems: tuple[str, ...]) -> tuple[str, ...] | None:
        """The fullest of those who have the surname."""
        candidates = self._by_surname.get(stems[-1], set())
        if len(candidates) > MOST_NAMESAKES:
            return stems if stems in self._names else None
        return self._fullest_of(stems, candidates)

    def _fullest_of(self, stems: tuple[str, ...], candidates: Set[tuple[str, ...]]) -> tuple[str, ...] | None:
        if len(candidates) > MOST_NAMESAKES:
            return None
        same = [name for name in sorted(candidates) if _is_part(stems, name)]
        longest = max(map(len, same), default=0)
        fullest = [name for name in same if len(name) == longest]
        return fullest[0] if len(fullest) == 1 else None

    def knows(self, stem: str) -> bool:
        """Whether a stem is the surname of exactly one of them."""
        return len(self._by_surname.get(stem, ())) == 1


def _best(forms: Counter[str], paradigms: Paradigms) -> str:
    """The form of which most others are cases, then the one met most; then the longest, as an ending may be lost."""
    cases = Counter(one for one, other in permutations(forms, 2) if _is_case(other, one, paradigms))
    return min(forms, key=lambda form: (-cases[form], -forms[form], -len(form), form))


def _is_case(form: str, nominative: str, paradigms: Paradigms) -> bool:
    """Whether each word of a name may be a case of the other's."""
    words, firsts = words_of(form), words_of(nominative)
    return len(words) == len(firsts) and all(
        word in word_forms(first, paradigms) for word, first in zip(words, firsts, strict=True)
    )


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    return all(word in long for word in short)


def namesakes(page: Page, people: People, known: Iterable[Found]) -> Iterator[Found]:
    """Known names; a place is the person who has it for a surname, where nothing shows a place: "Jordan scored".

    What the user knows stays.
    """
    for each in known:
        token = page.tokens[each.first]
        is_place = each.type is ActorType.PLACE and each.last == each.first + 1 and not token.caseless
        surname = page.words.stem(token.word)
        if is_place and not each.own and not is_where(page, each.first) and people.knows(surname):
            yield replace(each, type=ActorType.PERSON, canonical=None, state=None)
        else:
            yield each


def again(page: Page, people: People, taken: Iterable[Found]) -> Iterator[Found]:
    """Bare surnames of the document's people where nothing else showed that they are names."""
    free = [people.some] * len(page.tokens)
    for found in taken:
        free[found.first : found.last] = [False] * (found.last - found.first)
    for index, token in enumerate(page.tokens):
        if not free[index] or page.marks[index] in SETTLED or not (token.capital or token.caseless):
            continue
        cut = next((cut for cut, stem in page.kinds[index].stems if people.knows(stem)), None)
        if cut is not None and not (token.caseless and token.word in page.words.function):
            yield Found(_first_part(page, index, free), index + 1, ActorType.PERSON, cut=cut)


def _first_part(page: Page, index: int, free: Sequence[bool]) -> int:
    """Where a surname begins of which a word is the last part: "Leutheusser-Schnarrenberger"."""
    while page.tokens[index].bond is Bond.HYPHEN and free[index - 1] and page.tokens[index - 1].capital:
        index -= 1
    return index


def confirmed(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """The names that are sure, or that the document names elsewhere in a place that makes them sure."""
    if all(each.sure for each in found):
        yield from found
        return
    sure = {page.words.stem(page.tokens[each.first].word) for each in found if each.sure}
    for each in found:
        if each.sure or page.words.stem(page.tokens[each.first].word) in sure:
            yield replace(each, sure=True)
