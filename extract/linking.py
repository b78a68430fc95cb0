"""Every claim of a library gets its story: claims of one time become tellings, and tellings lead to one another.

What is found does not depend on the order in which documents came, nor on how many came at once. Only tellings that
changed, and those that look for what changed, are gone through again.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from extract.actors.places import capitals
from extract.copies import keep_voices
from extract.dates.interval import Grain, Interval
from extract.events.context import context, in_states
from extract.events.likeness import Context, Tellable, unit_told
from extract.events.regroup import regrouped
from extract.events.stories import alone, leads_to, named_stories
from extract.events.tellings import MOST_IN_CELL, Telling, gather, kept_in, nearest, sought_in
from extract.model import Status
from extract.store.corrections import standing
from extract.store.judged import OF_STORIES, entries
from extract.store.known import in_sources, the_claims, within
from extract.store.library import Library
from extract.store.regrouped import (
    found_stories,
    in_stories_that_changed,
    note_regrouped,
    regrouped_before,
    said_with,
    was_said_of_stories,
)
from extract.store.tellings import (
    KeptTelling,
    ToldClaim,
    forget_all_tellings,
    forget_tellings,
    in_cell,
    keep_tellings,
    leads_in,
    members_of,
    note_leads,
    note_stories,
    seeking_tellings,
    tellings_at,
    the_tellings,
    times_told,
    told_claims,
    told_source,
    undated_plans,
)
from extract.store.weights import weigh

Time = tuple[Interval, Grain | None]
"""The whole units that a claim's words name: claims of the very same make tellings."""

CLAIMS_AT_ONCE = 4_000
"""Claims that are held in memory together."""

SEEKING_AT_ONCE = 500
"""Tellings whose others are held in memory together."""

SOURCES_REMEMBERED = 4_000
"""Some ten kB each; claims are gone through by time, so that those of a source mostly come soon after one another."""

SOURCES_PACKED = 60_000
"""Some one kB each: those that come again later are unpacked, which takes a tenth of the time of reading them."""


