"""Claims as linking sees them, for tests: of sources that tell what a test says, written when it says."""

from collections import Counter
from collections.abc import Sequence

from extract.dates.interval import Grain, Interval, one_day, to_day
from extract.events.likeness import Context, Tellable
from extract.model import ActorType, Status

PERSON, PLACE, ORGANISATION = ActorType
TYPES = {
    "Putin": PERSON,
    "Pezeshkian": PERSON,
    "Assad": PERSON,
    "Trump": PERSON,
    "Russia": PLACE,
    "Iran": PLACE,
    "Kazan": PLACE,
    "Ukraine": PLACE,
    "BRICS": ORGANISATION,
}

WRITTEN = one_day(to_day(2025, 1, 13))

Told = tuple[str, Interval | None, Grain | None, Sequence[str], Sequence[str]]
"""Id, time, grain, actors and acts of a claim."""


def source(
    name: str,
    *told: Told,
    written: Interval | None = WRITTEN,
    named: Sequence[str] = ("Russia", "Iran", "Putin"),
    planned: Sequence[str] = (),
    others: int = 0,
) -> list[Tellable]:
    """The claims of a source that was written at a time, names some actors beside theirs, and makes other claims too."""
    actors = Counter(actor for _, _, _, actors, _ in told for actor in actors)
    acts = Counter(act for _, _, _, _, acts in told for act in acts)
    every = dict.fromkeys([*named, *actors])
    context = Context(name, written, {actor: TYPES[actor] for actor in every}, len(told) + others, actors, acts)
    return [
        Tellable(
            event_id,
            when,
            grain,
            Status.PLANNED if event_id in planned else Status.REPORTED,
            {actor: TYPES[actor] for actor in who},
            tuple(what),
            context,
        )
        for event_id, when, grain, who, what in told
    ]
