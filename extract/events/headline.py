"""What happened, in a line: the words round a date, in the source's own words and cut at a sensible place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from extract.events.clauses import DASHES, OPENING_MARKS, STRONG_MARKS, Bounds, ClauseWords, clause_words, clauses_of
from extract.events.trim import (
    EDGE_MARKS,
    ELLIPSIS,
    LONGEST_HEADLINE,
    STRAIGHT_QUOTE,
    connective_of,
    cut,
    leading_words,
    tidy,
    without_dateline,
)
from extract.text.fold import fold

FEWEST_WORDS = 5
"""Words besides the date's own; a clause of fewer tells too little alone, and takes its neighbour with it."""

SELF_RELIANT = 9
"""Words besides the date's own from which a clause tells something though it begins as one that leans."""

LATEST_VERB = 4
"""Words before the verb of a clause that only tells who said something: "the foreign minister told ..."."""

LONGEST_REPORT = 14
"""Words of such a clause; a longer one says more."""

NEXT_WORDS = 4
"""Words after a verb of saying among which one shows that what is said follows: "said today *that*"."""

WORDS_OF_SUBJECT = 3
"""Last words of a clause: where what is said begins among them, its verb follows: "said *that* Bonn, ..."."""

LEAST_LEAD = 12
"""Characters of a sentence's beginning that tell of whom it speaks."""

GOOD_LEAD = 36
"""Characters of it for which the end of a clause gives way, where its date stays."""

SHARE_OF_LEAD = 0.4
"""Of the room before a clause that leans: the rest is for the words right before it, which it speaks of."""

SHARE_OF_BEGINNING = 0.6
"""Of the room for a clause without its middle: what it begins with says who does what."""

MOST_SKIPPED = 6
"""Words by which an end may be shorter than fits, so that it begins where a phrase does."""

EACH_VERB, MAIN_VERB, AT_PHRASE, BALANCE = 0.5, 3.0, 1.0, 4.0
"""What it is worth that a verb stays, that it is the first or the last, that a gap is where a phrase begins; what it
costs that the beginning has less or more than its share."""

WORD = re.compile(r"\S+")

LONGEST_END = 40
"""Characters after a date that still belong to it: where verbs come last, they are among them."""

GAP = f" {ELLIPSIS} "
CLOSING_QUOTES = ("\u201d", "\u00bb", STRAIGHT_QUOTE, "''")


class Verbs(NamedTuple):
    """Where words begin in a sentence that say something, and all that tell of something done; in order."""

    said: Sequence[int] = ()
    done: Sequence[int] = ()

    def moved(self, by: int) -> Verbs:
        """The same after so many characters were left out at the sentence's beginning."""
        return Verbs(*([at - by for at in places if at >= by] for places in self))


NO_VERBS = Verbs()


def headline(
    sentence: str,
    start: int,
    end: int,
    connectives: Sequence[str],
    verbs: Verbs = NO_VERBS,
    language: str = "und",
) -> str:
    """The sentence where it is short; else from its beginning through the date's clause; else that clause.

    A clause that leans on another stands with it. `sentence[start:end]` are the date's words, `connectives` folded
    words that a headline does not begin with; `verbs` are its words for what is done. At most LONGEST_HEADLINE
    characters, cut between words with an ellipsis; no quotation mark without its twin; never empty where the sentence
    is not.
    """
    whole = tidy(sentence, connectives)
    if len(whole) <= LONGEST_HEADLINE:
        return whole or sentence.strip()
    dropped = connective_of(sentence, connectives)
    if 0 < dropped <= start:
        rest = sentence[dropped:]
        return headline(rest, start - dropped, end - dropped, connectives, verbs.moved(dropped), language)
    words, clauses = clause_words(language), clauses_of(sentence)
    place = next(number for number, (_, last) in enumerate(clauses) if start < last or last == len(sentence))
    dated = _Dated(sentence, (start, end), clauses, place, connectives, words, verbs)
    if _reports(dated):
        return cut(tidy(_report_first(sentence, clauses[place][0]), connectives), words.unfinished)
    told = dated.headline()
    conceded = words.concession(sentence) if place == 0 and told.endswith(ELLIPSIS) else 0
    if 0 < conceded <= start and len(whole) - conceded > LONGEST_HEADLINE:
        rest = sentence[conceded:]
        return headline(
            rest, start - conceded, end - conceded, connectives, Verbs((), verbs.moved(conceded).done), language
        )
    return told


