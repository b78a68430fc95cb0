"""The text that a mail's writer wrote: lines that programs broke are whole again, earlier messages and signatures gone.

Quoted lines ("> ...") are an earlier message, which the mailbox mostly holds too: they are left out, and with them the
line above that says who wrote it when. Where a message has nothing else, they are its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

WIDEST_WRAP = 80
"""Columns at which mail programs break lines at the latest; a longer line was not broken."""

NARROWEST_WRAP = 60
"""A text whose lines are all shorter was broken by its writer: a poem, an address, a list."""

LONGEST_ATTRIBUTION = 3
"""Lines of "On 3 March 2025, at 10:00, Helena Marsh <marsh@example.org> wrote:", broken."""

LONGEST_SIGNATURE = 12
"""Lines. What follows two dashes and is longer is text that somebody parted so."""

SIGNATURE = re.compile(r"-- ?")
SOFT_BREAK = " "
LINE_END = re.compile(r"\r\n|\r|\n")
QUOTE_MARK = re.compile(r"(?: ?>)+ ?")

ITEM = re.compile(r"\s|[-*+\u2022\u2013\u2014>|#]\s|\(?\w{1,3}[.)]\s")
"""How a line begins that goes on from none: set in, or an item of a list."""

SET_IN_COLUMNS = re.compile(r"\S(?:\t|\s{3})")

BEGIN_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
BEGIN_SEAL = "-----BEGIN PGP SIGNATURE-----"
END_SEAL = "-----END PGP SIGNATURE-----"
SIGNED_DASH = re.compile(r"^- (?=-)", re.MULTILINE)


def written(raw: str, *, flowed: bool = False, del_sp: bool = False) -> str:
    """Paragraphs of a plain-text body. `flowed` (RFC 3676): a blank at a line's end says that the line goes on in the
    next; with `del_sp` that blank is no part of the text.
    """
    lines = _unsigned(LINE_END.sub("\n", raw)).split("\n")
    if flowed:
        lines = list(_unflowed(lines, "" if del_sp else " "))
    own = _without_signature(_without_earlier(lines))
    if not any(line.strip() for line in own):
        own = [QUOTE_MARK.sub("", line, count=1) for line in lines]
    return "\n\n".join(_paragraphs(own))


def _unsigned(text: str) -> str:
    """Without the frame of a text that is signed with PGP, of which a message has one."""
    before, begin, framed = text.partition(BEGIN_SIGNED)
    signed, seal, behind = framed.partition(BEGIN_SEAL)
    if not begin or not seal:
        return text
    own = signed.partition("\n\n")[2]
    return f"{before}{SIGNED_DASH.sub('', own)}{behind.partition(END_SEAL)[2]}"


def _unflowed(lines: Iterable[str], joint: str) -> Iterator[str]:
    held = ""
    for line in lines:
        # A blank in front is put there so that nothing takes the line for a mailbox's own, or for a quote.
        text = line if line.startswith(" >") else line.removeprefix(" ")
        goes_on = text.endswith(SOFT_BREAK) and not SIGNATURE.fullmatch(text) and not line.startswith(">")
        if held and (not text or line.startswith(">") or SIGNATURE.fullmatch(text)):
            yield held.rstrip()
            held = ""
        held += text[:-1] + joint if goes_on else text
        if not goes_on:
            yield held
            held = ""
    if held:
        yield held.rstrip()


def _without_earlier(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for is_quote, group in groupby(lines, key=lambda line: line.startswith(">")):
        if is_quote:
            del kept[_attribution(kept) :]
            kept.append("")
        else:
            kept += group
    return kept


def _attribution(lines: list[str]) -> int:
    """Where the lines begin that say whom the quote below is of: they end in a colon and hold a figure."""
    end = len(lines) - (bool(lines) and not lines[-1].strip())
    start = end
    while start and end - start <= LONGEST_ATTRIBUTION and lines[start - 1].strip():
        start -= 1
    words = " ".join(lines[start:end])
    is_one = 0 < end - start <= LONGEST_ATTRIBUTION and words.rstrip().endswith((":", "\uff1a"))
    return start if is_one and any(map(str.isdigit, words)) else len(lines)


def _without_signature(lines: list[str]) -> list[str]:
    for back, line in enumerate(reversed(lines[-LONGEST_SIGNATURE - 1 :]), 1):
        if SIGNATURE.fullmatch(line):
            return lines[:-back]
    return lines


def _paragraphs(lines: list[str]) -> Iterator[str]:
    width = max((len(line.rstrip()) for line in lines if len(line.rstrip()) <= WIDEST_WRAP), default=0)
    for is_text, group in groupby(lines, key=lambda line: bool(line.strip())):
        if is_text:
            yield _unwrapped([line.rstrip() for line in group], width)


def _unwrapped(lines: list[str], width: int) -> str:
    """The lines of a paragraph, joined where one was full: the first word of the next had no room in it."""
    text = lines[0].strip()
    for line, following in pairwise(lines):
        text += (" " if _goes_on(line, following, width) else "\n") + following.strip()
    return text


def _goes_on(line: str, following: str, width: int) -> bool:
    if width < NARROWEST_WRAP or ITEM.match(following) or SET_IN_COLUMNS.search(line + " " + following):
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(line) <= WIDEST_WRAP and len(line) + 1 + len(first_word) > width
