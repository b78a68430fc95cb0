"""The strip: how many claims lie in each day, month or century, to brush over."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard import state
from dashboard.palette import ACCENT, PALE, SHADE
from dashboard.period import as_typed, as_typed_last, from_plotly
from dashboard.scale import MS_PER_DAY, milliseconds, time_axis
from dashboard.tongue import _
from dashboard.when import counted_in_words
from dashboard.wording import number_of
from extract.chart.steps import bins
from extract.dates.interval import Interval
from extract.table.spans import Spans

HEIGHT = 92
GAP = 0.12
"""How much of a bin is left free, so that bars stay apart."""


def show(spans: Spans, whole: Interval, shown: Interval) -> None:
    """Draw the strip; brushing sets the window."""
    edges = bins(whole)[1]
    figure = draw(spans, whole, shown)
    key = f"strip-{whole.start}-{whole.end}-{shown.start}-{shown.end}"

    def brushed() -> None:
        if window := brush(st.session_state[key], edges):
            state.set_window(as_typed(window.start), as_typed_last(window.last))

    with st.container(key="panel-strip"):
        st.plotly_chart(
            figure,
            key=key,
            on_select=brushed,
            selection_mode="box",
            config={"displayModeBar": False},
            alt=_(
                "Claims over time, {claims} in all. Drag over it to set the window; From and To below do the same.",
                claims=number_of(len(spans), "claim"),
            ),
        )


def brush(selection: dict[str, Any], edges: list[int]) -> Interval | None:
    """The whole bins that a brush touches; None where nothing is brushed."""
    boxes = selection["selection"]["box"]
    if not boxes:
        return None
    first, last = sorted(from_plotly(str(bound)) for bound in boxes[0]["x"])
    starts = [edge for edge in edges[:-1] if edge <= first] or edges[:1]
    ends = [edge for edge in edges[1:] if edge > last] or edges[-1:]
    return Interval(starts[-1], ends[0])


def draw(spans: Spans, whole: Interval, shown: Interval) -> go.Figure:
    """The strip's figure: sure claims solid, possible ones pale on top."""
    edges = bins(whole)[1]
    sure, possible = spans.counted(edges)
    figure = go.Figure(_validate=False)
    for name, counts, opacity in (("sure", sure, 1.0), ("possible", possible, PALE)):
        figure.add_bar(
            name=name,
            x=[milliseconds(edge) for edge in edges[:-1]],
            y=counts,
            width=[(1 - GAP) * (end - start) * MS_PER_DAY for start, end in pairwise(edges)],
            offset=0,
            marker={"color": ACCENT, "opacity": opacity, "line": {"width": 0}},
            unselected={"marker": {"opacity": opacity}},
            hovertext=_hover(edges, sure, possible),
            hoverinfo="text",
        )
    figure.add_vrect(
        x0=milliseconds(shown.start), x1=milliseconds(shown.end), fillcolor=SHADE, layer="below", line_width=0
    )
    figure.update_layout(
        barmode="stack",
        dragmode="select",
        selectdirection="h",
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 2, "b": 34},
        showlegend=False,
        hovermode="closest",
        xaxis=time_axis(Interval(edges[0], edges[-1])) | {"showgrid": False},
        yaxis={"visible": False, "fixedrange": True},
    )
    return figure


def _hover(edges: list[int], sure: list[int], possible: list[int]) -> list[str]:
    return [
        counted_in_words(start, end, certain, perhaps)
        for (start, end), certain, perhaps in zip(pairwise(edges), sure, possible, strict=True)
    ]
