import os
import stat
from pathlib import Path

import pytest

from extract.errors import ExportError
from extract.store.whole import written_whole


def test_a_file_takes_its_place_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    path.write_bytes(b"old")
    with written_whole(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), written_whole(path) as stream:
        stream.writelines([b"half", None])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "circle").symlink_to("circle")
    for name in (".", "no/out", "file/out", "circle", "n" * 300):
        path = tmp_path / name
        with pytest.raises(ExportError, match=str(path)), written_whole(path) as stream:
            stream.write(b"x")


def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        with written_whole(path) as stream:
            stream.write(b"new")
        assert os.read(reading, 10) == b"new"
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()
    assert sorted(tmp_path.iterdir()) == [link, pipe]


@pytest.mark.parametrize("before", [b"old", None])
def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path, before: bytes | None) -> None:
    real, link = tmp_path / "there" / "real", tmp_path / "link"
    real.parent.mkdir()
    if before is not None:
        real.write_bytes(before)
    link.symlink_to("there/real")
    with written_whole(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert sorted(tmp_path.rglob("*")) == [link, real.parent, real]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o440, 0o777])
def test_who_may_read_a_file_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    path.chmod(mode)
    with written_whole(path) as stream:
        stream.write(b"new")
        (unfinished,) = set(tmp_path.iterdir()) - {path}
        assert stat.S_IMODE(unfinished.stat().st_mode) == mode
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_bytes() == b"new"
