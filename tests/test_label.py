"""A source's words in a line: short, steering nothing; and languages by their own names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.label import DIRECTION_SIGNS, label, language_name, steady, without_context


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("el", "Ελληνικά"), ("ar", "العربية"), ("xx", "xx"), ("", ""), ("![x]", "![x]")],
)
def test_languages_are_named_in_themselves(code, name):
    assert language_name(code) == name


@given(st.text(max_size=300), st.integers(5, 80))
def test_labels_are_short_lines_that_steer_nothing(text, most):
    line = label(text, most)
    assert len(line) <= most + 1
    assert not DIRECTION_SIGNS & set(line)
    assert "\n" not in line
    assert "\x00" not in line


def test_labels_end_at_a_word():
    assert label("one two three four", 10) == "one two…"
    assert label("w" * 10_000, 10) == "w" * 10 + "…"
    assert label("short\n line ") == "short line"


def test_only_long_context_gives_way():
    assert without_context("[He spoke of the treaty at length\u2026] It is signed") == "It is signed"
    assert without_context("[Iran] signs a treaty") == "[Iran] signs a treaty"


def test_what_deceives_or_cannot_be_shown_is_replaced():
    assert steady("a\u202eb\x00c\nd\u200f") == "a\ufffdb\ufffdc\nd\u200f"
