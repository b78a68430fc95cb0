"""Scores inferred dates of writing: python tests/bench/written.py --data DIR [--errors].

Each .jsonl file of the folder holds documents as `annotate` reads them, with the true day of writing as "dct":
{"id", "text", "lang", "dct"}. It is withheld, and the documents of a file are one collection. Right is an answer whose
stretch of days holds the true day; year and month are right where all of the stretch lies in the true one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.collection import Collection  # noqa: E402 - the checkout is no package
from extract.dates.interval import Grain, Interval, from_day, iso_day, to_day  # noqa: E402
from extract.model import Anchor, Source  # noqa: E402
from extract.pipeline import analyse, settle  # noqa: E402

READ_ON = to_day(2026, 11, 22)
"""A day of reading after all documents: so far back their years have to be found."""

GRAINS = (Grain.DAY, Grain.MONTH, Grain.YEAR)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one document, and what is so."""

    name: str
    anchor: Anchor
    true: int

    @property
    def told(self) -> Interval:
        """The stretch of days that is told."""
        if self.anchor.told is None:
            raise ValueError(f"{self.name} has no answer")
        return self.anchor.told

    @property
    def right(self) -> bool:
        """Whether it holds the true day."""
        return self.told.start <= self.true < self.told.end

    def agrees(self, parts: int) -> bool:
        """Whether all of it lies in the true year (1), or month (2)."""
        ends = (self.told.start, self.told.last, self.true)
        return len({from_day(day)[:parts] for day in ends}) == 1


def answers(path: Path) -> tuple[int, list[Answer]]:
    """How many documents there are, and those that are dated."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [each for each in documents if each.get("dct")]
    settled = settle([analyse(_source(each)) for each in documents], Collection())
    found = [
        Answer(each["id"], document.anchor, dt.date.fromisoformat(each["dct"][:10]).toordinal())
        for each, document in zip(documents, settled, strict=True)
        if document.anchor.interval
    ]
    return len(documents), found


def _source(document: dict[str, Any]) -> Source:
    text = document["text"]
    return Source(document["id"], document["id"], text, text, stated_language=document.get("lang"), read_on=READ_ON)


def row(name: str, documents: int, found: Sequence[Answer]) -> str:
    """One line of the table."""
    by_grain: defaultdict[Grain, list[Answer]] = defaultdict(list)
    for each in found:
        by_grain[each.anchor.grain].append(each)
    grains = " | ".join(f"{sum(a.right for a in by_grain[g])} of {len(by_grain[g])}" for g in GRAINS)
    right, year, month = (
        (sum(held) for held in zip(*((a.right, a.agrees(1), a.agrees(2)) for a in found), strict=True))
        if found
        else (0, 0, 0)
    )
    return f"| {name} | {documents} | {len(found)} | {right} | {year} | {month} | {grains} |"


def main() -> None:
    """Print the table, and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of .jsonl files, or one such file")
    parser.add_argument("--errors", action="store_true", help="list the wrong answers")
    given = parser.parse_args()
    paths = [given.data] if given.data.is_file() else sorted(given.data.glob("**/*.jsonl"))
    print("| data | documents | answered | right | year | month | as days | as months | as a year |")
    print("|---|---|---|---|---|---|---|---|---|")
    for path in paths:
        documents, found = answers(path)
        print(row(path.stem, documents, found), flush=True)
        for each in found if given.errors else ():
            if not each.right:
                print(
                    f"  {each.name}: {iso_day(each.told.start)} to {iso_day(each.told.last)}, not {iso_day(each.true)}"
                )


if __name__ == "__main__":
    main()
