"""What the command `log` does: it tells what people corrected, takes it to a file or from one, and takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from extract.bring import bring
from extract.by import by
from extract.log_file import lines
from extract.store.conflicts import Conflict, clashes, conflicts
from extract.store.library import Library
from extract.store.logged import Logged, State, Which, count, logged, page
from extract.store.whole import written_whole
from extract.streams import lines_of
from extract.taken_back import number_in, take_back_entry
from extract.written import moment, plain

ARROW = "\u2192"

MOST_TOLD = 200
"""Conflicts that are told at once; the dashboard has them all."""


def tell(library: Library, which: Which, most: int) -> str:
    """The entries that are asked for, the newest first, so many at most, and how many there are."""
    total, told = count(library, which), page(library, which, most)
    if not total:
        return "Nobody has corrected anything here." if which == Which() else "No entry is like that."
    left = f"{len(told)} of {total} entries; --most {total} tells all." if total > len(told) else ""
    return "\n".join([*(plain(words(each)) for each in told), *([left] if left else [])])


def words(entry: Logged) -> str:
    """An entry in a line: what it is called, when, who, what, of what, why, and whether it counts."""
    about = ", ".join(
        f"\u201c{each.name}\u201d ({each.id})" if each.name != each.id else each.id for each in entry.about
    )
    changed = f": {entry.old or 'nothing'} {ARROW} {entry.new or 'nothing'}" if entry.old or entry.new else ""
    back = f" took {entry.undoes} back," if entry.undoes else ""
    why = f", because \u201c{entry.reason}\u201d" if entry.reason else ""
    state = "" if entry.state is State.COUNTS else f" [{entry.state}]"
    line = f"{entry.id}, {moment(entry.at)}, {entry.who}:{back} {entry.topic} of {about}{changed}{why}{state}"
    return " ".join(line.split())


def tell_conflicts(library: Library) -> str:
    """What has to be looked at again, why, and what can be done."""
    found = clashes(library)
    if not found:
        return "Nothing has to be looked at again."
    told = [line for each in conflicts(library, found[:MOST_TOLD]) for line in _told(each)]
    return "\n".join([f"To be looked at again: {len(found)}.", *map(plain, told)])


def _told(conflict: Conflict) -> list[str]:
    other = [f"  {words(conflict.other)}"] if conflict.other else []
    return [words(conflict.entry), f"  {conflict.words} {conflict.way_out}", *other]


def write(library: Library, path: Path) -> str:
    """Write the whole log to a file, and say so. Raises ExportError."""
    written = -1  # the first line is no entry
    with written_whole(path) as stream:
        for line in lines(library):
            stream.write(line.encode())
            written += 1
    return f"{written} entries written to {path}."


def bring_file(library: Library, path: Path) -> tuple[str, Sequence[str]]:
    """Let what a file says be said here: what came of it, and what cannot be. Raises InputError, LibraryError."""
    brought = bring(library, lines_of(path), str(path))
    return f"{brought.came} entries came, {brought.there} were here already.", brought.refused


def take_back(library: Library, name: str, who: str, why: str) -> str:
    """Take an entry back, and say which. Raises CorrectionError where that cannot be, LibraryError."""
    kind, number = number_in(name)
    take_back_entry(library, kind, number, by(who, why, datetime.now(UTC)))
    (entry,) = logged(library, [(kind, number)])
    return plain(words(entry))
