"""The file of exactly what is filtered."""

from __future__ import annotations

import io
from pathlib import Path

import streamlit as st

from extract.store.export import write_csv
from extract.store.library import Library, open_read_only
from extract.store.query import IN_ORDER, Filters, condition


def button(library: Library, filters: Filters) -> None:
    """Draw the button; the file is made when it is pressed."""
    path = library.path
    st.download_button(
        "Export CSV",
        data=lambda: as_csv(path, filters),
        file_name="dateline.csv",
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )


def as_csv(path: Path, filters: Filters) -> bytes:
    """The claims of a selection as CSV, in order of time."""
    where = condition(filters)
    library = open_read_only(path)
    try:
        stream = io.StringIO(newline="")
        write_csv(library.rows(where.sql, where.parameters, f"ORDER BY {IN_ORDER}"), stream)
    finally:
        library.close()
    return stream.getvalue().encode("utf-8")
