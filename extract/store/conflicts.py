"""What people said that no longer applies, or that no longer agrees with what is found or with what others said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from extract.said import Verdict
from extract.store import corrections, judged, who
from extract.store.corrections import in_force, standing
from extract.store.library import Library
from extract.store.log import Kind
from extract.store.logged import Logged, logged, taken_back


class Reason(StrEnum):
    """Why somebody has to look at what was said."""

    GONE = "gone"
    """No source says what it was said of."""
    REMOVED = "removed"
    """Somebody took the source out."""
    NAMELESS = "nameless"
    """No text names the actor."""
    DIFFERS = "differs"
    """The program finds something else than it did."""
    CONTRADICTED = "contradicted"
    """Somebody else says otherwise."""


REASONS = {
    Reason.GONE: "No source of this library says that any more.",
    Reason.REMOVED: "Its source was taken out of the library.",
    Reason.NAMELESS: "No text of this library names this actor.",
    Reason.DIFFERS: "The program found {found} when this was said, and finds {finds} now.",
    Reason.CONTRADICTED: "{who} says otherwise.",
}
"""Each in words."""

WAYS_OUT = {
    Reason.GONE: "It counts again when such a text comes back. Take it back where it is settled.",
    Reason.REMOVED: "Let the source in again on the page Sources, or take this back.",
    Reason.NAMELESS: "It counts again when a text does. Take it back where it is settled.",
    Reason.DIFFERS: "Say it again where it is still right, else take it back.",
    Reason.CONTRADICTED: "The last word counts. Agree on one, and take the other back.",
}


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict, by the numbers of the entries."""

    reason: Reason
    kind: Kind
    number: int
    against: int | None = None
    """The entry that says otherwise."""
    found: str | None = None
    """What the program had found."""
    finds: str | None = None
    """What it finds now."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same with the entries themselves."""

    clash: Clash
    entry: Logged
    other: Logged | None

    @property
    def words(self) -> str:
        """Why, in a sentence."""
        who_else = self.other.who if self.other else ""
        return REASONS[self.clash.reason].format(found=self.clash.found, finds=self.clash.finds, who=who_else)

    @property
    def way_out(self) -> str:
        """What can be done about it."""
        return WAYS_OUT[self.clash.reason]


def clashes(library: Library) -> list[Clash]:
    """All conflicts of a library: what others contradict first, the last said first."""
    found = {
        *_claims_gone(library),
        *_stories_gone(library),
        *_found_otherwise(library),
        *_disputed(library),
        *_joined_and_parted(library),
        *_preferred_by_several(library),
        *_sources(library),
        *_actors(library),
    }
    order = list(Reason)
    return sorted(found, key=lambda each: (-order.index(each.reason), each.kind, -each.number, each.against or 0))


def conflicts(library: Library, some: Sequence[Clash]) -> list[Conflict]:
    """Some conflicts with their entries."""
    wanted = [(each.kind, number) for each in some for number in (each.number, each.against) if number is not None]
    read = {(each.kind, each.number): each for each in logged(library, list(dict.fromkeys(wanted)))}
    return [
        Conflict(each, read[each.kind, each.number], None if each.against is None else read[each.kind, each.against])
        for each in some
    ]


# What was repeated for another text is told by that; and what repeats something is no loss where that stands again.
_NOT_FOLLOWED = (
    "NOT EXISTS (SELECT 1 FROM claim_changes AS f WHERE f.follows = {0}) AND NOT EXISTS ("
    " WITH RECURSIVE before AS (SELECT follows FROM claim_changes AS f WHERE f.id = {0}"
    " UNION SELECT f.follows FROM claim_changes AS f JOIN before ON f.id = before.follows)"
    " SELECT 1 FROM before JOIN claims_named AS b ON b.entry = before.follows JOIN events USING (event_id))"
)
_GONE = "NOT EXISTS (SELECT 1 FROM events AS e WHERE e.event_id = {0}.event_id)"
_OUT = "EXISTS (SELECT 1 FROM removed AS r WHERE r.source_id = {0}.source_id)"


def _claims_gone(library: Library) -> Iterator[Clash]:
    found = library.connection.execute(
        f"SELECT said, {_OUT.format('j')} FROM judged AS j WHERE {_GONE.format('j')} AND {_NOT_FOLLOWED.format('said')}"
    )
    return (Clash(Reason.REMOVED if is_out else Reason.GONE, Kind.CLAIM, said) for said, is_out in found)


def _stories_gone(library: Library) -> Iterator[Clash]:
    found = library.connection.execute(
        f"SELECT c.id, max({_OUT.format('n')}) FROM claim_changes AS c JOIN claims_named AS n ON n.entry = c.id"
        f" WHERE c.verdict IN ('join', 'part') AND c.undoes IS NULL AND {_GONE.format('n')}"
        f" AND {_NOT_FOLLOWED.format('c.id')} GROUP BY c.id"
    )
    gone = dict(found.fetchall())
    for number in _standing(library, gone):
        yield Clash(Reason.REMOVED if gone[number] else Reason.GONE, Kind.CLAIM, number)


