"""Whether the words round a doubtful token make it a date: "in May", "since 2011", a line that holds nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.dates.cascade import Cell, Rule
from extract.dates.lexicon import Lexicon

BARE_YEARS = range(1900, 2060)
"""Four digits that may stand as a year in brackets, without a word before them."""

ANNOUNCED_YEARS = range(1500, 2200)
"""Four digits that a word before them makes a year, whatever follows; others are counts too often: "in 1200 houses"."""

AFTER_BARE_YEAR = re.compile(r"\s*(?:[-,;:)\]\"]|\.(?!\d)|$)", re.MULTILINE)
"""What follows a year that belongs to no noun."""

CLOSING = re.compile(r"\s*(?:[,;:.!?)\]\"]|$)")

OPENING = frozenset("([")
"""What must stand before a year that no word announces, in a language whose announcing words are known."""

ROUND = 50
"""Multiples of this are counts as often as years."""

WORD_BEFORE = re.compile(r"(\w+)\W{1,2}$")
WORD_AFTER = re.compile(r"\W{1,2}(\w+)")
CONTEXT = 24
"""How many characters are searched for the word before or after."""


@dataclass(frozen=True, slots=True)
class Company:
    """The text round the cells of a run, and what its language makes of it."""

    text: str
    lexicon: Lexicon

    def allows(self, rule: Rule, cells: Sequence[Cell]) -> bool:
        """Whether the text and the language allow a rule that needs something."""
        if rule.needs == "month_first":
            return self.lexicon.month_first
        if rule.needs == "told_follows":
            return self.lexicon.pack.told_follows
        start, end = cells[0].start, cells[-1].end
        if rule.needs in ("closed", "ahead"):
            return CLOSING.match(self.text, end) is not None
        if self._fills_its_line(start, end):
            return True
        if rule.needs == "line":
            return False
        before = WORD_BEFORE.search(self.text, max(0, start - CONTEXT), start)
        if rule.needs == "articles":
            return before is not None and before[1] in self.lexicon.articles
        announced = before is not None and before[1] in self.lexicon.company[rule.needs]
        return self._year(cells[0], announced) if rule.needs == "years" else announced

    def _fills_its_line(self, start: int, end: int) -> bool:
        before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        return not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip(" .,;\t\r")

    def _year(self, cell: Cell, announced: bool) -> bool:
        if not self.text[cell.start].isdigit():
            return True
        closed = AFTER_BARE_YEAR.match(self.text, cell.end) is not None
        if not announced:
            announcers = self.lexicon.company["years"]
            opened = not announcers or self.text[max(0, cell.start - 1) : cell.start] in OPENING
            return closed and opened and cell.value in BARE_YEARS
        return closed or (cell.value in ANNOUNCED_YEARS and not self._counts(cell))

    def _counts(self, cell: Cell) -> bool:
        """Whether a round number stands before what it counts: "in 2000 homes", but not "in 2000 the"."""
        if not isinstance(cell.value, int) or cell.value % ROUND:
            return False
        after = WORD_AFTER.match(self.text, cell.end, cell.end + CONTEXT)
        return not after or not (after[1] in self.lexicon.joiners or after[1] in self.lexicon.company["years"])
