"""Whether the words round a doubtful token make it a date: "in May", "since 2011", a line that holds nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.dates import letters
from extract.dates.cascade import Cell, Rule
from extract.dates.expression import Calendar, Expression, FromTold, Nth, Offset, Part, Placed, Within, core
from extract.dates.lexicon import Lexicon
from extract.text.fold import Folded

BARE_YEARS = range(1900, 2060)
"""Four digits that may stand as a year in brackets, without a word before them."""

ANNOUNCED_YEARS = range(1500, 2200)
"""Four digits that a word before them makes a year, whatever follows; others are counts too often: "in 1200 houses"."""

AFTER_BARE_YEAR = re.compile(r"\s*(?:[-,;:)\]\"]|\.(?!\d)|$)", re.MULTILINE)
"""What follows a year that belongs to no noun."""

CLOSING = re.compile(r"\s*(?:[,;:.!?)\]\"]|$)")

ENTRY = re.compile(r"\s+-\s|:\s")
CLAUSE_END = re.compile(r"[.,;:!?()\n\u060c\u061b\u3002\uff0c]")
LONGEST_CLAUSE = 60
"""Characters."""

STOP = re.compile(r"[.!?;:]\s")
LONGEST_HEADING = 80
"""Characters."""

OPENING = frozenset("([")
"""What must stand before a year that no word announces, in a language whose announcing words are known."""

ROUND = 50
"""Multiples of this are counts as often as years."""

SMALLEST_DISTANCE = 2
"""Of words that count from now by themselves, the least count that may be one from an event: "yesterday" is none."""

COUNTING = frozenset((letters.LATER_AFTER, letters.EARLIER_AFTER, letters.SINCE_DATE))

FLAGS = frozenset(
    ("month_first", "cardinal_days", "told_follows", "outer_first", "edges_follow", "unspaced", "row_days")
)
"""Needs that the language's file answers."""

LONGEST_LINE_OF_DATES = 40
"""Characters."""

WORD = re.compile(r"\w+")
ENDING = re.compile(r"'\w+")
ATTACHED = re.compile(r"(?<!\w)(\w{1,3})$")
"""A particle that is written together with the word after it."""
WORD_BEFORE = re.compile(r"(\w+)\W{1,2}$")
WORD_AFTER = re.compile(r"\W{1,2}(\w+)")
CONTEXT = 24
"""How many characters are searched for the word before or after."""


