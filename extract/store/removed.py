"""Sources that people took out of the library: no build takes them in again until somebody lets it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from extract.model import called
from extract.store.library import Library


@dataclass(frozen=True, slots=True)
class Removed:
    """A source that is out."""

    source_id: str
    location: str
    title: str | None
    reason: str
    who: str
    at: str
    """ISO 8601, UTC."""

    @property
    def name(self) -> str:
        """What people call it."""
        return called(self.title, self.location)


def removed(library: Library) -> set[str]:
    """Their ids."""
    return {each.source_id for each in removed_sources(library)}


def removed_sources(library: Library) -> list[Removed]:
    """All of them, the last one first."""
    found = library.connection.execute(
        "SELECT source_id, location, title, reason, who, at FROM removed ORDER BY at DESC, source_id"
    )
    return [Removed(*row) for row in found]


def note_removed(library: Library, out: Removed) -> None:
    """Keep one out. To be called inside `library.writing()`."""
    library.connection.execute("DELETE FROM removed WHERE source_id = ?", (out.source_id,))
    library.insert("removed", [asdict(out)])


def forget_removed(library: Library, source_id: str) -> None:
    """Keep one out no more. To be called inside `library.writing()`."""
    library.connection.execute("DELETE FROM removed WHERE source_id = ?", (source_id,))
