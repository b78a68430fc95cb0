"""Web archives: each page that was fetched, as it was before it was packed for its way."""

import gzip
import io
import tracemalloc
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.format import HEAD_BYTES
from extract.read.limits import LIMITS, Limits
from extract.read.pieces import Piece
from extract.read.web.html import HTML
from extract.read.web.warc import WARC
from tests.making import html, warc
from tests.making.articles import ARTICLES, ENGLISH

PAGE = html.make(ENGLISH)


def read(data, limits=LIMITS):
    return list(WARC.read(Piece("in/crawl.warc", data), limits))


def is_it(data):
    return WARC.is_it(Piece("in/a", data), data[:HEAD_BYTES])


def brotli_packed(body):
    packed = io.BytesIO()
    with BrotliWriter(packed) as writer:
        writer.write(body)
    return packed.getvalue()


def told(found):
    return [str(each) for each in found if isinstance(each, Unreadable)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
@pytest.mark.parametrize("pack", [b"".join, warc.packed, lambda records: gzip.compress(b"".join(records))])
def test_page_among_what_it_is_made_with(pack, article):
    data = pack(warc.records(article))
    assert is_it(data)
    (piece,) = read(data)
    assert piece == Piece(
        "in/crawl.warc/record 3",
        html.make(article),
        depth=1,
        seen=warc.FETCHED,
        url=article.url,
        media_type="text/html; charset=utf-8",
    )
    (text,) = HTML.read(piece, LIMITS)
    assert (text.text, text.title, text.date, text.url) == (article.text, article.title, article.date, article.url)


def chunked(body):
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in (body[:100], body[100:])) + b"0\r\n\r\n"


