"""The chart's colours, by what they mean. Their values stand in streamlit_config.toml, for light and dark."""

from __future__ import annotations

from dataclasses import dataclass

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
