"""Feeds: each entry is a document, or announces one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.format import HEAD_BYTES
from extract.read.limits import LIMITS, Limits
from extract.read.pieces import Piece, Text
from extract.read.web.feed import FEED
from extract.read.web.html import HTML
from tests.making import feed
from tests.making.articles import ARTICLES, ENGLISH, GREEK


def read(data, limits=LIMITS, **told):
    return list(FEED.read(Piece("in/feed.xml", data, **told), limits))


def is_it(data):
    return FEED.is_it(Piece("in/a", data), data[:HEAD_BYTES])


def entry(content="", extra=""):
    (text,) = read(feed.rss(ENGLISH, [feed.item(ENGLISH, content=content, extra=extra)]))
    return text


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
@pytest.mark.parametrize(
    ("make", "date_from", "seen"),
    [
        (feed.make, "its feed's entry (published)", None),
        (feed.make_rdf, "its feed's entry (updated)", None),
        (feed.make_atom, "its feed's entry (published)", "2025-06-12T08:00:00Z"),
    ],
)
def test_entry_with_its_text(make, article, date_from, seen):
    data = make(article)
    assert is_it(data)
    assert not HTML.is_it(Piece("in/a", data), data[:HEAD_BYTES])
    assert read(data) == [
        Text(
            article.body,
            part="entry 1",
            title=article.title,
            publisher=article.publisher,
            url=article.url,
            date=article.date,
            date_from=date_from,
            language=article.language,
            seen=seen,
        )
    ]


def test_entries_in_their_order():
    data = feed.rss(ENGLISH, [feed.item(article) for article in ARTICLES])
    assert [(text.part, text.title) for text in read(data)] == [
        (f"entry {number}", article.title) for number, article in enumerate(ARTICLES, start=1)
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<description>Two lines\n\nof plain text</description>", "Two lines\n\nof plain text"),
        (
            "<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two &amp;amp; three&lt;/p&gt;</description>",
            "One\n\ntwo & three",
        ),
        ("<description>5 &lt; 7 &amp;amp; 8</description>", "5 < 7 & 8"),
        ("<description>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Words&lt;/p&gt;</description>", "Words"),
        ("", ENGLISH.title),
        ("<description></description>", ENGLISH.title),
    ],
)
def test_entry_that_announces_a_page(content, text):
    found = entry(content)
    assert (found.text, found.is_excerpt, found.url) == (text, True, ENGLISH.url)


def test_whole_text_goes_before_a_summary():
    found = entry("<description>Short</description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>")
    assert (found.text, found.is_excerpt) == ("Long", False)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Tue, 10 Jun 2025 23:30:00 -0800", "2025-06-10"),
        ("Wed, 11 Jun 2025 00:30:00 +0300", "2025-06-11"),
        ("2025-06-10T23:30:00-08:00", "2025-06-10"),
        ("10/06/2025", None),
        ("soon", None),
    ],
)
def test_date_is_the_day_of_the_author(date, expected):
    data = feed.make(ENGLISH)
    start, end = data.index(b"<pubDate>") + len(b"<pubDate>"), data.index(b"</pubDate>")
    (text,) = read(data[:start] + date.encode() + data[end:])
    assert text.date == expected
    assert (text.date_from is None) == (expected is None)


@pytest.mark.parametrize(
    ("link", "url"),
    [("/a", "https://news.example.org/a"), ("javascript:alert(1)", None), ("file:///etc/passwd", None), ("", None)],
)
def test_address(link, url):
    item = feed.item(ENGLISH).replace(f"<link>{ENGLISH.url}</link>", f"<link>{link}</link>").replace("<guid>", "<g>")
    (text,) = read(feed.rss(ENGLISH, [item.replace("</guid>", "</g>")]))
    assert text.url == url


def test_encoding_of_its_own():
    data = feed.make(GREEK).decode().replace("UTF-8", "windows-1253").encode("cp1253", errors="xmlcharrefreplace")
    (text,) = read(data)
    assert text.title == GREEK.title


def test_nothing_outside_the_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    entities = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "yyyy"><!ENTITY z "&y;&y;&y;&y;">]>'
    data = (
        feed.make(ENGLISH)
        .replace(b"<rss", entities.encode() + b"<rss", 1)
        .replace(b"The harbour", b"&x;&z;The harbour")
    )
    assert all("SECRET" not in found.text for found in read(data) if isinstance(found, Text))
    with pytest.raises(Unreadable):
        read(str(secret).encode())


def test_bomb_of_entities():
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    data = feed.make(ENGLISH).replace(b"<rss", f'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{entities}]><rss'.encode(), 1)
    found = read(data.replace(b"Harbour of", b"&j; Harbour of"))
    assert sum(len(text.text) for text in found if isinstance(text, Text)) < 10_000


def test_feed_that_is_cut_off():
    data = feed.rss(ENGLISH, [feed.item(article) for article in ARTICLES])
    *texts, last = read(data[: data.rindex(b"<item>") + 20])
    assert [text.title for text in texts[:2]] == [ARTICLES[0].title, ARTICLES[1].title]
    assert str(last) == "in/feed.xml is cut off: save the feed again; what stands before that place was read"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no entries with a text: save the feed again"),
        (b"\0\xff" * 100, "holds no entries with a text: save the feed again"),
        (feed.rss(ENGLISH, []), "holds no entries with a text: save the feed again"),
        (feed.rss(ENGLISH, ["<item></item>"]), "holds no entries with a text: save the feed again"),
    ],
)
def test_feeds_that_hold_nothing(data, message):
    with pytest.raises(Unreadable) as raised:
        read(data)
    assert str(raised.value) == f"in/feed.xml {message}"


def test_feed_that_is_too_large():
    with pytest.raises(Unreadable, match=r"is larger than 100 bytes"):
        read(feed.make(ENGLISH), Limits(text_bytes=100))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><rss>",
        b"<?xml?><feed>",
        b"<rdf:RDF xmlns='x'>",
        b"<!-- <rss> -->",
        b"<?xml?>" * 500,
        b"<!-- -->" * 500,
    ],
)
def test_is_it_not(data):
    assert not is_it(data)


@given(st.data())
def test_damaged_feeds_are_read_or_refused(data):
    make = data.draw(st.sampled_from([feed.make, feed.make_atom, feed.make_rdf]))
    damaged = bytearray(make(data.draw(st.sampled_from(ARTICLES))))
    for _ in range(data.draw(st.integers(0, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    is_it(cut)
    try:
        assert read(cut)
    except Unreadable as error:
        assert error.location == "in/feed.xml"  # noqa: PT017
