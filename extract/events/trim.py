"""The form of a headline: no word before or after what it tells, no mark without its twin, no more than fits."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from extract.text.fold import fold

GOOD_LENGTH = 140
"""Characters; more does not fit beside a bar or in a list."""

LONGEST_HEADLINE = 160
"""What is so long yet loses more by being cut than by being long."""

LONGEST_CONNECTIVE = 40
"""Characters in which a connective has room."""

EDGE_MARKS = " \t\n,;:\u060c\u061b\u00b7-\u2013\u2014|\u2022"
PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("(", ")"), ("[", "]"))
STRAIGHT_QUOTE = '"'
ELLIPSIS = "\u2026"

DATELINE = re.compile(r"[^\s.,;:()\d][^.;:()\d]{1,30}\([^()\d]{2,40}\)\s*(?:[-_\u2013\u2014]|--)\s+(?=\S)")
"""Where a report comes from and by whom: "Tunis (AP) - "."""


def one_line(words: str) -> str:
    """Words with a space between each two."""
    return " ".join(words.split())


def tidy(clause: str, connectives: Sequence[str]) -> str:
    """A clause as a headline of any length: without dateline, connective, marks at its edges and full stop."""
    clause = one_line(without_lone_marks(clause)).strip(EDGE_MARKS)
    clause = without_dateline(clause)
    clause = clause[connective_of(clause, connectives) :]
    return _without_stop(clause[:1].upper() + clause[1:])


def without_dateline(clause: str) -> str:
    """A clause without where its report comes from."""
    found = DATELINE.match(clause)
    return clause[found.end() :] if found else clause


def connective_of(clause: str, connectives: Sequence[str]) -> int:
    """The length of the connective that a clause begins with, and of the marks after it."""
    begun = fold(clause[:LONGEST_CONNECTIVE])
    for connective in sorted(filter(begun.startswith, connectives), key=len, reverse=True):
        after = clause[len(connective) :]
        if after[:1] in (" ", ",") and fold(clause[: len(connective)]) == connective:
            return len(clause) - len(after.lstrip(EDGE_MARKS))
    return 0


def _without_stop(clause: str) -> str:
    """Headlines end without a full stop; that of an abbreviation ("U.S.") stays."""
    last_word = clause.rpartition(" ")[2]
    is_stop = last_word.count(".") == 1 or last_word[-2:-1].isdigit()
    return clause[:-1] if is_stop and clause.endswith(".") else clause


def without_lone_marks(clause: str) -> str:
    """Quotation marks and brackets without their twins are left out."""
    for opening, closing in PAIRS:
        if clause.count(opening) != clause.count(closing):
            clause = clause.replace(opening, "").replace(closing, "")
    return clause.replace(STRAIGHT_QUOTE, "") if clause.count(STRAIGHT_QUOTE) % 2 else clause


def cut(text: str, unfinished: Container[str] = (), longest: int | None = None) -> str:
    """A text that is too long, cut between words and marked so; not after one of the `unfinished`.

    What is longer than LONGEST_HEADLINE gets GOOD_LENGTH; with `longest` given, what is longer than that gets as much.
    """
    if len(text) <= (longest or LONGEST_HEADLINE):
        return text
    words = leading_words(text, (longest or GOOD_LENGTH) - 1, unfinished)
    return without_lone_marks(" ".join(words)).rstrip(EDGE_MARKS) + ELLIPSIS


def with_date(headline: str, date: str, unfinished: Container[str], longest: int) -> str | None:
    """A headline in what a bracket before it leaves; None where the words of its date would be cut."""
    own = cut(headline, unfinished, longest)
    return own if one_line(date) in own else None


def leading_words(text: str, longest: int, unfinished: Container[str] = ()) -> list[str]:
    """The words that fit; the last is not one after which something must follow, unless it is the first."""
    fitting = text[: longest + 1].rpartition(" ")[0] if len(text) > longest else text
    words = fitting.split() or [text[:longest]]
    while len(words) > 1 and fold(words[-1].strip(EDGE_MARKS)) in unfinished:
        words.pop()
    return words
