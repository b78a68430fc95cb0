"""The lanes: one bar for each story, solid where its date is sure; a click opens the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard import labels, state
from dashboard.labels import hover
from dashboard.palette import GREY, INK, PALE, PAPER, RULE, Look, look
from dashboard.scale import MS_PER_DAY, milliseconds, time_axis
from dashboard.tongue import _
from dashboard.wording import number_of
from extract.chart.bars import BEYOND, LABELLED_BARS, PLAIN, Bar, Dress, height, lanes_of, rows_of_stories, seen
from extract.dates.interval import Interval
from extract.label import ISOLATE, ISOLATE_END, label
from extract.table.lanes import Mark

ROW_PIXELS = 27
DENSE_ROW_PIXELS = 14
AXIS_PIXELS = 44
LINE, CHOSEN_LINE = 1.2, 2.2
"""Width of a bar's outline."""

Placed = tuple[float, Bar]
"""A row of the whole chart and the bar in it."""

HEADER_ROWS = 1
"""Rows that a lane's name takes."""


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


BESIDE = "claims"
"""The id of what holds the same claims as the chart, for the keyboard and for those who hear the page."""


def show(chart: Chart, shown: Interval, chosen: str, place: str = "lanes") -> None:
    """Draw the lanes, the `chosen` story marked; `place` tells this chart from another one of the page."""
    figure = draw(chart, shown, chosen)

    def clicked() -> None:
        if event := click(st.session_state[f"{place}-chart"]):
            state.choose(event)

    with st.container(key=f"panel-{place}"):
        st.html(f'<a class="skip" href="#{BESIDE}">{_("Skip the chart")}</a>')
        st.plotly_chart(
            figure,
            key=f"{place}-chart",
            on_select=clicked,
            selection_mode="points",
            config={"displayModeBar": False},
            alt=_(
                "Timeline of {claims}. The table below holds the same claims and works by keyboard.",
                claims=number_of(chart.claims or len(chart.marks), "dated claim"),
            ),
        )


def click(selection: dict[str, Any]) -> str | None:
    """The claim of the mark that was clicked; None where a click only let go of one."""
    points = selection["selection"]["points"]
    custom = points[0].get("customdata") if points else None
    if isinstance(custom, list):
        custom = custom[0] if custom else None
    return str(custom) if custom else None


def draw(chart: Chart, shown: Interval, chosen: str) -> go.Figure:
    """The figure. Rows count downwards from 0."""
    labelled = len({(mark.lane, mark.story_id) for mark in chart.marks}) <= LABELLED_BARS
    figure = go.Figure(_validate=False)
    bars: list[Placed] = []
    row = 0
    if chart.names:
        for lane in lanes_of(chart.marks, list(chart.names), shown, labelled=labelled, dress=chart.dress):
            _name(figure, chart.names[lane.key], row)
            row += HEADER_ROWS
            bars += [(row + bar.row, bar) for bar in lane.bars]
            row += lane.rows
    else:
        stories = rows_of_stories(chart.marks, shown, chart.dress, chart.ranked)
        bars, row = [(bar.row, bar) for bar in stories], len(stories)
    _draw_bars(figure, bars, shown, chosen, chart.dress)
    labels.draw(figure, bars, shown, chosen)
    _lay_out(figure, row, shown, ROW_PIXELS if labelled else DENSE_ROW_PIXELS)
    return figure


def _draw_bars(figure: go.Figure, bars: list[Placed], shown: Interval, chosen: str, dress: Dress) -> None:
    inside = [(row, bar) for row, bar in bars if bar.side not in BEYOND]
    differing = [(row, bar, bar.widest) for row, bar in inside if bar.differs]
    _trace(figure, differing, shown, chosen, Look(GREY), PALE)
    alike: defaultdict[tuple[Look, bool], list[tuple[float, Bar, Interval]]] = defaultdict(list)
    for row, bar in inside:
        drawn = look(bar.mark.status, bar.mark.kind, dress.colours)
        alike[drawn, bar.mark.sure].append((row, bar, Interval(bar.mark.start, bar.mark.end)))
    for (drawn, sure), held in alike.items():
        _trace(figure, held, shown, chosen, drawn, 1.0 if sure else PALE)


def _trace(
    figure: go.Figure,
    bars: list[tuple[float, Bar, Interval]],
    shown: Interval,
    chosen: str,
    drawn: Look,
    opacity: float,
) -> None:
    if not bars:
        return
    cut = [seen(interval, shown) for _, _, interval in bars]
    figure.add_bar(
        orientation="h",
        base=[milliseconds(start) for start, _ in cut],
        x=[days * MS_PER_DAY for _, days in cut],
        y=[row for row, _, _ in bars],
        width=[height(interval) for _, _, interval in bars],
        customdata=[[bar.mark.event_id] for _, bar, _ in bars],
        hovertext=[hover(bar.mark) for _, bar, _ in bars],
        hoverinfo="text",
        marker=_marker(drawn, [chosen == bar.mark.story_id for _, bar, _ in bars]) | {"opacity": opacity},
        selected={"marker": {"opacity": opacity}},
        unselected={"marker": {"opacity": opacity}},
    )


def _marker(drawn: Look, chosen: list[bool]) -> dict[str, Any]:
    marker: dict[str, Any] = {
        "color": PAPER if drawn.hollow or drawn.pattern else drawn.colour,
        "line": {
            "color": [INK if one else drawn.colour for one in chosen],
            "width": [CHOSEN_LINE if one else LINE for one in chosen],
        },
    }
    if drawn.pattern:
        marker["pattern"] = {"shape": drawn.pattern, "fgcolor": drawn.colour, "bgcolor": PAPER, "size": 5}
    return marker


def _name(figure: go.Figure, name: str, row: float) -> None:
    figure.add_annotation(
        text=f"<b>{ISOLATE}{escape(label(name, 60), quote=False)}{ISOLATE_END}</b>",
        x=0, xref="paper", xanchor="left", y=row, showarrow=False, font={"color": GREY, "size": 12},
    )  # fmt: skip
    figure.add_shape(
        type="line", x0=0, x1=1, xref="paper", y0=row - 0.5, y1=row - 0.5, line={"color": RULE, "width": 1}
    )


def _lay_out(figure: go.Figure, rows: int, shown: Interval, row_pixels: int) -> None:
    figure.update_layout(
        barmode="overlay",
        dragmode=False,
        clickmode="event+select",
        height=rows * row_pixels + AXIS_PIXELS,
        margin={"l": 0, "r": 0, "t": 4, "b": AXIS_PIXELS - 4},
        showlegend=False,
        hovermode="closest",
        xaxis=time_axis(shown) | {"showgrid": True, "gridcolor": RULE},
        yaxis={"range": [rows - 0.4, -0.6], "visible": False, "fixedrange": True},
    )
