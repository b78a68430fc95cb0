"""Which sources are listed: those of a kind that hold all the words in what names them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from dashboard.tongue import np_
from extract.model import AnchorBasis
from extract.store.library import Library
from extract.store.shelf import Shelved, shelf
from extract.text.fold import fold


class Which(StrEnum):
    """Which sources are listed."""

    ALL = "all"
    LAST = "added last"
    """By the last build since the dashboard was started, which alone knows them."""
    DOUBTED = "with doubts"
    UNKNOWN = "without a date"
    CORRECTED = "set by a person"
    FAILURES = "failures"


WHICH = {
    Which.ALL: np_("sources", "all"),
    Which.LAST: np_("sources", "added last"),
    Which.DOUBTED: np_("sources", "with doubts"),
    Which.UNKNOWN: np_("sources", "without a date"),
    Which.CORRECTED: np_("sources", "set by a person"),
    Which.FAILURES: np_("sources", "failures"),
}
"""What each is called, with its context."""


def found(library: Library, words: str, which: Which) -> list[Shelved]:
    """The sources of a kind that hold all the words in what names them, by the time of writing."""
    wanted = fold(words).split()
    return [source for source in shelf(library) if _is(source, which) and _holds(source, wanted)]


def _is(source: Shelved, which: Which) -> bool:
    match which:
        case Which.DOUBTED:
            return bool(source.doubts)
        case Which.UNKNOWN:
            return source.start is None
        case Which.CORRECTED:
            return source.basis is AnchorBasis.CORRECTED
        case _:
            return True


def _holds(source: Shelved, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    named = fold(" ".join((source.title or "", source.publisher or "", source.location, source.source_id)))
    return all(word in named for word in wanted)
