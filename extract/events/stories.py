"""Who else tells it: claims of any source and language that tell the same event share a story.

Claims are compared only with those of the very same interval that share an actor with them, and with few of each story,
so that time grows with the number of claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.dates.interval import Grain, Interval, covering
from extract.model import ActorType

ACTOR_WEIGHTS = {ActorType.PERSON: 2.0, ActorType.ORGANISATION: 1.5, ActorType.PLACE: 1.0}
"""A person in common says more than a country in common."""

LEAST_SHARED = 2.0
"""Weight of actors that two claims of one story have in common: a person, or two countries."""

LEAST_PART = {Grain.DAY: 0.5, Grain.WEEK: 0.5, Grain.MONTH: 0.5}
LEAST_PART_OF_COARSE = 0.75
"""What part of the smaller claim's actors must be shared: the coarser the time, the more happens in it."""

MEMBERS_COMPARED = 8
"""Claims of a story that a new one is compared with."""


@dataclass(frozen=True, slots=True)
class Tellable:
    """What of a claim decides which story it tells."""

    event_id: str
    interval: Interval | None
    grain: Grain | None
    actors: Mapping[str, ActorType]


STORIES_COMPARED = 50
"""Stories of one actor and interval that a claim is compared with, those with most actors first."""


def tellable(
    event_id: str, interval: Interval | None, grain: Grain | None, actors: Mapping[str, ActorType]
) -> Tellable:
    """A claim whose actors are given by name, with what each is in it.

    "Early in June" and "in June" can be the same event: the unit decides, and not its edge.
    """
    when = covering(interval, grain) if interval and grain else interval
    return Tellable(event_id, when, grain, actors)


@dataclass(slots=True)
class _Story:
    members: list[Tellable] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def stories(claims: Iterable[Tellable]) -> dict[str, str]:
    """Story of each claim: event_id to story_id, which is the smallest event_id of the story.

    The result does not depend on the order in which the claims come.
    """
    blocks: defaultdict[tuple[Interval, Grain | None], list[Tellable]] = defaultdict(list)
    found: dict[str, str] = {}
    for claim in claims:
        if claim.interval is None or not claim.actors:
            found[claim.event_id] = claim.event_id
        else:
            blocks[claim.interval, claim.grain].append(claim)
    for block in blocks.values():
        for story in _of_block(sorted(block, key=lambda claim: (-_weight(claim), claim.event_id))):
            story_id = min(member.event_id for member in story.members)
            found |= {member.event_id: story_id for member in story.members}
    return found


def _of_block(block: Iterable[Tellable]) -> list[_Story]:
    """Claims with many actors come first, so that those with few find the story they belong to."""
    found: list[_Story] = []
    by_actor: defaultdict[str, list[_Story]] = defaultdict(list)
    for claim in block:
        near = {id(story): story for name in sorted(claim.actors) for story in by_actor[name][:STORIES_COMPARED]}
        story = max(near.values(), key=lambda story: _likeness(claim, story), default=None)
        if story is None or _likeness(claim, story) == 0:
            story = _Story()
            found.append(story)
        story.members.append(claim)
        for name in sorted(claim.actors):
            if name not in story.names:
                story.names.add(name)
                by_actor[name].append(story)
    return found


def _likeness(claim: Tellable, story: _Story) -> float:
    """0 where the claim tells another story, else the part of actors shared with its likest member."""
    return max(_shared_part(claim, member) for member in story.members[:MEMBERS_COMPARED])


def _shared_part(one: Tellable, other: Tellable) -> float:
    common = one.actors.keys() & other.actors.keys()
    shared = sum(min(ACTOR_WEIGHTS[one.actors[name]], ACTOR_WEIGHTS[other.actors[name]]) for name in common)
    part = shared / min(_weight(one), _weight(other))
    least = LEAST_PART.get(one.grain or Grain.DAY, LEAST_PART_OF_COARSE)
    return part if shared >= LEAST_SHARED and part >= least else 0.0


def _weight(claim: Tellable) -> float:
    return sum(ACTOR_WEIGHTS[kind] for kind in claim.actors.values())
