"""What people note on a claim for themselves and others: a remark in their own words, a mark to come back to it."""

from __future__ import annotations

from dataclasses import replace

from extract.by import By, one_line
from extract.errors import CorrectionError
from extract.judge import claim_of, said_of, write
from extract.said import LONGEST_NOTE, Verdict
from extract.store.judged import Judged
from extract.store.library import Library

STARRED = "yes"
"""What is kept of a mark."""


def note(library: Library, name: str, text: str, said: By) -> Judged:
    """Note something on a claim, in place of what was noted before; nothing takes that away.

    Raises CorrectionError where the claim is not known or rejected, or the note is too long or there; LibraryError.
    """
    return _remark(library, name, Verdict.NOTE, note_of(text), said)


def note_of(text: str) -> str | None:
    """A note as it is kept, its lines without white space that they do not need. Raises CorrectionError: too long."""
    kept = "\n".join(map(one_line, text.splitlines())).strip()
    if len(kept) > LONGEST_NOTE:
        raise CorrectionError(f"A note may have {LONGEST_NOTE} characters, this one has {len(kept)}")
    return kept or None


def star(library: Library, name: str, said: By, *, is_on: bool) -> Judged:
    """Mark a claim, or take the mark away. Raises CorrectionError where it is so, or as `note` does; LibraryError."""
    return _remark(library, name, Verdict.STAR, STARRED if is_on else None, said)


def _remark(library: Library, name: str, verdict: Verdict, new: str | None, said: By) -> Judged:
    def make() -> list[Judged]:
        claim = claim_of(library, name)
        old = claim.note if verdict is Verdict.NOTE else STARRED if claim.is_starred else None
        if new == old:
            raise CorrectionError("It is so already")
        return [replace(said_of(library, verdict, [claim], said), old=old, new=new)]

    return write(library, make)[0]
