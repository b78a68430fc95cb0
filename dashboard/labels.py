"""The labels beside the bars: what happened, and how many sources tell it."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from dashboard.palette import GREY, INK, PAPER
from dashboard.scale import milliseconds
from dashboard.tongue import _, number
from dashboard.wording import apart, kind_name
from extract.chart.bars import Bar, least_days, seen
from extract.dates.interval import Interval
from extract.kind import Kind
from extract.label import ISOLATE, ISOLATE_END, label
from extract.table.lanes import Mark

SIZE = 12
HOVER_LETTERS = 80

STUB_PIXELS = 26
"""What is seen of a bar before the label on it, so that it is read as one bar."""


def draw(figure: go.Figure, bars: list[tuple[float, Bar]], shown: Interval, chosen: str) -> None:
    """Add the labels to a figure: beside their bars, and those that find no room there on them."""
    bars = [(row, bar) for row, bar in bars if bar.is_labelled]
    beside = [(row, bar) for row, bar in bars if bar.side != "inside"]
    at = [_place(bar, shown) for _, bar in beside]
    figure.add_scatter(
        mode="text",
        x=[milliseconds(day) for day, _ in at],
        y=[row for row, _ in beside],
        text=[words(bar, chosen=chosen == bar.mark.story_id) for _, bar in beside],
        textposition=[f"middle {side}" for _, side in at],
        textfont={"color": INK, "size": SIZE},
        customdata=[[bar.mark.event_id] for _, bar in beside],
        hovertext=[hover(bar.mark) for _, bar in beside],
        hoverinfo="text",
        cliponaxis=False,
        selected={"textfont": {"color": INK}},
        unselected={"textfont": {"color": INK}},
    )
    for row, bar in bars:
        if bar.side == "inside":
            _on_bar(figure, row, bar, shown, chosen=chosen == bar.mark.story_id)


def words(bar: Bar, *, chosen: bool) -> str:
    """A label as Plotly's text, in which nothing of the source is markup."""
    title = isolated(bar.title)
    title = f"<b>{title}</b>" if chosen else title
    sources = f'<span style="color:{GREY}"> · {number(bar.mark.voices)}</span>'
    return {"before": f"◂ {title}{sources}", "after": f"{title}{sources} ▸"}.get(bar.side, f"{title}{sources}")


def hover(mark: Mark) -> str:
    """What stands beside the pointer: headline, date, status and kind."""
    told = [escape(mark.date), _(mark.status), *([] if mark.kind is Kind.OTHER else [escape(kind_name(mark.kind))])]
    return f"{isolated(label(mark.headline, HOVER_LETTERS))}<br>{apart(' · '.join(told))}"


def isolated(text: str) -> str:
    """A source's words as Plotly's text, their direction kept to themselves."""
    return f"{ISOLATE}{escape(text, quote=False)}{ISOLATE_END}"


def _place(bar: Bar, shown: Interval) -> tuple[float, str]:
    gap = least_days(shown) / 2
    if bar.side == "before":
        return shown.start, "right"
    if bar.side == "after":
        return shown.end, "left"
    start, days = seen(bar.widest, shown)
    return (start - gap, "left") if bar.side == "left" else (start + days + gap, "right")


def _on_bar(figure: go.Figure, row: float, bar: Bar, shown: Interval, *, chosen: bool) -> None:
    figure.add_annotation(
        text=words(bar, chosen=chosen),
        x=milliseconds(seen(bar.widest, shown)[0]),
        xanchor="left",
        xshift=STUB_PIXELS,
        y=row,
        showarrow=False,
        font={"color": INK, "size": SIZE},
        bgcolor=PAPER,
        borderpad=1,
    )
