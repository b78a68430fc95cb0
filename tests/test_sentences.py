"""Sentences: tables that a native speaker can extend, and what must hold of every text."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "sentences"
SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def blocks() -> list[tuple[str, list[str]]]:
    """Language and sentences of every block of the case files."""
    return [
        (file.stem, block.strip().splitlines())
        for file in sorted(CASES.glob("*.txt"))
        for block in re.sub(r"(?m)^#.*$", "", file.read_text(encoding="utf-8")).strip().split("\n\n")
    ]


@pytest.mark.parametrize(("language", "sentences"), blocks())
def test_cases(language: str, sentences: list[str]) -> None:
    found = split_sentences(" ".join(sentences), language)
    assert [sentence.text for sentence in found] == sentences


def test_every_language_with_rules_has_cases() -> None:
    rules = {file.stem for file in (Path("extract/text/data/stops")).glob("*.toml")}
    assert rules <= {language for language, _ in blocks()}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "zh",
            "你好。今天是2025年1月17日！“他说。”走了？是的。",
            ["你好。", "今天是2025年1月17日！", "“他说。”走了？", "是的。"],
        ),
        ("ja", "「行く。」と言った。次の日、来た。", ["「行く。」と言った。", "次の日、来た。"]),
        ("ur", "کیا وہ آیا؟ ہاں۔ وہ آیا۔", ["کیا وہ آیا؟", "ہاں۔", "وہ آیا۔"]),
        ("hi", "वह आया। वह गया।", ["वह आया।", "वह गया।"]),
        ("hy", "Նա եկավ։ Նա գնաց։", ["Նա եկավ։", "Նա գնաց։"]),
        ("und", "Hello there. How are you?", ["Hello there.", "How are you?"]),
        ("cs", "Přišel 17. 1. 2025 domů. Odešel 3. 5. 2025.", ["Přišel 17. 1. 2025 domů.", "Odešel 3. 5. 2025."]),
        ("en", "It was in 2024. 12 people came.", ["It was in 2024.", "12 people came."]),
        ("en", "He left.Then he came.", ["He left.", "Then he came."]),
        (
            "en",
            "See example.Com/Path?Query and mail@host.Example now",
            ["See example.Com/Path?Query and mail@host.Example now"],
        ),
        ("ar", "جاء الرجل.ذهب الرجل.", ["جاء الرجل.", "ذهب الرجل."]),
        ("en", "One line\r\nanother; still\r\n\r\n  third  ", ["One line", "another; still", "third"]),
        ("en", "A thing; another thing.", ["A thing; another thing."]),
        ("en", "|\n***\n…", []),
        ("en", "", []),
        ("../../etc/passwd", "One. Two.", ["One.", "Two."]),
    ],
)
def test_other_scripts_and_edges(language: str, text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text, language)] == expected


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_every_word_of_a_real_article_is_in_a_sentence(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    kept = " ".join(sentence.text for sentence in split_sentences(text, "en"))
    assert [word for word in text.split() if any(map(str.isalnum, word))] == [
        word for word in kept.split() if any(map(str.isalnum, word))
    ]


PIECES = [
    "A",
    "b",
    "Mr",
    "U.S",
    ".",
    "!",
    "...",
    "。",
    ";",
    "؟",
    " ",
    "\n",
    "\r\n",
    "”",
    "(",
    "12",
    "Jan",
    "é",
    "ع",
    "\ud800",
    "𝒜",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text(), st.sampled_from(["en", "el", "ar", "de", "und"]))
def test_offsets_are_true_and_in_order(text: str, language: str) -> None:
    last = 0
    for sentence in split_sentences(text, language):
        assert last <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert any(map(str.isalnum, sentence.text))
        assert len(sentence.text.splitlines()) == 1
        last = sentence.end


@pytest.mark.parametrize("piece", ["Mr. ", "(“. A", "A. ", ". ", ".", '"', "a.b", "[1]", " \u00bb", "1. ", "U.S. "])
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        started = time.process_time()
        split_sentences(text, "en")
        return time.process_time() - started

    seconds(100)
    small = min(seconds(5_000) for _ in range(3))
    large = min(seconds(40_000) for _ in range(2))
    assert large < 8 * small * 4 + 0.05  # a square would be eight times over
