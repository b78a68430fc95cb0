"""A person's name in the nominative, where a text has it in another case: "Марии Захаровой" is Мария Захарова."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.actors.lexicon import language
from extract.text.fold import fold

Row = tuple[str, ...]
"""The endings of a pattern by case, the nominative's first; all rows of a language have its cases in one order."""

MIN_STEM = 1
"""Letters that a word keeps without its ending: "Петра"."""


def in_nominative(name: str, code: str) -> str:
    """A name as it is called; as it stands where its given name is not listed, or is in the nominative.

    All words have one gender and case. Of several readings the one counts in which most words have a known ending.
    """
    words = name.split()
    if not words[1:] or fold(words[0]) in _given(code):
        return name
    return max(_readings(words, code), key=lambda reading: reading[0], default=(0, name))[1]


@cache
def _given(code: str) -> Mapping[str, str]:
    """The given names that a language lists, by their folded forms."""
    return {fold(name): name[:1].upper() + name[1:] for name in language(code).given_names}


def _readings(words: Sequence[str], code: str) -> Iterator[tuple[int, str]]:
    """(words with a known ending, the name in the nominative) by each gender and case that the given name can have."""
    for rows in language(code).name_cases:
        for case in range(1, len(rows[0])):
            found = (_given(code).get(fold(base)) for base in _bases(words[0], rows, case))
            given = next(filter(None, found), None)
            if given:
                bases = [next(_bases(word, rows, case), None) for word in words[1:]]
                rest = [base or word for base, word in zip(bases, words[1:], strict=True)]
                yield sum(map(bool, bases)), " ".join([given, *rest])


def _bases(word: str, rows: Sequence[Row], case: int) -> Iterator[str]:
    """What a word in a case may be in the nominative, by the longest ending first."""
    fitting = [row for row in rows if row[case] and word.endswith(row[case])]
    for row in sorted(fitting, key=lambda row: -len(row[case])):
        stem = word.removesuffix(row[case])
        if len(stem) >= MIN_STEM:
            yield stem + row[0]
