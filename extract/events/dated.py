"""A sentence with a date in it: its clauses, which of them lean on others, and how much each of them tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.events.clauses import DASHES, STRONG_MARKS, Bounds, ClauseWords
from extract.events.trim import tidy
from extract.text.fold import fold

FEWEST_WORDS = 5
"""Words besides the date's own; a clause of fewer tells too little alone, and takes its neighbour with it."""

SELF_RELIANT = 9
"""Words besides the date's own from which a clause tells something though it begins as one that leans."""

WORDS_OF_SUBJECT = 3
"""Last words of a clause: where what is said begins among them, its verb follows: "said *that* Bonn, ..."."""


class Verbs(NamedTuple):
    """Where words begin in a sentence that say something, and all that tell of something done; in order."""

    said: Sequence[int] = ()
    done: Sequence[int] = ()

    def moved(self, by: int) -> Verbs:
        """The same after so many characters were left out at the sentence's beginning."""
        return Verbs(*([at - by for at in places if at >= by] for places in self))


NO_VERBS = Verbs()


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence, its clauses, and which of them its date is in."""

    text: str
    date: Bounds
    clauses: Sequence[Bounds]
    place: int
    connectives: Sequence[str]
    words: ClauseWords
    verbs: Verbs

    def main(self) -> int:
        """The first clause that tells something, or names of whom it is."""
        return next((each for each in range(self.place + 1) if not self.leans(each) or self.weight(each)), 0)

    def names(self, number: int) -> bool:
        """Whether a clause begins with whom or what it tells of."""
        return self.words.names(self.text[slice(*self.clauses[number])])

    def leans(self, number: int) -> bool:
        """Whether a clause tells nothing without another."""
        return self.words.leans(self.text[slice(*self.clauses[number])])

    def count(self, number: int) -> int:
        """The words of a clause besides the date's."""
        first, last = self.clauses[number]
        start, end = max(first, self.date[0]), min(last, self.date[1])
        return len(self.text[first:last].split()) - len(self.text[start:end].split() if start < end else ())

    def weight(self, number: int) -> int:
        """The words by which a clause tells something."""
        count, clause = self.count(number), self.text[slice(*self.clauses[number])]
        relies = count < SELF_RELIANT or self.words.concession(clause) > 0
        return 0 if relies and self.leans(number) else count

    def is_joined(self, number: int) -> bool:
        """Whether a clause goes on from the sentence's subject, and not from the words right before it."""
        clause = self.text[slice(*self.clauses[number])]
        return clause.startswith(DASHES) or tidy(clause, ()) != tidy(clause, self.connectives)

    def only_adds(self, number: int) -> bool:
        """Whether a clause only adds to the one before it, and the one after it does not go on from it.

        It says the same otherwise ("or 9%"), leans on it, or names what that told of ("an analyst with the bank").
        """
        clause = self.text[slice(*self.clauses[number])]
        if any(self.clauses[number][0] <= each < self.clauses[number][1] for each in self.verbs.said):
            return False
        if self.words.says_otherwise(clause):
            return True
        if self.is_joined(number) or (self.leans(number + 1) and not self.is_joined(number + 1)):
            return False
        follows_name = number > 1 or self.count(0) > 1
        return self.leans(number) or (self.names(number) and follows_name and self.count(number) < SELF_RELIANT)

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a word of some clauses tells that something is done; without such words of the language it may be."""
        beginning, end = self.clauses[first][0], self.clauses[last][1]
        helps = not self.words.helpers.isdisjoint(map(fold, self.text[beginning:end].split()))
        return helps or not self.words.helpers or any(beginning <= each < end for each in self.verbs.done)

    def stretch(self) -> tuple[int, int]:
        """The date's clause, with those that follow it, else those before it, until they tell something."""
        first = last = self.place
        while last < len(self.clauses) - 1 and self._told(first, last) < FEWEST_WORDS:
            last += 1
        while first > 0 and self._told(first, last) < FEWEST_WORDS:
            first -= 1
        return first, last

    def _told(self, first: int, last: int) -> int:
        return sum(map(self.count, range(first, last + 1)))

    def may_stop(self, first: int, last: int) -> bool:
        """Whether clauses tell something and what follows only leans on them."""
        if self._goes_on(first, last) or self._is_reworded(last):
            return False
        may_interrupt = last == self.place > first and (self.leans(last) or not self.words.is_known)
        if may_interrupt and self.count(last) < FEWEST_WORDS:
            return False
        if self.words.is_known and not (self._ends(first, last) or self.leans(last + 1)):
            return False
        return sum(self.weight(each) for each in range(first, last + 1)) >= FEWEST_WORDS

    def _is_reworded(self, number: int) -> bool:
        """Whether what follows says a clause's end otherwise before it goes on: "unpaid, or *owed*, taxes rose"."""
        after = [self.text[slice(*bounds)] for bounds in self.clauses[number + 1 : number + 3]]
        return len(after) > 1 and self.words.says_otherwise(after[0]) and not self.words.leans(after[1])

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether what follows is what is said here, or only interrupts: "a fourth -- the last -- is on its way"."""
        after = [self.text[begin:end] for begin, end in self.clauses[last + 1 :]]
        beginning, end = self.clauses[first][0], self.clauses[last][1]
        last_words = self.text[beginning:end].split()[-WORDS_OF_SUBJECT:]
        if any(fold(word) in self.words.goes_on for word in last_words):
            return True
        tells = any(beginning <= each < end for each in self.verbs.said)
        if tells and fold(after[0].partition(" ")[0]) in self.words.goes_on:
            return True
        dashes = sum(self.text[begin:].startswith(DASHES) for begin, _ in self.clauses[first:])
        return after[0].startswith(DASHES) and dashes > 1

    def _ends(self, first: int, last: int) -> bool:
        """Whether clauses end as a sentence does, and do not only tell who says what follows."""
        beginning, end = self.clauses[first][0], self.clauses[last][1]
        return self.text[:end].rstrip().endswith(STRONG_MARKS) and not any(
            beginning <= each < end for each in self.verbs.said
        )
