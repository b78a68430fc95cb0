"""Marked text is the text itself, whatever is in it: nothing of it becomes markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.marked import Span, marked, name, outside, safe
from extract.label import OVERRIDES
from tests.library_factory import HOSTILE_NAME, HOSTILE_TEXT


class Seen(HTMLParser):
    """What a browser makes of HTML: its tags, its text, and the text inside marks."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.marked, self.inside = [], "", [], False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = self.inside or tag == "mark"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "mark"

    def handle_data(self, data):
        self.text += data
        if self.inside:
            self.marked.append(data)


PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="".join(OVERRIDES)), max_size=60)
SPANS = st.lists(st.builds(Span, st.integers(-5, 70), st.integers(-5, 70), PLAIN), max_size=6)


@given(PLAIN, SPANS)
def test_the_text_comes_through_and_only_marks_are_added(text, spans):
    seen = Seen(marked(text, spans))
    assert seen.text == text
    assert {tag for tag, _ in seen.tags} <= {"mark"}


@given(PLAIN.filter(bool), st.data())
def test_the_marked_words_are_those_asked_for(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert "".join(Seen(marked(text, [Span(start, end)])).marked) == text[start:end]


@pytest.mark.parametrize("text", [HOSTILE_NAME, HOSTILE_TEXT, "</mark></p><script>", "&lt;b&gt;", "a\x00b"])
def test_attacks_are_text(text):
    for html in (marked(text), safe(text), name(text)):
        assert {tag for tag, _ in Seen(html).tags} <= {"bdi"}


def test_overrides_and_control_signs_are_shown_as_such():
    assert safe("a\u202eb\x00c\nd") == "a\ufffdb\ufffdc\nd"


def test_direction_marks_of_honest_texts_stay():
    assert safe("a\u200fb\u2067c\u2069") == "a\u200fb\u2067c\u2069"


def test_spans_that_overlap_are_marked_once():
    assert Seen(marked("abcdef", [Span(0, 4), Span(2, 6), Span(4, 6)])).marked == ["abcd", "ef"]


def test_a_chosen_mark_can_be_scrolled_to_and_a_linked_one_followed():
    tags = Seen(marked("on Friday", [Span(3, 9, title='2025 "x"', link="/?event=a&b", chosen=True)])).tags
    assert tags[0] == ("a", {"class": "quiet", "href": "/?event=a&b", "target": "_self"})
    assert tags[1][1]["id"] == "chosen"
    assert tags[1][1]["title"] == '2025 "x"'


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/a?b=1&c", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//news.example", False),
        ("https://", False),
        ("https://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url, shown):
    assert bool(outside(url)) is shown


def test_a_link_shows_its_host_and_tells_the_other_side_nothing():
    ((tag, attributes),) = Seen(outside('https://news.example/"><script>')).tags
    assert tag == "a"
    assert "noopener" in attributes["rel"]
    assert "noreferrer" in attributes["rel"]
    assert ">news.example</a>" in outside("https://user@news.example/x")
