"""Scores the dates of annotated documents: python tests/bench/accuracy.py --data DIR [--errors N].

Each .jsonl file of the folder holds documents as `annotate` reads them, with their true dates beside:
{"id", "text", "lang", "dct", "timexes": [{"start", "end", "text", "type", "value"}]}. The measures are TempEval-3's:
strict (same extent), relaxed (overlapping), value (relaxed and the same value), as F1 over all documents of a file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.annotate import annotate  # noqa: E402 - the checkout is no package

FAR_FUTURE = 1_000_000
"""A day of reading after all documents."""

Timexes = Sequence[dict[str, Any]]


@dataclass
class Score:
    """What was counted."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    errors: Counter[tuple[str, str]] = field(default_factory=Counter)

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * right / (self.gold + self.found) if right else 0.0

    def row(self, name: str) -> str:
        """One line of the table."""
        figures = " | ".join(f"{self.f1(right):.1f}" for right in (self.strict, self.relaxed, self.value))
        return f"| {name} | {self.gold} | {figures} |"


def aligned(gold: Timexes, found: Timexes) -> Iterator[tuple[int, int]]:
    """One-to-one pairs: same extents first, then the overlapping from left to right."""
    free = set(range(len(found)))
    paired = set()
    for number, one in enumerate(gold):
        same = next((i for i in sorted(free) if _bounds(found[i]) == _bounds(one)), None)
        if same is not None:
            free.discard(same)
            paired.add(number)
            yield number, same
    for number, one in sorted(enumerate(gold), key=lambda pair: _bounds(pair[1])):
        if number in paired:
            continue
        over = [i for i in free if found[i]["start"] < one["end"] and one["start"] < found[i]["end"]]
        if over:
            first = min(over, key=lambda i: _bounds(found[i]))
            free.discard(first)
            yield number, first


def _bounds(timex: dict[str, Any]) -> tuple[int, int]:
    return timex["start"], timex["end"]


def count(score: Score, gold: Timexes, found: Timexes) -> None:
    """Add one document to a score."""
    pairs = list(aligned(gold, found))
    score.gold += len(gold)
    score.found += len(found)
    score.relaxed += len(pairs)
    for g, f in pairs:
        one, other = gold[g], found[f]
        score.strict += _bounds(one) == _bounds(other)
        score.value += one["value"] == other["value"]
        if one["value"] != other["value"]:
            score.errors["value", f"{one['text']} = {one['value']}, not {other['text']} = {other['value']}"] += 1
        if _bounds(one) != _bounds(other):
            score.errors["extent", f"{one['text']}, not {other['text']}"] += 1
    taken_gold, taken_found = {g for g, _ in pairs}, {f for _, f in pairs}
    for g, one in enumerate(gold):
        if g not in taken_gold:
            score.errors["missed", f"{one['text']} = {one['value']}"] += 1
    for f, other in enumerate(found):
        if f not in taken_found:
            score.errors["extra", f"{other['text']} = {other['value']}"] += 1


def measured(path: Path) -> dict[str, Score]:
    """Scores of a file's documents, by language."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = [json.dumps(_asked(document)) for document in documents]
    answers = [json.loads(line) for line in annotate(lines, FAR_FUTURE).lines]
    scores: dict[str, Score] = defaultdict(Score)
    for document, answer in zip(documents, answers, strict=True):
        count(scores[document["lang"]], document["timexes"], answer["timexes"])
    return scores


def _asked(document: dict[str, Any]) -> dict[str, Any]:
    asked = {"id": document["id"], "text": document["text"]}
    if document.get("dct") and document.get("dct_given", True):
        asked["date"] = document["dct"]
    return asked


def main() -> None:
    """Print the table, and the errors by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of .jsonl files, or one such file")
    parser.add_argument("--errors", type=int, default=0, help="how many of each kind of error to list")
    given = parser.parse_args()
    paths = [given.data] if given.data.is_file() else sorted(given.data.glob("**/*.jsonl"))
    print("| data | dates | strict | relaxed | value |\n|---|---|---|---|---|")
    kinds: list[str] = []
    for path in paths:
        for language, score in sorted(measured(path).items()):
            print(score.row(f"{path.stem} ({language})"), flush=True)
            kinds += _listed(f"{path.stem} ({language})", score, given.errors)
    print("\n".join(kinds))


def _listed(name: str, score: Score, most: int) -> Iterator[str]:
    for kind in ("missed", "extra", "extent", "value"):
        found = Counter({text: number for (each, text), number in score.errors.items() if each == kind})
        yield f"\n{name}, {kind}: {found.total()}"
        yield from (f"  {number} {text}".replace("\n", " ") for text, number in found.most_common(most))


if __name__ == "__main__":
    main()