class _Word(NamedTuple):
    """A word of a sentence."""

    text: str
    is_verb: bool
    begins: bool
    """Whether a clause, a phrase or a name begins with it."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence that is too long, its clauses, and which of them its date is in."""

    text: str
    date: Bounds
    clauses: Sequence[Bounds]
    place: int
    connectives: Sequence[str]
    words: ClauseWords
    verbs: Verbs

    def headline(self) -> str:
        return next(filter(None, map(self._from, self._beginnings())), None) or self._less() or self._with_its_lead()

    def _beginnings(self) -> Iterator[int]:
        """The clauses from which a headline may go: the first, the main one, those after a strong mark, and the one on
        which the date's leans.
        """
        yield 0
        if main := self._main():
            yield main
        for number in range(1, self.place + 1):
            before = self.text[: self.clauses[number][0]].rstrip()
            if before.endswith(STRONG_MARKS):
                yield number
        if self._leans(self.place) and self._weight(self.place - 1) >= FEWEST_WORDS and self._names(self.place - 1):
            yield self.place - 1

    def _names(self, number: int) -> bool:
        """Whether a clause begins with whom or what it tells of."""
        return self.words.names(self.text[slice(*self.clauses[number])])

    def _main(self) -> int:
        """The first clause that tells something, or names of whom it is."""
        return next((each for each in range(self.place + 1) if not self._leans(each) or self._weight(each)), 0)

    def _from(self, first: int) -> str | None:
        """From a clause through the date's, and on until it may stop; None where the date would not be in it."""
        beginning = self.clauses[first][0]
        if len(tidy(self.text[beginning : self.date[1]], ())) >= LONGEST_HEADLINE - len(ELLIPSIS):
            return None
        last = self.place
        while last < len(self.clauses) - 1 and not self._may_stop(first, last):
            last += 1
        return cut(tidy(self.text[beginning : self.clauses[last][1]], self.connectives), self.words.unfinished)

    def _may_stop(self, first: int, last: int) -> bool:
        """Whether clauses tell something and what follows only leans on them."""
        if self._goes_on(first, last):
            return False
        may_interrupt = last == self.place > first and (self._leans(last) or not self.words.is_known)
        if may_interrupt and self._count(last) < FEWEST_WORDS:
            return False
        if self.words.is_known and not (self._ends(first, last) or self._leans(last + 1)):
            return False
        return sum(self._weight(each) for each in range(first, last + 1)) >= FEWEST_WORDS

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

    def _weight(self, number: int) -> int:
        """The words by which a clause tells something."""
        count, clause = self._count(number), self.text[slice(*self.clauses[number])]
        relies = count < SELF_RELIANT or self.words.concession(clause) > 0
        return 0 if relies and self._leans(number) else count

    def _count(self, number: int) -> int:
        """The words of a clause besides the date's."""
        first, last = self.clauses[number]
        start, end = max(first, self.date[0]), min(last, self.date[1])
        return len(self.text[first:last].split()) - len(self.text[start:end].split() if start < end else ())

    def _leans(self, number: int) -> bool:
        return self.words.leans(self.text[slice(*self.clauses[number])])

    def _less(self) -> str | None:
        """From the main clause through the date's, without what only adds to it; None where that is too long.

        Of clauses that may be left out the first that is enough alone, else the first that are together.
        """
        main, (begins, ends) = self._main(), self.clauses[self.place]
        may_go = [each for each in range(main + 1, self.place) if self._only_adds(each)]
        for left_out in [*([each] for each in may_go), *(may_go[:count] for count in range(2, len(may_go) + 1))]:
            kept = [each for each in range(main, self.place) if each not in left_out]
            head = GAP.join(self.text[slice(*bounds)].strip(EDGE_MARKS) for bounds in _joined(self.clauses, kept))
            told = self.text[begins:ends].lstrip(EDGE_MARKS)
            joint = GAP if self.place - 1 in left_out else self.text[:begins].rstrip()[-1:].join(("", " "))
            whole = tidy(f"{head}{joint}{told}", self.connectives)
            after = len(self.text[self.date[1] : ends].rstrip())
            if len(whole) - after < LONGEST_HEADLINE - len(ELLIPSIS):
                return cut(whole, self.words.unfinished)
        return None

    def _only_adds(self, number: int) -> bool:
        """Whether a clause only adds to the one before it, and the one after it does not go on from it.

        It says the same otherwise ("or 9%"), leans on it, or names what that told of ("an analyst with the bank").
        """
        clause = self.text[slice(*self.clauses[number])]
        if any(self.clauses[number][0] <= each < self.clauses[number][1] for each in self.verbs.said):
            return False
        if self.words.says_otherwise(clause):
            return True
        if self._is_joined(number) or (self._leans(number + 1) and not self._is_joined(number + 1)):
            return False
        follows_name = number > 1 or self._count(0) > 1
        return self._leans(number) or (self._names(number) and follows_name and self._count(number) < SELF_RELIANT)

    def _with_its_lead(self) -> str:
        """The date's clause, with the sentence's beginning before it where it goes on from that."""
        first, last = self._stretch()
        beginning, clause = self.clauses[first][0], self.text[self.clauses[first][0] : self.clauses[last][1]]
        leans = self._leans(first) or first < self.place
        if first > 0 and not leans and not clause.lstrip(OPENING_MARKS)[:1].isupper():
            return self._shortened(self._main())
        through_date = len(" ".join(self.text[beginning : self.date[1]].split()))
        lead_room = GOOD_LEAD if through_date + len(ELLIPSIS) < LONGEST_HEADLINE - GOOD_LEAD - len(GAP) else LEAST_LEAD
        if first == 0 or not leans:
            return self._shortened(first)
        tail = self._tail(clause, self.date[1] - beginning, lead_room + len(GAP))
        lead = " ".join(self.text[self.clauses[self._main()][0] : beginning].split())
        room = LONGEST_HEADLINE - len(GAP) - len(tail)
        near = self._near(lead, room) if not self._is_joined(first) else ""
        head = self._head(first, room - len(near))
        return tidy(f"{head}{GAP}{near}{tail}", self.connectives) if head else tidy(tail, self.connectives)

    def _stretch(self) -> tuple[int, int]:
        """The date's clause, with those that follow it, else those before it, until they tell something."""
        first = last = self.place
        while last < len(self.clauses) - 1 and self._told(first, last) < FEWEST_WORDS:
            last += 1
        while first > 0 and self._told(first, last) < FEWEST_WORDS:
            first -= 1
        return first, last

    def _told(self, first: int, last: int) -> int:
        return sum(map(self._count, range(first, last + 1)))

    def _shortened(self, first: int) -> str:
        """From a clause through the date, without what is in the middle where that is too long."""
        beginning, ends = self.clauses[first][0], self.clauses[self.place][1]
        whole = tidy(self.text[beginning:ends], self.connectives)
        if len(whole) - len(" ".join(self.text[self.date[1] : ends].split())) < LONGEST_HEADLINE - len(ELLIPSIS):
            return cut(whole, self.words.unfinished)
        last = ends if ends - self.date[1] <= LONGEST_END else self.date[1]
        return tidy(self._without_middle(self._words(beginning, last)), self.connectives)

    def _words(self, first: int, last: int) -> list[_Word]:
        """The words of a stretch, each with whether it tells that something is done, and whether a phrase begins."""
        found = ((each.start() + first, each[0]) for each in WORD.finditer(self.text[first:last]))
        return [
            _Word(word, self._is_verb(at, word), self.words.begins(word) or not word[:1].isalnum())
            for at, word in found
        ]

    def _is_verb(self, at: int, word: str) -> bool:
        acts = self.verbs.done[bisect_left(self.verbs.done, at) : bisect_left(self.verbs.done, at + len(word))]
        return bool(acts) or fold(word.strip(EDGE_MARKS)) in self.words.helpers

    def _without_middle(self, words: Sequence[_Word]) -> str:
        """The beginning and the end of words that fit, so parted that the first and the last verb stay if they can."""
        room = LONGEST_HEADLINE - len(GAP)
        lengths = [0, *accumulate(len(word.text) + 1 for word in words)]
        verbs = [at for at, word in enumerate(words) if word.is_verb]
        best = (float("-inf"), 0, len(words))
        for head in range(1, bisect_left(lengths, room)):
            least = max(head, bisect_left(lengths, lengths[head] + lengths[-1] - room - 2))
            for tail in range(least, min(least + MOST_SKIPPED, len(words))):
                best = max(best, (self._worth(words, verbs, head, tail), head, tail))
        _, head, tail = best
        if head == 0:
            return self._ending(" ".join(word.text for word in words), LONGEST_HEADLINE)
        return GAP.join(
            " ".join(word.text for word in part).rstrip(EDGE_MARKS) for part in (words[:head], words[tail:])
        )

    def _worth(self, words: Sequence[_Word], verbs: Sequence[int], head: int, tail: int) -> float:
        """How well words tell what they did when those from `head` to `tail` are left out."""
        kept = [at for at in verbs if at + 1 < head or at >= tail]
        worth = len(kept) * EACH_VERB
        if verbs:
            worth += ((verbs[0] in kept) + (verbs[-1] in kept)) * MAIN_VERB
        worth += words[tail].begins * AT_PHRASE
        worth -= (fold(words[head - 1].text) in self.words.unfinished) * AT_PHRASE
        return worth - abs(head / (head + len(words) - tail) - SHARE_OF_BEGINNING) * BALANCE

    def _ending(self, text: str, room: int) -> str:
        """The last words that fit."""
        return text[-room:].partition(" ")[2] or text[-room:]

    def _tail(self, clause: str, date_end: int, kept: int) -> str:
        """A clause in what `kept` characters leave, its date within: cut at its end, else before."""
        room = LONGEST_HEADLINE - kept
        through_date = " ".join(clause[:date_end].split())
        if len(through_date) < room:
            return cut(" ".join(clause.split()).strip(EDGE_MARKS), self.words.unfinished, room)
        return self._ending(through_date, room)

    def _is_joined(self, number: int) -> bool:
        """Whether a clause goes on from the sentence's subject, and not from the words right before it."""
        clause = self.text[slice(*self.clauses[number])]
        return clause.startswith(DASHES) or tidy(clause, ()) != tidy(clause, self.connectives)

    def _near(self, lead: str, room: int) -> str:
        """The words right before a clause that leans on them."""
        wanted = int(room * (1 - SHARE_OF_LEAD))
        found = lead[-wanted:].partition(" ")[2] if wanted > 0 else ""
        return f"{found.lstrip(EDGE_MARKS)} " if found else ""

    def _head(self, before: int, room: int) -> str:
        """What a sentence begins with, as whole clauses where these tell something."""
        main = self._main()
        main = main if main < before else 0
        beginning, last = self.clauses[main][0], self.clauses[before - 1][1]
        ends = [self.clauses[each][1] for each in range(main, before)]
        fitting = [end for end in ends if len(self.text[beginning:end].strip(EDGE_MARKS)) <= room]
        if fitting and len(self.text[beginning : fitting[-1]].split()) >= FEWEST_WORDS:
            return self.text[beginning : fitting[-1]].strip(EDGE_MARKS)
        if room < LEAST_LEAD:
            return ""
        text = " ".join(self.text[beginning:last].split())
        return " ".join(leading_words(text, room, self.words.unfinished))[:room].strip(EDGE_MARKS)


