"""One filter by values: as pills in a row, or behind a button with a box to search in; each with its count.

Counts follow all the other filters. What is chosen is always among what is offered, so that it can be taken off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import streamlit as st

from dashboard.tongue import _, number
from dashboard.wording import without_markdown
from extract.label import isolated

Visibility = Literal["visible", "collapsed"]
Naming = Callable[[str], str]
"""What a value is called."""

NAME_LETTERS = 40


def pills(title: str, key: str, counts: Mapping[str, int], name: Naming) -> None:
    """Draw values as pills under a title; more than one may be chosen."""
    _pills(title, key, counts, name, "visible")


def behind(title: str, key: str, draw: Callable[[], None], chosen: int) -> None:
    """Draw what opens with a button, which says how many values are chosen."""
    with st.popover(f"{title} · {number(chosen)}" if chosen else title, key=f"open-{key}"):
        draw()


def searched(
    title: str, key: str, most_told: Mapping[str, int], search: Callable[[str], Mapping[str, int]], name: Naming
) -> None:
    """Draw a box to search in, and what it finds as pills; without words, what most claims tell of."""
    typed = st.text_input(title, key=f"find-{key}", placeholder=_("Type a name, in any script"), live=True)
    offered = search(typed) if typed.strip() else most_told
    if not offered:
        st.html(f'<p class="from">{_("Nothing is called so.")}</p>')
    _pills(title, key, offered, name, "collapsed")


def keep(key: str, known: Iterable[str]) -> None:
    """Take values that the library does not know off a filter: an address may have been made for another library."""
    held = set(known)
    st.session_state[key] = [value for value in st.session_state[key] if value in held]


def _pills(title: str, key: str, counts: Mapping[str, int], name: Naming, visibility: Visibility) -> None:
    chosen: Sequence[str] = st.session_state[key]
    options = [*(value for value in chosen if value not in counts), *counts]
    if not options:
        return

    def named(option: str) -> str:
        return f"{isolated(without_markdown(name(option), NAME_LETTERS))} {number(counts.get(option, 0))}"

    st.session_state[key] = list(chosen)  # other options make another widget, which would begin empty
    st.pills(title, options, selection_mode="multi", key=key, format_func=named, label_visibility=visibility)
