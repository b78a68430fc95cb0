"""Lanes too full to draw every claim: each becomes a small histogram, and a click on a bar goes into its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dashboard import axis, links, state
from dashboard.lanes import Drawing
from dashboard.marked import name, safe
from dashboard.period import as_typed, as_typed_last
from dashboard.tongue import _, number
from dashboard.when import counted_in_words
from dashboard.wording import apart, number_of
from extract.chart.steps import bins
from extract.dates.interval import Interval
from extract.label import label
from extract.table.spans import Spans

MOST_MARKS = 2_000
"""More bars than this make the browser wait, and nobody can tell them apart."""

MOST_BINS = 60
"""Of a lane: wide enough to be clicked."""

PANEL = "panel-lanes"

BETWEEN = "/"
"""Between the first and the last day of the time that a bar leads to."""


def show(lanes: Mapping[str, Spans], names: Mapping[str, str], drawing: Drawing) -> None:
    """Draw the lanes' counts."""
    links.show(PANEL, draw(lanes, names, drawing), go_into)


def go_into(days: str) -> None:
    """Make the time that a bar leads to the window."""
    since, _between, until = days.partition(BETWEEN)
    state.set_window(since, until)


def draw(lanes: Mapping[str, Spans], names: Mapping[str, str], drawing: Drawing) -> str:
    """The lanes as HTML: all to one scale; sure claims solid, possible ones pale on top."""
    edges = bins(drawing.shown, MOST_BINS)[1]
    counts = {lane: spans.counted(edges) for lane, spans in lanes.items()}
    fullest = {lane: max(map(sum, zip(*both, strict=True))) for lane, both in counts.items()}
    scale = max(fullest.values(), default=0) or 1
    rows = "".join(
        f'<p class="lane">{name(label(names[lane]))} · {_most(fullest[lane])}</p>'
        f'<div class="counted">{"".join(_bins(lane, edges, counts[lane], scale, drawing))}</div>'
        for lane in lanes
    )
    alt = _("Counts over time in {lanes}. The table below holds the claims.", lanes=number_of(len(lanes), "lane"))
    return axis.framed(rows, drawing.shown, alt, "crowd")


def _most(fullest: int) -> str:
    """How many claims the fullest bin of a lane holds."""
    return apart(_("{count} at most", count=number(fullest)))


def _bins(
    lane: str, edges: list[int], counts: tuple[list[int], list[int]], scale: int, drawing: Drawing
) -> Iterator[str]:
    """The bars of a lane, but for empty ones. The keyboard goes past them: From and To do the same."""
    for (start, end), sure, possible in zip(pairwise(edges), *counts, strict=True):
        if not sure + possible:
            continue
        days = Interval(start, end).shared(drawing.shown) or drawing.shown
        words = safe(counted_in_words(start, end, sure, possible))
        since, until = as_typed(start), as_typed_last(end - 1)
        left, right = axis.at(days.start, drawing.shown), axis.at(days.end, drawing.shown)
        place = f"{axis.placed(left, right)};{axis.tip(left, right)}"
        opening = links.opening(
            drawing.view.link_to(since, until),
            f"{since}{BETWEEN}{until}",
            f"{lane} {start}",
            f'style="{place}" data-tip="{words}" aria-label="{words}" tabindex="-1"',
        )
        yield f"{opening}{_part('possible', possible, scale)}{_part('sure', sure, scale)}</a>"


def _part(drawn: str, count: int, scale: int) -> str:
    return f'<i class="{drawn}" style="height:{100 * count / scale:.2f}%"></i>' if count else ""
