"""The table of the same claims as the chart: the keyboard's way to the evidence."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import state
from dashboard.ask import ask
from dashboard.rows import Look, chosen_row
from dashboard.tongue import _, p_
from dashboard.view import View
from dashboard.wording import kind_name
from extract.kind import Kind
from extract.label import label, language_name
from extract.store.reading import Claim
from extract.table import order
from extract.table.selection import EventTable

PAGE = 100
"""Claims in the table at once: what somebody scrolls through before turning to the filters."""

SHORT, TALLEST = 11, 420
"""So many rows are all shown; more scroll, in so many pixels."""


def look() -> Look:
    """How the table looks, its columns named in the reader's language."""
    text = st.column_config.TextColumn
    return Look(
        columns={
            "When": text(p_("of a claim", "When"), width=90),
            "What": text(p_("of a claim", "What"), width=270),
            "Who": st.column_config.ListColumn(p_("of a claim", "Who"), width=175),
            "Kind": text(_("Kind"), width=82),
            "Status": text(_("Status"), width=76),
            "Source": text(_("Source"), width=140),
            "Language": text(_("Language"), width=85),
        },
        alt=_("The claims of this view, one a row"),
        short=SHORT,
        tallest=TALLEST,
    )


def show(table: EventTable, view: View, total: int, chosen: str) -> None:
    """Draw one page of the table, in the view's order; choosing a row opens its evidence."""
    pages = -(-total // PAGE)
    page = st.pagination(pages, key=f"page-{pages}") if pages > 1 else 1
    held = ask(table, order.page, view.filters, view.order, (page - 1) * PAGE, PAGE)
    ids = [claim.row.event_id for claim in held]
    chosen_row("table", frame(held), ids, chosen, state.choose, look())


def frame(claims: list[Claim]) -> pd.DataFrame:
    """The claims as people read them in a row."""
    return pd.DataFrame(
        {
            "When": [claim.row.edtf or _("undated") for claim in claims],
            "What": [label(claim.row.headline, 160) for claim in claims],
            "Who": [[label(actor, 40) for actor in claim.row.actors] for claim in claims],
            "Kind": [_kind(claim.row.kind) for claim in claims],
            "Status": [_(claim.row.status) for claim in claims],
            "Source": [label(claim.source_name, 60) for claim in claims],
            "Language": [language_name(claim.row.language) for claim in claims],
        }
    )


def _kind(kind: Kind) -> str:
    """Its name; nothing where no word tells the kind."""
    return "" if kind is Kind.OTHER else kind_name(kind)
