"""Years of a page's notice of rights ("© 2026 Example Media"), which date its template and not its text."""

from __future__ import annotations

import re
from functools import cache

from extract.dates.expression import Calendar, Mention, core
from extract.dates.pack import rights_words
from extract.text.fold import Folded

SIGNS = "\u00a9\u2117"
LONGEST_NAME = 60
"""Characters between the sign and its year: the owner's name may stand there."""

BESIDE = r"(?:[^\w.!?\n]|\(c\)|\d){0,24}"
"""What may stand between the words of a notice and its year: a sign, another year."""


def is_notice(mention: Mention, folded: Folded) -> bool:
    """Whether a bare year, or a range of them, belongs to a notice of rights."""
    date = core(mention.expression)
    if not isinstance(date, Calendar) or date != Calendar(year=date.year, system=date.system):
        return False
    before, after = _patterns()
    start, end = folded.at(mention.start), folded.at(mention.end)
    return bool(before.search(folded.text[max(0, start - 3 * LONGEST_NAME) : start]) or after.match(folded.text, end))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(map(re.escape, sorted(rights_words(), key=len, reverse=True)))
    name = rf"[^.!?\n]{{0,{LONGEST_NAME}}}"
    worded = rf"(?<!\w)(?:{words})(?!\w)"
    before = re.compile(rf"(?:[{SIGNS}]{name}|(?:{worded}|\(c\)){BESIDE})\Z")
    return before, re.compile(rf"{name}[{SIGNS}]|{BESIDE}{worded}")
