"""Why a page cannot be had, and what to do: in words, wherever it comes up."""

from __future__ import annotations

from http import HTTPStatus

IN_BROWSER = "open it in your browser and save the page"
LATER = "try again later"
RIGHT = "see whether the address is right"
PROXY_SETTINGS = "see the proxy in your network's settings"

BUSY = 429
GONE = frozenset({404, 410})
PASSING = frozenset({408, 425, BUSY})
"""Beside all from 500 on: what may be otherwise in a moment."""


class Trouble(Exception):  # noqa: N818 - it becomes an Unreadable, and is named like one
    """A page cannot be had. Reason and remedy go into an Unreadable, behind the address."""

    def __init__(self, reason: str, remedy: str, *, passes: bool = False) -> None:
        super().__init__(reason, remedy)
        self.reason = reason
        self.remedy = remedy
        self.passes = passes
        """Whether it is worth another try."""

    def behind(self, address: str) -> Trouble:
        """The same, of an address that another one leads to."""
        return Trouble(f"leads to {address}, which {self.reason}", self.remedy, passes=self.passes)


class Unreached(Trouble):
    """Its host cannot be asked at all, whatever the page."""


def passes(status: int) -> bool:
    """Whether an answer may be otherwise in a moment."""
    return status in PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def trouble_of(status: int) -> Trouble:
    """What an answer without a page means."""
    return Trouble(f"answered {_in_words(status)}", _remedy(status), passes=passes(status))


def _in_words(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)


def _remedy(status: int) -> str:
    if status in GONE:
        return RIGHT
    return LATER if passes(status) else IN_BROWSER
