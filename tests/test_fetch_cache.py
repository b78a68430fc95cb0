"""The cache of pages: what comes out is what went in, or nothing."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fetch.cache import DAY, UNFINISHED, Cache, Page, default_folder
from extract.fetch.polite import fetch
from tests.making.sites import SETTINGS, Reply, Site, World

ADDRESS = "http://site.example/"


def page(address=ADDRESS, **told):
    known = {"url": address, "seen": "2025-06-10T12:00:00+00:00", "media_type": None, "etag": None}
    return Page(**({"address": address, "last_modified": None} | known | told))


def file_of(cache):
    [file] = (file for file in cache.folder.rglob("*") if file.is_file())
    return file


@pytest.mark.parametrize("body", [b"", b"\n", b"a\r\nb\n\n", bytes(range(256)) * 100])
def test_what_comes_out_is_what_went_in(tmp_path, body):
    kept = page(etag='"ä\n"', media_type="text/html; charset=windows-1253")
    Cache(tmp_path).keep(kept, body)
    assert Cache(tmp_path).get(ADDRESS) == (kept, body)


def test_what_never_went_in(tmp_path):
    assert Cache(tmp_path / "nowhere").get(ADDRESS) is None
    assert not (tmp_path / "nowhere").exists()


def test_a_newer_page_takes_the_place_of_the_older(tmp_path):
    cache = Cache(tmp_path)
    cache.keep(page(), b"old")
    cache.keep(page(), b"new")
    assert cache.get(ADDRESS)[1] == b"new"
    assert file_of(cache)


@given(st.data())
def test_a_broken_page_is_none(tmp_path_factory, data):
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.keep(page(), b"body")
    file = file_of(cache)
    whole = file.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[place] ^= data.draw(st.integers(1, 255))
    file.write_bytes(data.draw(st.sampled_from([bytes(broken), whole[:place], whole + b"x"])))
    assert cache.get(ADDRESS) is None


def test_a_page_of_another_address_is_none(tmp_path):
    cache = Cache(tmp_path)
    cache.keep(page(), b"body")
    file = file_of(cache)
    cache.keep(page("http://other.example/"), b"other")
    [other] = (one for one in cache.folder.rglob("*") if one.is_file() and one != file)
    file.write_bytes(other.read_bytes())
    assert cache.get(ADDRESS) is None


def test_a_broken_page_is_fetched_anew(tmp_path):
    cache = Cache(tmp_path)
    with Site({"/": Reply(b"body", headers={"ETag": '"1"'})}) as site:
        list(fetch([site.at("/")], SETTINGS, cache, World().outside()))
        file_of(cache).write_bytes(b"broken")
        [piece] = fetch([site.at("/")], SETTINGS, cache, World().outside())
        assert "If-None-Match" not in site.asked[-1][2]
    assert piece.content == b"body"


def test_pages_are_for_their_reader_alone(tmp_path):
    cache = Cache(tmp_path / "own")
    cache.keep(page(), b"body")
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in [cache.folder, *cache.folder.rglob("*")]} == {0}


def test_what_killed_runs_left_is_taken_away_after_a_day(tmp_path):
    folder = tmp_path / "ab"
    folder.mkdir()
    old, new = folder / f"old{UNFINISHED}", folder / f"new{UNFINISHED}"
    for part in (old, new):
        part.write_bytes(b"half")
    before = new.stat().st_mtime - DAY - 100
    os.utime(old, (before, before))
    Cache(tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [new.name]


def test_whoever_is_killed_while_writing_leaves_whole_pages(tmp_path):
    script = f"""
from extract.fetch.cache import Cache, Page
cache, page = Cache(), Page.model_validate_json({page().model_dump_json()!r})
while True:
    for letter in (b"a", b"b"):
        cache.keep(page, letter * 3_000_000)
        print(flush=True)
"""
    told = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    cache = Cache(tmp_path / "dateline")
    for turns in (1, 2, 3):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=told) as writing:
            for _ in range(turns):
                writing.stdout.readline()
            writing.send_signal(signal.SIGKILL)
        _, body = cache.get(ADDRESS)
        assert body in {b"a" * 3_000_000, b"b" * 3_000_000}


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is another elsewhere")
def test_where_pages_are_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    for told, folder in (
        (str(tmp_path / "x"), tmp_path / "x"),
        ("relative", tmp_path / ".cache"),
        ("", tmp_path / ".cache"),
    ):
        monkeypatch.setenv("XDG_CACHE_HOME", told)
        assert default_folder() == Path(folder) / "dateline"
