"""The charts' colours, by what they mean.

The strip's values stand in streamlit_config.toml, those of lanes in style.css, for light and dark each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from extract.kind import Kind
from extract.model import Status

ACCENT = "#000001"
"""Streamlit puts the theme's `chartCategoricalColors` in place of #000001, #000002 and so on, so that a chart follows
the theme in the browser, without asking the server which one is on."""
SHADE = "#000002"

KIND_COLOURS = ("kind-1", "kind-2", "kind-3", "kind-4", "kind-5", "kind-6", "kind-7")
"""Classes of the style sheet: so many colours as people who see few tell apart."""
OTHER_KINDS = "kind-other"

PALE = 0.36
"""How much of its colour a possible mark keeps."""

PATTERNS = {Status.REPORTED: "", Status.PLANNED: "hollow", Status.ALLEGED: "hatched", Status.DENIED: "crossed"}
"""Classes of the style sheet, by which statuses are told apart where colours mean something else, or are not seen."""


class ColourBy(StrEnum):
    """What colours mean: one thing at a time."""

    STATUS = "status"
    KIND = "kind"


def kinds_coloured(ranked: Iterable[str], chosen: Iterable[str]) -> dict[Kind, str]:
    """The kinds that have a colour of their own: those that are `chosen`, then the first of the `ranked`.

    What is filtered by kinds leaves those their colours which had one already.
    """
    every = [Kind(kind) for kind in ranked if kind != Kind.OTHER]
    first = every[: len(KIND_COLOURS)]
    named = [Kind(kind) for kind in chosen if kind != Kind.OTHER][: len(KIND_COLOURS)]
    own = {kind: colour for kind, colour in zip(first, KIND_COLOURS, strict=False) if not named or kind in named}
    free = [colour for colour in KIND_COLOURS if colour not in own.values()]
    return own | dict(zip([kind for kind in named if kind not in own], free, strict=False))


def look(status: Status, kind: Kind, colours: Mapping[Kind, str] | None) -> str:
    """How a mark is drawn, as classes; `colours` are those of kinds, None where colours mean the status."""
    colour = str(status) if colours is None else colours.get(kind, OTHER_KINDS)
    return f"{colour} {PATTERNS[status]}".strip()
