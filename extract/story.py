"""A story as a whole: its title, the dates that its sources give, who tells it, and where they differ."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

from extract.events.acts import kind_of
from extract.events.disagreement import Difference, Saying, Speaker, differences
from extract.kind import Kind
from extract.model import Status
from extract.store.columns import StoryRow
from extract.store.known import EVERY
from extract.store.library import Library
from extract.store.query import AMONG, Condition
from extract.store.reading import Claim, claims
from extract.store.weights import Weighed, titles_anew, weighed
from extract.table.columns import columns_of
from extract.table.filters import Filters
from extract.table.selection import EventTable
from extract.table.stories import weightiest

MOST_ACTORS = 8
"""Actors that a story names: of a happening that a thousand sources tell, these are not all."""


@dataclass(frozen=True, slots=True)
class Told:
    """What makes a story: its claims by time, its weight, and the claim whose headline is its title."""

    claims: Sequence[Claim]
    weight: Weighed
    title: Claim

    @property
    def when(self) -> tuple[float, float, str]:
        """What orders stories by time, undated ones last."""
        interval = _best(self.claims).interval
        return (interval.start, interval.end, self.weight.story_id) if interval else (inf, inf, self.weight.story_id)


def stories(library: Library, language: str) -> Iterator[StoryRow]:
    """The stories of a library by their ids, with titles in that language where there is one."""
    return map(story, _told(library, language, EVERY))


def key_dates(library: Library, language: str, most: int) -> list[StoryRow]:
    """The weightiest of the stories that are dated, so many at most, in order of time."""
    table = EventTable(library, columns_of(library))
    names = [each.story_id for each in weightiest(table, Filters(), most)]
    told = _told(library, language, Condition(f"e.story_id {AMONG}", (json.dumps(names),)))
    return [story(each) for each in sorted(told, key=lambda each: each.when)]


def _told(library: Library, language: str, which: Condition) -> Iterator[Told]:
    """The stories of some claims `e`, which have to be all of theirs, by their ids."""
    weights = {each.story_id: each for each in weighed(library, which)}
    titles = titles_anew(library, which, language)
    every = claims(library, f"story_id {AMONG}", json.dumps(list(weights)))
    every.sort(key=lambda claim: claim.row.story_id)
    for story_id, held in groupby(every, key=lambda claim: claim.row.story_id):
        told = {claim.row.event_id: claim for claim in held}
        title = titles.get(story_id)
        if title in told:  # a library that is being built may change between the questions
            yield Told(list(told.values()), weights[story_id], told[title])


def story(told: Told) -> StoryRow:
    """A story as one row."""
    given, best = told.claims, _best(told.claims)
    names = {claim.row.event_id: claim.source_name for claim in given}
    return StoryRow(
        story_id=told.weight.story_id,
        title=told.title.row.headline,
        title_language=told.title.row.language,
        start=best.row.start,
        end=best.row.end,
        edtf=best.row.edtf,
        dates=_dates(given),
        kind=_kind(given),
        status=_status(given),
        actors=_actors(given),
        languages=sorted({claim.row.language for claim in given}),
        sources=told.weight.sources,
        voices=told.weight.voices,
        claims=len(given),
        weight=told.weight.weight,
        differences=[_in_words(each, names) for each in differences_of(given)],
        event_ids=[claim.row.event_id for claim in given],
    )


def differences_of(told: Sequence[Claim]) -> list[Difference]:
    """Where the claims of one story differ."""
    return differences([_saying(claim) for claim in told])


def voices(told: Sequence[Claim]) -> int:
    """How many independent sources tell it: copies of one text are one voice."""
    return len({claim.voice for claim in told})


def _saying(claim: Claim) -> Saying:
    row, date = claim.row, claim.row.edtf or claim.row.timex3
    return Saying(row.event_id, row.source_id, claim.voice, claim.interval, date, row.status, claim.figures, row.mod)


def _by_date(told: Sequence[Claim]) -> dict[str, list[Claim]]:
    dates: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        dates[claim.row.edtf or ""].append(claim)
    return dates


def _best(told: Sequence[Claim]) -> Claim:
    """A claim with the date to show.

    What people prefer; else what happened before what was planned, the finest, what most voices give.
    """

    def rank(date: str, given: Sequence[Claim]) -> tuple[bool, bool, int, int, str]:
        interval = given[0].interval
        only_planned = all(claim.row.status is Status.PLANNED for claim in given)
        return interval is None, only_planned, interval.days if interval else 0, -voices(given), date

    if preferred := [claim for claim in told if claim.preferred]:
        return max(preferred, key=lambda claim: claim.preferred)
    dates = _by_date(told)
    return dates[min(dates, key=lambda date: rank(date, dates[date]))][0]


def _dates(told: Sequence[Claim]) -> list[str]:
    """Each date with the number of its voices, by time; undated claims say none."""
    return [f"{date} ({voices(given)})" for date, given in _by_date(told).items() if date]


def _kind(told: Sequence[Claim]) -> Kind:
    """What most people say who put it right; else that of what most claims say is done, of as many what comes first."""
    by_people = [claim.row.kind for claim in told if claim.row.kind is not kind_of(claim.acts)]
    if by_people:
        return max(by_people, key=by_people.count)
    counts = Counter(act for claim in told for act in claim.acts)
    first = list(dict.fromkeys(act for claim in told for act in claim.acts))
    best = sorted(counts, key=lambda act: (-counts[act], first.index(act)))[:1]
    return kind_of(best)


def _status(told: Sequence[Claim]) -> Status:
    given = {claim.row.status for claim in told}
    return next(status for status in Status if status in given)


def _actors(told: Sequence[Claim]) -> list[str]:
    counts = Counter(actor for claim in told for actor in claim.row.actors)
    return sorted(counts, key=lambda actor: (-counts[actor], actor))[:MOST_ACTORS]


def _in_words(difference: Difference, names: Mapping[str, str]) -> str:
    point = difference.thing or difference.about
    sides = (f"{words} ({said_by(speakers, names)})" for words, speakers in difference.sides.items())
    return f"{point}: {' / '.join(sides)}"


@dataclass(frozen=True, slots=True)
class Telling:
    """The words in which it is told who takes a side, in whatever language."""

    comma: str
    copies: Callable[[int, str], str]
    """Of how many copies, and of their names."""
    same_text: Callable[[str], str]


IN_ENGLISH = Telling(
    ", ",
    lambda count, names: f"{count} {'copy' if count == 1 else 'copies'}: {names}",
    lambda name: f"same text as {name}",
)


def said_by(speakers: Iterable[Speaker], names: Mapping[str, str], telling: Telling = IN_ENGLISH) -> str:
    """Who takes a side, copies told as such; `names` are those of the sources, by their claims."""
    return telling.comma.join(dict.fromkeys(_named(each, names, telling) for each in speakers))


def _named(speaker: Speaker, names: Mapping[str, str], telling: Telling) -> str:
    named, copies = names[speaker.event_id], [names[each] for each in speaker.copies]
    if copies:
        named += f" [{telling.copies(len(copies), telling.comma.join(dict.fromkeys(copies)))}]"
    return f"{named} [{telling.same_text(names[speaker.copy_of])}]" if speaker.copy_of else named
