"""Names of other scripts written in Latin letters, for collections in which no source does so."""

from __future__ import annotations

import unicodedata
from functools import cache

from extract.actors.lexicon import phones
from extract.text.fold import fold

VOWELS = "aeiou"

LATIN = "LATIN"
"""What Unicode's names of Latin letters begin with."""


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin."""
    return all(_script(letter) == LATIN for letter in name if letter.isalpha())


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def romanise(name: str) -> str:
    """The name in Latin letters, each word with a capital."""
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if is_latin(word):
        return word
    folded = fold(word)
    for article, written in phones().articles.items():
        if folded.startswith(article) and len(folded) > len(article) + 1:
            return written + _letters(folded[len(article) :])
    return _letters(folded)


def _letters(word: str) -> str:
    pieces = _pieces(word)
    if word and _script(word[0]) in phones().unvowelled:
        pieces = _with_vowels(pieces)
    return "".join(pieces).capitalize()


def _pieces(word: str) -> list[str]:
    """The Latin letters for each grapheme, the longest first."""
    table = phones().graphemes | phones().romanise
    longest = max(map(len, table))
    pieces: list[str] = []
    at = 0
    while at < len(word):
        size = next(n for n in range(longest, 0, -1) if n == 1 or word[at : at + n] in table)
        letters = word[at : at + size]
        pieces.append(phones().long_vowels.get(letters, "") if _between(word, at) else "")
        pieces[-1] = pieces[-1] or table.get(letters, letters).lower()
        at += len(letters)
    return pieces


def _between(word: str, at: int) -> bool:
    """Whether a letter stands after a consonant and not before a vowel, so that a long vowel is one."""
    table = phones().graphemes
    before = at > 0 and table.get(word[at - 1], "") not in {*VOWELS, "w", "y"}
    after = at + 1 >= len(word) or table.get(word[at + 1], "") not in VOWELS
    return before and after


def _with_vowels(pieces: list[str]) -> list[str]:
    """A vowel between the consonants of a script that writes none, so that the name can be read."""
    written: list[str] = []
    for piece in pieces:
        if written and piece and written[-1] and written[-1][-1] not in VOWELS and piece[0] not in VOWELS:
            written.append(phones().filler)
        written.append(piece)
    return written
