"""What was read where, what could not be, and texts that wait to be taken: so that no run repeats another's work."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from sqlite3 import Row

from extract.errors import Unreadable
from extract.model import Source
from extract.store.library import Library
from extract.store.places import Standing, rank
from extract.store.query import AMONG
from extract.store.values import ADDRESSES, place_of


@dataclass(frozen=True, slots=True)
class NewReading:
    """What was read at a place."""

    location: str
    file: str
    """The location of the file in which it lies; its own where it is one."""
    number: int
    """Which of the parts of its file it is."""
    stamp: str
    sources: Sequence[tuple[Source, str]]
    """The documents found there, each with its digest."""


def stamps(library: Library, places: Collection[str]) -> dict[str, str]:
    """What was read at some places had these stamps."""
    found = library.connection.execute(
        f"SELECT place, stamp FROM readings WHERE place {AMONG}", (json.dumps(list(places)),)
    )
    return dict(found.fetchall())


def note(library: Library, new: NewReading) -> None:
    """Keep what was read at a place of which nothing is kept. To be called inside `library.writing()`."""
    place = place_of(new.location)
    row = {"place": place, "file": place_of(new.file), "number": new.number, "stamp": new.stamp}
    library.insert("readings", [row])
    library.insert(
        "read_texts", [_text_row(place, number, source, mark) for number, (source, mark) in enumerate(new.sources)]
    )
    library.connection.executemany(
        "INSERT OR IGNORE INTO waiting VALUES (?, ?, ?)",
        [(source.source_id, mark, json.dumps(asdict(source))) for source, mark in new.sources],
    )


def _text_row(place: str, number: int, source: Source, digest: str) -> dict[str, object]:
    return {
        "place": place,
        "number": number,
        "source_id": source.source_id,
        "digest": digest,
        "own_place": place_of(source.location),
        "page": source.page,
        "seen": source.seen,
        "is_excerpt": source.is_excerpt,
    }


def note_number(library: Library, location: str, number: int) -> None:
    """Keep which of the parts of its file it is now. To be called inside `library.writing()`."""
    library.connection.execute(
        "UPDATE readings SET number = ? WHERE place = ? AND number <> ?", (number, place_of(location), number)
    )


def forget(library: Library, place: str) -> None:
    """Keep no more what was read, or could not be, at a place. To be called inside `library.writing()`."""
    library.connection.execute("DELETE FROM readings WHERE place = ?", (place,))
    library.connection.execute("DELETE FROM failures WHERE place = ?", (place,))


def untouch(library: Library) -> None:
    """Begin to remember which places a run has met."""
    library.connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (place TEXT PRIMARY KEY) WITHOUT ROWID")
    library.connection.execute("DELETE FROM touched")


def touch(library: Library, place: str) -> None:
    """Remember for this run that there is something at a place."""
    library.connection.execute("INSERT OR IGNORE INTO touched VALUES (?)", (place,))


def forget_untouched(library: Library, file: str) -> None:
    """Keep no more what was read at places of a file where this run met nothing. Inside `library.writing()`."""
    places = library.connection.execute(
        "SELECT place FROM readings WHERE file = ? AND place NOT IN (SELECT t.place FROM touched AS t)",
        (place_of(file),),
    )
    for (place,) in places.fetchall():
        forget(library, place)


def texts_at(library: Library, locations: Collection[str]) -> dict[str, list[Standing]]:
    """The documents that were found at some locations, by these, in their order there."""
    called = {place_of(each): each for each in locations}
    texts: dict[str, list[Standing]] = {}
    for row in _texts(library, f"place {AMONG}", json.dumps(list(called))):
        location = called[row["place"]]
        texts.setdefault(location, []).append(_standing(row, location, row["place"]))
    return texts


def texts_in(library: Library, file: str) -> list[Standing]:
    """The documents that were found in a file, whatever lies in what."""
    place = place_of(file)
    return [_standing(row, file, place) for row in _texts(library, "file = ?", place)]


def _texts(library: Library, where: str, parameter: str) -> list[Row]:
    return library.connection.execute(
        "SELECT place, source_id, own_place, digest, page, seen, is_excerpt FROM read_texts AS t JOIN readings AS r"
        f" USING (place) WHERE {where} ORDER BY r.file, r.number, place, t.number",
        (parameter,),
    ).fetchall()


def _standing(row: Row, location: str, place: str) -> Standing:
    """A document in what is at a place, and called by a location now: perhaps otherwise than when it was read."""
    return Standing(
        row["source_id"],
        location + row["own_place"].removeprefix(place),
        row["own_place"],
        row["digest"],
        row["page"],
        rank(row["is_excerpt"], row["seen"]),
    )


def files_of(library: Library, sources: Collection[str]) -> set[str]:
    """The places of the files in which some texts were found."""
    found = library.connection.execute(
        f"SELECT DISTINCT file FROM read_texts JOIN readings USING (place) WHERE source_id {AMONG}",
        (json.dumps(list(sources)),),
    )
    return {file for (file,) in found}


def read_from(library: Library, source_id: str, own_place: str) -> tuple[str, str, str] | None:
    """The place where a text was read, with its file's and its stamp; None where it was not read at its own place."""
    found = library.connection.execute(
        "SELECT place, file, stamp FROM read_texts JOIN readings USING (place) WHERE source_id = ? AND own_place = ?",
        (source_id, own_place),
    ).fetchone()
    return tuple(found) if found else None


