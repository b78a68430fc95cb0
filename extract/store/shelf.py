"""The sources of a library as they stand on a shelf: what each is, when it was written, how many claims it makes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from extract.errors import CorrectionError
from extract.model import AnchorBasis, called
from extract.reason import Reason, read, read_all
from extract.store.library import Library

FEWEST_OF_ID = 4
"""Signs of an id that may stand for it."""

MOST_NAMED = 8
"""Sources that an error names; more are no help."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A source without its text."""

    source_id: str
    location: str
    title: str | None
    publisher: str | None
    language: str
    start: int | None
    end: int | None
    """The days on which it may have been written."""
    basis: AnchorBasis
    evidence: Reason
    confidence: float
    doubts: tuple[Reason, ...]
    claims: int
    undated: int

    @property
    def name(self) -> str:
        """Its title, else the last part of where it was read."""
        return called(self.title, self.location)


_ROWS = (
    'SELECT source_id, location, title, publisher, language, anchor_start AS start, anchor_end AS "end",'
    " source_date_basis AS basis, source_date_evidence AS evidence, source_date_confidence AS confidence,"
    " source_date_doubts AS doubts, count(event_id) AS claims, count(event_id) - count(start_day) AS undated"
    " FROM sources LEFT JOIN events USING (source_id) WHERE {} GROUP BY source_id"
    " ORDER BY anchor_start IS NULL, anchor_start, location"
)


def shelf(library: Library) -> list[Shelved]:
    """Every source, by the time of writing."""
    return _read(library, "1")


def shelved(library: Library, source_id: str) -> Shelved:
    """One source. Raises CorrectionError where there is none of that id."""
    found = _read(library, "source_id = ?", source_id)
    if not found:
        raise CorrectionError(f"{library.path} holds no source {source_id}: its file may hold another text by now")
    return found[0]


def _read(library: Library, where: str, *parameters: object) -> list[Shelved]:
    found = library.connection.execute(_ROWS.format(where), parameters)
    return [_one(dict(row)) for row in found]


def _one(row: dict[str, Any]) -> Shelved:
    told = {"evidence": read(row["evidence"]), "doubts": read_all(row["doubts"])}
    return Shelved(**row | told | {"basis": AnchorBasis(row["basis"])})


def find(library: Library, named: str) -> str:
    """The id of the source that a person names: by id or its beginning, by location, or by the name of its file.

    Raises CorrectionError where there is none, or where there are several, which are named.
    """
    held = library.connection.execute("SELECT source_id, location FROM sources ORDER BY location").fetchall()
    named = named.encode("utf-8", errors="backslashreplace").decode()
    place = _place(named)
    found = [(id_, at) for id_, at in held if named in (id_, at) or place == _place(at)]
    found = found or [(id_, at) for id_, at in held if _may_mean(named, id_, at)]
    if len(found) == 1:
        return str(found[0][0])
    if not found:
        near = get_close_matches(_file(named), [_file(at) for _, at in held], n=MOST_NAMED)
        hint = _listed([(id_, at) for id_, at in held if _file(at) in near]) or ": the dashboard's Sources lists them"
        raise CorrectionError(f"{library.path} holds no source {named!r}{hint}")
    raise CorrectionError(f"{named!r} may be any of several{_listed(found)}. Name it by its id or path")


def _may_mean(named: str, source_id: str, location: str) -> bool:
    is_beginning = len(named) >= FEWEST_OF_ID and source_id.startswith(named.casefold())
    return is_beginning or _file(location) == named


def _file(location: str) -> str:
    return location.rpartition("/")[2]


def _place(location: str) -> str:
    return os.path.abspath(location)  # noqa: PTH100 - Path.resolve asks the disk


def _listed(sources: list[tuple[str, str]]) -> str:
    names = [f"{source_id} ({location})" for source_id, location in sources[:MOST_NAMED]]
    more = f" and {len(sources) - MOST_NAMED:,} more" if len(sources) > MOST_NAMED else ""
    return f": there are {', '.join(names)}{more}" if names else ""
