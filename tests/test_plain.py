"""Plain-text files: encodings, and everything that is no text."""

import os
import time
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.read.limits import LIMITS
from extract.read.pieces import Piece
from extract.read.plain import decode, text_of

MOST_BYTES = LIMITS.text_bytes
SEEDS = Path(__file__).parent.parent / "seeds"
GREEK = (SEEDS / "000_76d3b764bfcca4fb.txt").read_text(encoding="utf-8")
ENGLISH = (SEEDS / "001_a8475e7d3b61eb1d.txt").read_text(encoding="utf-8")
ARABIC = (SEEDS / "004_8739849bb1ac5f7d.txt").read_text(encoding="utf-8")


def read_plain(path: Path) -> str:
    return text_of(Piece(str(path), path), LIMITS)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GREEK, "utf-8"),
        (GREEK, "utf-8-sig"),
        (GREEK, "utf-16"),
        (ARABIC, "utf-32"),
        (GREEK, "cp1253"),
        (ENGLISH, "cp1252"),
        (ARABIC, "cp1256"),
        ("Στις 17 Ιανουαρίου", "cp1253"),
        ("Москва 17 января", "cp1251"),
        ("東京の天気は晴れです", "shift_jis"),
        ("a", "utf-8"),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    saved = text.encode(encoding, errors="replace")
    path.write_bytes(saved)
    assert read_plain(path) == saved.decode(encoding)


@pytest.mark.parametrize("text", [GREEK, ARABIC, "“Yes” – she said"])
def test_utf8_with_a_broken_byte_stays_utf8(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    whole = text.encode()
    path.write_bytes(whole + b" \xce")
    assert read_plain(path) == f"{text} \ufffd"
    middle = text[:5].encode()
    path.write_bytes(middle + b"\xff" + whole[len(middle) :])
    assert read_plain(path) == f"{text[:5]}\ufffd{text[5:]}"


def test_guessing_reads_a_sample_of_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = (GREEK * 800)[:2_000_000]
    path.write_bytes(text.encode("cp1253", errors="replace"))
    started = time.process_time()
    assert read_plain(path).startswith(GREEK[:100])
    assert time.process_time() - started < 10


def test_line_breaks_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\rthree\n")
    assert read_plain(path) == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"text\0with a hole", "no plain text"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\0\0" + bytes(range(256)), "no plain text"),
        (b"\xff\xfe\x00", "no plain text"),
        (b"\xef\xbb\xbf\xff\xff", "no plain text"),
        (b"a" * (MOST_BYTES + 1), "is larger than"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason) as error:
        read_plain(path)
    assert str(path) in str(error.value)


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * MOST_BYTES)
    assert len(read_plain(path)) == MOST_BYTES


def test_missing_and_other_kinds_of_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("missing.txt", "pipe.txt", "."):
        with pytest.raises(InputError, match=str(tmp_path)):
            read_plain(tmp_path / name)


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be read \(File name too long\)"):
        read_plain(tmp_path / f"{'a' * 300}.txt")


def test_an_encoding_that_somebody_gives_counts_where_the_bytes_allow_it() -> None:
    russian = "Встреча прошла 17 января".encode("koi8_r")
    assert decode(russian, "KOI8-R") == "Встреча прошла 17 января"
    assert decode("17 Ιανουαρίου".encode(), "iso-8859-1") == "17 Ιανουαρίου"
    assert decode("Στις 17 Ιανουαρίου".encode("cp1253"), "no-such-encoding") == "Στις 17 Ιανουαρίου"
    assert decode(b"a\0b", "rot13") is None
