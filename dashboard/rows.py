"""A table of which one row is chosen, known by its id: page by page, and the same in all places."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

PAGE = 500
"""Rows sent at once: enough to scroll, few enough to be selected and searched in the browser."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a table looks."""

    columns: Mapping[str, Any]
    """Streamlit's configuration of each column."""
    alt: str
    """What it is, for people who do not see it."""
    short: int
    """So many rows at most are all shown; more scroll."""
    tallest: int
    """Pixels of a table that scrolls."""


def chosen_row(
    name: str, frame: pd.DataFrame, ids: Sequence[str], chosen: str | None, choose: Callable[[str], None], look: Look
) -> None:
    """Draw a table whose rows have ids; `choose` hears which row somebody selects."""
    # A row is known to the browser by its place alone, so that other rows need another table.
    key = f"{name}-{hash(tuple(ids))}"

    def selected() -> None:
        if one := choice(st.session_state[key], ids):
            choose(one)

    with st.container(key=f"panel-{name}"):
        st.dataframe(
            frame,
            key=key,
            hide_index=True,
            on_select=selected,
            selection_mode="single-row",
            selection_default={"selection": {"rows": [ids.index(chosen)]}} if chosen in ids else None,
            height="content" if len(ids) <= look.short else look.tallest,
            column_config=dict(look.columns),
            alt=look.alt,
        )


def choice(selection: dict[str, Any], ids: Sequence[str]) -> str | None:
    """The id of the selected row; None where none is selected."""
    rows = selection["selection"]["rows"]
    return ids[rows[0]] if rows and rows[0] < len(ids) else None


def page_of(name: str, ids: Sequence[str], chosen: str | None) -> slice:
    """The rows of the page that is turned to; who arrives by an address finds the chosen one on it."""
    pages = -(-len(ids) // PAGE)
    if pages <= 1:
        return slice(0, PAGE)
    place = next((at for at, each in enumerate(ids) if each == chosen), 0)
    key = f"{name}-page-{pages}-{len(ids)}"
    st.session_state.setdefault(key, place // PAGE + 1)
    page = int(st.pagination(pages, key=key))
    return slice((page - 1) * PAGE, page * PAGE)
