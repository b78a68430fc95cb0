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

CLAUSE_END = re.compile(r"(?<=[,;:\u060c\u061b\u00b7\u2014])\s+|\s+(?=[\u2014\u2013]\s)")
QUOTATION = re.compile(r"\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb|\"[^\"]*\"")
EDGE_MARKS = " \t\n,;:\u060c\u061b\u00b7-\u2013\u2014|\u2022"
PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("(", ")"), ("[", "]"))
STRAIGHT_QUOTE = '"'


def headline(sentence: str, start: int, end: int, connectives: Sequence[str]) -> str:
    """The sentence where it is short; else from its beginning to the end of the date's clause, else that clause.

    `sentence[start:end]` are the date's words, `connectives` folded words that a headline does not begin with. At most
    LONGEST_HEADLINE characters, cut between words with an ellipsis; no quotation mark without its twin; never empty
    where the sentence is not.
    """
    whole = _tidy(sentence, connectives)
    if len(whole) <= LONGEST_HEADLINE:
        return whole or sentence.strip()
    clauses = _clauses(sentence)
    place = next(number for number, (_, last) in enumerate(clauses) if start < last or last == len(sentence))
    through = _tidy(sentence[: clauses[place][1]], connectives)
    if len(through) <= LONGEST_HEADLINE and _tells(through, sentence[start:end]):
        return through
    return _cut(_tidy(_around(sentence, clauses, place, (start, end)), connectives))


def _around(sentence: str, clauses: Sequence[tuple[int, int]], place: int, date: tuple[int, int]) -> str:
    """The date's clause, with those that follow it, else the sentence's beginning, until it tells something."""
    first, last = clauses[place]
    following = place + 1
    while not _tells(sentence[first:last], sentence[slice(*date)]) and following < len(clauses):
        last = clauses[following][1]
        following += 1
    clause = sentence[first:last]
    if first == 0 or _tells(clause, sentence[slice(*date)]):
        return clause
    # "..., the Kremlin announced Monday": what was announced is what the sentence begins with.
    return f"{clause.strip(EDGE_MARKS + '.')}: {sentence[:first].strip(EDGE_MARKS)}"


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
    return clause[:-1] if last_word.count(".") == 1 and clause.endswith(".") else clause


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
