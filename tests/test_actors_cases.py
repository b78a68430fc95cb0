"""Whom sentences name, language by language, as cases/actors tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.actors.detect import find_actors
from extract.text.sentences import split_sentences

CASES = sorted(Path(__file__).parent.joinpath("cases", "actors").glob("*.txt"))

Expected = list[tuple[str, ...]]


def sentences(path: Path) -> list[tuple[str, Expected]]:
    """The sentences of a file, each with what is expected of it."""
    found: list[tuple[str, Expected]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            found[-1][1].append(tuple(part.strip() for part in line.split("|")))
        else:
            found.append((line, []))
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(path.stem, text, expected) for path in CASES for text, expected in sentences(path)],
)
def test_a_sentence_names(language: str, text: str, expected: Expected) -> None:
    found = find_actors(text, language, split_sentences(text, language), ())
    assert [(each.text, each.canonical, str(each.type)) for each in found] == expected
