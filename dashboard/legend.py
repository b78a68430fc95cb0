"""What the marks of the lanes mean, in a line over them."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.bars import bars_of
from dashboard.lanes import Chart
from dashboard.marked import safe
from dashboard.palette import KIND_COLOURS, OTHER_KINDS
from dashboard.wording import kind_name
from extract.kind import Kind
from extract.store.summary import LaneBy


def kinds_of(chart: Chart) -> dict[Kind, str] | None:
    """The kinds of a chart's marks in their scheme's order, with their colours; None where these mean the status."""
    if chart.dress.colours is None:
        return None
    held = {bar.mark.kind for bar in bars_of(chart.marks, chart.dress)}
    return {kind: chart.dress.colours.get(kind, OTHER_KINDS) for kind in Kind if kind in held}


def line(drawn: int, total: int, by: LaneBy, kinds: Mapping[Kind, str] | None = None) -> str:
    """What the marks mean and what is not drawn; with `kinds`, their colours too."""
    what = {LaneBy.STORY: "stories"}.get(by, f"{by}s")
    which = {LaneBy.STORY: "weightiest"}.get(by, "fullest")
    left_out = f" · the {drawn:,} {which} of {total:,} {what}: narrow the view to see others" if drawn < total else ""
    line = (
        f'<p class="key{"" if kinds is None else " by-kind"}"><i class="swatch sure"></i>sure '
        '<i class="swatch pale"></i>possible <i class="swatch planned"></i>planned '
        '<i class="swatch alleged"></i>alleged <i class="swatch denied"></i>denied '
        f"<span>thinner = vaguer &nbsp; number = independent sources{left_out}</span></p>"
    )
    return f"{_kind_chips(kinds)}{line}" if kinds else line


def _kind_chips(kinds: Mapping[Kind, str]) -> str:
    """Kinds with their colours; those that share the colour of all others come last, in one."""
    own = {kind: colour for kind, colour in kinds.items() if colour != OTHER_KINDS}
    rest = [kind_name(kind) for kind in kinds if kind not in own]
    told = [(KIND_COLOURS.index(colour) + 1, kind_name(kind)) for kind, colour in own.items()]
    chips = [f'<span class="chip"><i class="swatch sure kind-{place}"></i>{safe(name)}</span>' for place, name in told]
    if rest:
        chips.append(f'<span class="chip"><i class="swatch sure kind-other"></i>{safe(", ".join(rest))}</span>')
    return f'<p class="chips kinds">{"".join(chips)}</p>'
