"""Headlines that come again at the head of a page, and those of other articles that a line announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.litter.lines import LONGEST_LITTER, SENTENCE_END, has_end, has_sentence, words_in
from extract.read.litter.rules import comparable

HEADLINE_LINES = 6
"""A headline may come again among so many lines from the start, counting only lines that stay."""

LAST_HEADLINE = 3
"""It stands first, or behind a rubric and a line more; what comes again further down may be a speaker or a refrain."""

FEWEST_HEADLINE_WORDS = 4
"""A shorter line that comes again ("No, no, no.") may be meant."""

LONGEST_HEADLINE = 120
"""Characters of a link's headline on a line of its own."""

SHORTEST_PARAGRAPH = 100
"""Characters of a line that is surely a paragraph, and none that its width broke."""

FEWEST_PARAGRAPHS = 2
"""So many paragraphs must tell that those of a text end as sentences do, before a line that does not is a link."""

UNENDED = 10
"""One paragraph in so many may end otherwise: in a quotation, or cut off."""

SITE = re.compile(r" (?:\| [^\d|]{2,40}|- [^\s\d]+(?: [^\s\d]+){0,2})\Z")
"""What a page's title has behind its headline: its site's name, without figures; behind a dash a few words at most."""

BULLETS = ("-", "–", "—", "•", "·", "*", "►", "▶", "▪", "■", "●", "›", ">", "→")


class FirstLines:
    """The headlines among the first lines that stay."""

    def __init__(self) -> None:
        self._count = 0
        self._headlines: set[str] = set()
        self._without_site: set[str] = set()

    def have(self, line: str) -> bool:
        """Whether the line is a headline that stood before; counts and remembers it if not."""
        if self._count == HEADLINE_LINES:
            return False
        if len(line) > LONGEST_LITTER:
            self._count += 1
            return False
        headline = comparable(line)
        without_site = SITE.sub("", headline)
        if headline in self._headlines | self._without_site or without_site in self._headlines:
            return True
        self._count += 1
        is_sentence = self._count > 1 and SENTENCE_END.search(line)
        if self._count <= LAST_HEADLINE and not is_sentence and words_in(without_site) >= FEWEST_HEADLINE_WORDS:
            self._headlines.add(headline)
            self._without_site.add(without_site)
        return False


def paragraphs_end(lines: Sequence[str]) -> bool:
    """Whether a text's paragraphs end as sentences do, so that a line that does not can be told from them."""
    ends = [has_end(line) for line in lines if len(line) >= SHORTEST_PARAGRAPH]
    return len(ends) >= FEWEST_PARAGRAPHS and ends.count(False) * UNENDED <= len(ends)


def end_of_links(lines: Sequence[str], start: int) -> int:
    """Where the links end that the line before announced: one of them, or all that begin with a bullet."""
    end = _end_of_link(lines, start)
    while end > start and _has_bullet(lines[end - 1]):
        after = _end_of_link(lines, end)
        if after == end or not _has_bullet(lines[after - 1]):
            break
        end = after
    return end


def _end_of_link(lines: Sequence[str], start: int) -> int:
    """Behind the next line, or the one after a blank, where that reads as a headline; the start where it does not."""
    for at in range(start, min(start + 2, len(lines))):
        if line := lines[at]:
            is_headline = len(line) <= LONGEST_HEADLINE and words_in(line) >= FEWEST_HEADLINE_WORDS
            return at + 1 if is_headline and not has_sentence(line) else start
    return start


def _has_bullet(line: str) -> bool:
    return line.lstrip().startswith(BULLETS)
