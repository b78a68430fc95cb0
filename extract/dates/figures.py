"""What numbers written in figures can be in a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.dates import letters
from extract.dates.entries import Reading
from extract.dates.interval import YEARS_PER_CENTURY, is_day
from extract.dates.lexicon import Lexicon

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits outside these are a count or a code more often than a year."""

THIS_CENTURY = 2000
LAST_CENTURY = THIS_CENTURY - YEARS_PER_CENTURY
"""The first year of each, as their years are counted in two figures."""

SHORT_YEAR_PIVOT = 35
"""'24 is 2024, '44 is 1944: texts look back farther than ahead."""

FULL_READINGS = {"DMY": (2, 1, 0), "MDY": (2, 0, 1), "YMD": (2, 1, 0)}
"""Where year, month and day stand in 17/1/2025; with the year last, year-first languages write as most do."""

LONGEST_NUMBER = len("999,999,999")
"""More than that is no count of days or years."""

ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of folded text that can belong to a date, with all that it can be there."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]


def in_figures(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    """The token of a number that the lexicon's pattern found, by the kind of it; None where it is no part of a date."""
    return READERS[found.lastgroup or ""](found, lexicon)


def joined(found: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    """Day, month and perhaps year that are written as one word: 14april, 03MAR2022."""
    day, month, year = re.fullmatch(r"(\d+)(\D+)(\d*)", found["joined"]).groups()  # type: ignore[union-attr]
    number = next(r.value for r in lexicon.readings[month] if r.letter in letters.MONTHS)
    start, end = found.start("joined"), found.start("joined") + len(day)
    yield Token(start, end, day, (Reading(letters.DAY_NUMBER, int(day)),))
    start, end = end, end + len(month)
    yield Token(start, end, month, (Reading(letters.MONTH, number),))
    if year:
        reading = Reading(letters.YEAR_NUMBER, int(year) if len(year) > 2 else full_year(int(year)))
        yield Token(end, end + len(year), year, (reading,))


def apart(found: re.Match[str], _: Lexicon) -> Iterator[Token]:
    """Two numbers with a stroke between them that belong to one date: 1944/45, 3/4 May. A law's number is none."""
    group = found.lastgroup or ""
    first, second = found[group].split("/")
    start = found.start(group)
    numbers = int(first), int(second)
    if group == "season" and (numbers[1] - numbers[0] - 1) % YEARS_PER_CENTURY:
        return
    if group == "season" and not FIRST_YEAR <= numbers[0] <= LAST_YEAR:
        return
    letter = letters.YEAR_NUMBER if group == "season" else letters.DAY_NUMBER
    yield Token(start, start + len(first), first, (Reading(letter, numbers[0]),))
    whole = len(second) == len("2024")
    last = Reading(letters.YEAR_NUMBER if whole else letters.DAY_NUMBER, numbers[1])
    yield Token(start + len(first) + 1, found.end(group), second, (last,))


def with_era(found: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    """A year with its era written on to it: 656هـ, 500BC."""
    digits, era = re.fullmatch(r"(\d+)(.+)", found["erayear"]).groups()  # type: ignore[union-attr]
    start = found.start("erayear")
    yield Token(start, start + len(digits), digits, (Reading(letters.YEAR_NUMBER, int(digits)),))
    readings = tuple(reading for reading in lexicon.readings[era] if reading.letter == letters.ERA)
    yield Token(start + len(digits), found.end("erayear"), era, readings)


def fiscal(found: re.Match[str], _: Lexicon) -> Iterator[Token]:
    """A business year: FY2024, FY24."""
    start, text = found.start("fiscal"), found["fiscal"]
    digits = re.sub(r"\D", "", text)
    year = int(digits) if len(digits) == len("2024") else full_year(int(digits))
    yield Token(start, start + 2, text[:2], (Reading(letters.FILLER, ""),))
    yield Token(found.end("fiscal") - len(digits), found.end("fiscal"), digits, (Reading(letters.YEAR_NUMBER, year),))


def _iso(found: re.Match[str], _: Lexicon) -> Token | None:
    return _full(found, "iso", *map(int, found["iso"].split("-")))


def _numeric(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    parts = [int(part) for part in found["numeric"].split(found["sep"])]
    year, month, day = (parts[place] for place in FULL_READINGS[lexicon.order])
    return _full(found, "numeric", year, month, day) or _full(found, "numeric", year, day, month)


def _clock(found: re.Match[str], _: Lexicon) -> Token:
    hour, minute = re.split(" ?[:h.] ?", found["clock"])
    return Token(*found.span(), found.group(), (Reading(letters.CLOCK, f"{int(hour):02d}:{minute}"),))


def _quarter(found: re.Match[str], _: Lexicon) -> Token:
    """Q3, 24Q3, 3Q24, H1."""
    return _token(found, "quarter", Reading(letters.QUARTER, _quarter_parts(found["quarter"])))


def _quarter_parts(text: str) -> tuple[str, int, int | None]:
    at = next(place for place, sign in enumerate(text) if sign in "qh")
    before, after = text[:at], text[at + 1 :]
    number, year = (before, after) if len(before) == 1 else (after, before)
    return text[at], int(number), THIS_CENTURY + int(year) if year else None


def _decade(found: re.Match[str], _: Lexicon) -> Token:
    return _token(found, "decade", Reading(letters.DECADE_NUMBER, int(found["decade"][:4])))


def _thousands(found: re.Match[str], _: Lexicon) -> Token | None:
    if len(found["thousands"]) > LONGEST_NUMBER:
        return None
    return _token(found, "thousands", Reading(letters.OTHER_NUMBER, int(re.sub("[,. ]", "", found["thousands"]))))


def _short(found: re.Match[str], _: Lexicon) -> Token:
    year = full_year(int(found["short"][1:]))
    letter = letters.DECADE_NUMBER if found["shortdecade"] and year % 10 == 0 else letters.SHORT_NUMBER
    return Token(*found.span(), found.group(), (Reading(letter, year),))


def _compound(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    number, suffix = re.fullmatch(r"(\d+)[ -]?(.+)", found["compound"], re.DOTALL).groups()  # type: ignore[union-attr]
    return _token(found, "compound", Reading(letters.LENGTH_WORD, (int(number), lexicon.length_suffixes[suffix])))


def _decimal(found: re.Match[str], _: Lexicon) -> Token:
    return _token(found, "decimal", Reading(letters.OTHER_NUMBER, float(found["decimal"].replace(",", "."))))


def _half(found: re.Match[str], _: Lexicon) -> Token:
    return _token(found, found.lastgroup or "", Reading(letters.HALF_MORE, ""))


def _roman(found: re.Match[str], _: Lexicon) -> Token | None:
    digits = [ROMAN_DIGITS[letter] for letter in found["roman"]]
    following = [*digits[1:], 0]
    number = sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
    return Token(*found.span(), found.group(), (Reading(letters.ROMAN, number),)) if number > 0 else None


def full_year(number: int) -> int:
    """The year that its last two figures mean."""
    return number + (THIS_CENTURY if number < SHORT_YEAR_PIVOT else LAST_CENTURY)


def _brief(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    parts = [int(part) for part in found["brief"].split(found["sep2"])]
    if lexicon.order == "YMD":
        year, month, day = parts
    else:
        year, month, day = (parts[place] for place in FULL_READINGS[lexicon.order])
    for one, other in ((month, day), (day, month)):
        if is_day(full_year(year), one, other):
            return _token(found, "brief", Reading(letters.DAY_AND_MONTH, (full_year(year), one, other)))
    return None


def _pair(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    """15/2, 2/2013 or 2014-10: figures that are a day and month, or a month and year, only in company."""
    first, second = (int(part) for part in re.split(r"\s?[/.-]\s?", found["pair"]))
    if first > 31 or second > 31:
        year, month = max(first, second), min(first, second)
        sensible = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
        return _token(found, "pair", Reading(letters.DAY_AND_MONTH, (year, month, None))) if sensible else None
    month, day = (first, second) if lexicon.order == "MDY" else (second, first)
    for one, other in ((month, day), (day, month)):
        if is_day(2024, one, other):
            return _token(found, "pair", Reading(letters.DAY_AND_MONTH, (None, one, other)))
    return None


def _plain_number(found: re.Match[str], _: Lexicon) -> Token:
    number = int(found["number"])
    is_year = len(found["number"]) == len("2024") and FIRST_YEAR <= number <= LAST_YEAR
    if found["ordinal"] and is_year:
        return Token(found.start("number"), found.end(), found["number"], (Reading(letters.YEAR_NUMBER, number),))
    if found["ordinal"]:
        return Token(found.start("number"), found.end(), found["number"], (Reading(letters.ORDINAL, number),))
    letter = letters.OTHER_NUMBER
    if 1 <= number <= 31 and len(found["number"]) <= 2:
        letter = letters.DAY_NUMBER
    elif FIRST_YEAR <= number <= LAST_YEAR:
        letter = letters.YEAR_NUMBER
    return _token(found, "number", Reading(letter, number))


def _full(found: re.Match[str], group: str, year: int, month: int, day: int) -> Token | None:
    if not is_day(year, month, day):
        return None
    return _token(found, group, Reading(letters.FULL_DATE, year * 10000 + month * 100 + day))


def _token(found: re.Match[str], group: str, reading: Reading) -> Token:
    return Token(*found.span(group), found[group], (reading,))


IN_PIECES: dict[str, Callable[[re.Match[str], Lexicon], Iterator[Token]]] = {
    "joined": joined,
    "season": apart,
    "days": apart,
    "fiscal": fiscal,
    "erayear": with_era,
}
"""What is written as one and is several tokens, by the group of the lexicon's pattern."""

READERS: dict[str, Callable[[re.Match[str], Lexicon], Token | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "brief": _brief,
    "clock": _clock,
    "pair": _pair,
    "compound": _compound,
    "decimal": _decimal,
    "half": _half,
    "fraction": _half,
    "after": _half,
    "quarter": _quarter,
    "decade": _decade,
    "thousands": _thousands,
    "short": _short,
    "shortdecade": _short,
    "roman": _roman,
    "number": _plain_number,
    "ordinal": _plain_number,
}
"""By the group of the lexicon's pattern."""
