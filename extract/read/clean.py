"""A document without what scrapers left in it: whole lines go by rule, sentences stay as they are.

Offsets elsewhere count code points of what comes out of here.
"""

from __future__ import annotations

import re

from extract.read.litter import Litter, comparable, litter
from extract.text.fold import fold_with_origin

LONGEST_LITTER = 300
"""A longer line is text, and is not compared with the lists."""

HEADLINE_LINES = 6
"""A headline may come again among so many lines from the start, counting only lines that stay."""

FEWEST_HEADLINE_WORDS = 4
"""A shorter line that comes again ("No, no, no.") may be meant."""

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()} | {0xFEFF: None}
"""Control characters have no place in a text, but for those that break lines or set tabs; nor has a stray BOM."""


def clean(raw: str) -> str:
    """The text of a document: line breaks as `\\n`, one blank line at most in a row, none at the ends."""
    rules = litter()
    lines = (_kept(line.rstrip(), rules) for line in raw.translate(_CONTROLS).splitlines())
    kept = [line for line in lines if line is not None]
    return "\n".join(_single_blanks(_without_last_lines(_without_second_headline(kept), rules)))


def _kept(line: str, rules: Litter) -> str | None:
    """What stays of a line, None where the line goes with it."""
    rest = _without_leading_litter(line, rules)
    return rest if not line or (rest and _is_text(rest, rules)) else None


def _without_leading_litter(line: str, rules: Litter) -> str:
    folded = fold_with_origin(line[:LONGEST_LITTER])
    if not (found := rules.leading.match(folded.text)):
        return line
    _, end = folded.span(0, found.end())
    return line[end:]


def _is_text(line: str, rules: Litter) -> bool:
    if len(line) > LONGEST_LITTER:
        return True
    words = comparable(line)
    return bool(words) and words not in rules.lines


def _without_last_lines(lines: list[str], rules: Litter) -> list[str]:
    end = len(lines)
    while end and (not lines[end - 1] or comparable(lines[end - 1][:LONGEST_LITTER]) in rules.last_lines):
        end -= 1
    return lines[:end]


def _without_second_headline(lines: list[str]) -> list[str]:
    filled = [index for index, line in enumerate(lines) if line][:HEADLINE_LINES]
    if not filled or len(re.findall(r"\w+", lines[filled[0]])) < FEWEST_HEADLINE_WORDS:
        return lines
    headline = comparable(lines[filled[0]])
    again = next((index for index in filled[1:] if comparable(lines[index]) == headline), None)
    return lines if again is None else lines[:again] + lines[again + 1 :]


def _single_blanks(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept
