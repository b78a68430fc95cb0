"""What other documents of a collection say of the day a text was written: they date the same happenings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from extract.dates.clues import NEWS_SPAN, Clue, Told, around
from extract.dates.expression import Calendar
from extract.dates.interval import DAYS_PER_WEEK, Interval, from_day, weekday
from extract.dates.sweep import Window
from extract.dates.write import MONTH_NAMES

FEWEST_SHARED_ACTORS = 2
"""Actors that two sentences must share to be about the same happening."""

LENT_WEIGHT = 3.0
"""Weight of one neighbour's date."""

MOST_LENDERS = 3
"""Neighbours that count for one mention; more of them repeat one another."""

MOST_CLAIMS_OF_ACTOR = 2000
"""Claims of one actor that are looked through: the newest; so the cost of a document has a bound."""

LONGEST_NAME = 60
"""Characters of a neighbour's title in the evidence."""

SURE_LENDER = 0.65
"""A document lends nothing whose own date is less sure than this."""


@dataclass(frozen=True, slots=True)
class DatedClaim:
    """A claim whose day is known, as a neighbour sees it."""

    source_id: str
    source_name: str
    day: int
    actors: frozenset[str]


@dataclass(slots=True)
class Neighbourhood:
    """The dated claims of a collection, found by actor."""

    by_actor: defaultdict[str, list[DatedClaim]] = field(default_factory=lambda: defaultdict(list))

    def add(self, source_id: str, source_name: str, interval: Interval | None, actors: Iterable[str]) -> None:
        """Let a claim be lent, where its day is known."""
        if interval is None or interval.days > 1:
            return
        claim = DatedClaim(source_id, source_name, interval.start, frozenset(actors))
        for actor in claim.actors:
            self.by_actor[actor].append(claim)

    def sharing(self, actors: frozenset[str], source_id: str) -> Iterator[DatedClaim]:
        """Claims of other documents that share enough actors, oldest first."""
        found = [claim for actor in actors for claim in self.by_actor.get(actor, ())[-MOST_CLAIMS_OF_ACTOR:]]
        counts = Counter(claim for claim in found if claim.source_id != source_id)
        shared = (claim for claim, count in counts.items() if count >= FEWEST_SHARED_ACTORS)
        return iter(sorted(shared, key=lambda claim: (claim.day, claim.source_id)))


def lent_clues(
    told: Sequence[tuple[Told, frozenset[str]]], source_id: str, neighbourhood: Neighbourhood
) -> Iterator[Clue]:
    """Clues from neighbours that date what a mention without year speaks of; each mention comes with its actors."""
    for each, actors in told:
        expression = each.expression
        if not isinstance(expression, Calendar) or not _lacks_year(expression):
            continue
        span = NEWS_SPAN if expression.month else DAYS_PER_WEEK - 1
        lenders: dict[str, DatedClaim] = {}
        for claim in neighbourhood.sharing(actors, source_id):
            if _is_same_day(expression, claim.day):
                lenders.setdefault(claim.source_id, claim)
        for claim in list(lenders.values())[:MOST_LENDERS]:
            window = Window(around(claim.day, span, each.manner.outlook), LENT_WEIGHT)
            yield Clue((window,), f"\u201c{each.mention.text}\u201d is {_words(claim)}")


def _lacks_year(expression: Calendar) -> bool:
    has_day = expression.day is not None and expression.month is not None
    return expression.year is None and (has_day or (expression.month is None and expression.weekday is not None))


def _is_same_day(expression: Calendar, day: int) -> bool:
    _, month, number = from_day(day)
    if expression.month is not None:
        return (expression.month, expression.day) == (month, number)
    return expression.weekday == weekday(day)


def _words(claim: DatedClaim) -> str:
    year, month, day = from_day(claim.day)
    name = shorten(claim.source_name, LONGEST_NAME, placeholder="\u2026")
    return f"{day} {MONTH_NAMES[month - 1]} {year} in \u201c{name}\u201d, which tells of the same actors"
