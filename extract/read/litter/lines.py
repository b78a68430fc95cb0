"""Whether a line of a page is litter: by what stands on it alone, and by whether it goes on from the line before."""

from __future__ import annotations

import re

from extract.read.litter.phrases import SIGNS, Beginnings, without_signs
from extract.read.litter.rules import BETWEEN_BARS, Litter, comparable, inside, key
from extract.text.fold import fold

LONGEST_LITTER = 300
"""A longer line is text, and is not compared with the lists."""

LONGEST_LINK = 200
"""Characters of "Read also" and a headline; a longer line says more than a headline does."""

MOST_TAG_WORDS = 5
"""Of one tag in a list of tags: "war in Ukraine"; a longer part is a clause."""

FEWEST_NETWORKS = 3
"""Names of networks that make a bar without a button's word; two stand together in captions and headings, too."""

SHORTEST_BROKEN = 25
"""Characters of a line that was broken off by its width; the columns of papers are no narrower."""

SENTENCE_END = re.compile(r"(?<!\.)[.۔।。][^\w.]*\Z")
"""How a line ends that is a sentence; headlines may ask or exclaim, and three dots cut a headline short."""

ANY_END = re.compile(r"[.!?…:;۔।。؟！？：；][^\w]*\Z")
"""How a line ends that the next does not go on from."""

QUOTES = ('"', "“", "„", "‟", "«", "‘", "'", "「", "『")
"""How a line begins on which somebody is quoted."""

SPOKEN = re.compile(r"\s*[-–—―].*[.!?۔।。؟！？][\"'”»’]*\Z")
"""A line of a dialogue: "— Please wait."; the dash is no bullet where a sentence ends the line."""

LONGEST_END = 10
"""Characters of a line in which its end stands, with the quotation marks and brackets behind it."""

INNER_END = re.compile(r"(?:[^\W\d_]{4,}|\d{4})\.[\"')\]”»’]*\s|[۔।。]")
"""Where a sentence ends within a line; a full stop behind fewer letters may be an abbreviation's."""

NO_BAR_END = (".", "!", "?", ":", ",", ";")

_SENTENCE = re.compile(r"[^.!?…。؟]+[.!?…。؟]*")
_TAGS_APART = re.compile(r"[,;|/،؛、，；•·#]")
_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def words_in(line: str) -> int:
    """How many words; of scripts without spaces every two signs count as one."""
    return len(_WORDS.findall(line))


def is_litter(line: str, rules: Litter) -> bool:
    """Whether a line says nothing, or only what pages say around their articles."""
    if not _can_be_litter(line):
        return False
    folded = _folded(line)
    words = inside(folded)
    if not words or _is_listed(words, rules) or _is_bar(line, words, rules):
        return True
    body = without_signs(folded)
    return (
        _begins(body, rules.scripts)
        or (len(line) <= LONGEST_LINK and _begins(body, rules.leads, rules.trails) and not has_sentence(line))
        or ((end := rules.labels.end(body)) is not None and _are_tags(line, body[end:]))
        or _are_notices(body, rules.notices, rules)
    )


def ends_page(line: str, rules: Litter) -> bool:
    """Whether a line is litter where no text follows it: a source's empty label, a notice of rights."""
    if not _can_be_litter(line):
        return False
    folded = _folded(line)
    body = without_signs(folded)
    return inside(folded) in rules.last_lines or _are_notices(body, rules.last_notices, rules)


def announces_link(line: str, rules: Litter) -> bool:
    """Whether a line says that a link to another article is on the next: "Read also:"."""
    return len(line) <= LONGEST_LINK and line.endswith((":", "：")) and comparable(line) in rules.links


def is_network(line: str, rules: Litter) -> bool:
    """Whether nothing but the name of one network stands on a line."""
    return len(line) < SHORTEST_BROKEN and comparable(line) in rules.networks


def goes_on(line: str, before: str) -> bool:
    """Whether a line may be the rest of a sentence that its width broke: "... spent on / advertising."."""
    if len(before) < SHORTEST_BROKEN or has_end(before):
        return False
    first = line.lstrip()[:1]
    is_caseless = first.lower() == first.upper()
    return first.islower() or (is_caseless and len(line) <= SHORTEST_BROKEN and SENTENCE_END.search(line) is not None)


def has_end(line: str) -> bool:
    """Whether a line ends as sentences do, or with what announces the next."""
    return ANY_END.search(line[-LONGEST_END:]) is not None


def has_sentence(line: str) -> bool:
    """Whether a sentence ends on a line, at its end or before."""
    return SENTENCE_END.search(line) is not None or INNER_END.search(line) is not None


def _can_be_litter(line: str) -> bool:
    return len(line) <= LONGEST_LITTER and not line.lstrip().startswith(QUOTES) and not SPOKEN.match(line)


def _folded(line: str) -> str:
    return fold(line).replace("(c)", "©")


def _after_signs(folded: str, start: int) -> int:
    found = SIGNS.match(folded, start)
    return found.end() if found else start


def _begins(body: str, *beginnings: Beginnings) -> bool:
    return any(each.end(body) is not None for each in beginnings)


def _are_tags(line: str, tags: str) -> bool:
    """Whether short parts stand there alone; a second label ("Posted: 5 May 2024") may tell of something."""
    if ":" in tags or SENTENCE_END.search(line):
        return False
    return all(words_in(tag) <= MOST_TAG_WORDS for tag in _TAGS_APART.split(tags))


def _is_listed(words: str, rules: Litter) -> bool:
    return len(words) <= rules.longest_line and key(words) in rules.lines


def _is_bar(line: str, words: str, rules: Litter) -> bool:
    if line.endswith(NO_BAR_END) or not (parts := _bar_parts(words, rules)):
        return False
    return len(parts) >= FEWEST_NETWORKS or (len(parts) > 1 and any(part in rules.buttons for part in parts))


def _bar_parts(words: str, rules: Litter) -> list[str]:
    """The buttons and networks that a line holds, none where it holds anything else."""
    parts: list[str] = []
    start = 0
    while (end := rules.bar_parts.end(words, start)) is not None:
        parts.append(words[start:end])
        if end == len(words):
            return parts
        between = BETWEEN_BARS.match(words, end)
        start = between.end() if between else len(words)
    return []


def _are_notices(body: str, notices: Beginnings, rules: Litter) -> bool:
    """Whether each sentence of a line is a notice; from the second on it may stand in the lists as it is."""
    position = 0
    while position < len(body):
        end = notices.end(body, position)
        if end is None and (not position or (end := _listed(body, position, rules)) is None):
            return False
        position = _after_signs(body, end)
    return bool(body)


def _listed(body: str, start: int, rules: Litter) -> int | None:
    found = _SENTENCE.match(body, start)
    return found.end() if found and _is_listed(inside(found.group()), rules) else None
