"""Which source stands where: what a run finds in files, against what the library holds of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.model import Source
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
    page: str | None = None
    """What its address is of: texts of one page are versions of one document."""
    rank: tuple[bool, str] = (True, "")
    """Whether it is whole, and when it was seen so: of the versions of a document the highest counts, then the last."""


def rank(is_excerpt: bool, seen: str | None) -> tuple[bool, str]:
    """Of the versions of a document one that is whole counts more than one that is not, then the one seen last."""
    return not is_excerpt, seen or ""


def found_at(source: Source, digest: str) -> Standing:
    """A text that a run finds."""
    return Standing(
        source.source_id,
        source.location,
        place_of(source.location),
        digest,
        source.page,
        rank(source.is_excerpt, source.seen),
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """What it takes for the library to hold what the files hold."""

    taken: dict[str, str]
    """Sources to extract, new ones and those of which something else is known now, to their locations."""
    moved: dict[str, str]
    """Sources of the library that stand elsewhere now, to their locations."""
    displaced: dict[str, str]
    """Sources of the library that are there no more, to where their heirs stand: their files hold another text now,
    while their own was found nowhere, or there is a newer version of them."""
    heirs: dict[str, str]
    """Of these, those in whose place another source is taken, to that."""
    outdated: frozenset[str]
    """Sources of the library that are taken anew or displaced: what they said counts no more."""
    new: int
    changed: int
    unchanged: int
    earlier: int
    """Documents, by what the library held of them; earlier ones are older versions of others."""

    @property
    def gone(self) -> list[str]:
        """Displaced sources in whose place none is taken."""
        return [source_id for source_id in self.displaced if source_id not in self.heirs]


def standing(library: Library, found: Sequence[Standing]) -> list[Standing]:
    """The sources of the library that have the texts, the places or the pages of those that a run finds."""
    held = library.connection.execute(
        "SELECT source_id, location, place, digest, page, is_excerpt, seen FROM sources"
        f" WHERE source_id {AMONG} OR place {AMONG} OR page {AMONG}",
        (
            json.dumps([each.source_id for each in found]),
            json.dumps([each.place for each in found]),
            json.dumps([each.page for each in found if each.page]),
        ),
    )
    return [
        Standing(source_id, location, place, digest, page, rank(is_excerpt, seen))
        for source_id, location, place, digest, page, is_excerpt, seen in held
    ]


def planned(
    held: Sequence[Standing],
    found: Sequence[Standing],
    is_still_there: Callable[[Standing], bool],
    is_new: Callable[[Standing], bool] = lambda _standing: True,
    out: Collection[str] = (),
) -> Plan:
    """What to do about the documents of a run, in the order in which they were read.

    A text that stands in several places is the one that was read first, or the one that the library holds where that
    file was not given and `is_still_there`. Of texts of one page the highest in rank counts, then the one read last:
    before what the library holds of other files comes only what `is_new` and no run has set aside. What is `out` is
    known, and taken no more.
    Sources whose files were not given are left alone.
    """
    by_id, by_place = {each.source_id: each for each in held}, {each.place: each for each in held}
    given = {each.place for each in found}
    kept: dict[str, Standing] = {}
    for each in found:
        if each.source_id not in kept:
            old = by_id.get(each.source_id)
            kept[each.source_id] = old if old and old.place not in given and is_still_there(old) else each
    newer = _newer(
        kept, [each for each in held if each.source_id not in kept and each.place not in given], found, is_new
    )
    kept = {id_: each for id_, each in kept.items() if id_ not in newer and id_ not in out}
    digests = {each.source_id: each.digest for each in held}
    taken = {id_: each.location for id_, each in kept.items() if digests.get(id_) != each.digest}
    moved = {id_: each.location for id_, each in kept.items() if id_ in by_id and by_id[id_].location != each.location}
    displaced = {old.source_id: each.location for each, old in _over(found, by_place) if old.source_id not in kept}
    displaced |= {id_: _where(new, kept, by_id) for id_, new in newer.items() if id_ in by_id}
    return Plan(
        taken=taken,
        moved=moved,
        displaced=displaced,
        heirs=_heirs(displaced, newer, {at: id_ for id_, at in taken.items() if id_ not in moved}, taken),
        outdated=frozenset(displaced.keys() | (taken.keys() & by_id.keys())),
        **_counted([each for each in found if each.source_id not in out], kept, newer, by_id, by_place, taken),
    )


def _over(found: Sequence[Standing], by_place: Mapping[str, Standing]) -> list[tuple[Standing, Standing]]:
    """What was found in places where the library knows something, and that."""
    return [(each, old) for each in found if (old := by_place.get(each.place))]


def _newer(
    kept: Mapping[str, Standing],
    elsewhere: Sequence[Standing],
    found: Sequence[Standing],
    is_new: Callable[[Standing], bool],
) -> dict[str, str]:
    """Texts of which there is a newer version, by their ids, to that one's."""
    order = {each.source_id: place for place, each in enumerate(found)}
    versions: defaultdict[str, list[Standing]] = defaultdict(list)
    for each in (*kept.values(), *elsewhere):
        if each.page:
            versions[each.page].append(each)

    newer: dict[str, str] = {}
    for some in versions.values():
        all_given = all(each.source_id in order for each in some)

        def age(each: Standing, all_given: bool = all_given) -> tuple[tuple[bool, str], bool, bool, int]:
            is_given = each.source_id in order
            return each.rank, is_given and (all_given or is_new(each)), not is_given, order.get(each.source_id, 0)

        last = max(some, key=age)
        newer |= {each.source_id: last.source_id for each in some if each is not last}
    return newer


