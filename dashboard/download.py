"""The file of exactly what is filtered."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from extract.store.export import write_csv
from extract.store.library import Library, open_read_only
from extract.store.outbound import DASHBOARD, absolute
from extract.store.query import IN_ORDER, Filters, condition


def button(library: Library, filters: Filters) -> None:
    """Draw the button; the file is made when it is pressed."""
    path, base = library.path, _address()
    st.download_button(
        "Export CSV",
        data=lambda: as_csv(path, filters, base),
        file_name="dateline.csv",
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )


def _address() -> str:
    """Where this app is seen, so that links of the file lead back to it."""
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else DASHBOARD


def as_csv(path: Path, filters: Filters, base: str = DASHBOARD) -> bytes:
    """The claims of a selection as CSV, in order of time; links to the reader begin with `base`."""
    where = condition(filters)
    library = open_read_only(path)
    try:
        stream = io.StringIO(newline="")
        rows = library.rows(where.sql, where.parameters, f"ORDER BY {IN_ORDER}")
        write_csv((absolute(row, base) for row in rows), stream)
    finally:
        library.close()
    return stream.getvalue().encode("utf-8")
