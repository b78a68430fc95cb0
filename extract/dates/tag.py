"""Where a text speaks of time, and what its words ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from extract.dates import letters
from extract.dates.cascade import Cell, rewrite
from extract.dates.company import Company
from extract.dates.entries import Reading
from extract.dates.expression import (
    Calendar,
    Counterpart,
    Expression,
    FromTold,
    Holding,
    Length,
    Mention,
    NoDate,
    Nth,
    Offset,
    Part,
    Stretch,
    Vague,
    WeekdayFrom,
    Within,
    core,
)
from extract.dates.grammar import STAGES
from extract.dates.lex import Run, find_runs
from extract.dates.lexicon import Lexicon
from extract.dates.notices import is_notice
from extract.dates.rules.letter import letter_of
from extract.dates.sharing import sharing_years
from extract.model import Sentence
from extract.text.fold import Folded

MOST_READINGS_OF_RUN = 16
"""A run whose words can be read in more ways than this is read in the first so many: lists of one ambiguous word."""

LONGEST_RUN = 24
"""Tokens of a run that are looked at together; a longer one ("1 1 1 1 ...") is cut, so that time stays linear."""

SPEAKS_OF_TIME = re.compile(
    r"[{}|rbMmWwSsyh#XiV<:QZYgoep%tajlzGv!]|.[Uud]|[Uud].|^[Uu]$|[YND]c|c[@PT]*[YNDOr]|^D-?D$|^DD[YDN]$|^O$|^D$|^I?T?[DC][->&]T[DC]$"
)
"""Runs whose letters hold none of these, like a number alone, are no dates."""

RANGE_ENDS = frozenset((letters.OPEN, letters.CLOSED, letters.UNIT_AWAY, letters.DAY_AWAY))
ENDS = letters.FINISHED | {letters.TIME}
RANGE_JOINTS = frozenset((letters.RANGE, letters.HYPHEN, "/"))

HEADED_BY_UNIT = (Counterpart, FromTold, Holding, Length, Nth, Offset, Stretch, Vague, WeekdayFrom, Within)
"""Expressions to which the article before their unit belongs."""

WORD_BEFORE = re.compile(r"(\w+) $")
LONGEST_ARTICLE = 8


def tag(folded: Folded, original: str, lexicon: Lexicon, sentences: Sequence[Sentence] = ()) -> list[Mention]:
    """The mentions of a text, in order, none overlapping another, none going beyond its sentence.

    Takes time in proportion to the text.
    """
    mentions: list[Mention] = []
    company = Company(folded, original, lexicon)
    breaks = [folded.at(sentence.start) for sentence in sentences]
    for run in find_runs(folded, original, lexicon, breaks):
        for piece in _cut(run):
            if cells := _read(piece, company):
                mentions.extend(_mentions(cells, company, folded, original))
    return [each for each in sharing_years(mentions, original) if not is_notice(each, folded)]


def _cut(run: Run) -> Iterator[Run]:
    if len(run.tokens) <= LONGEST_RUN:
        yield run
        return
    for first in range(0, len(run.tokens), LONGEST_RUN):
        last = first + LONGEST_RUN
        yield Run(run.tokens[first:last], run.joints[first : last - 1])


def _read(run: Run, company: Company) -> list[Cell]:
    """The cells of the reading in which most of the run is dates, in the fewest pieces."""
    best: list[Cell] = []
    best_rank: tuple[int, int] | None = None
    joints = (*run.joints, "")
    for choice in islice(product(*(token.readings for token in run.tokens)), MOST_READINGS_OF_RUN):
        row = "".join(
            [letter for reading, joint in zip(choice, joints, strict=True) for letter in (reading.letter, joint)]
        )
        if not SPEAKS_OF_TIME.search(row):
            continue
        cells = rewrite(_cells(run, choice), STAGES, letter_of, company.allows)
        finished = [cell for cell in cells if cell.letter in ENDS]
        rank = (sum(cell.end - cell.start for cell in finished), -len(finished))
        if finished and (best_rank is None or rank > best_rank):
            best, best_rank = cells, rank
    return best


def _cells(run: Run, choice: Sequence[Reading]) -> list[Cell]:
    cells: list[Cell] = []
    for token, reading, joint in zip(run.tokens, choice, (*run.joints, ""), strict=True):
        cells.append(Cell(reading.letter, reading.value, token.start, token.end))
        cells.extend(Cell(letter, None, token.end, token.end) for letter in joint)
    return cells


def _mentions(cells: Sequence[Cell], company: Company, folded: Folded, original: str) -> Iterator[Mention]:
    previous: Mention | None = None
    opening = 0
    joints: list[str] = []
    for cell in cells:
        expression = cell.value
        if cell.letter not in ENDS or not isinstance(expression, Expression):
            joints.append(cell.letter)
            continue
        if isinstance(expression, NoDate) or company.is_name(cell.start, cell.end, expression):
            if previous:
                yield previous
            previous, joints = None, []
            continue
        start = _with_article(cell, expression, company)
        expression = company.counted_from_event(expression, start, cell.end)
        expression = company.bounded(company.in_own_years(expression), start)
        first, last = folded.span(start, cell.end)
        mention = Mention(first, last, original[first:last], expression)
        if previous and _is_range(previous, mention, joints, between=company.opens_a_range(opening)):
            yield replace(previous, until=expression)
        elif previous:
            yield previous
        previous, joints, opening = mention, [], start
    if previous:
        yield previous


def _joins(joints: Sequence[str], *, between: bool) -> bool:
    """Whether what stands between two dates makes them the ends of a range: "to", or "and" after a "between"."""
    if "," in joints:
        return False
    if letters.LIST in joints:
        return between
    return not RANGE_JOINTS.isdisjoint(joints)


def _is_range(one: Mention, other: Mention, joints: Sequence[str], *, between: bool) -> bool:
    if not _joins(joints, between=between):
        return False
    ends = core(one.expression), core(other.expression)
    kinds = [letter_of(end) for end in ends]
    alike = all(kind in RANGE_ENDS for kind in kinds) or kinds == [letters.BARE_WEEKDAY] * 2
    return alike and all(isinstance(end, Calendar | Offset | Within | Nth) for end in ends)


def _with_article(cell: Cell, expression: Expression, company: Company) -> int:
    """Where the words begin, with the article before them where it is theirs."""
    if not company.lexicon.articles:
        return cell.start
    before = WORD_BEFORE.search(company.text, max(0, cell.start - LONGEST_ARTICLE), cell.start)
    if company.text[cell.start : cell.end].partition(" ")[0] in company.lexicon.articles:
        return cell.start
    if not before or before[1] not in company.lexicon.articles or not company.is_article(*before.span(1)):
        return cell.start
    if company.lexicon.pack.article_belongs or _is_headed_by_unit(expression, company.text[cell.start : cell.end]):
        return before.start(1)
    return cell.start


def _is_headed_by_unit(expression: Expression, text: str) -> bool:
    inner = core(expression)
    if "-" in text.rpartition(" ")[2] or ("-" in text and isinstance(expression, Calendar | Length)):
        return False
    if isinstance(inner, Calendar):
        headed = (inner.quarter, inner.half, inner.unit, inner.direction, inner.told, inner.season)
        return any(part is not None for part in headed) or isinstance(expression, Part)
    return isinstance(inner, HEADED_BY_UNIT)
