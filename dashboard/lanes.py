"""The lanes: one bar for each story, solid where its date is sure; each is a link to its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard import axis, labels, links, state
from dashboard.marked import name, safe
from dashboard.palette import look
from dashboard.tongue import _
from dashboard.view import View
from dashboard.wording import number_of
from extract.chart.bars import BEYOND, LABELLED_BARS, PLAIN, Bar, Dress, height, lanes_of, rows_of_stories
from extract.dates.interval import Interval
from extract.label import label
from extract.table.lanes import Mark

BESIDE = "claims"
"""The id of what holds the same claims as the chart, for the keyboard and for those who hear the page."""

NAME_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn."""

    marks: Sequence[Mark]
    names: Mapping[str, str]
    """Of lanes, in order; none make a row of each story."""
    dress: Dress = PLAIN
    ranked: Sequence[str] = ()
    """Stories in the order of their rows; none: by time."""
    claims: int = 0
    """How many the marks stand for; 0: as many as there are marks."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a chart is drawn: in which view, over which stretch of time, and which story is marked."""

    view: View
    shown: Interval
    chosen: str = ""


def show(chart: Chart, drawing: Drawing, place: str = "lanes") -> None:
    """Draw the lanes; `place` tells this chart from another one of the page."""
    skip = f'<a class="skip" href="#{BESIDE}">{_("Skip the chart")}</a>'
    links.show(f"panel-{place}", skip + draw(chart, drawing), state.choose)


def draw(chart: Chart, drawing: Drawing) -> str:
    """The lanes as HTML."""
    labelled = len({(mark.lane, mark.story_id) for mark in chart.marks}) <= LABELLED_BARS
    shown, dress = drawing.shown, chart.dress
    if chart.names:
        lanes = lanes_of(chart.marks, list(chart.names), shown, labelled=labelled, dress=dress)
        rows = "".join(
            f'<p class="lane">{name(label(chart.names[lane.key], NAME_LETTERS))}</p>' + _rows(lane.bars, drawing, dress)
            for lane in lanes
        )
    else:
        rows = _rows(rows_of_stories(chart.marks, shown, dress, chart.ranked), drawing, dress)
    alt = _(
        "Timeline of {claims}. The table below holds the same claims and works by keyboard.",
        claims=number_of(chart.claims or len(chart.marks), "dated claim"),
    )
    return axis.framed(rows, shown, alt, "" if labelled else "dense")


def _rows(bars: Iterable[Bar], drawing: Drawing, dress: Dress) -> str:
    in_order = sorted(bars, key=lambda bar: bar.row)
    return "".join(
        f'<div class="row">{"".join(_story(bar, drawing, dress) for bar in held)}</div>'
        for _row, held in groupby(in_order, key=lambda bar: bar.row)
    )


def _story(bar: Bar, drawing: Drawing, dress: Dress) -> str:
    mark, shown = bar.mark, drawing.shown
    chosen = ' class="chosen" aria-current="true"' if mark.story_id == drawing.chosen else ""
    reach = axis.across(bar.widest, shown)
    told = f'data-tip="{safe(labels.hover(mark))}" aria-label="{safe(labels.heard(bar))}"'
    opening = links.opening(
        drawing.view.link(mark.event_id),
        mark.event_id,
        f"{mark.lane} {mark.story_id}",
        f'style="{axis.tip(*reach)}" {told}{chosen}',
    )
    return f"{opening}{_bars(bar, shown, dress)}{labels.label(bar, reach) if bar.is_labelled else ''}</a>"


def _bars(bar: Bar, shown: Interval, dress: Dress) -> str:
    if bar.side in BEYOND:
        return ""
    drawn = look(bar.mark.status, bar.mark.kind, dress.colours)
    sure = "" if bar.mark.sure else " possible"
    differing = _bar(bar.widest, shown, "widest") if bar.differs else ""
    return differing + _bar(Interval(bar.mark.start, bar.mark.end), shown, f"{drawn}{sure}")


def _bar(interval: Interval, shown: Interval, drawn: str) -> str:
    place = axis.placed(*axis.across(interval, shown))
    return f'<i class="bar {drawn}" style="{place};--tall:{height(interval)}"></i>'