def _found_otherwise(library: Library) -> Iterator[Clash]:
    # That the date of an amended claim is found otherwise is told of that.
    found = library.connection.execute(
        f"SELECT said, found, finds FROM judged AS j WHERE finds IS NOT NULL AND NOT {_GONE.format('j')} AND NOT ("
        " j.verdict = 'accept' AND EXISTS (SELECT 1 FROM judged AS a WHERE a.event_id = j.event_id"
        " AND a.verdict = 'amend' AND a.field = 'date'))"
    )
    return (Clash(Reason.DIFFERS, Kind.CLAIM, said, None, was, finds) for said, was, finds in found)


def _disputed(library: Library) -> Iterator[Clash]:
    found = library.connection.execute(
        f"SELECT said, against FROM judged AS j WHERE against IS NOT NULL AND NOT {_GONE.format('j')}"
    )
    return (Clash(Reason.CONTRADICTED, Kind.CLAIM, said, against) for said, against in found)


def _joined_and_parted(library: Library) -> Iterator[Clash]:
    """Claims that one person joins and another parts."""
    found = library.connection.execute(
        "SELECT DISTINCT p.id, j.id FROM claim_changes AS p CROSS JOIN json_each(p.claims) AS n"
        " CROSS JOIN claims_named AS m ON m.event_id = n.key CROSS JOIN claim_changes AS j ON j.id = m.entry"
        " WHERE p.verdict IN ('join', 'part') AND p.verdict = 'part'"  # as the index has it, which is small
        " AND j.verdict = 'join' AND p.who <> j.who AND p.undoes IS NULL AND j.undoes IS NULL"
    ).fetchall()
    counting = set(_standing(library, {number for pair in found for number in pair}))
    log = judged.numbered(library, counting)
    for parts, joins in found:
        if {parts, joins} <= counting and not log[joins].claims.keys() <= log[parts].claims.keys():
            later, earlier = sorted((parts, joins), key=lambda number: (log[number].at, number), reverse=True)
            yield Clash(Reason.CONTRADICTED, Kind.CLAIM, later, earlier)


def _preferred_by_several(library: Library) -> Iterator[Clash]:
    """Claims of one story of which different people prefer the dates."""
    found = library.connection.execute(
        "SELECT story_id, said, who FROM judged JOIN events USING (event_id) JOIN claim_changes AS c ON c.id = said"
        f" WHERE judged.verdict = '{Verdict.PREFER}' ORDER BY story_id, c.at DESC, said DESC"
    )
    told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for story_id, said, person in found:
        told[story_id].append((said, person))
    for (last, person), *earlier in told.values():
        yield from (Clash(Reason.CONTRADICTED, Kind.CLAIM, last, said) for said, other in earlier if other != person)


def _standing(library: Library, numbers: Iterable[int]) -> list[int]:
    given = list(numbers)
    gone = taken_back(library, Kind.CLAIM, given)
    return [number for number in given if number not in gone]


def _sources(library: Library) -> Iterator[Clash]:
    """What was said of sources that are gone, and of those of which two people say two dates."""
    found = library.connection.execute(
        f"SELECT source_id, max({_OUT.format('c')}), source_id IN (SELECT source_id FROM sources)"
        " FROM corrections AS c WHERE undoes IS NULL GROUP BY source_id"
        " HAVING source_id NOT IN (SELECT source_id FROM sources) OR count(DISTINCT who) > 1"
    ).fetchall()
    for source_id, is_out, is_there in found:
        log = standing(corrections.history(library, source_id))
        last = in_force(log)
        if last is None:
            continue
        if is_there:
            words = {entry.who: entry for entry in log}
            odd = [entry.id for entry in words.values() if entry.who != last.who and entry.new != last.new]
            yield from (Clash(Reason.CONTRADICTED, Kind.SOURCE, last.id, each) for each in odd)
        elif last.new and not corrections.is_told_elsewhere(library, last.id):
            yield Clash(Reason.REMOVED if is_out else Reason.GONE, Kind.SOURCE, last.id)


def _actors(library: Library) -> Iterator[Clash]:
    """What was said of names that no text has, and of those of whom two people say two things."""
    found = library.connection.execute(
        "SELECT actor, NOT EXISTS (SELECT 1 FROM actor_mentions AS m WHERE m.found = c.actor OR m.canonical = c.actor)"
        " AND NOT EXISTS (SELECT 1 FROM actor_changes AS t WHERE t.target = c.actor) AS is_gone"
        " FROM actor_changes AS c WHERE undoes IS NULL GROUP BY actor HAVING is_gone OR count(DISTINCT who) > 1"
    ).fetchall()
    for actor, is_gone in found:
        log = [entry for entry in standing(who.entries_about(library, actor)) if entry.actor == actor]
        if is_gone:
            yield from (Clash(Reason.NAMELESS, Kind.ACTOR, entry.id) for entry in log)
            continue
        words = {(entry.who, entry.forms): entry for entry in log}
        for one, other in combinations(sorted(words.values(), key=lambda entry: (entry.at, entry.id)), 2):
            shared = not one.forms or not other.forms or set(one.forms) & set(other.forms)
            if one.who != other.who and shared and (one.target, one.type) != (other.target, other.type):
                yield Clash(Reason.CONTRADICTED, Kind.ACTOR, other.id, one.id)
