"""Finds the words and numbers of a text that can belong to a date, and joins neighbours into runs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.dates import letters
from extract.dates.entries import Reading
from extract.dates.figures import IN_PIECES, Token, in_figures
from extract.dates.lexicon import Lexicon
from extract.dates.numerals import composed
from extract.dates.vocabulary import tidy
from extract.text.fold import Folded

NEAR = 24
"""Characters before a word in which the one before it is looked for."""

LONGEST_GAP = 16
"""More characters than this between two words, and they are not parts of one date."""

FIGURES = frozenset((letters.DAY_AND_MONTH, letters.FULL_DATE))
AFTER_DOTTED_DAY = frozenset(
    (
        letters.MONTH,
        letters.LATENT[letters.MONTH],
        letters.DAY_NUMBER,
        letters.UNIT,
        letters.HOLIDAY,
        letters.DAY_AND_MONTH,
    )
)
"""What may follow a day that is written with a full stop: German "3. Mai"."""

LONGEST_ABBREVIATION = 5
"""After a longer word a full stop ends the sentence."""


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
            joint = joint if tokens and _is_dotted_range(tokens[-1], token) else None
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
    capitals_tell = bool(lexicon.capitalised or lexicon.given_names) and not original.islower()
    for found in lexicon.pattern.finditer(folded.text):
        if pieces := IN_PIECES.get(found.lastgroup or ""):
            yield from pieces(found, lexicon)
            continue
        is_word = found.lastgroup == "word"
        token = _word(found, folded, original, lexicon, capitals_tell) if is_word else in_figures(found, lexicon)
        if token:
            yield token


def _composed(tokens: Iterable[Token], text: str, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens, with number words that make one number put together: "twenty-five", "خمسة عشر"."""
    gaps = (
        {" ", "-", *(f" {tidy(word)} " for word in lexicon.pack.joiners.lists)} if not lexicon.pack.unspaced else {""}
    )
    held: Token | None = None
    end = -1
    for token in tokens:
        if held and text[held.end : token.start] in gaps and not held.text[0].isdigit():
            hyphen = text[held.end : token.start] == "-"
            both = composed(held.readings, token.readings, tens_multiply=lexicon.pack.tens_multiply, hyphen=hyphen)
            if both:
                held = Token(held.start, token.end, text[held.start : token.end], (both,))
                continue
        if held and not _is_rest(held, text, end):
            yield held
        end, held = (held.end if held else -1), token
    if held and not _is_rest(held, text, end):
        yield held


def _is_rest(token: Token, text: str, end: int) -> bool:
    """Whether a number word is the end of a number whose beginning is not known: "umpty-five".

    `end` is where the token before it ended.
    """
    return (
        token.start - 1 != end
        and text[token.start - 1 : token.start] == "-"
        and text[token.start - 2 : token.start - 1].isalpha()
        and token.readings[0].letter == letters.NUMBER
    )


def _word(found: re.Match[str], folded: Folded, original: str, lexicon: Lexicon, capitals_tell: bool) -> Token | None:
    start, end = found.span("word")
    word = " ".join(found["word"].split())
    readings = lexicon.readings[word]
    if forms := lexicon.written.get(word):
        readings = forms.get(original[slice(*folded.span(start, end))].lower(), readings)
    may_name = capitals_tell and word in lexicon.given_names and _names_follow(original, folded.span(start, end)[1])
    if may_name and not _dates_before(folded.text, start, lexicon):
        readings = tuple(r for r in readings if r.letter not in letters.NAMED)
    if capitals_tell and word in lexicon.capitalised and original[folded.span(start, end)[0]].islower():
        small = [reading for reading in readings if reading.letter not in "MmWw"]
        months = [Reading(letters.SMALL_MONTH, reading.value) for reading in readings if reading.letter in "Mm"]
        readings = (*small, *months)
    return Token(start, end, word, readings) if readings else None


def _names_follow(original: str, end: int) -> bool:
    """Whether a word with a capital stands right after that place."""
    return original[end : end + 1] == " " and original[end + 1 : end + 2].isupper()


def _dates_before(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a number or a preposition of time stands right before that place: "3 May", "3rd of May", "in May"."""
    words = text[max(0, start - NEAR) : start].rpartition("\n")[2].split(" ")
    while len(words) > 1 and words[-2] in lexicon.of_words:
        del words[-2]
    before = words[-2] if len(words) > 1 and not words[-1] else ""
    return before[:1].isdigit() or before in lexicon.dates_after


def _joint(text: str, before: Token, after: Token, lexicon: Lexicon) -> str | None:
    """The letters of what stands between two tokens; None where it parts them."""
    if after.start - before.end > LONGEST_GAP:
        return None
    gap = text[before.end : after.start]
    if gap in ("", " "):
        return ""
    if "\n" in gap:
        return None
    found = [lexicon.joiners.get(piece) for piece in _pieces(gap)]
    if None in found:
        return None
    if "." in found and not _may_be_dotted(before, after, lexicon):
        return None
    numbered = before.readings[0].letter == letters.DAY_NUMBER and after.readings[0].letter in letters.UNITS
    ordinal = "." in found and numbered
    return "".join(letter for letter in found if letter and (letter != "." or ordinal))


def _pieces(gap: str) -> Iterable[str]:
    return re.findall(r"[^\w\s]\w?|\w+", gap)


def _is_dotted_range(before: Token, after: Token) -> bool:
    """Whether what looks like the end of a sentence is the stop of a date in figures: "14.10. - 15.10.2018"."""
    return before.readings[0].letter == letters.DAY_AND_MONTH and after.readings[0].letter in FIGURES


def _may_be_dotted(before: Token, after: Token, lexicon: Lexicon) -> bool:
    """Whether a full stop between the two belongs to the first and ends no sentence."""
    letter = before.readings[0].letter
    if after.readings[0].letter == letters.ERA and letter in letters.UNITS:
        return len(before.text) < LONGEST_ABBREVIATION
    if letter in (letters.MERIDIEM, letters.ERA, letters.ROMAN, letters.DAY_AND_MONTH):
        return True
    if letter == letters.DAY_NUMBER:
        return any(reading.letter in AFTER_DOTTED_DAY for reading in after.readings)
    return len(before.text) < LONGEST_ABBREVIATION and before.text in lexicon.abbreviations