def waiting(library: Library, asked: Iterable[tuple[str, str]]) -> Iterator[Source]:
    """The texts that wait, by ids and digests, in the order asked; those that do not are left out."""
    for source_id, digest in asked:
        found = library.connection.execute(
            "SELECT source FROM waiting WHERE source_id = ? AND digest = ?", (source_id, digest)
        ).fetchone()
        if found:
            yield Source(**json.loads(found[0]))


def are_waiting(library: Library) -> set[tuple[str, str]]:
    """The ids and digests of all texts that wait."""
    return {(id_, mark) for id_, mark in library.connection.execute("SELECT source_id, digest FROM waiting")}


def wait_no_more(library: Library, sources: Collection[str]) -> None:
    """Some texts are taken. To be called inside `library.writing()`."""
    library.connection.execute(f"DELETE FROM waiting WHERE source_id {AMONG}", (json.dumps(list(sources)),))


def note_failure(library: Library, failure: Unreadable, location: str, file: str) -> None:
    """Keep why something at a location cannot be read. To be called inside `library.writing()`."""
    library.connection.execute(
        "INSERT OR REPLACE INTO failures (place, location, file, reason, remedy) VALUES (?, ?, ?, ?, ?)",
        (place_of(location), failure.location, place_of(file), failure.reason, failure.remedy),
    )


def failures_at(library: Library, places: Collection[str]) -> list[Unreadable]:
    """What could not be read at some places, by location."""
    return _failures(library, f"place {AMONG}", json.dumps(list(places)))


def failures_in(library: Library, file: str) -> list[Unreadable]:
    """What could not be read in a file, by location."""
    return _failures(library, "file = ?", place_of(file))


def all_failures(library: Library) -> list[Unreadable]:
    """What could not be read anywhere, by location."""
    return _failures(library, "1")


def _failures(library: Library, where: str, *parameters: str) -> list[Unreadable]:
    found = library.connection.execute(
        f"SELECT location, reason, remedy FROM failures WHERE {where} ORDER BY location", parameters
    )
    return [Unreadable(*row) for row in found]


def forget_failures(library: Library, under: Collection[str], but: Collection[str]) -> None:
    """Keep no more why things under some places could not be read, but at some locations; inside `writing()`."""
    for place in under:
        inside = place.rstrip("/") + "/"
        is_page = place.startswith(ADDRESSES)  # below it lie other pages, which nobody asked for
        library.connection.execute(
            "DELETE FROM failures WHERE (file = ? OR NOT ? AND substr(file, 1, length(?)) = ?)"
            f" AND location NOT {AMONG}",
            (place, is_page, inside, inside, json.dumps(list(but))),
        )
