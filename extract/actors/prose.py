"""A text as a row of words, light enough to be walked over once more after the actors are found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extract.actors.gazetteer import Phrases, T
from extract.actors.lexicon import language
from extract.actors.tokens import WORD
from extract.actors.words import Words, words
from extract.text.fold import Folded, fold_with_origin

INSIDE = frozenset({"-", "'", "-'"})
"""What stands between the words of one phrase, beside white space."""

SHORT = 3
"""Words up to this length are shortened ones where a dot and a name follow."""


@dataclass(frozen=True)
class Prose:
    """A text's words as they are folded."""

    text: str
    code: str
    folded: Folded
    words: list[str]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the folded text; most texts name nothing for which it is asked."""
        return [found.span() for found in WORD.finditer(self.folded.text)]

    @cached_property
    def lexicon(self) -> Words:
        """What is known of the language's words."""
        return words(self.code)

    @cached_property
    def has_proclitics(self) -> bool:
        """Whether the language writes small words together with the next."""
        return bool(language(self.code).proclitics)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands before a word and after the one before it; white space as one space."""
        gap = self.folded.text[self.spans[index - 1][1] if index else 0 : self.spans[index][0]]
        if gap.isspace():
            return "" if gap.count("\n") > 1 else " "
        return gap.strip() or "|"

    def joined(self, index: int) -> bool:
        """Whether a word belongs to the one before: a space, a hyphen or an apostrophe between them."""
        gap = self.gap(index) if 0 < index < len(self.words) else ""
        return gap == " " or gap in INSIDE

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of the words from one up to, without, another."""
        return self.folded.span(self.spans[first][0], self.spans[last - 1][1])

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The words, from one up to, without, another, that a stretch of the text holds."""
        first, last = self.folded.at(start), self.folded.at(end)
        return bisect_left(self.spans, (first, 0)), bisect_left(self.spans, (last, 0))

    def surface(self, first: int, last: int) -> str:
        """The words from one up to, without, another as the text has them."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self.span(index, index + 1)[0]].isupper()

    def caseless(self, index: int) -> bool:
        """Whether a word's script has no capitals."""
        letter = self.words[index][0]
        return letter.upper() == letter

    def is_short(self, index: int) -> bool:
        """Whether a dot behind a word may only shorten it: an initial, "Gen."."""
        return len(self.words[index]) <= SHORT

    def may_name(self, index: int) -> bool:
        """Whether a word may stand in a person's name."""
        if self.words[index] in self.lexicon.calendar:
            return False
        small = self.words[index] in self.lexicon.particles or (index > 0 and self.gap(index) == "-")
        return self.caseless(index) or self.capital(index) or small

    def bare(self, index: int) -> Iterator[str]:
        """A word, then what remains of it without what is written together with it."""
        word = self.words[index]
        yield word
        if self.has_proclitics:
            yield from (rest for _, rest in self.lexicon.bare(word)[1:])

    def beginnings(self, table: Phrases[T]) -> list[int]:
        """The words at which a phrase of a table may begin."""
        first = table.first_words()
        if self.has_proclitics:
            return [at for at in range(len(self.words)) if any(word in first for word in self.bare(at))]
        return [at for at, word in enumerate(self.words) if word in first]

    def phrases_at(self, table: Phrases[T], index: int) -> Iterator[tuple[int, T]]:
        """The end of each phrase of a table that begins at a word, and what it stands for; the longest first."""
        after = self.words[index + 1] if index + 1 < len(self.words) else ""
        for word in self.bare(index):
            for phrase, meaning in table.starting(word, after):
                last = index + len(phrase)
                if tuple(self.words[index + 1 : last]) == phrase[1:] and all(map(self.joined, range(index + 1, last))):
                    yield last, meaning


def read_prose(text: str, code: str) -> Prose:
    """The words of a text."""
    folded = fold_with_origin(text)
    found = WORD.findall(folded.text)
    return Prose(text, code, folded, [word.replace(".", "") if word[-1] == "." else word for word in found])
