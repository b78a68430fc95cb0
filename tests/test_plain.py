"""Plain-text files: encodings, and everything that is no text."""

import os
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.read.plain import MOST_BYTES, read_plain

SEEDS = Path(__file__).parent.parent / "seeds"
GREEK = (SEEDS / "000_76d3b764bfcca4fb.txt").read_text(encoding="utf-8")
ENGLISH = (SEEDS / "001_a8475e7d3b61eb1d.txt").read_text(encoding="utf-8")
ARABIC = (SEEDS / "004_8739849bb1ac5f7d.txt").read_text(encoding="utf-8")


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


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        read_plain(path)