def _joined(clauses: Sequence[Bounds], kept: Sequence[int]) -> list[Bounds]:
    """The bounds of stretches of clauses of which none is left out."""
    stretches: list[Bounds] = []
    for each in kept:
        first, last = clauses[each]
        if stretches and stretches[-1][1] == first:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return stretches


def _reports(dated: _Dated) -> bool:
    """Whether the date's clause ends the sentence and only tells who said what stands before it."""
    (first, last), text = dated.clauses[dated.place], dated.text
    if dated.place == 0 or dated.place < len(dated.clauses) - 1:
        return False
    if text[:first].rstrip(EDGE_MARKS).endswith(CLOSING_QUOTES):
        return True
    verb = next(
        (each for each in dated.verbs.said if first <= each and len(text[first:each].split()) <= LATEST_VERB), None
    )
    if verb is None or len(text[first:last].split()) > LONGEST_REPORT:
        return False
    rest = text[verb : dated.date[0]] + text[dated.date[1] : last] if verb < dated.date[0] else text[verb:last]
    after = [fold(word.strip(EDGE_MARKS)) for word in rest.rstrip(". ").split()[1:]]
    if verb == first and all(word in dated.words.unfinished for word in after):
        return False
    following = set(after[:NEXT_WORDS])
    return following.isdisjoint(dated.words.goes_on) and len(text[:first].split()) >= FEWEST_WORDS


def _report_first(sentence: str, place: int) -> str:
    """ "..., the Kremlin announced Monday": what was announced is what the sentence begins with."""
    return f"{sentence[place:].strip(EDGE_MARKS + '.')}: {without_dateline(sentence[:place].strip(EDGE_MARKS))}"
