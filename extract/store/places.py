"""Which source stands where: what a run finds in files, against what the library holds of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.store.library import Library
from extract.store.query import AMONG
from extract.store.values import place_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A text and where it stands."""

    source_id: str
    location: str
    place: str
    """The location, however it is named."""
    digest: str
    """Of all that was given: the text, and what is known of it."""


def found_at(source_id: str, location: str, digest: str) -> Standing:
    """A text that a run finds."""
    return Standing(source_id, location, place_of(location), digest)


@dataclass(frozen=True, slots=True)
class Plan:
    """What it takes for the library to hold what the files hold."""

    taken: dict[str, str]
    """Sources to extract, new ones and those of which something else is known now, to their locations."""
    moved: dict[str, str]
    """Sources of the library that stand elsewhere now, to their locations."""
    displaced: dict[str, str]
    """Sources of the library whose files hold another text now, to these files; their own text was found nowhere."""
    outdated: frozenset[str]
    """Sources of the library that are taken anew or displaced: what they said counts no more."""
    new: int
    changed: int
    unchanged: int
    """Files, by what the library held of them."""

    @property
    def gone(self) -> list[str]:
        """Displaced sources whose place no new text takes."""
        replaced = set(self.taken.values()) - set(self.moved.values())
        return [id_ for id_, location in self.displaced.items() if location not in replaced]


def standing(library: Library, found: Sequence[Standing]) -> list[Standing]:
    """The sources of the library that have the texts or the places of those that a run finds."""
    held = library.connection.execute(
        f"SELECT source_id, location, place, digest FROM sources WHERE source_id {AMONG} OR place {AMONG}",
        (json.dumps([each.source_id for each in found]), json.dumps([each.place for each in found])),
    )
    return [Standing(*values) for values in held]


def planned(held: Sequence[Standing], found: Sequence[Standing], is_still_there: Callable[[Standing], bool]) -> Plan:
    """What to do about the files of a run, in the order in which they were read.

    A text that stands in several files is the one that was read first, or the one that the library holds where that
    file was not given and `is_still_there`. Sources whose files were not given are left alone.
    """
    by_id, by_place = {each.source_id: each for each in held}, {each.place: each for each in held}
    given = {each.place for each in found}
    kept: dict[str, Standing] = {}
    for each in found:
        if each.source_id not in kept:
            old = by_id.get(each.source_id)
            kept[each.source_id] = old if old and old.place not in given and is_still_there(old) else each
    digests = {each.source_id: each.digest for each in held}
    taken = {id_: each.location for id_, each in kept.items() if digests.get(id_) != each.digest}
    here = [(each, by_place.get(each.place)) for each in found]
    is_new = [each is kept[each.source_id] and each.source_id not in by_id and old is None for each, old in here]
    is_other = [
        (old is not None and old.source_id != each.source_id)
        or (each is kept[each.source_id] and each.source_id in by_id and each.source_id in taken)
        for each, old in here
    ]
    displaced = {old.source_id: old.location for _, old in here if old and old.source_id not in kept}
    return Plan(
        taken=taken,
        moved={
            id_: each.location for id_, each in kept.items() if id_ in by_id and by_id[id_].location != each.location
        },
        displaced=displaced,
        outdated=frozenset(displaced.keys() | (taken.keys() & by_id.keys())),
        new=sum(is_new),
        changed=sum(is_other),
        unchanged=len(found) - sum(is_new) - sum(is_other),
    )


def rearrange(library: Library, plan: Plan) -> None:
    """Let sources stand where they stand now; those that lost their file to one of these are gone.

    Those that a new text takes the place of are left for it to replace, so that no file is ever without its source. To
    be called inside `library.writing()`.
    """
    library.connection.executemany("DELETE FROM sources WHERE source_id = ?", [(id_,) for id_ in plan.gone])
    # Two may change places: each leaves its own first. No path ends with a slash.
    library.connection.executemany(
        "UPDATE sources SET location = source_id || '/' WHERE source_id = ?", [(id_,) for id_ in plan.moved]
    )
    library.connection.executemany(
        "UPDATE sources SET location = ?, place = ? WHERE source_id = ?",
        [(to, place_of(to), id_) for id_, to in plan.moved.items()],
    )
