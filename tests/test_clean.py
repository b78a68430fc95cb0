"""Cleaning: litter goes, sentences stay."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.clean import clean
from extract.read.litter import litter_file

SEEDS = Path(__file__).parent.parent / "seeds"
FILE = litter_file()


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("000", []),
        ("001", ["Loading…", "Read the full article here"]),
        ("002", ["Getting your Trinity Audio player ready...", "|"]),
        ("003", []),
        ("004", ["روسيا وإيران توقعان معاهدة “الشراكة الاستراتيجية الشاملة”", "[ad_1]", "[ad_2]", "المصدر"]),
    ],
)
def test_real_articles_lose_their_litter_and_nothing_else(name: str, gone: list[str]) -> None:
    (path,) = SEEDS.glob(f"{name}*")
    lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    kept = [line for line in clean(path.read_text(encoding="utf-8")).split("\n") if line]
    assert [line for line in lines if line not in kept] == gone
    assert kept == [line for line in lines if line not in gone]


def test_the_header_line_stays_as_it_is() -> None:
    (path,) = SEEDS.glob("003*")
    assert clean(path.read_text(encoding="utf-8")).startswith(" date 2024-10-31 Η συνθήκη")


KEPT = [line for language in FILE.languages.values() for line in language.keep] + list(FILE.every.keep)


@pytest.mark.parametrize("line", KEPT)
@pytest.mark.parametrize("place", ["{}", "{}\n\nThe text.", "The text.\n{}\nThe text.", "The text.\n\n{}"])
def test_lines_that_look_alike_stay(line: str, place: str) -> None:
    text = place.format(line)
    assert clean(text) == text


@pytest.mark.parametrize(
    "line", [line for language in FILE.languages.values() for line in language.lines + language.leading]
)
def test_every_line_of_the_lists_goes(line: str) -> None:
    for written in (line, line.upper(), f"- {line} -", f"  {line}…"):
        assert clean(f"The text.\n{written}\nMore text.") == "The text.\nMore text."


@pytest.mark.parametrize("line", [line for language in FILE.languages.values() for line in language.last_lines])
def test_last_lines_go_at_the_end_alone(line: str) -> None:
    assert clean(f"The text.\n\n{line}\n") == "The text."
    assert clean(f"The text.\n{line}\nMore text.") == f"The text.\n{line}\nMore text."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("[ad_1][ad_2] The treaty was signed.", "The treaty was signed."),
        ('[caption id="a1" align="left"]Putin in Moscow.', "Putin in Moscow."),
        ("Getting your Trinity Audio player ready... The treaty was signed.", "The treaty was signed."),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one  \n\n\n \n\ntwo\n\n", "one\n\ntwo"),
        ("\ufeffa\0b\x1b[31mc\td", "ab[31mc\td"),
        ("|\n * * *\n…\n", ""),
        ("", ""),
        ("A treaty is signed today\n\nA TREATY IS SIGNED TODAY\nText.", "A treaty is signed today\n\nText."),
        (
            "“A treaty” is signed today\nBy X\n\n«A treaty» is signed today!\nText.",
            "“A treaty” is signed today\nBy X\n\nText.",
        ),
        ("No, no, no.\nNo, no, no.", "No, no, no.\nNo, no, no."),
    ],
)
def test_cases(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_a_headline_comes_again_near_the_start_alone() -> None:
    body = [f"Line {number} of the text." for number in range(4)]
    headline = "A treaty is signed today"
    inside = [headline, *body, headline, "End."]
    outside = [headline, *body, "Line 4 of the text.", headline, "End."]
    assert clean("\n".join(inside)) == "\n".join([headline, *body, "End."])
    assert clean("\n".join(outside)) == "\n".join(outside)


LINES = st.sampled_from(
    [
        "",
        " ",
        "|",
        "[ad_1]",
        "[ad_1] Text.",
        "Loading…",
        "Source",
        "A treaty is signed today",
        "Text on 5 May.",
        "\r",
        "\x85",
        "[ad",
    ]
)


@given(st.lists(LINES).map("\n".join) | st.text())
def test_form_of_every_cleaned_text(raw: str) -> None:
    text = clean(raw)
    assert "\n\n\n" not in text
    assert "\r" not in text
    assert not text.startswith("\n")
    assert text == text.rstrip()
    assert len(text) <= len(raw)


@pytest.mark.parametrize("piece", ["[ad_", "[ad_1]", "[ad a=", "_", " ", "[", "a", "\n", "[ad_1]\n", "Source\n"])
def test_no_line_takes_long(piece: str) -> None:
    started = time.process_time()
    clean(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 5
