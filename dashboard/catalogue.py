"""The catalogues of the interface's words, one a language, read as translators write them: nothing is compiled before.

A language is a folder `locale/<code>` with a catalogue in it; English, in which the code is written, needs none.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).with_name("locale")
FILE = "LC_MESSAGES/dateline.po"

OWN = "en"
"""The language of the words in the code."""

OWN_FORMATS = "en_AE"
"""English with the day before the month, as everywhere but in America, and with months of three letters."""


@cache
def languages() -> dict[str, str]:
    """The languages of the interface by their codes, each with its name in itself, in the order of these names."""
    codes = [OWN, *(path.parents[1].name for path in FOLDER.glob(f"*/{FILE}"))]
    return dict(sorted(((code, _own_name(code)) for code in codes), key=lambda each: each[1]))


@cache
def catalogue(code: str) -> NullTranslations:
    """The words of one of the languages; what is missing or in doubt there stays English."""
    if code == OWN:
        return NullTranslations()
    compiled = BytesIO()
    with (FOLDER / code / FILE).open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def formats(code: str) -> Locale:
    """How one of the languages writes dates and numbers, as CLDR has it."""
    return Locale.parse(OWN_FORMATS if code == OWN else code)


def direction(code: str) -> str:
    """`rtl` of a language that is written from right to left, else `ltr`."""
    return formats(code).text_direction


def _own_name(code: str) -> str:
    name = Locale.parse(code).get_display_name(code) or code
    return name[:1].upper() + name[1:]
