"""The labels beside the bars: what happened, and how many sources tell it."""

from __future__ import annotations

from dashboard.marked import name
from dashboard.tongue import _, number
from dashboard.wording import apart, kind_name, number_of, when
from extract.chart.bars import BEYOND, Bar
from extract.kind import Kind
from extract.label import isolated
from extract.label import label as shortened
from extract.table.lanes import Mark

HOVER_LETTERS = 80


def label(bar: Bar, reach: tuple[float, float]) -> str:
    """The label of a bar that reaches so far, in percent of the width, as HTML."""
    arrows = {"before": "◂ {}", "after": "{} ▸"}
    told = arrows.get(bar.side, "{}").format(f"{name(bar.title)}<small> · {number(bar.mark.voices)}</small>")
    return f'<span class="label {bar.side}"{_place(bar, *reach)}>{told}</span>'


def hover(mark: Mark) -> str:
    """What stands beside the pointer, in two lines: headline; date, status and kind."""
    return f"{isolated(shortened(mark.headline, HOVER_LETTERS))}\n{apart(' · '.join(_about(mark)))}"


def heard(bar: Bar) -> str:
    """What those hear of a bar who do not see it."""
    told = shortened(bar.name, HOVER_LETTERS), *_about(bar.mark), number_of(bar.mark.voices, "independent source")
    return _(", ").join(told)


def _about(mark: Mark) -> list[str]:
    return [when(mark), _(mark.status), *([] if mark.kind is Kind.OTHER else [kind_name(mark.kind)])]


def _place(bar: Bar, left: float, right: float) -> str:
    """Where the label begins or ends; beyond the chart's ends the style sheet knows."""
    if bar.side in BEYOND:
        return ""
    return f' style="--at:{right if bar.side == "right" else left}%"'
