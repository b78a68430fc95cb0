"""From claims to bars: one bar for each story of a lane, its label's side and its row. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import groupby

from dashboard.wording import label
from extract.dates.interval import Interval
from extract.dates.write import interval_in_words
from extract.model import Status
from extract.store.summary import Mark

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


BEYOND = frozenset({"before", "after"})
"""Sides of labels whose bar lies outside the stretch that is shown."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A story in a lane. `mark` is the claim that dates it best; `widest` the days that any of its claims speaks of."""

    mark: Mark
    widest: Interval
    row: int = 0
    side: str = "right"
    """Where its label stands: right, left or inside; beyond the chart's end, before or after."""

    @property
    def title(self) -> str:
        """Its label without the number of sources; beyond the chart's end with its date."""
        title = label(self.mark.headline, LABEL_LETTERS)
        if self.side in BEYOND:
            return f"{title}, {interval_in_words(self.mark.start, self.mark.end)}"
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


def lanes_of(marks: Iterable[Mark], order: Sequence[str], shown: Interval, *, labelled: bool) -> list[Lane]:
    """Each lane's stories as bars, packed into as few rows as leave bars and labels apart."""
    by_lane: dict[str, list[Mark]] = {lane: [] for lane in order}
    for mark in marks:
        by_lane[mark.lane].append(mark)
    return [_lane(key, _stories(held), shown, labelled) for key, held in by_lane.items() if held]


def rows_of_stories(marks: Iterable[Mark], shown: Interval) -> list[Bar]:
    """Each story as a bar in a row of its own, by time."""
    bars = sorted(_stories(list(marks)), key=lambda bar: (bar.mark.start, bar.mark.end, bar.mark.event_id))
    return [_placed(bar, row, shown) for row, bar in enumerate(bars)]


def _stories(marks: list[Mark]) -> list[Bar]:
    marks.sort(key=lambda mark: mark.story_id)
    return [_bar(list(told)) for _, told in groupby(marks, key=lambda mark: mark.story_id)]


def _bar(told: list[Mark]) -> Bar:
    best = min(told, key=_worth)
    core = widest = Interval(best.start, best.end)
    for mark in told:
        interval = Interval(mark.start, mark.end)
        if not interval.holds(core):  # a source that is only vaguer does not disagree
            widest = widest.hull(interval)
    return Bar(best, widest)


def _worth(mark: Mark) -> tuple[bool, int, bool, int, str]:
    """Least for the claim that dates its story best; a report of what happened goes before the plan of it."""
    return not mark.sure, mark.end - mark.start, mark.status is not Status.REPORTED, mark.start, mark.event_id


def _lane(key: str, bars: list[Bar], shown: Interval, labelled: bool) -> Lane:
    spans = sorted((_reach(bar, shown, labelled), index) for index, bar in enumerate(bars))
    free: list[tuple[float, int]] = []
    rows = 0
    packed: list[Bar] = []
    for (left, right), index in spans:
        if free and free[0][0] <= left:
            row = heappop(free)[1]
        else:
            row, rows = rows, rows + 1
        heappush(free, (right + GAP_PIXELS, row))
        packed.append(_placed(bars[index], row, shown))
    return Lane(key, tuple(packed), rows)


def _placed(bar: Bar, row: int, shown: Interval) -> Bar:
    return Bar(bar.mark, bar.widest, row, _side(bar, shown))


def _reach(bar: Bar, shown: Interval, labelled: bool) -> tuple[float, float]:
    left, right = _pixels(bar, shown)
    if not labelled:
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
