"""What happened, in a line: the words round a date, in the source's own words and cut at a sensible place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.text.fold import fold

LONGEST_HEADLINE = 140
"""Characters; more does not fit beside a bar or in a list."""

FEWEST_WORDS = 5
"""Words besides the date's own; a clause of fewer tells too little alone, and takes its neighbour with it."""

FEWEST_QUOTED_WORDS = 6
"""A quotation of so many words is a clause; a shorter one is a name or an expression inside one."""

LATEST_VERB = 4
"""Words before the verb of a clause that only tells who said something: "the foreign minister told ..."."""

LONGEST_REPORT = 14
"""Words of such a clause; a longer one says more."""

MOST_BEFORE = 100
"""Characters of a sentence's beginning that leave room for what follows."""

CLAUSE_END = re.compile(r"(?<=[,;:\u060c\u061b\u00b7\u2014])\s+(?!(?:\w\.){2})|\s+(?=[\u2014\u2013]\s)")
"""Not before an acronym with dots: "of Linden, N.J.-based" goes on."""

QUOTATION = re.compile(r"\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb|\"[^\"]*\"")
EDGE_MARKS = " \t\n,;:\u060c\u061b\u00b7-\u2013\u2014|\u2022"
PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("(", ")"), ("[", "]"))
STRAIGHT_QUOTE = '"'
CLOSING_QUOTES = ("\u201d", "\u00bb", STRAIGHT_QUOTE, "''")
OPENING_MARKS = " \u201c\u00ab\"'([`"


def headline(sentence: str, start: int, end: int, connectives: Sequence[str], said: Sequence[int] = ()) -> str:
    """The sentence where it is short; else from its beginning to the end of the date's clause; else that clause.

    A clause that only goes on has the sentence's beginning before it. `sentence[start:end]` are the date's words,
    `connectives` folded words that a headline does not begin with; at `said` words begin that say something. At most
    LONGEST_HEADLINE characters, cut between words with an ellipsis; no quotation mark without its twin; never empty
    where the sentence is not.
    """
    whole = _tidy(sentence, connectives)
    if len(whole) <= LONGEST_HEADLINE:
        return whole or sentence.strip()
    clauses, date = _clauses(sentence), sentence[start:end]
    place = next(number for number, (_, last) in enumerate(clauses) if start < last or last == len(sentence))
    if _reports(sentence, clauses, place, said):
        return _cut(_tidy(_report_first(sentence, clauses[place][0]), connectives))
    interrupts = place > 0 and not _tells(sentence[slice(*clauses[place])], date)
    for last in (_through(sentence, clauses, place, interrupts=interrupts), place):
        words = _tidy(sentence[: clauses[last][1]], connectives)
        if len(words) <= LONGEST_HEADLINE and _tells(words, date):
            return words
        if interrupts and clauses[place][1] <= MOST_BEFORE:
            return _cut(words)
    return _cut(_tidy(_around(sentence, clauses, place, date), connectives))


def _through(sentence: str, clauses: Sequence[tuple[int, int]], place: int, *, interrupts: bool) -> int:
    """The clause up to which the date's goes on.

    It is open where it only `interrupts` another ("the resignation, *on 22 January*, of"), or follows a bare subject.
    """
    bare = place > 0 and len(sentence[slice(*clauses[0])].split()) < FEWEST_WORDS
    return min(place + (bare or interrupts), len(clauses) - 1)


def _reports(sentence: str, clauses: Sequence[tuple[int, int]], place: int, said: Sequence[int]) -> bool:
    """Whether the date's clause ends the sentence and only tells who said what stands before it."""
    first, last = clauses[place]
    if place == 0 or place < len(clauses) - 1:
        return False
    if sentence[:first].rstrip(EDGE_MARKS).endswith(CLOSING_QUOTES):
        return True
    begins = any(first <= each and len(sentence[first:each].split()) <= LATEST_VERB for each in said)
    return (
        begins and len(sentence[first:last].split()) <= LONGEST_REPORT and len(sentence[:first].split()) >= FEWEST_WORDS
    )


def _report_first(sentence: str, place: int) -> str:
    """ "..., the Kremlin announced Monday": what was announced is what the sentence begins with."""
    return f"{sentence[place:].strip(EDGE_MARKS + '.')}: {sentence[:place].strip(EDGE_MARKS)}"


def _around(sentence: str, clauses: Sequence[tuple[int, int]], place: int, date: str) -> str:
    """The date's clause, with those that follow it, else those before it, until it tells something."""
    first, last = clauses[place]
    for _, end in clauses[place:]:
        last = end
        if _tells(sentence[first:last], date):
            break
    clause = sentence[first:last]
    while not _tells(clause, date) and place > 0:
        place -= 1
        clause = sentence[clauses[place][0] : last]
    if place == 0:
        return clause
    beginning = sentence[slice(*clauses[0])].strip(EDGE_MARKS)
    goes_on = not clause.lstrip(OPENING_MARKS)[:1].isupper()
    joined = f"{beginning} \u2026 {clause.strip(EDGE_MARKS)}"
    return joined if goes_on and len(joined) <= LONGEST_HEADLINE else clause


def _tells(clause: str, date: str) -> bool:
    return len(clause.split()) - len(date.split()) >= FEWEST_WORDS


def _clauses(sentence: str) -> list[tuple[int, int]]:
    """Bounds of the clauses: stretches between commas and the like, and quotations long enough to be one."""
    quoted = [found.span() for found in QUOTATION.finditer(sentence) if len(found[0].split()) >= FEWEST_QUOTED_WORDS]
    cuts = {
        0,
        len(sentence),
        *(found.end() for found in CLAUSE_END.finditer(sentence)),
        *(cut for q in quoted for cut in q),
    }
    ordered = sorted(cuts)
    return [(first, last) for first, last in pairwise(ordered) if sentence[first:last].strip()]


def _tidy(clause: str, connectives: Sequence[str]) -> str:
    clause = " ".join(_without_lone_marks(clause).split()).strip(EDGE_MARKS)
    for connective in sorted(connectives, key=len, reverse=True):
        if fold(clause[: len(connective)]) == connective and clause[len(connective) :][:1] in (" ", ","):
            clause = clause[len(connective) :].strip(EDGE_MARKS)
            break
    return _without_stop(clause[:1].upper() + clause[1:])


def _without_stop(clause: str) -> str:
    """Headlines end without a full stop; that of an abbreviation ("U.S.") stays."""
    last_word = clause.rpartition(" ")[2]
    is_stop = last_word.count(".") == 1 or last_word[-2:-1].isdigit()
    return clause[:-1] if is_stop and clause.endswith(".") else clause


def _without_lone_marks(clause: str) -> str:
    for opening, closing in PAIRS:
        if clause.count(opening) != clause.count(closing):
            clause = clause.replace(opening, "").replace(closing, "")
    return clause.replace(STRAIGHT_QUOTE, "") if clause.count(STRAIGHT_QUOTE) % 2 else clause


def _cut(text: str) -> str:
    if len(text) <= LONGEST_HEADLINE:
        return text
    shortened = text[: LONGEST_HEADLINE - 1]
    whole_words = shortened[: shortened.rfind(" ")] if " " in shortened else shortened
    return _without_lone_marks(whole_words).rstrip(EDGE_MARKS) + "\u2026"
