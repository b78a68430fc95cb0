"""The chart's colours, by what they mean. Their values stand in streamlit_config.toml, for light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.kind import Kind
from extract.model import Status

ACCENT = "#000001"
"""Streamlit puts the theme's `chartCategoricalColors` in place of #000001, #000002 and so on, so that a chart follows
the theme in the browser, without asking the server which one is on."""
ALLEGED = "#000002"
DENIED = "#000003"
INK = "#000004"
GREY = "#000005"
RULE = "#000006"
SHADE = "#000007"
PAPER = "#000008"

KIND_COLOURS = ("#000011", "#000012", "#000013", "#000014", "#000015", "#000016", "#000017")
"""The theme's `chartSequentialColors`, as nothing is drawn in a sequence: so many as people who see few tell apart."""
OTHER_KINDS = "#000018"

PALE = 0.36
"""How much of its colour a possible mark keeps."""


@dataclass(frozen=True, slots=True)
class Look:
    """How marks of a status are drawn: never told apart by colour alone."""

    colour: str
    hollow: bool = False
    pattern: str = ""


LOOKS = {
    Status.REPORTED: Look(ACCENT),
    Status.PLANNED: Look(ACCENT, hollow=True),
    Status.ALLEGED: Look(ALLEGED, pattern="/"),
    Status.DENIED: Look(DENIED, pattern="x"),
}


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


def look(status: Status, kind: Kind, colours: Mapping[Kind, str] | None) -> Look:
    """How a mark is drawn; `colours` are those of kinds, None where colours mean the status."""
    usual = LOOKS[status]
    return usual if colours is None else replace(usual, colour=colours.get(kind, OTHER_KINDS))