@dataclass(frozen=True, slots=True)
class Company:
    """The text round the cells of a run, and what its language makes of it."""

    folded: Folded
    original: str
    lexicon: Lexicon

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def is_article(self, start: int, end: int) -> bool:
        """Whether a word that looks like an article when folded is one as it is written: Greek ή is none, η is one."""
        return self.original[slice(*self.folded.span(start, end))].lower() in self.lexicon.written_articles

    def is_name(self, start: int, end: int, expression: Expression) -> bool:
        """Whether a day is the name of a street, a square or the like, or a half that of a match."""
        inner = core(expression)
        if isinstance(inner, Calendar) and inner == Calendar(half=inner.half, quarter=inner.quarter):
            return self._is_of_something(end)
        if not isinstance(inner, Calendar) or (inner.day is None and inner.named is None):
            return False
        before = self._word_before(start, skipping=self.lexicon.of_words)
        after = WORD_AFTER.match(self.text, end, end + CONTEXT)
        return before in self.lexicon.name_before or (after is not None and after[1] in self.lexicon.name_after)

    def _is_of_something(self, end: int) -> bool:
        """Whether "of" follows: a half of a year is told with its year, or with nothing."""
        after = WORD_AFTER.match(self.text, end, end + CONTEXT)
        if after is None or self.lexicon.joiners.get(after[1]) != letters.OF:
            return False
        return self.text[after.end() : after.end() + CONTEXT].lstrip()[:1].isalpha()

    def counted_from_event(self, expression: Expression, start: int, end: int) -> Expression:
        """ "A month ago" is counted from now, "a month before the attack" from the attack, which the words name."""
        if isinstance(expression, Part):
            whole = self.counted_from_event(expression.whole, start, end)
            return replace(expression, whole=whole) if isinstance(whole, Placed) else expression
        if not isinstance(expression, Offset | FromTold) or not expression.count:
            return expression
        if isinstance(expression, Offset) and not expression.counted and abs(expression.count) < SMALLEST_DISTANCE:
            return expression
        counting = self.lexicon.counting
        words = self.text[start:end].split()
        after = WORD_AFTER.match(self.text, end, end + CONTEXT)
        next_word = after[1] if after else ""
        ago_after = words[-1] in counting["past_after"]
        named = next_word in (counting["before_event"] if ago_after else counting["of_event"])
        if isinstance(expression, FromTold) and words[-1] in counting["with_object"]:
            object_follows = not counting["before_event"] or next_word in counting["before_event"]
            named = object_follows and CLOSING.match(self.text, end) is None
        if not named:
            return expression
        counted = expression.counted or isinstance(expression, Offset)
        start = after.end() if after and next_word in counting["of_event"] else end
        return FromTold(expression.count, expression.grain, self._clause_after(start), counted)

    def _clause_after(self, end: int) -> str:
        """The words up to the end of the clause, or as many as a reader needs to find it again."""
        start = self.folded.span(0, end)[1]
        most = start + LONGEST_CLAUSE
        mark = CLAUSE_END.search(self.original, start, most)
        clause = self.original[start : mark.start() if mark else most].strip(" '\u2019")
        whole = mark is not None or not self.original[most : most + 1].strip()
        return clause if whole else f"{clause.rpartition(' ')[0] or clause} …"

    def bounded(self, expression: Expression, start: int) -> Expression:
        """A date with "before" or "after" in front of it."""
        if not isinstance(expression, Calendar | Within | Nth | Offset):
            return expression
        if isinstance(expression, Offset) and expression.counted:
            return expression
        for mod, pattern in self.lexicon.bounds:
            if pattern.search(self.text, max(0, start - CONTEXT), start):
                return Part(mod, expression)
        return expression

    def in_own_years(self, expression: Expression) -> Expression:
        """A year alone, in the calendar in which the language counts it."""
        if isinstance(expression, Part):
            whole = self.in_own_years(expression.whole)
            return Part(expression.mod, whole) if isinstance(whole, Calendar) else expression
        if not isinstance(expression, Calendar) or expression != Calendar(year=expression.year):
            return expression
        for system, (first, last) in self.lexicon.own_years:
            if expression.year is not None and first <= expression.year <= last:
                return Calendar(year=expression.year, system=system)
        return expression

    def allows(self, rule: Rule, cells: Sequence[Cell]) -> bool:
        """Whether the text and the language allow a rule that needs something."""
        needs, start, end = rule.needs, cells[0].start, cells[-1].end
        closed = CLOSING.match(self.text, end) is not None
        match needs:
            case _ if needs in FLAGS:
                return bool(getattr(self.lexicon.pack, needs))
            case "years_describe":
                return self.lexicon.pack.years_describe and self._word_before(start) in self.lexicon.articles
            case "ahead":
                return closed or self.text[start:end].split()[0] not in self.lexicon.counting["doubtful"]
            case "closed":
                return closed
            case "object":
                return self._takes_object(cells)
            case "loose":
                return closed or not self._counts(cells[-1])
            case "dates":
                return self._stands_among_dates(start)
            case "between":
                return closed and self.opens_a_range(start)
            case "line":
                return self._fills_its_line(start, end)
        return self._is_announced(needs, cells, closed=closed)

    def _is_announced(self, needs: str, cells: Sequence[Cell], *, closed: bool) -> bool:
        """Whether a word before it, of those that its kind needs, makes it a date."""
        start, end = cells[0].start, cells[-1].end
        announced = self._word_before(start) in self.lexicon.company.get(needs, ())
        if needs == "day_articles":
            return announced and closed
        if self._fills_its_line(start, end):
            return True
        if needs == "day":
            return closed and self._word_before(start, skipping=self.lexicon.articles) in self.lexicon.company["days"]
        if needs == "parts":
            return announced and closed
        return self._year(cells[0], announced) if needs == "years" else announced

    def _takes_object(self, cells: Sequence[Cell]) -> bool:
        """Whether the word that counts takes a date after it: "two days *after* Easter", but not "later, on Friday"."""
        takes = self.lexicon.counting["with_object"] | self.lexicon.counting["since_date"]
        words = (self.text[cell.start : cell.end] for cell in cells if cell.letter in COUNTING)
        return not self.lexicon.counting["with_object"] or any(word in takes for word in words)

    def _word_before(self, start: int, skipping: frozenset[str] = frozenset()) -> str:
        found = ATTACHED.search(self.text, max(0, start - CONTEXT), start)
        found = found or WORD_BEFORE.search(self.text, max(0, start - CONTEXT), start)
        if found and found[1] in skipping:
            return self._word_before(found.start(1))
        return found[1] if found else ""

    def opens_a_range(self, start: int) -> bool:
        """Whether "between" stands before it."""
        return self._word_before(start, skipping=self.lexicon.articles) in self.lexicon.between

    def _stands_among_dates(self, start: int) -> bool:
        """Whether its line is short and holds nothing but words and figures of dates: a cell of a table, a list."""
        first, last = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", start)
        line = self.text[first : last if last >= 0 else None]
        if len(line) > LONGEST_LINE_OF_DATES:
            return False
        known = self.lexicon.readings.keys() | self.lexicon.joiners.keys()
        return all(word.isdigit() or word in known for word in WORD.findall(line))

    def _fills_its_line(self, start: int, end: int) -> bool:
        """Whether nothing stands beside it but an article and a preposition of time."""
        before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        if after.partition("\n")[0].strip(" .,;\t\r"):
            return False
        lead = before.rpartition("\n")[2].split()
        return all(word in self.lexicon.articles or word in self.lexicon.company["days"] for word in lead)

    def _ends_as_a_year(self, cell: Cell) -> bool:
        """Whether an ending that only years take is written on to it: Turkish 2011'de."""
        after = ENDING.match(self.text, cell.end)
        return after is not None and after[0] in self.lexicon.company["years_after"]

    def _stands_before_a_verb(self, cell: Cell) -> bool:
        """Whether, in a language whose nouns have capitals, a word without one follows: it counts nothing."""
        if not self.lexicon.pack.nouns_have_capitals or cell.value not in ANNOUNCED_YEARS:
            return False
        after = WORD_AFTER.match(self.text, cell.end, cell.end + CONTEXT)
        if after is None or after[1] in self.lexicon.joiners or self._is_round(cell):
            return False
        end = self.folded.span(cell.start, cell.end)[1]
        return self.original[end : end + 1] == " " and self.original[end + 1 : end + 2].islower()

    def _is_round(self, cell: Cell) -> bool:
        return isinstance(cell.value, int) and cell.value % ROUND == 0

    def _year(self, cell: Cell, announced: bool) -> bool:
        closed = AFTER_BARE_YEAR.match(self.text, cell.end) is not None
        if not self.text[cell.start].isdigit():
            return closed or announced or not self._counts(cell)
        if self._ends_as_a_year(cell) or self._stands_before_a_verb(cell):
            return True
        if self.text[max(0, cell.start - 1) : cell.start] == "(" and self.text[cell.end : cell.end + 1] == ")":
            return True
        if cell.value in ANNOUNCED_YEARS and (self._heads(cell) or self._ends_heading(cell)):
            return True
        if not announced:
            announcers = self.lexicon.company["years"]
            opened = not announcers or self.text[max(0, cell.start - 1) : cell.start] in OPENING
            return closed and opened and cell.value in BARE_YEARS
        return closed or (cell.value in ANNOUNCED_YEARS and not self._counts(cell))

    def _heads(self, cell: Cell) -> bool:
        """Whether a line begins with it and goes on after a dash or colon, as the entries of a chronicle do."""
        before = self.text[max(0, cell.start - CONTEXT) : cell.start]
        opens = not before.rpartition("\n")[2].strip() and (cell.start < CONTEXT or "\n" in before)
        return opens and ENTRY.match(self.text, cell.end) is not None

    def _ends_heading(self, cell: Cell) -> bool:
        """Whether it ends a line that is short and no sentence."""
        line = self.text[max(0, cell.start - LONGEST_HEADING) : cell.start].rpartition("\n")
        after = self.text[cell.end : cell.end + 1]
        return bool(line[1] or cell.start < LONGEST_HEADING) and after == "\n" and not STOP.search(line[2])

    def _counts(self, cell: Cell) -> bool:
        """Whether a round number stands before what it counts: "in 2000 homes", but not "in 2000 the"."""
        if not self._is_round(cell):
            return False
        after = WORD_AFTER.match(self.text, cell.end, cell.end + CONTEXT)
        return not after or not (after[1] in self.lexicon.joiners or after[1] in self.lexicon.company["years"])
