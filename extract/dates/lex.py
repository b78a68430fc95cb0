"""Finds the words and numbers of a text that can belong to a date, and joins neighbours into runs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.dates import letters as L
from extract.dates.interval import is_day
from extract.dates.lexicon import Lexicon, Reading
from extract.dates.numerals import composed
from extract.text.fold import Folded

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits outside these are a count or a code more often than a year."""

SHORT_YEAR_PIVOT = 50
"""'24 is 2024, '68 is 1968."""

LONGEST_GAP = 16
"""More characters than this between two words, and they are not parts of one date."""

LONGEST_ABBREVIATION = 5
"""After a longer word a full stop ends the sentence."""

FULL_READINGS = {"DMY": (2, 1, 0), "MDY": (2, 0, 1), "YMD": (2, 1, 0)}
"""Where year, month and day stand in 17/1/2025; with the year last, year-first languages write as most do."""

ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


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
    for token in _composed(find_tokens(folded, original, lexicon), text, lexicon):
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
    capitals_tell = bool(lexicon.capitalised) and not original.islower()
    for found in lexicon.pattern.finditer(folded.text):
        is_word = found.lastgroup == "word"
        token = _word(found, folded, original, lexicon, capitals_tell) if is_word else _number(found, lexicon)
        if token:
            yield token


