"""Markup within something else becomes its paragraphs, whatever it looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.markup import is_markup, paragraphs_of_html, paragraphs_of_text
from tests.making.articles import ARTICLES


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
def test_paragraphs_come_as_they_are(article):
    html = "\n".join(f"<p>{paragraph}</p>" for paragraph in article.paragraphs)
    assert paragraphs_of_html(f"<html><head><title>x</title></head><body>{html}</body></html>") == article.body


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        (" \n ", ""),
        ("plain", "plain"),
        ("two\nlines", "two lines"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("line<br>break<br/>\n again", "line\nbreak\nagain"),
        ("one<br><br>two", "one\n\ntwo"),
        ("a <b>bold</b>word and <a href='x'>a link</a>", "a boldword and a link"),
        ("line\n<b>x</b>\ny", "line x y"),
        ("caf&eacute;&nbsp;&amp; &#8220;bar&#8221; &lt;b&gt;", "café & “bar” <b>"),
        ("<script>if (a < b) {}</script><style>p {}</style>text", "text"),
        ("<title>no</title>b<title>c", "b"),
        ("<div style='color:red; display: none'>hid<br>den</div>seen", "seen"),
        ("<p hidden>hidden</p>seen", "seen"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<table><tr><td>1 May</td><td></td><td>Strike</td></tr><tr><td>x</table>", "1 May | Strike\n\nx"),
        ("<pre>a\n  b\n\nc</pre>d", "a\nb\n\nc\n\nd"),
        ("<!-- remark --><?pi x?><![CDATA[y]]>z", "z"),
        ("<!-- without end", ""),
        ("<?xml version='1.0' encoding='utf-16'?><p>é</p>", "é"),
        ("2 < 3 & 4 > 1", "2 < 3 & 4 > 1"),
        ("a\0b\x1fc", "a b c"),
        ("caf\ud800e", "caf?e"),
        ("<p>open <b>never <i>closed", "open never closed"),
        ("</p></div>closed</table>", "closed"),
    ],
)
def test_what_markup_says(html, text):
    assert paragraphs_of_html(html) == text


def test_earlier_messages_can_be_left_out():
    html = "new<blockquote type='cite'>old<p>er</p></blockquote>more<blockquote>said by another</blockquote>"
    assert paragraphs_of_html(html) == "new\n\nold\n\ner\n\nmore\n\nsaid by another"
    assert paragraphs_of_html(html, quoted=False) == "new\n\nmore\n\nsaid by another"


def test_depth_does_not_matter():
    assert paragraphs_of_html("<div>" * 50_000 + "deep" + "</div>" * 50_000 + "<p>after</p>") == "deep\n\nafter"


def test_length_does_not_matter():
    assert len(paragraphs_of_html(f"<p>{'long ' * 2_400_000}</p>")) == 5 * 2_400_000 - 1


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("<p>x", True),
        ("a<br/>b", True),
        ('see <a href="x">this</a>', True),
        ("1 < 2 and 3 > 2", False),
        ("<john@example.org>", False),
        ("AT&amp;T &#8211; x", True),
        ("R&D; Q&A", False),
        ("plain", False),
    ],
)
def test_what_markup_is(text, is_it):
    assert is_markup(text) is is_it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\n\r\ntwo & 1 < 2", "one\n\ntwo & 1 < 2"),
        ("one\n\ntwo <b>bold</b>\nline", "one\n\ntwo bold\nline"),
        ("<p>one\nand</p>\n<p>two</p>", "one and\n\ntwo"),
        ("Q&amp;A", "Q&A"),
    ],
)
def test_texts_that_may_hold_markup(text, expected):
    assert paragraphs_of_text(text) == expected


@given(st.text(st.sampled_from("<>/!-ab&;='\" \n?[]pretdbrscript\0\ud800"), max_size=80))
def test_anything_is_taken(html):
    text = paragraphs_of_html(html)
    assert text == text.strip()
    assert "\n\n\n" not in text