class Linker:
    """Links the claims of a library. To be used inside `library.writing()`."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._context = lru_cache(SOURCES_REMEMBERED)(self._unpacked_context)
        self._packed: dict[str, bytes] = {}

    def link_all(self) -> None:
        """Link all claims, whatever was linked before."""
        forget_all_tellings(self._library)
        for times in _in_turns(times_told(self._library)):
            self._keep(times, ())
        self._keep((), undated_plans(self._library))
        names = seeking_tellings(self._library)
        self._lead(names)
        self._name(None)
        self._regroup(None)
        self._weigh()

    def link(self, times: Collection[Time], undated: Collection[str]) -> None:
        """Link the claims of some times, and some without time, where the rest of the library is linked."""
        new, old = self._keep(sorted(times, key=str), sorted(undated))
        changed = {each.telling_id for each in new}
        seeking = self._seeking(new, old)
        touched = {each.story_id for each in (*new, *old)}
        touched |= self._lead(sorted(changed | seeking))
        self._name(touched)
        self._regroup(in_stories_that_changed(self._library))
        self._weigh()

    def _keep(self, times: Sequence[Time], undated: Sequence[str]) -> tuple[list[KeptTelling], list[KeptTelling]]:
        """Make tellings of the claims of some times; those that are new, and those that are no more as they were."""
        wanted = set(times)
        blocks: defaultdict[Time, list[Tellable]] = defaultdict(list)
        for claim in self.tellables(told_claims(self._library, within(times))):
            if claim.when and (claim.when, claim.grain) in wanted:
                blocks[claim.when, claim.grain].append(claim)
        made = [each for block in blocks.values() for each in gather(block)]
        plans = self.tellables(told_claims(self._library, the_claims(undated)))
        made += [alone(claim) for claim in plans if claim.when is None and claim.status is Status.PLANNED]
        old = {each.telling_id: each for each in tellings_at(self._library, times)}
        old |= {each.telling_id: each for each in the_tellings(self._library, undated)}
        members = members_of(self._library, old.keys())
        new = []
        for telling, claims in made:
            before = old.get(telling.telling_id)
            if before and before.claims == len(claims) and members.get(telling.telling_id) == claims:
                del old[telling.telling_id]
            else:
                new.append((_as_kept(telling, claims), claims))
        forget_tellings(self._library, list(old.values()))
        keep_tellings(self._library, new)
        return [each for each, _ in new], list(old.values())

    def _seeking(self, new: Sequence[KeptTelling], old: Sequence[KeptTelling]) -> set[str]:
        """Those that look into cells in which something changed, but for cells that were and are too full."""
        came, went = (Counter(cell for each in tellings for cell in each.kept) for tellings in (new, old))
        seeking: set[str] = set()
        for cell in came.keys() | went.keys():
            now = len(in_cell(self._library, cell, sought=False, most=MOST_IN_CELL + came[cell] + 1))
            if now <= MOST_IN_CELL or now - came[cell] + went[cell] <= MOST_IN_CELL:
                seeking.update(in_cell(self._library, cell, sought=True))
        return seeking

    def _lead(self, names: Sequence[str]) -> set[str]:
        """Find out to which others tellings lead; the stories that change by that."""
        touched: set[str] = set()
        for first in range(0, len(names), SEEKING_AT_ONCE):
            seeking = the_tellings(self._library, names[first : first + SEEKING_AT_ONCE])
            near = {each.telling_id: self._near(each) for each in seeking}
            kept = {each.telling_id: each for each in the_tellings(self._library, {*near, *chain(*near.values())})}
            read = self._read(kept.values())
            led: dict[str, str | None] = {}
            for name, others in near.items():
                best = leads_to(read[name], [read[other] for other in others])
                led[name] = best.telling_id if best else None
            changed = {name: to for name, to in led.items() if kept[name].leads_to != to}
            note_leads(self._library, changed)
            touched |= {kept[each].story_id for name, to in changed.items() for each in (name, to) if each}
        return touched

    def _near(self, telling: KeptTelling) -> list[str]:
        cells = (in_cell(self._library, cell, sought=False, most=MOST_IN_CELL + 1) for cell in telling.sought)
        told = (name for found in cells if len(found) <= MOST_IN_CELL for name in found)
        return nearest(name for name in told if name != telling.telling_id)

    def _read(self, kept: Iterable[KeptTelling]) -> dict[str, Telling]:
        """Tellings with the claims that speak for them, by id."""
        every = list(kept)
        faces = the_claims([event_id for each in every for event_id in each.faces])
        claims = {claim.event_id: claim for claim in self.tellables(told_claims(self._library, faces))}
        return {
            each.telling_id: Telling(
                each.telling_id,
                each.when,
                each.grain,
                each.is_planned,
                each.sources,
                each.written,
                tuple(claims[event_id] for event_id in each.faces),
            )
            for each in every
        }

    def _name(self, stories: Collection[str] | None) -> None:
        """Give the tellings of some stories, or of all, their stories anew."""
        before = leads_in(self._library, stories)
        named = named_stories(before, {name: led for name, (_, led) in before.items() if led in before})
        note_stories(self._library, {name: story for name, story in named.items() if before[name][0] != story})

    def _regroup(self, claims: Collection[str] | None) -> None:
        """Let the stories of some claims, or of all, be those that people make of them."""
        if not was_said_of_stories(self._library):
            return
        if claims is None:
            log = entries(self._library, OF_STORIES)
            concerned = {*regrouped_before(self._library), *(claim for entry in log for claim in entry.claims)}
        else:
            concerned, log = said_with(self._library, claims)
        changes = [entry.change for entry in standing(log)]
        found = found_stories(self._library, concerned)
        stories = regrouped(found, changes)
        note_regrouped(self._library, stories, [claim for claim, story in stories.items() if story != found[claim]])

    def _weigh(self) -> None:
        """Tell how many speak for each story, copies of one text as one."""
        keep_voices(self._library)
        weigh(self._library)

    def _unpacked_context(self, source_id: str) -> Context:
        if packed := self._packed.get(source_id):
            unpacked: Context = pickle.loads(packed)  # noqa: S301 - packed by this object
            return unpacked
        found = self._read_context(source_id)
        if len(self._packed) < SOURCES_PACKED:
            self._packed[source_id] = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        return found

    def _read_context(self, source_id: str) -> Context:
        told = told_source(self._library, source_id)
        claims = [(claim.actors, claim.acts) for claim in told_claims(self._library, in_sources([source_id]))]
        return context(source_id, told.written, told.mentions, claims, capitals())

    def tellables(self, claims: Iterable[ToldClaim]) -> Iterator[Tellable]:
        """Claims as linking compares them."""
        for claim in claims:
            yield Tellable(
                claim.event_id,
                unit_told(claim.interval, claim.grain),
                claim.grain,
                claim.status,
                in_states(claim.actors, capitals()),
                claim.acts,
                self._context(claim.source_id),
            )


def _as_kept(telling: Telling, claims: Collection[str]) -> KeptTelling:
    """A telling that leads to no other yet."""
    return KeptTelling(
        telling.telling_id,
        telling.telling_id,
        None,
        telling.when,
        telling.grain,
        telling.is_planned,
        telling.sources,
        telling.written,
        tuple(claim.event_id for claim in telling.faces),
        len(claims),
        tuple(sorted(kept_in(telling))),
        tuple(sorted(sought_in(telling))),
    )


def _in_turns(times: Iterable[tuple[Interval, Grain | None, int]]) -> Iterator[list[Time]]:
    """The units of times, so many together as make a load of claims."""
    units: Counter[Time] = Counter()
    for interval, grain, count in times:
        when = unit_told(interval, grain)
        if when:
            units[when, grain] += count
    turn: list[Time] = []
    load = 0
    for time, count in units.items():
        turn.append(time)
        load += count
        if load >= CLAIMS_AT_ONCE:
            yield turn
            turn, load = [], 0
    if turn:
        yield turn
