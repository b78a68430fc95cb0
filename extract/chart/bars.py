"""From claims to bars: one bar for each story of a lane, its label's side and its row. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial
from heapq import heappop, heappush
from itertools import groupby

from extract.dates.interval import Interval
from extract.dates.write import interval_in_words
from extract.kind import Kind
from extract.label import label, without_context
from extract.model import Status
from extract.store.weights import Title
from extract.table.lanes import Mark

CHART_PIXELS = 900
"""The chart's width on an ordinary screen; the server can only guess it, and labels need not fit exactly."""

LETTER_PIXELS = 5.7
"""A letter of a label, on average of the scripts at hand."""

LABEL_LETTERS = 56
LEAST_PIXELS = 9
"""The least width of a bar, so that a day is seen and hit among years."""

GAP_PIXELS = 8
"""What is left free between a bar, its label and the next bar of the row."""

LABELLED_BARS = 160
"""With more bars labels are a thicket: hovering and the panel name them instead."""

HEIGHTS = ((31, 0.52), (184, 0.42), (366, 0.32))
"""Up to so many days a bar takes so much of its row: the vaguer a date, the thinner, so that no century shouts."""

LEAST_HEIGHT = 0.22


@dataclass(frozen=True, slots=True)
class Dress:
    """What a chart needs besides its marks."""

    titles: Mapping[str, Title] = field(default_factory=dict)
    """Of stories; where the claim that bears it is not shown, a story is called by the claim that dates it."""
    key: AbstractSet[str] = frozenset()
    """The stories of the key dates, which are labelled where not all can be."""
    colours: Mapping[Kind, str] | None = None
    """Of kinds; None where colours mean the status."""
    when: Callable[[int, int], str | None] = interval_in_words
    """How days are told, in the reader's language."""


PLAIN = Dress()
"""All stories are called by the claims that date them, and coloured by their status."""

BEYOND = frozenset({"before", "after"})
"""Sides of labels whose bar lies outside the stretch that is shown."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A story in a lane. `mark` is the claim that dates it best; `widest` the days that any of its claims speaks of."""

    mark: Mark
    widest: Interval
    name: str
    """What the story is called."""
    when: str
    """Its date in words, for where the bar itself lies beyond the chart's end."""
    is_labelled: bool = True
    row: int = 0
    side: str = "right"
    """Where its label stands: right, left or inside; beyond the chart's end, before or after."""

    @property
    def title(self) -> str:
        """Its label without the number of sources; beyond the chart's end with its date."""
        title = label(without_context(self.name), LABEL_LETTERS)
        if self.side in BEYOND:
            return f"{title}, {self.when}"
        return title

    @property
    def differs(self) -> bool:
        """Whether some claim of the story does not hold the days of the best one."""
        return self.widest != Interval(self.mark.start, self.mark.end)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's bars, in rows counted from its own top."""

    key: str
    bars: tuple[Bar, ...]
    rows: int


def lanes_of(
    marks: Iterable[Mark], order: Sequence[str], shown: Interval, *, labelled: bool, dress: Dress = PLAIN
) -> list[Lane]:
    """Each lane's stories as bars, packed into as few rows as leave bars and labels apart.

    Where not all are `labelled`, those of the key dates are.
    """
    by_lane: dict[str, list[Bar]] = {lane: [] for lane in order}
    for bar in bars_of(marks, dress):
        by_lane[bar.mark.lane].append(replace(bar, is_labelled=labelled or bar.mark.story_id in dress.key))
    return [_lane(key, bars, shown) for key, bars in by_lane.items() if bars]


def bars_of(marks: Iterable[Mark], dress: Dress) -> list[Bar]:
    """Each story of each lane as a bar, in no place yet."""
    every = sorted(marks, key=lambda mark: (mark.lane, mark.story_id))
    grouped = groupby(every, key=lambda mark: (mark.lane, mark.story_id))
    return [_bar(list(told), story, dress) for (_, story), told in grouped]


def rows_of_stories(
    marks: Iterable[Mark], shown: Interval, dress: Dress = PLAIN, ranked: Sequence[str] = ()
) -> list[Bar]:
    """Each story as a bar in a row of its own: in the order in which they are `ranked`, else by time."""
    bars = stories_by_time(marks, dress)
    if ranked:
        place = {story_id: at for at, story_id in enumerate(ranked)}
        bars.sort(key=lambda bar: place[bar.mark.story_id])
    return [placed(bar, row, shown) for row, bar in enumerate(bars)]


