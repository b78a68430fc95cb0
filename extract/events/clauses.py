"""Where clauses begin and end in a sentence, and which of them lean on another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.events.lexicon import act_words
from extract.text.fold import fold, fold_with_origin

FEWEST_QUOTED_WORDS = 6
"""A quotation of so many words is a clause; a shorter one is a name or an expression inside one."""

LONGEST_OPENING = 40
"""Characters in which the words have room that show whether a clause leans."""

WORDS_OF_SPEAKER = 3
"""Words at the end of a sentence that tell who says it: "he said", "he added today"."""

LONGEST_SPEAKER = 8
"""Words of a clause that tells no more than that, and begins with a pronoun: "he added in an article"."""

NAME_BEGINS = 0.4
"""How far a phrase begins with "the": a word for what it has to do with the rest may stand before it."""

WORDS_IN_GAP = 4
"""Words that may stand in a phrase with a gap: "the Van Nuys, Calif., company"."""

WHITE = r"\s*"
POSSESSIVE = r"(?:'\w{1,2}(?!\w))?"
"""What is joined to a word by an apostrophe: "the company's"."""

CLAUSE_END = re.compile(
    r"(?:(?<=[,;:\u060c\u061b\u00b7\u2014])|(?<=,[\"\u201d\u00bb])|(?<=,''))\s+(?!(?:\w\.){2})|\s+(?=(?:[\u2014\u2013]|--)\s)|(?<=[;\u061b\u00b7])(?=\w)"
)
"""Not before an acronym with dots: "of Linden, N.J.-based" goes on."""

LAST_CLAUSE = re.compile(r"[,\u060c\u201d\u00bb\"']+\s+")
"""What parts a sentence from who says it."""

QUOTATION = re.compile(r"\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb|\"[^\"]*\"")
OPENING_MARKS = " \u201c\u00ab\"'([`"
STRONG_MARKS = (";", ":", "\u00b7", "\u061b")
"""After these a sentence begins anew."""

DASHES = ("\u2013", "\u2014", "--")

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What a language says of clauses by the word that opens them."""

    leaning: re.Pattern[str]
    conceding: re.Pattern[str]
    anaphors: re.Pattern[str]
    companies: re.Pattern[str]
    alternatives: re.Pattern[str]
    determiners: frozenset[str] = frozenset()
    """Folded words that begin what names somebody or something: "the"."""
    unfinished: frozenset[str] = frozenset()
    """Folded words after which something must follow."""
    helpers: frozenset[str] = frozenset()
    """Folded words that stand with a verb, or are one of meaning: "was", "will", "expects"."""
    pronouns: frozenset[str] = frozenset()
    """Folded words for one person or body, as subjects."""
    goes_on: frozenset[str] = frozenset()
    """Folded words that after a verb of saying begin what is said: "that he"."""
    is_known: bool = False
    """Whether the language gives any."""

    def leans(self, clause: str) -> bool:
        """Whether a clause tells nothing without another: "which rose", "for the year"."""
        begun = clause.lstrip(OPENING_MARKS)
        return begun.startswith(DASHES) or self.leaning.match(fold(begun[:LONGEST_OPENING])) is not None

    def says_otherwise(self, clause: str) -> bool:
        """Whether a clause says the one before in another way: "or 9%"."""
        return self.alternatives.match(fold(clause[:LONGEST_OPENING])) is not None

    def begins(self, word: str) -> float:
        """How far a phrase begins with a word: 1 for "which" and "in", less for "the", 0 for others."""
        if self.leaning.fullmatch(fold(word)):
            return 1
        return NAME_BEGINS if fold(word) in self.determiners else 0

    def names(self, clause: str) -> bool:
        """Whether a clause begins with whom or what it tells of."""
        begun = clause.lstrip(OPENING_MARKS)
        return begun[:1].isupper() or begun[:1].isdigit() or fold(begun.partition(" ")[0]) in self.determiners

    def goes_back(self, sentence: str) -> bool:
        """Whether a sentence begins with a word for what one before it tells: "they", "this move"."""
        return self.anaphors.match(fold(sentence[:LONGEST_OPENING])) is not None

    def company(self, sentence: str) -> Bounds | None:
        """The bounds of words for a company that was named before: "the company's"; None where there are none."""
        folded = fold_with_origin(sentence)
        found = self.companies.search(folded.text)
        return folded.span(*found.span()) if found else None

    def tells_which(self, following: str) -> bool:
        """Whether the words after these are its name, or tell which one it is: "the company *that*"."""
        first = following.lstrip().partition(" ")[0]
        return first[:1].isupper() or fold(first) in self.goes_on

    def ends_unnamed(self, sentence: str) -> bool:
        """Whether it ends with who says it, told by a pronoun: "..., he said", "..., he added in an article"."""
        last = LAST_CLAUSE.split(sentence)[-1].split()
        begins = len(last) <= LONGEST_SPEAKER and not self.pronouns.isdisjoint(map(fold, last[:1]))
        return begins or not self.pronouns.isdisjoint(map(fold, sentence.split()[-WORDS_OF_SPEAKER:]))

    def concession(self, sentence: str) -> int:
        """The length of the word that begins a sentence and may be left: "Although prices rose"; 0 where none does."""
        found = self.conceding.match(fold(sentence[:LONGEST_OPENING]))
        return found.end() if found else 0


@cache
def clause_words(language: str) -> ClauseWords:
    """What a language says of its clauses: nothing leans in one without a file."""
    lexicon = act_words(language)
    if lexicon is None:
        none = _any_of(())
        return ClauseWords(none, none, none, none, none)
    opening = (*lexicon.leaning, *lexicon.conceding)
    return ClauseWords(
        leaning=_any_of(opening),
        conceding=_any_of(lexicon.conceding),
        anaphors=_any_of((*lexicon.anaphors, *lexicon.companies)),
        companies=re.compile(rf"(?<!\w){_any_of(lexicon.companies).pattern.removesuffix(WHITE)}{POSSESSIVE}"),
        alternatives=_any_of(lexicon.alternatives),
        determiners=frozenset(lexicon.determiners),
        unfinished=frozenset((*lexicon.unfinished, *lexicon.determiners, *opening)),
        helpers=frozenset((*lexicon.unfinished, *lexicon.intents)),
        pronouns=frozenset(lexicon.pronouns),
        goes_on=frozenset((*lexicon.complements, *lexicon.pronouns)),
        is_known=bool(opening),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted((_with_gaps(re.escape(each)) for each in phrases), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first) or '(?!)'})(?!\w){WHITE}")


def _with_gaps(phrase: str) -> str:
    """A phrase in which dots stand for a few words: "the ... company"."""
    return phrase.replace(re.escape(" ... "), rf"\s+(?:\S+\s+){{0,{WORDS_IN_GAP}}}?")


def clauses_of(sentence: str, date: Bounds = (0, 0)) -> list[Bounds]:
    """Bounds of the clauses: stretches between commas and the like, and quotations long enough to be one.

    None ends within the `date`: "on April 6, 1994".
    """
    quoted = [found.span() for found in QUOTATION.finditer(sentence) if len(found[0].split()) >= FEWEST_QUOTED_WORDS]
    cuts = {
        0,
        len(sentence),
        *(found.end() for found in CLAUSE_END.finditer(sentence)),
        *(cut for q in quoted for cut in q),
    }
    ordered = sorted(cut for cut in cuts if not date[0] < cut < date[1])
    return [(first, last) for first, last in pairwise(ordered) if sentence[first:last].strip()]