def _composed(tokens: Iterable[Token], text: str, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens, with number words that make one number put together: "twenty-five", "خمسة عشر"."""
    gaps = (" ", "-", " and ") if lexicon.pack.spaced else ("",)
    held: Token | None = None
    for token in tokens:
        if held and text[held.end : token.start] in gaps and not held.text[0].isdigit():
            both = composed(held.readings, token.readings, lexicon.pack.tens_multiply)
            if both:
                held = Token(held.start, token.end, text[held.start : token.end], (both,))
                continue
        if held and not _is_rest(held, text):
            yield held
        held = token
    if held and not _is_rest(held, text):
        yield held


def _is_rest(token: Token, text: str) -> bool:
    """Whether a number word is the end of a number whose beginning is not known: "umpty-five"."""
    return (
        text[token.start - 1 : token.start] == "-"
        and text[token.start - 2 : token.start - 1].isalpha()
        and token.readings[0].letter == L.NUMBER
    )


def _word(
    found: re.Match[str], folded: Folded, original: str, lexicon: Lexicon, capitals_tell: bool
) -> Token | None:
    start, end = found.span("word")
    word = " ".join(found["word"].split())
    readings = lexicon.readings[word]
    if forms := lexicon.written.get(word):
        readings = forms.get(original[slice(*folded.span(start, end))].lower(), readings)
    if capitals_tell and word in lexicon.capitalised and original[folded.span(start, end)[0]].islower():
        small = [reading for reading in readings if reading.letter not in "MmWw"]
        months = [Reading(L.SMALL_MONTH, reading.value) for reading in readings if reading.letter in "Mm"]
        readings = (*small, *months)
    return Token(start, end, word, readings) if readings else None


def _number(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    kind = found.lastgroup
    if kind == "iso" or found["iso"]:
        return _full(found, "iso", *map(int, found["iso"].split("-")))
    if found["numeric"]:
        parts = [int(part) for part in found["numeric"].split(found["sep"])]
        year, month, day = (parts[place] for place in FULL_READINGS[lexicon.order])
        return _full(found, "numeric", year, month, day) or _full(found, "numeric", year, day, month)
    if found["brief"]:
        return _brief(found, lexicon)
    if found["clock"]:
        hour, minute = re.split("[:h]", found["clock"])
        return Token(*found.span(), found.group(), (Reading(L.CLOCK, f"{int(hour):02d}:{minute}"),))
    if found["pair"]:
        return _pair(found, lexicon)
    if found["compound"]:
        return _compound(found, lexicon)
    if found["quarter"]:
        year = 2000 + int(found["quarter"][:2]) if len(found["quarter"]) > 2 else None
        return _token(found, "quarter", Reading(L.QUARTER, (found["quarter"][-2], int(found["quarter"][-1]), year)))
    if found["decade"]:
        return _token(found, "decade", Reading(L.DECADE_NUMBER, int(found["decade"][:4])))
    if found["thousands"]:
        return _token(found, "thousands", Reading(L.OTHER_NUMBER, int(re.sub("[,.]", "", found["thousands"]))))
    if found["short"]:
        year = _full_year(int(found["short"][1:]))
        letter = L.DECADE_NUMBER if found["shortdecade"] and year % 10 == 0 else L.SHORT_NUMBER
        return Token(*found.span(), found.group(), (Reading(letter, year),))
    if found.re.groupindex.get("roman") and found["roman"]:
        return _roman(found)
    return _plain_number(found)


def _compound(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    number, suffix = re.fullmatch(r"(\d+)[ -]?(.+)", found["compound"], re.DOTALL).groups()  # type: ignore[union-attr]
    return _token(found, "compound", Reading(L.LENGTH_WORD, (int(number), lexicon.length_suffixes[suffix])))


def _roman(found: re.Match[str]) -> Token | None:
    digits = [ROMAN_DIGITS[letter] for letter in found["roman"]]
    following = [*digits[1:], 0]
    number = sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
    return Token(*found.span(), found.group(), (Reading(L.ROMAN, number),)) if number > 0 else None


def _full_year(number: int) -> int:
    return number + (2000 if number < SHORT_YEAR_PIVOT else 1900)


def _brief(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    parts = [int(part) for part in found["brief"].split(found["sep2"])]
    if lexicon.order == "YMD":
        year, month, day = parts
    else:
        year, month, day = (parts[place] for place in FULL_READINGS[lexicon.order])
    for one, other in ((month, day), (day, month)):
        if is_day(_full_year(year), one, other):
            return _token(found, "brief", Reading(L.DAY_AND_MONTH, (_full_year(year), one, other)))
    return None


def _pair(found: re.Match[str], lexicon: Lexicon) -> Token | None:
    """15/2, 2/2013 or 2014-10: figures that are a day and month, or a month and year, only in company."""
    first, second = (int(part) for part in re.split(r"\s?[/.-]\s?", found["pair"]))
    if first > 31 or second > 31:
        year, month = max(first, second), min(first, second)
        sensible = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
        return _token(found, "pair", Reading(L.DAY_AND_MONTH, (year, month, None))) if sensible else None
    month, day = (first, second) if lexicon.order == "MDY" else (second, first)
    for one, other in ((month, day), (day, month)):
        if is_day(2024, one, other):
            return _token(found, "pair", Reading(L.DAY_AND_MONTH, (None, one, other)))
    return None


def _plain_number(found: re.Match[str]) -> Token:
    number = int(found["number"])
    if found["ordinal"]:
        return Token(found.start("number"), found.end(), found["number"], (Reading(L.ORDINAL, number),))
    letter = L.OTHER_NUMBER
    if 1 <= number <= 31 and len(found["number"]) <= 2:
        letter = L.DAY_NUMBER
    elif FIRST_YEAR <= number <= LAST_YEAR:
        letter = L.YEAR_NUMBER
    return _token(found, "number", Reading(letter, number))


def _full(found: re.Match[str], group: str, year: int, month: int, day: int) -> Token | None:
    if not is_day(year, month, day):
        return None
    return _token(found, group, Reading(L.FULL_DATE, year * 10000 + month * 100 + day))


def _token(found: re.Match[str], group: str, reading: Reading) -> Token:
    return Token(*found.span(group), found[group], (reading,))


def _joint(text: str, before: Token, after: Token, lexicon: Lexicon) -> str | None:
    """The letters of what stands between two tokens; None where it parts them."""
    if after.start - before.end > LONGEST_GAP:
        return None
    gap = text[before.end : after.start]
    if gap in ("", " "):
        return ""
    if "\n" in gap:
        return None
    letters = [lexicon.joiners.get(piece) for piece in _pieces(gap)]
    if None in letters:
        return None
    if "." in letters and not _may_be_dotted(before, after, lexicon):
        return None
    return "".join(letter for letter in letters if letter and letter != ".")


def _pieces(gap: str) -> Iterable[str]:
    return re.findall(r"[^\w\s]\w?|\w+", gap)


def _may_be_dotted(before: Token, after: Token, lexicon: Lexicon) -> bool:
    """Whether a full stop between the two belongs to the first and ends no sentence."""
    letter = before.readings[0].letter
    if letter in (L.MERIDIEM, L.ERA):
        return True
    if letter == L.DAY_NUMBER:
        return any(reading.letter in f"{L.MONTH}{L.DAY_NUMBER}{L.UNIT}{L.LATENT[L.MONTH]}" for reading in after.readings)
    return len(before.text) < LONGEST_ABBREVIATION and before.text in lexicon.abbreviations
