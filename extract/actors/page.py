"""A text on its way: its words, what is known of each, and the names found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.actors.kinds import Kind
from extract.actors.tokens import Token
from extract.actors.words import Words
from extract.model import ActorType


class Mark(StrEnum):
    """What a word is known to be."""

    PLAIN = "plain"
    CAPITAL = "capital"
    """Written as a name is, and nothing else is known of it."""
    KNOWN = "known"
    ROLE = "role"
    PEOPLE = "people"
    DATE = "date"
    IGNORED = "ignored"
    """It is nobody's: the user says so, or its company."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name: words `first` up to, without, `last`. `cut` letters of the first word are a proclitic."""

    first: int
    last: int
    type: ActorType
    canonical: str | None = None
    cut: int = 0
    sure: bool = True
    """Whether the name could stand alone; what is not sure needs company elsewhere in the text."""
    state: str | None = None
    """The state that the name stands for where it acts."""
    own: bool = False
    """Whether the user knows it."""


@dataclass(slots=True)
class Page:
    """A text's words, what each is, and the known names."""

    text: str
    code: str
    tokens: list[Token]
    marks: list[Mark]
    known: list[Found]
    in_headline: list[bool]
    words: Words
    kinds: list[Kind]
    """What each word can be beside a name."""

    def surface(self, first: int, last: int, cut: int = 0) -> str:
        """The text from one word up to, without, another."""
        return self.text[self.tokens[first].start + cut : self.tokens[last - 1].end]

    def is_listed(self, index: int) -> bool:
        """Whether the dictionary has the word as it is written, nothing cut off."""
        token = self.tokens[index]
        return self.words.vocabulary.lists(self.text[token.start : token.end])

    def is_common(self, index: int) -> bool:
        """Whether the dictionary has the word in small letters."""
        token = self.tokens[index]
        return self.text[token.start : token.end] in self.words.vocabulary


def one_line(name: str) -> str:
    """A name that may be broken over lines, with a space between each two words."""
    return " ".join(name.split())