def _where(source_id: str, kept: Mapping[str, Standing], by_id: Mapping[str, Standing]) -> str:
    return (kept.get(source_id) or by_id[source_id]).location


def _heirs(
    displaced: Mapping[str, str], newer: Mapping[str, str], at: Mapping[str, str], taken: Mapping[str, str]
) -> dict[str, str]:
    heirs = {old: newer.get(old) or at.get(location) for old, location in displaced.items()}
    return {old: new for old, new in heirs.items() if new in taken and new is not None}


def _counted(
    found: Sequence[Standing],
    kept: Mapping[str, Standing],
    newer: Mapping[str, str],
    by_id: Mapping[str, Standing],
    by_place: Mapping[str, Standing],
    taken: Mapping[str, str],
) -> dict[str, int]:
    """How many documents are new, changed, unchanged, or older versions of others."""
    follows = {new for old, new in newer.items() if old in by_id}
    counts = {"new": 0, "changed": 0, "unchanged": 0, "earlier": 0}
    for each in found:
        old, is_it = by_place.get(each.place), kept.get(each.source_id) is each
        if each.source_id in newer:
            counts["earlier"] += 1
        elif (old is not None and old.source_id != each.source_id) or (
            is_it and each.source_id in taken and (each.source_id in by_id or each.source_id in follows)
        ):
            counts["changed"] += 1
        elif is_it and each.source_id not in by_id:
            counts["new"] += 1
        else:
            counts["unchanged"] += 1
    return counts


def rearrange(library: Library, plan: Plan) -> None:
    """Let sources stand where they stand now; those that lost their file to one of these are gone.

    Those that a new text takes the place of are left for it to replace, so that no file is ever without its source. To
    be called inside `library.writing()`.
    """
    library.connection.executemany("DELETE FROM sources WHERE source_id = ?", [(id_,) for id_ in plan.gone])
    # Two may change places: each leaves its own first. No path ends with a slash.
    library.connection.executemany(
        "UPDATE sources SET place = source_id || '/' WHERE source_id = ?", [(id_,) for id_ in plan.moved]
    )
    library.connection.executemany(
        "UPDATE sources SET location = ?, place = ? WHERE source_id = ?",
        [(to, place_of(to), id_) for id_, to in plan.moved.items()],
    )
