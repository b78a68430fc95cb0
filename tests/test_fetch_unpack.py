"""Packed bodies, a little at a time."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fetch.trouble import Trouble
from extract.fetch.unpack import STEP, joined, unpacked

PACK = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "Identity": bytes,
    "": bytes,
}


def in_parts(data, size):
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.binary(max_size=2000), st.integers(1, 700), st.sampled_from(sorted(PACK)))
def test_what_was_packed_comes_out_however_it_is_cut(body, size, coding):
    assert b"".join(unpacked(in_parts(PACK[coding](body), size), coding)) == body


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_unpacked_in_small_steps_and_only_on_demand(coding):
    chunks = unpacked([PACK[coding](bytes(50_000_000))], coding)
    assert [len(next(chunks)) <= STEP for _ in range(5)] == [True] * 5


def test_text_longer_than_a_step():
    body = b"".join(b"%d " % number for number in range(100_000))
    assert b"".join(unpacked([gzip.compress(body)], "gzip")) == body


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress", "utf-8"])
def test_other_ways_of_packing_are_refused(coding):
    with pytest.raises(Trouble, match="not asked for"):
        unpacked([b"x"], coding)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_damage_is_said(coding):
    whole = PACK[coding](b"Harbour of Kalvos reopens" * 9)
    for end in range(len(whole)):
        with pytest.raises(Trouble, match=r"broke off|damaged"):
            list(unpacked([whole[:end]], coding))


def test_what_stands_behind_the_end_is_passed_over():
    assert b"".join(unpacked([gzip.compress(b"page"), b"\0\0\0"], "gzip")) == b"page"
    assert b"".join(unpacked([zlib.compress(b"page") + b"more"], "deflate")) == b"page"


def test_joined_is_bounded_or_cut():
    assert joined([b"ab", b"cd"], 4) == b"abcd"
    with pytest.raises(Trouble, match="larger than 3 bytes"):
        joined([b"ab", b"cd"], 3)
    assert joined([b"ab", b"cd"], 3, cut=True) == b"abc"
