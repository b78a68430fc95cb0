"""Words and what shows that they are names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.actors.tokens import Bond, Token, headlines, tokenise
from extract.text.sentences import split_sentences


def tokens(text: str, language: str = "en") -> list[Token]:
    return tokenise(text, split_sentences(text, language))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. troops", ["us", "troops"]),
        ("Ο Ο.Η.Ε. ανακοίνωσε", ["ο", "οηε", "ανακοινωσε"]),
        ("Iran's army", ["iran", "s", "army"]),
        ("a soft\u00adhyphen", ["a", "softhyphen"]),
        ("عسكريًا", ["عسكريا"]),
        ("ad_1 Geran-2", ["ad", "geran"]),
        ("", []),
        ("12, 000 … !", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("text", "bonds"),
    [
        ("Vladimir Putin", [Bond.NONE, Bond.SPACE]),
        ("Russia-Iran", [Bond.NONE, Bond.HYPHEN]),
        ("O'Brien", [Bond.NONE, Bond.APOSTROPHE]),
        ("Donald J. Trump", [Bond.NONE, Bond.SPACE, Bond.DOT]),
        ("Putin, Trump", [Bond.NONE, Bond.NONE]),
        ("Putin\nTrump", [Bond.NONE, Bond.NONE]),
    ],
)
def test_what_binds_words(text: str, bonds: list[Bond]) -> None:
    assert [token.bond for token in tokens(text)] == bonds


def test_a_sentence_a_line_and_a_quotation_begin_anew() -> None:
    text = "He came. She “Went” home.\nThey stayed."
    assert [text[token.start : token.end] for token in tokens(text) if token.initial] == ["He", "She", "Went", "They"]


@pytest.mark.parametrize(
    ("text", "is_headline"),
    [
        ("Strengthening Ties Amid Global Shifts", True),
        ("HABER MERKEZI", True),
        ("Pope Francis met Mark Zuckerberg and Priscilla Chan.", False),
        ("The two leaders met in Moscow", False),
        ("Ο Βλαντιμίρ Πούτιν και ο Μασούντ Πεζεσκιάν θα υπογράψουν συμφωνία", False),
    ],
)
def test_headlines(text: str, is_headline: bool) -> None:
    words = tokens(text)
    assert headlines(text, words, title_case=True) == [is_headline] * len(words)


@given(st.text())
def test_offsets_are_those_of_the_text(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end


def test_only_some_languages_write_headlines_in_title_case() -> None:
    words = tokens("Президент России Владимир Путин", "ru")
    assert not any(headlines("Президент России Владимир Путин", words, title_case=False))
