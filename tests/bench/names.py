"""Scores names found in texts: python tests/bench/names.py --data DIR [--errors N].

Each .jsonl file of the folder is named by its language (`el.jsonl`, `ar_news.jsonl`) and holds {"text", "entities"}, each
entity with "start", "end" and "type". Relaxed: what overlaps counts, once on each side; types are not compared. Exact:
the same bounds. The last column is kB of text a second of CPU for finding the names, texts and sentences being there;
what a language loads for its first text is not counted.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.actors.detect import find_actors  # noqa: E402 - the checkout is no package
from extract.mentions import mentions_of  # noqa: E402
from extract.text.sentences import split_sentences  # noqa: E402

Span = tuple[int, int]


@dataclass(slots=True)
class Score:
    """Counts over the texts of a file."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    exact: int = 0
    characters: int = 0
    seconds: float = 0.0
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    def row(self, name: str) -> str:
        """One line of the table."""
        precision, recall = self.relaxed / max(self.found, 1), self.relaxed / max(self.gold, 1)
        exact = 2 * self.exact / max(self.gold + self.found, 1)
        f1 = 2 * self.relaxed / max(self.gold + self.found, 1)
        speed = self.characters / 1000 / max(self.seconds, 1e-9)
        figures = (f"{100 * value:.1f}" for value in (precision, recall, f1, exact))
        return f"| {name} | {self.gold} | {' | '.join(figures)} | {speed:.0f} |"


def matched(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs of places that overlap, each in one pair; both in order."""
    pairs, taken = [], 0
    for number, (start, end) in enumerate(gold):
        for other in range(taken, len(found)):
            if found[other][0] < end and start < found[other][1]:
                pairs.append((number, other))
                taken = other + 1
                break
    return pairs


def score(path: Path) -> Score:
    """The names of all texts of a file."""
    total, language = Score(), path.stem.partition("_")[0]
    find_actors("", language, (), ())
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            _add(total, json.loads(line), language)
    return total


def _add(total: Score, document: dict[str, Any], language: str) -> None:
    text = document["text"]
    sentences = split_sentences(text, language)
    dates = [(each.mention.start, each.mention.end) for each, _ in mentions_of(text, language, sentences)]
    begun = time.process_time()
    actors = find_actors(text, language, sentences, dates)
    total.seconds += time.process_time() - begun
    gold = sorted((each["start"], each["end"]) for each in document["entities"])
    found = sorted((actor.start, actor.end) for actor in actors)
    pairs = matched(gold, found)
    total.gold, total.found, total.relaxed = (
        total.gold + len(gold),
        total.found + len(found),
        total.relaxed + len(pairs),
    )
    total.exact += len(set(gold) & set(found))
    total.characters += len(text.encode("utf-8"))
    hit, used = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    total.missed.update(text[start:end] for number, (start, end) in enumerate(gold) if number not in hit)
    total.invented.update(text[start:end] for number, (start, end) in enumerate(found) if number not in used)


def main() -> None:
    """Print the table, and what is wrong most often."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of .jsonl files, or one such file")
    parser.add_argument("--errors", type=int, default=0, help="list so many of the names missed and invented")
    given = parser.parse_args()
    paths = [given.data] if given.data.is_file() else sorted(given.data.glob("**/*.jsonl"))
    print("| data | names | precision | recall | F1 | exact F1 | kB/s |")
    print("|---|---|---|---|---|---|---|")
    for path in paths:
        found = score(path)
        print(found.row(path.stem), flush=True)
        if given.errors:
            print("  missed:", ", ".join(f"{name} {n}" for name, n in found.missed.most_common(given.errors)))
            print("  invented:", ", ".join(f"{name} {n}" for name, n in found.invented.most_common(given.errors)))


if __name__ == "__main__":
    main()
