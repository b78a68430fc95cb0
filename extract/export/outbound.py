"""A row made fit to leave the library: links that work elsewhere, text that can be encoded."""

from __future__ import annotations

import re
from typing import TypeVar
from urllib.parse import quote

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


def reader_link(event_id: str, base: str = DASHBOARD) -> str:
    """The address at which a claim is read in its place, in the dashboard that stands at `base`."""
    return f"{base.rstrip('/')}{READER}?event={quote(event_id, safe='')}"


def encodable(row: Row) -> Row:
    """The row with the replacement character for halves of characters."""
    changed = {name: _fit(value) for name, value in row if _is_broken(value)}
    return row.model_copy(update=changed) if changed else row


def _is_broken(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_is_broken, value))
    return type(value) is str and not value.isascii() and LONE_SURROGATE.search(value) is not None


def encodable_text(text: str) -> str:
    """The same of a text that belongs to no row."""
    return LONE_SURROGATE.sub(REPLACEMENT, text)


def _fit(value: object) -> object:
    return [_fit(each) for each in value] if isinstance(value, list) else encodable_text(str(value))
