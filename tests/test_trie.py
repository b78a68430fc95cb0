import re

from hypothesis import given
from hypothesis import strategies as st

from extract.dates.trie import trie_pattern

WORDS = st.lists(st.text(alphabet="abc.*+ αβ", min_size=1, max_size=6).filter(lambda word: word.strip()), max_size=20)


@given(WORDS)
def test_it_finds_each_of_its_words_whole(words: list[str]) -> None:
    pattern = re.compile(trie_pattern(words))
    for word in words:
        assert pattern.fullmatch(word)


@given(WORDS, st.text(alphabet="abc.*+ αβ", max_size=6))
def test_it_finds_nothing_else(words: list[str], other: str) -> None:
    """But for white space, of which any amount stands for a space."""
    same = {" ".join(word.split(" ")) for word in words}
    found = re.fullmatch(trie_pattern(words), other)
    assert bool(found) == any(re.fullmatch(re.escape(word).replace(r"\ ", r"\s+"), other) for word in same)


def test_the_longest_word_is_taken() -> None:
    pattern = re.compile(trie_pattern(["mar", "march", "marches"]))
    assert pattern.match("marchesa")[0] == "marches"


def test_no_words_no_find() -> None:
    assert re.search(trie_pattern([]), "anything") is None
