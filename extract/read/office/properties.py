"""What a document's properties say of it, taken only where it can be meant: programs fill them in, and nobody looks."""

from __future__ import annotations

import datetime as dt
import re
from unicodedata import east_asian_width

LONGEST_TITLE = 300
"""Characters; a longer one is a summary or a text that was put in the wrong place."""

FEWEST_COLUMNS = 12
"""Width of a title without blanks, of which the signs of East Asia take two: shorter ones ("Untitled", "Document1") are
what programs begin with, whatever their language."""

FILE_NAME = re.compile(
    r"\.(?:doc|dot|odt|ott|rtf|wpd|wps|pages|pdf|txt|md|tex|html?|indd|qxp|pub)[xm]?\Z", re.IGNORECASE
)
"""Programs that convert put the name of the file that they were given where a title should be: "letter2.doc"."""

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-]+)?")


def line(text: str | None) -> str | None:
    """The text on one line, None where it has no letter or digit."""
    words = " ".join(text.split()) if text else ""
    return words if any(character.isalnum() for character in words) else None


def title_in(text: str | None) -> str | None:
    """A title that somebody may have written, None where there is none."""
    title = line(text)
    if title is None or len(title) > LONGEST_TITLE or FILE_NAME.search(title):
        return None
    return title if " " in title or _columns(title) >= FEWEST_COLUMNS else None


def language_in(code: str | None) -> str | None:
    """The ISO 639-1 code at the beginning of a language tag ("pt-BR"), None where it has a longer one or none."""
    found = _LANGUAGE.fullmatch(code.strip()) if code else None
    return found[1].lower() if found else None


def instant_in(text: str | None) -> str | None:
    """An ISO day and time to the second, in the zone that is written; None where it is none."""
    try:
        stamp = dt.datetime.fromisoformat(text.strip()) if text else None
    except ValueError:
        return None
    return stamp.isoformat(timespec="seconds") if stamp else None


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
