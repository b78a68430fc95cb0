"""Lanes too full to draw every claim: each becomes a small histogram, and a click on a bar goes into its time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard import state
from dashboard.labels import isolated
from dashboard.palette import ACCENT, GREY, PALE, RULE
from dashboard.period import as_typed, as_typed_last
from dashboard.scale import MS_PER_DAY, milliseconds, time_axis
from dashboard.tongue import _, number
from dashboard.when import counted_in_words
from dashboard.wording import apart, number_of
from extract.chart.steps import bins
from extract.dates.interval import Interval
from extract.label import label
from extract.table.spans import Spans

MOST_MARKS = 2_000
"""More bars than this make the browser wait, and nobody can tell them apart."""

ROW_PIXELS = 46
AXIS_PIXELS = 40
TALLEST = 0.62
"""Of its row, the fullest bin of all lanes; the rest is the lane's name."""

GAP = 0.12

MOST_BINS = 50
"""Of a lane: wide enough to be clicked, and with all lanes together not too many for the browser to draw at once."""

Counts = tuple[list[int], list[int]]
"""Of each bin how many claims lie in it for sure, and how many may."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bin of one lane."""

    days: Interval
    base: float
    height: float
    words: str


def show(lanes: dict[str, Spans], names: dict[str, str], shown: Interval) -> None:
    """Draw the lanes' counts."""
    figure = draw(lanes, names, shown)

    def clicked() -> None:
        if window := click(st.session_state["crowd-chart"]):
            state.set_window(as_typed(window.start), as_typed_last(window.last))

    with st.container(key="panel-lanes"):
        st.plotly_chart(
            figure,
            key="crowd-chart",
            on_select=clicked,
            selection_mode="points",
            config={"displayModeBar": False},
            alt=_(
                "Counts over time in {lanes}. The table below holds the claims.", lanes=number_of(len(lanes), "lane")
            ),
        )


def click(selection: dict[str, Any]) -> Interval | None:
    """The time of the bar that was clicked; None where a click only let go of one."""
    points = selection["selection"]["points"]
    return Interval(*map(int, points[0]["customdata"])) if points else None


def draw(lanes: dict[str, Spans], names: dict[str, str], shown: Interval) -> go.Figure:
    """The figure: a row a lane, all to one scale; sure claims solid, possible ones pale on top."""
    edges = bins(shown, MOST_BINS)[1]
    counts = {lane: spans.counted(edges) for lane, spans in lanes.items()}
    fullest = max((max(map(sum, zip(*both, strict=True))) for both in counts.values()), default=0) or 1
    figure = go.Figure(_validate=False)
    scale = TALLEST / fullest
    for opacity, bars in ((1.0, _bars(counts, edges, scale, _sure)), (PALE, _bars(counts, edges, scale, _possible))):
        _trace(figure, bars, opacity)
    for row, (lane, (sure, possible)) in enumerate(counts.items()):
        figure.add_annotation(
            text=f"<b>{isolated(label(names[lane]))}</b> · {_most(sure, possible)}",
            x=0, xref="paper", xanchor="left", y=row + 0.18, showarrow=False, font={"color": GREY, "size": 12},
        )  # fmt: skip
        figure.add_hline(y=row + 1, line={"color": RULE, "width": 1})
    figure.update_layout(
        barmode="overlay",
        dragmode=False,
        clickmode="event+select",
        height=len(lanes) * ROW_PIXELS + AXIS_PIXELS,
        margin={"l": 0, "r": 0, "t": 0, "b": AXIS_PIXELS},
        showlegend=False,
        hovermode="closest",
        xaxis=time_axis(shown) | {"showgrid": True, "gridcolor": RULE},
        yaxis={"range": [len(lanes), 0], "visible": False, "fixedrange": True},
    )
    return figure


def _most(sure: list[int], possible: list[int]) -> str:
    """How many claims the fullest bin of a lane holds."""
    fullest = max(map(sum, zip(sure, possible, strict=True)))
    return apart(_("{count} at most", count=number(fullest)))


def _sure(sure: int, _possible: int) -> tuple[int, int]:
    return 0, sure


def _possible(sure: int, possible: int) -> tuple[int, int]:
    return sure, possible


def _bars(
    counts: Mapping[str, Counts], edges: list[int], scale: float, part: Callable[[int, int], tuple[int, int]]
) -> list[Bar]:
    """The bars of one part of all lanes' counts, but for empty ones: they are not seen, and take time to draw."""
    spans = list(pairwise(edges))
    return [
        Bar(Interval(*days), row + 1 - floor * scale, -height * scale, counted_in_words(*days, certain, perhaps))
        for row, both in enumerate(counts.values())
        for days, certain, perhaps in zip(spans, *both, strict=True)
        for floor, height in (part(certain, perhaps),)
        if height
    ]


def _trace(figure: go.Figure, bars: Sequence[Bar], opacity: float) -> None:
    figure.add_bar(
        x=[milliseconds(bar.days.start) for bar in bars],
        width=[(1 - GAP) * bar.days.days * MS_PER_DAY for bar in bars],
        offset=0,
        base=[bar.base for bar in bars],
        y=[bar.height for bar in bars],
        customdata=[(bar.days.start, bar.days.end) for bar in bars],
        hovertext=[bar.words for bar in bars],
        hoverinfo="text",
        marker={"color": ACCENT, "opacity": opacity, "line": {"width": 0}},
        selected={"marker": {"opacity": opacity}},
        unselected={"marker": {"opacity": opacity}},
    )
