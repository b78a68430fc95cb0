"""A name as it sounds, and how far two names lie apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf

from extract.actors.lexicon import phones
from extract.actors.phonetic import FAR, NO_CONSONANT, block_keys, distance, is_consonant, sounds
from extract.actors.romanise import is_latin, is_unvowelled
from extract.text.fold import fold

SURNAME_NEAR = 0.3
"""Surnames of two scripts of which the sounds lie no further apart may be one, if the given names agree."""

GIVEN_NEAR = 0.32
"""Given names of two scripts further apart than this are a veto."""

BARE_NEAR = 0.2
"""A surname alone has no given name to confirm it, so that it must lie nearer."""

SAME_SCRIPT_NEAR = 0.13
"""Within one script spelling hardly varies: names that lie further apart are two people's."""

SHORT_NAME = 2
"""Given name and surname. Longer names may be cut into words otherwise elsewhere, and are compared as a whole too."""

APART = 1.0
"""The gap between names that cannot be one actor's."""
NEVER = -1.0
"""The gap up to which they are one's."""

TELLING_VOWELS = frozenset("aou")
"""At the end of a given name these tell a woman's from a man's; "i", "e" and "y" are ways to write one sound."""

WOMANS = "a"
"""Among these the one that every script writes at the end of a name."""

CACHED_NAMES = 12_000
"""Parsed names that are remembered: more than the documents of a batch and those near to them have."""

INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word of Latin letters has a capital inside it."""

SEPARATORS = re.compile(r"[\s\-'.\u2019]+")


Keys = Callable[[str], frozenset[str]]
"""Gives the keys of a word as it sounds: `block_keys`, or `latin_keys` where both names are in Latin letters."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut into the words that count, as they sound."""

    text: str
    words: tuple[str, ...]
    latin: bool
    unvowelled: bool = False
    """Whether its script leaves most vowels unwritten."""
    translated: str = ""
    """The given name in one language, where it is one that languages translate."""
    with_article: str = ""
    """The sounds of the given name as if its first letters were no article: "Ilham"."""

    @property
    def fullness(self) -> int:
        """How many of its words are more than an initial."""
        return sum(len(word) > 1 for word in self.words)

    @property
    def is_bare(self) -> bool:
        """Whether it has no given name, or an initial at most."""
        return len(self.words) == 1 or len(self.words[0]) == 1

    def surname_keys(self, keys: Keys = block_keys) -> frozenset[str]:
        """The blocks of its last word, and of its last two, which another may write as one."""
        last = keys(self.surname)
        return last | keys("".join(self.words[-2:])) if len(self.words) > SHORT_NAME else last

    def full_keys(self, keys: Keys = block_keys) -> list[str]:
        """The blocks of surname and given name together."""
        given = keys(self.words[0]) | keys(self.with_article)
        given = given | {NO_CONSONANT} if min(map(len, given)) == 1 else given
        given = given | {self.translated} if self.translated else given
        given = given | keys("".join(self.words[:-1])) if len(self.words) > SHORT_NAME else given
        return sorted(f"{last} {first}" for last in self.surname_keys(keys) for first in given)

    @property
    def surname(self) -> str:
        """The sounds of the last word."""
        return self.words[-1]


@lru_cache(CACHED_NAMES)
def parse(text: str) -> Name:
    """A name's words as sounds, without the small ones that come and go."""
    pieces = [part for piece in SEPARATORS.split(text) if piece for part in _parted(piece)]
    firm = [piece for piece in pieces if fold(piece) not in phones().weak] or pieces or [text]
    given = [sounds(_without_servant(piece)) for piece in firm[:-1]]
    translated = _translations().get(fold(firm[0]), "") if given else ""
    with_article = sounds(firm[0], keeps_article=True) if given else ""
    return Name(text, (*given, sounds(firm[-1])), is_latin(text), is_unvowelled(text), translated, with_article)


@cache
def _translations() -> dict[str, str]:
    return {fold(name): names[0] for names in phones().given for name in names}


def _parted(word: str) -> list[str]:
    """A word cut where a capital inside it shows that a small one was written together with it: "ElBaradei"."""
    parts = INNER_CAPITAL.split(word, maxsplit=1)
    return parts if len(parts) > 1 and fold(parts[0]) in phones().weak else [word]


def _without_servant(word: str) -> str:
    """A given name without the small word that is written together with it: "Abdelaziz" beside "Abd al-Aziz"."""
    folded = fold(word)
    weak = (each for each in phones().weak_beginnings if folded.startswith(each) and len(folded) > len(each) + 2)
    beginning = next(weak, "")
    return folded[len(beginning) :] if beginning else word


