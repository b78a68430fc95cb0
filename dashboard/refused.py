"""What the dashboard itself does not do, told in the reader's language; what `extract` raises is told in English."""

from __future__ import annotations

from extract.errors import InputError


class Refused(InputError):  # noqa: N818 - a form shows it as what came of it
    """What somebody gave or asked for is not taken; the text says why, in their language."""
