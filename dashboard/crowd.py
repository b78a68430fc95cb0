"""Lanes too full to draw every claim: each becomes a small histogram, and a click on a bar goes into its time."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard import state
from dashboard.labels import isolated
from dashboard.palette import ACCENT, GREY, PALE, RULE
from dashboard.period import as_typed, as_typed_last
from dashboard.scale import MS_PER_DAY, bins, counted, milliseconds, time_axis
from dashboard.wording import label, number_of
from extract.dates.interval import Interval
from extract.dates.write import interval_in_words
from extract.store.summary import Span

MOST_MARKS = 2_000
"""More bars than this make the browser wait, and nobody can tell them apart."""

ROW_PIXELS = 46
AXIS_PIXELS = 40
TALLEST = 0.62
"""Of its row, the fullest bin of all lanes; the rest is the lane's name."""

GAP = 0.12


def show(lanes: dict[str, list[Span]], names: dict[str, str], shown: Interval) -> None:
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
            alt=f"Counts over time in {number_of(len(lanes), 'lane')}. The table below holds the claims.",
        )


def click(selection: dict[str, Any]) -> Interval | None:
    """The time of the bar that was clicked; None where a click only let go of one."""
    points = selection["selection"]["points"]
    return Interval(*map(int, points[0]["customdata"])) if points else None


def draw(lanes: dict[str, list[Span]], names: dict[str, str], shown: Interval) -> go.Figure:
    """The figure: a row a lane, all to one scale; sure claims solid, possible ones pale on top."""
    _, edges = bins(shown)
    counts = {lane: counted(spans, edges) for lane, spans in lanes.items()}
    fullest = max((max(map(sum, zip(*both, strict=True))) for both in counts.values()), default=0) or 1
    figure = go.Figure()
    for row, (lane, (sure, possible)) in enumerate(counts.items()):
        _lane(figure, row, edges, (sure, possible), TALLEST / fullest)
        figure.add_annotation(
            text=f"<b>{isolated(label(names[lane]))}</b> · {max(map(sum, zip(sure, possible, strict=True))):,} at most",
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


def _lane(figure: go.Figure, row: int, edges: list[int], counts: tuple[list[int], list[int]], scale: float) -> None:
    sure, possible = counts
    spans = list(pairwise(edges))
    for heights, floors, opacity in ((sure, [0] * len(sure), 1.0), (possible, sure, PALE)):
        figure.add_bar(
            x=[milliseconds(start) for start, _ in spans],
            width=[(1 - GAP) * (end - start) * MS_PER_DAY for start, end in spans],
            offset=0,
            base=[row + 1 - floor * scale for floor in floors],
            y=[-height * scale for height in heights],
            customdata=spans,
            hovertext=[
                f"{interval_in_words(start, end)}: {certain:,} sure, {perhaps:,} possible"
                for (start, end), certain, perhaps in zip(spans, sure, possible, strict=True)
            ],
            hoverinfo="text",
            marker={"color": ACCENT, "opacity": opacity, "line": {"width": 0}},
            selected={"marker": {"opacity": opacity}},
            unselected={"marker": {"opacity": opacity}},
        )
