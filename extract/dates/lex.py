"""Finds the words and numbers of a text that can belong to a date, and joins neighbours into runs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.dates.interval import is_day
from extract.dates.lexicon import LATENT, MONTH, NUMBER, ORDINAL, Lexicon, Reading
from extract.text.fold import Folded

DAY_NUMBER = "D"
YEAR_NUMBER = "Y"
OTHER_NUMBER = "N"
FULL_DATE = "Q"
DECADE_NUMBER = "Z"

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits outside these are a count or a code more often than a year."""

SHORT_YEAR_PIVOT = 50
"""'24 is 2024, '68 is 1968."""

TEN = 10
TENS = range(20, 100, 10)
"""Number words that the words for one to nine complete."""

LONGEST_GAP = 12
"""More characters than this between two words, and they are not parts of one date."""

LONGEST_ABBREVIATION = 5
"""After a longer word a full stop ends the sentence."""

FULL_READINGS = {"DMY": (2, 1, 0), "MDY": (2, 0, 1), "YMD": (2, 1, 0)}
"""Where year, month and day stand in 17/1/2025; with the year last, year-first languages write as most do."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of folded text that can belong to a date, with all that it can be there."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that stand together; `joints[i]` holds the letters of what stands between tokens i and i + 1."""

    tokens: tuple[Token, ...]
    joints: tuple[str, ...]


def find_runs(folded: Folded, original: str, lexicon: Lexicon, breaks: Sequence[int] = ()) -> Iterator[Run]:
    """The runs of the text, in order; none goes beyond a break, which is an offset of the folded text, in order."""
    text = folded.text
    tokens: list[Token] = []
    joints: list[str] = []
    ahead = deque(breaks)
    for token in composed(find_tokens(folded, original, lexicon), text):
        joint = _joint(text, tokens[-1], token, lexicon) if tokens else None
        while ahead and ahead[0] <= token.start:
            ahead.popleft()
            joint = None
        if joint is None:
            if tokens:
                yield Run(tuple(tokens), tuple(joints))
            tokens, joints = [token], []
        else:
            tokens.append(token)
            joints.append(joint)
    if tokens:
        yield Run(tuple(tokens), tuple(joints))


def find_tokens(folded: Folded, original: str, lexicon: Lexicon) -> Iterator[Token]:
    """The words and numbers of the text that can belong to a date, in order."""
    for found in lexicon.pattern.finditer(folded.text):
        is_word = found.lastgroup == "word"
        token = _word(found, folded, original, lexicon) if is_word else _number(found, lexicon)
        if token:
            yield token


def composed(tokens: Iterable[Token], text: str) -> Iterator[Token]:
    """The tokens, with number words that make one number put together: "twenty-five", "خمسة عشر"."""
    held: Token | None = None
    for token in tokens:
        both = held and _together(held, token, text)
        if both:
            held = both
            continue
        if held and not _is_rest(held, text):
            yield held
        held = token
    if held and not _is_rest(held, text):
        yield held


def _is_rest(token: Token, text: str) -> bool:
    """Whether a number word is the end of a number whose beginning is not known: "umpty-five"."""
    return token.start > 0 and text[token.start - 1] == "-" and _value_of(token, NUMBER) is not None


def _together(one: Token, other: Token, text: str) -> Token | None:
    if text[one.end : other.start] not in (" ", "-"):
        return None
    for letter in (NUMBER, ORDINAL):
        first, second = _value_of(one, letter), _value_of(other, letter)
        if first is not None and second is not None and first in TENS and second < TEN:
            return _sum(one, other, letter, first + second, text)
        if first is not None and first < TEN and _value_of(other, NUMBER) == TEN:
            return _sum(one, other, letter, first + TEN, text)
    return None


def _sum(one: Token, other: Token, letter: str, value: int, text: str) -> Token:
    return Token(one.start, other.end, text[one.start : other.end], (Reading(letter, value),))


def _value_of(token: Token, letter: str) -> int | None:
    values = (reading.value for reading in token.readings if reading.letter == letter)
    return next((value for value in values if isinstance(value, int)), None)


def _word(found: re.Match[str], folded: Folded, original: str, lexicon: Lexicon) -> Token | None:
    start, end = found.span("word")
    word = " ".join(found["word"].split())
    readings = lexicon.readings[word]
    if word in lexicon.capitalised and original[folded.span(start, end)[0]].islower():
        readings = tuple(reading for reading in readings if reading.letter not in "MmWw")
    return Token(start, end, word, readings) if readings else None


def _number(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return _full(found, "iso", year, month, day)
    if found["numeric"]:
        parts = [int(part) for part in found["numeric"].split(found["sep"])]
        year, month, day = (parts[place] for place in FULL_READINGS[lexicon.order])
        return _full(found, "numeric", year, month, day) or _full(found, "numeric", year, day, month)
    if found["decade"]:
        return _token(found, "decade", Reading(DECADE_NUMBER, int(found["decade"][:4])))
    if found["short"]:
        number = int(found["short"][1:])
        century = 2000 if number < SHORT_YEAR_PIVOT else 1900
        return _token(found, "short", Reading(YEAR_NUMBER, century + number))
    return _plain_number(found)


def _plain_number(found: re.Match[str]) -> Token:
    number = int(found["number"])
    if found["ordinal"]:
        return Token(found.start("number"), found.end(), found["number"], (Reading(ORDINAL, number),))
    letter = OTHER_NUMBER
    if 1 <= number <= 31 and len(found["number"]) <= 2:
        letter = DAY_NUMBER
    elif FIRST_YEAR <= number <= LAST_YEAR:
        letter = YEAR_NUMBER
    return _token(found, "number", Reading(letter, number))


def _full(found: re.Match[str], group: str, year: int, month: int, day: int) -> Token | None:
    if not is_day(year, month, day):
        return None
    return _token(found, group, Reading(FULL_DATE, year * 10000 + month * 100 + day))


def _token(found: re.Match[str], group: str, reading: Reading) -> Token:
    return Token(*found.span(group), found[group], (reading,))


def _joint(text: str, before: Token, after: Token, lexicon: Lexicon) -> str | None:
    """The letters of what stands between two tokens; None where it parts them."""
    if after.start - before.end > LONGEST_GAP:
        return None
    gap = text[before.end : after.start]
    if "\n" in gap:
        return None
    letters = [lexicon.joiners.get(piece) for piece in _pieces(gap)]
    if None in letters:
        return None
    if "." in letters and not (_is_abbreviation(before, lexicon) or (_is_day(before) and _is_month(after))):
        return None
    return "".join(letter for letter in letters if letter)


def _pieces(gap: str) -> Iterable[str]:
    return re.findall(r"[^\w\s]\w?|\w+", gap)


def _is_abbreviation(token: Token, lexicon: Lexicon) -> bool:
    return _is_month(token) and len(token.text) < LONGEST_ABBREVIATION and token.text in lexicon.abbreviations


def _is_day(token: Token) -> bool:
    return token.readings[0].letter == DAY_NUMBER


def _is_month(token: Token) -> bool:
    return any(reading.letter in (MONTH, LATENT[MONTH]) for reading in token.readings)
