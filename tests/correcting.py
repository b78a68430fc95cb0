"""A small library for what people correct, and all that is known of its claims."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from extract.build import build
from extract.by import By, by
from extract.linking import Linker
from extract.store.columns import EventRow
from extract.store.library import Library, create_or_open
from tests.texts import READ_ON
from tests.texts import write as write_beside

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXTS = {
    "one.txt": "Boris Kovalenko met Anna Petrova in Madrid on 3 March 2024. Kovalenko resigned on 5 March 2024.",
    "two.txt": "Anna Petrova met Boris Kovalenko in Madrid on 3 March 2024.",
    "three.txt": "The bridge fell in May 2023. Nobody knows why, and Anna Petrova came soon after.",
    "four.txt": "Published: 13 January 2025\nThe two ministers will meet on Friday, said Boris Kovalenko.",
}


def says(who: str, why: str = "seen in the archive", minutes: int = 0) -> By:
    """Somebody's word, so many minutes after noon."""
    return by(who, why, NOON + timedelta(minutes=minutes))


def write(folder: Path, texts: dict[str, str]) -> Path:
    """A folder that holds these texts and no others."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return write_beside(folder, texts)


def made(place: Path, texts: dict[str, str] = TEXTS, name: str = "library") -> Library:
    """A library of texts, which lie in the folder `texts`."""
    library = create_or_open(place / f"{name}.db")
    build([write(place / "texts", texts)], library, READ_ON)
    return library


def anew(library: Library, texts: dict[str, str]) -> None:
    """Build it again with other texts in its folder."""
    build([write(library.path.parent / "texts", texts)], library, READ_ON)


def claim(library: Library, words: str, file: str = "") -> EventRow:
    """The claim whose sentence holds some words, of a file whose name ends so."""
    found = library.rows(
        "sentence LIKE ? AND source_id IN (SELECT source_id FROM sources WHERE location LIKE ?)",
        (f"%{words}%", f"%{file}"),
    )
    assert len(found) == 1
    return found[0]


def contents(library: Library) -> list[tuple[object, ...]]:
    """All that is known of claims and names, but for where their rows lie and which entries say so."""
    tables = (
        "SELECT event_id, story_id, start, \"end\", edtf, timex3, grain, mod, date_basis, explanation, headline, status, kind,"
        " actors, confidence, checked, starred, note, found, lent, lent_day, preferred > 0 FROM event_table ORDER BY 1",
        "SELECT event_id FROM events WHERE rejected ORDER BY 1",
        "SELECT e.event_id, w.words FROM events AS e JOIN event_words AS w ON w.rowid = e.id WHERE NOT rejected ORDER BY 1",
        "SELECT event_id, actor, type, lent_day, lent_date, lent_weekday FROM event_actors ORDER BY 1, 2",
        "SELECT event_id FROM regrouped ORDER BY 1",
        "SELECT story_id, weight, sources, voices, languages, claims, days FROM stories ORDER BY 1",
        "SELECT * FROM story_titles ORDER BY 1, 2",
        "SELECT source_id, source_date, source_date_basis, source_date_evidence FROM sources ORDER BY 1",
    )  # fmt: skip
    return [tuple(row) for table in tables for row in library.connection.execute(table)]


def linked_anew(library: Library) -> list[tuple[object, ...]]:
    """The same after all of it was linked again."""
    with library.writing():
        Linker(library).link_all()
        library.note_linked()
    return contents(library)
