"""The table of the same claims as the chart: the keyboard's way to the evidence."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import state
from dashboard.rows import PAGE, Look, chosen_row
from dashboard.view import View
from dashboard.wording import kind_name, label, language_name
from extract.kind import Kind
from extract.store import reading
from extract.store.library import Library
from extract.store.query import IN_ORDER, Order, condition
from extract.store.reading import Claim
from extract.store.weights import CLAIMS_BY_WEIGHT

LOOK = Look(
    columns={
        "When": st.column_config.TextColumn(width=90),
        "What": st.column_config.TextColumn(width=270),
        "Who": st.column_config.ListColumn(width=175),
        "Kind": st.column_config.TextColumn(width=82),
        "Status": st.column_config.TextColumn(width=76),
        "Source": st.column_config.TextColumn(width=140),
        "Language": st.column_config.TextColumn(width=85),
    },
    alt="The claims of this view, one a row",
    short=11,
    tallest=420,
)


ORDERS = {Order.TIME: IN_ORDER, Order.WEIGHT: CLAIMS_BY_WEIGHT}


def show(library: Library, view: View, total: int, chosen: str) -> None:
    """Draw one page of the table, in the view's order; choosing a row opens its evidence."""
    pages = -(-total // PAGE)
    page = st.pagination(pages, key=f"page-{pages}") if pages > 1 else 1
    where, tail = condition(view.filters), f"LIMIT {PAGE} OFFSET {(page - 1) * PAGE}"
    held = reading.claims(library, where.sql, *where.parameters, tail=tail, order=ORDERS[view.order])
    ids = [claim.row.event_id for claim in held]
    chosen_row("table", frame(held), ids, chosen, state.choose, LOOK)


def frame(claims: list[Claim]) -> pd.DataFrame:
    """The claims as people read them in a row."""
    return pd.DataFrame(
        {
            "When": [claim.row.edtf or "undated" for claim in claims],
            "What": [label(claim.row.headline, 160) for claim in claims],
            "Who": [[label(actor, 40) for actor in claim.row.actors] for claim in claims],
            "Kind": [_kind(claim.row.kind) for claim in claims],
            "Status": [str(claim.row.status) for claim in claims],
            "Source": [label(claim.source_name, 60) for claim in claims],
            "Language": [language_name(claim.row.language) for claim in claims],
        }
    )


def _kind(kind: Kind) -> str:
    """Its name; nothing where no word tells the kind."""
    return "" if kind is Kind.OTHER else kind_name(kind)
