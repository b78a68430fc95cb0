"""Where sentences end: at a stop that is neither part of a number, nor of an abbreviation, nor followed by more.

Every line break ends a sentence too. One pass over the text; each stop looks a bounded way back and ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.model import Sentence
from extract.text.stops import StopRules, stop_rules

STOPS = ".!?\u2026\u037e\u0589\u061f\u06d4\u0964\u0965\u104b\u1362\u1367\u17d4\u203c\u203d\u2047\u2048\u2049"
"""Characters that end sentences in all languages that use them, when a space follows."""

WIDE_STOPS = "\u3002\uff01\uff0e\uff1f\uff61"
"""Those of scripts that put no space between sentences."""

CLOSERS = "\"'\u2019\u201d\u00bb\u203a)\\]}\u3009\u300b\u300d\u300f\u3011\uff09\uff02\uff07"
"""What may close a quotation or a bracket right after the stop, and belongs to the sentence."""

OPENERS = (
    " \t\u00a0\u202f\u3000\u200e\u200f\"'\u2018\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a([{<"
    "\u00bf\u00a1-\u2013\u2014\u2022*\u00b7"
)
"""What may stand between a stop and the first word of the next sentence."""

REACH = 40
"""How far to look for the word before a stop and the one after it: longer words are no abbreviations."""

LONGEST_PART = 3
"""Letters between the stops of a dotted abbreviation: "Ph.D", "π.Χ", "EE.UU"."""

LONGEST_ORDINAL = 2
"""Digits of an ordinal that a stop makes ("17. Januar"); a longer number before a stop is a year or an amount."""

_WORD_BEFORE = re.compile(r"[^\s\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb()\[\]{}<>\u2013\u2014\-]*\Z")
_WORD_AFTER = re.compile(r"\w+")
_DAY_OR_MONTH = re.compile(r"\d{1,2}\. ?\d")


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The text's sentences in order, without the white space around them; stretches without a letter or digit are none.

    `text[sentence.start:sentence.end] == sentence.text` for each.
    """
    rules = stop_rules(language)
    sentences: list[Sentence] = []
    position = 0
    for line in text.splitlines(keepends=True):
        for start, end in _pieces(line, rules):
            sentences.append(Sentence(position + start, position + end, line[start:end]))
        position += len(line)
    return tuple(sentences)


def _pieces(line: str, rules: StopRules) -> Iterator[tuple[int, int]]:
    """Trimmed bounds of the line's sentences; what holds no letter or digit goes to the sentence before it."""
    waiting: tuple[int, int] | None = None
    for start, end in _cuts(line, rules):
        piece = line[start:end]
        trimmed = (start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        if any(character.isalnum() for character in piece):
            if waiting:
                yield waiting
            waiting = trimmed
        elif waiting and piece.strip():
            waiting = (waiting[0], trimmed[1])
    if waiting:
        yield waiting


def _cuts(line: str, rules: StopRules) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _stop_pattern(rules.stops).finditer(line):
        if _ends_sentence(line, start, stop, rules):
            yield start, stop.end()
            start = stop.end()
    yield start, len(line)


@cache
def _stop_pattern(more_stops: str) -> re.Pattern[str]:
    """Stops, the quotes and brackets that close after them, and footnote numbers.

    What opens a quotation in one language closes it in another: it does where a space follows, or stood before.
    """
    stops = re.escape(STOPS + WIDE_STOPS + more_stops)
    return re.compile(
        rf"([{stops}]+)((?:[{CLOSERS}]|[\u201c\u2018\u00ab](?=\s|\Z)|[ \u00a0\u202f]\u00bb(?!\w))*)(?:\[\d{{1,3}}\])*"
    )


def _ends_sentence(line: str, start: int, stop: re.Match[str], rules: StopRules) -> bool:
    ahead = line[stop.end() : stop.end() + REACH]
    if not ahead.strip():
        return True
    if not ahead[0].isspace():
        return _ends_without_space(line, stop, ahead)
    ahead = ahead.lstrip(OPENERS)
    if ahead[:1].islower():
        return False
    marks = stop.group(1)
    if marks == ".":
        return _full_stop_ends(line, start, stop.start(), ahead, rules)
    is_ellipsis = marks.strip(".\u2026") == ""
    return ahead[:1].isupper() if is_ellipsis else True


def _ends_without_space(line: str, stop: re.Match[str], ahead: str) -> bool:
    """Whether a space was forgotten, or is not customary."""
    if stop.group(1)[-1] in WIDE_STOPS:
        # A quotation that closes and goes on is part of the sentence around it.
        return not (stop.group(2) and ahead[0].isalpha())
    before = line[max(0, stop.start() - REACH) : stop.start()]
    around = "".join((*before.split()[-1:], *ahead.split()[:1]))
    is_address = "/" in around or "@" in around
    return not is_address and _is_joint(before[-2:], ahead[:2])


def _is_joint(before: str, after: str) -> bool:
    """Whether two words stand here with a stop between them, and no address or abbreviation: "left.Then"."""
    if len(before) < 2 or len(after) < 2 or not (before.isalpha() and after.isalpha()):
        return False
    if before.islower():
        return after[0].isupper() and after[1].islower()
    return not _has_case(before) and not _has_case(after)


def _has_case(word: str) -> bool:
    return word.lower() != word.upper()


def _full_stop_ends(line: str, start: int, at: int, ahead: str, rules: StopRules) -> bool:
    found = _WORD_BEFORE.search(line[max(start, at - REACH) : at])
    word = found.group() if found else ""
    if word in rules.titles or _is_list_mark(line, start, at):
        return False
    following = _WORD_AFTER.match(ahead)
    next_word = following.group() if following else ""
    if next_word[:1].isdigit():
        names_number = word in rules.before_number or word in rules.dates or _next_word_decides(word, rules)
        return not (names_number or _is_in_date(word, ahead))
    if word in rules.dates:
        return next_word not in rules.dates
    if _next_word_decides(word, rules):
        return next_word in rules.starters
    return True


def _is_list_mark(line: str, start: int, at: int) -> bool:
    """Whether the sentence so far is a number or a letter alone: "1. First"."""
    if at - start > REACH:
        return False
    so_far = line[start:at].strip(OPENERS)
    return so_far.isdigit() or (len(so_far) == 1 and so_far.isalpha())


def _is_in_date(word: str, ahead: str) -> bool:
    """Whether the stop stands between the numbers of a date: "17. 1. 2025", "2025. 1. 17"."""
    return word.isdigit() and (len(word) <= LONGEST_ORDINAL or _DAY_OR_MONTH.match(ahead) is not None)


def _next_word_decides(word: str, rules: StopRules) -> bool:
    """Whether the word is an initial or an abbreviation that may also end a sentence."""
    if word in rules.inside or (len(word) == 1 and word.isalpha()):
        return True
    if rules.ordinal_stop and word.isdigit() and len(word) <= LONGEST_ORDINAL:
        return True
    parts = word.split(".")
    return len(parts) > 1 and all(part.isalpha() and len(part) <= LONGEST_PART for part in parts)
