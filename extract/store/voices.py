"""What the library keeps of who copies whom: the sketch of each text, its cells, and the voice that it is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from extract.store.library import Library
from extract.store.query import AMONG

Kept = tuple[int, bytes]
"""A sketch: how many shingles, and the least values."""


def unvoiced(library: Library, most: int) -> list[str]:
    """Ids of sources that came, changed or went since voices were kept last, the smallest, so many at most."""
    found = library.connection.execute("SELECT source_id FROM unvoiced ORDER BY 1 LIMIT ?", (most,))
    return [source_id for (source_id,) in found]


def note_voiced(library: Library, sources: Iterable[str]) -> None:
    """Say that some sources have their voices. To be called inside `library.writing()`."""
    library.connection.execute(f"DELETE FROM unvoiced WHERE source_id {AMONG}", (json.dumps(list(sources)),))


def texts_of(library: Library, sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Some sources' ids and texts, one by one; those that are gone are left out."""
    return library.connection.execute(
        f"SELECT source_id, text FROM sources WHERE source_id {AMONG}", (json.dumps(list(sources)),)
    )


def sketches_of(library: Library, sources: Iterable[str]) -> dict[str, Kept]:
    """The sketches of some sources, as they were kept."""
    found = library.connection.execute(
        f"SELECT source_id, shingles, least FROM voices WHERE source_id {AMONG}", (json.dumps(list(sources)),)
    )
    return {source_id: (shingles, least) for source_id, shingles, least in found}


def voices_of(library: Library, sources: Iterable[str]) -> dict[str, str]:
    """The voices of some sources."""
    found = library.connection.execute(
        f"SELECT source_id, voice FROM voices WHERE source_id {AMONG}", (json.dumps(list(sources)),)
    )
    return dict(found.fetchall())


def sources_of(library: Library, voices: Iterable[str]) -> list[str]:
    """The sources of some voices."""
    found = library.connection.execute(
        f"SELECT source_id FROM voices WHERE voice {AMONG} ORDER BY 1", (json.dumps(list(voices)),)
    )
    return [source_id for (source_id,) in found]


def in_cells(library: Library, among: Iterable[int], most: int = -1) -> dict[int, list[str]]:
    """The sources in each of some cells, in the order of their ids; so many of each at most."""
    first = "SELECT source_id FROM voice_cells WHERE cell = asked.value ORDER BY source_id LIMIT ?"
    found = library.connection.execute(
        "SELECT cell, source_id FROM json_each(?) AS asked CROSS JOIN voice_cells ON cell = asked.value"
        f" AND source_id IN ({first}) ORDER BY cell, source_id",
        (json.dumps(list(among)), most),
    )
    held: defaultdict[int, list[str]] = defaultdict(list)
    for cell, source_id in found:
        held[cell].append(source_id)
    return held


def keep_sketches(library: Library, sketches: Mapping[str, Kept], cells: Iterable[tuple[int, str]]) -> None:
    """Write sketches and cells of sources, each a voice by itself yet. To be called inside `library.writing()`."""
    library.connection.executemany(
        "INSERT INTO voices VALUES (?, ?, ?, ?)", [(each, each, *kept) for each, kept in sketches.items()]
    )
    library.connection.executemany("INSERT OR IGNORE INTO voice_cells VALUES (?, ?)", sorted(cells))


def forget_sketches(library: Library, sources: Iterable[str], cells: Iterable[tuple[int, str]]) -> None:
    """Take the sketches of sources away, and their cells. To be called inside `library.writing()`."""
    library.connection.executemany("DELETE FROM voices WHERE source_id = ?", [(each,) for each in sources])
    library.connection.executemany("DELETE FROM voice_cells WHERE cell = ? AND source_id = ?", sorted(cells))


def note_voices(library: Library, voices: Mapping[str, str], renamed: Mapping[str, str]) -> None:
    """Write the voices of sources, and other names of voices. To be called inside `library.writing()`."""
    library.connection.executemany(
        "UPDATE voices SET voice = ? WHERE voice = ?", [(new, old) for old, new in renamed.items()]
    )
    library.connection.executemany(
        "UPDATE voices SET voice = ? WHERE source_id = ?", [(voice, each) for each, voice in voices.items()]
    )
