"""A plain-text file as one string, whatever encoding it was saved in."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from charset_normalizer import from_bytes

from extract.errors import InputError

MOST_BYTES = 20_000_000
"""Twenty long novels: what is larger is no article, and would hold up its neighbours."""

SAMPLE_BYTES = 200_000
"""Bytes from which the encoding is guessed where a file does not say it; guessing is slow."""

LOST = "\ufffd"
LAST_ASCII = "\x7f"

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

LEGACY_ENCODINGS = (
    "cp1252", "cp1253", "cp1251", "cp1256", "cp1250", "cp1254", "cp1255", "cp1257", "cp1258", "cp874",
    "iso8859_2", "iso8859_7", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
"""Encodings that texts are still found in; among all that exist, short texts are taken for the rarest."""


def read_plain(path: Path) -> str:
    """The file's text. Raises InputError, with the path and the way out, where it holds none or cannot be read."""
    data = _read_bytes(path)
    if not data.strip():
        raise InputError(f"{path} is empty: give a file that holds text")
    text = _decode(data)
    if text is None:
        raise InputError(f"{path} is no plain text, or in an encoding that cannot be told: save it as UTF-8 text")
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path} is no file that holds text")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror or error}. See whether it is there and yours"
        ) from error
    if len(data) > MOST_BYTES:
        raise InputError(f"{path} is larger than {MOST_BYTES:,} bytes: split it into its articles")
    return data


def _decode(data: bytes) -> str | None:
    """The text of the bytes, None where they are none."""
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None if encoding != "utf-8" or b"\0" in data else _decode_by_guess(data)
    return None if "\0" in text else text


def _decode_by_guess(data: bytes) -> str | None:
    damaged = data.decode("utf-8", errors="replace")
    lost = damaged.count(LOST)
    if sum(character > LAST_ASCII for character in damaged) > 2 * lost:
        return damaged  # UTF-8 in which few bytes are broken: hardly anything else looks like it
    guess = from_bytes(data[:SAMPLE_BYTES], cp_isolation=list(LEGACY_ENCODINGS)).best()
    if guess is None:
        return None
    # A byte that the sample did not hold may be outside the encoding: one lost letter is no reason to lose the text.
    return data.decode(guess.encoding, errors="replace")
