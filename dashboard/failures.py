"""What could not be read: where it is, why, and what to do about it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.rows import page_of
from dashboard.tongue import _
from extract.errors import Unreadable
from extract.export.spreadsheet import write_failures
from extract.label import label
from extract.text.fold import fold

COLUMNS = ("Where", "Why", "What to do")

SHORT, TALLEST = 16, 620
"""So many rows at most are all shown; more scroll in a table of so many pixels."""

LONGEST_CELL = 300
"""Characters of a cell; the file holds all of them."""


def show(failures: Sequence[Unreadable], words: str) -> None:
    """Draw those that hold all the words."""
    wanted = fold(words).split()
    found = [each for each in failures if all(word in fold(str(each)) for word in wanted)]
    if not found:
        told = _("No failure is told in these words.") if failures else _("All that was named could be read.")
        st.html(f'<p class="note">{told}</p>')
        return
    with st.container(key="panel-failures"):
        held = found[page_of("failures", [each.location for each in found], None)]
        st.dataframe(
            frame(held),
            hide_index=True,
            height="content" if len(held) <= SHORT else TALLEST,
            column_config=_columns(),
            alt=_("What could not be read, one a row"),
        )
        st.download_button(
            _("Export CSV"),
            data=lambda: as_csv(found),
            file_name="not-read.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _columns() -> dict[str, Any]:
    where, why, what = COLUMNS
    return {
        where: st.column_config.TextColumn(_("Where"), width=420),
        why: st.column_config.TextColumn(_("Why"), width=380),
        what: st.column_config.TextColumn(_("What to do"), width=480),
    }


def frame(failures: Sequence[Unreadable]) -> pd.DataFrame:
    """Failures as people read them in a row."""
    rows = [(each.location, each.reason, each.remedy) for each in failures]
    return pd.DataFrame([[label(cell, LONGEST_CELL) for cell in row] for row in rows], columns=list(COLUMNS))


def as_csv(failures: Sequence[Unreadable]) -> bytes:
    """Failures as a file that a spreadsheet opens and runs nothing of."""
    stream = io.StringIO(newline="")
    write_failures(failures, stream)
    return stream.getvalue().encode("utf-8", errors="backslashreplace")
