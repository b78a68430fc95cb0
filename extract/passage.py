"""What stands round a claim in its source: the sentences before its own, and those after it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.store import reading
from extract.store.library import Library
from extract.store.reading import Claim
from extract.text.sentences import split_sentences

SENTENCES = 2
"""On either side: enough to see of what a sentence speaks; the rest is read in place."""

LETTERS = 600
"""On either side at most: a text may have no stops, or sentences of pages."""

LONGEST_WORD = 40
"""Letters within which a cut looks for a space; in scripts that have none it stays where it is."""

CUT = "\u2026"


@dataclass(frozen=True, slots=True)
class Passage:
    """The text on both sides of a claim's sentence, with the white space between; empty where there is none."""

    before: str
    after: str


def passage_of(library: Library, claim: Claim) -> Passage | None:
    """The sentences next to a claim's own; None where it stands alone, or the text is another by now."""
    # One letter more than is shown tells whether there are more.
    around = reading.around(library, claim, LETTERS + 1)
    if around is None:
        return None
    found = Passage(_last(around[0], claim.row.language), _first(around[1], claim.row.language))
    return found if found.before or found.after else None


def _last(text: str, language: str) -> str:
    """The last sentences of a text, cut at their beginning where they are too long."""
    is_cut, text = len(text) > LETTERS, text[-LETTERS:]
    every = split_sentences(text, language)
    if not every:
        return ""
    if len(every) > SENTENCES or not is_cut:
        return text[every[-SENTENCES:][0].start :]
    space = text.find(" ", 0, LONGEST_WORD)
    return f"{CUT}{text[space + 1 :].lstrip()}"


def _first(text: str, language: str) -> str:
    """The first sentences of a text, cut at their end where they are too long."""
    is_cut, text = len(text) > LETTERS, text[:LETTERS]
    every = split_sentences(text, language)
    if not every:
        return ""
    if len(every) > SENTENCES or not is_cut:
        return text[: every[:SENTENCES][-1].end]
    space = text.rfind(" ", len(text) - LONGEST_WORD)
    return f"{text[: space if space > 0 else None].rstrip()}{CUT}"