def gap_of_words(one: Name, other: Name) -> float:
    """How far two names of places or organisations lie apart, word by word."""
    if len(one.words) != len(other.words):
        return APART
    limit = SAME_SCRIPT_NEAR if one.latin == other.latin else BARE_NEAR
    return max(_sound_gap(*pair, limit) for pair in zip(one.words, other.words, strict=True))


def last_words(name: Name, others: Sequence[Name]) -> list[float]:
    """How far the last words of names of places or organisations may lie apart from that of one, that is the same."""
    latin, foreign = (SAME_SCRIPT_NEAR, BARE_NEAR) if name.latin else (BARE_NEAR, SAME_SCRIPT_NEAR)
    count = len(name.words)
    return [(latin if other.latin else foreign) if len(other.words) == count else NEVER for other in others]


def last_words_of_people(name: Name, others: Sequence[Name]) -> list[float]:
    """The same for people: nothing is said of names so long that they may be cut otherwise."""
    if len(name.words) == 1:
        return [near_alone(name, other) for other in others]
    if len(name.words) > SHORT_NAME:
        return [inf] * len(others)
    return [_last_word_near(name, other) for other in others]


def _last_word_near(one: Name, other: Name) -> float:
    """The gap up to which the last words may be one where the first name is one in full, and no long one."""
    if len(other.words) == 1:
        return near_alone(one, other)
    return inf if len(other.words) > SHORT_NAME else _surname_near(one, other)


def _surname_near(one: Name, other: Name) -> float:
    """The gap up to which the surnames of two names in full may be one."""
    hardly_varies = one.latin and other.latin and not _is_translated(one, other)
    return SAME_SCRIPT_NEAR if hardly_varies else SURNAME_NEAR


def _is_translated(one: Name, other: Name) -> bool:
    """Whether two names begin with one given name, which languages translate."""
    return bool(one.translated) and one.translated == other.translated


def near_alone(one: Name, other: Name) -> float:
    """The gap up to which two names are one where one of them is a single word."""
    return SAME_SCRIPT_NEAR if one.latin and other.latin else BARE_NEAR


def gap_of_people(one: Name, other: Name) -> float:
    """How far two persons' names lie apart by surname and given name; what stands between them says little."""
    same_script = one.latin and other.latin
    if len(one.words) == 1 or len(other.words) == 1:
        return _sound_gap(one.surname, other.surname, near_alone(one, other))
    if max(len(one.words), len(other.words)) > SHORT_NAME:
        whole = _sound_gap("".join(one.words), "".join(other.words), near_alone(one, other))
        if whole < APART:
            return whole
    if _differ_between(one.words[1:-1], other.words[1:-1]):
        return APART
    surname = _sound_gap(one.surname, other.surname, _surname_near(one, other))
    if surname >= APART or _is_translated(one, other):
        return surname
    if same_script and _ends_otherwise(one.words[0], other.words[0]):
        return APART
    if one.latin != other.latin and one.unvowelled != other.unvowelled and _lacks_end(one, other):
        return APART
    limit = SAME_SCRIPT_NEAR if same_script else GIVEN_NEAR
    given = min(
        _given_gap(a, b, limit) for a in {one.words[0], one.with_article} for b in {other.words[0], other.with_article}
    )
    return surname + given if given < APART else APART


def _differ_between(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether names of as many words differ in one that stands between: "Kim Yong Nam", "Kim Chong Nam"."""
    return len(one) == len(other) and any(_given_gap(*pair, FAR) >= APART for pair in zip(one, other, strict=True))


def _given_gap(one: str, other: str, most: float) -> float:
    """How far two given names lie apart; an initial agrees with every name that begins so."""
    if min(len(one), len(other)) == 1:
        return 0.0 if one[:1] == other[:1] else APART
    return _sound_gap(one, other, most)


def _ends_otherwise(one: str, other: str) -> bool:
    """Whether two given names of one script differ in a final vowel, as "Mario" and "Maria" do."""
    return min(len(one), len(other)) > 1 and one[-1] != other[-1] and bool({one[-1], other[-1]} & TELLING_VOWELS)


def _lacks_end(one: Name, other: Name) -> bool:
    """Whether a given name ends in "a" where the other, whose script would write it, ends in a consonant."""
    full, bare = (other, one) if one.unvowelled else (one, other)
    return len(full.words[0]) > 1 and full.words[0].endswith(WOMANS) and is_consonant(bare.words[0][-1])


def _sound_gap(one: str, other: str, most: float) -> float:
    """How far two words lie apart; APART where that is more than `most`."""
    return distance(min(one, other), max(one, other), most)
