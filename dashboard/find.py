"""What stands above a list: a box that finds by words as somebody types, and of which kind those listed are."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from dashboard.tongue import _

Kind = TypeVar("Kind", bound=StrEnum)


def words(key: str, by: str) -> str:
    """Draw the box, in which `by` tells what can be typed; this is what was."""
    return st.text_input(_("Find"), key=key, placeholder=by, label_visibility="collapsed", live=True)


def of_kind(title: str, key: str, names: Mapping[Kind, str]) -> Kind:
    """Draw the kinds with their names, of which always one is chosen, at first the first."""
    kinds = list(names)
    chosen = st.segmented_control(
        title,
        kinds,
        key=key,
        default=kinds[0],
        format_func=names.__getitem__,
        required=True,
        label_visibility="collapsed",
    )
    return type(kinds[0])(chosen)
