"""The labels beside the bars: what happened, and how many sources tell it."""

from __future__ import annotations

from dashboard import axis
from dashboard.marked import name
from dashboard.tongue import _, number
from dashboard.wording import apart, kind_name, number_of, when
from extract.chart.bars import BEYOND, Bar, seen
from extract.dates.interval import Interval
from extract.kind import Kind
from extract.label import ISOLATE, ISOLATE_END
from extract.label import label as shortened
from extract.table.lanes import Mark

HOVER_LETTERS = 80


def label(bar: Bar, shown: Interval) -> str:
    """A bar's label as HTML, where there is room for it."""
    arrows = {"before": "◂ {}", "after": "{} ▸"}
    told = arrows.get(bar.side, "{}").format(f"{name(bar.title)}<small> · {number(bar.mark.voices)}</small>")
    return f'<span class="label {bar.side}"{_place(bar, shown)}>{told}</span>'


def hover(mark: Mark) -> str:
    """What stands beside the pointer, in two lines: headline; date, status and kind."""
    return f"{isolated(shortened(mark.headline, HOVER_LETTERS))}\n{apart(' · '.join(_about(mark)))}"


def heard(bar: Bar) -> str:
    """What those hear of a bar who do not see it."""
    told = shortened(bar.name, HOVER_LETTERS), *_about(bar.mark), number_of(bar.mark.voices, "independent source")
    return _(", ").join(told)


def isolated(text: str) -> str:
    """A source's words, their direction kept to themselves."""
    return f"{ISOLATE}{text}{ISOLATE_END}"


def _about(mark: Mark) -> list[str]:
    return [when(mark), _(mark.status), *([] if mark.kind is Kind.OTHER else [kind_name(mark.kind)])]


def _place(bar: Bar, shown: Interval) -> str:
    """Where the label begins or ends, in percent of the width; beyond the chart's ends the style sheet knows."""
    if bar.side in BEYOND:
        return ""
    start, days = seen(bar.widest, shown)
    return f' style="--at:{axis.at(start + (days if bar.side == "right" else 0), shown)}%"'
