"""A table of which one row is chosen, known by its id: page by page, and the same in all places."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.marked import name
from extract.label import label

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
    table: str, frame: pd.DataFrame, ids: Sequence[str], chosen: str | None, choose: Callable[[str], None], look: Look
) -> None:
    """Draw a table whose rows have ids; `choose` hears which row somebody selects."""
    # A row is known to the browser by its place alone, so that other rows need another table.
    key = f"{table}-{hash(tuple(ids))}"

    def selected() -> None:
        if one := choice(st.session_state[key], ids):
            choose(one)

    with st.container(key=f"panel-{table}"):
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


def chosen_id(parameter: str, kept: str, known: AbstractSet[str], gone: str) -> str | None:
    """The one of the address, else the one that was looked at before; both are made to agree.

    `gone` tells that there is no such one, with that parameter's name in braces for what the address names.
    """
    asked = st.query_params.get(parameter, "")
    if asked and asked not in known:
        st.html(f'<p class="note">{gone.format(**{parameter: name(label(asked))})}</p>')
    chosen = asked if asked in known else st.session_state.get(kept)
    if chosen not in known:
        return None
    st.session_state[kept] = chosen
    if chosen != asked:
        st.query_params[parameter] = str(chosen)
    return str(chosen)


def choice(selection: dict[str, Any], ids: Sequence[str]) -> str | None:
    """The id of the selected row; None where none is selected."""
    rows = selection["selection"]["rows"]
    return ids[rows[0]] if rows and rows[0] < len(ids) else None


def page_of(table: str, ids: Sequence[str], chosen: str | None) -> slice:
    """The rows of the page that is turned to; who arrives by an address finds the chosen one on it."""
    pages = -(-len(ids) // PAGE)
    if pages <= 1:
        return slice(0, PAGE)
    place = next((at for at, each in enumerate(ids) if each == chosen), 0)
    key = f"{table}-page-{pages}-{len(ids)}"
    st.session_state.setdefault(key, place // PAGE + 1)
    page = int(st.pagination(pages, key=key))
    return slice((page - 1) * PAGE, page * PAGE)
