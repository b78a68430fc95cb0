"""Where the sources of one story differ: on the time, on how many, on whether it happened at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.agreement import FIRM, LOOSE, reach
from extract.dates.interval import Interval, Mod
from extract.figure import Figure
from extract.model import Status


class About(StrEnum):
    """What sources differ on."""

    DATE = "date"
    FIGURE = "figure"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Saying:
    """What a claim says on the points on which others may differ."""

    event_id: str
    source_id: str
    voice: str
    """Shared by the sources that are copies of one text."""
    when: Interval | None
    date: str
    """The date as it is written."""
    status: Status
    figures: tuple[Figure, ...]
    mod: Mod | None = None

    @property
    def reach(self) -> Interval | None:
        """All days that the date may mean; None where there is no date."""
        how_far = LOOSE.get(self.mod, FIRM) if self.mod else FIRM
        return Interval(*reach(self.when.start, self.when.end, *how_far)) if self.when else None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice on one side of a difference, each of its sources by one claim."""

    event_id: str
    copies: tuple[str, ...] = ()
    """Claims of other copies of its text that say the same."""
    copy_of: str | None = None
    """A claim of another copy that says otherwise, on a side before this one: somebody changed the text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is said on one point, and by whom."""

    about: About
    thing: str
    """What is counted; empty for dates and statuses."""
    sides: Mapping[str, tuple[Speaker, ...]]
    """The words of each side, with those who say them."""


def differences(said: Sequence[Saying]) -> list[Difference]:
    """The points on which the claims of one story differ, a text and its copies among them.

    A source that says several things on how many takes no side on it.
    """
    return [*_on_dates(said), *_on_status(said), *_on_figures(said)]


def _on_dates(said: Sequence[Saying]) -> Iterable[Difference]:
    """Dates of what happened that no one day could meet; a plan that slipped is none."""
    told = [(each, each.reach) for each in said if each.status is not Status.PLANNED]
    dated = [(each, days) for each, days in told if days]
    # Stretches of which any two share a day have one that all of them share.
    if not dated or max(days.start for _, days in dated) < min(days.end for _, days in dated):
        return ()
    return (Difference(About.DATE, "", _sides((each.date, each) for each, _ in dated)),)


def _on_status(said: Sequence[Saying]) -> Iterable[Difference]:
    """Something that one source denies, or only alleges, and another reports."""
    told = [each for each in said if each.status is not Status.PLANNED]
    statuses = {each.status for each in told}
    if Status.DENIED not in statuses or len(statuses) == 1:
        return ()
    return (Difference(About.STATUS, "", _sides((str(each.status), each) for each in told)),)


def _on_figures(said: Sequence[Saying]) -> Iterable[Difference]:
    counted: defaultdict[str, defaultdict[str, dict[float, tuple[str, Saying]]]]
    counted = defaultdict(lambda: defaultdict(dict))
    for each in said:
        for figure in each.figures:
            counted[figure.thing][each.source_id].setdefault(figure.value, (figure.words, each))
    for thing, by_source in sorted(counted.items()):
        single = {source: next(iter(values.items())) for source, values in by_source.items() if len(values) == 1}
        if len({value for value, _ in single.values()}) > 1:
            ordered = sorted(single.values(), key=lambda told: (told[0], told[1][0], told[1][1].event_id))
            yield Difference(About.FIGURE, thing, _sides(words for _, words in ordered))


def _sides(said: Iterable[tuple[str, Saying]]) -> dict[str, tuple[Speaker, ...]]:
    """Each side's voices; of a source that says the same in several claims, the first counts."""
    told: defaultdict[str, defaultdict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for words, each in said:
        told[words][each.voice].setdefault(each.source_id, each.event_id)
    heard: defaultdict[str, dict[str, str]] = defaultdict(dict)
    sides = {}
    for words, voices in told.items():
        sides[words] = tuple(_speaker(sources, heard[voice]) for voice, sources in voices.items())
        for voice, sources in voices.items():
            heard[voice] = sources | heard[voice]
    return sides


def _speaker(sources: Mapping[str, str], heard: Mapping[str, str]) -> Speaker:
    """Those of one voice on a side, by their sources; `heard` are those of it on the sides before."""
    first, *copies = sources.values()
    others = [event_id for source, event_id in heard.items() if source not in sources]
    return Speaker(first, tuple(copies), others[0] if others else None)
