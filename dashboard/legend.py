"""What the marks of the lanes mean, in a line over them."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.lanes import Chart
from dashboard.marked import safe
from dashboard.palette import OTHER_KINDS
from dashboard.tongue import N_, _, n_, nn_, number
from dashboard.wording import kind_name
from extract.chart.bars import bars_of
from extract.kind import Kind
from extract.table.lanes import LaneBy

SWATCHES = {
    "sure": N_("sure"),
    "pale": N_("possible"),
    "planned hollow": N_("planned"),
    "alleged hatched": N_("alleged"),
    "denied crossed": N_("denied"),
}
"""How a mark looks, and what that means."""

LEFT_OUT = {
    LaneBy.STORY: nn_(
        "the {drawn} weightiest of {count} story: narrow the view to see others",
        "the {drawn} weightiest of {count} stories: narrow the view to see others",
    ),
    LaneBy.ACTOR: nn_(
        "the {drawn} fullest of {count} actor: narrow the view to see others",
        "the {drawn} fullest of {count} actors: narrow the view to see others",
    ),
    LaneBy.KIND: nn_(
        "the {drawn} fullest of {count} kind: narrow the view to see others",
        "the {drawn} fullest of {count} kinds: narrow the view to see others",
    ),
    LaneBy.LANGUAGE: nn_(
        "the {drawn} fullest of {count} language: narrow the view to see others",
        "the {drawn} fullest of {count} languages: narrow the view to see others",
    ),
    LaneBy.SOURCE: nn_(
        "the {drawn} fullest of {count} source: narrow the view to see others",
        "the {drawn} fullest of {count} sources: narrow the view to see others",
    ),
}


def kinds_of(chart: Chart) -> dict[Kind, str] | None:
    """The kinds of a chart's marks in their scheme's order, with their colours; None where these mean the status."""
    if chart.dress.colours is None:
        return None
    held = {bar.mark.kind for bar in bars_of(chart.marks, chart.dress)}
    return {kind: chart.dress.colours.get(kind, OTHER_KINDS) for kind in Kind if kind in held}


def line(drawn: int, total: int, by: LaneBy, kinds: Mapping[Kind, str] | None = None) -> str:
    """What the marks mean and what is not drawn; with `kinds`, their colours too."""
    left_out = f" · {_left_out(drawn, total, by)}" if drawn < total else ""
    swatches = "".join(f'<i class="swatch {look}"></i>{_(word)} ' for look, word in SWATCHES.items())
    told = f"{_('thinner = vaguer')} &nbsp; {_('number = independent sources')}{left_out}"
    line = f'<p class="key{"" if kinds is None else " by-kind"}">{swatches}<span>{told}</span></p>'
    return f"{_kind_chips(kinds)}{line}" if kinds else line


def _left_out(drawn: int, total: int, by: LaneBy) -> str:
    one, many = LEFT_OUT[by]
    return n_(one, many, total, drawn=number(drawn))


def _kind_chips(kinds: Mapping[Kind, str]) -> str:
    """Kinds with their colours; those that share the colour of all others come last, in one."""
    own = {kind: colour for kind, colour in kinds.items() if colour != OTHER_KINDS}
    rest = [kind_name(kind) for kind in kinds if kind not in own]
    told = [(colour, kind_name(kind)) for kind, colour in own.items()]
    if rest:
        told.append((OTHER_KINDS, _(", ").join(rest)))
    chips = [f'<span class="chip"><i class="swatch sure {colour}"></i>{safe(name)}</span>' for colour, name in told]
    return f'<p class="chips kinds">{"".join(chips)}</p>'
