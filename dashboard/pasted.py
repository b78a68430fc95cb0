"""A text that somebody pasted, as a Markdown file that is read as exactly that text, with what is known of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.kept import PARTS
from dashboard.refused import Refused
from dashboard.tongue import _
from dashboard.wording import apart
from extract.label import label
from extract.read.manifest import is_web_address
from extract.redate import as_stored
from extract.said import UNKNOWN

LONGEST_LINE = 300
"""Characters of a title as it is kept."""

LONGEST_FILE_NAME = 60
"""Characters of a title that its file is called by."""

FENCE = re.compile(r"`{3,}")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was typed into the form."""

    text: str
    title: str = ""
    url: str = ""
    date: str = ""


def file_name(pasted: Pasted) -> str:
    """What its file is called, before that is made safe: by its title, or by the words that it begins with."""
    named = label(pasted.title, LONGEST_FILE_NAME) or label(pasted.text, LONGEST_FILE_NAME)
    return f"{PARTS.sub('_', named).rstrip('…')}.md" if named else "text.md"


def as_markdown(pasted: Pasted, today: int) -> str:
    """The file's content; nothing was written after `today`.

    Raises Refused for a text of nothing or an address that is none, CorrectionError for a date that is none.
    """
    if not pasted.text.strip():
        raise Refused(_("There is no text yet: paste one"))
    known = (("title", label(pasted.title, LONGEST_LINE)), ("date", _date(pasted, today)), ("url", _address(pasted)))
    head = "".join(f"{key}: {value}\n" for key, value in known if value)
    longest = max((len(found) for found in FENCE.findall(pasted.text)), default=2)
    fence = "`" * (longest + 1)
    return f"---\n{head}---\n\n{fence}text\n{pasted.text.rstrip()}\n{fence}\n"


def _date(pasted: Pasted, today: int) -> str:
    if not pasted.date.strip():
        return ""
    date = as_stored(pasted.date, today)
    if date == UNKNOWN:
        raise Refused(_("Leave the date empty where it is not known"))
    return date


def _address(pasted: Pasted) -> str:
    address = pasted.url.strip()
    if address and (not is_web_address(address) or len(address.split()) > 1 or not address.isprintable()):
        raise Refused(_("{text!r} is no web address: it begins with https:// or http://", text=apart(label(address))))
    return address
