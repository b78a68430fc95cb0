"""Where somebody is in a list of claims, and the two buttons, with their keys, that lead on from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

EARLIER_KEY, LATER_KEY = "k", "j"
"""On the keyboard, where nobody types into a field: as in other programs in which people go through a list."""


@dataclass(frozen=True, slots=True)
class Step:
    """A button that leads to another claim."""

    words: str
    key: str
    """Of the widget."""
    to: str | None
    """The id of that claim; None where there is none."""


def show(where: str, earlier: Step, later: Step, choose: Callable[[str], None]) -> None:
    """Draw where somebody is, and both buttons; `choose` hears which claim they lead to."""
    told, *beside = st.columns([2, 1, 1], vertical_alignment="center")
    told.html(f'<p class="caps">{where}</p>')
    for column, step, shortcut in zip(beside, (earlier, later), (EARLIER_KEY, LATER_KEY), strict=True):
        column.button(
            step.words,
            key=step.key,
            type="tertiary",
            shortcut=shortcut,
            on_click=choose,
            args=(step.to or "",),
            disabled=step.to is None,
            width="stretch",
        )
