"""Archives: what they hold, by names that stay in them, and what is wrong with some of it."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.formats import parts, texts
from extract.read.limits import LIMITS, Limits
from extract.read.pieces import Found, Piece, Text
from tests.making.archives import locked, nested, tarred, zipped

FILES = {"letters/1.txt": b"In May 1998.", "letters/2.txt": "Στις 3 Μαΐου 1998.".encode(), "تقرير.txt": b"In 1999."}
BOMB = b"\0" * 30_000_000


def held(data: bytes, name: str = "a.zip", limits: Limits = LIMITS) -> tuple[dict[str, bytes], list[str]]:
    found: list[Found] = list(parts(Piece(name, data), limits))
    pieces = {each.location: each.content for each in found if isinstance(each, Piece)}
    assert all(isinstance(content, bytes) for content in pieces.values())
    return pieces, [str(each) for each in found if isinstance(each, Unreadable)]  # type: ignore[return-value]


@pytest.mark.parametrize(
    "data",
    [zipped(FILES), tarred(FILES), tarred(FILES, "w:xz"), tarred(FILES, "w")],
    ids=["zip", "tar.gz", "tar.xz", "tar"],
)
def test_an_archive_is_what_it_holds_whatever_it_is_called(data: bytes) -> None:
    for name in ("a.zip", "a.tar.gz", "a.bin"):
        pieces, troubles = held(data, name)
        assert pieces == {f"{name}/{member}": content for member, content in FILES.items()}
        assert troubles == []


def test_a_packed_file_is_the_file() -> None:
    assert held(gzip.compress(b"In 1999."), "a.txt.gz")[0] == {"a.txt.gz/a.txt": b"In 1999."}


def test_names_cannot_lead_out_of_their_archive() -> None:
    files = {"../../etc/passwd": b"1", "/abs.txt": b"2", "a/../../b.txt": b"3", "c\\d.txt": b"4", "./..": b"5"}
    pieces, _ = held(zipped(files))
    assert set(pieces) == {"a.zip/etc/passwd", "a.zip/abs.txt", "a.zip/a/b.txt", "a.zip/c/d.txt"}
    assert set(held(tarred(files))[0]) == set(pieces)


def test_what_programs_leave_and_links_are_passed_over() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert held(stream.getvalue(), "a.tar") == ({}, [])
    assert held(zipped({"__MACOSX/._1.txt": b"x", ".DS_Store": b"x", "1.txt": b"y"}))[0] == {"a.zip/1.txt": b"y"}


def test_archives_in_archives_down_to_a_bound() -> None:
    assert list(held(nested(zipped({"1.txt": b"x"}), 2))[0]) == ["a.zip/inner.zip/inner.zip/1.txt"]
    pieces, troubles = held(nested(zipped({"1.txt": b"x"}), 9))
    assert pieces == {}
    assert len(troubles) == 1
    assert troubles[0].endswith("lies in more than 4 archives: unpack the outer ones")


def test_two_files_of_one_name_are_two() -> None:
    stream = io.BytesIO(zipped({"1.txt": b"x"}))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("1.txt", b"y")
    assert held(stream.getvalue())[0] == {"a.zip/1.txt": b"x", "a.zip/1.txt (2)": b"y"}


@pytest.mark.parametrize(
    ("data", "limits", "told"),
    [
        (zipped({"b.txt": BOMB, "1.txt": b"x"}), LIMITS, "a.zip/b.txt unpacks to 30,000,000 bytes, as bombs do: "),
        (locked({"b.txt": b"x"}), LIMITS, "a.zip/b.txt is locked with a password: "),
        (zipped(FILES)[:60], LIMITS, "a.zip is a damaged ZIP archive: get it again"),
        (tarred(FILES)[:80], LIMITS, "a.zip/a is damaged in its archive: "),
        (zipped(FILES), Limits(members=2), "a.zip holds more than 2 files: unpack it yourself"),
        (zipped(FILES), Limits(unpacked_bytes=20), "a.zip holds more than 20 bytes when unpacked: "),
        (zipped({"b.txt": b"x" * 99}), Limits(file_bytes=50), "a.zip/b.txt is larger than 50 bytes in its archive: "),
    ],
    ids=["bomb", "locked", "cut", "cut tar", "many", "much", "large"],
)
def test_what_cannot_be_unpacked_is_told(data: bytes, limits: Limits, told: str) -> None:
    _, troubles = held(data, limits=limits)
    assert len(troubles) == 1
    assert troubles[0].startswith(told)


def test_a_damaged_member_is_told_and_its_neighbours_are_read() -> None:
    data = bytearray(zipped({"1.txt": b"In May 1998.", "2.txt": b"In May 1999."}, compression=0))
    data[data.index(b"1998")] ^= 1
    pieces, troubles = held(bytes(data))
    assert pieces == {"a.zip/2.txt": b"In May 1999."}
    assert troubles == ["a.zip/1.txt is damaged in its archive: get the archive again"]


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_archive_never_ends_a_run(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([zipped(FILES), tarred(FILES), tarred(FILES, "w"), gzip.compress(b"In 1999.")]))
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    del damaged[data.draw(st.integers(1, len(damaged))) :]
    for each in texts(Piece("a.zip", bytes(damaged)), LIMITS):
        assert isinstance(each, Text | Unreadable)


def test_files_on_disk_are_read_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(FILES))
    found = list(texts(Piece("a.zip", path), LIMITS))
    assert [(each.part, each.text) for each in found if isinstance(each, Text)] == [
        (name, content.decode()) for name, content in FILES.items()
    ]
