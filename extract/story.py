"""A story as a whole: its title, the dates that its sources give, who tells it, and where they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import log2

from extract.events.acts import kind_of
from extract.events.disagreement import Difference, Saying, Speaker, differences
from extract.kind import Kind
from extract.model import Status
from extract.store.columns import StoryRow
from extract.store.library import Library
from extract.store.reading import Claim, claims

LATER = 30
"""Days after a happening from which on a source that tells of it refers back to it."""

MOST_ACTORS = 8
"""Actors that a story names: of a happening that a thousand sources tell, these are not all."""

ELLIPSIS = "\u2026"


def stories(library: Library, language: str) -> Iterator[StoryRow]:
    """The stories of a library by their ids, with titles in that language where there is one."""
    every = sorted(claims(library, "1"), key=lambda claim: claim.row.story_id)
    for _, told in groupby(every, key=lambda claim: claim.row.story_id):
        yield story(list(told), language)


def story(told: Sequence[Claim], language: str) -> StoryRow:
    """The claims of one story, by time, as one row."""
    best, title = _best(told), _title(told, language)
    names = {claim.row.event_id: claim.source_name for claim in told}
    return StoryRow(
        story_id=told[0].row.story_id,
        title=title.row.headline,
        title_language=title.row.language,
        start=best.row.start,
        end=best.row.end,
        edtf=best.row.edtf,
        dates=_dates(told),
        kind=_kind(told),
        status=_status(told),
        actors=_actors(told),
        languages=sorted({claim.row.language for claim in told}),
        sources=len({claim.row.source_id for claim in told}),
        voices=voices(told),
        claims=len(told),
        weight=weight(told),
        differences=[_in_words(each, names) for each in differences_of(told)],
        event_ids=[claim.row.event_id for claim in told],
    )


def differences_of(told: Sequence[Claim]) -> list[Difference]:
    """Where the claims of one story differ."""
    return differences([_saying(claim) for claim in told])


def weight(told: Sequence[Claim]) -> float:
    """How much a happening matters in a collection, in doublings.

    Of the independent voices that tell it, of the languages in which it is told, and half as much of the voices that
    still refer to it a month later.
    """
    came = max((claim.end_day for claim in told if claim.end_day is not None), default=None)
    languages = {claim.row.language for claim in told}
    later = {
        claim.voice
        for claim in told
        if came is not None and claim.anchor_start is not None and claim.anchor_start >= came + LATER
    }
    return round(log2(1 + voices(told)) + log2(len(languages)) + log2(1 + len(later)) / 2, 2)


def voices(told: Sequence[Claim]) -> int:
    """How many independent sources tell it: copies of one text are one voice."""
    return len({claim.voice for claim in told})


def _saying(claim: Claim) -> Saying:
    row, date = claim.row, claim.row.edtf or claim.row.timex3
    return Saying(row.event_id, row.source_id, claim.voice, claim.interval, date, row.status, claim.figures)


def _by_date(told: Sequence[Claim]) -> dict[str, list[Claim]]:
    dates: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        dates[claim.row.edtf or ""].append(claim)
    return dates


def _best(told: Sequence[Claim]) -> Claim:
    """A claim with the date to show.

    What people prefer; else what happened before what was planned, the finest, what most voices give.
    """

    def rank(date: str, given: Sequence[Claim]) -> tuple[bool, int, int, str]:
        interval = given[0].interval
        only_planned = all(claim.row.status is Status.PLANNED for claim in given)
        return interval is None or only_planned, interval.days if interval else 0, -voices(given), date

    if preferred := [claim for claim in told if claim.preferred]:
        return max(preferred, key=lambda claim: claim.preferred)
    dates = _by_date(told)
    return dates[min(dates, key=lambda date: rank(date, dates[date]))][0]


def _dates(told: Sequence[Claim]) -> list[str]:
    """Each date with the number of its voices, by time; undated claims say none."""
    return [f"{date} ({voices(given)})" for date, given in _by_date(told).items() if date]


def _title(told: Sequence[Claim], language: str) -> Claim:
    """The claim with the headline to show.

    What is reported, in the reader's language, whole, and naming most of those whom the story is about.
    """
    common = Counter(actor for claim in told for actor in claim.row.actors)

    def rank(claim: Claim) -> tuple[bool, bool, bool, int, int, str]:
        row = claim.row
        named = sum(common[actor] for actor in row.actors)
        cut = ELLIPSIS in row.headline
        return row.status is not Status.REPORTED, row.language != language, cut, -named, len(row.headline), row.event_id

    return min(told, key=rank)


def _kind(told: Sequence[Claim]) -> Kind:
    """That of what most claims say is done; of as many, of what they say first."""
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


def said_by(speakers: Iterable[Speaker], names: Mapping[str, str]) -> str:
    """Who takes a side, copies told as such; `names` are those of the sources, by their claims."""
    return ", ".join(dict.fromkeys(_named(each, names) for each in speakers))


def _named(speaker: Speaker, names: Mapping[str, str]) -> str:
    named, copies = names[speaker.event_id], [names[each] for each in speaker.copies]
    if copies:
        named += f" [{len(copies)} {'copy' if len(copies) == 1 else 'copies'}: {', '.join(dict.fromkeys(copies))}]"
    return f"{named} [same text as {names[speaker.copy_of]}]" if speaker.copy_of else named