def stories_by_time(marks: Iterable[Mark], dress: Dress) -> list[Bar]:
    """Each story as a bar, by time."""
    return sorted(bars_of(marks, dress), key=lambda bar: (bar.mark.start, bar.mark.end, bar.mark.event_id))


def _bar(told: list[Mark], story: str, dress: Dress) -> Bar:
    title = dress.titles.get(story)
    best = min(told, key=partial(_worth, title))
    core = widest = Interval(best.start, best.end)
    for mark in told:
        interval = Interval(mark.start, mark.end)
        if not interval.holds(core):  # a source that is only vaguer does not disagree
            widest = widest.hull(interval)
    events = {mark.event_id for mark in told}
    # A title that none of these claims bears may tell of another date, in a language that was not asked for.
    name = title.headline if title and title.event_id in events else best.headline
    return Bar(best, widest, name, dress.when(best.start, best.end) or "")


def _worth(title: Title | None, mark: Mark) -> tuple[int, bool, int, bool, int, bool, str]:
    """Least for the claim that dates its story best: the one that a person prefers, else a sure and fine one.

    A report of what happened goes before the plan of it. Of claims that date it alike, the one
    that names it is opened.
    """
    is_other = title is None or mark.event_id != title.event_id
    reported = mark.status is Status.REPORTED
    return -mark.preferred, not mark.sure, mark.end - mark.start, not reported, mark.start, is_other, mark.event_id


def _lane(key: str, bars: list[Bar], shown: Interval) -> Lane:
    spans = sorted((_reach(bar, shown), index) for index, bar in enumerate(bars))
    free: list[tuple[float, int]] = []
    rows = 0
    packed: list[Bar] = []
    for (left, right), index in spans:
        if free and free[0][0] <= left:
            row = heappop(free)[1]
        else:
            row, rows = rows, rows + 1
        heappush(free, (right + GAP_PIXELS, row))
        packed.append(placed(bars[index], row, shown))
    return Lane(key, tuple(packed), rows)


def placed(bar: Bar, row: int, shown: Interval) -> Bar:
    """The bar in a row, with its label where there is room for it."""
    return replace(bar, row=row, side=_side(bar, shown))


def _reach(bar: Bar, shown: Interval) -> tuple[float, float]:
    left, right = _pixels(bar, shown)
    if not bar.is_labelled:
        return left, right
    width = _label_pixels(bar)
    match _side(bar, shown):
        case "right":
            return left, right + width
        case "left":
            return left - width, right
        case "before":
            return 0, width
        case "after":
            return CHART_PIXELS - width, CHART_PIXELS
    return left, right


def _side(bar: Bar, shown: Interval) -> str:
    if bar.widest.end <= shown.start:
        return "before"
    if bar.widest.start >= shown.end:
        return "after"
    left, right = _pixels(bar, shown)
    width = _label_pixels(bar)
    if right + width <= CHART_PIXELS:
        return "right"
    return "left" if left >= width else "inside"


def _label_pixels(bar: Bar) -> float:
    return LETTER_PIXELS * (len(bar.title) + 4) + GAP_PIXELS


def _pixels(bar: Bar, shown: Interval) -> tuple[float, float]:
    scale = CHART_PIXELS / shown.days
    left = max((bar.widest.start - shown.start) * scale, 0)
    right = min((bar.widest.end - shown.start) * scale, CHART_PIXELS)
    return left, max(right, left + LEAST_PIXELS)


def height(interval: Interval) -> float:
    """How much of its row a bar takes."""
    return next((share for days, share in HEIGHTS if interval.days <= days), LEAST_HEIGHT)


def least_days(shown: Interval) -> float:
    """The least width of a bar in days."""
    return shown.days * LEAST_PIXELS / CHART_PIXELS


def seen(interval: Interval, shown: Interval) -> tuple[float, float]:
    """First day and length of what is seen of an interval, widened to what can be seen at all."""
    start, end = max(interval.start, shown.start), min(interval.end, shown.end)
    least = least_days(shown)
    if end - start >= least:
        return start, end - start
    middle = (start + end) / 2
    return min(max(middle - least / 2, shown.start), shown.end - least), least
