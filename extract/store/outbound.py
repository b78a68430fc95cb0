"""A row made fit to leave the library: links that work elsewhere, text that can be encoded."""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic import BaseModel

from extract.store.columns import EventRow

DASHBOARD = "http://127.0.0.1:8501"
"""Where the dashboard is found unless it was started elsewhere."""

READER = "/reader"
"""How links begin that lead to the dashboard's own page."""

LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Halves of characters, as broken JSON may hold them; no encoding has a place for them."""

REPLACEMENT = "\ufffd"

Row = TypeVar("Row", bound=BaseModel)


def absolute(row: EventRow, base: str = DASHBOARD) -> EventRow:
    """The row with a link that also works outside the dashboard, which stands at `base`."""
    if not row.link.startswith(READER):
        return row
    return row.model_copy(update={"link": base.rstrip("/") + row.link})


def encodable(row: Row) -> Row:
    """The row with the replacement character for halves of characters."""
    changed = {name: fit for name, value in row if (fit := _fit(value)) != value}
    return row.model_copy(update=changed) if changed else row


def _fit(value: object) -> object:
    if type(value) is str:
        return LONE_SURROGATE.sub(REPLACEMENT, value)
    return [_fit(each) for each in value] if isinstance(value, list) else value
