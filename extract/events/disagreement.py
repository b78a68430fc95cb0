"""Where the sources of one story differ: on the time, on how many, on whether it happened at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.dates.interval import Interval
from extract.figure import Figure
from extract.model import Status


class About(StrEnum):
    """What sources differ on."""

    DATE = "date"
    FIGURE = "figure"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim as one side of a difference."""

    event_id: str
    source_id: str
    when: Interval | None
    date: str
    """The date as it is written."""
    status: Status
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What is said on one point, and by which claims."""

    about: About
    thing: str
    """What is counted; empty for dates and statuses."""
    sides: Mapping[str, tuple[str, ...]]
    """The words of each side, with the ids of its claims."""


def differences(voices: Sequence[Voice]) -> list[Difference]:
    """The points on which the claims of one story differ.

    A source that says several things on a point takes no side on it.
    """
    return [*_on_dates(voices), *_on_status(voices), *_on_figures(voices)]


def _on_dates(voices: Sequence[Voice]) -> Iterable[Difference]:
    """Dates of what happened that no one day could meet; a plan that slipped is none."""
    told = [each for each in voices if each.when and each.status is not Status.PLANNED]
    if all(one.when.meets(other.when) for one in told for other in told if one.when and other.when):
        return ()
    return (Difference(About.DATE, "", _sides((each.date, each.event_id) for each in told)),)


def _on_status(voices: Sequence[Voice]) -> Iterable[Difference]:
    """Something that one source denies, or only alleges, and another reports."""
    told = [each for each in voices if each.status is not Status.PLANNED]
    statuses = {each.status for each in told}
    if Status.DENIED not in statuses or len(statuses) == 1:
        return ()
    return (Difference(About.STATUS, "", _sides((str(each.status), each.event_id) for each in told)),)


def _on_figures(voices: Sequence[Voice]) -> Iterable[Difference]:
    counted: defaultdict[str, defaultdict[str, dict[float, tuple[str, str]]]]
    counted = defaultdict(lambda: defaultdict(dict))
    for each in voices:
        for figure in each.figures:
            counted[figure.thing][each.source_id].setdefault(figure.value, (figure.words, each.event_id))
    for thing, by_source in sorted(counted.items()):
        single = {source: next(iter(values.items())) for source, values in by_source.items() if len(values) == 1}
        if len({value for value, _ in single.values()}) > 1:
            ordered = sorted(single.values(), key=lambda said: (said[0], said[1]))
            yield Difference(About.FIGURE, thing, _sides(words for _, words in ordered))


def _sides(said: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    sides: defaultdict[str, list[str]] = defaultdict(list)
    for words, event_id in said:
        sides[words].append(event_id)
    return {words: tuple(ids) for words, ids in sides.items()}