def raw_deflated(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, ""),
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (brotli_packed(PAGE), "Content-Encoding: br\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (raw_deflated(PAGE), "content-encoding: Deflate\r\n"),
        (chunked(PAGE), "Transfer-Encoding: chunked\r\n"),
        (chunked(gzip.compress(PAGE)), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        (brotli_packed(gzip.compress(PAGE)), "Content-Encoding: gzip, br\r\n"),
        (PAGE, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        (PAGE, "Content-Encoding: br\r\n"),
        (PAGE, "Content-Encoding: deflate\r\n"),
        (PAGE, "Content-Encoding: none\r\n"),
    ],
)
def test_body_is_unpacked(body, headers):
    (piece,) = read(warc.record(warc.answer(body, headers=headers)))
    assert piece.content == PAGE


@pytest.mark.parametrize(
    ("body", "start"),
    [(gzip.compress(PAGE)[:-50], "Content-Encoding: gzip"), (chunked(PAGE)[:-50], "Transfer-Encoding: chunked")],
)
def test_body_that_was_cut_off_by_the_crawler(body, start):
    (piece,) = read(warc.record(warc.answer(body, headers=f"{start}\r\n")))
    assert PAGE.startswith(piece.content[:500])
    assert len(piece.content) > 500


def test_brotli_that_was_cut_off_by_the_crawler():
    words = " ".join(map(str, range(20_000))).encode()
    (piece,) = read(warc.record(warc.answer(brotli_packed(words)[:-2000], headers="Content-Encoding: br\r\n")))
    assert words.startswith(piece.content)
    assert len(piece.content) > 10_000


@pytest.mark.parametrize(
    ("media_type", "is_read"),
    [
        ("text/html", True), ("application/pdf", True), ("text/plain", True), ("application/rss+xml", True),
        ("", True), ("application/octet-stream", True), ("text/javascript-notes", True),
        ("image/png", False), ("IMAGE/PNG", False), ("text/css; charset=utf-8", False), ("text/javascript", False),
        ("application/javascript", False), ("application/x-javascript", False), ("font/woff2", False),
        ("application/font-woff", False), ("video/mp4", False), ("audio/mpeg", False),
    ],
)  # fmt: skip
def test_media_types(media_type, is_read):
    data = warc.make(ENGLISH) + warc.record(warc.answer(b"words", media_type))
    assert len(read(data)) == 1 + is_read


@pytest.mark.parametrize(
    "record",
    [
        warc.record(warc.answer(PAGE), kind)
        for kind in ("request", "metadata", "revisit", "warcinfo", "conversion", "unheard-of")
    ]
    + [warc.record(warc.answer(PAGE, status=status)) for status in ("404 Not Found", "301 Moved", "204 None", "206 Partial", "500 Sorry")]
    + [warc.record(b"example.org 3600 IN A 192.0.2.1", url="dns:example.org", media_type="text/dns")]
    + [warc.record(b"no answer at all"), warc.record(b"")]
    + [warc.record(b"{}", "resource", url="urn:pageinfo:https://a.example.org", media_type="application/json")],
)  # fmt: skip
def test_records_that_are_no_documents(record):
    assert len(read(record + warc.record(warc.answer(PAGE)))) == 1


def test_resource_has_the_media_type_of_its_record():
    (piece,) = read(warc.record(b"%PDF-1.7", "resource", url="file:///a.pdf", media_type="application/pdf"))
    assert (piece.content, piece.media_type, piece.url) == (b"%PDF-1.7", "application/pdf", None)


def test_headers_that_end_in_line_feeds_alone():
    (piece,) = read(warc.record(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html>\n\nb"))
    assert (piece.content, piece.media_type) == (b"<html>\n\nb", "text/html")


@pytest.mark.parametrize(("pack", "cuts"), [(b"".join, (100_000, 400, 150, 20)), (warc.packed, (1_000, 400, 150))])
def test_archive_that_is_cut_off(pack, cuts):
    whole = warc.record(warc.answer(PAGE))
    second = warc.record(warc.answer(bytes(range(256)) * 500))
    for cut in cuts:
        found = read(pack([whole]) + pack([second])[:cut])
        assert [piece.content for piece in found if isinstance(piece, Piece)] == [PAGE]
        assert len(told(found)) == 1
        assert told(found)[0].startswith(
            ("in/crawl.warc is cut off in record 2", "in/crawl.warc is damaged after record 1")
        )


def test_archive_that_is_damaged():
    found = read(warc.record(warc.answer(PAGE)) + b"neither this nor that\r\n" * 10 + warc.record(warc.answer(PAGE)))
    assert isinstance(found[0], Piece)
    assert told(found) == [
        "in/crawl.warc is damaged after record 1: get the file again; what stands before that place was read"
    ]


def test_record_that_is_too_large():
    large = warc.record(warc.answer(b"x" * 100_000), url="https://a.example.org/large")
    found = read(large + warc.record(warc.answer(PAGE)), Limits(file_bytes=50_000))
    assert told(found) == [
        "in/crawl.warc/record 1 (https://a.example.org/large) is larger than 50,000 bytes: get it from its address, and split it"
    ]
    assert found[1].location == "in/crawl.warc/record 2"


@pytest.mark.parametrize(
    ("pack", "name"),
    [(gzip.compress, "gzip"), (brotli_packed, "br"), (zlib.compress, "deflate"), (raw_deflated, "deflate")],
)
def test_bomb(pack, name):
    bomb = warc.record(warc.answer(pack(bytes(30_000_000)), headers=f"Content-Encoding: {name}\r\n"))
    tracemalloc.start()
    found = read(bomb + warc.record(warc.answer(PAGE)), Limits(file_bytes=1_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told(found) == [
        "in/crawl.warc/record 1 unpacks to more than 1,000,000 bytes: leave it out, it is no document"
    ]
    assert isinstance(found[1], Piece)
    assert peak < 20_000_000


def test_length_that_is_a_lie():
    found = read(warc.record(warc.answer(PAGE), length=10**15))
    assert [type(each) for each in found] == [Unreadable]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no pages: see whether it is the archive that you mean"),
        (b"WARC/1.0\r\n" + b"\0\xff" * 500, "is no web archive that can be read: get the file again"),
        (b"garbage\r\n" * 100, "is no web archive that can be read: get the file again"),
        (warc.record(b"software: x", "warcinfo"), "holds no pages: see whether it is the archive that you mean"),
    ],
)
def test_archives_that_hold_nothing(data, message):
    with pytest.raises(Unreadable) as raised:
        read(data)
    assert str(raised.value) == f"in/crawl.warc {message}"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1f\x8b",
        gzip.compress(b"WAR", mtime=0),
        gzip.compress(b"<html>", mtime=0),
        b"\x1f\x8bWARC/",
        b" WARC/1.0",
    ],
)
def test_is_it_not(data):
    assert not is_it(data)


def test_one_record_at_a_time(tmp_path):
    file = tmp_path / "large.warc.gz"
    record = gzip.compress(warc.record(warc.answer(bytes(1_000_000))), 1)
    with file.open("wb") as stream:
        for _ in range(60):
            stream.write(record)
    tracemalloc.start()
    count = sum(1 for _ in WARC.read(Piece("in/large.warc.gz", file), LIMITS))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 60
    assert peak < 20_000_000


@given(st.data())
def test_damaged_archives_are_read_or_refused(data):
    pack = data.draw(st.sampled_from([b"".join, warc.packed]))
    damaged = bytearray(pack(warc.records(data.draw(st.sampled_from(ARTICLES)))))
    for _ in range(data.draw(st.integers(0, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    is_it(cut)
    try:
        assert read(cut)
    except Unreadable as error:
        assert error.location == "in/crawl.warc"  # noqa: PT017
