"""The timeline of a report as SVG: counts in each stretch of the calendar, and below them a bar a story.

Nothing in it runs or is fetched: its colours come from the page's style sheet, and each bar leads to its story below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from extract.chart.bars import BEYOND, CHART_PIXELS, Bar, height, placed, seen
from extract.chart.steps import Tick, bins, ticks
from extract.dates.interval import Interval
from extract.dates.write import interval_in_words
from extract.export.report.markup import anchor, line
from extract.export.report.told import Story
from extract.export.telling import date_of, grain_of
from extract.export.wording import Words
from extract.label import isolated
from extract.table.spans import Spans

ROW = 27
STRIP = 64
STRIP_GAP = 18
"""Between the counts and the rows, or the line under the counts."""

AXIS = 36
MARGIN = 14
"""On either side, in which half a tick's label has room."""

BIN_GAP = 0.12
"""How much of a bin is left free, so that its neighbours stay apart."""

LABEL_GAP = 6
STUB = 26
"""What is seen of a bar before the label on it, so that it is read as one bar."""

PATTERNS = (
    '<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="5" height="5"/><rect class="alleged-ink" width="1.8" height="5"/></pattern>'
    '<pattern id="crossed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="5" height="5"/><path class="denied-ink" d="M0 .5H5M.5 0V5"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: all time, the stretch of it whose stories are shown, counts, and the stories of the rows."""

    whole: Interval
    shown: Interval
    spans: Spans
    stories: Sequence[Story]

    @property
    def is_framed(self) -> bool:
        """Whether the counts cover more time than the rows, so that they need an axis of their own."""
        return not self.shown.holds(self.whole)


def drawn(drawing: Drawing, told: Words) -> Iterator[str]:
    """The drawing as SVG, piece by piece."""
    over = drawing.whole if drawing.is_framed else drawing.shown
    top = STRIP + STRIP_GAP + (AXIS if drawing.is_framed else 0)
    bottom = top + ROW * len(drawing.stories)
    name = escape(told.say("report.drawing", claims=told.count("claim", len(drawing.spans))))
    yield (
        f'<svg viewBox="{-MARGIN} 0 {CHART_PIXELS + 2 * MARGIN} {bottom + AXIS}" role="group" aria-label="{name}">'
        f"{PATTERNS}"
    )
    if drawing.is_framed:
        yield _window(drawing)
        yield from _axis(ticks(over), over, (STRIP, STRIP))
    yield from _axis(ticks(drawing.shown), drawing.shown, (top - STRIP_GAP if drawing.is_framed else 0, bottom))
    yield from _counts(drawing.spans, over, told)
    for row, story in enumerate(drawing.stories):
        if story.bar:
            yield _row(story, placed(story.bar, row, drawing.shown), top, drawing.shown, told)
    yield "</svg>\n"


def _at(day: float, shown: Interval) -> float:
    return (day - shown.start) / shown.days * CHART_PIXELS


def _window(drawing: Drawing) -> str:
    """Where in all time the stretch lies whose stories are shown."""
    seen_part = drawing.shown.shared(drawing.whole) or drawing.whole
    left, right = _at(seen_part.start, drawing.whole), _at(seen_part.end, drawing.whole)
    return f'<rect class="window" x="{left:.1f}" y="0" width="{max(right - left, 2):.1f}" height="{STRIP}"/>'


def _axis(marks: Sequence[Tick], shown: Interval, across: tuple[int, int]) -> Iterator[str]:
    top, bottom = across
    for tick in marks:
        x = _at(tick.day, shown)
        yield f'<path class="rule" d="M{x:.1f} {top}V{bottom}"/><text class="tick" x="{x:.1f}" y="{bottom + 15}">'
        yield f"{escape(tick.label)}</text>"
        if tick.below:
            yield f'<text class="tick" x="{x:.1f}" y="{bottom + 29}">{escape(tick.below)}</text>'


def _counts(spans: Spans, over: Interval, told: Words) -> Iterator[str]:
    """A bar for each bin: solid as high as claims are sure to lie there, pale for those that may."""
    _, edges = bins(over)
    sure, possible = spans.counted(edges)
    fullest = max(map(sum, zip(sure, possible, strict=True)), default=0)
    if not fullest:
        return
    for (start, end), certain, perhaps in zip(pairwise(edges), sure, possible, strict=True):
        left, right = max(_at(start, over), 0), min(_at(end, over), CHART_PIXELS)
        if right <= left or not certain + perhaps:
            continue
        words = told.say("report.bin", when=interval_in_words(start, end), sure=f"{certain:,}", possible=f"{perhaps:,}")
        yield f"<g><title>{escape(words)}</title>"
        floor = float(STRIP)
        for number, kind in ((certain, ""), (perhaps, " possible")):
            tall = number / fullest * (STRIP - 2)
            floor -= tall
            if number:
                yield (
                    f'<rect class="count{kind}" x="{left:.1f}" y="{floor:.1f}" '
                    f'width="{(right - left) * (1 - BIN_GAP):.1f}" height="{tall:.1f}"/>'
                )
        yield "</g>"
    yield f'<path class="rule" d="M0 {STRIP}H{CHART_PIXELS}"/>'
    yield f'<text class="most" x="0" y="10">{fullest:,}</text>'


def _row(story: Story, bar: Bar, top: int, shown: Interval, told: Words) -> str:
    best = story.best
    middle = top + (bar.row + 0.5) * ROW
    about = " · ".join(filter(None, (date_of(best), grain_of(best), told.say(f"status.{best.status}"))))
    title = f"{about} · {told.count('voice', story.voices)}: {isolated(line(bar.name))}"
    marks = "" if bar.side in BEYOND else _bar(bar, middle, shown)
    return (
        f'<a href="#{anchor("s", story.story_id)}"><title>{title}</title>{marks}{_label(bar, story, middle, shown)}</a>'
    )


def _bar(bar: Bar, middle: float, shown: Interval) -> str:
    drawn_to = Interval(bar.mark.start, bar.mark.end)
    possible = "" if bar.mark.sure else " possible"
    differing = _rect("bar differing", bar.widest, middle, shown) if bar.differs else ""
    return differing + _rect(f"bar {bar.mark.status}{possible}", drawn_to, middle, shown)


def _rect(kind: str, interval: Interval, middle: float, shown: Interval) -> str:
    start, days = seen(interval, shown)
    tall = height(interval) * ROW
    return (
        f'<rect class="{kind}" x="{_at(start, shown):.1f}" y="{middle - tall / 2:.1f}" '
        f'width="{days / shown.days * CHART_PIXELS:.1f}" height="{tall:.1f}"/>'
    )


def _label(bar: Bar, story: Story, middle: float, shown: Interval) -> str:
    x, side = _label_place(bar, shown)
    words = isolated(escape(bar.title))
    sources = f'<tspan class="sources"> · {story.voices:,}</tspan>'
    text = {"before": f"◂ {words}{sources}", "after": f"{words}{sources} ▸"}.get(bar.side, words + sources)
    return f'<text class="name {side}" x="{x:.1f}" y="{middle + 4:.1f}">{text}</text>'


def _label_place(bar: Bar, shown: Interval) -> tuple[float, str]:
    """Where a label begins, or ends where it stands before its bar."""
    if bar.side == "before":
        return 0, "right"
    if bar.side == "after":
        return CHART_PIXELS, "left"
    start, days = seen(bar.widest, shown)
    left, right = _at(start, shown), _at(start + days, shown)
    if bar.side == "left":
        return left - LABEL_GAP, "left"
    return (left + STUB, "inside") if bar.side == "inside" else (right + LABEL_GAP, "right")
