"""Where a text speaks of time, and what its words ask for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import inf

from extract.dates.expression import Expression, FromEvent, Mention, NoDate, Offset
from extract.dates.grammar import RULES, Parts, Rule
from extract.dates.lex import Run, Token, find_runs
from extract.dates.lexicon import AGO_AFTER, DUAL_UNIT, OFFSET, PLURAL_UNIT, UNIT, Lexicon, Reading
from extract.dates.sharing import sharing_years
from extract.model import Sentence
from extract.text.fold import Folded

MOST_READINGS_OF_RUN = 16
"""A run whose words can be read in more ways than this is read in the first so many: lists of one ambiguous word."""

LONGEST_RUN = 24
"""Tokens of a run that are looked at together; a longer one ("1 1 1 1 ...") is cut, so that time stays linear."""

BARE_YEARS = range(1900, 2060)
"""Four digits that may stand as a year in brackets, without a word before them."""

ANNOUNCED_YEARS = range(1500, 2200)
"""Four digits that a word before them makes a year, whatever follows; others are counts too often: "in 1200 houses"."""

AFTER_BARE_YEAR = re.compile(r"\s*(?:[,;:)\]\"]|\.(?!\d)|$)", re.MULTILINE)
"""What follows a year that belongs to no noun."""

OPENING = frozenset("([")
"""What must stand before a year that no word announces, in a language whose announcing words are known."""

ROUND = 50
"""Multiples of this are counts as often as years."""

WORD_BEFORE = re.compile(r"(\w+)\W{1,2}$")
WORD_AFTER = re.compile(r"\W{1,2}(\w+)")
CONTEXT = 24
"""How many characters are searched for the word before or after."""

SMALLEST_DISTANCE = {UNIT: 1, PLURAL_UNIT: 1, DUAL_UNIT: 1, AGO_AFTER: 1, OFFSET: 2}
"""By the letter that ends it, the least count of a distance that may be one from an event: "yesterday" is none."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """One reading of a run: its letters, and for each letter the token and value, None where a joint stands."""

    text: str
    tokens: tuple[tuple[Token, Reading] | None, ...]
    places: tuple[int, ...]
    """Where the tokens' letters stand."""


def tag(folded: Folded, original: str, lexicon: Lexicon, sentences: Sequence[Sentence] = ()) -> list[Mention]:
    """The mentions of a text, in order, none overlapping another, none going beyond its sentence.

    Takes time in proportion to the text.
    """
    mentions = []
    breaks = [folded.at(sentence.start) for sentence in sentences]
    for run in find_runs(folded, original, lexicon, breaks):
        for piece in _cut(run):
            for start, end, expression, rule in _read(piece, folded.text, lexicon):
                if not isinstance(expression, NoDate):
                    first, last = folded.span(start, end)
                    mentions.append(Mention(first, last, original[first:last], expression, rule))
    return sharing_years(mentions, original)


def _cut(run: Run) -> Iterator[Run]:
    for first in range(0, len(run.tokens), LONGEST_RUN):
        last = first + LONGEST_RUN
        yield Run(run.tokens[first:last], run.joints[first : last - 1])


def _read(run: Run, text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Expression | NoDate, str]]:
    variants = [_letters(run, choice) for choice in islice(_choices(run), MOST_READINGS_OF_RUN)]
    position = 0
    while position < len(run.tokens):
        best = max(
            (found for letters in variants if (found := _longest(letters, position, text, lexicon))),
            key=lambda found: found[0],
            default=None,
        )
        if best is None:
            position += 1
            continue
        count, expression, rule = best
        first, last = run.tokens[position], run.tokens[position + count - 1]
        yield first.start, last.end, expression, rule
        position += count


def _choices(run: Run) -> Iterator[tuple[Reading, ...]]:
    return product(*(token.readings for token in run.tokens))


def _letters(run: Run, choice: tuple[Reading, ...]) -> _Letters:
    text = ""
    tokens: list[tuple[Token, Reading] | None] = []
    for token, reading, joint in zip(run.tokens, choice, (*run.joints, ""), strict=True):
        text += reading.letter + joint
        tokens.append((token, reading))
        tokens.extend([None] * len(joint))
    places = tuple(place for place, token in enumerate(tokens) if token)
    return _Letters(text, tuple(tokens), places)


def _longest(
    letters: _Letters, position: int, text: str, lexicon: Lexicon
) -> tuple[int, Expression | NoDate, str] | None:
    """Tokens, expression and rule of the best rule that begins at the token with that number."""
    start = letters.places[position]
    best: tuple[int, Expression | NoDate, str] | None = None
    best_end = start
    for rule in RULES:
        found = rule.pattern.match(letters.text, start)
        if found is None or found.end() <= best_end or not _allowed(rule, letters, found, text, lexicon):
            continue
        expression = rule.build(_parts(letters, found))
        if expression is None:
            continue
        after = bisect_left(letters.places, found.end())
        expression = _counted_from_event(expression, letters.tokens[letters.places[after - 1]], text, lexicon)
        best, best_end = (after - position, expression, rule.name), found.end()
    return best


def _parts(letters: _Letters, found: re.Match[str]) -> Parts:
    parts = {}
    for name in found.re.groupindex:
        if found.start(name) >= 0 and (token := letters.tokens[found.start(name)]):
            parts[name.rstrip("123")] = token[1].value
    return parts


def _allowed(rule: Rule, letters: _Letters, found: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    if not rule.needs:
        return True
    if rule.needs == "month_first":
        return lexicon.month_first
    held = letters.tokens[found.start()]
    if held is None:
        return False
    token, reading = held
    before = WORD_BEFORE.search(text, max(0, token.start - CONTEXT), token.start)
    word = before[1] if before else ""
    if rule.needs == "month":
        return word in lexicon.month_company
    closed = AFTER_BARE_YEAR.match(text, token.end) is not None
    if word not in lexicon.year_company:
        opened = not lexicon.year_company or text[max(0, token.start - 1) : token.start] in OPENING
        return closed and opened and reading.value in BARE_YEARS
    return closed or (reading.value in ANNOUNCED_YEARS and not _counts(token, reading, text, lexicon))


def _counts(token: Token, reading: Reading, text: str, lexicon: Lexicon) -> bool:
    """Whether a round number stands before what it counts: "in 2000 homes", but not "in 2000 the"."""
    if not isinstance(reading.value, int) or reading.value % ROUND:
        return False
    after = WORD_AFTER.match(text, token.end, token.end + CONTEXT)
    return not after or not (after[1] in lexicon.joiners or after[1] in lexicon.year_company)


def _is_near(offset: Offset, letter: str) -> bool:
    return abs(offset.count) < SMALLEST_DISTANCE.get(letter, inf)


def _counted_from_event(
    expression: Expression | NoDate, held: tuple[Token, Reading] | None, text: str, lexicon: Lexicon
) -> Expression | NoDate:
    """ "A month ago" is counted from now, "a month before the attack" from the attack."""
    if not isinstance(expression, Offset) or held is None or _is_near(expression, held[1].letter):
        return expression
    words = lexicon.before_event if held[1].letter == AGO_AFTER else lexicon.of_event
    after = WORD_AFTER.match(text, held[0].end, held[0].end + CONTEXT)
    return FromEvent(expression.count, expression.grain) if after and after[1] in words else expression
