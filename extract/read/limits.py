"""How much is read of one document, and why not more: bounds that keep one file from holding up its neighbours."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, PositiveFloat, PositiveInt


class Limits(BaseModel):
    """The bounds of a run; a settings file may set others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text_bytes: PositiveInt = 20_000_000
    """Of one document that is plain text, a page or a message: twenty long novels; what is larger is no article."""

    file_bytes: PositiveInt = 500_000_000
    """Of one document that holds pictures beside its text (PDF, DOCX, ODT, EPUB): a scanned book of a thousand pages.
    Files of many documents may be larger: they are read piece by piece."""

    unpacked_bytes: PositiveInt = 20_000_000_000
    """Of all that one archive holds, unpacked: more than a machine has room for is a mistake or a bomb."""

    unpacked_ratio: PositiveInt = 1_000
    """Unpacked bytes for a packed one: text packs to a tenth, at best to a hundredth; bombs beyond a thousandth."""

    members: PositiveInt = 1_000_000
    """Of one archive."""

    depth: PositiveInt = 4
    """Archives in archives: people nest them once or twice, bombs without end."""

    pages: PositiveInt = 5_000
    """Of one PDF: the longest books have three thousand."""

    rows: PositiveInt = 5_000_000
    """Of one table, each a document."""

    seconds: PositiveFloat = 120.0
    """Of CPU to read one document: a page of PDF takes a tenth of a second, a hostile file forever."""


LIMITS = Limits()
"""Those that hold unless somebody sets others."""
