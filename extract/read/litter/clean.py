"""A document without what scrapers left in it: whole lines go by rule, sentences stay as they are.

Offsets elsewhere count code points of what comes out of here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby

from extract.read.litter.headlines import FirstLines, end_of_links, paragraphs_end
from extract.read.litter.lines import LONGEST_LITTER, announces_link, ends_page, goes_on, is_litter, is_network
from extract.read.litter.rules import Litter, litter
from extract.text.fold import fold, fold_with_origin

FEWEST_TOGETHER = 2
"""Names of networks, each on its line beside other litter, that are what is left of a share bar."""

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()} | {0xFEFF: None}
"""Control characters have no place in a text, but for those that break lines or set tabs; nor has a stray BOM."""


class _Kind(Enum):
    """Of lines, for those that stand beside them."""

    LITTER = 0
    NETWORK = 1
    TEXT = 2


def clean(raw: str) -> str:
    """The text of a document: line breaks as `\\n`, one blank line at most in a row, none at the ends."""
    rules = litter()
    lines = list(_lines(raw.translate(_CONTROLS), rules))
    kept = _without_networks(_judged(lines, rules), rules)
    return "\n".join(_single_blanks(_without_last_lines(kept, rules)))


def _lines(text: str, rules: Litter) -> Iterator[str]:
    """The lines without what stands before their text, and without those that hold no letter or digit."""
    for line in map(str.rstrip, text.splitlines()):
        rest = _after_leading_litter(line, rules)
        if not line or any(character.isalnum() for character in rest):
            yield rest


def _after_leading_litter(line: str, rules: Litter) -> str:
    while fold(line.lstrip()[:1]) in rules.leading_first:
        folded = fold_with_origin(line[:LONGEST_LITTER])
        if not (found := rules.leading.match(folded.text)):
            break
        line = line[folded.span(0, found.end())[1] :]
    return line


def _judged(lines: Sequence[str], rules: Litter) -> list[str | None]:
    """The lines, None for one that goes; judged by those before it that stay: to clean again changes nothing."""
    judged: list[str | None] = []
    are_told = paragraphs_end(lines)
    before, first, links_until = "", FirstLines(), 0
    for index, line in enumerate(lines):
        if index < links_until:
            judged.append(None)
        elif line and is_litter(line, rules) and not goes_on(line, before):
            judged.append(None)
            if are_told and announces_link(line, rules):
                links_until = end_of_links(lines, index + 1)
        elif line and not is_network(line, rules) and first.have(line):
            judged.append(None)
        else:
            judged.append(line)
            before = line
    return judged


def _without_networks(judged: Sequence[str | None], rules: Litter) -> list[str]:
    """The lines that stay, less names of networks one below another beside other litter; elsewhere they are a list."""
    filled = [at for at, line in enumerate(judged) if line != ""]
    kinds = [_kind(judged[at], rules) for at in filled]
    gone: set[int] = set()
    start = 0
    for kind, group in groupby(kinds):
        end = start + len(list(group))
        beside = kinds[max(start - 1, 0) : start] + kinds[end : end + 1]
        if kind is _Kind.NETWORK and end - start >= FEWEST_TOGETHER and _Kind.LITTER in beside:
            gone.update(filled[start:end])
        start = end
    return [line for at, line in enumerate(judged) if line is not None and at not in gone]


def _kind(line: str | None, rules: Litter) -> _Kind:
    if line is None:
        return _Kind.LITTER
    return _Kind.NETWORK if is_network(line, rules) else _Kind.TEXT


def _without_last_lines(lines: list[str], rules: Litter) -> list[str]:
    end = len(lines)
    while end and (not lines[end - 1] or _is_last(lines, end - 1, rules)):
        end -= 1
    return lines[:end]


def _is_last(lines: Sequence[str], at: int, rules: Litter) -> bool:
    return not goes_on(lines[at], lines[at - 1] if at else "") and ends_page(lines[at], rules)


def _single_blanks(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept
