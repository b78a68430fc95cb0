"""Web pages: the article alone, and what the page says of itself."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.format import HEAD_BYTES
from extract.read.limits import LIMITS, Limits
from extract.read.pieces import Piece
from extract.read.web.blocks import paragraphs
from extract.read.web.html import HTML
from extract.read.web.page_facts import language_code, web_address
from extract.read.web.page_tree import page_text, page_tree
from extract.read.web.stated import stated_day, stated_instant
from tests.making import html
from tests.making.articles import ARABIC, ARTICLES, ENGLISH, GREEK


def read(data, limits=LIMITS, **told):
    (text,) = HTML.read(Piece("in/page.html", data.encode() if isinstance(data, str) else data, **told), limits)
    return text


def page(head="", body="", article=ENGLISH, **kwargs):
    return read(html.page(article, head=head, before=body, **kwargs))


def is_it(data, name="in/a", **told):
    piece = Piece(name, data, **told)
    return HTML.is_it(piece, piece.head(HEAD_BYTES))


def linked(*values):
    return "".join(f'<script type="application/ld+json">{each}</script>' for each in values)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
def test_page_that_says_all_about_itself(article):
    text = read(html.make(article))
    assert text.text == article.text
    assert (text.title, text.publisher, text.url) == (article.title, article.publisher, article.url)
    assert (text.date, text.date_from) == (article.date, "its page's JSON-LD (datePublished)")
    assert (text.language, text.seen) == (article.language, "2025-06-12T07:00:00Z")
    assert not text.is_excerpt


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
def test_page_that_says_nothing(article):
    text = read(html.make_bare(article))
    assert text.text == article.text
    assert text.title == article.title
    assert (text.publisher, text.url, text.date, text.date_from, text.language, text.seen) == (None,) * 6


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
def test_page_saved_as_one_file(article, encoding):
    data = html.make_mhtml(article, encoding)
    assert is_it(data)
    text = read(data)
    assert text.text == article.text
    assert (text.title, text.url, text.language) == (article.title, article.url, article.language)
    assert (text.date, text.seen) == (None, "2025-06-11T07:00:00Z")


def test_saved_page_that_is_cut_off_among_its_pictures():
    data = html.make_mhtml(ENGLISH)
    assert read(data[:-40]).text == ENGLISH.text


def test_saved_page_without_a_page():
    with pytest.raises(Unreadable, match=r"^in/page.html is a saved page that holds no HTML: save the page again$"):
        read(
            b"From: <Saved by Blink>\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nA\n"
        )


def test_message_with_pictures_is_no_saved_page():
    assert not is_it(b"To: a@example.org\nMessage-ID: <1>\nContent-Type: multipart/related; boundary=x\n\n--x\n")


@pytest.mark.parametrize(
    "data",
    [
        "<!DOCTYPE html><p>",
        "\ufeff<!doctype HTML>",
        "<HTML lang=el>",
        "  <!-- saved from somewhere -->\n<!-- more -->\n<html>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>',
        "<head><title>",
        "<body>",
        "<article class=a>",
    ],
)
def test_is_it(data):
    assert is_it(data.encode())
    assert is_it(data.lstrip("\ufeff").encode("utf-16"))


@pytest.mark.parametrize(
    "data",
    ["", "# A <html> page", "<rss version='2.0'>", "<htmlx>", "<?xml?>" * 500, "<!-- -->" * 500, "%PDF-1.7 <html>"],
)
def test_is_it_not(data):
    assert not is_it(data.encode())


def test_is_it_by_what_the_server_said():
    assert is_it(b"<p>Only a paragraph", media_type="text/html; charset=utf-8")
    assert not is_it(b"Only words", media_type="text/html")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (linked('{"@type": "NewsArticle", "datePublished": "2025-06-10T23:30:00-08:00"}'), "2025-06-10"),
        (linked('[{"@type": "Thing"}, {"@type": ["Article"], "datePublished": "2025-06"}]'), "2025-06"),
        (linked('{"@graph": [{"@type": "WebPage", "datePublished": "2024-01-02"}, {"@type": "BlogPosting", "headline": "x", "datePublished": "2025-06-10"}]}'), "2025-06-10"),
        (linked("{broken", '{"@type": "Article", "datePublished": "2025-06-10"}', "[]", "null", ""), "2025-06-10"),
        (linked('<!-- {"@type": "Article", "datePublished": "2025-06-10"} -->'), "2025-06-10"),
        (linked('{"@type": "Article", "headline": "two\nlines", "datePublished": "2025-06-10"};'), "2025-06-10"),
        (linked('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2025-06-10"}}'), "2025-06-10"),
        (linked('{"@type": "Article", "datePublished": ["2025-06-10"]}'), "2025-06-10"),
        (linked('{"@type": "Article", "dateCreated": "2025-06-10"}'), "2025-06-10"),
        (linked('{"@type": "Article", "comment": {"@type": "Comment", "datePublished": "2025-06-10"}}'), None),
        (linked('{"@type": "VideoObject", "datePublished": "2025-06-10"}'), None),
        (linked('{"@type": "Article", "dateModified": "2025-06-10"}'), None),
        (linked('{"@type": "Article", "datePublished": "1970-01-01T00:00:00Z"}'), None),
        (linked('{"@type": "Article", "datePublished": {"a": 1}, "headline": 7, "publisher": []}'), None),
        ('<meta property="article:published_time" content="2025-06-10T00:10:00+03:00">', "2025-06-10"),
        ('<meta name="date" content="2025-06-10">', "2025-06-10"),
        ('<meta name="DC.date" content="2025">', "2025"),
        ('<meta name="dcterms.created" content="20250610">', "2025-06-10"),
        ('<meta itemprop="datePublished" content="10 June 2025">', "2025-06-10"),
        ('<meta name="pubdate" content="Tue, 10 Jun 2025 23:00:00 -0800">', "2025-06-10"),
        ('<meta name="date" content="03/04/2025">', None),
        ('<meta name="last-modified" content="2025-06-10"><meta name="copyrightYear" content="2025">', None),
        ('<meta property="og:updated_time" content="2025-06-10">', None),
        ('<link rel="canonical" href="https://a.example.org/2025/06/10/story">', "2025-06-10"),
        ('<link rel="canonical" href="https://a.example.org/2025/06/story-12">', None),
    ],
)  # fmt: skip
def test_date_of_the_head(head, date):
    assert page(head).date == date


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ('<time datetime="2025-06-10T23:00-08:00">10 June</time>', "2025-06-10"),
        ("<time>10 June</time>", None),
        ('<time class="updated" datetime="2025-06-11">x</time><time datetime="2025-06-10">x</time>', "2025-06-10"),
        ('<span itemprop="datePublished">June 10, 2025</span>', "2025-06-10"),
        ('<div class="byline">By Jonas Weld, 10 June 2025</div>', "2025-06-10"),
        ('<span class="article-date">2025-06-10</span>', "2025-06-10"),
        ('<span class="article-date">1 June 2025</span>', "2025-06-01"),
        ('<span class="article-date">06/2025</span>', "2025-06"),
        ('<div class="last-updated-date">2025-06-10</div>', None),
        ('<p>The storm came on 2022-11-11, said the mayor, and nobody had been told of it by then.</p>', None),
        ('<div class="comments"><span class="date">2025-06-10</span></div>', None),
    ],
)  # fmt: skip
def test_date_of_the_page(body, date):
    assert page(body=body).date == date


def test_date_says_where_it_stands():
    assert page('<meta name="date" content="2025-06-10">').date_from == "its page's metadata (date)"
    assert page(body='<time datetime="2025-06-10">x</time>').date_from == "its page's markup (time)"
    assert page(body='<p class="date">10 June 2025</p>').date_from == "the line below its headline"
    assert page('<link rel=canonical href="https://a.org/2025/06/10/a">').date_from == "its address"


def test_date_of_the_first_statement_that_holds_one():
    head = linked('{"@type": "Article", "datePublished": "soon"}') + '<meta name="date" content="2025-06-10">'
    assert page(head).date == "2025-06-10"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2025-06-10T23:30:00-08:00", "2025-06-10"),
        ("2025-06-10 23:30", "2025-06-10"),
        ("2025/6/1", "2025-06-01"),
        ("2025-06", "2025-06"),
        ("1923", "1923"),
        ("20250610T080000Z", "2025-06-10"),
        ("Tue, 10 Jun 2025 00:30:00 +0300", "2025-06-10"),
        ("June 2025", "2025-06"),
        ("10/13/2025", "2025-10-13"),
        ("10/12/2025", None),
        ("10 June", None),
        ("2025-13-01", None),
        ("2025-02-30", None),
        ("0001-01-01", None),
        ("12 345 6789", None),
        ("1749513600", None),
        ("x" * 1000 + "2025", None),
        (20250610, None),
        (None, None),
        ("", None),
    ],
)
def test_stated_day(raw, day):
    assert stated_day(raw) == day


@given(st.text(alphabet="0123456789-/:.TZ+ JuneMay,", max_size=40))
def test_stated_day_of_anything(raw):
    day = stated_day(raw)
    assert day is None or day[:4] in raw or day[2:4] in raw


def test_stated_instant():
    assert stated_instant("2025-06-10T23:30:00-08:00") == "2025-06-11T07:30:00Z"
    assert stated_instant("2025-06-10") == "2025-06-10"
    assert stated_instant("yesterday") is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (linked('{"@type": "Article", "headline": "Ships &amp; men"}'), "Ships & men"),
        ('<meta property="og:title" content="A &quot;new&quot; pier">', 'A "new" pier'),
        ('<meta property="og:title" content="The Courier | A new pier"><meta property="og:site_name" content="The Courier">', "A new pier"),
        ('<meta property="og:title" content="The Courier"><meta property="og:site_name" content="The Courier">', ENGLISH.title),
        ("", ENGLISH.title),
    ],
)  # fmt: skip
def test_title(head, title):
    assert page(head).title == title


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("A new pier - Antra Courier", "https://www.antracourier.org/a", "A new pier"),
        ("A new pier | Antra Courier", "https://example.org/a", "A new pier | Antra Courier"),
        ("War - and peace", "https://example.org/a", "War - and peace"),
        ("Sea-bed and half-life", None, "Sea-bed and half-life"),
    ],
)
def test_title_without_the_name_of_the_site(title, url, expected):
    assert read(f"<html><title>{title}</title><body><p>{ENGLISH.paragraphs[0]}</p>", url=url).title == expected


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ('<link rel="canonical" href="https://a.example.org/x">', "https://b.example.org/", "https://a.example.org/x"),
        ('<link rel="canonical" href="/x">', "https://b.example.org/y/z", "https://b.example.org/x"),
        ('<link rel="canonical" href="/x">', None, None),
        ('<base href="https://c.example.org/d/"><link rel="canonical" href="x">', None, "https://c.example.org/d/x"),
        ('<base href="javascript:a"><link rel="canonical" href="x">', None, None),
        ('<meta property="og:url" content="https://a.example.org/x">', None, "https://a.example.org/x"),
        ("", "https://b.example.org/", "https://b.example.org/"),
        ('<link rel="canonical" href="//[">', "https://b.example.org/", "https://b.example.org/"),
        ('<link rel="canonical" href="file:///etc/passwd">', None, None),
        ('<link rel="canonical" href="javascript:alert(1)">', None, None),
    ],
)
def test_address(head, url, expected):
    assert read(html.page(ENGLISH, head=head), url=url).url == expected


def test_address_that_a_browser_left():
    data = html.page(ENGLISH).replace("<html", "<!-- saved from url=(0034)https://news.example.org/x -->\n<html")
    assert read(data).url == "https://news.example.org/x"
    single = html.page(ENGLISH).replace(
        "<head>", "<head><!--\n Page saved with SingleFile \n url: https://a.org/x \n-->"
    )
    assert read(single).url == "https://a.org/x"


@pytest.mark.parametrize(
    ("raw", "url"),
    [("https://a.org/b", "https://a.org/b"), ("http://", None), ("ftp://a.org", None), ("https://a.org/b c", None), (None, None)],
)  # fmt: skip
def test_web_address(raw, url):
    assert web_address(raw) == url


@pytest.mark.parametrize(
    ("raw", "code"),
    [("el-GR", "el"), ("EN_us", "en"), ("iw", "he"), ("gr", None), ("ell", "el"), ("", None), (None, None), ("x-default", None)],
)  # fmt: skip
def test_language_code(raw, code):
    assert language_code(raw) == code


def test_language_from_elsewhere():
    assert page('<meta property="og:locale" content="el_GR">', language="").language == "el"
    assert page('<meta http-equiv="Content-Language" content="ar">', language="gr").language == "ar"


def test_publisher_from_linked_data():
    assert (
        page(linked('{"@type": "Article", "publisher": {"name": "The Antra Courier"}}')).publisher
        == "The Antra Courier"
    )


def test_seen_is_what_the_page_says_before_what_the_fetcher_says():
    head = '<meta property="article:modified_time" content="2025-06-12T10:00:00+03:00">'
    assert read(html.page(ENGLISH, head=head), seen="2025-07-01T00:00:00Z").seen == "2025-06-12T07:00:00Z"
    assert read(html.page(ENGLISH), seen="2025-07-01T00:00:00Z").seen == "2025-07-01T00:00:00Z"


@pytest.mark.parametrize(
    ("article", "codec", "charset", "media_type"),
    [
        (GREEK, "utf-8-sig", "x", None),
        (GREEK, "utf-16", "utf-16", None),
        (GREEK, "utf-16-le", "x", "text/html; charset=utf-16le"),
        (GREEK, "utf-8", "iso-8859-7", None),
        (GREEK, "cp1253", "windows-1253", None),
        (GREEK, "cp1253", "nonsense", "text/html; charset=windows-1253"),
        (GREEK, "cp1253", "nonsense", None),
        (ARABIC, "cp1256", "windows-1256", None),
        (ENGLISH, "cp1252", "iso-8859-1", None),
    ],
)
def test_encoding(article, codec, charset, media_type):
    # The Greek raised stop and the bullet are not in the old encodings.
    article = replace(article, paragraphs=tuple(each.replace("·", "\u0387"[:0]) for each in article.paragraphs))
    data = html.page(article, charset=charset).encode(codec)
    assert read(data, media_type=media_type).text == article.text


@pytest.mark.parametrize("charset", ["utf-7", "base64", "idna", "rot13", "unicode_escape", "\u0660", "x" * 300, "'"])
def test_encodings_that_are_none(charset):
    assert read(html.page(ENGLISH), media_type=f"text/html; charset={charset}").text == ENGLISH.text
    assert "+ADw-" in (page_text(b"<p>+ADw-", f"text/html; charset={charset}") or "")


def test_paragraphs_lists_and_tables():
    story = (
        "<p>The harbour was reopened on Monday by the minister, two years after a\nstorm had destroyed its pier.</p>"
        "<h2>What comes next for the town</h2><ul><li>The first ferry on 17 June</li><li>The market in September</li></ul>"
        "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>19 million</td></tr></table>"
        "<p>Line one of a poem<br>line two of a poem<br><br>and the end of it all.</p>"
    )
    assert page(story=story).text.split("\n\n")[-7:] == [
        "The harbour was reopened on Monday by the minister, two years after a storm had destroyed its pier.",
        "What comes next for the town",
        "The first ferry on 17 June",
        "The market in September",
        "Year | Cost\n2023 | 19 million",
        "Line one of a poem\nline two of a poem",
        "and the end of it all.",
    ]


def test_blocks():
    tree, is_whole = page_tree(
        "<body>loose <b>te</b>xt<p>one</p>tail<div><p>two</div><pre>as\n  set\n\nhere</pre><script>no</script>after"
        "<table><tr><td><p>a<p>b<td>c<tr><td>d<td><p>e</p></table>"
    )
    assert is_whole
    assert paragraphs(tree) == [
        "loose text", "one", "tail", "two", "as\nset", "here", "after", "a", "b", "c\nd | e",
    ]  # fmt: skip


def test_short_page_is_read_without_what_stands_around():
    data = "<html><body><nav>Menu</nav><div id='cookie-bar'>We use cookies</div>Closed on Monday.<footer>(c)</footer></body>"
    assert read(data).text == "Closed on Monday."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no text: see what was saved in it"),
        (b"<html><body><script>var a = 'text'</script></body></html>", "holds no article text: open the page, wait until its article shows, and save that"),
        (b"<html><body><div class='cookie-consent'><p>We use cookies. Accept them all?</p></div></body></html>", "holds no article text: open the page, wait until its article shows, and save that"),
        (b"<html><p " + b" ".join(b"a%d" % number for number in range(60_000)) + b">x", "is no HTML that can be read: open the page, wait until its article shows, and save that"),
        (b"<html><p " + b"/".join(b"a%d" % number for number in range(60_000)) + b">x", "is no HTML that can be read: open the page, wait until its article shows, and save that"),
    ],
)  # fmt: skip
def test_pages_that_hold_nothing(data, message):
    with pytest.raises(Unreadable) as raised:
        read(data)
    assert str(raised.value) == f"in/page.html {message}"


def test_page_that_is_too_large():
    with pytest.raises(Unreadable, match=r"in/page.html is larger than 1,000 bytes"):
        read(html.make(ENGLISH), Limits(text_bytes=1000))
    with pytest.raises(Unreadable, match=r"in/page.html holds a page that is too large"):
        read(html.make_mhtml(ENGLISH), Limits(text_bytes=500))


STORY = "".join(f"<p>{paragraph}</p>" for paragraph in ENGLISH.paragraphs)


@pytest.mark.parametrize(
    "data",
    [
        f"<html><body>{'<div>' * 30_000}{STORY}",
        f"<html><body>{'<font><b>' * 3_000}{STORY}",
        f"<html><body>{STORY.replace('</p>', '')}",
        "\0".join(f"<html><body>{STORY}"),
        f"<html><body>{STORY}<script>{'text ' * 100_000}",
        f"<html><body>{STORY}{'<' * 100_000}{'<span></span>' * 20_000}",
        f"<html><head>{linked('[' * 100_000)}</head><body>{STORY}",
        f"<html><head>{linked(json.dumps({'@graph': []}) * 3)}</head><body>&#0;&#1;&#xD800;{STORY}",
        f"<html><body><article><h1>T</h1>{'<div class=date>' * 150}{'<time class=date>1 1</time>' * 5_000}{STORY}",
    ],
    ids=range(9),
)  # fmt: skip
def test_hostile_pages(data):
    assert all(paragraph in read(data).text for paragraph in ENGLISH.paragraphs)


def test_long_page_loses_nothing():
    data = f"<html><body><p>{'word ' * 2_500_000}</p><p>The end.</p>"
    text = read(data).text
    assert text.count("word") == 2_500_000
    assert text.endswith("The end.")


@given(st.data())
def test_damaged_pages_are_read_or_refused(data):
    make = data.draw(st.sampled_from([html.make, html.make_mhtml]))
    damaged = bytearray(make(data.draw(st.sampled_from(ARTICLES))))
    for _ in range(data.draw(st.integers(0, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    is_it(cut)
    try:
        assert read(cut).text.strip()
    except Unreadable as error:
        assert error.location == "in/page.html"  # noqa: PT017
