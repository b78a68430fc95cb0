"""Names of other scripts written in Latin letters, for collections in which no source does so."""

from __future__ import annotations

import unicodedata
from functools import cache

from extract.actors.lexicon import phones
from extract.actors.phonetic import START
from extract.text.fold import fold

VOWELS = "aeiou"

MOST_CONSONANTS = 2
"""So many can be said together inside a word."""

LATIN = "LATIN"
"""What Unicode's names of Latin letters begin with."""


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin."""
    return all(_script(letter) == LATIN for letter in name if letter.isalpha())


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def is_unvowelled(name: str) -> bool:
    """Whether a name's script leaves most vowels unwritten."""
    return bool(name) and _script(name[0]) in phones().unvowelled


def romanise(name: str) -> str:
    """The name in Latin letters, each word with a capital."""
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if is_latin(word):
        return word
    folded = fold(word)
    for article, written in phones().articles.items():
        if word.startswith(article) and len(folded) > len(article) + 1:
            return written + _letters(folded[len(article) :]).capitalize()
    letters = _letters(folded)
    return letters if word[0].islower() else letters.capitalize()


def _letters(word: str) -> str:
    pieces = _pieces(word)
    return _with_vowels(pieces) if is_unvowelled(word) else "".join(pieces)


@cache
def _written() -> dict[str, str]:
    return {graphemes: letters.lower() for graphemes, letters in (phones().graphemes | phones().romanise).items()}


def _pieces(word: str) -> list[str]:
    """The Latin letters for each grapheme, the longest first."""
    table = _written()
    longest = max(map(len, table))
    pieces: list[str] = []
    at = 0
    while at < len(word):
        size = next(n for n in range(longest, 0, -1) if n == 1 or word[at : at + n] in table)
        letters = word[at : at + size]
        plain = table.get(letters, letters) if at else table.get(START + letters, table.get(letters, letters))
        long = phones().long_vowels.get(letters) if _is_between_consonants(word, at) else None
        pieces.append(long or plain)
        at += len(letters)
    return pieces


def _is_between_consonants(word: str, at: int) -> bool:
    """Whether a letter that may be a long vowel is one here."""
    table = _written()
    before = at > 0 and table.get(word[at - 1], "") not in {*VOWELS, "w", "y"}
    return before and (at + 1 >= len(word) or table.get(word[at + 1], "") not in VOWELS)


def _with_vowels(pieces: list[str]) -> str:
    """The word with a vowel where consonants meet at its start or end, or more than two inside it."""
    letters = [piece for piece in pieces if piece]
    written = ""
    run, most = 0, 1
    for at, piece in enumerate(letters):
        if piece[0] in VOWELS:
            run, most = 0, MOST_CONSONANTS
        elif run == most or (run == 1 and at == len(letters) - 1):
            written += phones().filler
            run, most = 1, MOST_CONSONANTS
        else:
            run += 1
        written += piece
    return written
